// The tables that two texts are compared with. In: the folder fr/verification of the data: classes
// of words that a rewrite must keep, their phrases, words that say the same, words that a rewrite
// must not exchange. Out: an immutable value, safe to share between threads. Refuses: a missing
// file, an unknown class, aspect or policy, a phrase that cue_phrases.h refuses (one Error with its
// line).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/parsing/clauses/clause_resources.h"
#include "analyzer/structure/cue_phrases.h"

namespace limpide {

// What of a text a change touches; the order is that of reports.
enum class Aspect : std::uint8_t {
  kFact,       // a date, an amount, a deadline, a reference, a name: FactKind says which
  kModality,   // must, may, must not
  kNegation,   // is denied, is not
  kCondition,  // if, unless, even if
  kRole,       // who does what to whom
  kAddressee,  // to whom the text speaks
  kScope,      // only, at least, each, for example, or
  kTime,       // before, after, until, no longer, will, was
  kTerm,       // words of law and of money that no other replaces
  kCount,
};
[[nodiscard]] const char* aspect_id(Aspect aspect);  // "fact", "modality"

enum class MarkerPolicy : std::uint8_t {
  kPresence,  // both texts have some, or neither
  kNumber,    // as many in both
  kKept,      // not gone where it was
  kSwap,      // not gone where the opposite class comes in
  kParity,    // a denial is not lost nor added; two of them cancel each other
  kInternal,  // counted for other classes, compared by none
  kSupport,   // the same, and always beside the other classes
};

using MarkerIndex = std::uint32_t;  // into VerificationResources::classes
inline constexpr MarkerIndex kNoMarker = 0xFFFFFFFF;

struct MarkerClass {
  std::string id;  // "seulement"
  Aspect aspect = Aspect::kScope;
  MarkerPolicy policy = MarkerPolicy::kPresence;
  bool beside = false;  // neither hides other classes nor is hidden by them
  // Of kSwap the opposite; of kPresence and kKept what says the same in a weaker way.
  MarkerIndex linked = kNoMarker;
};

// Two sides that a rewrite must not exchange: "debut" and "fin".
struct OppositeSide {
  std::uint32_t pair = 0;  // into VerificationResources::opposites
  bool second = false;
};
struct Opposite {
  std::string first;  // its first lemma, for messages
  std::string second;
};

// Classes that the code asks for by name, kNoMarker where the table does not have them.
struct NamedClasses {
  MarkerIndex only = kNoMarker;
  MarkerIndex negation = kNoMarker;
  MarkerIndex without = kNoMarker;   // the next word of meaning is denied
  MarkerIndex non = kNoMarker;       // the same, of one word: "non gratuit"
  MarkerIndex negative = kNoMarker;  // says no in other words
  MarkerIndex stops = kNoMarker;     // its whole clause says no: "est interrompu"
  MarkerIndex unless = kNoMarker;
  MarkerIndex before = kNoMarker;
  MarkerIndex condition = kNoMarker;
  MarkerIndex loose_condition = kNoMarker;  // may become "si"
  MarkerIndex kept_condition = kNoMarker;   // what "si" may become
  MarkerIndex must = kNoMarker;             // says a duty in other words
  MarkerIndex may = kNoMarker;
  MarkerIndex by_reader = kNoMarker;  // "par vos soins"
  MarkerIndex by_us = kNoMarker;
  MarkerIndex either = kNoMarker;           // "ou"
  MarkerIndex both = kNoMarker;             // "et"
  MarkerIndex asked_condition = kNoMarker;  // "subordonne a": a duty says the same
  MarkerIndex too_late = kNoMarker;         // "apres", "passe ce delai"
  MarkerIndex each = kNoMarker;             // "chaque"
  MarkerIndex we_act = kNoMarker;           // "ce jour": what is told is done by who writes
  MarkerIndex limit = kNoMarker;            // "au plus"
  MarkerIndex floor = kNoMarker;            // "au moins"
  MarkerIndex affirms = kNoMarker;          // "n'etes pas sans": two denials that say yes
  MarkerIndex gloss = kNoMarker;            // "c'est-a-dire"
  MarkerIndex in_order = kNoMarker;         // "respectivement"
  MarkerIndex empty = kNoMarker;            // "il est a noter que": says nothing
};

using LemmaMap = std::map<std::string, std::string, std::less<>>;

struct VerificationResources {
  std::vector<MarkerClass> classes;
  CueTable phrases;
  std::vector<MarkerIndex> class_of_phrase;  // kNoMarker: the phrase only hides shorter ones
  CueWords words;
  NamedClasses named;
  LemmaMap concepts;           // lemma -> first lemma of its line
  LemmaMap starts;             // the same, of the start of a deadline
  LemmaMap negatives;          // "incomplet" -> "complet"
  LemmaMap negative_prefixes;  // "non-" -> ""
  std::map<std::string, std::vector<OppositeSide>, std::less<>> opposites_of;  // by lemma
  std::vector<Opposite> opposites;
  LemmaMap plain_modifiers;  // adjectives that narrow nothing -> themselves
  LemmaMap shares;           // "moitie" -> "50"
  LemmaMap persons;          // nouns of who acts -> themselves
  LemmaMap others;           // those of them that are never the reader
  // Lemma -> lines of distinct.tsv: words of one sort that never stand for each other.
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> distinct;
  // Lemma whose loss is a change -> lemmas that may stand for it.
  std::map<std::string, std::vector<std::string>, std::less<>> kept;
};

// The tables as text, in the order of table_names().
[[nodiscard]] std::vector<std::string> verification_table_names();
[[nodiscard]] Result<VerificationResources> load_verification(const std::string& data_folder);
// Tests: `path` names the tables in errors; tables left out are empty.
[[nodiscard]] Result<VerificationResources> parse_verification(
    const std::vector<std::string>& tables, const std::string& path);

// The first lemma of the line that holds the lemma, else the lemma.
[[nodiscard]] std::string concept_of(const VerificationResources& resources,
                                     std::string_view lemma);
// The same, of the verb of a noun of action.
[[nodiscard]] std::string root_of(const VerificationResources& resources,
                                  const ClauseResources& clauses, std::string_view lemma);
// "incomplet" gives "complet"; other lemmas give themselves.
[[nodiscard]] std::string positive_of(const VerificationResources& resources,
                                      std::string_view lemma);

}  // namespace limpide
