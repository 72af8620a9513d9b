// tests/stages/rewriting/<operation>.tsv: what each operation makes of marked words. Columns: text
// with [[the words]], what is expected (the whole text once the first suggestion is applied; "=":
// the operation refuses), then the texts of "replace" between bars.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "analyzer/rewriting/rewriting.h"
#include "analyzer/rules/loader.h"
#include "analyzer/structure/data_rows.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

constexpr std::size_t kLeastRows = 30;
constexpr double kShareAsked = 0.9;  // the models are data that change

// A table writes a line break as "\\n".
std::string with_breaks(std::string_view cell) {
  std::string text(cell);
  for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at)) {
    text.replace(at, 2, "\n");
  }
  return text;
}

std::string without_blank_lines(std::string text) {
  for (std::size_t at = text.find("\n\n"); at != std::string::npos; at = text.find("\n\n")) {
    text.erase(at, 1);
  }
  return text;
}

std::string first_result(const std::string& text, Span words, OperationKind kind,
                         const DataRow& row) {
  const Result<Document> document = read_document(all_readers(), {"row.txt", text}, Limits{});
  if (!document) return "?";
  if (document->text != text) {  // blank lines go between blocks
    const std::size_t at = document->text.find(slice(text, words));
    if (at == std::string::npos) return "?";
    words = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at) + words.size()};
  }
  const Analysis analysis = analyse(*document, test_engine().language(), Depth::kTrees);
  std::vector<Finding> findings(1);
  findings[0].span = words;
  findings[0].operation.kind = kind;
  findings[0].operation.open_ending = true;
  if (row.cells.size() > 2) {
    for (const std::string_view part : split_cell(row.cells[2], '|')) {
      findings[0].operation.texts.emplace_back(part);
    }
  }
  add_suggestions(analysis, test_engine().rewriting(), findings);
  if (findings[0].suggestions.empty()) return "=";
  return apply_edits(document->text, findings[0].suggestions[0].edits);
}

class Operations : public testing::TestWithParam<OperationKind> {};

TEST_P(Operations, FollowTheirTable) {
  const std::string name = std::string(operation_id(GetParam())) + ".tsv";
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/rewriting/" + name);
  ASSERT_TRUE(file) << name;
  const std::string table((std::istreambuf_iterator<char>(file)), {});
  std::size_t rows = 0;
  std::size_t right = 0;
  for (const DataRow& row : data_rows(table)) {
    ASSERT_GE(row.cells.size(), 2U) << name << ":" << row.line;
    std::string text;
    std::vector<Span> marks;
    ASSERT_TRUE(take_marks(with_breaks(row.cells[0]), text, marks)) << name << ":" << row.line;
    ASSERT_EQ(marks.size(), 1U) << name << ":" << row.line;
    const std::string expected = with_breaks(row.cells[1]);
    const std::string result = first_result(text, marks[0], GetParam(), row);
    ++rows;
    if (without_blank_lines(result) == without_blank_lines(expected)) {
      ++right;
    } else {
      std::printf("%s:%u\n  expected %s\n  got      %s\n", name.c_str(), row.line, expected.c_str(),
                  result.c_str());
    }
  }
  EXPECT_GE(rows, kLeastRows) << name;
  EXPECT_GE(static_cast<double>(right), kShareAsked * static_cast<double>(rows)) << name;
}

INSTANTIATE_TEST_SUITE_P(
    Each, Operations,
    testing::Values(OperationKind::kReplace, OperationKind::kCompleteNegation,
                    OperationKind::kActive, OperationKind::kAddressReader,
                    OperationKind::kImperative, OperationKind::kSplit,
                    OperationKind::kExpandAcronym, OperationKind::kDigits, OperationKind::kFormula,
                    OperationKind::kPositive, OperationKind::kFiniteClause,
                    OperationKind::kNameSender, OperationKind::kReferenceLast,
                    OperationKind::kLowerCapitals, OperationKind::kCalmConsequence,
                    OperationKind::kThisDocument, OperationKind::kBreakParagraph,
                    OperationKind::kList, OperationKind::kStateFact, OperationKind::kOrBoth,
                    OperationKind::kExplain, OperationKind::kHeadings, OperationKind::kObjectLine,
                    OperationKind::kLead),
    [](const testing::TestParamInfo<OperationKind>& operation) {
      std::string name = operation_id(operation.param);
      std::replace(name.begin(), name.end(), '-', '_');
      return name;
    });

}  // namespace
}  // namespace limpide
