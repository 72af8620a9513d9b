// limpide rules why FILE:LINE RULE: which condition of the rule held or failed there.
#include <charconv>
#include <optional>
#include <string>

#include "analyzer/engine/rule_trace.h"
#include "analyzer/reports/positions.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/inputs.h"
#include "cli/session.h"

namespace limpide {
namespace {

int fail(const Error& error) {
  print_error(error);
  return kExitFailure;
}

struct FileLine {
  std::string file;
  std::uint32_t line = 0;  // of a text file; paragraph of a docx or odt
};

std::optional<FileLine> file_line(const std::string& operand) {
  const std::size_t colon = operand.find_last_of(':');
  if (colon == std::string::npos || colon == 0) return std::nullopt;
  FileLine found{operand.substr(0, colon), 0};
  const char* end = operand.data() + operand.size();
  const auto parsed = std::from_chars(operand.data() + colon + 1, end, found.line);
  if (parsed.ec != std::errc() || parsed.ptr != end || found.line == 0) return std::nullopt;
  return found;
}

// The sentences that stand on that line, as one range of bytes; empty when there are none.
Span span_at_line(const DocumentReport& report, std::uint32_t line) {
  const Places places(report.document, report.sentences);
  Span found;
  for (const Span sentence : report.sentences) {
    const Place& place = places.of(sentence);
    const bool on_line =
        place.kind == PlaceKind::kLine && place.begin.line <= line && line <= place.end.line;
    const bool in_paragraph = place.kind == PlaceKind::kParagraph && place.paragraph == line;
    if (!on_line && !in_paragraph) continue;
    if (found.empty()) found.begin = sentence.begin;
    found.end = sentence.end;
  }
  return found;
}

std::string say(const char* key, MessageArguments arguments = {}) {
  return texts().format({key, std::move(arguments)});
}

void add_conditions(const Trace& conditions, std::string& text) {
  for (const TraceLine& line : conditions) {
    text += "      " + std::string(std::size_t{2} * line.depth, ' ') +
            say(line.held ? "why.held" : "why.failed") + " " + line.condition;
    if (!line.found.empty()) text += "  " + say("why.found", {{"words", line.found}});
    text += "\n";
  }
}

void add_place(const DocumentReport& report, const TracedPlace& place, std::string& text) {
  const std::string words = place.span.empty()
                                ? say("why.document")
                                : std::string(slice(report.document.text, place.span));
  text +=
      "    " + say(place.fires ? "why.place_fires" : "why.place_passes", {{"words", words}}) + "\n";
  add_conditions(place.conditions, text);
  for (const TraceLine& exception : place.exceptions) {
    text += "      " +
            say(exception.held ? "why.exception_held" : "why.exception_failed",
                {{"reason", exception.condition}}) +
            "\n";
  }
}

void add_sentence(const DocumentReport& report, const RuleTrace& trace,
                  const TracedSentence& sentence, std::string& text) {
  const auto words = [&report](Span span) {
    return std::string(slice(report.document.text, span));
  };
  text += "\n  " + say("why.sentence", {{"words", words(sentence.span)}}) + "\n";
  const std::string role = texts().text(std::string("analyse.role.") + role_name(sentence.role));
  text += "    " + say(sentence.judged ? "why.judged" : "why.not_judged", {{"role", role}}) + "\n";
  for (const TracedPlace& place : sentence.places) add_place(report, place, text);
  if (trace.pattern && sentence.places.empty()) text += "    " + say("why.no_place") + "\n";
  if (!trace.pattern && sentence.found.empty()) text += "    " + say("why.nothing") + "\n";
  for (const Span found : sentence.found) {
    bool told = false;
    for (const Span other : sentence.told) told = told || other == found;
    text += "    " + say(told ? "why.told" : "why.silenced", {{"words", words(found)}}) + "\n";
  }
}

std::string explanation(const DocumentReport& report, const RuleTrace& trace, const RuleSet& rules,
                        const RuleSpec& spec, Profile profile) {
  std::string text = spec.title + " (" + spec.id + ")\n";
  if (const HouseDecision* mute = spec.mute(); mute != nullptr) {
    text +=
        "  " +
        say("why.muted", {{"layer", rules.layers[mute->layer].name}, {"reason", mute->reason}}) +
        "\n";
  } else if (!trace.enabled) {
    text += "  " + say("why.disabled", {{"profile", profile_id(profile)}}) + "\n";
  }
  if (!trace.has_words) text += "  " + say("why.no_words") + "\n";
  for (const TracedPlace& place : trace.whole) add_place(report, place, text);
  for (const TracedSentence& sentence : trace.sentences) {
    if (trace.whole.empty()) add_sentence(report, trace, sentence, text);
  }
  return text;
}

}  // namespace

int run_rules_why(const CommandLine& line) {
  const std::optional<FileLine> place =
      line.operands.size() == 3 ? file_line(line.operands[1]) : std::nullopt;
  if (!place) return fail(make_error(ErrorCode::kUsage, "error.usage.why"));
  const Result<Session> session = open_session(line);
  if (!session) return fail(session.error());
  print_faults(*session);
  const std::string& id = line.operands[2];
  const std::optional<std::uint32_t> rule = session->engine.rules().find(id);
  if (!rule) return fail(make_error(ErrorCode::kNotFound, "error.rule.unknown", {{"id", id}}));
  const Result<Profile> profile = profile_from_id(line.value("--profile").value_or("courrier"));
  if (!profile) return fail(profile.error());
  AnalysisOptions options;
  options.rules.profile = *profile;
  const Result<std::string> bytes = read_input(place->file, options.limits.file_bytes);
  if (!bytes) return fail(bytes.error());
  const Result<DocumentReport> report = session->engine.check({place->file, *bytes}, options);
  if (!report) return fail(report.error());
  const Span span = span_at_line(*report, place->line);
  if (span.empty()) {
    return fail(make_error(ErrorCode::kNotFound, "error.why.line",
                           {{"line", std::to_string(place->line)}}, {place->file, 0, 0}));
  }
  const RuleTrace trace = trace_rule(session->engine, *report, *rule, *profile, span);
  print(explanation(*report, trace, session->engine.rules(), session->engine.rules().spec(*rule),
                    *profile));
  return kExitClean;
}

}  // namespace limpide
