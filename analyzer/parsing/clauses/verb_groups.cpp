#include "analyzer/parsing/clauses/verb_groups.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr unsigned kMostChildren = 64;  // looked at: asked again for each of them
constexpr unsigned kLongestChain = 6;   // "peut devoir aller payer" has 4

bool is_infinitive(const ClauseText& text, WordIndex word) {
  return is_verb(text, word) && text.features(word).verb_form == VerbForm::kInf;
}

// The word, or its auxiliary or copula, is an infinitive.
bool heads_infinitive(const ClauseText& text, WordIndex head) {
  if (is_infinitive(text, head)) return true;
  for (WordIndex child = text.first_child[head]; child != kNoWord && child < head;
       child = text.next_sibling[child]) {
    if (is_auxiliary_relation(text.relation(child)) && is_infinitive(text, child)) return true;
  }
  return false;
}

bool has_reflexive_child(const ClauseText& text, WordIndex head) {
  for (WordIndex child = text.first_child[head]; child != kNoWord && child < head;
       child = text.next_sibling[child]) {
    if (text.has(child, WordTrait::kReflexive)) return true;
  }
  return false;
}

// "vient de payer": the infinitive stays outside the group.
bool has_preposition(const ClauseText& text, WordIndex infinitive) {
  return has_child(text, infinitive, Relation::kMark) ||
         has_child(text, infinitive, Relation::kCase);
}

// A verb that forms one group with its infinitive: "devoir", "pouvoir", "falloir", "aller".
bool takes_infinitive(const ClauseText& text, WordIndex head) {
  if (!is_verb(text, head)) return false;
  if (text.has(head, WordTrait::kChain)) return true;
  const Mood mood = text.features(head).mood;
  if (text.has(head, WordTrait::kChainConditional) && mood == Mood::kCnd) return true;
  if (text.has(head, WordTrait::kChainImperative) && mood == Mood::kImp) return true;
  if (text.has(head, WordTrait::kChainReflexive) && has_reflexive_child(text, head)) return true;
  if (!text.has(head, WordTrait::kModal)) return false;
  const std::vector<Modal>& modals = text.resources.modals(text.lemma(head));
  return std::any_of(modals.begin(), modals.end(),
                     [](const Modal& modal) { return modal.use == ModalUse::kVerb; });
}

// "est a payer": the clause is "est".
bool is_to_be_done(const ClauseText& text, WordIndex head) {
  return is_infinitive(text, head) && has_child(text, head, Relation::kCop);
}

// `stative`: participles that name a state, tagged as adjectives or not.
void add_verb_words(const ClauseText& text, WordIndex head,
                    const std::vector<std::uint8_t>& stative, std::vector<WordIndex>& words) {
  for (WordIndex child = text.first_child[head]; child != kNoWord;
       child = text.next_sibling[child]) {
    if (!is_auxiliary_relation(text.relation(child)) || !is_verb(text, child)) continue;
    words.push_back(child);
    // "a fait installer": the parser may hang "a" from "fait".
    for (WordIndex lower = text.first_child[child]; lower != kNoWord;
         lower = text.next_sibling[lower]) {
      const bool auxiliary = is_auxiliary_relation(text.relation(lower)) && is_verb(text, lower);
      if (auxiliary && lower + 3 > child && lower < child) words.push_back(lower);
    }
  }
  const bool verb = is_verb(text, head) || is_past_participle(text, head) || stative[head] != 0;
  if (verb && !is_to_be_done(text, head)) words.push_back(head);
}

void read_first_word(const ClauseText& text, const std::vector<WordIndex>& words,
                     VerbGroup& group) {
  WordIndex first = words[group.first];
  for (std::uint32_t i = group.first; i < group.end; ++i) {
    if (!is_finite(text, words[i])) continue;
    group.finite = first = words[i];
    break;
  }
  const Features& features = text.features(first);
  group.form = features.verb_form;
  group.mood = features.mood;
  group.tense = features.tense;
  group.person = features.person;
  group.number = features.number;
}

// An auxiliary with a past participle after it, other than that of a passive.
bool is_compound(const ClauseText& text, const std::vector<WordIndex>& words,
                 const VerbGroup& group) {
  for (std::uint32_t i = group.first; i + 1 < group.end; ++i) {
    if (!is_past_participle(text, words[i + 1])) continue;
    if (text.has(words[i], WordTrait::kAvoir)) return true;
    const bool etre = text.has(words[i], WordTrait::kEtre);
    if (etre && text.has(words[i + 1], WordTrait::kEtreVerb)) return true;
  }
  return false;
}

}  // namespace

bool is_verbal(const ClauseText& text, WordIndex head) {
  if (is_verb(text, head)) return true;
  for (WordIndex child = text.first_child[head]; child != kNoWord;
       child = text.next_sibling[child]) {
    if (is_auxiliary_relation(text.relation(child)) && is_verb(text, child)) return true;
  }
  return false;
}

WordIndex chained_infinitive(const ClauseText& text, WordIndex head) {
  if (!takes_infinitive(text, head)) return kNoWord;
  unsigned seen = 0;
  for (WordIndex child = text.first_child[head]; child != kNoWord && seen < kMostChildren;
       child = text.next_sibling[child], ++seen) {
    const Relation relation = text.relation(child);
    const bool complement = relation == Relation::kXcomp || relation == Relation::kCcomp ||
                            relation == Relation::kObj || relation == Relation::kOblArg;
    if (complement && child > head && heads_infinitive(text, child) &&
        !has_preposition(text, child)) {
      return child;
    }
  }
  return kNoWord;
}

VerbGroup make_verb_group(const ClauseText& text, WordIndex head,
                          const std::vector<std::uint8_t>& stative, std::vector<WordIndex>& words) {
  VerbGroup group;
  group.first = static_cast<std::uint32_t>(words.size());
  WordIndex current = head;
  for (unsigned step = 0; step < kLongestChain && current != kNoWord; ++step) {
    add_verb_words(text, current, stative, words);
    group.lexical = current;
    current = chained_infinitive(text, current);
  }
  group.end = static_cast<std::uint32_t>(words.size());
  std::sort(words.begin() + group.first, words.end());
  if (group.first == group.end) return group;
  read_first_word(text, words, group);
  group.compound = is_compound(text, words, group);
  return group;
}

}  // namespace limpide
