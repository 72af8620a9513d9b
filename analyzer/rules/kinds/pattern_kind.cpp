// A pattern: a selector that gives the places, the conditions that each place must meet, and the
// exceptions. Arguments: passage (the words marked), and those of the selector.
#include <algorithm>
#include <utility>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/patterns/condition.h"
#include "analyzer/rules/patterns/pattern.h"
#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

bool has_override(const ConditionNode& node) {
  return !node.overrides.empty() ||
         std::any_of(node.children.begin(), node.children.end(),
                     [](const ConditionNode& child) { return has_override(child); });
}

bool has_override(const RuleSpec& spec) {
  return has_override(spec.condition) ||
         std::any_of(
             spec.exceptions.begin(), spec.exceptions.end(), [](const RuleException& exception) {
               return std::any_of(exception.conditions.begin(), exception.conditions.end(),
                                  [](const ConditionNode& node) { return has_override(node); });
             });
}

Result<Pattern> compile_pattern(const RuleSpec& spec, Profile profile,
                                const RuleResources& resources) {
  Pattern pattern;
  pattern.first_only = spec.first_only;
  Result<Condition> anchor = compile_anchor(spec.condition, profile, resources);
  if (!anchor) return anchor.error();
  pattern.anchor = *std::move(anchor);
  for (const RuleException& exception : spec.exceptions) {
    Condition all;
    for (const ConditionNode& node : exception.conditions) {
      Result<Condition> condition = compile_condition(node, profile, resources);
      if (!condition) return condition.error();
      all.children.push_back(*std::move(condition));
    }
    all.shown = exception.reason;
    pattern.exceptions.push_back(std::move(all));
  }
  return pattern;
}

class PatternMatcher final : public Matcher {
 public:
  explicit PatternMatcher(std::array<std::shared_ptr<const Pattern>, kProfileCount> patterns)
      : patterns_(std::move(patterns)) {
    bool every_profile_names = true;
    const Pattern* last = nullptr;
    for (const auto& pattern : patterns_) {
      if (std::exchange(last, pattern.get()) == pattern.get()) continue;  // shared by profiles
      trees_ = trees_ || needs_trees(pattern->anchor) ||
               std::any_of(pattern->exceptions.begin(), pattern->exceptions.end(),
                           [](const Condition& exception) { return needs_trees(exception); });
      std::vector<std::string> own = pattern->anchor.selector->keys();
      every_profile_names = every_profile_names && !own.empty();
      keys_.insert(keys_.end(), own.begin(), own.end());
    }
    if (!every_profile_names) keys_.clear();
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
  }

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    match_pattern(*patterns_[static_cast<std::size_t>(context.profile)], context, hits);
  }
  [[nodiscard]] Depth depth() const override { return trees_ ? Depth::kTrees : Depth::kWords; }
  [[nodiscard]] std::vector<std::string> keys() const override { return keys_; }
  [[nodiscard]] const Pattern* pattern(Profile profile) const override {
    return patterns_[static_cast<std::size_t>(profile)].get();
  }

 private:
  std::array<std::shared_ptr<const Pattern>, kProfileCount> patterns_;
  std::vector<std::string> keys_;
  bool trees_ = false;
};

}  // namespace

MatcherResult make_pattern(const RuleSpec& spec, const RuleResources& resources) {
  // The kind of a pattern is the name of its selector; <pattern> itself is no element.
  if (!is_selector(spec.condition.name)) {
    return make_error(ErrorCode::kInvalidInput, "error.rule.kind", {{"name", spec.kind}});
  }
  std::array<std::shared_ptr<const Pattern>, kProfileCount> patterns;
  const bool differ = has_override(spec);
  for (std::size_t i = 0; i < kProfileCount; ++i) {
    if (i > 0 && !differ) {
      patterns[i] = patterns[0];
      continue;
    }
    Result<Pattern> pattern = compile_pattern(spec, static_cast<Profile>(i), resources);
    if (!pattern) return pattern.error();
    patterns[i] = std::make_shared<const Pattern>(*std::move(pattern));
  }
  return std::unique_ptr<const Matcher>(std::make_unique<PatternMatcher>(std::move(patterns)));
}

}  // namespace limpide
