#include "analyzer/verification/parties.h"

namespace limpide {
namespace {

Who who_of_pronoun(const ClauseResources& clauses, std::string_view lower,
                   const Features& features) {
  const WordTraits traits = clauses.of_form(lower);
  if (features.pron_type == PronType::kRel) return Who::kUnknown;
  if ((traits & bit_of(WordTrait::kAddressesVous)) != 0 || features.person == 2) {
    return Who::kReader;
  }
  if ((traits & bit_of(WordTrait::kAddressesNous)) != 0 || features.person == 1) return Who::kUs;
  return Who::kPronoun;
}

}  // namespace

Who who_of_key(const FactText& text, const ClauseResources& clauses, std::string_view key) {
  if (key.empty()) return Who::kUnknown;
  const WordTraits form = clauses.of_form(key);
  if ((form & bit_of(WordTrait::kAddressesVous)) != 0) return Who::kReader;
  if ((form & bit_of(WordTrait::kAddressesNous)) != 0) return Who::kUs;
  if ((form & bit_of(WordTrait::kSubjectPronoun)) != 0) return Who::kPronoun;
  if ((clauses.of_lemma(key) & bit_of(WordTrait::kUserNoun)) != 0) return Who::kUser;
  const FactWord* entry = text.resources.find(key);
  constexpr FactRoles kBodies =
      bit_of(FactRole::kOffice) | bit_of(FactRole::kBody) | bit_of(FactRole::kAcronym);
  if (entry != nullptr && (entry->roles & kBodies) != 0) return Who::kBody;
  return Who::kOther;
}

Party party_of_word(const FactText& text, const ClauseResources& clauses, WordIndex word) {
  if (word == kNoWord) return {};
  const WordTag& tag = text.input.tagging.words[word];
  const std::string_view lower = text.lower(text.token_of(word));
  const std::string_view lemma = text.input.tagging.lemmas[tag.lemma];
  Party party;
  party.word = word;
  if (tag.upos == Upos::kPron) {
    party.who = who_of_pronoun(clauses, lower, tag.features);
    party.key = lower;
    return party;
  }
  party.key = lemma.empty() ? lower : lemma;
  party.who = who_of_key(text, clauses, party.key);
  return party;
}

}  // namespace limpide
