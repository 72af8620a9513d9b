// Hard places of a docx. Of each: our reader reads the result; our changes accepted give the edited
// text, rejected the original; comments stand on the words; nothing else in the file changes.
#include "analyzer/annotation/docx/docx_annotator.h"

#include <gtest/gtest.h>

#include "analyzer/readers/docx/docx_reader.h"
#include "tests/analyzer/annotation/annotation_case.h"
#include "tests/support/archive_builder.h"

namespace limpide {
namespace {

using testing::annotate_case;
using testing::ArchiveEntry;
using testing::build_docx;
using testing::docx_part;
using testing::entry_of;
using testing::Seen;
using testing::Wanted;

const DocxReader kReader;

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") +
         "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& content) { return "<w:p>" + content + "</w:p>"; }

struct Case {
  const char* name;
  std::string body;
  Wanted wanted;
  std::vector<std::string> anchors;  // sorted
  std::size_t changes = 0;           // written
  std::vector<ArchiveEntry> parts = {};
};

std::vector<Case> plain_cases() {
  return {
      {"middle of a run", paragraph(run("one two three")), {{"two"}, {}}, {"two"}},
      {"whole run", paragraph(run("one")), {{"one"}, {}}, {"one"}},
      {"across runs of two looks",
       paragraph(run("one tw", "<w:b/>") + run("o three", "<w:i/>")),
       {{"two"}, {{"two", "2"}}},
       {"2"},
       1},
      {"change at the begin", paragraph(run("one two")), {{"one"}, {{"one", "1"}}}, {"1"}, 1},
      {"change at the end", paragraph(run("one two")), {{"two"}, {{"two", "2"}}}, {"2"}, 1},
      {"deletion alone", paragraph(run("one two three")), {{}, {{" two", ""}}}, {}, 1},
      {"two changes of one run",
       paragraph(run("one two three")),
       {{"one two"}, {{"one", "1"}, {"three", "3"}}},
       {"1 two"},
       2},
      {"changes side by side", paragraph(run("onetwo")), {{}, {{"one", "1"}, {"two", "2"}}}, {}, 2},
      {"comment cut by a change",
       paragraph(run("one two three")),
       {{"one t"}, {{"two", "2"}}},
       {"one 2"},
       1},
      {"no xml:space",
       paragraph("<w:r><w:t>  one two three </w:t></w:r>"),
       {{"two"}, {{"three", "3"}}},
       {"two"},
       1},
      {"space at the cut",
       paragraph("<w:r><w:t>one two</w:t></w:r>"),
       {{" two"}, {{"one ", "1 "}}},
       {"two"},
       1},
      {"entities",
       paragraph(run("A &amp; B &#233;t&#xE9; C")),
       {{"B \xC3\xA9t\xC3\xA9"}, {{"& B", "and B"}}},
       {"and B \xC3\xA9t\xC3\xA9"},
       1},
      {"CDATA",
       paragraph("<w:r><w:t xml:space=\"preserve\"><![CDATA[one <two> three]]></w:t></w:r>"),
       {{"<two>"}, {{"three", "3 & 4"}}},
       {"<two>"},
       1},
      {"tab and break",
       paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>one</w:t><w:tab/><w:t>two</w:t>"
                 "<w:br/><w:t>three</w:t></w:r>"),
       {{"one\ttwo", "two\nthree"}, {{"two", "2"}}},
       {"2\nthree", "one\t2"},
       1},
      {"deletion over a tab",
       paragraph("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>"),
       {{}, {{"one\ttwo", "1"}}},
       {},
       1},
      {"marks between runs",
       paragraph(run("on") +
                 "<w:proofErr w:type=\"spellStart\"/>"
                 "<w:bookmarkStart w:id=\"7\" w:name=\"b\"/>" +
                 run("e two") + "<w:bookmarkEnd w:id=\"7\"/>"),
       {{"one"}, {{"one", "1"}}},
       {"1"},
       1},
      {"empty runs",
       paragraph("<w:r/>" + run("one") + "<w:r><w:rPr><w:b/></w:rPr></w:r>"),
       {{"one"}, {{"one", "1"}}},
       {"1"},
       1},
      {"a revision of the look",
       paragraph(run("one two three",
                     "<w:b/><w:rPrChange w:id=\"3\" w:author=\"A\"><w:rPr/>"
                     "</w:rPrChange>")),
       {{"two"}, {{"two", "2"}}},
       {"2"},
       1},
      {"over two paragraphs",
       paragraph(run("one two")) + paragraph(run("three four")),
       {{"two\nthree"}, {}},
       {"three"}},  // our reader knows the last paragraph of a comment
      {"permissions",
       paragraph("<w:permStart w:id=\"4\" w:edGrp=\"everyone\"/>" + run("one two") +
                 "<w:permEnd w:id=\"4\"/>"),
       {{"two"}, {{"one", "1"}}},
       {"two"},
       1},
  };
}

const std::string kBreak(kParagraphBreak);

std::vector<Case> break_cases() {
  const std::string bold = "<w:b/>";
  const std::string both = "<w:pPr><w:jc w:val=\"both\"/></w:pPr>";
  return {
      {"between sentences", paragraph(run("One. Two.")), {{"Two"}, {{" ", kBreak}}}, {"Two"}, 1},
      {"of one look", paragraph(both + run("One. Two.", bold)), {{}, {{" ", kBreak}}}, {}, 1},
      {"between two looks",
       paragraph("<w:pPr/>" + run("One. ") + run("Two.", bold)),
       {{"One"}, {{" ", kBreak}}},
       {"One"},
       1},
      {"with a look of its mark",
       paragraph("<w:pPr><w:rPr><w:i/></w:rPr></w:pPr>" + run("One. Two.")),
       {{}, {{" ", kBreak}}},
       {},
       1},
      {"twice",
       paragraph(both + run("One. Two? Three.")),
       {{"Two"}, {{". ", "." + kBreak}, {"? ", "?" + kBreak}}},
       {"Two"},
       2},
      {"two breaks of one change",
       paragraph(run("One, two.")),
       {{}, {{", ", " ;" + kBreak + "- a ;" + kBreak + "- "}}},
       {},
       1},
      {"words before and after",
       paragraph(run("One, two.")),
       {{"two"}, {{", ", " ;" + kBreak + "- "}}},
       {"two"},
       1},
      {"under a comment", paragraph(run("One. Two.")), {{"One. Two"}, {{" ", kBreak}}}, {"Two"}, 1},
      {"in a cell",
       "<w:tbl><w:tr><w:tc>" + paragraph(run("One. Two.")) + "</w:tc></w:tr></w:tbl>",
       {{}, {{" ", kBreak}}},
       {},
       1},
      {"of an item",
       paragraph("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" + run("One. Two.")),
       {{}, {{" ", kBreak}}},
       {},
       0},
      {"of the first paragraph of a page",
       paragraph("<w:pPr><w:pageBreakBefore/></w:pPr>" + run("One. Two.")),
       {{}, {{" ", kBreak}}},
       {},
       0},
      {"in a link",
       paragraph("<w:hyperlink w:anchor=\"a\">" + run("One. Two.") + "</w:hyperlink>"),
       {{}, {{" ", kBreak}}},
       {},
       0},
      {"in a paragraph that somebody added",
       paragraph("<w:pPr><w:rPr><w:ins w:id=\"9\" w:author=\"A\"/></w:rPr></w:pPr>" +
                 run("One. Two.")),
       {{}, {{" ", kBreak}}},
       {},
       0},
  };
}

std::vector<Case> nested_cases() {
  const std::string field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
      run("today now") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  const std::string box =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>"
      "<w:p>" +
      run("boxed words") +
      "</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
      "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>" +
      run("boxed words") +
      "</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  const std::string note = docx_part(
      "w:footnotes", "<w:footnote w:id=\"2\"><w:p>" + run("noted words") + "</w:p></w:footnote>");
  return {
      {"inside a link",
       paragraph(run("see ") + "<w:hyperlink w:anchor=\"a\">" + run("the page") + "</w:hyperlink>" +
                 run(" here")),
       {{"page"}, {{"the", "this"}}},
       {"page"},
       1},
      {"out of a link",
       paragraph(run("see ") + "<w:hyperlink w:anchor=\"a\">" + run("the page") + "</w:hyperlink>" +
                 run(" here")),
       {{"page here"}, {{"page here", "it"}}},
       {"page here"},
       0},
      {"a simple field",
       paragraph(run("on ") + "<w:fldSimple w:instr=\" DATE \">" + run("today now") +
                 "</w:fldSimple>" + run(" end")),
       {{"now"}, {{"today", "later"}}},
       {"today now"},
       0},
      {"inside the result of a field",
       paragraph(run("on ") + field + run(" end")),
       {{"now"}, {{"today", "later"}}},
       {"now"},
       0},
      {"out of the result of a field",
       paragraph(run("on ") + field + run(" end")),
       {{"now end"}, {}},
       {"today now end"}},
      {"a text box",
       paragraph(run("one ") + box + run("two")),
       {{"boxed"}, {{"words", "x"}}},
       {""},
       0},
      {"a cell",
       "<w:tbl><w:tr><w:tc>" + paragraph(run("one two")) + "</w:tc><w:tc>" +
           paragraph(run("three")) + "</w:tc></w:tr></w:tbl>",
       {{"two", "two\nthree"}, {{"three", "3"}}},
       {"two", "two"},
       1},
      {"a note",
       paragraph(run("one") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run(" b")),
       {{"noted"}, {{"words", "x"}}},
       {""},
       0,
       {{"word/footnotes.xml", note}}},
      {"a header",
       paragraph(run("one")) + "<w:sectPr><w:headerReference r:id=\"header1\"/>"
                               "</w:sectPr>",
       {{"headed"}, {{"words", "x"}}},
       {"one"},
       0,
       {{"word/header1.xml", docx_part("w:hdr", paragraph(run("headed words")))}}},
      {"somebody's insertion",
       paragraph(run("one ") + "<w:ins w:id=\"9\" w:author=\"A\">" + run("two three") + "</w:ins>"),
       {{"two", "one two"}, {{"three", "3"}}},
       {"one two", "two"},
       0},
      {"over somebody's deletion",
       paragraph(run("one ") +
                 "<w:del w:id=\"9\" w:author=\"A\"><w:r><w:delText>old</w:delText>"
                 "</w:r></w:del>" +
                 run("two")),
       {{"one two"}, {{"one two", "1"}}},
       {"one two"},
       0},
      {"a move",
       paragraph("<w:moveFrom w:id=\"8\" w:author=\"A\"><w:r><w:t>gone</w:t></w:r>"
                 "</w:moveFrom><w:moveTo w:id=\"9\" w:author=\"A\">" +
                 run("come") + "</w:moveTo>"),
       {{"come"}, {{"come", "x"}}},
       {"come"},
       0},
      {"a text control",
       paragraph(run("name: ") +
                 "<w:sdt><w:sdtPr><w:text/></w:sdtPr>"
                 "<w:sdtContent>" +
                 run("first last") + "</w:sdtContent></w:sdt>"),
       {{"last"}, {{"first", "x"}}},
       {"first last"},
       0},
      {"the first paragraph of a control",
       paragraph(run("zero")) + "<w:sdt><w:sdtPr><w:alias w:val=\"a\"/></w:sdtPr><w:sdtContent>" +
           paragraph(run("one two")) + paragraph(run("three four")) + "</w:sdtContent></w:sdt>",
       {{"one", "three"}, {{"two", "2"}, {"four", "4"}}},
       {"three", "zero"},
       1},
      {"a table of contents",
       "<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>" + paragraph(run("one two")) +
           "</w:sdtContent></w:sdt>",
       {{"one"}, {{"two", "2"}}},
       {"one"},
       1},
      {"a locked control",
       "<w:sdt><w:sdtPr><w:lock w:val=\"sdtContentLocked\"/></w:sdtPr><w:sdtContent>" +
           paragraph(run("one two")) + paragraph(run("three four")) + "</w:sdtContent></w:sdt>",
       {{"three"}, {{"four", "2"}}},
       {"three"},
       0},
      {"smart tags",
       paragraph(run("on ") + "<w:smartTag w:element=\"date\"><w:smartTagPr/>" + run("31/12") +
                 "</w:smartTag>" + run("/2019") + run(" x")),
       {{"31/12/2019"}, {{"31/12/2019", "new"}}},
       {"new"},
       1},
      {"hidden words between",
       paragraph(run("one ") + run("unseen ", "<w:vanish/>") + run("two")),
       {{"one two"}, {{"one two", "1"}}},
       {"one two"},
       0},
      {"a formula",
       paragraph(run("so ") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>" + run(" end")),
       {{"x=1", "=1 end"}, {{"x=1", "y"}}},
       {"x=1", "x=1 end"},
       0},
  };
}

void check(const Case& one) {
  SCOPED_TRACE(one.name);
  const std::string file = build_docx(one.body, one.parts);
  const Seen seen = annotate_case(kReader, file, one.wanted);
  EXPECT_EQ(seen.error, "");
  EXPECT_EQ(seen.accepted, seen.expected);
  EXPECT_EQ(seen.rejected, seen.original);
  EXPECT_EQ(seen.anchors, one.anchors);
  EXPECT_EQ(seen.made.changes.size(), one.changes);
  EXPECT_EQ(seen.made.comments.size(), one.wanted.comments.size());
  for (const ArchiveEntry& part : one.parts) {
    EXPECT_EQ(entry_of(seen.made.bytes, part.name), part.bytes);
  }
}

TEST(DocxAnnotator, PlainPlaces) {
  for (const Case& one : plain_cases()) check(one);
}

TEST(DocxAnnotator, ParagraphBreaks) {
  for (const Case& one : break_cases()) check(one);
}

TEST(DocxAnnotator, NestedPlaces) {
  for (const Case& one : nested_cases()) check(one);
}

TEST(DocxAnnotator, WritesWhatWordReads) {
  const std::string file = build_docx(paragraph(run("one two", "<w:b/>")));
  const Seen seen = annotate_case(kReader, file, {{"two"}, {{"two", "2"}}});
  const std::string body = entry_of(seen.made.bytes, "word/document.xml");
  const std::string expected =
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">one </w:t></w:r>"
      "<w:commentRangeStart w:id=\"3\"/>"
      "<w:del w:id=\"1\" w:author=\"Limpide\" w:date=\"2026-11-22T10:00:00Z\"><w:r><w:rPr><w:b/>"
      "</w:rPr><w:delText xml:space=\"preserve\">two</w:delText></w:r></w:del>"
      "<w:ins w:id=\"2\" w:author=\"Limpide\" w:date=\"2026-11-22T10:00:00Z\"><w:r><w:rPr><w:b/>"
      "</w:rPr><w:t xml:space=\"preserve\">2</w:t></w:r></w:ins><w:commentRangeEnd w:id=\"3\"/>"
      "<w:r><w:commentReference w:id=\"3\"/></w:r></w:p>";
  EXPECT_NE(body.find(expected), std::string::npos) << body;
  const std::string types = entry_of(seen.made.bytes, "[Content_Types].xml");
  EXPECT_NE(types.find("PartName=\"/word/comments.xml\""), std::string::npos) << types;
  const std::string relations = entry_of(seen.made.bytes, "word/_rels/document.xml.rels");
  EXPECT_NE(relations.find("relationships/comments\" Target=\"comments.xml\""), std::string::npos)
      << relations;
  const std::string comments = entry_of(seen.made.bytes, "word/comments.xml");
  EXPECT_NE(comments.find("Title 1 &lt;&amp;&gt;"), std::string::npos) << comments;
}

TEST(DocxAnnotator, KeepsTheCommentsOfOthers) {
  const std::string theirs = docx_part("w:comments", "<w:comment w:id=\"5\" w:author=\"Zo\"><w:p>" +
                                                         run("mine") + "</w:p></w:comment>");
  const std::string body = paragraph("<w:commentRangeStart w:id=\"5\"/>" + run("one") +
                                     "<w:commentRangeEnd w:id=\"5\"/>"
                                     "<w:r><w:commentReference w:id=\"5\"/></w:r>" +
                                     run(" two"));
  const Seen seen =
      annotate_case(kReader, build_docx(body, {{"word/comments.xml", theirs}}), {{"one two"}, {}});
  const std::string comments = entry_of(seen.made.bytes, "word/comments.xml");
  const std::string kept = theirs.substr(0, theirs.size() - std::string("</w:comments>").size());
  EXPECT_EQ(comments.substr(0, kept.size()), kept);
  EXPECT_NE(comments.find("w:id=\"6\" w:author=\"Limpide\""), std::string::npos) << comments;
  const Result<Document> read = kReader.read({"test", seen.made.bytes}, {});
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->comments.size(), 2U);
  const std::string relations = entry_of(seen.made.bytes, "word/_rels/document.xml.rels");
  EXPECT_EQ(relations.find("Limpide"), std::string::npos) << relations;
}

