#include "analyzer/parsing/clauses/verb_nouns.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::uint32_t kReach = 8;  // words between the verb and its noun

// The preposition before the noun: its case in the tree; kNoWord when there is none.
WordIndex preposition_of(const ClauseText& text, WordIndex noun) {
  for (WordIndex child = text.first_child[noun]; child != kNoWord && child < noun;
       child = text.next_sibling[child]) {
    if (text.relation(child) == Relation::kCase) return child;
  }
  return kNoWord;
}

bool is_action(const ClauseText& text, WordIndex noun) {
  return text.has(noun, WordTrait::kNominalisation) && text.upos(noun) == Upos::kNoun;
}

bool accepts(const ClauseText& text, WordIndex verb, std::string_view preposition) {
  const std::vector<std::string>& accepted = text.resources.support_prepositions(text.lemma(verb));
  return std::find(accepted.begin(), accepted.end(), preposition) != accepted.end();
}

// "effectuer un paiement", "proceder a la verification".
bool is_object(const ClauseText& text, WordIndex verb, WordIndex noun) {
  if (!is_action(text, noun) || noun < verb || noun - verb > kReach) return false;
  const Relation universal = universal_relation(text.relation(noun));
  const WordIndex preposition = preposition_of(text, noun);
  if (preposition == kNoWord) return universal == Relation::kObj && accepts(text, verb, {});
  const bool complement = universal == Relation::kObj || universal == Relation::kObl ||
                          universal == Relation::kIobj || universal == Relation::kNmod;
  return complement && accepts(text, verb, text.lower(preposition));
}

// "une demande est formulee", "le paiement effectue", "la visite qu'il a faite": the noun that a
// past participle says something of.
WordIndex noun_before(const ClauseText& text, WordIndex verb) {
  if (!is_past_participle(text, verb) || !accepts(text, verb, {})) return kNoWord;
  const Relation universal = universal_relation(text.relation(verb));
  const WordIndex head = text.head(verb);
  if (universal == Relation::kAcl && head != kNoWord && head < verb) {
    const bool finite = text.relation(verb) == Relation::kAclRelcl;
    const bool object = !finite || has_child(text, verb, Relation::kObj);
    return object && is_action(text, head) ? head : kNoWord;
  }
  for (WordIndex child = text.first_child[verb]; child != kNoWord && child < verb;
       child = text.next_sibling[child]) {
    if (text.relation(child) == Relation::kNsubjPass && is_action(text, child)) return child;
  }
  return kNoWord;
}

// "faire l'objet d'une verification": the noun lies behind "objet".
WordIndex noun_behind_object(const ClauseText& text, WordIndex verb) {
  for (WordIndex child = text.first_child[verb]; child != kNoWord;
       child = text.next_sibling[child]) {
    if (child < verb || text.lower(child) != "objet") continue;
    for (WordIndex noun = text.first_child[child]; noun != kNoWord;
         noun = text.next_sibling[noun]) {
      if (noun > child && is_action(text, noun)) return noun;
    }
  }
  return kNoWord;
}

}  // namespace

std::vector<VerbNoun> find_verb_nouns(const ClauseText& text,
                                      const std::vector<ClauseIndex>& owner) {
  std::vector<VerbNoun> pairs;
  for (WordIndex verb = 0; verb < text.size(); ++verb) {
    if (!text.has(verb, WordTrait::kSupport) || text.upos(verb) != Upos::kVerb) continue;
    const WordIndex before = noun_before(text, verb);
    if (before != kNoWord) {
      pairs.push_back({verb, before, owner[verb]});
      continue;
    }
    const WordIndex behind = noun_behind_object(text, verb);
    if (behind != kNoWord) pairs.push_back({verb, behind, owner[verb]});
    for (WordIndex child = text.first_child[verb]; child != kNoWord;
         child = text.next_sibling[child]) {
      if (is_object(text, verb, child)) pairs.push_back({verb, child, owner[verb]});
    }
  }
  return pairs;
}

}  // namespace limpide
