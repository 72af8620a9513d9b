// What a text states, in a form that two texts can be compared by: dates, times, amounts,
// durations, deadlines, references, names, duties with their bearer, conditions, negations. In: the
// earlier layers. Out: plain values in the order of the text, each with its span, its normal form
// and a key: two ways of writing one fact have one key. Refuses: to guess; what it does not
// understand is left out, and nothing depends on the day it runs. The comparison of two texts is in
// verification/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/base/span.h"
#include "analyzer/facts/calendar.h"
#include "analyzer/facts/fact_resources.h"
#include "analyzer/facts/numbers.h"
#include "analyzer/parsing/clauses/clause_values.h"
#include "analyzer/parsing/tree.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/tagging.h"

namespace limpide {

enum class FactKind : std::uint8_t {
  kDate,
  kTime,      // of the day: "14 h 30"
  kAmount,    // money, shares ("12 %"), measures
  kQuantity,  // any other number: "trois exemplaires"
  kDuration,  // that is no deadline: "pendant trois ans"
  kDeadline,
  kReference,
  kName,
  kObligation,
  kPermission,
  kProhibition,
  kCondition,
  kNegation,
  kRestriction,  // "ne ... que"
};
[[nodiscard]] const char* fact_kind_name(FactKind kind);  // "date", "prohibition"

enum class TimeUnit : std::uint8_t {
  kNone,
  kMinute,
  kHour,
  kDay,
  kWorkday,      // "jour ouvre"
  kBusinessDay,  // "jour ouvrable"
  kClearDay,     // "jour franc"
  kWeek,
  kMonth,
  kClearMonth,
  kYear,
};
struct Duration {
  Decimal count;
  TimeUnit unit = TimeUnit::kNone;  // as written; keys count weeks in days and years in months
};
[[nodiscard]] std::string duration_text(Duration duration);  // "2-month"

enum class Bound : std::uint8_t { kExact, kMin, kMax, kAbout };
// A deadline counted forward from its start, or backwards ("huit jours avant la date").
enum class Side : std::uint8_t { kAfter, kBefore };
enum class DatePart : std::uint8_t { kWhole, kBegin, kMiddle, kEnd };  // "fin mars"
enum class Strength : std::uint8_t { kDuty, kRequest };
enum class NameType : std::uint8_t { kPerson, kBody, kPlace };

// Fields of other kinds than its own keep their first value.
// Detail of the reference to a numbered part: "page 3", "option 2".
inline constexpr const char* kLabelReference = "label";

struct Fact {
  FactKind kind = FactKind::kDate;
  Span span;                   // bytes of Document::text
  std::uint32_t sentence = 0;  // into Segmentation::sentences

  // Dates; the limit of a deadline ("avant le 30 septembre").
  std::vector<PartialDate> dates;
  DateShape shape = DateShape::kSingle;
  DatePart part = DatePart::kWhole;
  std::uint8_t weekday = 0;  // 1 (Monday) to 7 as written, 0 when it is not

  // Amounts, quantities; minutes since midnight of a time.
  Decimal number;
  std::string unit;  // "EUR", "percent", "m2"
  Bound bound = Bound::kExact;

  // Durations and deadlines.
  Duration duration;
  Side side = Side::kAfter;

  Span party;  // start of a deadline, bearer of a duty; empty when not stated
  // The same in normal form: "reception courrier", "vous"; "reader" of an imperative, else "".
  std::string party_key;

  // Normal form of a reference, of a name, of what a condition says; the lemma of what one must,
  // may or may not do; the verb denied.
  std::string content;
  std::string detail;  // sort of a condition or reference, title of a person, denying word
  Strength strength = Strength::kDuty;
  NameType name_type = NameType::kPerson;
};

// Equal for two facts that say the same; readable, one line: "deadline 2-month reception courrier".
[[nodiscard]] std::string fact_key(const Fact& fact);
// By kind, then by key: the order in which two texts are compared.
[[nodiscard]] bool comes_before(const Fact& a, const Fact& b);

struct FactInput {
  std::string_view text;  // Document::text
  const Segmentation& segmentation;
  const Tagging& tagging;
  const Trees& trees;
  const Clauses& clauses;
};

// Sorted by begin, longest first, then by kind. Linear in the tokens.
// REQUIRES: one tag a word of the segmentation, one arc a word (or none at all), clauses made from
// them; all spans lie in text.
[[nodiscard]] std::vector<Fact> find_facts(const FactInput& input, const FactResources& resources);

}  // namespace limpide