TEST(DocxAnnotator, AnEmptyCommentsPartIsOpened) {
  const std::string empty =
      "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" />";
  const Seen seen = annotate_case(
      kReader, build_docx(paragraph(run("one")), {{"word/comments.xml", empty}}), {{"one"}, {}});
  EXPECT_EQ(seen.anchors, std::vector<std::string>{"one"});
}

TEST(DocxAnnotator, OtherPrefixesAreDeclared) {
  const std::string document =
      "<ns0:document xmlns:ns0=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      "<ns0:body><ns0:p><ns0:r><ns0:t>one two three</ns0:t></ns0:r></ns0:p></ns0:body>"
      "</ns0:document>";
  const Seen seen = annotate_case(kReader, build_docx("", {{"word/document.xml", document}}),
                                  {{"one"}, {{"two", "2"}}});
  EXPECT_EQ(seen.error, "");
  EXPECT_EQ(seen.accepted, "one 2 three");
  EXPECT_EQ(seen.anchors, std::vector<std::string>{"one"});
}

TEST(DocxAnnotator, RefusesAPartOfAnotherEncoding) {
  std::string wide = "\xFF\xFE";
  for (const char byte : docx_part("w:document",
                                   "<w:body><w:p><w:r><w:t>one</w:t></w:r></w:p>"
                                   "</w:body>")) {
    wide.push_back(byte);
    wide.push_back('\0');
  }
  const std::string from = "UTF-8";
  const Seen seen =
      annotate_case(kReader, build_docx("", {{"word/document.xml", wide}}), {{"one"}, {}});
  EXPECT_EQ(seen.error, "error.annotate.part");
}

