#include "analyzer/parsing/clauses/addressee.h"

namespace limpide {
namespace {

// "M. Martin", "Mme Claire Petit": a person's name behind a title.
bool is_named_person(const ClauseText& text, WordIndex word, WordIndex begin) {
  if (text.upos(word) != Upos::kPropn || word == begin) return false;
  return text.has(word - 1, WordTrait::kTitle);
}

Addressee addressee_of(const ClauseText& text, WordIndex word, WordIndex begin) {
  if (text.has(word, WordTrait::kAddressesVous)) return Addressee::kVous;
  // "Me Vidal" is a lawyer.
  const bool title = text.has(word, WordTrait::kTitle) && word + 1 < text.size() &&
                     text.upos(word + 1) == Upos::kPropn;
  if (text.has(word, WordTrait::kAddressesNous) && !title) return Addressee::kNous;
  // "envoyez", "joignons": an imperative has no pronoun.
  const Features& features = text.features(word);
  if (features.mood == Mood::kImp && is_verb(text, word)) {
    return features.person == 1 ? Addressee::kNous : Addressee::kVous;
  }
  const Upos upos = text.upos(word);
  // "une maladie professionnelle": beside its noun, an adjective names nobody.
  const bool beside = upos == Upos::kAdj && text.relation(word) == Relation::kAmod;
  const bool noun = upos == Upos::kNoun || upos == Upos::kPron || (upos == Upos::kAdj && !beside) ||
                    is_past_participle(text, word);
  const bool nobody = text.has(word, WordTrait::kNegator) && word + 1 < text.size() &&
                      (word == begin || text.upos(word - 1) != Upos::kDet);
  if (text.has(word, WordTrait::kUserNoun) && noun && !nobody) return Addressee::kThird;
  return is_named_person(text, word, begin) ? Addressee::kThird : Addressee::kNone;
}

}  // namespace

std::vector<Addressee> find_addressees(const ClauseText& text) {
  std::vector<Addressee> addressees;
  addressees.reserve(text.trees.sentence_words.size());
  for (const WordRange& words : text.trees.sentence_words) {
    bool found[4] = {};
    for (WordIndex word = words.first; word < words.end; ++word) {
      found[static_cast<std::size_t>(addressee_of(text, word, words.first))] = true;
    }
    Addressee addressee = Addressee::kNone;
    for (const Addressee wanted : {Addressee::kThird, Addressee::kNous, Addressee::kVous}) {
      if (found[static_cast<std::size_t>(wanted)]) addressee = wanted;
    }
    addressees.push_back(addressee);
  }
  return addressees;
}

}  // namespace limpide
