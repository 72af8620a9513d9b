// The tables that two texts are compared with. In: the folder fr/verification of the data: classes
// of words that a rewrite must keep, their phrases, verbs that say the same. Out: an immutable
// value, safe to share between threads. Refuses: a missing file, an unknown class, aspect or
// policy, a phrase that cue_phrases.h refuses (one Error with its line).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
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
  kTime,       // before, after, until, no longer
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
};

using MarkerIndex = std::uint32_t;  // into VerificationResources::classes
inline constexpr MarkerIndex kNoMarker = 0xFFFFFFFF;

struct MarkerClass {
  std::string id;  // "seulement"
  Aspect aspect = Aspect::kScope;
  MarkerPolicy policy = MarkerPolicy::kPresence;
  MarkerIndex opposite = kNoMarker;
};

struct VerificationResources {
  std::vector<MarkerClass> classes;
  CueTable phrases;
  std::vector<MarkerIndex> class_of_phrase;  // kNoMarker: the phrase only hides shorter ones
  CueWords words;
  std::map<std::string, std::string, std::less<>> concepts;  // lemma -> first lemma of its line
  std::map<std::string, std::string, std::less<>> starts;    // the same, of the start of a deadline
  // Classes that the analysis counts too, kNoMarker where the table does not have them.
  MarkerIndex only = kNoMarker;
  MarkerIndex negation = kNoMarker;
  MarkerIndex without = kNoMarker;
  MarkerIndex condition = kNoMarker;
};

[[nodiscard]] Result<VerificationResources> load_verification(const std::string& data_folder);
// Tests: the tables as text; `path` names them in errors.
[[nodiscard]] Result<VerificationResources> parse_verification(std::string_view classes,
                                                               std::string_view markers,
                                                               std::string_view concepts,
                                                               std::string_view starts,
                                                               const std::string& path);
// The first lemma of the line that holds the lemma, else the lemma.
[[nodiscard]] std::string concept_of(const VerificationResources& resources,
                                     std::string_view lemma);

}  // namespace limpide
