// The sheet as an HTML page that prints on one page: no script, no network.
#include "analyzer/reports/escape.h"
#include "analyzer/reports/html_parts.h"
#include "analyzer/reports/sheet/sheet.h"
#include "analyzer/reports/texts.h"

namespace limpide {
namespace {

std::string table(const SheetBlock& block) {
  std::string html = "<table class=\"measures\">\n";
  for (std::size_t row = 0; row < block.rows.size(); ++row) {
    html += row == 0 ? "<thead><tr>" : "<tr>";
    for (std::size_t cell = 0; cell < block.rows[row].size(); ++cell) {
      const bool column_head = row == 0;
      const bool row_head = row > 0 && cell == 0 && block.row_heads;
      const char* open = column_head ? "<th scope=\"col\">"
                         : row_head  ? "<th scope=\"row\">"
                                     : "<td>";
      html += open + html_escaped(block.rows[row][cell]) +
              (column_head || row_head ? "</th>" : "</td>");
    }
    html += row == 0 ? "</tr></thead>\n<tbody>\n" : "</tr>\n";
  }
  return html + "</tbody></table>\n";
}

}  // namespace

std::string html_sheet(const RunContext& run, const Sheet& sheet) {
  std::string html = html_page_head(run, sheet.title) + "<main class=\"sheet\">\n";
  bool in_list = false;
  for (const SheetBlock& block : sheet.blocks) {
    const bool item = block.kind == SheetBlockKind::kItem;
    if (item != in_list) html += item ? "<ul class=\"facts\">\n" : "</ul>\n";
    in_list = item;
    const std::string text = html_escaped(block.rows.front().front());
    switch (block.kind) {
      case SheetBlockKind::kTitle:
        html += "<h1>" + text + "</h1>\n";
        break;
      case SheetBlockKind::kHeading:
        html += "<h2>" + text + "</h2>\n";
        break;
      case SheetBlockKind::kText:
        html += "<p>" + text + "</p>\n";
        break;
      case SheetBlockKind::kItem:
        html += "<li>" + text + "</li>\n";
        break;
      case SheetBlockKind::kTable:
        html += table(block);
        break;
    }
  }
  if (in_list) html += "</ul>\n";
  return html + "</main>\n</body>\n</html>\n";
}

Result<std::string> written_sheet(const RunContext& run, const Sheet& sheet, SheetFormat format) {
  switch (format) {
    case SheetFormat::kDocx:
      return docx_sheet(sheet);
    case SheetFormat::kOdt:
      return odt_sheet(sheet);
    case SheetFormat::kHtml:
      return html_sheet(run, sheet);
  }
  return html_sheet(run, sheet);
}

}  // namespace limpide
