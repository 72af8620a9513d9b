// What one text states and the other does not. In: the facts of both. Out: facts lost and gained,
// by kind and key, those that only a person can judge apart. Refuses: texts; spans lead to the
// words.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/analysis/analysis.h"

namespace limpide {

struct ComparedFact {
  FactKind kind = FactKind::kDate;
  std::string key;
  Span span;  // in the text that states it
};

struct FactChanges {
  std::vector<ComparedFact> lost;
  std::vector<ComparedFact> gained;
  std::vector<ComparedFact> lost_to_check;
  std::vector<ComparedFact> gained_to_check;
};

// What a text states, and its words in lower case without accents.
struct StatedFacts {
  std::string_view text;  // that the spans of the facts lie in
  const std::vector<Fact>& facts;
  std::set<std::string, std::less<>> words;
  std::set<std::string, std::less<>> numbers;  // "l211-2", "2019-486": what references are made of
};
[[nodiscard]] StatedFacts stated_facts(const Analysis& analysis, const std::vector<Fact>& facts);

// Facts of one text that the other does not state: by kind, then by place, the first of each key.
struct MissingFacts {
  std::vector<const Fact*> lost;
  std::vector<const Fact*> gained;
};
[[nodiscard]] MissingFacts missing_facts(const StatedFacts& before, const StatedFacts& after);

// Is the key the same whenever the fact is the same, however it is written?
[[nodiscard]] bool is_firm(FactKind kind);

// A fact said twice in one text and once in the other is no change. Nor is a name or a reference
// whose every word the other text holds: "MME MARTIN Claire" and "Claire Martin" are one.
[[nodiscard]] FactChanges compare_facts(const StatedFacts& before, const StatedFacts& after);

}  // namespace limpide
