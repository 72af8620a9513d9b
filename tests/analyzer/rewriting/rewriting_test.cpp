// tests/stages/rewriting/joining.tsv: what an edit asks of the words around it; dates in full.
#include "analyzer/rewriting/rewriting.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "analyzer/rules/loader.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

struct Row {
  std::size_t line = 0;
  std::string text;
  Span words;
  std::string replacement;
  std::string expected;
};

std::vector<Row> rows() {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/rewriting/joining.tsv");
  std::vector<Row> found;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    Row row;
    row.line = number;
    std::vector<Span> marks;
    EXPECT_TRUE(take_marks(line.substr(0, first), row.text, marks)) << line;
    EXPECT_EQ(marks.size(), 1U) << line;
    row.words = marks.at(0);
    row.replacement = line.substr(first + 1, second - first - 1);
    row.expected = line.substr(second + 1);
    found.push_back(row);
  }
  return found;
}

TEST(Joining, FollowsTheTable) {
  const auto all = rows();
  EXPECT_GE(all.size(), 40U);
  for (const Row& row : all) {
    const Result<Document> document = read_document(all_readers(), {"row.txt", row.text}, Limits{});
    ASSERT_TRUE(document.has_value()) << row.line;
    ASSERT_EQ(document->text, row.text) << row.line;
    const Analysis analysis = analyse(*document, test_engine().language());
    TokenRange range;
    bool started = false;
    for (std::uint32_t i = 0; i < analysis.segmentation.tokens.size(); ++i) {
      if (!row.words.contains(analysis.segmentation.tokens[i].span)) continue;
      if (!started) range.first = i;
      started = true;
      range.end = i + 1;
    }
    ASSERT_TRUE(started) << row.line;
    const std::vector<Edit> edits =
        row.replacement == "-"
            ? delete_tokens(analysis, range)
            : replace_tokens(analysis, range, row.replacement, range.end - range.first > 1);
    const std::string result = edits.empty() ? "=" : apply_edits(row.text, edits);
    EXPECT_EQ(result, row.expected) << "joining.tsv:" << row.line;
  }
}

TEST(Dates, AreWrittenInFull) {
  const std::vector<std::pair<std::string, std::string>> dates{{"03/03/2026", "3\xC2\xA0mars 2026"},
                                                               {"01/08/2026",
                                                                "1er\xC2\xA0"
                                                                "ao\xC3\xBBt 2026"},
                                                               {"29/02/2024",
                                                                "29\xC2\xA0"
                                                                "f\xC3\xA9vrier 2024"},
                                                               {"29/02/2026", ""},
                                                               {"31/04/2026", ""},
                                                               {"12.12.2025",
                                                                "12\xC2\xA0"
                                                                "d\xC3\xA9"
                                                                "cembre 2025"},
                                                               {"2026-05-04", "4\xC2\xA0mai 2026"}};
  for (const auto& date : dates) {
    const DocumentReport report = check_text(
        "Nous vous avons \xC3\xA9"
        "crit le " +
            date.first + " au matin.",
        "date-numerique");
    if (date.second.empty()) {
      for (const Finding& finding : report.findings) EXPECT_TRUE(finding.suggestions.empty());
      continue;
    }
    ASSERT_EQ(report.findings.size(), 1U) << date.first;
    ASSERT_EQ(report.findings[0].suggestions.size(), 1U) << date.first;
    EXPECT_EQ(report.findings[0].suggestions[0].edits[0].text, date.second);
  }
}

}  // namespace
}  // namespace limpide
