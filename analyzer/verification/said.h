// What sentences say that no key of a fact holds: duties, denials, conditions, scope, who does
// what, which words stand together. In: an Analysis with trees. Out: lists by sentence, and those
// of a group of sentences. Refuses: judgement; two texts are compared in verification.h.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "analyzer/verification/events.h"
#include "analyzer/verification/markers.h"

namespace limpide {

enum class DutySort : std::uint8_t { kMust, kMay, kMustNot };

struct Duty {
  DutySort sort = DutySort::kMust;
  Who who = Who::kUnknown;
  std::string bearer;  // key of the facts
  std::string verb;    // root
  bool asked = false;  // "merci de", an imperative: politely
  Span span;
};

// "n'est pas verse", "sans facture", "incomplet": the root of what is denied, "" when unknown.
enum class DenialForm : std::uint8_t { kVerb, kWithout, kWord };
struct Denial {
  std::string root;
  DenialForm form = DenialForm::kVerb;
  Span span;
};

// A word of meaning. Its root is what its family and its synonyms share.
struct SaidWord {
  std::string root;
  std::string lemma;
  Upos upos = Upos::kX;
  Span span;
};

enum class ModifierLink : std::uint8_t { kAdjective, kPredicate, kComplement, kObject };
// "tribunal administratif", "code du travail", "verser un acompte": roots of a noun and of what
// narrows it, of a verb and of its object.
struct Modifier {
  std::string head;
  std::string word;
  ModifierLink link = ModifierLink::kAdjective;
  Span span;
};

// "une attestation ou un bail": roots of two items, and whether one of them is enough.
struct CoordinatedPair {
  std::string first;
  std::string second;
  bool either = false;
  bool plain = false;  // two adjectives or participles: "signe et date"
  Span span;
};

// "deux originaux", "un original": a noun and how many of it.
struct CountedNoun {
  std::string root;
  std::string number;  // figures
  Span span;
};

// "signer avant de payer": roots of what comes first and of what comes then.
struct Step {
  std::string first;
  std::string second;
  Span span;  // of "avant"
};

// "les proprietaires qui louent": root of the verb that narrows.
struct RelativeLimit {
  std::string verb;
  Span span;  // of the verb
};

// Of one sentence, or of several together.
struct Said {
  std::vector<std::vector<Span>> markers;  // by class
  std::vector<Duty> duties;
  std::vector<Denial> denials;
  std::vector<Event> events;
  std::vector<Possession> possessions;
  std::vector<Span> reader;  // words that speak to the reader
  std::vector<Span> orders;  // imperatives
  std::vector<SaidWord> words;
  std::vector<Modifier> modifiers;
  std::vector<CoordinatedPair> pairs;
  std::vector<CountedNoun> counts;
  std::vector<Step> steps;
  std::vector<RelativeLimit> limits;
  // How often each root is said; of a noun of action that of its verb.
  std::map<std::string, std::uint32_t, std::less<>> roots;
  // Of these, how often in a clause that denies or behind a word that does.
  std::map<std::string, std::uint32_t, std::less<>> shaded;
  std::vector<Span> loose_conditions;  // relatives, gerunds: "qui", "en payant"
  std::vector<Span> questions;         // "Vous etes etudiant ?"
};

// One value a sentence of the segmentation. REQUIRES: depth is Depth::kTrees.
[[nodiscard]] std::vector<Said> said_by_sentence(const Analysis& analysis,
                                                 const VerificationResources& resources);
void append_said(Said& all, const Said& more);

}  // namespace limpide
