// Hard places of an odt, as docx_annotator_test.cpp has them.
#include "analyzer/annotation/odt/odt_annotator.h"

#include <gtest/gtest.h>

#include "analyzer/readers/odt/odt_reader.h"
#include "tests/analyzer/annotation/annotation_case.h"
#include "tests/support/archive_builder.h"

namespace limpide {
namespace {

using testing::annotate_case;
using testing::build_odt;
using testing::entry_of;
using testing::odt_part;
using testing::Seen;
using testing::Wanted;

const OdtReader kReader;

std::string paragraph(const std::string& content) {
  return "<text:p text:style-name=\"S\">" + content + "</text:p>";
}

std::string bold(const std::string& content) {
  return "<text:span text:style-name=\"B\">" + content + "</text:span>";
}

struct Case {
  const char* name;
  std::string text;
  Wanted wanted;
  std::vector<std::string> anchors;  // sorted
  std::size_t changes = 0;           // written
};

std::vector<Case> plain_cases() {
  return {
      {"middle", paragraph("one two three"), {{"two"}, {}}, {"two"}},
      {"change", paragraph("one two three"), {{"three"}, {{"two", "2"}}}, {"three"}, 1},
      {"comment on a change", paragraph("one two three"), {{"two"}, {{"two", "2"}}}, {" 2"}, 1},
      {"change at the begin", paragraph("one two"), {{"one"}, {{"one", "1"}}}, {"1"}, 1},
      {"deletion with its space", paragraph("one two three"), {{}, {{" two", ""}}}, {}, 1},
      {"two spaces would meet", paragraph("one two three"), {{}, {{"two", ""}}}, {}, 0},
      {"whole span", paragraph("one " + bold("two") + " three"), {{}, {{"two", "2"}}}, {}, 1},
      {"into a span",
       paragraph("one " + bold("two three")),
       {{"one two"}, {{"one two", "1"}}},
       {"1"},
       1},
      {"out of a span",
       paragraph(bold("one two") + " three"),
       {{"two three"}, {{"two three", "2"}}},
       {" 2"},
       1},
      {"from span to span",
       paragraph(bold("one two") + " and " + bold("three four")),
       {{"one"}, {{"two and three", "2"}}},
       {"one"},
       1},
      {"nested spans",
       paragraph(bold("a " + bold("one " + bold("two")) + " b") + " c"),
       {{"two b"}, {{"two b", "2"}}},
       {" 2"},
       1},
      {"entities",
       paragraph("A &amp; B &#233;t&#xE9; C"),
       {{"B \xC3\xA9t\xC3\xA9"}, {{"& B", "and B"}}},
       {" and B \xC3\xA9t\xC3\xA9"},
       1},
      {"CDATA",
       paragraph("<![CDATA[one <two> three]]>"),
       {{"<two>"}, {{"three", "3"}}},
       {"<two>"},
       0},
      {"white space", paragraph("  one\n   two  three "), {{"two"}, {{"three", "3"}}}, {"two"}, 1},
      {"spaces and tabs",
       paragraph("one<text:s text:c=\"3\"/>two<text:tab/>three"),
       {{"two"}, {{"two\tthree", "2"}}},
       {"   2"},
       1},
      {"over two paragraphs",
       paragraph("one two") + paragraph("three four"),
       {{"two\nthree"}, {}},
       {"three"}},  // our reader knows the last paragraph of a comment
      {"heading",
       "<text:h text:outline-level=\"1\">one two</text:h>",
       {{"one"}, {{"two", "2"}}},
       {"one"},
       1},
  };
}

const std::string kBreak(kParagraphBreak);

std::vector<Case> break_cases() {
  return {
      {"between sentences", paragraph("One. Two."), {{"Two"}, {{" ", kBreak}}}, {"Two"}, 1},
      {"in a span", paragraph(bold("One. Two.")), {{}, {{" ", kBreak}}}, {}, 1},
      {"between two spans",
       paragraph(bold("One. ") + bold("Two.")),
       {{"One"}, {{" ", kBreak}}},
       {"One"},
       0},
      {"twice",
       paragraph("One. Two? Three."),
       {{"Two"}, {{". ", "." + kBreak}, {"? ", "?" + kBreak}}},
       {"Two"},
       2},
      {"words before and after",
       paragraph("One, two."),
       {{"two"}, {{", ", " ;" + kBreak + "- "}}},
       {"two"},
       1},
      {"of a heading",
       "<text:h text:outline-level=\"1\">One. Two.</text:h>",
       {{}, {{" ", kBreak}}},
       {},
       0},
      {"of an item",
       "<text:list><text:list-item>" + paragraph("One. Two.") + "</text:list-item></text:list>",
       {{}, {{" ", kBreak}}},
       {},
       0},
      {"in a link",
       paragraph("<text:a xlink:href=\"http://a.fr\">One. Two.</text:a>"),
       {{}, {{" ", kBreak}}},
       {},
       0},
  };
}

std::vector<Case> nested_cases() {
  const std::string link = paragraph("see <text:a xlink:href=\"x\">the page</text:a> here");
  const std::string note = paragraph(
      "one<text:note text:note-class=\"footnote\"><text:note-citation>1"
      "</text:note-citation><text:note-body><text:p>noted words</text:p>"
      "</text:note-body></text:note> two");
  const std::string theirs =
      "<text:tracked-changes><text:changed-region "
      "text:id=\"c1\"><text:insertion><office:change-info>"
      "<dc:creator>A</dc:creator></office:change-info></text:insertion></text:changed-region>"
      "</text:tracked-changes>";
  return {
      {"inside a link", link, {{"page"}, {{"the", "this"}}}, {"page"}, 1},
      {"out of a link", link, {{"page here"}, {{"page here", "it"}}}, {"page here"}, 0},
      {"a field",
       paragraph("on <text:date>today now</text:date> end"),
       {{"now", "now end"}, {{"today", "x"}}},
       {"today now", "today now end"},
       0},
      {"a note", note, {{"noted", "one two"}, {{"words", "x"}}}, {"", "one two"}, 0},
      {"over a note", note, {{}, {{"one two", "x"}}}, {}, 0},
      {"a frame",
       paragraph("one <draw:frame><draw:text-box><text:p>boxed words</text:p>"
                 "</draw:text-box></draw:frame>two"),
       {{"boxed"}, {{"words", "x"}}},
       {""},
       0},
      {"a cell",
       "<table:table><table:table-row><table:table-cell>" + paragraph("one two") +
           "</table:table-cell></table:table-row></table:table>",
       {{"two"}, {{"one", "1"}}},
       {"two"},
       1},
      {"a list",
       "<text:list><text:list-item>" + paragraph("one two") + "</text:list-item></text:list>",
       {{"two"}, {{"one", "1"}}},
       {"two"},
       1},
      {"somebody's insertion",
       theirs + paragraph("one <text:change-start text:change-id=\"c1\"/>two three"
                          "<text:change-end text:change-id=\"c1\"/> four"),
       {{"two"}, {{"three", "3"}, {"four", "4"}}},
       {"two"},
       1},
      {"somebody's comment",
       paragraph(
           "one <office:annotation office:name=\"n\"><dc:creator>A</dc:creator><text:p>x"
           "</text:p></office:annotation>two<office:annotation-end office:name=\"n\"/> three"),
       {{"one two"}, {{"two three", "x"}}},
       {"one two"},
       0},
  };
}

void check(const Case& one) {
  SCOPED_TRACE(one.name);
  const std::string styles =
      "<style:style style:name=\"B\" style:family=\"text\"><style:text-properties "
      "fo:font-weight=\"bold\"/></style:style>";
  const Seen seen = annotate_case(kReader, build_odt(one.text, styles), one.wanted);
  EXPECT_EQ(seen.error, "");
  EXPECT_EQ(seen.accepted, seen.expected);
  EXPECT_EQ(seen.rejected, seen.original);
  EXPECT_EQ(seen.anchors, one.anchors);
  EXPECT_EQ(seen.made.changes.size(), one.changes);
  EXPECT_EQ(seen.made.comments.size(), one.wanted.comments.size());
}

TEST(OdtAnnotator, PlainPlaces) {
  for (const Case& one : plain_cases()) check(one);
}

TEST(OdtAnnotator, ParagraphBreaks) {
  for (const Case& one : break_cases()) check(one);
}

TEST(OdtAnnotator, NestedPlaces) {
  for (const Case& one : nested_cases()) check(one);
}

TEST(OdtAnnotator, WritesWhatLibreOfficeReads) {
  const Seen seen = annotate_case(kReader, build_odt(paragraph("see " + bold("one two"))),
                                  {{"see"}, {{"two", "2"}}});
  const std::string content = entry_of(seen.made.bytes, "content.xml");
  const std::string list =
      "<text:tracked-changes text:track-changes=\"false\"><text:changed-region xml:id=\"limpide1\" "
      "text:id=\"limpide1\"><text:deletion><office:change-info><dc:creator>Limpide</dc:creator>"
      "<dc:date>2026-11-22T10:00:00Z</dc:date></office:change-info><text:p text:style-name=\"S\">"
      "<text:span text:style-name=\"B\">two</text:span></text:p></text:deletion>"
      "</text:changed-region>";
  EXPECT_NE(content.find(list), std::string::npos) << content;
  const std::string place =
      "</office:annotation>see<office:annotation-end office:name=\"limpidec1\"/> <text:span "
      "text:style-name=\"B\">one <text:change text:change-id=\"limpide1\"/><text:change-start "
      "text:change-id=\"limpide2\"/>2<text:change-end text:change-id=\"limpide2\"/></text:span>";
  EXPECT_NE(content.find(place), std::string::npos) << content;
}

TEST(OdtAnnotator, FormsComeBeforeTheListOfChanges) {
  const std::string text =
      "<office:forms form:apply-design-mode=\"false\"/>" + paragraph("one two");
  const Seen seen = annotate_case(kReader, build_odt(text), {{}, {{"one", "1"}}});
  const std::string content = entry_of(seen.made.bytes, "content.xml");
  EXPECT_NE(content.find("<office:forms form:apply-design-mode=\"false\"/><text:tracked-changes"),
            std::string::npos)
      << content;
}

TEST(OdtAnnotator, AnEmptyListOfChangesIsFilled) {
  const Seen seen = annotate_case(
      kReader, build_odt("<text:tracked-changes/>" + paragraph("one two")), {{}, {{"one", "1"}}});
  EXPECT_EQ(seen.accepted, "1 two");
  EXPECT_EQ(seen.rejected, "one two");
}

TEST(OdtAnnotator, NamesAreNotTakenTwice) {
  const std::string text = paragraph("<text:bookmark text:name=\"limpide\"/>one two");
  const Seen seen = annotate_case(kReader, build_odt(text), {{"one"}, {{"two", "2"}}});
  const std::string content = entry_of(seen.made.bytes, "content.xml");
  EXPECT_NE(content.find("\"limpidex1\""), std::string::npos) << content;
}

TEST(OdtAnnotator, OnlyTheContentChanges) {
  const std::string file = build_odt(paragraph("one"));
  const Seen seen = annotate_case(kReader, file, {{"one"}, {}});
  for (const char* name : {"mimetype", "META-INF/manifest.xml", "styles.xml"}) {
    EXPECT_EQ(entry_of(seen.made.bytes, name), entry_of(file, name));
  }
}

TEST(OdtAnnotator, SaysThatASignatureIsBroken) {
  const Seen seen = annotate_case(
      kReader, build_odt(paragraph("one"), "", {{"META-INF/documentsignatures.xml", "<x/>"}}),
      {{"one"}, {}});
  EXPECT_TRUE(seen.made.signature_broken);
}

}  // namespace
}  // namespace limpide
