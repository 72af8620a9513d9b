#include "analyzer/reports/sarif_writer.h"

#include <optional>
#include <string>

#include "analyzer/reports/escape.h"
#include "analyzer/reports/json_output.h"
#include "analyzer/reports/positions.h"
#include "analyzer/reports/texts.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

const char* level_of(Severity severity) {
  switch (severity) {
    case Severity::kBlocking:
      return "error";
    case Severity::kMajor:
      return "warning";
    case Severity::kMinor:
      return "warning";
    case Severity::kInfo:
      return "note";
  }
  return "note";
}

// SARIF has three levels for our four: the rank tells major from minor.
std::uint32_t rank_of(Severity severity) {
  switch (severity) {
    case Severity::kBlocking:
      return 95;
    case Severity::kMajor:
      return 70;
    case Severity::kMinor:
      return 40;
    case Severity::kInfo:
      return 10;
  }
  return 10;
}

// "phrase-trop-longue" -> "PhraseTropLongue", the form SARIF wants for names of rules.
std::string rule_name(std::string_view id) {
  std::string name;
  bool start = true;
  for (const char byte : id) {
    const bool lower = byte >= 'a' && byte <= 'z';
    if (byte != '-') name.push_back(start && lower ? static_cast<char>(byte - 'a' + 'A') : byte);
    start = byte == '-';
  }
  return name;
}

std::uint32_t length_of(const Place& place) { return place.end.utf16 - place.begin.utf16; }

// The replacement as it must be typed in the source, or nothing where we cannot be sure.
std::optional<std::string> in_source(Format format, const std::string& text) {
  switch (format) {
    case Format::kText:
      return text;
    case Format::kHtml:
      return html_escaped(text);
    case Format::kMarkdown:
      if (text.find_first_of("\\`*_{}[]<>()#+!|\n") != std::string::npos) return std::nullopt;
      return text;
    default:
      return std::nullopt;
  }
}

class SarifWriter : public ReportWriter {
 public:
  std::string begin(const RunContext& run) override;
  std::string document(const RunContext& run, const Outcome& outcome) override;
  std::string end(const RunContext& run, const RunSummary& summary) override;

 private:
  struct Page {
    const RunContext& run;
    const DocumentReport& report;
    const Places& places;
    const std::string& uri;
  };
  struct Artifact {
    std::string uri;
    std::string encoding;
  };
  // Something to say of a file that is not a finding; level is SARIF's.
  struct Notification {
    std::string uri;
    std::string level;
    std::string key;
    std::string text;
    Location location;
  };
  void write_message(std::string_view key, const std::string& text);
  void write_rule(const RunContext& run, const RuleSpec& rule);
  void write_houses(const Versions& versions);
  void write_artifact_location(const std::string& uri);
  void write_region(const Place& place);
  void write_location(const Page& page, const Place& place, const std::string* note,
                      std::uint32_t id);
  void write_result(const Page& page, const Finding& finding, const std::string* muted_because);
  void write_related(const Page& page, const Finding& finding);
  void write_fixes(const Page& page, const Finding& finding);
  void write_fix(const Page& page, const Finding& finding, const Suggestion& suggestion);
  static bool can_fix(const Page& page, const Suggestion& suggestion);
  void write_invocation(const RunContext& run, const RunSummary& summary);

  JsonOutput json_;
  FindingMessages messages_;
  std::vector<Artifact> artifacts_;
  std::vector<Notification> notifications_;
};

void SarifWriter::write_message(std::string_view key, const std::string& text) {
  json_.key(key);
  json_.open_object();
  json_.member("text", text);
  json_.close_object();
}

void SarifWriter::write_rule(const RunContext& run, const RuleSpec& rule) {
  const Severity severity = rule.severity[static_cast<std::size_t>(run.profile)];
  json_.line();
  json_.open_object();
  json_.member("id", rule.id);
  json_.member("name", rule_name(rule.id));
  write_message("shortDescription", rule.title);
  write_message("fullDescription", rule.why);
  const std::string why = run.texts.format({"report.why", {{"text", rule.why}}});
  const std::string advice = run.texts.format({"report.advice", {{"text", rule.advice}}});
  write_message("help", why + "\n" + advice);
  json_.key("defaultConfiguration");
  json_.open_object();
  json_.member("enabled", rule.enabled[static_cast<std::size_t>(run.profile)]);
  json_.member("level", level_of(severity));
  json_.key("rank");
  json_.number(rank_of(severity));
  json_.close_object();
  json_.key("properties");
  json_.open_object();
  json_.member("version", rule.version);
  json_.member("principle", principle_id(rule.principle));
  json_.key("sources");
  json_.open_array();
  for (const RuleSource& source : rule.sources) json_.text(source.code + ", " + source.reference);
  json_.close_array();
  json_.close_object();
  json_.close_object();
}

// House rules extend the tool; their rules stand among the driver's.
void SarifWriter::write_houses(const Versions& versions) {
  if (versions.houses.empty()) return;
  json_.key("extensions");
  json_.open_array();
  for (const RuleLayer& house : versions.houses) {
    json_.open_object();
    json_.member("name", valid_text(house.name));
    if (!house.version.empty()) json_.member("version", valid_text(house.version));
    json_.close_object();
  }
  json_.close_array();
}

