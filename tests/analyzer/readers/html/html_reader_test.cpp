#include "analyzer/readers/html/html_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "analyzer/readers/html/html_scan.h"
#include "analyzer/readers/html/html_style.h"
#include "tests/analyzer/readers/support/reader_cases.h"

namespace limpide {
namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST(HtmlReader, ReadsTheTableOfPages) {
  const HtmlReader reader;
  check_reader_cases({&reader}, "html/pages.cases");
}

TEST(HtmlReader, RefusesDeepNestingBeforeParsing) {
  const HtmlReader reader;
  const std::string page = "<html>" + repeated("<div>", 200'000) + "deep";
  const Result<Document> document = reader.read({"-", page}, Limits{});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().message.key, "error.html.too_deep");
  const std::string fits = "<html>" + repeated("<div>", 400) + "deep";
  EXPECT_TRUE(reader.read({"-", fits}, Limits{}));
  const std::string over = "<html>" + repeated("<div>", 600) + "deep";
  EXPECT_FALSE(reader.read({"-", over}, Limits{}));
}

TEST(HtmlReader, RefusesFormattingThatMultiplies) {
  const HtmlReader reader;
  std::string page = "<html>";
  for (int i = 0; i < 300; ++i) page.append("<b id=").append(std::to_string(i)).append(">");
  page += repeated("<p>x", 100'000);
  const Result<Document> document = reader.read({"-", page}, Limits{});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().message.key, "error.html.too_complex");
}

TEST(HtmlReader, ReadsALongFlatPage) {
  const HtmlReader reader;
  const std::string page = "<html><body>" + repeated("<p>un <b>mot<p>deux", 2000);
  EXPECT_TRUE(reader.read({"-", page}, Limits{}));
}

TEST(HtmlReader, ScanCountsWhatTheParserWillNest) {
  EXPECT_EQ(scan_html("<div><p>a<p>b<br><img></div>", 100).depth, 2U);
  EXPECT_EQ(scan_html("<script><div><div></script><b>", 100).depth, 1U);
  EXPECT_EQ(scan_html("<!-- <div><div> --><b>", 100).depth, 1U);
  EXPECT_EQ(scan_html("<a title='<div>'>", 100).depth, 1U);
  // Unclosed paragraphs, items and cells do not nest; of equal formatting elements three stay.
  const std::string sloppy = repeated("<p><b>x", 50) + repeated("<ul><li><i>y<li>z</ul>", 9);
  EXPECT_EQ(scan_html(sloppy, 100).depth, 6U);
  EXPECT_EQ(scan_html("<table>" + repeated("<tr><td><p>x<td>y", 50), 100).depth, 4U);
  // </span> does not close across a block: the parser goes on nesting.
  EXPECT_EQ(scan_html(repeated("<span><div></span>", 20), 100).depth, 40U);
  EXPECT_GT(scan_html("<a " + repeated("x ", 3000) + ">", 100).attributes, 2000U);
}

TEST(HtmlReader, FindsTheDeclaredCharset) {
  EXPECT_EQ(declared_charset("<meta charset=\"ISO-8859-15\">"), "iso-8859-15");
  EXPECT_EQ(declared_charset("<meta http-equiv='Content-Type' content='text/html; charset=utf-8'>"),
            "utf-8");
  EXPECT_EQ(declared_charset("<?xml version='1.0' encoding='latin1'?><html>"), "latin1");
  EXPECT_EQ(declared_charset("<meta charset="), "");
  EXPECT_EQ(declared_charset("<p>charset=utf-8"), "");
}

TEST(HtmlReader, ReadsColoursAndSizes) {
  EXPECT_EQ(parse_colour("#c00"), 0xCC0000);
  EXPECT_EQ(parse_colour(" RGB(1, 2, 300) "), 0x0102FF);
  EXPECT_EQ(parse_colour("red"), 0xFF0000);
  EXPECT_EQ(parse_colour("inherit"), -1);
  EXPECT_EQ(parse_colour("#12"), -1);
  InlineStyle style;
  apply_style("font-size:16px;color:#00f;;bad;text-align:right!important;font-family:'Arial',x",
              style);
  EXPECT_FLOAT_EQ(style.look.size_points, 12);
  EXPECT_EQ(style.look.colour, 0x0000FF);
  EXPECT_EQ(style.alignment, Alignment::kEnd);
  EXPECT_EQ(style.font, "arial");
  EXPECT_FALSE(style.hidden);
  apply_style("DISPLAY: none", style);
  EXPECT_TRUE(style.hidden);
}

TEST(HtmlReader, TracesAComposedAccentToAllItsBytes) {
  const HtmlReader reader;
  const Result<Document> document = reader.read({"-", "<p>caf<b>e</b>&#x301;s</p>"}, Limits{});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, "caf\xC3\xA9s");
}

}  // namespace
}  // namespace limpide
