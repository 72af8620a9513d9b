#include "analyzer/rules/runner.h"

#include <algorithm>
#include <map>

#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

bool has(const std::vector<std::uint32_t>& list, std::uint32_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

std::vector<bool> judged_blocks(const Analysis& analysis, const std::vector<Role>& roles) {
  const Structure& structure = analysis.structure;
  std::vector<bool> judged(structure.blocks.size(), false);
  for (std::size_t i = 0; i < judged.size(); ++i) {
    const BlockStructure& block = structure.blocks[i];
    judged[i] = block.judged && std::find(roles.begin(), roles.end(), block.role) != roles.end();
  }
  return judged;
}

namespace {

bool is_asked(const RuleSet& rules, const RuleSelection& selection, std::uint32_t rule) {
  const bool asked = selection.only.empty() ? rules.spec(rule).enabled[index_of(selection.profile)]
                                            : has(selection.only, rule);
  return asked && !has(selection.skip, rule);
}

// Rules that can fire on these words.
std::vector<bool> worth_running(const Analysis& analysis, const RuleSet& rules) {
  std::vector<bool> worth(rules.rules.size());
  for (std::size_t i = 0; i < worth.size(); ++i) worth[i] = !rules.keyed[i];
  if (rules.rules_of_key.empty()) return worth;
  const auto mark = [&](const std::string& word) {
    const auto found = rules.rules_of_key.find(word);
    if (found == rules.rules_of_key.end()) return;
    for (const std::uint32_t rule : found->second) worth[rule] = true;
  };
  for (const Form& form : analysis.segmentation.forms) mark(form.lower);
  for (const std::string& lemma : analysis.tagging.lemmas) mark(lemma);
  return worth;
}

Finding make_finding(Hit&& hit, std::uint32_t rule, Severity severity) {
  Finding finding;
  finding.rule = rule;
  finding.severity = hit.severity.value_or(severity);
  finding.confidence = hit.confidence;
  finding.span = hit.span;
  finding.related = std::move(hit.related);
  finding.arguments = std::move(hit.arguments);
  finding.operation = std::move(hit.operation);
  return finding;
}

}  // namespace

Depth depth_of(const RuleSet& rules, const RuleSelection& selection) {
  for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
    if (is_asked(rules, selection, i) && rules.rules[i].matcher->depth() == Depth::kTrees)
      return Depth::kTrees;
  }
  return Depth::kWords;
}

std::vector<Finding> run_rules(const Analysis& analysis, const RuleSet& rules,
                               const RuleSelection& selection) {
  const std::size_t profile = index_of(selection.profile);
  const std::vector<TermHit> terms = find_terms(*rules.terms, analysis);
  const std::vector<bool> worth = worth_running(analysis, rules);
  std::map<std::vector<Role>, std::vector<bool>> blocks_of_roles;
  std::vector<Finding> findings;
  std::vector<Hit> hits;
  for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
    const RuleSpec& spec = rules.spec(i);
    if (!worth[i] || !is_asked(rules, selection, i)) continue;
    if (rules.rules[i].matcher->depth() > analysis.depth) continue;
    auto blocks = blocks_of_roles.find(spec.roles);
    if (blocks == blocks_of_roles.end()) {
      blocks = blocks_of_roles.emplace(spec.roles, judged_blocks(analysis, spec.roles)).first;
    }
    hits.clear();
    const MatchContext context{analysis, selection.profile, terms, blocks->second};
    rules.rules[i].matcher->match(context, hits);
    for (Hit& hit : hits) {
      findings.push_back(make_finding(std::move(hit), i, spec.severity[profile]));
    }
  }
  return findings;
}

}  // namespace limpide