std::string SarifWriter::begin(const RunContext& run) {
  json_.open_object();
  json_.member("$schema",
               "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
               "sarif-schema-2.1.0.json");
  json_.member("version", "2.1.0");
  json_.key("runs");
  json_.open_array();
  json_.open_object();
  json_.key("tool");
  json_.open_object();
  json_.key("driver");
  json_.open_object();
  json_.member("name", "Limpide");
  json_.member("version", run.versions.program);
  json_.member("language", "fr-FR");
  json_.key("rules");
  json_.open_array();
  for (const LoadedRule& rule : run.rules.rules) write_rule(run, rule.spec);
  json_.close_array();
  json_.key("properties");
  json_.open_object();
  json_.member("rulesVersion", run.versions.rules);
  json_.member("lexiconVersion", run.versions.lexicon);
  json_.member("profile", profile_id(run.profile));
  json_.close_object();
  json_.close_object();
  write_houses(run.versions);
  json_.close_object();
  json_.member("language", "fr-FR");
  json_.member("columnKind", "utf16CodeUnits");
  json_.line();
  json_.key("results");
  json_.open_array();
  return json_.take();
}

std::string SarifWriter::document(const RunContext& run, const Outcome& outcome) {
  const std::string uri = uri_of_path(outcome.name);
  if (!outcome.report) {
    const Error& error = outcome.report.error();
    artifacts_.push_back({uri, {}});
    notifications_.push_back({uri, "error", error.message.key,
                              valid_text(run.texts.format(error.message)), error.location});
    return json_.take();
  }
  const DocumentReport& report = *outcome.report;
  artifacts_.push_back({uri, valid_text(report.document.encoding)});
  for (const Notice& notice : report.document.notices) {
    notifications_.push_back(
        {uri, "note", notice.message.key, valid_text(run.texts.format(notice.message)), {}});
  }
  const Places places = places_of(report);
  const Page page{run, report, places, uri};
  for (const Finding& finding : report.findings) write_result(page, finding, nullptr);
  for (const MutedFinding& muted : report.muted) {
    write_result(page, muted.finding, &muted.reason);
  }
  return json_.take();
}

void SarifWriter::write_artifact_location(const std::string& uri) {
  json_.key("artifactLocation");
  json_.open_object();
  json_.member("uri", uri);
  json_.close_object();
}

void SarifWriter::write_region(const Place& place) {
  json_.key("region");
  json_.open_object();
  json_.member("startLine", place.begin.line);
  json_.member("startColumn", place.begin.utf16_column);
  json_.member("endLine", place.end.line);
  json_.member("endColumn", place.end.utf16_column);
  json_.member("charOffset", place.begin.utf16);
  json_.member("charLength", length_of(place));
  json_.close_object();
}

// A location of the page; note and id belong to related locations (id 0: none).
void SarifWriter::write_location(const Page& page, const Place& place, const std::string* note,
                                 std::uint32_t id) {
  const Document& document = page.report.document;
  json_.open_object();
  if (id > 0) json_.member("id", id);
  if (note != nullptr) write_message("message", *note);
  json_.key("physicalLocation");
  json_.open_object();
  write_artifact_location(page.uri);
  if (is_whole_file(document, place)) write_region(place);
  json_.close_object();
  if (!is_whole_file(document, place) && place.kind != PlaceKind::kWhole) {
    json_.key("logicalLocations");
    json_.open_array();
    json_.open_object();
    const std::string name = place_text(page.run.texts, document, place);
    const std::string part =
        place.part < document.parts.size() ? valid_text(document.parts[place.part].name) : "";
    const bool line = place.kind == PlaceKind::kLine;
    const std::uint32_t number = line ? place.begin.line : place.paragraph;
    json_.member("name", name);
    json_.member("fullyQualifiedName", part + "#" + std::to_string(number));
    json_.member("kind", line ? "line" : "paragraph");
    json_.key("properties");
    json_.open_object();
    json_.member("utf16Begin", line ? place.begin.utf16 : place.utf16_begin);
    json_.member("utf16End", line ? place.end.utf16 : place.utf16_end);
    json_.close_object();
    json_.close_object();
    json_.close_array();
  }
  json_.close_object();
}

void SarifWriter::write_result(const Page& page, const Finding& finding,
                               const std::string* muted_because) {
  const RuleSpec& rule = page.run.rules.spec(finding.rule);
  json_.line();
  json_.open_object();
  json_.member("ruleId", rule.id);
  json_.member("ruleIndex", finding.rule);
  json_.member("level", level_of(finding.severity));
  json_.key("rank");
  json_.number(rank_of(finding.severity));
  write_message("message", messages_.of(rule, finding));
  json_.key("locations");
  json_.open_array();
  write_location(page, page.places.of(finding), nullptr, 0);
  json_.close_array();
  write_related(page, finding);
  json_.key("partialFingerprints");
  json_.open_object();
  json_.member("limpide/v1", hexadecimal(finding.fingerprint));
  json_.close_object();
  write_fixes(page, finding);
  if (muted_because != nullptr) {
    json_.key("suppressions");
    json_.open_array();
    json_.open_object();
    json_.member("kind", "inSource");
    if (!muted_because->empty()) json_.member("justification", valid_text(*muted_because));
    json_.close_object();
    json_.close_array();
  }
  json_.key("properties");
  json_.open_object();
  json_.member("severity", severity_id(finding.severity));
  json_.member("confidence", confidence_id(finding.confidence));
  json_.member("principle", principle_id(rule.principle));
  json_.close_object();
  json_.close_object();
}

