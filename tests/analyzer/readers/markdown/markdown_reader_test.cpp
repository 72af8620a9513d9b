#include "analyzer/readers/markdown/markdown_reader.h"

#include <gtest/gtest.h>

#include "tests/analyzer/readers/support/reader_cases.h"

namespace limpide {
namespace {

TEST(MarkdownReader, ReadsTheTableOfTexts) {
  const MarkdownReader reader;
  check_reader_cases({&reader}, "markdown/texts.cases");
}

TEST(MarkdownReader, IsSureOfMarksAndNotOfBullets) {
  const MarkdownReader reader;
  EXPECT_GE(reader.confidence({"a.txt", "# A\n\ntext **b**\n"}), 60);
  EXPECT_GE(reader.confidence({"-", "# A\n\n## B\n"}), 60);
  EXPECT_EQ(reader.confidence({"a.txt", "- a\n- b\n1. c\n"}), 0);
  EXPECT_GT(reader.confidence({"a.md", "- a\n- b\n"}), 20);
  EXPECT_EQ(reader.confidence({"a.md", std::string_view("\0\0", 2)}), 0);
  EXPECT_EQ(reader.confidence({"a.txt", "5 * 3 ** 2 = 45\n"}), 0);
}

TEST(MarkdownReader, MapsASoftBreakToItsLineEnd) {
  const MarkdownReader reader;
  const Result<Document> document = reader.read({"a.md", "un\ndeux\n"}, Limits{});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, "un deux");
  EXPECT_EQ(document->source_map.ranges({2, 3})[0].bytes, (Span{2, 3}));
}

}  // namespace
}  // namespace limpide