TEST(DocxAnnotator, SaysThatASignatureIsBroken) {
  const std::string body = paragraph(run("one"));
  const Seen is_signed = annotate_case(
      kReader, build_docx(body, {{"_xmlsignatures/sig1.xml", "<x/>"}}), {{"one"}, {}});
  EXPECT_TRUE(is_signed.made.signature_broken);
  const Seen plain = annotate_case(kReader, build_docx(body), {{"one"}, {}});
  EXPECT_FALSE(plain.made.signature_broken);
}

TEST(DocxAnnotator, SameInputSameBytes) {
  const std::string file = build_docx(paragraph(run("one two")));
  const Wanted wanted{{"one", ""}, {{"two", "2"}}};
  EXPECT_EQ(annotate_case(kReader, file, wanted).made.bytes,
            annotate_case(kReader, file, wanted).made.bytes);
}

TEST(DocxAnnotator, AChangedDocumentIsNotTakenForTheFile) {
  const std::string file = build_docx(paragraph(run("one two")));
  const std::string other = build_docx(paragraph(run("three")));
  const Result<Document> document = kReader.read({"test", other}, {});
  ASSERT_TRUE(document.has_value());
  const AnnotationPlan plan;
  const AnnotationOptions options;
  const Limits limits;
  const Result<Annotated> made = annotate_docx({"test", file, *document, plan, options, limits});
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().message.key, "error.annotate.part");
}

}  // namespace
}  // namespace limpide
