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

std::string explanation(const RuleSpec& spec, Profile profile) {
  const auto label = [](const char* key) { return texts().text(key); };
  std::string text = spec.title + " (" + spec.id + ")\n\n";
  text += label("explain.principle") + " " +
          texts().text(std::string("principle.") + principle_id(spec.principle)) + "\n";
  text += label("explain.severity") + " " +
          severity_id(spec.severity[static_cast<std::size_t>(profile)]) + "\n\n";
  text += label("explain.why") + "\n  " + spec.why + "\n\n";
  text += label("explain.advice") + "\n  " + spec.advice + "\n\n";
  text += label("explain.fires") + "\n";
  for (const RuleExample& example : spec.examples) {
    if (example.fires) text += example_line(example);
  }
  text += "\n" + label("explain.passes") + "\n";
  for (const RuleExample& example : spec.examples) {
    if (!example.fires) text += example_line(example);
  }
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
  const auto rule = session->engine.rules().find(line.operands.front());
  if (!rule) {
    print_error(
        make_error(ErrorCode::kUsage, "error.rule.unknown", {{"id", line.operands.front()}}));
    return kExitFailure;
  }
  const Result<Profile> profile = profile_from_id(line.value("--profile").value_or("courrier"));
  print(explanation(session->engine.rules().spec(*rule), *profile));
  return kExitClean;
}

}  // namespace limpide
