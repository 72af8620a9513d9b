#include "analyzer/reports/json_writer.h"

#include <set>
#include <string>

#include "analyzer/reports/json_mentions.h"
#include "analyzer/reports/json_output.h"
#include "analyzer/reports/json_score.h"
#include "analyzer/reports/positions.h"
#include "analyzer/reports/texts.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

const char* error_code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidInput:
      return "invalid-input";
    case ErrorCode::kUnsupported:
      return "unsupported";
    case ErrorCode::kLimit:
      return "limit";
    case ErrorCode::kNotFound:
      return "not-found";
    case ErrorCode::kIo:
      return "io";
    case ErrorCode::kUsage:
      return "usage";
  }
  return "invalid-input";
}

class JsonWriter : public ReportWriter {
 public:
  std::string begin(const RunContext& run) override;
  std::string document(const RunContext& run, const Outcome& outcome) override;
  std::string end(const RunContext& run, const RunSummary& summary) override;

 private:
  struct Page {
    const RunContext& run;
    const DocumentReport& report;
    const Places& places;
  };
  void write_houses(const Versions& versions);
  void write_error(const RunContext& run, const Error& error);
  void write_report(const Page& page);
  void write_metrics(const Metrics& metrics);
  void write_place(const Document& document, const Place& place);
  void write_finding(const Page& page, const Finding& finding, const std::string* muted_because);
  void write_related(const Page& page, const Finding& finding);
  void write_operation(const Operation& operation);
  void write_suggestions(const Page& page, const Finding& finding);
  void write_rule(const RuleSpec& rule, const Advice& group);

  JsonOutput json_;
  FindingMessages messages_;
  std::set<std::uint32_t> fired_;
};

std::string JsonWriter::begin(const RunContext& run) {
  json_.open_object();
  json_.member("schema", "limpide-report");
  json_.key("schemaVersion");
  json_.number(kJsonReportVersion);
  json_.key("versions");
  json_.open_object();
  json_.member("program", run.versions.program);
  json_.member("rules", run.versions.rules);
  json_.member("lexicon", run.versions.lexicon);
  json_.close_object();
  json_.member("profile", profile_id(run.profile));
  if (!run.versions.houses.empty()) write_houses(run.versions);
  json_.line();
  json_.key("documents");
  json_.open_array();
  return json_.take();
}

// The layers of house rules in force: scores compare only where they are the same.
void JsonWriter::write_houses(const Versions& versions) {
  json_.key("houseRules");
  json_.open_array();
  for (const RuleLayer& house : versions.houses) {
    json_.open_object();
    json_.member("name", valid_text(house.name));
    json_.member("version", valid_text(house.version));
    json_.close_object();
  }
  json_.close_array();
}

std::string JsonWriter::document(const RunContext& run, const Outcome& outcome) {
  json_.line();
  json_.open_object();
  json_.member("name", valid_text(outcome.name));
  if (outcome.report) {
    const Places places = places_of(*outcome.report);
    write_report({run, *outcome.report, places});
  } else {
    write_error(run, outcome.report.error());
  }
  json_.close_object();
  return json_.take();
}

std::string JsonWriter::end(const RunContext& run, const RunSummary& summary) {
  json_.close_array();
  json_.line();
  json_.key("rules");
  json_.open_array();
  for (const std::uint32_t rule : fired_)
    write_rule(run.rules.spec(rule), run.rules.advices.advices[run.rules.advices.of_rule[rule]]);
  json_.close_array();
  json_.line();
  json_.key("summary");
  json_.open_object();
  json_.member("documents", summary.documents);
  json_.member("failed", summary.failed);
  json_.member("findings", summary.findings);
  json_.close_object();
  json_.close_object();
  return json_.take() + "\n";
}

void JsonWriter::write_error(const RunContext& run, const Error& error) {
  json_.key("error");
  json_.open_object();
  json_.member("code", error_code_name(error.code));
  json_.member("key", error.message.key);
  json_.member("message", valid_text(run.texts.format(error.message)));
  if (error.location.line > 0) {
    json_.member("path", valid_text(error.location.path));
    json_.member("line", error.location.line);
    json_.member("column", error.location.column);
  }
  json_.close_object();
}

void JsonWriter::write_report(const Page& page) {
  const DocumentReport& report = page.report;
  const Document& document = report.document;
  json_.member("format", format_name(document.format));
  json_.member("kind", document_kind_name(report.kind));
  json_.member("title", valid_text(document.title));
  json_.member("language", valid_text(document.language));
  json_.member("encoding", valid_text(document.encoding));
  write_metrics(report.metrics);
  write_score(json_, page.run.rules, report.score);
  json_.line();
  json_.key("findings");
  json_.open_array();
  for (const Finding& finding : report.findings) write_finding(page, finding, nullptr);
  json_.close_array();
  json_.line();
  json_.key("muted");
  json_.open_array();
  for (const MutedFinding& muted : report.muted) {
    write_finding(page, muted.finding, &muted.reason);
  }
  json_.close_array();
  if (report.mentions) {
    json_.line();
    write_mentions(json_, document, *report.mentions,
                   [&](Span span) { write_place(document, page.places.of(span)); });
  }
  json_.line();
  json_.member("known", report.known);
  json_.key("notices");
  json_.open_array();
  for (const Notice& notice : document.notices) {
    json_.open_object();
    json_.member("key", notice.message.key);
    json_.member("message", valid_text(page.run.texts.format(notice.message)));
    json_.close_object();
  }
  json_.close_array();
}

