#include "analyzer/rewriting/heading_table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/structure/data_rows.h"

namespace limpide {
namespace {

constexpr std::size_t kTableBytes = std::size_t{1} << 20;

Heading& heading_named(std::vector<Heading>& headings, std::string_view text) {
  auto own = std::find_if(headings.begin(), headings.end(),
                          [text](const Heading& heading) { return heading.text == text; });
  if (own == headings.end()) own = headings.insert(headings.end(), {std::string(text), {}, {}});
  return *own;
}

// `texts`: cells of text, from the third on; a pattern may follow.
std::optional<LetterLine> letter_line(const DataRow& row, std::size_t texts) {
  const std::optional<LetterKind> kind = letter_kind_from_id(row.cells[1]);
  if (!kind || row.cells[2].empty() || row.cells[1 + texts].empty()) return std::nullopt;
  LetterLine line{*kind, std::string(row.cells[2]), std::string(row.cells[1 + texts]), {}};
  if (row.cells.size() == 3 + texts) line.patterns.push_back(formula_pattern(row.cells.back()));
  return line;
}

}  // namespace

Result<HeadingTable> parse_headings(std::string_view table, const std::string& path) {
  HeadingTable headings;
  const auto fault = [&path](std::uint32_t line) {
    return make_error(ErrorCode::kInvalidInput, "error.data.incomplete", {{"path", path}},
                      {path, line, 1});
  };
  for (const DataRow& row : data_rows(table)) {
    const std::string_view kind = row.cells[0];
    const std::size_t cells = row.cells.size();
    if (kind == "titre" && cells == 3 && !row.cells[1].empty() && !row.cells[2].empty()) {
      Heading& own = heading_named(headings.headings, row.cells[1]);
      own.patterns.push_back(formula_pattern(row.cells[2]));
    } else if (kind == "appui" && cells == 3 && !row.cells[1].empty() && !row.cells[2].empty()) {
      Heading& own = heading_named(headings.headings, row.cells[1]);
      own.openings.push_back(formula_pattern(row.cells[2]));
    } else if (kind == "titre-autre" && cells == 2) {
      headings.other = row.cells[1];
    } else if (kind == "objet" && (cells == 3 || cells == 4)) {
      std::optional<LetterLine> line = letter_line(row, 1);
      if (!line) return fault(row.line);
      headings.objects.push_back(*std::move(line));
    } else if (kind == "debut" && (cells == 4 || cells == 5)) {
      std::optional<LetterLine> line = letter_line(row, 2);
      if (!line) return fault(row.line);
      headings.leads.push_back(*std::move(line));
    } else {
      return fault(row.line);
    }
  }
  if (headings.headings.empty() || headings.other.empty() || headings.objects.empty() ||
      headings.leads.empty()) {
    return fault(1);
  }
  return headings;
}

Result<HeadingTable> load_headings(const std::string& data_folder) {
  const std::string path = data_folder + "/fr/headings.tsv";
  const Result<std::string> text = read_file(path, kTableBytes);
  if (!text) return text.error();
  return parse_headings(*text, path);
}

}  // namespace limpide
