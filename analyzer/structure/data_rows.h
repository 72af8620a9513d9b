// Rows of a table that an expert edits. In: the text of a TSV file. Out: its rows with their line
// numbers, cells without the spaces around them. Refuses: nothing; comments ("#") and empty lines
// are left out, and the caller judges the cells. Views into the text given.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace limpide {

struct DataRow {
  std::uint32_t line = 0;               // from 1
  std::vector<std::string_view> cells;  // one or more; the first is not empty
};

[[nodiscard]] inline std::string_view trimmed_cell(std::string_view text) {
  constexpr std::string_view kSpaces = " \r\n\t";
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

// Parts between separators, trimmed; empty ones are left out.
[[nodiscard]] inline std::vector<std::string_view> split_cell(std::string_view text,
                                                              char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = trimmed_cell(text.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

[[nodiscard]] inline std::vector<DataRow> data_rows(std::string_view tsv) {
  std::vector<DataRow> rows;
  for (std::uint32_t line = 1; !tsv.empty(); ++line) {
    const std::size_t end = std::min(tsv.find('\n'), tsv.size());
    std::string_view text = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (trimmed_cell(text).empty() || text.front() == '#') continue;
    DataRow row;
    row.line = line;
    while (true) {
      const std::size_t tab = text.find('\t');
      row.cells.push_back(trimmed_cell(text.substr(0, tab)));
      if (tab == std::string_view::npos) break;
      text.remove_prefix(tab + 1);
    }
    if (row.cells.front().empty()) row.cells.front() = "?";
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace limpide
