// What a writer can do, in one sentence, and the rules that ask for it. In: rules/fr/advices.tsv
// (id, title, advice, rules). Out: an advice for every rule: its row, or one of its own, made of
// its title and advice. Refuses: a row that names no rule, a rule in two rows, rules of several
// principles in one row; each is a fault with its line, and the rest holds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rules/rule.h"

namespace limpide {

struct Advice {
  std::string id;
  std::string title;
  std::string text;
  Principle principle = Principle::kSentences;
};

struct AdviceTable {
  std::vector<Advice> advices;
  std::vector<std::uint32_t> of_rule;  // by rule
  std::vector<Error> faults;
};

// `rules`: by index, as of_rule will be. `path`: for faults.
[[nodiscard]] AdviceTable group_rules(std::string_view table, const std::string& path,
                                      const std::vector<const RuleSpec*>& rules);

}  // namespace limpide
