#include <gtest/gtest.h>

#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/document/document_builder.h"

namespace limpide {
namespace {

constexpr const char* kCombiningAcute = "\xCC\x81";

std::string source_of(const Document& document, Span text) {
  std::string bytes;
  for (const SourceRange& range : document.source_map.ranges(text)) {
    bytes += slice(document.parts[range.part].source, range.bytes);
  }
  return bytes;
}

TEST(DocumentBuilder, JoinsBlocksAndMapsThemBack) {
  DocumentBuilder builder(Format::kText, Limits{});
  const std::uint32_t part = builder.add_part("", "one two\n\nthree");
  builder.open_block({});
  builder.append(part, {0, 7});
  builder.close_block();
  builder.open_block({});
  builder.append(part, {9, 14});
  builder.close_block();
  const Result<Document> document = builder.finish();
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->text, "one two\nthree");
  ASSERT_EQ(document->blocks.size(), 2U);
  EXPECT_EQ(source_of(*document, {4, 7}), "two");
  EXPECT_EQ(source_of(*document, document->blocks[1].text), "three");
  EXPECT_EQ(source_of(*document, {4, 13}), "twothree");
  EXPECT_EQ(document->source_map.position(8)->bytes, (Span{9, 9}));
  EXPECT_EQ(block_at(*document, 8), 1U);
  EXPECT_EQ(block_at(*document, 7), 0U);
}

TEST(DocumentBuilder, EntitiesMapAsAWhole) {
  DocumentBuilder builder(Format::kHtml, Limits{});
  const std::uint32_t part = builder.add_part("", "a &amp; b");
  builder.open_block({});
  builder.append(part, {0, 2});
  builder.append_for("&", part, {2, 7});
  builder.append(part, {7, 9});
  builder.close_block();
  const Result<Document> document = builder.finish();
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->text, "a & b");
  EXPECT_EQ(source_of(*document, {2, 3}), "&amp;");
  EXPECT_EQ(source_of(*document, {0, 5}), "a &amp; b");
  EXPECT_EQ(document->source_map.ranges({0, 5}).size(), 1U);
}

TEST(DocumentBuilder, NormalisesAcrossPiecesAndKeepsMarks) {
  const std::string source = std::string("cafe") + kCombiningAcute + " noir";
  DocumentBuilder builder(Format::kText, Limits{});
  const std::uint32_t part = builder.add_part("", source);
  builder.open_block({});
  limpide::Run bold;
  bold.bold = true;
  builder.set_look(bold);
  builder.append(part, {0, 4});  // "cafe"
  builder.clear_look();
  builder.append(part, {4, 11});  // the accent and " noir"
  builder.mark_link(0, 6, "target");
  builder.close_block();
  const Result<Document> document = builder.finish();
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->text, "caf\xC3\xA9 noir");
  EXPECT_EQ(source_of(*document, {3, 5}), std::string("e") + kCombiningAcute);
  EXPECT_EQ(source_of(*document, {6, 10}), "noir");
  ASSERT_EQ(document->runs.size(), 1U);
  EXPECT_EQ(document->runs[0].text, (Span{0, 5}));
  EXPECT_EQ(document->links[0].text, (Span{0, 5}));
}

TEST(DocumentBuilder, DropsEmptyBlocksButNotTheirComments) {
  DocumentBuilder builder(Format::kText, Limits{});
  const std::uint32_t part = builder.add_part("", " \t\xC2\xA0 x");
  builder.open_block({});
  builder.append(part, {0, 5});
  Comment comment;
  comment.text = "note";
  builder.mark_comment(0, 5, comment);
  builder.close_block();
  builder.open_block({});
  builder.append(part, {5, 6});
  builder.close_block();
  const Result<Document> document = builder.finish();
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->text, "x");
  ASSERT_EQ(document->comments.size(), 1U);
  EXPECT_EQ(document->comments[0].text, "note");
}

TEST(DocumentBuilder, RefusesMoreThanItsLimit) {
  Limits limits;
  limits.text_bytes = 10;
  DocumentBuilder builder(Format::kText, limits);
  const std::uint32_t part = builder.add_part("", "123456789012345");
  builder.open_block({});
  builder.append(part, {0, 8});
  builder.append(part, {8, 15});
  builder.close_block();
  const Result<Document> document = builder.finish();
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().message.key, "error.document.too_long");
}

TEST(DocumentBuilder, SaysWhenTheBlocksAreTooMany) {
  Limits limits;
  limits.blocks = 2;
  DocumentBuilder builder(Format::kText, limits);
  for (int i = 0; i < 3; ++i) {
    builder.open_block({});
    builder.append_made("mot");
    builder.close_block();
  }
  const Result<Document> document = builder.finish();
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().message.key, "error.document.too_many_blocks");
}

TEST(TokenBound, CountsRunsOfLettersRunsOfDigitsAndMarks) {
  const struct {
    const char* text;
    std::size_t bound;
  } kCases[] = {
      {"", 0},
      {"  \n\t ", 0},
      {"mot", 1},
      {"\xC3\xA9t\xC3\xA9", 1},  // letters with accents
      {"l'arbre", 3},            // elision
      {"12km", 2},               // a unit
      {"Nom : ..........", 3},   // dots to fill in
      {"''''", 4},               // each may be a token
      {"\xC2\xAB"
       "oui\xC2\xBB",
       3},                              // quotation marks
      {"\xE2\x80\x99\xE2\x80\x99", 2},  // typographic apostrophes
  };
  for (const auto& one : kCases) EXPECT_EQ(token_bound(one.text), one.bound) << one.text;
}

}  // namespace
}  // namespace limpide
