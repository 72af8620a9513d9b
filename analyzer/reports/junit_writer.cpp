#include "analyzer/reports/junit_writer.h"

#include <string>

#include "analyzer/reports/escape.h"
#include "analyzer/reports/groups.h"
#include "analyzer/reports/positions.h"
#include "analyzer/reports/texts.h"

namespace limpide {
namespace {

std::string attribute(const char* name, std::string_view value) {
  std::string escaped;
  for (const char byte : xml_escaped(value)) {
    if (byte == '\n')
      escaped += "&#10;";
    else if (byte == '\t')
      escaped += "&#9;";
    else
      escaped.push_back(byte);
  }
  return std::string(" ") + name + "=\"" + escaped + "\"";
}

std::string attribute(const char* name, std::size_t value) {
  return attribute(name, std::to_string(value));
}

class JunitWriter : public ReportWriter {
 public:
  std::string begin(const RunContext& run) override;
  std::string document(const RunContext& run, const Outcome& outcome) override;
  std::string end(const RunContext& run, const RunSummary& summary) override;

 private:
  std::string test_case(const RunContext& run, const Outcome& outcome, const Places& places,
                        const RuleGroup& group);
  std::string list(const RunContext& run, const DocumentReport& report, const Places& places,
                   const RuleGroup& group);

  FindingMessages messages_;
};

std::string JunitWriter::begin(const RunContext&) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"limpide\">\n";
}

std::string JunitWriter::end(const RunContext&, const RunSummary&) { return "</testsuites>\n"; }

std::string suite_properties(const RunContext& run) {
  const auto property = [](const char* name, std::string_view value) {
    return "   <property" + attribute("name", name) + attribute("value", value) + "/>\n";
  };
  return "  <properties>\n" + property("limpide.program", run.versions.program) +
         property("limpide.rules", run.versions.rules) +
         property("limpide.lexicon", run.versions.lexicon) +
         (run.versions.houses.empty() ? std::string()
                                      : property("limpide.houseRules", houses_text(run.versions))) +
         property("limpide.profile", profile_id(run.profile)) + "  </properties>\n";
}

std::string suite(const RunContext& run, const std::string& name, std::size_t tests,
                  std::size_t failures, std::size_t errors, const std::string& content) {
  return " <testsuite" + attribute("name", name) + attribute("tests", tests) +
         attribute("failures", failures) + attribute("errors", errors) + ">\n" +
         suite_properties(run) + content + " </testsuite>\n";
}

std::string case_start(const std::string& document, const std::string& name) {
  return "  <testcase" + attribute("classname", document) + attribute("name", name);
}

std::string JunitWriter::list(const RunContext& run, const DocumentReport& report,
                              const Places& places, const RuleGroup& group) {
  std::string lines;
  for (const std::uint32_t index : group.findings) {
    const Finding& finding = report.findings[index];
    lines +=
        run.texts.format({"report.line",
                          {{"place", place_text(run.texts, report.document, places.of(finding))},
                           {"message", messages_.of(run.rules.spec(group.rule), finding)}}});
    const std::string proposal = proposals(run.texts, report.document, finding);
    if (!proposal.empty()) {
      lines.append(" ").append(run.texts.format({"report.proposal", {{"text", proposal}}}));
    }
    lines += "\n";
  }
  const RuleSpec& rule = run.rules.spec(group.rule);
  lines += run.texts.format({"report.why", {{"text", rule.why}}}) + "\n";
  lines += run.texts.format({"report.advice", {{"text", rule.advice}}}) + "\n";
  return xml_escaped(lines);
}

std::string JunitWriter::test_case(const RunContext& run, const Outcome& outcome,
                                   const Places& places, const RuleGroup& group) {
  const RuleSpec& rule = run.rules.spec(group.rule);
  const std::string content = list(run, *outcome.report, places, group);
  std::string xml = case_start(outcome.name, rule.id) + ">\n";
  if (group.severity == Severity::kInfo) {
    return xml + "   <system-out>" + content + "</system-out>\n  </testcase>\n";
  }
  const std::string head =
      run.texts.format({"report.rule.head",
                        {{"title", rule.title},
                         {"severity", severity_word(run.texts, group.severity)},
                         {"n", std::to_string(group.findings.size())}}});
  xml += "   <failure" + attribute("message", head) +
         attribute("type", severity_id(group.severity)) + ">" + content + "</failure>\n";
  return xml + "  </testcase>\n";
}

std::string JunitWriter::document(const RunContext& run, const Outcome& outcome) {
  if (!outcome.report) {
    const std::string message = error_text(run.texts, outcome.name, outcome.report.error());
    return suite(run, outcome.name, 1, 0, 1,
                 case_start(outcome.name, "limpide") + ">\n   <error" +
                     attribute("message", message) + "/>\n  </testcase>\n");
  }
  const DocumentReport& report = *outcome.report;
  const Places places = places_of(report);
  std::string cases;
  std::size_t tests = 0;
  std::size_t failures = 0;
  for (const RuleGroup& group : group_by_rule(run.rules, report.findings)) {
    cases += test_case(run, outcome, places, group);
    ++tests;
    if (group.severity != Severity::kInfo) ++failures;
  }
  // An empty suite is a failure for several tools: a clean document is one test that passes.
  if (tests == 0) {
    cases = case_start(outcome.name, "limpide") + "/>\n";
    tests = 1;
  }
  return suite(run, outcome.name, tests, failures, 0, cases);
}

}  // namespace

std::unique_ptr<ReportWriter> make_junit_writer() { return std::make_unique<JunitWriter>(); }

}  // namespace limpide
