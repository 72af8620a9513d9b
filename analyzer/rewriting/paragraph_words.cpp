#include "analyzer/rewriting/paragraph_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/structure/data_rows.h"

namespace limpide {
namespace {

constexpr std::size_t kTableBytes = std::size_t{1} << 20;

template <typename Entries>
auto* entry_of(const Entries& entries, std::string_view key) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [key](const auto& entry) { return entry.first == key; });
  return found == entries.end() ? nullptr : found->second;
}

}  // namespace

Result<ParagraphWords> parse_paragraph_words(std::string_view table, const std::string& path) {
  ParagraphWords words;
  const auto fault = [&path](std::uint32_t line) {
    return make_error(ErrorCode::kInvalidInput, "error.data.incomplete", {{"path", path}},
                      {path, line, 1});
  };
  const std::array<std::pair<std::string_view, FormulaWords*>, 8> sets{
      {{"lie", &words.tied},
       {"lie-dedans", &words.tied_inside},
       {"lie-peu", &words.tied_lightly},
       {"repris", &words.taken_up},
       {"prie", &words.asking},
       {"renvoie", &words.backward},
       {"general", &words.general},
       {"hors-liste", &words.asides}}};
  const std::array<std::pair<std::string_view, std::vector<FormulaPattern>*>, 3> lists{
      {{"lie-debut", &words.tied_starts},
       {"impersonnel", &words.impersonals},
       {"ouvre", &words.openers}}};
  for (const DataRow& row : data_rows(table)) {
    if (row.cells.size() != 2 || row.cells[1].empty()) return fault(row.line);
    if (FormulaWords* set = entry_of(sets, row.cells[0]); set != nullptr) {
      for (const std::string_view word : split_cell(row.cells[1], ' ')) {
        set->insert(with_straight_apostrophes(word));
      }
    } else if (auto* list = entry_of(lists, row.cells[0]); list != nullptr) {
      list->push_back(formula_pattern(row.cells[1]));
    } else if (row.cells[0] == "tiret") {
      words.dash = row.cells[1];
    } else {
      return fault(row.line);
    }
  }
  const bool whole = std::none_of(sets.begin(), sets.end(),
                                  [](const auto& entry) { return entry.second->empty(); }) &&
                     std::none_of(lists.begin(), lists.end(),
                                  [](const auto& entry) { return entry.second->empty(); });
  if (!whole || words.dash.empty()) return fault(1);
  return words;
}

Result<ParagraphWords> load_paragraph_words(const std::string& data_folder) {
  const std::string path = data_folder + "/fr/paragraphs.tsv";
  const Result<std::string> text = read_file(path, kTableBytes);
  if (!text) return text.error();
  return parse_paragraph_words(*text, path);
}

}  // namespace limpide
