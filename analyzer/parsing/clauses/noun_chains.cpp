#include "analyzer/parsing/clauses/noun_chains.h"

namespace limpide {
namespace {

constexpr std::uint32_t kFewestLinks = 2;

bool is_noun(const ClauseText& text, WordIndex word) {
  if (text.relation(word) == Relation::kFixed) return false;  // "en cas de"
  return text.upos(word) == Upos::kNoun || text.upos(word) == Upos::kPropn;
}

// May stand between "de" and its noun.
bool opens_noun(const ClauseText& text, WordIndex word) {
  const Upos upos = text.upos(word);
  return upos == Upos::kDet || upos == Upos::kAdj || upos == Upos::kNum;
}

// May stand between a noun and the "de" that completes it.
bool follows_noun(const ClauseText& text, WordIndex word) {
  const Upos upos = text.upos(word);
  return upos == Upos::kAdj || upos == Upos::kNum || is_past_participle(text, word) ||
         text.relation(word) == Relation::kFlatName;
}

// "en cas de", "mise en place de": a noun without article behind a preposition other than "de".
bool closes_locution(const ClauseText& text, WordIndex word, WordIndex begin) {
  if (word == begin) return false;
  return text.upos(word - 1) == Upos::kAdp && !text.has(word - 1, WordTrait::kDe);
}

// Does the tree hang this noun from inside the chain? ("informer le demandeur de la decision" does
// not.) First and last noun of the chain so far.
bool hangs_from(const ClauseText& text, WordIndex noun, WordIndex first, WordIndex last) {
  const WordIndex head = text.head(noun);
  return head != kNoWord && first <= head && head <= last;
}

// The noun after a "de" that goes on with the chain, else kNoWord.
WordIndex next_noun(const ClauseText& text, WordIndex first, WordIndex last, WordIndex end) {
  WordIndex at = last + 1;
  while (at < end && follows_noun(text, at)) ++at;
  if (at >= end || !text.has(at, WordTrait::kDe) || text.upos(at) != Upos::kAdp) return kNoWord;
  ++at;
  while (at < end && opens_noun(text, at)) ++at;
  if (at >= end || !is_noun(text, at) || !hangs_from(text, at, first, at - 1)) return kNoWord;
  if (text.upos(text.head(at)) == Upos::kNum) return kNoWord;  // "du 2 mai" ends the chain
  return at;
}

}  // namespace

std::vector<NounChain> find_noun_chains(const ClauseText& text) {
  std::vector<NounChain> chains;
  for (const WordRange& words : text.trees.sentence_words) {
    for (WordIndex word = words.first; word < words.end; ++word) {
      if (!is_noun(text, word) || closes_locution(text, word, words.first)) continue;
      NounChain chain{{word, word + 1}, 0};
      for (WordIndex noun = next_noun(text, word, word, words.end); noun != kNoWord;
           noun = next_noun(text, word, noun, words.end)) {
        chain.span.end = noun + 1;
        ++chain.links;
      }
      word = chain.span.end - 1;
      if (chain.links < kFewestLinks) continue;
      while (chain.span.end < words.end && text.upos(chain.span.end) == Upos::kAdj &&
             text.head(chain.span.end) == chain.span.end - 1) {
        ++chain.span.end;
      }
      while (chain.span.first > words.first && opens_noun(text, chain.span.first - 1)) {
        --chain.span.first;
      }
      chains.push_back(chain);
    }
  }
  return chains;
}

}  // namespace limpide