void JsonWriter::write_metrics(const Metrics& metrics) {
  json_.line();
  json_.key("metrics");
  json_.open_object();
  json_.member("sentences", metrics.sentences);
  json_.member("words", metrics.words);
  json_.member("syllables", metrics.syllables);
  json_.member("longWords", metrics.long_words);
  json_.key("wordsPerSentence");
  json_.decimal(metrics.words_per_sentence);
  json_.key("fleschKandelMoles");
  json_.decimal(metrics.flesch_kandel_moles);
  json_.key("lix");
  json_.decimal(metrics.lix);
  json_.close_object();
}

void JsonWriter::write_place(const Document& document, const Place& place) {
  json_.key("place");
  json_.open_object();
  switch (place.kind) {
    case PlaceKind::kWhole:
      json_.member("kind", "document");
      break;
    case PlaceKind::kLine:
      json_.member("kind", "line");
      json_.member("part", valid_text(document.parts[place.part].name));
      json_.member("line", place.begin.line);
      json_.member("column", place.begin.column);
      json_.member("endLine", place.end.line);
      json_.member("endColumn", place.end.column);
      json_.member("utf16Begin", place.begin.utf16);
      json_.member("utf16End", place.end.utf16);
      break;
    case PlaceKind::kParagraph: {
      const Block& block = document.blocks[place.block];
      json_.member("kind", "paragraph");
      json_.member("part", place.part < document.parts.size()
                               ? valid_text(document.parts[place.part].name)
                               : std::string());
      json_.member("paragraph", place.paragraph);
      json_.member("utf16Begin", place.utf16_begin);
      json_.member("utf16End", place.utf16_end);
      if (block.table != 0) {
        json_.member("table", block.table);
        json_.member("row", block.row);
        json_.member("column", block.column);
      }
      break;
    }
  }
  json_.close_object();
}

void JsonWriter::write_finding(const Page& page, const Finding& finding,
                               const std::string* muted_because) {
  const RuleSpec& rule = page.run.rules.spec(finding.rule);
  const Document& document = page.report.document;
  fired_.insert(finding.rule);
  json_.line();
  json_.open_object();
  json_.member("rule", rule.id);
  json_.member("ruleVersion", rule.version);
  json_.member("principle", principle_id(rule.principle));
  json_.member("severity", severity_id(finding.severity));
  json_.member("confidence", confidence_id(finding.confidence));
  json_.member("message", messages_.of(rule, finding));
  write_place(document, page.places.of(finding));
  json_.member("text", slice(document.text, finding.span));
  json_.key("arguments");
  json_.open_object();
  for (const auto& argument : finding.arguments) json_.member(argument.first, argument.second);
  json_.close_object();
  write_related(page, finding);
  write_operation(finding.operation);
  write_suggestions(page, finding);
  write_cost(json_, page.report, finding);
  json_.member("fingerprint", hexadecimal(finding.fingerprint));
  if (muted_because != nullptr) json_.member("mutedBecause", valid_text(*muted_because));
  json_.close_object();
}

void JsonWriter::write_related(const Page& page, const Finding& finding) {
  json_.key("related");
  json_.open_array();
  for (const RelatedSpan& related : finding.related) {
    json_.open_object();
    write_place(page.report.document, page.places.of(related.span));
    json_.member("text", slice(page.report.document.text, related.span));
    json_.member("note", page.run.texts.format(related.note));
    json_.close_object();
  }
  json_.close_array();
}

void JsonWriter::write_operation(const Operation& operation) {
  json_.key("operation");
  json_.open_object();
  json_.member("kind", operation_id(operation.kind));
  json_.key("texts");
  json_.open_array();
  for (const std::string& text : operation.texts) json_.text(text);
  json_.close_array();
  json_.close_object();
}

void JsonWriter::write_suggestions(const Page& page, const Finding& finding) {
  const Document& document = page.report.document;
  json_.key("suggestions");
  json_.open_array();
  for (const Suggestion& suggestion : finding.suggestions) {
    json_.open_object();
    json_.member("safe", suggestion.safe);
    json_.member("wording", new_wording(document, finding, suggestion));
    const Passage passage = passage_of(page.report, suggestion);
    json_.member("before", passage.before);
    json_.member("after", passage.after);
    json_.key("edits");
    json_.open_array();
    for (const Edit& edit : suggestion.edits) {
      json_.open_object();
      write_place(document, page.places.of(edit.span));
      json_.member("text", slice(document.text, edit.span));
      json_.member("replacement", edit.text);
      json_.close_object();
    }
    json_.close_array();
    json_.close_object();
  }
  json_.close_array();
}

void JsonWriter::write_rule(const RuleSpec& rule, const Advice& group) {
  json_.line();
  json_.open_object();
  json_.member("id", rule.id);
  json_.member("version", rule.version);
  json_.member("principle", principle_id(rule.principle));
  json_.member("title", rule.title);
  json_.member("why", rule.why);
  json_.member("advice", rule.advice);
  json_.key("group");
  json_.open_object();
  json_.member("id", group.id);
  json_.member("title", group.title);
  json_.member("advice", group.text);
  json_.close_object();
  json_.key("sources");
  json_.open_array();
  for (const RuleSource& source : rule.sources) {
    json_.open_object();
    json_.member("code", source.code);
    json_.member("reference", source.reference);
    json_.close_object();
  }
  json_.close_array();
  json_.close_object();
}

}  // namespace

std::unique_ptr<ReportWriter> make_json_writer() { return std::make_unique<JsonWriter>(); }

}  // namespace limpide
