// The sheet as an OpenDocument text (ISO/IEC 26300): real headings, a real list, tables with heads.
#include "analyzer/reports/escape.h"
#include "analyzer/reports/sheet/new_archive.h"
#include "analyzer/reports/sheet/sheet.h"

namespace limpide {
namespace {

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr const char* kType = "application/vnd.oasis.opendocument.text";
constexpr const char* kNames =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\"";

std::string manifest() {
  const auto entry = [](const std::string& path, const std::string& type) {
    return "<manifest:file-entry manifest:full-path=\"" + path + "\" manifest:media-type=\"" +
           type + "\"/>";
  };
  return std::string(kHead) +
         "<manifest:manifest "
         "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
         "manifest:version=\"1.3\">" +
         entry("/", kType) + entry("content.xml", "text/xml") + entry("styles.xml", "text/xml") +
         entry("meta.xml", "text/xml") + "</manifest:manifest>";
}

std::string paragraph_style(const char* name, const char* shown, const char* size, bool bold,
                            const char* top, const char* bottom) {
  return std::string("<style:style style:name=\"") + name + "\" style:display-name=\"" + shown +
         "\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
         "<style:paragraph-properties fo:margin-top=\"" +
         top + "\" fo:margin-bottom=\"" + bottom + "\"/><style:text-properties fo:font-size=\"" +
         size + "\"" + (bold ? " fo:font-weight=\"bold\"" : "") + "/></style:style>";
}

std::string styles() {
  return std::string(kHead) + "<office:document-styles" + kNames +
         "><office:styles><style:default-style style:family=\"paragraph\">"
         "<style:text-properties fo:font-family=\"Liberation Sans\" fo:font-size=\"9.5pt\" "
         "fo:language=\"fr\" fo:country=\"FR\"/></style:default-style>"
         "<style:style style:name=\"Standard\" style:family=\"paragraph\">"
         "<style:paragraph-properties fo:margin-bottom=\"0.1cm\"/></style:style>" +
         paragraph_style("Heading_20_1", "Heading 1", "15pt", true, "0cm", "0.15cm") +
         paragraph_style("Heading_20_2", "Heading 2", "11pt", true, "0.3cm", "0.1cm") +
         paragraph_style("Item", "Item", "9.5pt", false, "0cm", "0.04cm") +
         paragraph_style("Cell_20_text", "Cell text", "9.5pt", false, "0cm", "0cm") +
         paragraph_style("Head", "Head", "9.5pt", true, "0cm", "0cm") +
         "</office:styles><office:automatic-styles><style:page-layout style:name=\"A4\">"
         "<style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" "
         "fo:margin-top=\"1.7cm\" fo:margin-bottom=\"1.5cm\" fo:margin-left=\"2cm\" "
         "fo:margin-right=\"2cm\"/></style:page-layout></office:automatic-styles>"
         "<office:master-styles><style:master-page style:name=\"Standard\" "
         "style:page-layout-name=\"A4\"/></office:master-styles></office:document-styles>";
}

std::string automatic_styles() {
  return "<office:automatic-styles><style:style style:name=\"Table\" style:family=\"table\">"
         "<style:table-properties style:width=\"17cm\" table:align=\"margins\"/></style:style>"
         "<style:style style:name=\"Cell\" style:family=\"table-cell\">"
         "<style:table-cell-properties fo:padding=\"0.08cm\" fo:border=\"0.5pt solid #767676\"/>"
         "</style:style><text:list-style style:name=\"Points\"><text:list-level-style-bullet "
         "text:level=\"1\" text:bullet-char=\"\xE2\x80\xA2\"><style:list-level-properties "
         "text:list-level-position-and-space-mode=\"label-alignment\">"
         "<style:list-level-label-alignment text:label-followed-by=\"listtab\" "
         "fo:margin-left=\"0.6cm\" fo:text-indent=\"-0.45cm\"/></style:list-level-properties>"
         "</text:list-level-style-bullet></text:list-style></office:automatic-styles>";
}

std::string paragraph(const char* style, const std::string& text) {
  return std::string("<text:p text:style-name=\"") + style + "\">" + xml_escaped(text) +
         "</text:p>";
}

std::string heading(int level, const std::string& text) {
  const std::string number = std::to_string(level);
  return "<text:h text:style-name=\"Heading_20_" + number + "\" text:outline-level=\"" + number +
         "\">" + xml_escaped(text) + "</text:h>";
}

std::string table(const SheetBlock& block, int number) {
  const std::size_t columns = block.rows.front().size();
  std::string xml = "<table:table table:name=\"T" + std::to_string(number) +
                    "\" table:style-name=\"Table\"><table:table-column "
                    "table:number-columns-repeated=\"" +
                    std::to_string(columns) + "\"/>";
  for (std::size_t row = 0; row < block.rows.size(); ++row) {
    xml += row == 0 ? "<table:table-header-rows><table:table-row>" : "<table:table-row>";
    for (std::size_t cell = 0; cell < columns; ++cell) {
      xml += "<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\">" +
             paragraph(row == 0 || (block.row_heads && cell == 0) ? "Head" : "Cell_20_text",
                       block.rows[row][cell]) +
             "</table:table-cell>";
    }
    xml += row == 0 ? "</table:table-row></table:table-header-rows>" : "</table:table-row>";
  }
  return xml + "</table:table>";
}

std::string body(const Sheet& sheet) {
  std::string xml;
  bool in_list = false;
  int tables = 0;
  for (const SheetBlock& block : sheet.blocks) {
    const bool item = block.kind == SheetBlockKind::kItem;
    if (item != in_list) {
      xml += item ? "<text:list text:style-name=\"Points\">" : "</text:list>";
    }
    in_list = item;
    const std::string& text = block.rows.front().front();
    switch (block.kind) {
      case SheetBlockKind::kTitle:
        xml += heading(1, text);
        break;
      case SheetBlockKind::kHeading:
        xml += heading(2, text);
        break;
      case SheetBlockKind::kText:
        xml += paragraph("Standard", text);
        break;
      case SheetBlockKind::kItem:
        xml += "<text:list-item>" + paragraph("Item", text) + "</text:list-item>";
        break;
      case SheetBlockKind::kTable:
        xml += table(block, ++tables);
        break;
    }
  }
  return xml + (in_list ? "</text:list>" : "");
}

}  // namespace

Result<std::string> odt_sheet(const Sheet& sheet) {
  const std::string content = std::string(kHead) + "<office:document-content" + kNames + ">" +
                              automatic_styles() + "<office:body><office:text>" + body(sheet) +
                              "</office:text></office:body></office:document-content>";
  const std::string meta = std::string(kHead) + "<office:document-meta" + kNames +
                           "><office:meta><meta:generator>Limpide</meta:generator><dc:title>" +
                           xml_escaped(sheet.title) +
                           "</dc:title><dc:language>fr-FR</dc:language></office:meta>"
                           "</office:document-meta>";
  return new_archive({{"mimetype", kType, true},
                      {"META-INF/manifest.xml", manifest(), false},
                      {"content.xml", content, false},
                      {"styles.xml", styles(), false},
                      {"meta.xml", meta, false}});
}

}  // namespace limpide
