#include "analyzer/reports/groups.h"

#include <algorithm>
#include <map>

namespace limpide {
namespace {

// Gravest first, then the order of the text.
bool graver(const RuleGroup& a, const RuleGroup& b) {
  if (a.severity != b.severity) return a.severity > b.severity;
  return a.findings.front() < b.findings.front();
}

bool more_pressing(const RuleGroup& a, const RuleGroup& b) {
  if (a.severity != b.severity) return a.severity > b.severity;
  if (a.findings.size() != b.findings.size()) return a.findings.size() > b.findings.size();
  return a.findings.front() < b.findings.front();
}

}  // namespace

std::vector<PrincipleGroup> group_findings(const RuleSet& rules,
                                           const std::vector<Finding>& findings) {
  std::map<Principle, std::map<std::uint32_t, RuleGroup>> sorted;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    RuleGroup& group = sorted[rules.spec(finding.rule).principle][finding.rule];
    group.rule = finding.rule;
    group.severity = std::max(group.severity, finding.severity);
    group.findings.push_back(static_cast<std::uint32_t>(i));
  }
  std::vector<PrincipleGroup> groups;
  for (auto& principle : sorted) {
    PrincipleGroup group;
    group.principle = principle.first;
    for (auto& rule : principle.second) {
      group.findings += static_cast<std::uint32_t>(rule.second.findings.size());
      group.rules.push_back(std::move(rule.second));
    }
    std::sort(group.rules.begin(), group.rules.end(), graver);
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<RuleGroup> first_things(const std::vector<PrincipleGroup>& groups, std::size_t count) {
  std::vector<RuleGroup> all;
  for (const PrincipleGroup& group : groups) {
    all.insert(all.end(), group.rules.begin(), group.rules.end());
  }
  std::sort(all.begin(), all.end(), more_pressing);
  if (all.size() > count) all.resize(count);
  return all;
}

}  // namespace limpide
