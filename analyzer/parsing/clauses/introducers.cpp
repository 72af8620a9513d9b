#include "analyzer/parsing/clauses/introducers.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::uint32_t kLongestPhrase = 6;  // "dans le cas ou" has 4 words
constexpr unsigned kHighestOpener = 4;       // heads between an opening word and its clause

bool matches(const ClauseText& text, const Subordinator& phrase, WordIndex start, WordIndex end) {
  if (phrase.words.size() > end - start) return false;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    if (text.lower(start + static_cast<WordIndex>(i)) != phrase.words[i]) return false;
  }
  return true;
}

bool is_interrogative(const ClauseText& text, WordIndex word) {
  if (text.features(word).pron_type == PronType::kInt) return true;
  return text.upos(word) == Upos::kAdv && text.has(word, WordTrait::kAsks);
}

// Does the tree hang the word from the clause itself, not from a clause inside it?
bool hangs_from(const ClauseText& text, WordIndex word, WordIndex head) {
  WordIndex at = text.head(word);
  for (unsigned step = 0; step < kHighestOpener && at != kNoWord; ++step) {
    if (at == head) return true;
    if (has_finite_verb(text, at)) return false;
    at = text.head(at);
  }
  return false;
}

}  // namespace

bool is_relative_pronoun(const ClauseText& text, WordIndex word) {
  return text.upos(word) == Upos::kPron && text.features(word).pron_type == PronType::kRel;
}

Introducer phrase_over(const ClauseText& text, WordIndex word, WordRange sentence) {
  Introducer best{{word, word + 1}, nullptr};
  const WordIndex earliest =
      word - std::min(word - sentence.first, static_cast<WordIndex>(kLongestPhrase - 1));
  for (WordIndex start = earliest; start <= word; ++start) {
    if (!text.has(start, WordTrait::kStartsIntroducer)) continue;
    for (const Subordinator& phrase : text.resources.subordinators(text.lower(start))) {
      const auto size = static_cast<WordIndex>(phrase.words.size());
      const bool longer = best.phrase == nullptr || size > best.words.end - best.words.first;
      if (start + size <= word || !longer || !matches(text, phrase, start, sentence.end)) continue;
      best = {{start, start + size}, &phrase};
    }
  }
  return best;
}

bool is_in_locution(const ClauseText& text, WordIndex word, WordRange sentence) {
  const Introducer found = phrase_over(text, word, sentence);
  return found.phrase != nullptr && found.words.end - found.words.first > 1;
}

WordIndex opening_word(const ClauseText& text, WordIndex head) {
  for (WordIndex child = text.first_child[head]; child != kNoWord && child < head;
       child = text.next_sibling[child]) {
    const Relation relation = text.relation(child);
    // "sont d'ordre public": behind the copula, a preposition belongs to the attribute.
    if (is_auxiliary_relation(relation) && is_finite(text, child)) break;
    if (relation == Relation::kMark || relation == Relation::kCase) return child;
    if (is_relative_pronoun(text, child)) return child;
  }
  const WordIndex first = text.extents.first[head];
  const WordIndex limit = std::min(head, first + kLongestPhrase);
  for (WordIndex word = first; word < limit; ++word) {
    const bool opens = is_relative_pronoun(text, word) || is_interrogative(text, word) ||
                       text.upos(word) == Upos::kSconj;
    if (opens && hangs_from(text, word, head)) return word;
    if (is_finite(text, word)) break;
  }
  return kNoWord;
}

}  // namespace limpide
