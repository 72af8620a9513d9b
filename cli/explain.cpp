// limpide explain RULE: what it marks, why, what to do, examples, sources.
#include <string>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/session.h"

namespace limpide {
namespace {

std::string example_line(const RuleExample& example) {
  std::string marked;
  std::uint32_t at = 0;
  for (const Span span : example.marked) {
    marked += example.text.substr(at, span.begin - at) + "[" +
              std::string(slice(example.text, span)) + "]";
    at = span.end;
  }
  marked += example.text.substr(at);
  for (char& byte : marked) {
    if (byte == '\n') byte = ' ';
  }
  std::string line = "  - " + marked + "\n";
  if (!example.rewrite.empty()) line += "    -> " + example.rewrite + "\n";
  return line;
}

std::string examples(const RuleSpec& spec) {
  std::string text = texts().text("explain.fires") + "\n";
  for (const RuleExample& example : spec.examples) {
    if (example.fires) text += example_line(example);
  }
  text += "\n" + texts().text("explain.passes") + "\n";
  for (const RuleExample& example : spec.examples) {
    if (!example.fires) text += example_line(example);
  }
  return text;
}

// The first words of a list, with what it proposes.
std::string listed_words(const RuleSet& rules, const RuleSpec& spec) {
  constexpr std::size_t kShown = 20;
  std::vector<const TermEntry*> words;
  for (const TermEntry& entry : rules.terms->entries) {
    if (entry.rule == spec.id) words.push_back(&entry);
  }
  std::string text =
      texts().format({"explain.words", {{"count", std::to_string(words.size())}}}) + "\n";
  for (std::size_t i = 0; i < words.size() && i < kShown; ++i) {
    text += "  - " + std::string(words[i]->pattern);
    if (!words[i]->replacements.empty()) text += " -> " + std::string(words[i]->replacements);
    text += "\n";
  }
  if (words.size() > kShown) text += "  ...\n";
  return text;
}

// Which layer wrote the rule and what the others decided; nothing without house rules.
std::string origin(const RuleSet& rules, const RuleSpec& spec) {
  if (rules.layers.size() == 1) return {};
  const auto layer = [&rules](std::uint32_t index) { return rules.layers[index].name; };
  const MessageArguments where{{"layer", layer(spec.layer)}, {"path", spec.path}};
  std::string text = texts().format({"explain.origin", where}) + "\n";
  for (const HouseDecision& decision : spec.decisions) {
    const char* key = "explain.changed";
    if (decision.kind == HouseDecisionKind::kReplaced) key = "explain.replaced";
    if (decision.kind == HouseDecisionKind::kMuted) key = "explain.muted";
    if (decision.kind == HouseDecisionKind::kRestored) key = "explain.restored";
    const MessageArguments arguments{{"layer", layer(decision.layer)}, {"reason", decision.reason}};
    text += "  - " + texts().format({key, arguments}) + "\n";
  }
  return text;
}

std::string explanation(const RuleSet& rules, const RuleSpec& spec, Profile profile) {
  const auto label = [](const char* key) { return texts().text(key); };
  std::string text = spec.title + " (" + spec.id + ")\n\n";
  text += label("explain.principle") + " " +
          texts().text(std::string("principle.") + principle_id(spec.principle)) + "\n";
  text += label("explain.severity") + " " +
          severity_id(spec.severity[static_cast<std::size_t>(profile)]) + "\n" +
          origin(rules, spec) + "\n";
  text += label("explain.why") + "\n  " + spec.why + "\n\n";
  text += label("explain.advice") + "\n  " + spec.advice + "\n\n";
  if (spec.imported)
    text += listed_words(rules, spec);
  else
    text += examples(spec);
  if (!spec.known_limits.empty()) {
    text += "\n" + label("explain.limits") + "\n  " + spec.known_limits + "\n";
  }
  text += "\n" + label("explain.sources") + "\n";
  for (const RuleSource& source : spec.sources) {
    text += "  - " + source.code + ", " + source.reference + "\n";
  }
  return text;
}

}  // namespace

int run_explain(const CommandLine& line) {
  if (line.operands.size() != 1) {
    print_error(make_error(ErrorCode::kUsage, "error.usage.one_rule"));
    return kExitFailure;
  }
  const Result<Session> session = open_session(line);
  if (!session) {
    print_error(session.error());
    return kExitFailure;
  }
  print_faults(*session);
  const auto rule = session->engine.rules().find(line.operands.front());
  if (!rule) {
    print_error(
        make_error(ErrorCode::kUsage, "error.rule.unknown", {{"id", line.operands.front()}}));
    return kExitFailure;
  }
  const Result<Profile> profile = profile_from_id(line.value("--profile").value_or("courrier"));
  const RuleSet& rules = session->engine.rules();
  print(explanation(rules, rules.spec(*rule), *profile));
  return kExitClean;
}

}  // namespace limpide
