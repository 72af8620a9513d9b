#include "analyzer/reports/groups.h"

#include <algorithm>
#include <map>

namespace limpide {

std::vector<PrincipleGroup> report_overview(const RunContext& run, const DocumentReport& report,
                                            const OverviewCaps& caps) {
  std::vector<double> costs;
  std::vector<double> gains;
  if (report.score.state == ScoreState::kShown) {
    if (report.score.costs.size() == report.findings.size()) costs = report.score.costs;
    gains.assign(run.rules.advices.advices.size(), 0);
    for (const AdviceGain& gain : report.score.advice_gains) gains[gain.advice] = gain.points;
  }
  return overview_of(
      {run.rules, report.findings, report.sentences, costs, gains, report.metrics.words}, caps);
}

std::vector<RuleGroup> group_by_rule(const RuleSet& rules, const std::vector<Finding>& findings) {
  std::map<std::uint32_t, RuleGroup> sorted;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    RuleGroup& group = sorted[findings[i].rule];
    group.rule = findings[i].rule;
    group.severity = std::max(group.severity, findings[i].severity);
    group.findings.push_back(static_cast<std::uint32_t>(i));
  }
  std::vector<RuleGroup> groups;
  groups.reserve(sorted.size());
  for (auto& one : sorted) groups.push_back(std::move(one.second));
  std::sort(groups.begin(), groups.end(), [&rules](const RuleGroup& a, const RuleGroup& b) {
    const Principle left = rules.spec(a.rule).principle;
    const Principle right = rules.spec(b.rule).principle;
    if (left != right) return left < right;
    if (a.severity != b.severity) return a.severity > b.severity;
    return a.findings.front() < b.findings.front();
  });
  return groups;
}

}  // namespace limpide
