// The sample run in each format, compared with what a person has reviewed.
#include <gtest/gtest.h>

#include "analyzer/reports/html/pieces.h"
#include "analyzer/reports/writers.h"
#include "tests/analyzer/reports/sample.h"

namespace limpide::testing {
namespace {

std::vector<Outcome> sample_outcomes(const RuleSet& rules) {
  DocumentReport clean;
  clean.document = sample_document("Bonjour.", Format::kText);
  std::vector<Outcome> outcomes;
  outcomes.push_back({"courriers/letter.txt", sample_report(rules, Format::kText)});
  outcomes.push_back({"abime.docx", make_error(ErrorCode::kInvalidInput, "test.error.damaged", {},
                                               {"word/document.xml", 12, 4})});
  outcomes.push_back({"letter.docx", sample_report(rules, Format::kDocx)});
  outcomes.push_back({"court.txt", std::move(clean)});
  return outcomes;
}

std::string written(const char* format, const TerminalOptions& options = {}) {
  const SampleRun sample;
  auto writer = make_writer(format, options);
  EXPECT_TRUE(writer.has_value());
  return write_all(**writer, sample.context, sample_outcomes(sample.rules));
}

// Style and script have their own files; a change of theirs is not a change of the page.
std::string without_pieces(std::string page) {
  for (const std::string_view piece : {kReportCss, kReportScript}) {
    const std::size_t at = page.find(piece);
    EXPECT_NE(at, std::string::npos);
    if (at != std::string::npos) page.replace(at, piece.size(), "...");
  }
  for (const char* policy : {"style-src 'sha256-", "script-src 'sha256-"}) {
    const std::size_t at = page.find(policy);
    EXPECT_NE(at, std::string::npos);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + std::string_view(policy).size();
    page.replace(begin, page.find('\'', begin) - begin, "...");
  }
  return page;
}

TEST(ReportGolden, TerminalWithoutColour) { expect_golden("terminal.txt", written("terminal")); }

TEST(ReportGolden, TerminalWithColourOnANarrowScreenShowsAll) {
  expect_golden("terminal-colour.txt", written("terminal", {true, 60, 0}));
}

TEST(ReportGolden, Json) { expect_golden("report.json", written("json")); }
TEST(ReportGolden, Sarif) { expect_golden("report.sarif", written("sarif")); }
TEST(ReportGolden, Junit) { expect_golden("junit.xml", written("junit")); }
TEST(ReportGolden, Github) { expect_golden("github.txt", written("github")); }
TEST(ReportGolden, Html) { expect_golden("report.html", without_pieces(written("html"))); }

TEST(ReportGolden, SameInputSameBytes) {
  for (const std::string& format : report_formats()) {
    EXPECT_EQ(written(format.c_str()), written(format.c_str())) << format;
  }
}

TEST(ReportWriters, AnUnknownFormatIsAUsageError) {
  const auto writer = make_writer("yaml");
  ASSERT_FALSE(writer.has_value());
  EXPECT_EQ(writer.error().code, ErrorCode::kUsage);
  EXPECT_EQ(writer.error().message.key, "error.report.format");
}

}  // namespace
}  // namespace limpide::testing
