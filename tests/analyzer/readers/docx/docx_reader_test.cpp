// Each case: the body of a docx, and what the reader makes of it.
#include "analyzer/readers/docx/docx_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/archive_builder.h"
#include "tests/support/document_dump.h"

namespace limpide {
namespace {

using testing::ArchiveEntry;
using testing::build_docx;
using testing::docx_part;

struct Case {
  const char* name;
  std::string body;
  std::string expected;
};

std::string run(const std::string& text) {
  return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string paragraph(const std::string& text, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + run(text) + "</w:p>";
}
std::string styled(const std::string& text, const std::string& style) {
  return paragraph(text, "<w:pStyle w:val=\"" + style + "\"/>");
}
std::string instruction(const std::string& text) {
  return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + text +
         "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
}
const std::string kEndField = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
std::string cell(const std::string& content, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}
std::string box(const std::string& text) {
  return "<wps:txbx><w:txbxContent>" + paragraph(text) + "</w:txbxContent></wps:txbx>";
}

const std::string kStyles =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\"/><w:sz "
    "w:val=\"22\"/>"
    "<w:lang w:val=\"fr-FR\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
    "w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl "
    "w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"MonTitre\"><w:name w:val=\"Mon titre\"/>"
    "<w:basedOn w:val=\"Titre1\"/><w:pPr><w:outlineLvl "
    "w:val=\"2\"/></w:pPr><w:rPr><w:caps/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Titre\"><w:name w:val=\"Title\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Legende\"><w:name w:val=\"caption\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Puce\"><w:name w:val=\"List Bullet\"/>"
    "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Puce2\"><w:name w:val=\"List Bullet 2\"/>"
    "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Cache\"><w:name "
    "w:val=\"Cache\"/><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Fort\"><w:name "
    "w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Boucle\"><w:name w:val=\"Boucle\"/><w:basedOn "
    "w:val=\"Boucle2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Boucle2\"><w:name w:val=\"Boucle2\"/><w:basedOn "
    "w:val=\"Boucle\"/>"
    "<w:rPr><w:i/></w:rPr></w:style>";

const std::string kNumbering =
    "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/>"
    "<w:pStyle w:val=\"Puce\"/><w:lvlText w:val=\"-\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Puce2\"/><w:lvlText "
    "w:val=\"%2.\"/></w:lvl>"
    "<w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"none\"/><w:lvlText w:val=\"\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>";

const std::string kTheme =
    "<a:themeElements><a:fontScheme name=\"x\"><a:majorFont><a:latin "
    "typeface=\"Marianne\"/></a:majorFont>"
    "<a:minorFont><a:latin typeface=\"Spectral\"/></a:minorFont></a:fontScheme></a:themeElements>";

const std::string kComments = "<w:comment w:id=\"4\" w:author=\"Awa\"><w:p>" + run("Trop long.") +
                              "</w:p><w:p>" + run("limpide: ignorer") + "</w:p></w:comment>";

const std::string kFootnotes =
    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p>"
    "<w:r><w:footnoteRef/></w:r>" +
    run(" Article 3.") + "</w:p></w:footnote>";

std::vector<ArchiveEntry> full_parts() {
  return {{"word/styles.xml", docx_part("w:styles", kStyles)},
          {"word/numbering.xml", docx_part("w:numbering", kNumbering)},
          {"word/theme1.xml", docx_part("a:theme", kTheme)},
          {"word/comments.xml", docx_part("w:comments", kComments)},
          {"word/footnotes.xml", docx_part("w:footnotes", kFootnotes)},
          {"word/header1.xml", docx_part("w:hdr", paragraph("Direction"))},
          {"word/footer1.xml", docx_part("w:ftr", paragraph("Page 1"))}};
}

Result<Document> read(const std::string& bytes) {
  return DocxReader().read({"essai.docx", bytes}, Limits{});
}

Document read_body(const std::string& body) {
  Result<Document> document = read(build_docx(body, full_parts()));
  EXPECT_TRUE(document.has_value()) << (document ? "" : document.error().message.key);
  return document ? std::move(*document) : Document{};
}

void expect_source(const Document& document) {
  std::size_t words = 0;
  std::size_t made = 0;
  EXPECT_EQ(testing::first_word_without_source(document, words, made), "");
}

TEST(DocxReader, MakesBlocksOfParagraphsListsTablesAndStyles) {
  const std::string num = "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>";
  const std::string hidden_level = "<w:numPr><w:ilvl w:val=\"2\"/><w:numId w:val=\"1\"/></w:numPr>";
  const std::vector<Case> cases = {
      {"an empty paragraph gives nothing", paragraph("Un") + "<w:p/>" + paragraph("Deux"),
       "paragraph|Un\nparagraph|Deux\n"},
      {"headings by style, inherited and direct",
       styled("A", "Titre1") + styled("B", "MonTitre") +
           paragraph("C", "<w:outlineLvl w:val=\"4\"/>"),
       "heading1|A\nheading3|B\nheading5|C\n"},
      {"title and caption", styled("A", "Titre") + styled("B", "Legende"), "title|A\ncaption|B\n"},
      {"a cycle of styles is cut", styled("A", "Boucle"), "paragraph|A\n"},
      {"lists by style and direct",
       styled("A", "Puce") + styled("B", "Puce2") + paragraph("C", num),
       "list1|A\nlist2#|B\nlist2#|C\n"},
      {"a level without label is no list", paragraph("A", hidden_level), "paragraph|A\n"},
      {"numId 0 takes the list away",
       paragraph("A", "<w:pStyle w:val=\"Puce\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
       "paragraph|A\n"},
      {"cells, merged and nested",
       "<w:tbl><w:tr>" + cell(paragraph("A"), "<w:gridSpan w:val=\"2\"/>") + cell(paragraph("B")) +
           "</w:tr><w:tr>" + cell(paragraph("C")) +
           cell("<w:tbl><w:tr>" + cell(paragraph("D")) + "</w:tr></w:tbl>" + styled("E", "Puce")) +
           "</w:tr></w:tbl>" + paragraph("F"),
       "cell 1:1:1|A\ncell 1:1:3|B\ncell 1:2:1|C\ncell 2:1:1|D\nlist1 1:2:2|E\nparagraph|F\n"},
      {"a deleted row is gone",
       "<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell(paragraph("A")) +
           "</w:tr><w:tr>" + cell(paragraph("B")) + "</w:tr></w:tbl>",
       "cell 1:1:1|B\n"},
      {"tabs, breaks, hyphens",
       "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
       "<w:softHyphen/><w:t>e</w:t></w:r></w:p>",
       "paragraph|a\\tb\\nc\xE2\x80\x91"
       "d\xC2\xAD"
       "e\n"},
      {"white space without xml:space is markup",
       "<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t>b\n</w:t></w:r></w:p>", "paragraph|ab\n"},
      {"entities and CDATA", paragraph("d&#233;c&#xE8;s &amp; &lt;x&gt; <![CDATA[&amp;]]>"),
       "paragraph|d\xC3\xA9"
       "c\xC3\xA8s & <x> &amp;\n"},
      {"an unknown entity stays as typed", paragraph("a &nbsp; b"), "paragraph|a &nbsp; b\n"},
      {"math is text", "<w:p><m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath></w:p>",
       "paragraph|x=2\n"},
      {"notes follow their paragraph, once",
       "<w:p>" + run("A") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run("B") +
           "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>" + paragraph("C"),
       "paragraph|AB\nnote| Article 3.\nparagraph|C\n"},
      {"a text box is read once, of its two versions",
       "<w:p>" + run("A") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" +
           box("B") +
           "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" +
           paragraph("B") +
           "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
           "</mc:AlternateContent></w:r></w:p>" +
           paragraph("C"),
       "paragraph|A\nbox|B\nparagraph|C\n"},
      {"a version that is not understood gives way",
       "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"w16se\"><w:t>A</w:t></mc:Choice>"
       "<mc:Fallback><w:t>B</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
       "paragraph|B\n"},
      {"headers and footers around the body",
       paragraph("A") + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/>"
                        "<w:footerReference w:type=\"default\" r:id=\"footer1\"/></w:sectPr>",
       "header|Direction\nparagraph|A\nfooter|Page 1\n"},
      {"a first page header needs its title page",
       paragraph("A") +
           "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"header1\"/></w:sectPr>",
       "paragraph|A\n"},
      {"ruby: the base only",
       "<w:p><w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>A</w:t></w:r>"
       "</w:rubyBase></w:ruby></w:r></w:p>",
       "paragraph|A\n"},
      {"wrappers are seen through",
       "<w:p><w:smartTag><w:customXml>" + run("A") +
           "</w:customXml></w:smartTag></w:p><w:sdt>"
           "<w:sdtContent>" +
           paragraph("B") + "</w:sdtContent></w:sdt>",
       "paragraph|A\nparagraph|B\n"},
  };
  for (const Case& test : cases) {
    const Document document = read_body(test.body);
    EXPECT_EQ(testing::dump_blocks(document), test.expected) << test.name;
    expect_source(document);
  }
}

TEST(DocxReader, ReadsTrackedChangesAsAcceptedAndSaysSo) {
  const std::string del = "<w:del w:id=\"1\"><w:r><w:delText>vieux</w:delText></w:r></w:del>";
  const std::string deleted_mark = "<w:rPr><w:del w:id=\"3\"/></w:rPr>";
  const std::vector<Case> cases = {
      {"inserted stays, deleted goes",
       "<w:p>" + run("a ") + del + "<w:ins w:id=\"2\">" + run("neuf") + "</w:ins></w:p>",
       "paragraph|a neuf\n"},
      {"moved text is where it goes",
       "<w:p><w:moveFrom w:id=\"1\">" + run("x") + "</w:moveFrom>" + run("a") +
           "</w:p><w:p><w:moveTo>" + run("x") + "</w:moveTo></w:p>",
       "paragraph|a\nparagraph|x\n"},
      {"a deleted end joins two paragraphs, in the look of the second",
       paragraph("a ", deleted_mark) + "<w:bookmarkStart w:id=\"1\"/>" + styled("b", "Titre1"),
       "heading1|a b\n"},
      {"three in a row",
       paragraph("a", deleted_mark) + paragraph("b", deleted_mark) + paragraph("c"),
       "paragraph|abc\n"},
      {"a deleted end before a table joins nothing",
       paragraph("a", deleted_mark) + "<w:tbl><w:tr>" + cell(paragraph("b")) + "</w:tr></w:tbl>",
       "paragraph|a\ncell 1:1:1|b\n"},
  };
  for (const Case& test : cases) {
    const Document document = read_body(test.body);
    EXPECT_EQ(testing::dump_blocks(document), test.expected) << test.name;
    EXPECT_NE(testing::dump_notices(document).find("notice.reading.changes"), std::string::npos)
        << test.name;
    expect_source(document);
  }
  EXPECT_EQ(testing::dump_notices(read_body(paragraph("a"))), "");
}

TEST(DocxReader, LeavesHiddenTextOutAndSaysSo) {
  const Document document =
      read_body("<w:p>" + run("a") +
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>direct</w:t></w:r>"
                "<w:r><w:rPr><w:rStyle w:val=\"Cache\"/></w:rPr><w:t>style</w:t></w:r>"
                "<w:r><w:rPr><w:rStyle w:val=\"Cache\"/><w:vanish "
                "w:val=\"0\"/></w:rPr><w:t>vu</w:t></w:r></w:p>");
  EXPECT_EQ(document.text, "avu");
  EXPECT_EQ(testing::dump_notices(document), "notice.reading.hidden count=2\n");
  const Document table =
      read_body("<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>" + cell(paragraph("a")) +
                "</w:tr><w:tr>" + cell(paragraph("b")) + "</w:tr></w:tbl>");
  EXPECT_EQ(table.text, "b");
  EXPECT_EQ(testing::dump_notices(table), "notice.reading.hidden count=1\n");
}

TEST(DocxReader, MarksLinksFieldsControlsAndComments) {
  const std::string data =
      "<w:ffData><w:name w:val=\"Nom\"/><w:statusText w:val=\"Votre nom\"/></w:ffData>";
  const std::string list =
      "<w:ffData><w:name w:val=\"L\"/><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"un\"/>"
      "<w:listEntry w:val=\"deux\"/></w:ddList></w:ffData>";
  const auto form = [](const std::string& kind, const std::string& ff, const std::string& result) {
    return "<w:r><w:fldChar w:fldCharType=\"begin\">" + ff +
           "</w:fldChar></w:r><w:r><w:instrText> " + kind +
           " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + result +
           kEndField;
  };
  const std::vector<Case> cases = {
      {"a link inside the document",
       "<w:p><w:hyperlink w:anchor=\"note\">" + run("voir") + "</w:hyperlink></w:p>",
       "link|voir|#note\n"},
      {"a link field",
       "<w:p>" + instruction(" HYPERLINK \"https://a.fr\" \\o \"bulle\" \\l \"b\" ") + run("ici") +
           kEndField + "</w:p>",
       "link|ici|https://a.fr#b\n"},
      {"a merge field, its instruction is no text",
       "<w:p>" + run("M. ") + instruction(" MERGEFIELD \"Nom usager\" \\* MERGEFORMAT ") +
           run("Sy") + kEndField + "</w:p>",
       "merge|Sy|Nom usager\n"},
      {"an instruction in two runs",
       "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>MERGE</w:instrText></w:r><w:r>"
       "<w:instrText>FIELD Nom</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
           run("x") + kEndField + "</w:p>",
       "merge|x|Nom\n"},
      {"a simple field",
       "<w:p><w:fldSimple w:instr=\" MERGEFIELD Date \">" + run("hier") + "</w:fldSimple></w:p>",
       "merge|hier|Date\n"},
      {"a text form field", "<w:p>" + form("FORMTEXT", data, run("....")) + "</w:p>",
       "text|....|Nom||Votre nom\n"},
      {"a checkbox", "<w:p>" + run("x") + form("FORMCHECKBOX", data, "") + "</w:p>",
       "checkbox||Nom||Votre nom\n"},
      {"a list shows its choice", "<w:p>" + form("FORMDROPDOWN", list, "") + "</w:p>",
       "choice|deux|L|||un|deux\n"},
      {"content controls",
       "<w:p><w:sdt><w:sdtPr><w:alias w:val=\"Ville\"/><w:tag "
       "w:val=\"v\"/><w:text/></w:sdtPr><w:sdtContent>" +
           run("Lyon") +
           "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:dropDownList>"
           "<w:listItem w:displayText=\"Oui\" w:value=\"1\"/><w:listItem "
           "w:value=\"2\"/></w:dropDownList>"
           "</w:sdtPr><w:sdtContent>" +
           run("Oui") +
           "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w14:checkbox/>"
           "</w:sdtPr><w:sdtContent>" +
           run("X") +
           "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:date/></w:sdtPr>"
           "<w:sdtContent>" +
           run("hier") + "</w:sdtContent></w:sdt></w:p>",
       "text|Lyon|v|Ville|\nchoice|Oui||||Oui|2\ncheckbox|X|||\ndate|hier|||\n"},
      {"a control around a paragraph",
       "<w:sdt><w:sdtPr><w:alias w:val=\"Objet\"/><w:text/></w:sdtPr><w:sdtContent>" +
           paragraph("A") + "</w:sdtContent></w:sdt>" + paragraph("B"),
       "text|A||Objet|\n"},
      {"a table of contents is no control",
       "<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>" + paragraph("A") +
           "</w:sdtContent></w:sdt>",
       ""},
      {"a comment and its range",
       "<w:p>" + run("a ") + "<w:commentRangeStart w:id=\"4\"/>" + run("b") +
           "<w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r></w:p>",
       "comment|b|Awa|Trop long.\\nlimpide: ignorer\n"},
      {"a comment without a range",
       "<w:p>" + run("a") + "<w:r><w:commentReference w:id=\"4\"/></w:r></w:p>",
       "comment||Awa|Trop long.\\nlimpide: ignorer\n"},
  };
  for (const Case& test : cases) {
    EXPECT_EQ(testing::dump_marks(read_body(test.body)), test.expected) << test.name;
  }
  const Document nested = read_body(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF "
      "</w:instrText></w:r>" +
      instruction("MERGEFIELD Sexe") + run("F") + kEndField +
      "<w:r><w:instrText> = F</w:instrText></w:r><w:r><w:fldChar "
      "w:fldCharType=\"separate\"/></w:r>" +
      run("Madame") + kEndField + "</w:p>");
  EXPECT_EQ(nested.text, "Madame");
  EXPECT_EQ(testing::dump_marks(nested), "merge||Sexe\n");
}

TEST(DocxReader, GivesEachRunTheLookThatWordShows) {
  const std::string red =
      "<w:rPr><w:b/><w:i/><w:u w:val=\"single\"/><w:color w:val=\"FF0000\"/>"
      "<w:sz w:val=\"28\"/><w:lang w:val=\"en-GB\"/></w:rPr>";
  const std::string strong = "<w:rPr><w:rStyle w:val=\"Fort\"/></w:rPr>";
  const Document document =
      read_body("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r><w:r>" + red +
                "<w:t>c</w:t></w:r></w:p>" + styled("T", "MonTitre") +
                "<w:p><w:pPr><w:pStyle w:val=\"Titre1\"/><w:jc w:val=\"both\"/></w:pPr>"
                "<w:r>" +
                strong + "<w:t>d</w:t></w:r></w:p>");
  // In both the paragraph style and the character style, bold is off again.
  EXPECT_EQ(testing::dump_runs(document),
            "11 Spectral [ab]\nbold italic underline 14 #FF0000 Spectral en-GB [c]\n"
            "bold caps 11 Spectral [T]\n11 Spectral [d]\n");
  EXPECT_EQ(document.blocks[0].language, "fr-FR");
  EXPECT_EQ(document.language, "fr-FR");
  EXPECT_EQ(document.blocks[2].alignment, Alignment::kJustify);
}

TEST(DocxReader, CountsEveryParagraphOfThePart) {
  const Document document = read_body("<w:p/>" + paragraph("a") + "<w:tbl><w:tr>" +
                                      cell(paragraph("b")) + "</w:tr></w:tbl>" + paragraph("c"));
  ASSERT_EQ(document.blocks.size(), 3U);
  EXPECT_EQ(document.blocks[0].paragraph, 2U);
  EXPECT_EQ(document.blocks[1].paragraph, 3U);
  EXPECT_EQ(document.blocks[2].paragraph, 4U);
}

TEST(DocxReader, ReadsStrictFilesAndOtherPrefixes) {
  const std::string strict =
      "<x:document "
      "xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:pPr>"
      "<x:outlineLvl "
      "x:val=\"1\"/></x:pPr><x:r><x:t>A&amp;B</x:t><x:tab/><x:t>C</x:t></x:r></x:p></x:body>"
      "</x:document>";
  const std::string unprefixed =
      "<document "
      "xmlns=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><body><p><r>"
      "<t>A</t></r></p></body></document>";
  const Result<Document> first = read(build_docx("", {{"word/document.xml", strict}}));
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(testing::dump_blocks(*first), "heading2|A&B\\tC\n");
  expect_source(*first);
  const Result<Document> second = read(build_docx("", {{"word/document.xml", unprefixed}}));
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(testing::dump_blocks(*second), "paragraph|A\n");
}

TEST(DocxReader, ComposesAccentsAndKeepsTheirSource) {
  const Document document =
      read_body("<w:p>" + run("e") + run("\xCC\x81tat &#101;&#769;") + "</w:p>");
  EXPECT_EQ(document.text, "\xC3\xA9tat \xC3\xA9");
  expect_source(document);
}

TEST(DocxReader, ShowsSymbolsAsTheReaderSeesThem) {
  const auto symbol = [](const std::string& font, const std::string& code) {
    return read_body("<w:p><w:r><w:t>a</w:t><w:sym w:font=\"" + font + "\" w:char=\"" + code +
                     "\"/></w:r></w:p>")
        .text;
  };
  EXPECT_EQ(symbol("Wingdings", "F0A8"), "a\xE2\x98\x90");
  EXPECT_EQ(symbol("Wingdings", "F0FE"), "a\xE2\x98\x91");
  EXPECT_EQ(symbol("Symbol", "F0B7"), "a\xE2\x80\xA2");
  EXPECT_EQ(symbol("Arial", "00E9"), "a\xC3\xA9");
  EXPECT_EQ(symbol("Arial", "D800"), "a\xEF\xBF\xBD");
  EXPECT_EQ(symbol("Arial", "zz"), "a\xEF\xBF\xBD");
}

TEST(DocxReader, CountsImagesAndThoseWithoutText) {
  const auto image = [](const std::string& text) {
    return "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" descr=\"" + text +
           "\"/><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r></w:p>";
  };
  EXPECT_EQ(testing::dump_notices(read_body(image("Logo") + image("") + "<w:altChunk/>")),
            "notice.reading.images count=2\nnotice.reading.embedded count=1\nbare images 1\n");
}

}  // namespace
}  // namespace limpide
