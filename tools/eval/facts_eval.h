// How well facts are found: the `fact` lines of our own gold (tests/stages/french). In: one record
// and the facts of its sentence as a document of its own. Out: counts by kind and a line a miss.
// Refuses: negation lines, which the clause layer scores.
//
// Exact: same kind and same words. Found: same kind, and the two overlap by more than half of the
// longer. A debatable line is neither required nor wrong; nor is a fact found that overlaps one.
// Value: of the lines found, all that the gold states is right: value, unit, duration, until,
// start, side, bearer, strength, type.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "analyzer/facts/facts.h"
#include "tools/eval/gold.h"

namespace limpide {

struct FactCount {
  std::uint64_t gold = 0;
  std::uint64_t found = 0;  // of those kinds, debatable ones left out
  std::uint64_t exact = 0;
  std::uint64_t right = 0;   // exact or overlapping
  std::uint64_t values = 0;  // of the right ones
};

struct FactScores {
  std::array<FactCount, static_cast<std::size_t>(FactKind::kRestriction) + 1> kinds;
  std::vector<std::string> misses;  // "facts-012 deadline missed: words"
};

// REQUIRES: the facts are those of record.sentence alone.
void score_facts(const GoldRecord& record, const std::vector<Fact>& facts, FactScores& scores);

}  // namespace limpide
