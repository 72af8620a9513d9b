#include "analyzer/reports/visible.h"

#include <gtest/gtest.h>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/escape.h"

namespace limpide {
namespace {

std::string utf8(char32_t code_point) {
  std::string text;
  append_utf8(text, code_point);
  return text;
}

// GCC 12 warns wrongly of "literal" + temporary.
std::string with(std::string before, char32_t code_point) {
  append_utf8(before, code_point);
  return before;
}

TEST(VisibleText, ShowsEveryTreacherousCharacter) {
  for (char32_t c = 0; c < 0x3000; ++c) {
    if (!is_treacherous(c)) continue;
    const std::string shown = visible_text(with("a", c) + "b");
    for (std::size_t i = 0; i < shown.size();) {
      const Decoded current = decode_at(shown, i);
      EXPECT_FALSE(is_treacherous(current.code_point)) << static_cast<unsigned>(c);
      i += current.size;
    }
  }
}

TEST(VisibleText, NamesWhatItShows) {
  EXPECT_EQ(visible_text("\x1b[31m"), utf8(0x241B) + "[31m");
  EXPECT_EQ(visible_text("\x7f"), utf8(0x2421));
  EXPECT_EQ(visible_text(utf8(0x85)), "[U+0085]");
  EXPECT_EQ(visible_text(utf8(0x202E) + "x"), "[U+202E]x");
  EXPECT_EQ(visible_text(utf8(0x2066)), "[U+2066]");
  EXPECT_EQ(visible_text(utf8(0x61C)), "[U+061C]");
}

TEST(VisibleText, LeavesTextAlone) {
  const std::string text = "L\xE2\x80\x99\xC3\xA9t\xC3\xA9 \xC2\xAB\xC2\xA0oui\xC2\xA0\xC2\xBB";
  EXPECT_EQ(visible_text(text), text);
}

TEST(VisibleText, InvalidBytesBecomeTheReplacementCharacter) {
  EXPECT_EQ(valid_text("a\xFF"
                       "b\xC3"),
            with("a", 0xFFFD) + with("b", 0xFFFD));
  EXPECT_EQ(valid_text("\xED\xA0\x80"), utf8(0xFFFD) + utf8(0xFFFD) + utf8(0xFFFD));
  EXPECT_TRUE(is_valid_utf8(visible_line("\xF0\x9F")));
}

TEST(VisibleLine, IsOneLine) {
  EXPECT_EQ(visible_line(with("a\n\tb  c\r\nd", 0xAD) + "e"), with("a b c", 0x240D) + " de");
}

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width(with("e", 0x301)), 1U);
  EXPECT_EQ(display_width(utf8(0x6F22) + utf8(0x5B57)), 4U);
  EXPECT_EQ(display_width(utf8(0x1F600)), 2U);
  EXPECT_EQ(display_width(utf8(0x200B)), 0U);
  EXPECT_EQ(display_width(utf8(0xA0)), 1U);
}

TEST(Fitting, NeverExceedsTheColumns) {
  const std::string text =
      with("un ", 0x6F22) + utf8(0x5B57) + with(" mot e", 0x301) + " anticonstitutionnellement fin";
  for (std::size_t columns = 0; columns <= 50; ++columns) {
    EXPECT_LE(display_width(fitting_start(text, columns)), columns);
    EXPECT_LE(display_width(fitting_end(text, columns)), columns);
  }
  EXPECT_EQ(fitting_start(text, 60), text);
  EXPECT_EQ(fitting_end(text, 60), text);
}

TEST(Fitting, CutsAtASpaceAndKeepsMarksOnTheirLetters) {
  EXPECT_EQ(fitting_start("deux mots", 7), "deux");
  EXPECT_EQ(fitting_end("deux mots", 7), "mots");
  EXPECT_EQ(fitting_end(with("e", 0x301), 0), "");
  EXPECT_EQ(fitting_start("https://example.org/long", 10), "https://ex");
}

TEST(Wrapped, BreaksAtSpacesOnly) {
  EXPECT_EQ(wrapped("un deux trois", 7), (std::vector<std::string>{"un deux", "trois"}));
  const std::string bound = with("a", 0xA0) + ":";
  EXPECT_EQ(wrapped("xxxx " + bound, 6), (std::vector<std::string>{"xxxx", bound}));
  EXPECT_EQ(wrapped("anticonstitutionnellement", 5).size(), 1U);
  EXPECT_TRUE(wrapped("", 10).empty());
}

TEST(Escape, Html) {
  EXPECT_EQ(html_escaped("<a href=\"x\" b='y'>&"),
            "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;");
}

TEST(Escape, XmlDropsWhatItCannotHold) {
  EXPECT_EQ(xml_escaped(std::string("a\0b\x1b]]>\x7f", 9) + utf8(0xFFFE) + utf8(0x85)), "ab]]&gt;");
}

TEST(Escape, UrisHoldAnyPath) {
  EXPECT_EQ(uri_of_path("a b/c%d#e?.txt"), "a%20b/c%25d%23e%3F.txt");
  EXPECT_EQ(uri_of_path("/tmp/\xC3\xA9.txt"), "file:///tmp/%C3%A9.txt");
  EXPECT_EQ(uri_of_path("c:x"), "c%3Ax");
  EXPECT_EQ(uri_of_path("\xFF"), "%FF");
}

TEST(Escape, GithubCommandsStayOnTheirLine) {
  EXPECT_EQ(github_data("100 %\n::error::x"), "100 %25%0A::error::x");
  EXPECT_EQ(github_property("a:b,c\nd%"), "a%3Ab%2Cc%0Ad%25");
}

}  // namespace
}  // namespace limpide
