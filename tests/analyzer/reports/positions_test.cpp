#include "analyzer/reports/positions.h"

#include <gtest/gtest.h>

#include "analyzer/base/offsets.h"
#include "analyzer/document/document_builder.h"
#include "analyzer/reports/texts.h"
#include "tests/analyzer/reports/sample.h"

namespace limpide::testing {
namespace {

// One block over the whole of a source, as the text reader would make it without its breaks.
Document whole_block(const std::string& source, Format format = Format::kText) {
  DocumentBuilder builder(format, Limits{});
  const std::uint32_t part = builder.add_part("", source);
  builder.open_block(Block{});
  builder.append(part, {0, static_cast<std::uint32_t>(source.size())});
  builder.close_block();
  return std::move(builder.finish()).value();
}

TEST(Places, AgreeWithTheOffsetIndexWhateverTheLineEnds) {
  // e acute, an emoji (two UTF-16 units), every kind of line end, an empty line.
  const std::string source = "a\xC3\xA9\xF0\x9F\x98\x80 b\r\nc\rd\n\ne\xC3\xA9 f";
  const Document document = whole_block(source);
  const OffsetIndex index(source);
  std::vector<Span> spans;
  for (std::uint32_t i = 0; i < source.size(); ++i) {
    if ((static_cast<unsigned char>(source[i]) & 0xC0U) != 0x80U) spans.push_back({i, i});
  }
  const Places places(document, spans);
  for (const Span span : spans) {
    const TextPosition expected = index.at(span.begin);
    const LinePosition& actual = places.of(span).begin;
    EXPECT_EQ(actual.line, expected.line) << span.begin;
    EXPECT_EQ(actual.column, expected.column) << span.begin;
    EXPECT_EQ(actual.utf16, expected.utf16) << span.begin;
  }
}

TEST(Places, ColumnsInUtf16CountSurrogatePairsTwice) {
  const Document document = whole_block("\xF0\x9F\x98\x80 x");
  const Place place = Places(document, {{5, 6}}).of(Span{5, 6});
  EXPECT_EQ(place.begin.column, 3U);
  EXPECT_EQ(place.begin.utf16_column, 4U);
  EXPECT_EQ(place.end.utf16_column, 5U);
}

TEST(Places, AnEntityIsTakenWholeFromTheSource) {
  DocumentBuilder builder(Format::kHtml, Limits{});
  const std::string source = "<p>\nA &amp; B</p>";
  const std::uint32_t part = builder.add_part("", source);
  builder.open_block(Block{});
  builder.append(part, {4, 6});
  builder.append_for("&", part, {6, 11});
  builder.append(part, {11, 13});
  builder.close_block();
  const Document document = std::move(builder.finish()).value();
  ASSERT_EQ(document.text, "A & B");
  const Place place = Places(document, {{2, 3}}).of(Span{2, 3});
  EXPECT_EQ(place.begin, (LinePosition{2, 3, 3, 6}));
  EXPECT_EQ(place.end, (LinePosition{2, 8, 8, 11}));
  EXPECT_TRUE(is_whole_file(document, place));
}

TEST(Places, WordProcessorsCountFromTheStartOfTheParagraph) {
  const Document document = sample_document("One.\n\n\xC3\xA9\xF0\x9F\x98\x80 two", Format::kDocx);
  const auto at = static_cast<std::uint32_t>(document.text.find("two"));
  const Place place = Places(document, {{at, at + 3}}).of(Span{at, at + 3});
  EXPECT_EQ(place.kind, PlaceKind::kParagraph);
  EXPECT_EQ(place.paragraph, 2U);
  EXPECT_EQ(place.utf16_begin, 4U);
  EXPECT_EQ(place.utf16_end, 7U);
  EXPECT_FALSE(is_whole_file(document, place));
}

TEST(Places, ASectionOfAnEmailIsNotTheFile) {
  DocumentBuilder builder(Format::kEml, Limits{});
  const std::uint32_t part = builder.add_part("1.2", "a\nb");
  builder.open_block(Block{});
  builder.append(part, {0, 3});
  builder.close_block();
  const Document document = std::move(builder.finish()).value();
  const Place place = Places(document, {{2, 3}}).of(Span{2, 3});
  EXPECT_EQ(place.begin.line, 2U);
  EXPECT_FALSE(is_whole_file(document, place));
  const Catalogue texts = sample_texts();
  EXPECT_NE(place_text(texts, document, place).find("1.2"), std::string::npos);
}

TEST(Places, TextThatTheReaderMadeHasNoPlaceInTheFile) {
  DocumentBuilder builder(Format::kHtml, Limits{});
  builder.add_part("", "<p></p>");
  builder.open_block(Block{});
  builder.append_made("made");
  builder.close_block();
  const Document document = std::move(builder.finish()).value();
  EXPECT_EQ(Places(document, {{0, 4}}).of(Span{0, 4}).kind, PlaceKind::kWhole);
}

TEST(Places, AFindingWithoutWordsIsAboutTheWhole) {
  const Document document = whole_block("abc");
  const Places places(document, {{0, 0}});
  EXPECT_EQ(places.of(Finding{}).kind, PlaceKind::kWhole);
}

TEST(Places, AnEmptyDocumentHasNoPlaces) {
  const Places places(Document{}, {{0, 0}});
  EXPECT_EQ(places.of(Span{0, 0}).kind, PlaceKind::kWhole);
}

}  // namespace
}  // namespace limpide::testing
