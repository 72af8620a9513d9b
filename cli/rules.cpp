// limpide rules: the list of rules; limpide rules check: are they sound and true to their examples?
// limpide rules why is in rules_why.cpp.
#include <iterator>
#include <optional>
#include <string>
#include <vector>

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

// What a folder brings, and what it decides of the rules of others.
std::string holdings_of(const RuleSet& rules, std::uint32_t layer) {
  std::size_t own = 0;
  std::size_t terms = 0;
  std::size_t muted = 0;
  std::size_t changed = 0;
  for (const LoadedRule& rule : rules.rules) {
    own += rule.spec.layer == layer ? 1U : 0U;
    for (const HouseDecision& decision : rule.spec.decisions) {
      if (decision.layer != layer) continue;
      muted += decision.kind == HouseDecisionKind::kMuted ? 1U : 0U;
      changed += decision.kind == HouseDecisionKind::kChanged ? 1U : 0U;
    }
  }
  for (const TermEntry& entry : rules.terms->entries) {
    terms += rules.terms->sources[entry.source].layer == layer ? 1U : 0U;
  }
  return texts().format({"rules.layer_holds",
                         {{"rules", std::to_string(own)},
                          {"terms", std::to_string(terms)},
                          {"changed", std::to_string(changed)},
                          {"muted", std::to_string(muted)}}});
}

// The folders of house rules, the strongest last; nothing without any.
std::string layers_text(const RuleSet& rules) {
  if (rules.layers.size() == 1) return {};
  std::string text = texts().text("rules.layers") + "\n";
  for (std::size_t i = 0; i < rules.layers.size(); ++i) {
    const RuleLayer& layer = rules.layers[i];
    text += "  " + std::to_string(i) + ". " + layer.name;
    if (!layer.version.empty()) text += " " + layer.version;
    if (!layer.folder.empty()) text += " (" + layer.folder + ")";
    text += "\n     " + holdings_of(rules, static_cast<std::uint32_t>(i)) + "\n";
  }
  return text;
}

// Rules that a layer silenced in every profile, with its reason.
std::string muted_text(const RuleSet& rules) {
  std::string text;
  for (const LoadedRule& rule : rules.rules) {
    const HouseDecision* mute = rule.spec.mute();
    if (mute == nullptr) continue;
    if (text.empty()) text = "\n" + texts().text("rules.muted") + "\n";
    text +=
        "  " + padded(rule.spec.id, kIdColumns) +
        texts().format({"rules.muted_by",
                        {{"layer", rules.layers[mute->layer].name}, {"reason", mute->reason}}}) +
        "\n";
  }
  return text;
}

// "[Ministere]" after a rule that is not ours, "[modifiee : Service]" after one that was changed.
std::string mark_of(const RuleSet& rules, const RuleSpec& spec) {
  std::string mark;
  if (spec.layer != 0) mark += "  [" + rules.layers[spec.layer].name + "]";
  std::uint32_t changed = 0;
  for (const HouseDecision& decision : spec.decisions) {
    if (decision.kind == HouseDecisionKind::kChanged) changed = decision.layer;
  }
  if (changed != 0) {
    mark += "  " + texts().format({"rules.changed_by", {{"layer", rules.layers[changed].name}}});
  }
  return mark;
}

int list_rules(const Session& session, Profile profile) {
  const RuleSet& rules = session.engine.rules();
  const auto column = static_cast<std::size_t>(profile);
  std::string text = texts().format({"rules.heading",
                                     {{"count", std::to_string(rules.rules.size())},
                                      {"profile", profile_id(profile)}}}) +
                     "\n" + layers_text(rules);
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
              padded(severity_id(spec.severity[column]), kSeverityColumns) + spec.title +
              mark_of(rules, spec) + "\n";
    }
  }
  text += muted_text(rules) + "\n" + texts().text("rules.footer") + "\n";
  print(text);
  return kExitClean;
}

// The examples of a layer are proved with the layers up to it: later ones may mute a word or move
// a threshold, and the rule is no less true to what its author wrote.
Result<std::vector<ExampleFault>> check_layers(const Session& session,
                                               const std::vector<std::string>& folders,
                                               std::size_t& examples) {
  std::vector<ExampleFault> faults;
  const auto add = [&faults](std::vector<ExampleFault> found) {
    faults.insert(faults.end(), std::make_move_iterator(found.begin()),
                  std::make_move_iterator(found.end()));
  };
  for (std::uint32_t layer = 0; layer <= folders.size(); ++layer) {
    std::optional<Engine> own;
    if (layer < folders.size()) {
      Result<Engine> built = Engine::build(
          {session.data_folder, all_readers(), {folders.begin(), folders.begin() + layer}});
      if (!built) return built.error();
      own = *std::move(built);
    }
    const Engine& engine = own ? *own : session.engine;
    const RuleSet& rules = engine.rules();
    for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
      if (rules.spec(i).layer != layer) continue;
      add(check_rule_examples(engine, i));
      examples += rules.spec(i).examples.size();
    }
    add(check_term_examples(engine, layer));
  }
  return faults;
}

int check_rules(const Session& session, const std::vector<std::string>& folders) {
  const RuleSet& rules = session.engine.rules();
  std::size_t faults = rules.faults.size();
  std::size_t examples = 0;
  for (const Error& fault : rules.faults) print_error(fault);
  for (const Error& notice : rules.notices) {
    print_error(texts().format({"rules.notice", {{"message", describe(notice)}}}));
  }
  const Result<std::vector<ExampleFault>> found = check_layers(session, folders, examples);
  if (!found) {
    print_error(found.error());
    return kExitFailure;
  }
  for (const ExampleFault& fault : *found) {
    print_error(make_error(ErrorCode::kInvalidInput, "example.fault",
                           {{"rule", fault.rule}, {"detail", texts().format(fault.message)}},
                           fault.place));
  }
  faults += found->size();
  print(texts().format({"rules.checked",
                        {{"rules", std::to_string(rules.rules.size())},
                         {"terms", std::to_string(rules.terms->entries.size())},
                         {"examples", std::to_string(examples)},
                         {"faults", std::to_string(faults)}}}) +
        "\n" + layers_text(rules));
  return faults == 0 ? kExitClean : kExitFailure;
}

}  // namespace

int run_rules(const CommandLine& line) {
  if (!line.operands.empty() && line.operands.front() == "why") return run_rules_why(line);
  const bool one = line.operands.size() == 1;
  const bool asks_check = one && line.operands.front() == "check";
  const bool asks_list = line.operands.empty() || (one && line.operands.front() == "list");
  if (!asks_list && !asks_check) {
    print_error(
        make_error(ErrorCode::kUsage, "error.usage.operand", {{"name", line.operands.front()}}));
    return kExitFailure;
  }
  const Result<Session> session = open_session(line);
  if (!session) {
    print_error(session.error());
    return kExitFailure;
  }
  if (asks_check) return check_rules(*session, line.all("--rules"));
  print_faults(*session);
  const Result<Profile> profile = profile_from_id(line.value("--profile").value_or("courrier"));
  return list_rules(*session, *profile);
}

}  // namespace limpide
