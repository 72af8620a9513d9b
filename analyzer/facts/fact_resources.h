// The closed lists of French that facts are read with. In: the tables of the folder fr/facts of the
// data: lines "role TAB words TAB value", UTF-8, "#" comments. Out: an immutable value, safe to
// share between threads: for the first word of each phrase, its phrases, longest first. Refuses: a
// missing file, an unknown role, a line without its three columns or with a value of the wrong
// sort (one Error with its line).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/base/hash.h"
#include "analyzer/base/result.h"
#include "analyzer/facts/numbers.h"

namespace limpide {

// What a phrase is good for. The tables say what each role means.
enum class FactRole : std::uint8_t {
  kNumber,
  kMagnitude,
  kGroup,
  kOrdinal,
  kHalf,
  kMonth,
  kWeekday,
  kPeriod,
  kDatePart,
  kMonthLead,
  kYearLead,
  kDayEnd,
  kTimeLead,
  kClock,
  kMoney,
  kScale,
  kShare,
  kMeasure,
  kTime,
  kDelay,
  kDelayNoun,
  kDelayLead,
  kUntil,
  kLatest,
  kLatestLead,
  kStart,
  kBefore,
  kAhead,
  kHave,
  kCondition,
  kNotCondition,
  kAskingVerb,
  kTitle,
  kBody,
  kOffice,
  kAcronym,
  kWay,
  kPlaceLead,
  kJoint,
  kPerson,
  kKin,
  kLawAcronym,
  kLawArticle,
  kLawAct,
  kLawPart,
  kReferenceLabel,
  kLawSource,
  kFilePrefix,
  kRequestVerb,
  kRequest,
  kPlease,
  kPolite,
  kPoliteNoun,
  kPossible,
  kPlainModal,
  kNoDuty,
  kGoverns,
  kImpersonalBearer,
  kDropped,
  kSame,
  kBound,
  kBoundAfter,
  kLabel,
  kCount,
};
using FactRoles = std::uint64_t;
static_assert(static_cast<unsigned>(FactRole::kCount) <= 64);
[[nodiscard]] constexpr FactRoles bit_of(FactRole role) {
  return FactRoles{1} << static_cast<unsigned>(role);
}

struct FactPhrase {
  FactRole role = FactRole::kNumber;
  std::vector<std::string> rest;  // words after the first, lower case, straight apostrophe
  std::string name;               // "EUR", "mr"; "" when the value holds none
  Decimal number;                 // 0 when the value holds none
};

// All phrases that start with one word.
struct FactWord {
  FactRoles roles = 0;
  std::vector<FactPhrase> phrases;  // longest first, then in the order of the tables
};

class FactResources {
 public:
  // `directory`: .../fr/facts.
  static Result<FactResources> load(const std::string& directory);
  // Tests: one table as text.
  static Result<FactResources> parse(std::string_view table, const std::string& path);
  [[nodiscard]] static std::vector<std::string> table_names();

  // Null when no phrase starts with the word. The pointer lives as long as this value.
  [[nodiscard]] const FactWord* find(std::string_view lower) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return static_cast<std::size_t>(hash_bytes(word));
    }
  };

  [[nodiscard]] Status add_table(std::string_view table, const std::string& path);
  void add_phrase(const std::vector<std::string>& words, FactPhrase phrase);
  void sort_phrases();

  std::unordered_map<std::string, FactWord, Hash, std::equal_to<>> words_;
};

}  // namespace limpide
