// The keys that facts are compared by, and durations in words of one form.
#include <algorithm>
#include <array>

#include "analyzer/facts/facts.h"
#include "analyzer/facts/time_units.h"

namespace limpide {
namespace {

// Weeks are seven days, years twelve months; other units are not exchanged: 48 hours are not two
// days of a legal delay.
Duration counted(Duration duration) {
  const auto in = [&duration](std::int64_t times, TimeUnit unit) {
    const auto count = product(duration.count, {times, 0});
    if (!count) return;
    duration.count = *count;
    duration.unit = unit;
  };
  if (duration.unit == TimeUnit::kWeek) in(7, TimeUnit::kDay);
  if (duration.unit == TimeUnit::kYear) in(12, TimeUnit::kMonth);
  return duration;
}

const char* bound_name(Bound bound) {
  constexpr std::array<const char*, 4> kNames = {"", " min", " max", " about"};
  return kNames[static_cast<std::size_t>(bound)];
}

// The weekday is part of the key only where the date does not tell it.
std::string date_text(const Fact& fact) {
  std::string out = iso_text(fact.dates, fact.shape);
  constexpr std::array<const char*, 4> kParts = {"", " begin", " middle", " end"};
  out += kParts[static_cast<std::size_t>(fact.part)];
  const bool told = !fact.dates.empty() && weekday_of(fact.dates[0]) == fact.weekday;
  if (fact.weekday != 0 && !told) out += " weekday " + std::to_string(fact.weekday);
  return out;
}

void append(std::string& out, std::string_view word) {
  if (word.empty()) return;
  out.push_back(' ');
  out += word;
}

}  // namespace

std::string duration_text(Duration duration) {
  return decimal_text(duration.count) + "-" + std::string(time_unit_name(duration.unit));
}

std::string fact_key(const Fact& fact) {
  std::string out = fact_kind_name(fact.kind);
  switch (fact.kind) {
    case FactKind::kDate:
      append(out, date_text(fact));
      break;
    case FactKind::kTime:
    case FactKind::kAmount:
    case FactKind::kQuantity:
      append(out, decimal_text(fact.number));
      append(out, fact.unit);
      break;
    case FactKind::kDuration:
      append(out, duration_text(counted(fact.duration)));
      break;
    case FactKind::kDeadline:
      if (fact.duration.unit != TimeUnit::kNone) append(out, duration_text(counted(fact.duration)));
      if (!fact.dates.empty()) append(out, "until " + date_text(fact));
      if (fact.side == Side::kBefore) append(out, "before");
      break;
    case FactKind::kName: {
      constexpr std::array<const char*, 3> kTypes = {"person", "body", "place"};
      append(out, kTypes[static_cast<std::size_t>(fact.name_type)]);
      break;
    }
    default:
      break;
  }
  out += bound_name(fact.bound);
  append(out, fact.party_key);
  if (fact.kind != FactKind::kReference) append(out, fact.detail);
  append(out, fact.content);
  return out;
}

bool comes_before(const Fact& a, const Fact& b) {
  if (a.kind != b.kind) return a.kind < b.kind;
  const std::string key_a = fact_key(a);
  const std::string key_b = fact_key(b);
  if (key_a != key_b) return key_a < key_b;
  return a.span.begin < b.span.begin;
}

}  // namespace limpide
