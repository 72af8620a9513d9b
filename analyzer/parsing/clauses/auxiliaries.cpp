#include "analyzer/parsing/clauses/auxiliaries.h"

namespace limpide {
namespace {

constexpr unsigned kReach = 6;  // words between "etre" and its participle

bool is_etre(const ClauseText& text, WordIndex word) {
  return text.has(word, WordTrait::kEtre) && is_verb(text, word);
}

// May this word stand between an auxiliary and its participle? Nouns only behind a preposition.
enum class Crossing : std::uint8_t { kFree, kNominal, kPreposition, kNever };
Crossing crossing_of(const ClauseText& text, WordIndex word) {
  if (text.has(word, WordTrait::kFloating)) return Crossing::kFree;
  switch (text.upos(word)) {
    case Upos::kAdv:
    case Upos::kPart:
    case Upos::kPunct:
      return Crossing::kFree;
    case Upos::kPron:  // an inverted subject: "est-il"
      return text.lower(word).find('-') == 0 ? Crossing::kFree : Crossing::kNominal;
    case Upos::kDet:
    case Upos::kAdj:
    case Upos::kNum:
    case Upos::kNoun:
    case Upos::kPropn:
      return Crossing::kNominal;
    case Upos::kAdp:
      return Crossing::kPreposition;
    default:
      return Crossing::kNever;
  }
}

// The nearest form of `wanted` before the word, within reach.
WordIndex auxiliary_before(const ClauseText& text, WordIndex word, WordIndex begin,
                           WordTrait wanted) {
  bool nominal = false;
  bool crossed_nominal = false;
  unsigned steps = 0;
  for (WordIndex at = word; at > begin && steps <= kReach; ++steps) {
    --at;
    if (text.has(at, wanted) && is_verb(text, at)) {
      if (nominal) return kNoWord;
      return !crossed_nominal || text.head(at) == word ? at : kNoWord;
    }
    const Crossing crossing = crossing_of(text, at);
    if (crossing == Crossing::kNever) return kNoWord;
    if (crossing == Crossing::kNominal) nominal = crossed_nominal = true;
    if (crossing == Crossing::kPreposition) nominal = false;
  }
  return kNoWord;
}

// A form of "etre" that the tree hangs from the word as an auxiliary, too far for the pattern.
WordIndex auxiliary_in_tree(const ClauseText& text, WordIndex word) {
  for (WordIndex child = text.first_child[word]; child != kNoWord && child < word;
       child = text.next_sibling[child]) {
    if (text.relation(child) == Relation::kAuxPass && is_etre(text, child)) return child;
  }
  return kNoWord;
}

bool same_person(const ClauseText& text, WordIndex verb, WordIndex pronoun) {
  const Features& features = text.features(verb);
  const std::string_view form = text.lower(pronoun);
  if (form == "nous") return features.person == 1 && features.number == Number::kPlur;
  if (form == "vous") return features.person == 2 && features.number == Number::kPlur;
  return features.person == (form.front() == 'm' ? 1 : 2) && features.number == Number::kSing;
}

// "vous vous etes", "nous ne nous sommes", "afin de vous etre"; in "vous etes" it is the subject.
// `person`: of whoever does what an infinitive says; 0 when it is not known.
bool is_reflexive(const ClauseText& text, WordIndex verb, WordIndex pronoun, WordIndex begin,
                  unsigned person) {
  if (text.upos(pronoun) != Upos::kPron) return false;
  if (text.has(pronoun, WordTrait::kReflexive)) return true;
  if (!text.has(pronoun, WordTrait::kMaybeReflexive)) return false;
  const bool plural = text.lower(pronoun).back() == 's';
  if (is_finite(text, verb)) {
    if (!same_person(text, verb, pronoun)) return false;
    if (!plural) return true;
    WordIndex at = pronoun;
    while (at > begin && text.has(at - 1, WordTrait::kNe)) --at;
    const bool doubled = at > begin && text.lower(at - 1) == text.lower(pronoun);
    return doubled || text.relation(pronoun) == Relation::kExplPv;
  }
  if (person != 0) return person == (text.lower(pronoun) == "nous" ? 1 : 2);
  const Relation relation = text.relation(pronoun);
  return relation == Relation::kExplPv || relation == Relation::kExplComp ||
         text.features(pronoun).reflexive;
}

}  // namespace

Auxiliaries find_auxiliaries(const ClauseText& text, WordIndex word, WordIndex begin) {
  Auxiliaries found;
  found.etre = auxiliary_before(text, word, begin, WordTrait::kEtre);
  if (found.etre == kNoWord) found.etre = auxiliary_in_tree(text, word);
  if (found.etre == kNoWord) return found;
  found.first = found.etre;
  found.ete = is_past_participle(text, found.etre);
  if (!found.ete) return found;
  const WordIndex avoir = auxiliary_before(text, found.etre, begin, WordTrait::kAvoir);
  if (avoir != kNoWord) found.first = avoir;
  return found;
}

bool has_reflexive(const ClauseText& text, WordIndex verb, WordIndex begin, unsigned person) {
  const WordIndex next = verb + 1;
  if (text.features(verb).mood == Mood::kImp && next < text.size()) {
    // "assurez-vous", but not "appelez-nous".
    const std::string_view form = text.lower(next);
    if (form == "-vous" && text.features(verb).person == 2) return true;
    if (form == "-nous" && text.features(verb).person == 1) return true;
  }
  for (WordIndex at = verb; at > begin;) {
    --at;
    if (is_reflexive(text, verb, at, begin, person)) return true;
    if (!text.has(at, WordTrait::kObjectClitic) && !text.has(at, WordTrait::kNe)) return false;
  }
  return false;
}

}  // namespace limpide
