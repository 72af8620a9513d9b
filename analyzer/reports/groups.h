// The findings of a document as a person reads them. In: findings in the order of the text. Out:
// principles in the order of the programme, in each its rules, the gravest first, in each its
// findings in the order of the text. Refuses: texts.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/reports/report.h"

namespace limpide {

struct RuleGroup {
  std::uint32_t rule = 0;
  Severity severity = Severity::kInfo;  // the gravest of its findings
  std::vector<std::uint32_t> findings;  // indices into DocumentReport::findings
};

struct PrincipleGroup {
  Principle principle = Principle::kSentences;
  std::uint32_t findings = 0;
  std::vector<RuleGroup> rules;
};

[[nodiscard]] std::vector<PrincipleGroup> group_findings(const RuleSet& rules,
                                                         const std::vector<Finding>& findings);
// What to mend first, over all principles: the gravest, then the most frequent, at most `count`.
[[nodiscard]] std::vector<RuleGroup> first_things(const std::vector<PrincipleGroup>& groups,
                                                  std::size_t count);

}  // namespace limpide
