// The sheet as an OOXML text document (ECMA-376): real headings, a real list, tables with heads.
#include "analyzer/reports/escape.h"
#include "analyzer/reports/sheet/new_archive.h"
#include "analyzer/reports/sheet/sheet.h"

namespace limpide {
namespace {

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr int kTextWidth = 9638;  // twentieths of a point: A4 with margins of 2 cm

std::string content_types() {
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  const auto part = [](const std::string& name, const std::string& type) {
    return "<Override PartName=\"" + name + "\" ContentType=\"" + type + "+xml\"/>";
  };
  return std::string(kHead) +
         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
         "<Default Extension=\"rels\" "
         "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
         part("/word/document.xml", word + "document.main") +
         part("/word/styles.xml", word + "styles") +
         part("/word/numbering.xml", word + "numbering") +
         part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties") +
         "</Types>";
}

std::string relations(const std::vector<std::pair<std::string, std::string>>& targets) {
  std::string xml =
      std::string(kHead) +
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  int number = 0;
  for (const auto& [type, target] : targets) {
    xml += "<Relationship Id=\"r" + std::to_string(++number) + "\" Type=\"" + type +
           "\" Target=\"" + target + "\"/>";
  }
  return xml + "</Relationships>";
}

// Sizes in half points, space in twentieths of a point.
std::string heading_style(int level, int size, int before, int after) {
  const std::string number = std::to_string(level);
  return "<w:style w:type=\"paragraph\" w:styleId=\"Heading" + number +
         "\"><w:name w:val=\"heading " + number +
         "\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"" +
         std::to_string(before) + "\" w:after=\"" + std::to_string(after) +
         "\"/><w:outlineLvl w:val=\"" + std::to_string(level - 1) +
         "\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"" + std::to_string(size) +
         "\"/></w:rPr></w:style>";
}

std::string styles() {
  return std::string(kHead) + "<w:styles xmlns:w=\"" + kMain +
         "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Liberation Sans\" "
         "w:hAnsi=\"Liberation Sans\" w:cs=\"Liberation Sans\"/><w:sz w:val=\"19\"/>"
         "<w:lang w:val=\"fr-FR\"/></w:rPr></w:rPrDefault></w:docDefaults>"
         "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
         "w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"60\"/></w:pPr></w:style>" +
         heading_style(1, 30, 0, 80) + heading_style(2, 22, 160, 60) + "</w:styles>";
}

std::string numbering() {
  return std::string(kHead) + "<w:numbering xmlns:w=\"" + kMain +
         "\"><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
         "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText "
         "w:val=\"\xE2\x80\xA2\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"360\" "
         "w:hanging=\"260\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
         "<w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
}

std::string run(const std::string& text, bool bold) {
  return std::string("<w:r>") + (bold ? "<w:rPr><w:b/></w:rPr>" : "") +
         "<w:t xml:space=\"preserve\">" + xml_escaped(text) + "</w:t></w:r>";
}

std::string paragraph(const std::string& properties, const std::string& text, bool bold = false) {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") +
         run(text, bold) + "</w:p>";
}

std::string table(const SheetBlock& block) {
  const std::size_t columns = block.rows.front().size();
  const std::string width = std::to_string(kTextWidth / static_cast<int>(columns));
  std::string xml = "<w:tbl><w:tblPr><w:tblW w:w=\"" + std::to_string(kTextWidth) +
                    "\" w:type=\"dxa\"/><w:tblBorders>";
  for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
    xml += std::string("<w:") + side +
           " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/>";
  }
  xml += "</w:tblBorders></w:tblPr><w:tblGrid>";
  for (std::size_t i = 0; i < columns; ++i) xml += "<w:gridCol w:w=\"" + width + "\"/>";
  xml += "</w:tblGrid>";
  for (std::size_t row = 0; row < block.rows.size(); ++row) {
    xml += row == 0 ? "<w:tr><w:trPr><w:tblHeader/></w:trPr>" : "<w:tr>";
    for (std::size_t cell = 0; cell < columns; ++cell) {
      xml += "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/></w:tcPr>" +
             paragraph("", block.rows[row][cell], row == 0 || (block.row_heads && cell == 0)) +
             "</w:tc>";
    }
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>";
}

std::string body(const Sheet& sheet) {
  std::string xml;
  for (const SheetBlock& block : sheet.blocks) {
    const std::string& text = block.rows.front().front();
    switch (block.kind) {
      case SheetBlockKind::kTitle:
        xml += paragraph("<w:pStyle w:val=\"Heading1\"/>", text);
        break;
      case SheetBlockKind::kHeading:
        xml += paragraph("<w:pStyle w:val=\"Heading2\"/>", text);
        break;
      case SheetBlockKind::kText:
        xml += paragraph("", text);
        break;
      case SheetBlockKind::kItem:
        xml += paragraph(
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
            "<w:spacing w:after=\"20\"/>",
            text);
        break;
      case SheetBlockKind::kTable:
        xml += table(block);
        break;
    }
  }
  return xml;
}

std::string document(const Sheet& sheet) {
  return std::string(kHead) + "<w:document xmlns:w=\"" + kMain + "\"><w:body>" + body(sheet) +
         "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1000\" "
         "w:right=\"1134\" w:bottom=\"900\" w:left=\"1134\" w:header=\"500\" w:footer=\"500\" "
         "w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
}

std::string properties(const Sheet& sheet) {
  return std::string(kHead) +
         "<cp:coreProperties "
         "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
         xml_escaped(sheet.title) +
         "</dc:title><dc:creator>Limpide</dc:creator><dc:language>fr-FR</dc:language>"
         "</cp:coreProperties>";
}

}  // namespace

Result<std::string> docx_sheet(const Sheet& sheet) {
  const std::string office = std::string(kRelations) + "/";
  return new_archive(
      {{"[Content_Types].xml", content_types(), false},
       {"_rels/.rels",
        relations({{office + "officeDocument", "word/document.xml"},
                   {"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                    "core-properties",
                    "docProps/core.xml"}}),
        false},
       {"word/document.xml", document(sheet), false},
       {"word/_rels/document.xml.rels",
        relations({{office + "styles", "styles.xml"}, {office + "numbering", "numbering.xml"}}),
        false},
       {"word/styles.xml", styles(), false},
       {"word/numbering.xml", numbering(), false},
       {"docProps/core.xml", properties(sheet), false}});
}

}  // namespace limpide
