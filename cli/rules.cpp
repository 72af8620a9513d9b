// limpide rules: the list of rules; limpide rules check: are they sound and true to their examples?
// limpide rules why is in rules_why.cpp.
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/engine/example_check.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/session.h"

namespace limpide {
namespace {

constexpr std::size_t kIdColumns = 28;
constexpr std::size_t kSeverityColumns = 10;

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = count_code_points(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

int list_rules(const Session& session, Profile profile) {
  const RuleSet& rules = session.engine.rules();
  const auto column = static_cast<std::size_t>(profile);
  std::string text = texts().format({"rules.heading",
                                     {{"count", std::to_string(rules.rules.size())},
                                      {"profile", profile_id(profile)}}}) +
                     "\n";
  for (std::uint8_t value = 1; value <= 6; ++value) {
    const auto principle = static_cast<Principle>(value);
    bool titled = false;
    for (const LoadedRule& rule : rules.rules) {
      const RuleSpec& spec = rule.spec;
      if (spec.principle != principle || !spec.enabled[column]) continue;
      if (!titled) {
        text += "\n" + texts().text(std::string("principle.") + principle_id(principle)) + "\n";
        titled = true;
      }
      text += "  " + padded(spec.id, kIdColumns) +
              padded(severity_id(spec.severity[column]), kSeverityColumns) + spec.title + "\n";
    }
  }
  text += "\n" + texts().text("rules.footer") + "\n";
  print(text);
  return kExitClean;
}

int check_rules(const Session& session) {
  const RuleSet& rules = session.engine.rules();
  std::size_t faults = rules.faults.size();
  std::size_t examples = 0;
  for (const Error& fault : rules.faults) print_error(fault);
  const auto tell = [&faults](const std::vector<ExampleFault>& found) {
    for (const ExampleFault& fault : found) {
      print_error(make_error(ErrorCode::kInvalidInput, "example.fault",
                             {{"rule", fault.rule}, {"detail", texts().format(fault.message)}},
                             fault.place));
    }
    faults += found.size();
  };
  for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
    tell(check_rule_examples(session.engine, i));
    examples += rules.spec(i).examples.size();
  }
  tell(check_term_examples(session.engine));
  print(texts().format({"rules.checked",
                        {{"rules", std::to_string(rules.rules.size())},
                         {"terms", std::to_string(rules.terms->entries.size())},
                         {"examples", std::to_string(examples)},
                         {"faults", std::to_string(faults)}}}) +
        "\n");
  return faults == 0 ? kExitClean : kExitFailure;
}

}  // namespace

int run_rules(const CommandLine& line) {
  if (!line.operands.empty() && line.operands.front() == "why") return run_rules_why(line);
  const bool asks_check = line.operands.size() == 1 && line.operands.front() == "check";
  if (!line.operands.empty() && !asks_check) {
    print_error(
        make_error(ErrorCode::kUsage, "error.usage.operand", {{"name", line.operands.front()}}));
    return kExitFailure;
  }
  const Result<Session> session = open_session(line);
  if (!session) {
    print_error(session.error());
    return kExitFailure;
  }
  if (asks_check) return check_rules(*session);
  const Result<Profile> profile = profile_from_id(line.value("--profile").value_or("courrier"));
  return list_rules(*session, *profile);
}

}  // namespace limpide
