// Runs rules over an Analysis. In: an Analysis, a RuleSet, a profile, which rules. Out: raw
// findings, by rule then place. Refuses: overlaps, caps, order of the report: selection/ does that.
#pragma once

#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/findings/finding.h"
#include "analyzer/rules/rule_set.h"

namespace limpide {

struct RuleSelection {
  Profile profile = Profile::kCourrier;
  std::vector<std::uint32_t> only;  // indices; empty: all that the profile enables
  std::vector<std::uint32_t> skip;
};

// By block: judged, French, and of one of these roles.
[[nodiscard]] std::vector<bool> judged_blocks(const Analysis& analysis,
                                              const std::vector<Role>& roles);

// How far the analysis must go for the rules of the selection.
[[nodiscard]] Depth depth_of(const RuleSet& rules, const RuleSelection& selection);

// Rules that need more than analysis.depth are passed over.
[[nodiscard]] std::vector<Finding> run_rules(const Analysis& analysis, const RuleSet& rules,
                                             const RuleSelection& selection);

}  // namespace limpide
