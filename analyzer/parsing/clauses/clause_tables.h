// The tables of fr/parsing and the words that their closed columns may hold. In: nothing. Out:
// names of files, numbers of columns, words and their values. Refuses: contents; those are read in
// clause_resources.cpp.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "analyzer/parsing/clauses/clause_resources.h"

namespace limpide {

inline constexpr std::size_t kMaxColumns = 4;

enum ClauseTable : std::size_t {
  kFunctionWords,
  kEtreVerbs,
  kSemiAuxiliaries,
  kStativeParticiples,
  kIndirectPassives,
  kModals,
  kImpersonals,
  kSubordinators,
  kSupportVerbs,
  kNominalisations,
  kNotAgents,
  kUserNouns,
  kPossibilities,
  kAskingVerbs,
  kClauseTableCount,
};

struct ClauseTableForm {
  const char* name;
  std::size_t columns;
};
inline constexpr std::array<ClauseTableForm, kClauseTableCount> kClauseTables = {
    {{"function-words.tsv", 2},
     {"etre-verbs.tsv", 2},
     {"semi-auxiliaries.tsv", 2},
     {"stative-participles.tsv", 3},
     {"indirect-passives.tsv", 2},
     {"modals.tsv", 4},
     {"impersonals.tsv", 2},
     {"subordinators.tsv", 3},
     {"support-verbs.tsv", 2},
     {"nominalisations.tsv", 2},
     {"not-agents.tsv", 2},
     {"user-nouns.tsv", 1},
     {"possibilities.tsv", 2},
     {"asking-verbs.tsv", 1}}};

template <typename T>
struct Name {
  std::string_view name;
  T value;
};

template <typename T, std::size_t N>
std::optional<T> value_named(const std::array<Name<T>, N>& names, std::string_view name) {
  for (const Name<T>& entry : names) {
    if (entry.name == name) return entry.value;
  }
  return std::nullopt;
}

inline constexpr std::array<Name<WordTrait>, 19> kFunctionRoles = {
    {{"ne", WordTrait::kNe},
     {"negator", WordTrait::kNegator},
     {"que", WordTrait::kQue},
     {"de", WordTrait::kDe},
     {"par", WordTrait::kPar},
     {"reflexive", WordTrait::kReflexive},
     {"maybe-reflexive", WordTrait::kMaybeReflexive},
     {"object-clitic", WordTrait::kObjectClitic},
     {"like-preposition", WordTrait::kLikePreposition},
     {"asks", WordTrait::kAsks},
     {"privative", WordTrait::kPrivative},
     {"compares", WordTrait::kCompares},
     {"title", WordTrait::kTitle},
     {"floating", WordTrait::kFloating},
     {"subject-pronoun", WordTrait::kSubjectPronoun},
     {"thing-pronoun", WordTrait::kThingPronoun},
     {"around-event", WordTrait::kAroundEvent},
     {"vous", WordTrait::kAddressesVous},
     {"nous", WordTrait::kAddressesNous}}};

inline constexpr std::array<Name<WordTrait>, 16> kVerbUses = {
    {{"etre", WordTrait::kEtre},
     {"avoir", WordTrait::kAvoir},
     {"intransitive", WordTrait::kEtreVerb},
     {"both", WordTrait::kEtreOrTransitive},
     {"always", WordTrait::kChain},
     {"causes", WordTrait::kCauses},
     {"reflexive", WordTrait::kChainReflexive},
     {"conditional", WordTrait::kChainConditional},
     {"imperative", WordTrait::kChainImperative},
     {"personal", WordTrait::kIndirectPassive},
     {"impersonal", WordTrait::kImpersonalPassive},
     {"verb", WordTrait::kImpersonalVerb},
     {"attribute", WordTrait::kImpersonalAttribute},
     {"happens", WordTrait::kHappens},
     {"both-ways", WordTrait::kMayHappen},
     {"adverse", WordTrait::kAdverse}}};

inline constexpr std::array<Name<ModalUse>, 6> kModalUses = {
    {{"verb", ModalUse::kVerb},
     {"active", ModalUse::kActive},
     {"quality", ModalUse::kQuality},
     {"attribute", ModalUse::kAttribute},
     {"noun", ModalUse::kNoun},
     {"impersonal", ModalUse::kImpersonal}}};
inline constexpr std::array<Name<Modality>, 4> kModalities = {
    {{"none", Modality::kNone},
     {"obligation", Modality::kObligation},
     {"permission", Modality::kPermission},
     {"prohibition", Modality::kProhibition}}};
inline constexpr std::array<Name<ClauseKind>, 4> kKinds = {
    {{"participial", ClauseKind::kParticipial},
     {"relative", ClauseKind::kRelative},
     {"completive", ClauseKind::kCompletive},
     {"adverbial", ClauseKind::kAdverbial}}};
inline constexpr std::array<Name<ClauseSense>, 9> kSenses = {
    {{"none", ClauseSense::kNone},
     {"condition", ClauseSense::kCondition},
     {"time", ClauseSense::kTime},
     {"cause", ClauseSense::kCause},
     {"purpose", ClauseSense::kPurpose},
     {"concession", ClauseSense::kConcession},
     {"consequence", ClauseSense::kConsequence},
     {"comparison", ClauseSense::kComparison},
     {"manner", ClauseSense::kManner}}};

// The uses that the second column of a table of verbs may name.
[[nodiscard]] inline std::pair<WordTrait, WordTrait> uses_of(std::size_t table) {
  switch (table) {
    case kEtreVerbs:
      return {WordTrait::kEtre, WordTrait::kEtreOrTransitive};
    case kSemiAuxiliaries:
      return {WordTrait::kChain, WordTrait::kChainImperative};
    case kIndirectPassives:
      return {WordTrait::kIndirectPassive, WordTrait::kImpersonalPassive};
    case kPossibilities:
      return {WordTrait::kHappens, WordTrait::kAdverse};
    default:
      return {WordTrait::kImpersonalVerb, WordTrait::kImpersonalAttribute};
  }
}

}  // namespace limpide
