#include "analyzer/engine/example_check.h"

#include <algorithm>
#include <optional>

#include "analyzer/base/catalogue.h"
#include "analyzer/engine/rule_trace.h"
#include "analyzer/rules/loader.h"

namespace limpide {
namespace {

std::vector<Finding> findings_of(const Engine& engine, const std::string& text, std::uint32_t rule,
                                 Profile profile, std::string& read_text) {
  AnalysisOptions options;
  options.rules.profile = profile;
  options.rules.only = {rule};
  Result<DocumentReport> report = engine.check({"exemple.txt", text}, options);
  if (!report) return {};
  read_text = report->document.text;
  return std::move(report->findings);
}

std::string quoted(const std::string& text, const std::vector<Finding>& findings) {
  std::string list;
  for (const Finding& finding : findings) {
    if (!list.empty()) list += " | ";
    list += finding.span.empty() ? "-" : std::string(slice(text, finding.span));
  }
  return list;
}

// Spans of an example count bytes of its own text; the reader may have joined or dropped blanks, so
// the comparison is by the words marked, in order.
bool same_words(const RuleExample& example, const std::string& text,
                const std::vector<Finding>& findings) {
  if (!example.fires) return findings.empty();
  if (example.at_document) return findings.size() == 1 && findings.front().span.empty();
  if (findings.size() != example.marked.size()) return false;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (slice(text, findings[i].span) != slice(example.text, example.marked[i])) return false;
  }
  return true;
}

std::string rewritten(const std::string& text, const std::vector<Finding>& findings) {
  std::vector<Edit> edits;
  for (const Finding& finding : findings) {
    if (finding.suggestions.empty()) continue;
    for (const Edit& edit : finding.suggestions.front().edits) edits.push_back(edit);
  }
  return apply_edits(text, edits);
}

std::string expected_words(const RuleExample& example) {
  std::string list;
  for (const Span span : example.marked) {
    if (!list.empty()) list += " | ";
    list += slice(example.text, span);
  }
  return example.at_document ? "-" : list;
}

bool term_stands_at(const Engine& engine, const TermEntry& entry, const std::string& text,
                    Span marked) {
  const Result<Document> document = engine.read({"exemple.txt", text}, Limits{});
  if (!document) return false;
  const Analysis analysis = engine.analysed(*document);
  const std::vector<TermHit> hits = find_terms(*engine.rules().terms, analysis);
  return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) {
    const auto& tokens = analysis.segmentation.tokens;
    const Span found{tokens[hit.first_token].span.begin, tokens[hit.token_end - 1].span.end};
    return engine.rules().terms->entries[hit.entry].pattern == entry.pattern &&
           slice(document->text, found) == slice(text, marked);
  });
}

// A name that no finding fills would reach the reader as it is, between braces.
std::optional<ExampleFault> unknown_argument(const RuleSpec& spec, const RuleExample& example,
                                             const Finding& finding) {
  for (const std::string& name : argument_names(spec.message)) {
    std::string known;
    bool given = false;
    for (const auto& argument : finding.arguments) {
      given = given || argument.first == name;
      if (!known.empty()) known += ", ";
      known += argument.first;
    }
    if (given) continue;
    return ExampleFault{{spec.path, example.line, 1},
                        spec.id,
                        {"example.argument", {{"name", name}, {"known", known}}}};
  }
  return std::nullopt;
}

// An example of an exception is silent, and that exception is what silences it.
void check_exceptions(const Engine& engine, std::uint32_t rule, std::vector<ExampleFault>& faults) {
  const RuleSpec& spec = engine.rules().spec(rule);
  for (std::size_t i = 0; i < spec.exceptions.size(); ++i) {
    for (const RuleExample& example : spec.exceptions[i].examples) {
      const Location place{spec.path, example.line, 1};
      AnalysisOptions options;
      options.rules.profile = example.profile;
      options.rules.only = {rule};
      const Result<DocumentReport> report = engine.check({"exemple.txt", example.text}, options);
      if (!report) continue;
      if (!report->findings.empty()) {
        faults.push_back(
            {place,
             spec.id,
             {"example.words",
              {{"expected", "-"}, {"found", quoted(report->document.text, report->findings)}}}});
        continue;
      }
      const std::vector<bool> used =
          exceptions_at_work(engine, report->document, rule, example.profile);
      if (used[i]) continue;
      faults.push_back(
          {place, spec.id, {"example.exception", {{"reason", spec.exceptions[i].reason}}}});
    }
  }
}

}  // namespace