void SarifWriter::write_related(const Page& page, const Finding& finding) {
  if (finding.related.empty()) return;
  json_.key("relatedLocations");
  json_.open_array();
  std::uint32_t id = 0;
  for (const RelatedSpan& related : finding.related) {
    const std::string note = page.run.texts.format(related.note);
    write_location(page, page.places.of(related.span), note.empty() ? nullptr : &note, ++id);
  }
  json_.close_array();
}

// Edits go into the bytes of the file: each must come from one stretch of it, letter for letter.
bool SarifWriter::can_fix(const Page& page, const Suggestion& suggestion) {
  const Document& document = page.report.document;
  for (const Edit& edit : suggestion.edits) {
    const Place& place = page.places.of(edit.span);
    if (!is_whole_file(document, place)) return false;
    if (!in_source(document.format, edit.text)) return false;
    // A page writes a paragraph with tags, which only the editor of the file knows.
    if (document.format != Format::kText && breaks_paragraph(edit)) return false;
    const auto ranges = document.source_map.ranges(edit.span);
    if (!edit.span.empty() && ranges.size() != 1) return false;
  }
  return !suggestion.edits.empty();
}

void SarifWriter::write_fix(const Page& page, const Finding& finding,
                            const Suggestion& suggestion) {
  const Document& document = page.report.document;
  Finding only = finding;
  only.suggestions = {suggestion};
  json_.open_object();
  write_message("description",
                page.run.texts.format(
                    {"report.proposal", {{"text", proposals(page.run.texts, document, only)}}}));
  json_.key("artifactChanges");
  json_.open_array();
  json_.open_object();
  write_artifact_location(page.uri);
  json_.key("replacements");
  json_.open_array();
  for (const Edit& edit : suggestion.edits) {
    const Place& place = page.places.of(edit.span);
    json_.open_object();
    json_.key("deletedRegion");
    json_.open_object();
    json_.member("charOffset", place.begin.utf16);
    json_.member("charLength", length_of(place));
    json_.close_object();
    write_message("insertedContent", *in_source(document.format, edit.text));
    json_.close_object();
  }
  json_.close_array();
  json_.close_object();
  json_.close_array();
  json_.close_object();
}

void SarifWriter::write_fixes(const Page& page, const Finding& finding) {
  bool open = false;
  for (const Suggestion& suggestion : finding.suggestions) {
    if (!can_fix(page, suggestion)) continue;
    if (!open) {
      json_.key("fixes");
      json_.open_array();
      open = true;
    }
    write_fix(page, finding, suggestion);
  }
  if (open) json_.close_array();
}

void SarifWriter::write_invocation(const RunContext&, const RunSummary& summary) {
  json_.line();
  json_.key("invocations");
  json_.open_array();
  json_.open_object();
  json_.member("executionSuccessful", summary.failed == 0);
  json_.key("toolExecutionNotifications");
  json_.open_array();
  for (const Notification& notification : notifications_) {
    json_.line();
    json_.open_object();
    json_.key("descriptor");
    json_.open_object();
    json_.member("id", notification.key);
    json_.close_object();
    json_.member("level", notification.level);
    write_message("message", notification.text);
    json_.key("locations");
    json_.open_array();
    json_.open_object();
    json_.key("physicalLocation");
    json_.open_object();
    write_artifact_location(notification.uri);
    if (notification.location.line > 0) {
      json_.key("region");
      json_.open_object();
      json_.member("startLine", notification.location.line);
      json_.close_object();
    }
    json_.close_object();
    json_.close_object();
    json_.close_array();
    json_.close_object();
  }
  json_.close_array();
  json_.close_object();
  json_.close_array();
}

std::string SarifWriter::end(const RunContext& run, const RunSummary& summary) {
  json_.close_array();
  json_.line();
  json_.key("artifacts");
  json_.open_array();
  for (const Artifact& artifact : artifacts_) {
    json_.line();
    json_.open_object();
    json_.key("location");
    json_.open_object();
    json_.member("uri", artifact.uri);
    json_.close_object();
    if (!artifact.encoding.empty()) json_.member("encoding", artifact.encoding);
    json_.close_object();
  }
  json_.close_array();
  write_invocation(run, summary);
  json_.close_object();
  json_.close_array();
  json_.close_object();
  return json_.take() + "\n";
}

}  // namespace

std::unique_ptr<ReportWriter> make_sarif_writer() { return std::make_unique<SarifWriter>(); }

}  // namespace limpide
