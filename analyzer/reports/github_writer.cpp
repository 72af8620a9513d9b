#include "analyzer/reports/github_writer.h"

#include <string>

#include "analyzer/reports/escape.h"
#include "analyzer/reports/positions.h"
#include "analyzer/reports/texts.h"

namespace limpide {
namespace {

const char* command_of(Severity severity) {
  switch (severity) {
    case Severity::kBlocking:
      return "error";
    case Severity::kMajor:
      return "warning";
    case Severity::kMinor:
      return "warning";
    case Severity::kInfo:
      return "notice";
  }
  return "notice";
}

std::string property(const char* name, std::string_view value) {
  return std::string(",") + name + "=" + github_property(value);
}

std::string property(const char* name, std::uint32_t value) {
  return property(name, std::to_string(value));
}

// GitHub takes columns only within one line.
std::string region(const Place& place) {
  std::string text = property("line", place.begin.line) + property("endLine", place.end.line);
  if (place.begin.line == place.end.line) {
    text += property("col", place.begin.column) + property("endColumn", place.end.column);
  }
  return text;
}

class GithubWriter : public ReportWriter {
 public:
  std::string begin(const RunContext&) override { return {}; }
  std::string document(const RunContext& run, const Outcome& outcome) override;
  std::string end(const RunContext& run, const RunSummary& summary) override;

 private:
  std::string command(const RunContext& run, const std::string& name, const DocumentReport& report,
                      const Places& places, const Finding& finding);

  FindingMessages messages_;
};

std::string GithubWriter::command(const RunContext& run, const std::string& name,
                                  const DocumentReport& report, const Places& places,
                                  const Finding& finding) {
  const RuleSpec& rule = run.rules.spec(finding.rule);
  const Place& place = places.of(finding);
  std::string message = messages_.of(rule, finding);
  std::string line =
      std::string("::") + command_of(finding.severity) + " file=" + github_property(name);
  if (is_whole_file(report.document, place)) {
    line += region(place);
  } else {
    const std::string where = place_text(run.texts, report.document, place);
    message = run.texts.format({"report.line", {{"place", where}, {"message", message}}});
  }
  line += property("title", rule.title);
  message.append("\n").append(run.texts.format({"report.why", {{"text", rule.why}}}));
  const std::string proposal = proposals(run.texts, report.document, finding);
  const Message last = proposal.empty() ? Message{"report.advice", {{"text", rule.advice}}}
                                        : Message{"report.proposal", {{"text", proposal}}};
  message.append("\n").append(run.texts.format(last));
  return line + "::" + github_data(message) + "\n";
}

std::string GithubWriter::document(const RunContext& run, const Outcome& outcome) {
  const std::string file = " file=" + github_property(outcome.name);
  if (!outcome.report) {
    const Error& error = outcome.report.error();
    std::string line = "::error" + file;
    if (error.location.line > 0) line += property("line", error.location.line);
    return line + "::" + github_data(run.texts.format(error.message)) + "\n";
  }
  const DocumentReport& report = *outcome.report;
  const Places places = places_of(report);
  std::string out;
  for (const Finding& finding : report.findings) {
    out += command(run, outcome.name, report, places, finding);
  }
  for (const Notice& notice : report.document.notices) {
    out += "::notice" + file + "::" + github_data(run.texts.format(notice.message)) + "\n";
  }
  return out;
}

std::string GithubWriter::end(const RunContext& run, const RunSummary& summary) {
  const std::string text = run.texts.format({"report.run",
                                             {{"n", std::to_string(summary.documents)},
                                              {"failed", std::to_string(summary.failed)},
                                              {"findings", std::to_string(summary.findings)}}});
  return "::notice title=Limpide::" +
         github_data(text + " " + versions_text(run.texts, run.versions)) + "\n";
}

}  // namespace

std::unique_ptr<ReportWriter> make_github_writer() { return std::make_unique<GithubWriter>(); }

}  // namespace limpide
