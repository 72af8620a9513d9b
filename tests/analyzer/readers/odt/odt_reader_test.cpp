// Each case: the text of an odt, and what the reader makes of it.
#include "analyzer/readers/odt/odt_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/archive_builder.h"
#include "tests/support/document_dump.h"

namespace limpide {
namespace {

using testing::build_odt;
using testing::odt_part;

struct Case {
  const char* name;
  std::string text;
  std::string expected;
};

const std::string kAutomatic =
    "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/>"
    "<style:style style:name=\"P2\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Standard\" "
    "style:master-page-name=\"Annexe\"><style:paragraph-properties "
    "fo:text-align=\"end\"/></style:style>"
    "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties "
    "fo:font-weight=\"bold\" "
    "fo:color=\"#ff0000\" fo:font-size=\"150%\"/></style:style>"
    "<style:style style:name=\"T2\" style:family=\"text\"><style:text-properties "
    "text:display=\"none\"/></style:style>"
    "<style:style style:name=\"T3\" style:family=\"text\" style:parent-style-name=\"T4\"/>"
    "<style:style style:name=\"T4\" style:family=\"text\" "
    "style:parent-style-name=\"T3\"><style:text-properties "
    "fo:text-transform=\"uppercase\" fo:language=\"en\" fo:country=\"GB\"/></style:style>"
    "<text:list-style style:name=\"L1\"><text:list-level-style-bullet text:level=\"1\" "
    "text:bullet-char=\"-\"/>"
    "<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" "
    "style:num-suffix=\")\"/></text:list-style>"
    "<text:list-style style:name=\"L2\"><text:list-level-style-number text:level=\"1\" "
    "style:num-format=\"\"/>"
    "</text:list-style>";

const std::string kStyles = odt_part(
    "office:document-styles",
    "<office:font-face-decls><style:font-face style:name=\"F\" svg:font-family=\"'Marianne Pro'\"/>"
    "</office:font-face-decls><office:styles><style:default-style style:family=\"paragraph\">"
    "<style:text-properties style:font-name=\"F\" fo:font-size=\"12pt\" fo:language=\"fr\" "
    "fo:country=\"FR\"/>"
    "</style:default-style><style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
    "<style:style style:name=\"Title\" style:family=\"paragraph\" "
    "style:parent-style-name=\"Standard\"/>"
    "<style:style style:name=\"Caption\" "
    "style:family=\"paragraph\"/></office:styles><office:master-styles>"
    "<style:master-page "
    "style:name=\"Standard\"><style:header><text:p>Direction</text:p></style:header>"
    "<style:footer><text:p>Page "
    "<text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"
    "<style:master-page "
    "style:name=\"Annexe\"><style:header><text:p>Annexe</text:p></style:header></style:master-page>"
    "<style:master-page "
    "style:name=\"Perdue\"><style:header><text:p>Perdue</text:p></style:header></style:master-page>"
    "</office:master-styles>");

Document read_text(const std::string& text, bool with_styles = false) {
  std::vector<testing::ArchiveEntry> parts;
  if (with_styles) parts.push_back({"styles.xml", kStyles});
  Result<Document> document =
      OdtReader().read({"essai.odt", build_odt(text, kAutomatic, parts)}, Limits{});
  EXPECT_TRUE(document.has_value()) << (document ? "" : document.error().message.key);
  return document ? std::move(*document) : Document{};
}

void expect_source(const Document& document) {
  std::size_t words = 0;
  std::size_t made = 0;
  EXPECT_EQ(testing::first_word_without_source(document, words, made), "");
}

std::string p(const std::string& content) { return "<text:p>" + content + "</text:p>"; }

TEST(OdtReader, MakesBlocks) {
  const std::vector<Case> cases = {
      {"paragraphs and headings", p("A") + p("") + "<text:h text:outline-level=\"3\">B</text:h>",
       "paragraph|A\nheading3|B\n"},
      {"white space collapses, text:s counts",
       p("  a \n  b <text:span> c</text:span><text:s text:c=\"2\"/>d<text:tab/>e<text:line-break/> "
         "f"),
       "paragraph|a b c  d\\te\\nf\n"},
      {"entities and CDATA", p("d&#233;c&#xE8;s &amp; <![CDATA[&lt;]]>"),
       "paragraph|d\xC3\xA9"
       "c\xC3\xA8s & &lt;\n"},
      {"lists, nested, with a header and a second paragraph",
       "<text:list text:style-name=\"L1\"><text:list-header>" + p("T") +
           "</text:list-header><text:list-item>" + p("A") + p("A2") +
           "<text:list><text:list-item>" + p("B") +
           "</text:list-item></text:list></text:list-item></text:list>",
       "paragraph|T\nlist1|A\nparagraph|A2\nlist2#|B\n"},
      {"a list without labels is none",
       "<text:list text:style-name=\"L2\"><text:list-item>" + p("A") +
           "</text:list-item></text:list>",
       "paragraph|A\n"},
      {"tables: repeated and covered cells, nested tables",
       "<table:table><table:table-header-rows><table:table-row><table:table-cell "
       "table:number-columns-repeated=\"2\"/><table:table-cell>" +
           p("A") +
           "</table:table-cell></table:table-row></"
           "table:table-header-rows><table:table-row><table:table-cell "
           "table:number-columns-spanned=\"2\">" +
           p("B") +
           "</table:table-cell><table:covered-table-cell/>"
           "<table:table-cell><table:table><table:table-row><table:table-cell>" +
           p("C") +
           "</table:table-cell></table:table-row></table:table></table:table-cell></"
           "table:table-row></table:table>",
       "cell 1:1:3|A\ncell 1:2:1|B\ncell 2:1:1|C\n"},
      {"notes and text boxes follow their paragraph",
       p("A<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("N") +
         "</text:note-body></text:note>B<draw:frame><draw:text-box>" + p("C") +
         "</draw:text-box></draw:frame>") +
           p("D"),
       "paragraph|AB\nnote|N\nbox|C\nparagraph|D\n"},
      {"deleted text is gone, inserted text stays",
       "<text:tracked-changes><text:changed-region text:id=\"c\"><text:deletion>" + p("vieux") +
           "</text:deletion></text:changed-region></text:tracked-changes>" +
           p("a<text:change text:change-id=\"c\"/>b<text:change-start/>c<text:change-end/>"),
       "paragraph|abc\n"},
      {"hidden text, paragraphs and sections are left out",
       p("a<text:hidden-text text:is-hidden=\"true\">x</text:hidden-text>") +
           p("<text:hidden-paragraph text:is-hidden=\"true\"/>x") +
           "<text:section text:display=\"none\">" + p("x") + "</text:section>" +
           p("<text:span text:style-name=\"T2\">x</text:span>b"),
       "paragraph|a\nparagraph|b\n"},
      {"a hidden row is left out",
       "<table:table><table:table-row table:visibility=\"collapse\"><table:table-cell>" + p("x") +
           "</table:table-cell></table:table-row></table:table>" + p("a"),
       "paragraph|a\n"},
      {"shown conditions are read",
       p("<text:conditional-text>vu</text:conditional-text><text:hidden-text "
         "text:is-hidden=\"false\"> et lu"
         "</text:hidden-text>"),
       "paragraph|vu et lu\n"},
      {"an index is its body, not its template",
       "<text:table-of-content><text:table-of-content-source><text:index-title-template>x"
       "</text:index-title-template></"
       "text:table-of-content-source><text:index-body><text:index-title>" +
           p("Sommaire") + "</text:index-title>" + p("A") +
           "</text:index-body></text:table-of-content>",
       "paragraph|Sommaire\nparagraph|A\n"},
      {"ruby: the base only",
       p("<text:ruby><text:ruby-base>A</text:ruby-base><text:ruby-text>x</text:ruby-text></"
         "text:ruby>"),
       "paragraph|A\n"},
  };
  for (const Case& test : cases) {
    const Document document = read_text(test.text);
    EXPECT_EQ(testing::dump_blocks(document), test.expected) << test.name;
    expect_source(document);
  }
}

TEST(OdtReader, MarksFieldsLinksControlsAndComments) {
  const std::string forms =
      "<office:forms><form:form><form:checkbox form:id=\"c1\" form:name=\"oui\"/><form:listbox "
      "xml:id=\"c2\" form:name=\"liste\"><form:option "
      "form:label=\"un\"/></form:listbox><form:fixed-text "
      "form:id=\"c3\" form:for=\"c1\" form:label=\"J'accepte\"/></form:form></office:forms>";
  const std::vector<Case> cases = {
      {"a link", p("<text:a xlink:href=\"https://a.fr\">ici</text:a>"), "link|ici|https://a.fr\n"},
      {"merge fields",
       p("<text:database-display text:column-name=\"Nom\">Sy</text:database-display> "
         "<text:user-field-get "
         "text:name=\"ville\">Lyon</text:user-field-get> <text:placeholder "
         "text:placeholder-type=\"text\">&lt;Date&gt;"
         "</text:placeholder>"),
       "merge|Sy|Nom\nmerge|Lyon|ville\nmerge|<Date>|Date\n"},
      {"input fields and drop-downs",
       p("<text:text-input text:description=\"Votre nom\">Sy</text:text-input><text:drop-down "
         "text:name=\"d\">"
         "<text:label text:value=\"un\"/><text:label text:value=\"deux\"/>deux</text:drop-down>"),
       "text|Sy|||Votre nom\nchoice|deux|d|||un|deux\n"},
      {"form controls and their labels",
       forms + p("<draw:control draw:control=\"c1\"/>A<draw:control draw:control=\"c2\"/>"),
       "checkbox||oui|J'accepte|\nchoice||liste|||un\n"},
      {"form fields that came from Word",
       p("<field:fieldmark-start text:name=\"n\" "
         "field:type=\"vnd.oasis.opendocument.field.FORMTEXT\"/>Sy"
         "<field:fieldmark-end/><field:fieldmark "
         "field:type=\"vnd.oasis.opendocument.field.FORMCHECKBOX\"/>"),
       "text|Sy|n||\ncheckbox||||\n"},
      {"comments, with and without an end",
       p("a<office:annotation office:name=\"1\"><dc:creator>Awa</dc:creator>" + p("Trop long.") +
         p("Deux") +
         "</office:annotation>b<office:annotation-end office:name=\"1\"/>c<office:annotation>" +
         p("X") + "</office:annotation>"),
       "comment|b|Awa|Trop long.\\nDeux\ncomment|||X\n"},
      {"a comment whose end never comes",
       p("a<office:annotation office:name=\"1\">" + p("X") + "</office:annotation>"),
       "comment|||X\n"},
  };
  for (const Case& test : cases) {
    EXPECT_EQ(testing::dump_marks(read_text(test.text)), test.expected) << test.name;
  }
  const Document labels = read_text(forms + p("A<draw:control draw:control=\"c3\"/>"));
  EXPECT_EQ(testing::dump_blocks(labels), "paragraph|A\nlabel|J'accepte\n");
}

TEST(OdtReader, InheritsLooksAndReadsUsedPages) {
  const Document document = read_text(
      "<text:p text:style-name=\"P1\">T</text:p><text:p text:style-name=\"P2\">a<text:span "
      "text:style-name=\"T1\">b</text:span><text:span "
      "text:style-name=\"T4\">c</text:span></text:p>",
      true);
  EXPECT_EQ(testing::dump_blocks(document),
            "header|Direction\nheader|Annexe\ntitle|T\nparagraph|abc\nfooter|Page 1\n");
  EXPECT_EQ(testing::dump_runs(document),
            "12 Marianne Pro [Direction]\n12 Marianne Pro [Annexe]\n12 Marianne Pro [T]\n12 "
            "Marianne Pro [a]\n"
            "bold 18 #FF0000 Marianne Pro [b]\ncaps 12 Marianne Pro en-GB [c]\n12 Marianne Pro "
            "[Page 1]\n");
  EXPECT_EQ(document.blocks[3].alignment, Alignment::kEnd);
  EXPECT_EQ(document.blocks[3].language, "fr-FR");
  EXPECT_EQ(document.language, "fr-FR");
  EXPECT_EQ(document.blocks[3].paragraph, 2U);
}

TEST(OdtReader, SaysWhatItLeftOut) {
  const Document document =
      read_text("<text:tracked-changes><text:changed-region/></text:tracked-changes>" +
                p("a<office:annotation>" + p("X") +
                  "</office:annotation><draw:frame><draw:image/></draw:frame>"
                  "<draw:frame><draw:image/><svg:desc>Logo</svg:desc></"
                  "draw:frame><text:hidden-text>x</text:hidden-text>"));
  EXPECT_EQ(testing::dump_notices(document),
            "notice.reading.changes count=1\nnotice.reading.comments "
            "count=1\nnotice.reading.hidden count=1\n"
            "notice.reading.images count=2\nbare images 1\n");
}

TEST(OdtReader, RefusesWhatIsNoTextAndPasswords) {
  const std::string sheet =
      odt_part("office:document-content", "<office:body><office:spreadsheet/></office:body>");
  const std::string locked = odt_part(
      "manifest:manifest",
      "<manifest:file-entry "
      "manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry>");
  const OdtReader reader;
  const auto none = reader.read({"a.odt", build_odt("", "", {{"content.xml", sheet}})}, Limits{});
  ASSERT_FALSE(none.has_value());
  EXPECT_EQ(none.error().message.key, "error.odt.no_text");
  const auto secret =
      reader.read({"a.odt", build_odt("", "", {{"META-INF/manifest.xml", locked}})}, Limits{});
  ASSERT_FALSE(secret.has_value());
  EXPECT_EQ(secret.error().message.key, "error.archive.password");
}

}  // namespace
}  // namespace limpide
