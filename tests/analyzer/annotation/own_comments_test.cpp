// A second reading replaces the comments of the first, and nothing else.
#include "analyzer/annotation/own_comments.h"

#include <gtest/gtest.h>

#include "analyzer/annotation/archive_copy.h"
#include "analyzer/readers/docx/docx_reader.h"
#include "analyzer/readers/odt/odt_reader.h"
#include "tests/analyzer/annotation/annotation_case.h"
#include "tests/support/archive_builder.h"

namespace limpide {
namespace {

using testing::annotate_case;
using testing::build_docx;
using testing::build_odt;
using testing::docx_part;
using testing::entry_of;
using testing::Seen;

const DocxReader kDocx;
const OdtReader kOdt;

WithoutOwn cleaned(const std::string& bytes) {
  return without_own_comments("test", bytes, "Limpide", {});
}

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    ++found;
  }
  return found;
}

std::string theirs(const std::string& id, const std::string& author, const std::string& name) {
  return "<w:comment w:id=\"" + id + "\" w:author=\"" + author + "\"><w:p w14:paraId=\"" + name +
         "\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w:r><w:t>said"
         "</w:t></w:r></w:p></w:comment>";
}

TEST(OwnComments, OfADocxAreReplaced) {
  const std::string file = build_docx(
      "<w:p><w:commentRangeStart w:id=\"7\"/><w:r><w:t>one two three</w:t></w:r>"
      "<w:commentRangeEnd w:id=\"7\"/><w:r><w:t>!</w:t><w:commentReference "
      "w:id=\"7\"/></w:r></w:p>",
      {{"word/comments.xml", docx_part("w:comments", theirs("7", "Anne", "A1"))}});
  const Seen first = annotate_case(kDocx, file, {{"", "one", "two"}, {{"three", "3"}}});
  const WithoutOwn again = cleaned(first.made.bytes);
  EXPECT_EQ(again.removed, 3U);
  EXPECT_EQ(again.pending, 2U);  // a deletion, an insertion: they wait for the writer
  const std::string comments = entry_of(again.bytes, "word/comments.xml");
  EXPECT_EQ(count(comments, "<w:comment "), 1U) << comments;
  EXPECT_NE(comments.find("Anne"), std::string::npos);
  const std::string body = entry_of(again.bytes, "word/document.xml");
  for (const char* element : {"commentRangeStart", "commentRangeEnd", "commentReference"}) {
    EXPECT_EQ(count(body, element), 1U) << body;
  }
  EXPECT_NE(body.find("w:author=\"Limpide\""), std::string::npos) << "the changes stay";
  const Seen second = annotate_case(kDocx, again.bytes, {{"two"}, {}});
  EXPECT_EQ(second.error, "");
  EXPECT_EQ(second.anchors, std::vector<std::string>{"two"});
  EXPECT_EQ(second.accepted, first.accepted);
  EXPECT_EQ(cleaned(file).bytes, file);
}

TEST(OwnComments, SomebodyAnswered) {
  const std::string list =
      theirs("1", "Limpide", "A1") + theirs("2", "Anne", "A2") + theirs("3", "Limpide", "A3");
  const std::string extended =
      "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">"
      "<w15:commentEx w15:paraId=\"A1\" w15:done=\"0\"/><w15:commentEx w15:paraId=\"A2\" "
      "w15:paraIdParent=\"A1\"/><w15:commentEx w15:paraId=\"A3\"/></w15:commentsEx>";
  const std::string relations =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/comments\" Target=\"comments.xml\"/><Relationship Id=\"b\" "
      "Type=\"http://schemas.microsoft.com/office/2011/relationships/commentsExtended\" "
      "Target=\"commentsExtended.xml\"/></Relationships>";
  const std::string file = build_docx("<w:p><w:r><w:t>one</w:t></w:r></w:p>",
                                      {{"word/comments.xml", docx_part("w:comments", list)},
                                       {"word/commentsExtended.xml", extended},
                                       {"word/_rels/document.xml.rels", relations}});
  const WithoutOwn again = cleaned(file);
  EXPECT_EQ(again.removed, 1U);
  EXPECT_EQ(again.answered, 1U);
  EXPECT_EQ(count(entry_of(again.bytes, "word/comments.xml"), "<w:comment "), 2U);
  const std::string left = entry_of(again.bytes, "word/commentsExtended.xml");
  EXPECT_EQ(left.find("A3"), std::string::npos) << left;
  EXPECT_NE(left.find("w15:paraIdParent=\"A1\""), std::string::npos) << left;
}

TEST(OwnComments, OfAnOdtAreReplaced) {
  const std::string file = build_odt(
      "<text:p>one <office:annotation office:name=\"n\"><dc:creator>Anne</dc:creator><text:p>x"
      "</text:p></office:annotation>two<office:annotation-end office:name=\"n\"/> three</text:p>");
  const Seen first = annotate_case(kOdt, file, {{"", "one"}, {{"three", "3"}}});
  const WithoutOwn again = cleaned(first.made.bytes);
  EXPECT_EQ(again.removed, 2U);
  EXPECT_EQ(again.pending, 2U);
  const std::string content = entry_of(again.bytes, "content.xml");
  EXPECT_EQ(count(content, "<office:annotation "), 1U) << content;
  EXPECT_EQ(count(content, "<office:annotation-end "), 1U) << content;
  EXPECT_NE(content.find("Anne"), std::string::npos);
  const Seen undone = annotate_case(kOdt, file, {{"", "one"}, {}});
  EXPECT_EQ(entry_of(cleaned(undone.made.bytes).bytes, "content.xml"),
            entry_of(file, "content.xml"));
}

TEST(OwnComments, DamagedFilesComeBackAsTheyAre) {
  for (const std::string& bytes :
       {std::string("one"), std::string("PK\x03\x04 word/document.xml"),
        build_docx("<w:p><w:r><w:t>one</w:t></w:r></w:p>", {{"word/comments.xml", "<w:comments"}}),
        build_odt("", "", {{"content.xml", "<office:document-content"}})}) {
    const WithoutOwn same = cleaned(bytes);
    EXPECT_TRUE(same.bytes == bytes);
    EXPECT_EQ(same.removed, 0U);
  }
}

}  // namespace
}  // namespace limpide
