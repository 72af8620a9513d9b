#include "analyzer/rules/patterns/condition.h"

#include <algorithm>
#include <utility>

#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/patterns/scopes.h"
#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

std::string shown_element(const ConditionNode& node) {
  std::string text = "<" + node.name;
  for (const auto& attribute : node.attributes) {
    text += " " + attribute.first + "=\"" + attribute.second + "\"";
  }
  return text + ">";
}

// <words> reads its own <word> and <gap>.
bool is_step(const ConditionNode& parent, const ConditionNode& child) {
  return parent.name == "words" && (child.name == "word" || child.name == "gap");
}

Status compile_children(const ConditionNode& node, Profile profile, const RuleResources& resources,
                        Condition& condition) {
  for (const ConditionNode& child : node.children) {
    if (is_step(node, child)) continue;
    Result<Condition> compiled = compile_condition(child, profile, resources);
    if (!compiled) return compiled.error();
    condition.children.push_back(*std::move(compiled));
  }
  return Done{};
}

Status read_scope(AttributeReader& attributes, Condition& condition) {
  const std::string name = attributes.text("in");
  if (!name.empty()) {
    const std::optional<Scope> scope = scope_from_name(name);
    if (!scope) attributes.refuse("in", name);
    condition.scope = scope.value_or(Scope::kSelf);
  }
  condition.min = attributes.number("min", attributes.has("max") ? 0 : 1);
  condition.max = attributes.number("max", 0xFFFFFFFF);
  condition.min_percent = attributes.number("min-percent", 0);
  return Done{};
}

Result<Condition> compile_selector(const ConditionNode& node, Profile profile,
                                   const RuleResources& resources, bool nested) {
  Condition condition;
  condition.kind = Condition::Kind::kSelector;
  condition.shown = shown_element(node);
  AttributeReader attributes(node, profile);
  if (nested) {
    const Status scope = read_scope(attributes, condition);
    if (!scope) return scope.error();
  }
  SelectorResult selector = make_selector(attributes, resources);
  if (!selector) return selector.error();
  condition.selector = *std::move(selector);
  const Status known = attributes.finish();
  if (!known) return known.error();
  const Status children = compile_children(node, profile, resources, condition);
  if (!children) return children.error();
  return condition;
}

// Shows a few words of the first place that met a condition.
std::string shown_words(const MatchContext& context, const MatchPlace& place) {
  constexpr std::size_t kMostBytes = 60;
  std::string text = written(context.analysis, place.span);
  if (text.size() <= kMostBytes) return text;
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

std::uint32_t sentences_in(const Analysis& analysis, const std::vector<WordRange>& ranges) {
  std::uint32_t count = 0;
  for (const WordRange range : ranges) {
    count +=
        sentence_of_word(analysis, range.end - 1) - sentence_of_word(analysis, range.first) + 1;
  }
  return count;
}

bool count_holds(const Condition& condition, std::uint32_t count, const Analysis& analysis,
                 const std::vector<WordRange>& ranges) {
  if (count < condition.min || count > condition.max) return false;
  if (condition.min_percent == 0) return true;
  const std::uint32_t sentences = sentences_in(analysis, ranges);
  return sentences > 0 &&
         std::uint64_t{count} * 100 >= std::uint64_t{condition.min_percent} * sentences;
}

bool selector_holds(const Condition& condition, const MatchPlace& place, Evaluation& run,
                    std::uint32_t depth) {
  const Analysis& analysis = run.context.analysis;
  const std::vector<WordRange> ranges = words_of_scope(analysis, condition.scope, place);
  std::vector<MatchPlace> found;
  for (const WordRange range : ranges) condition.selector->list(run.context, range, found);
  std::uint32_t count = 0;
  std::string words;
  Trace* const trace = std::exchange(run.trace, nullptr);
  const bool counts = condition.min > 1 || condition.max != 0xFFFFFFFF ||
                      condition.min_percent != 0 || trace != nullptr;
  for (const MatchPlace& inner : found) {
    if (!children_hold(condition, inner, run, depth)) continue;
    if (count++ == 0 && trace != nullptr) words = shown_words(run.context, inner);
    if (!counts) break;
  }
  run.trace = trace;
  const bool held = count_holds(condition, count, analysis, ranges);
  if (trace != nullptr) {
    if (count != 1) words = std::to_string(count) + (words.empty() ? "" : ": " + words);
    trace->push_back({depth, held, condition.shown, words});
  }
  return held;
}

bool is_constant(Scope scope) {
  return scope == Scope::kDocument || scope == Scope::kOpening || scope == Scope::kClosing;
}

}  // namespace

Result<Condition> compile_anchor(const ConditionNode& node, Profile profile,
                                 const RuleResources& resources) {
  return compile_selector(node, profile, resources, false);
}

Result<Condition> compile_condition(const ConditionNode& node, Profile profile,
                                    const RuleResources& resources) {
  if (is_selector(node.name)) return compile_selector(node, profile, resources, true);
  Condition condition;
  condition.shown = shown_element(node);
  if (node.name == "all")
    condition.kind = Condition::Kind::kAll;
  else if (node.name == "any")
    condition.kind = Condition::Kind::kAny;
  else if (node.name == "not")
    condition.kind = Condition::Kind::kNot;
  else
    return error_at(node, "error.rule.kind", {{"name", node.name}});
  const AttributeReader attributes(node, profile);
  const Status known = attributes.finish();
  if (!known) return known.error();
  const Status children = compile_children(node, profile, resources, condition);
  if (!children) return children.error();
  if (condition.children.empty()) return error_at(node, "error.rule.missing", {{"name", "match"}});
  return condition;
}

bool children_hold(const Condition& condition, const MatchPlace& place, Evaluation& run,
                   std::uint32_t depth) {
  bool held = true;
  for (const Condition& child : condition.children) {
    if (!held && run.trace == nullptr) return false;
    held = holds(child, place, run, depth) && held;
  }
  return held;
}

bool holds(const Condition& condition, const MatchPlace& place, Evaluation& run,
           std::uint32_t depth) {
  if (condition.kind == Condition::Kind::kSelector) {
    if (!is_constant(condition.scope) || run.trace != nullptr)
      return selector_holds(condition, place, run, depth);
    const auto known = run.constants.find(&condition);
    if (known != run.constants.end()) return known->second;
    const bool held = selector_holds(condition, place, run, depth);
    run.constants.emplace(&condition, held);
    return held;
  }
  const std::size_t line = run.trace == nullptr ? 0 : run.trace->size();
  if (run.trace != nullptr) run.trace->push_back({depth, false, condition.shown, ""});
  const bool all = condition.kind == Condition::Kind::kAll;
  bool held = all;
  for (const Condition& child : condition.children) {
    const bool one = holds(child, place, run, depth + 1);
    held = all ? held && one : held || one;
    if (run.trace == nullptr && held != all) break;
  }
  if (condition.kind == Condition::Kind::kNot) held = !held;
  if (run.trace != nullptr) (*run.trace)[line].held = held;
  return held;
}

bool needs_trees(const Condition& condition) {
  if (condition.selector != nullptr &&
      (condition.selector->needs_trees() || scope_needs_trees(condition.scope))) {
    return true;
  }
  return std::any_of(condition.children.begin(), condition.children.end(),
                     [](const Condition& child) { return needs_trees(child); });
}

}  // namespace limpide
