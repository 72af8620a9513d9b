// Hard places of a page. (Whole letters: copies_test.cpp.)
#include "analyzer/annotation/html/html_annotator.h"

#include <gtest/gtest.h>

#include "analyzer/base/text_encoder.h"
#include "analyzer/readers/html/html_reader.h"
#include "tests/analyzer/annotation/annotation_case.h"
#include "tests/support/marks_removed.h"

namespace limpide {
namespace {

using testing::Marks;
using testing::text_copy;
using testing::TextCopy;
using testing::Wanted;
using testing::without_marks;

const HtmlReader kReader;

std::string mark(const std::string& notes, const std::string& words) {
  return "<mark aria-describedby=\"" + notes + "\" class=\"limpide-relecture\">" + words +
         "</mark>";
}
std::string number(const std::string& n) {
  return "<sup class=\"limpide-relecture\" id=\"limpide-relecture-r" + n +
         "\"><a href=\"#limpide-relecture-n" + n + "\" aria-label=\"Note " + n + "\">" + n +
         "</a></sup>";
}
const std::string kNote1 = "limpide-relecture-d1";
const std::string kNote2 = "limpide-relecture-d2";

struct Case {
  const char* name;
  std::string page;
  Wanted wanted;
  std::string part;         // of the copy
  std::size_t changes = 0;  // written
  std::size_t on_words = 1;
};

std::vector<Case> cases() {
  return {
      {"words", "<p>one two three</p>", {{"two"}, {}}, "one " + mark(kNote1, "two") + number("1")},
      {"a change",
       "<p>one two three</p>",
       {{"three"}, {{"two", "2 < 3"}}},
       "one <del class=\"limpide-relecture\">two</del><ins class=\"limpide-relecture\">2 &lt; "
       "3</ins> " +
           mark(kNote1, "three"),
       1},
      {"over elements",
       "<p>one <b>two</b> three</p>",
       {{"one two three"}, {}},
       mark(kNote1, "one ") + "<b>" + mark(kNote1, "two") + "</b>" + mark(kNote1, " three") +
           number("1")},
      {"inside a link",
       "<p>see <a href=\"x\">the page</a></p>",
       {{"page"}, {}},
       mark(kNote1, "page") +
           "<sup class=\"limpide-relecture\" id=\"limpide-relecture-r1\">1</sup></a>"},
      {"entities",
       "<p>A &amp; B &eacute;t&eacute;</p>",
       {{"B \xC3\xA9t\xC3\xA9"}, {}},
       mark(kNote1, "B &eacute;t&eacute;")},
      {"an end tag of nothing",
       "<p>one</mark> two</b> three</p>",
       {{"one two three"}, {}},
       mark(kNote1, "one") + "</mark>" + mark(kNote1, " two") + "</b>" + mark(kNote1, " three")},
      {"nested comments share one mark",
       "<p>one two three</p>",
       {{"one two three", "two"}, {}},
       mark(kNote2, "one ") + "<mark aria-describedby=\"" + kNote1 + " " + kNote2},
      {"broken lines", "<p>one\r\n   two</p>", {{"one two"}, {}}, mark(kNote1, "one\r\n   two")},
      {"text that the parser moves",
       "<table>one two<tr><td>three</td></tr></table>",
       {{"two"}, {{"one", "1"}}},
       "<ul>",
       0,
       0},
      {"a formula",
       "<p>one <math><mi>two</mi></math></p>",
       {{"two"}, {{"two", "2"}}},
       "About words",
       0,
       0},
  };
}

TEST(HtmlAnnotator, Places) {
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    const TextCopy copy = text_copy(kReader, one.page, one.wanted);
    EXPECT_EQ(copy.error, "");
    EXPECT_NE(copy.made.bytes.find(one.part), std::string::npos) << copy.made.bytes;
    EXPECT_EQ(copy.made.changes.size(), one.changes);
    std::size_t on_words = 0;
    for (const WrittenComment& comment : copy.made.comments) {
      if (comment.anchor == AnchorKind::kWords) ++on_words;
    }
    EXPECT_GE(on_words, one.on_words);
    EXPECT_EQ(without_marks(Format::kHtml, copy.made.bytes, Marks::kRefused), one.page);
  }
}

TEST(HtmlAnnotator, NoMarkWhereNobodyReadsText) {
  const std::string page =
      "<!doctype html><html><head><title>one</title><script>one</script></head><body "
      "title=\"one\"><p>one</p><select><option>one</option></select><textarea>one</textarea>"
      "</body></html>";
  const TextCopy copy = text_copy(kReader, page, {{"one"}, {}});
  const std::string& made = copy.made.bytes;
  EXPECT_EQ(made.find("<mark"), made.rfind("<mark"));
  EXPECT_NE(made.find("<p><mark"), std::string::npos) << made;
  // The style closes the head, the notes close the body.
  EXPECT_NE(made.find("</style></head>"), std::string::npos);
  EXPECT_NE(made.find("</section></body>"), std::string::npos);
  EXPECT_EQ(without_marks(Format::kHtml, made, Marks::kRefused), page);
}

TEST(HtmlAnnotator, NotesAreEscaped) {
  const TextCopy copy = text_copy(kReader, "<p>one two</p>", {{"", "one"}, {}});
  EXPECT_NE(copy.made.bytes.find("<h2>Title 1 &lt;&amp;&gt;</h2>"), std::string::npos)
      << copy.made.bytes;
  EXPECT_EQ(copy.made.bytes.find("<&>"), std::string::npos);
}

TEST(HtmlAnnotator, CharactersThatTheEncodingLacksAreNumbers) {
  const std::string narrow =
      "\xE2\x80\xAF"
      "2";  // a narrow no-break space
  const TextCopy latin = text_copy(kReader, "<p>caf\xE9 one</p>", {{}, {{"one", narrow}}});
  EXPECT_NE(latin.made.bytes.find("<p>caf\xE9 "), std::string::npos);
  EXPECT_NE(latin.made.bytes.find("&#8239;2</ins>"), std::string::npos) << latin.made.bytes;
  // A page of ASCII may not say what its encoding is.
  const TextCopy ascii = text_copy(kReader, "<p>one</p>", {{}, {{"one", "\xC3\xA9"}}});
  EXPECT_NE(ascii.made.bytes.find("&#233;</ins>"), std::string::npos);
  const std::string wide = *TextEncoder::open("UTF-16LE")->encode("\xEF\xBB\xBF<html><p>one</p>");
  const TextCopy utf16 = text_copy(kReader, wide, {{"one"}, {}});
  EXPECT_EQ(utf16.error, "");
  EXPECT_EQ(utf16.made.bytes.substr(0, 2), "\xFF\xFE");
}

TEST(HtmlAnnotator, Refusals) {
  const Wanted wanted{{"one"}, {}};
  const TextCopy once = text_copy(kReader, "<p>one</p>", wanted);
  EXPECT_EQ(text_copy(kReader, once.made.bytes, wanted).error, "error.annotate.already");
  EXPECT_EQ(
      text_copy(kReader, "<p>one \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xFF</p>", wanted).error,
      "error.encoding.damaged");
  // Notes would be swallowed by what is never closed.
  EXPECT_EQ(text_copy(kReader, "<p>one</p><!-- open", wanted).error, "error.annotate.page");
  EXPECT_EQ(text_copy(kReader, "<p>one</p><script>open", wanted).error, "error.annotate.page");
}

}  // namespace
}  // namespace limpide