std::vector<ExampleFault> check_rule_examples(const Engine& engine, std::uint32_t rule) {
  const RuleSpec& spec = engine.rules().spec(rule);
  std::vector<ExampleFault> faults;
  for (const RuleExample& example : spec.examples) {
    std::string text;
    const std::vector<Finding> found =
        findings_of(engine, example.text, rule, example.profile, text);
    const Location place{spec.path, example.line, 1};
    if (!same_words(example, text, found)) {
      faults.push_back({place,
                        spec.id,
                        {"example.words",
                         {{"expected", expected_words(example)}, {"found", quoted(text, found)}}}});
      continue;
    }
    if (!found.empty()) {
      const auto fault = unknown_argument(spec, example, found.front());
      if (fault) faults.push_back(*fault);
    }
    if (example.rewrite.empty()) continue;
    const std::string result = rewritten(text, found);
    if (result != example.rewrite) {
      faults.push_back({place,
                        spec.id,
                        {"example.rewrite", {{"expected", example.rewrite}, {"found", result}}}});
    }
  }
  check_exceptions(engine, rule, faults);
  return faults;
}

std::vector<ExampleFault> check_term_examples(const Engine& engine, std::uint32_t layer) {
  std::vector<ExampleFault> faults;
  for (const TermEntry& entry : engine.rules().terms->entries) {
    const TermRows::Source& source = engine.rules().terms->sources[entry.source];
    if (source.layer != layer) continue;
    const Location place{source.path, entry.line, 1};
    // A list of a house may do without: its words are looked for as they are written.
    if (entry.imported && entry.example.empty()) continue;
    const std::optional<std::uint32_t> rule = engine.rules().find(entry.rule);
    std::string text;
    std::vector<Span> marked;
    const bool sound = take_marks(entry.example, text, marked) && !marked.empty() && rule;
    if (!sound) {
      faults.push_back({place,
                        std::string(entry.rule),
                        {"example.marks", {{"term", std::string(entry.pattern)}}}});
      continue;
    }
    if (entry.operation == TermOperation::kKeep) {
      std::string read;
      const std::vector<Finding> told = findings_of(engine, text, *rule, Profile::kCourrier, read);
      if (!told.empty()) {
        faults.push_back({place,
                          std::string(entry.rule),
                          {"example.words", {{"expected", ""}, {"found", quoted(read, told)}}}});
      }
      continue;
    }
    if (engine.rules().spec(*rule).kind != "terms") {
      // The conditions of a pattern have examples of their own: the words alone are looked for.
      if (!term_stands_at(engine, entry, text, marked.front())) {
        faults.push_back(
            {place,
             std::string(entry.rule),
             {"example.words",
              {{"expected", std::string(slice(text, marked.front()))}, {"found", ""}}}});
      }
      continue;
    }
    std::string read;
    const std::vector<Finding> found = findings_of(engine, text, *rule, Profile::kCourrier, read);
    const auto hit = std::find_if(found.begin(), found.end(), [&](const Finding& finding) {
      return slice(read, finding.span) == slice(text, marked.front());
    });
    if (hit == found.end()) {
      faults.push_back({place,
                        std::string(entry.rule),
                        {"example.words",
                         {{"expected", std::string(slice(text, marked.front()))},
                          {"found", quoted(read, found)}}}});
      continue;
    }
    const bool may_be_silent =
        entry.operation == TermOperation::kAdvice || entry.operation == TermOperation::kTell;
    if (!may_be_silent && hit->suggestions.empty()) {
      faults.push_back({place,
                        std::string(entry.rule),
                        {"example.no_edit", {{"term", std::string(entry.pattern)}}}});
    }
  }
  return faults;
}

}  // namespace limpide
