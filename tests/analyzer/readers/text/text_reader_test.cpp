#include "analyzer/readers/text/text_reader.h"

#include <gtest/gtest.h>

#include "analyzer/readers/text/line_marks.h"
#include "analyzer/readers/text/text_lines.h"
#include "tests/analyzer/readers/support/reader_cases.h"

namespace limpide {
namespace {

TEST(TextReader, ReadsTheTableOfStructures) {
  const TextReader reader;
  check_reader_cases({&reader}, "text/structure.cases");
}

TEST(TextReader, FindsTheMarginOfWrappedTextOnly) {
  const std::string wrapped =
      "The quick brown fox jumps over the lazy dog and then it\n"
      "goes home to sleep, since the day was long and the dog\n"
      "was not amused at all by so many visits in one morning.\n";
  EXPECT_EQ(wrap_margin(wrapped, 0), 55U);
  const std::string lines = "Mairie de Vauclair\n14, rue des Tanneurs\n87000 Limoges\n";
  EXPECT_EQ(wrap_margin(lines, 0), 0U);
  EXPECT_EQ(wrap_margin("", 0), 0U);
}

TEST(TextReader, KnowsMarkersFromNumbersAndInitials) {
  const auto bytes = [](const char* line) { return list_marker(line).bytes; };
  EXPECT_EQ(bytes("- one"), 2U);
  EXPECT_EQ(bytes("12. one"), 4U);
  EXPECT_EQ(bytes("a) one"), 3U);
  EXPECT_EQ(bytes("3\xC2\xB0 one"), 4U);
  EXPECT_EQ(bytes("\xE2\x80\xA2\xC2\xA0one"), 5U);
  for (const char* line : {"-one", "- ", "12 rue", "M. Martin", "2024. One", "1.5 one", "a. one",
                           "-", "1)", "12,5 ", "--", "(a) one"}) {
    EXPECT_EQ(bytes(line), 0U) << line;
  }
}

TEST(TextReader, KeepsTheByteOrderMarkOutOfTheText) {
  const TextReader reader;
  const Result<Document> document = reader.read({"-", "\xEF\xBB\xBFOui.\n"}, Limits{});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, "Oui.");
  EXPECT_EQ(document->parts[0].source.size(), 8U);
  EXPECT_EQ(document->source_map.ranges({0, 4})[0].bytes, (Span{3, 7}));
}

TEST(TextReader, StopsAtTheLimits) {
  const TextReader reader;
  Limits limits;
  limits.blocks = 2;
  const Result<Document> document = reader.read({"-", "a\n\nb\n\nc\n\nd\n"}, limits);
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::kLimit);
  limits = Limits{};
  limits.text_bytes = 3;
  ASSERT_FALSE(reader.read({"-", "abcdef\n"}, limits));
}

TEST(TextReader, AddsOneStretchForALongParagraph) {
  const TextReader reader;
  const std::string line(5000, 'a');
  const Result<Document> document = reader.read({"-", line + "\n\n" + line + "\n"}, Limits{});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->source_map.stretches().size(), 2U);
}

}  // namespace
}  // namespace limpide
