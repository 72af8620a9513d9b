// Two ways to put the findings of a report together. In: a report, its rules. Out: by advice, as a
// person reads them (selection/overview.h), with what the score says of them; by rule, as machines
// want them. Refuses: texts.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/reports/report.h"
#include "analyzer/selection/overview.h"

namespace limpide {

inline constexpr std::size_t kFirstAdvices = 5;  // of what to mend first

// Costs and gains count where a score is shown.
[[nodiscard]] std::vector<PrincipleGroup> report_overview(const RunContext& run,
                                                          const DocumentReport& report,
                                                          const OverviewCaps& caps);

struct RuleGroup {
  std::uint32_t rule = 0;
  Severity severity = Severity::kInfo;  // the gravest of its findings
  std::vector<std::uint32_t> findings;  // indices into DocumentReport::findings, in their order
};
// By principle, in each the gravest first, then the order of the text.
[[nodiscard]] std::vector<RuleGroup> group_by_rule(const RuleSet& rules,
                                                   const std::vector<Finding>& findings);

}  // namespace limpide
