#include "analyzer/verification/merged_values.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "analyzer/verification/fact_rewordings.h"

namespace limpide {
namespace {

using Facts = std::vector<const Fact*>;

constexpr std::int64_t kMinutesOfHour = 60;
constexpr std::uint32_t kNearCents = 6;  // bytes between "euros" and "quinze centimes"

// "deux mille euros et quinze centimes": two amounts are one.
void drop_cents(Facts& parts, Facts& wholes) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    const Fact& euros = *parts[i];
    const Fact& cents = *parts[i + 1];
    if (euros.kind != FactKind::kAmount || cents.kind != FactKind::kAmount) continue;
    if (euros.unit != cents.unit || cents.span.begin > euros.span.end + kNearCents) continue;
    const auto total = sum(euros.number, cents.number);
    if (!total) continue;
    const auto whole = std::find_if(wholes.begin(), wholes.end(), [&](const Fact* fact) {
      return fact->unit == euros.unit && decimal_text(fact->number) == decimal_text(*total);
    });
    if (whole == wholes.end()) continue;
    wholes.erase(whole);
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i),
                parts.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    return;
  }
}

// "douze heures trente" is a duration and a number where the other text has "12 h 30".
void drop_hours(Facts& parts, Facts& times) {
  const Facts all = parts;
  for (const Fact* hours : all) {
    if (!is_span_of_time(*hours) || hours->duration.unit != TimeUnit::kHour) continue;
    const auto minutes = std::find_if(parts.begin(), parts.end(), [hours](const Fact* fact) {
      return fact->kind == FactKind::kQuantity && fact->span.begin >= hours->span.end &&
             fact->span.begin <= hours->span.end + 1;
    });
    const auto whole = product(hours->duration.count, {kMinutesOfHour, 0});
    if (minutes == parts.end() || !whole) continue;
    const auto total = sum(*whole, (*minutes)->number);
    const auto time = std::find_if(times.begin(), times.end(), [&total](const Fact* fact) {
      return fact->kind == FactKind::kTime && total &&
             decimal_text(fact->number) == decimal_text(*total);
    });
    if (time == times.end()) continue;
    times.erase(time);
    parts.erase(minutes);
    parts.erase(std::find(parts.begin(), parts.end(), hours));
  }
}

// "164 des 170 trimestres", "164 trimestres sur les 170": the same numbers, the unit elsewhere.
void drop_counts(MissingFacts& missing, const StatedFacts& before, const StatedFacts& after) {
  // As written: a duration in quarters is kept in months.
  const auto counts = [](const Facts& facts, const StatedFacts& side) {
    std::multiset<std::string_view> found;
    for (const Fact* fact : facts) {
      const std::string_view words = slice(side.text, fact->span);
      const bool number = fact->kind == FactKind::kQuantity || fact->kind == FactKind::kDuration;
      if (number) found.insert(words.substr(0, words.find_first_not_of("0123456789")));
    }
    return found;
  };
  const auto was = counts(missing.lost, before);
  if (was.size() < 2 || was != counts(missing.gained, after)) return;
  const auto counted = [](const Fact* fact) {
    return fact->kind == FactKind::kQuantity || fact->kind == FactKind::kDuration;
  };
  for (Facts* facts : {&missing.lost, &missing.gained}) {
    facts->erase(std::remove_if(facts->begin(), facts->end(), counted), facts->end());
  }
}

}  // namespace

void drop_merged(MissingFacts& missing, const StatedFacts& before, const StatedFacts& after) {
  drop_cents(missing.lost, missing.gained);
  drop_cents(missing.gained, missing.lost);
  drop_counts(missing, before, after);
  drop_hours(missing.lost, missing.gained);
  drop_hours(missing.gained, missing.lost);
}

}  // namespace limpide
