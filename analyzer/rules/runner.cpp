#include "analyzer/rules/runner.h"

#include <algorithm>
#include <map>

#include "analyzer/rules/explanations.h"
#include "analyzer/rules/parameters.h"
#include "analyzer/rules/patterns/selector.h"

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

// By rule that names its words: the sentences that hold one of them, in order. One pass over the
// words, whatever the number of rules: a rule costs where its words stand.
class Candidates {
 public:
  Candidates(const Analysis& analysis, const RuleSet& rules) : sentences_(rules.rules.size()) {
    if (rules.rules_of_key.empty()) return;
    const Segmentation& cut = analysis.segmentation;
    std::vector<Rules> by_form;
    by_form.reserve(cut.forms.size());
    for (const Form& form : cut.forms) by_form.push_back(rules_of(rules, form.lower));
    std::vector<Rules> by_lemma;
    by_lemma.reserve(analysis.tagging.lemmas.size());
    for (const std::string& lemma : analysis.tagging.lemmas)
      by_lemma.push_back(rules_of(rules, lemma));
    for (std::uint32_t i = 0; i < cut.sentences.size(); ++i) {
      const Sentence& sentence = cut.sentences[i];
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at)
        mark(by_form[cut.tokens[at].form], i);
      const WordRange words = words_of_sentence(analysis, i);
      for (WordIndex word = words.first; word < words.end; ++word) {
        mark(by_form[cut.words[word].form], i);
        if (!by_lemma.empty()) mark(by_lemma[analysis.tagging.words[word].lemma], i);
      }
    }
  }
  [[nodiscard]] const std::vector<std::uint32_t>& of(std::uint32_t rule) const {
    return sentences_[rule];
  }

 private:
  using Rules = const std::vector<std::uint32_t>*;  // null: no rule names the word

  static Rules rules_of(const RuleSet& rules, const std::string& word) {
    const auto found = rules.rules_of_key.find(word);
    return found == rules.rules_of_key.end() ? nullptr : &found->second;
  }
  void mark(Rules rules, std::uint32_t sentence) {
    if (rules == nullptr) return;
    for (const std::uint32_t rule : *rules) {
      std::vector<std::uint32_t>& own = sentences_[rule];
      if (own.empty() || own.back() != sentence) own.push_back(sentence);
    }
  }

  std::vector<std::vector<std::uint32_t>> sentences_;
};

Finding make_finding(Hit&& hit, std::uint32_t rule, const RuleSpec& spec, std::size_t profile) {
  const Severity severity = spec.severity[profile];
  Finding finding;
  finding.rule = rule;
  finding.severity = hit.severity.value_or(severity);
  finding.confidence = hit.confidence;
  finding.span = hit.span;
  finding.related = std::move(hit.related);
  finding.arguments = std::move(hit.arguments);
  finding.operation = std::move(hit.operation);
  if (finding.operation.kind == OperationKind::kNone) finding.operation.kind = spec.operation;
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
  const TermHits terms_by_rule(*rules.terms, terms);
  const Candidates candidates(analysis, rules);
  Explanations explanations(analysis, *rules.acronyms);
  std::map<std::vector<Role>, std::vector<bool>> blocks_of_roles;
  std::vector<Finding> findings;
  std::vector<Hit> hits;
  for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
    const RuleSpec& spec = rules.spec(i);
    const bool keyed = rules.keyed[i];
    if ((keyed && candidates.of(i).empty()) || !is_asked(rules, selection, i)) continue;
    const Matcher& matcher = *rules.rules[i].matcher;
    if (matcher.depth() > analysis.depth) continue;
    const std::optional<std::uint32_t> slot = matcher.term_slot();
    if (slot && terms_by_rule.of(*slot).empty()) continue;
    auto blocks = blocks_of_roles.find(spec.roles);
    if (blocks == blocks_of_roles.end()) {
      blocks = blocks_of_roles.emplace(spec.roles, judged_blocks(analysis, spec.roles)).first;
    }
    hits.clear();
    const MatchContext context{analysis,
                               selection.profile,
                               terms,
                               terms_by_rule,
                               blocks->second,
                               explanations,
                               keyed ? &candidates.of(i) : nullptr};
    matcher.match(context, hits);
    for (Hit& hit : hits) {
      findings.push_back(make_finding(std::move(hit), i, spec, profile));
    }
  }
  return findings;
}

}  // namespace limpide
