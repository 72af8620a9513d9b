#include "analyzer/rewriting/capitals/capital_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/structure/data_rows.h"

namespace limpide {
namespace {

constexpr std::size_t kTableBytes = std::size_t{1} << 20;

std::string with_straight(std::string_view text) {
  std::string out(text);
  const std::string curly = "\xE2\x80\x99";
  for (std::size_t at = out.find(curly); at != std::string::npos; at = out.find(curly, at)) {
    out.replace(at, curly.size(), "'");
  }
  return out;
}

// "Conseil d'Etat" has three words: an elided one ends with its apostrophe.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (const std::string_view part : split_cell(name, ' ')) {
    std::string word = with_straight(part);
    const std::size_t mark = word.find('\'');
    if (mark != std::string::npos && mark + 1 < word.size()) {
      words.push_back(word.substr(0, mark + 1));
      word.erase(0, mark + 1);
    }
    words.push_back(std::move(word));
  }
  return words;
}

void add_first_cells(std::string_view table, CapitalWordSet& words) {
  for (const DataRow& row : data_rows(table)) {
    const std::string_view cell = row.cells.front();
    words.emplace(cell.substr(0, cell.find(' ')));
  }
}

}  // namespace

Result<CapitalWords> parse_capital_words(std::string_view table, std::string_view acronyms,
                                         std::string_view well_known, const std::string& path) {
  CapitalWords words;
  const std::array<std::pair<std::string_view, CapitalWordSet*>, 8> lists{
      {{"voie", &words.streets},
       {"voie-en-tete", &words.street_openers},
       {"avant-lettre", &words.before_letter},
       {"a-devant", &words.after_to},
       {"a-verbe", &words.after_has},
       {"a-derriere", &words.before_has},
       {"sans-accent", &words.bare},
       {"des-devant", &words.after_from}}};
  const auto fault = [&path](std::uint32_t line) {
    return make_error(ErrorCode::kInvalidInput, "error.data.incomplete", {{"path", path}},
                      {path, line, 1});
  };
  for (const DataRow& row : data_rows(table)) {
    if (row.cells.size() != 2) return fault(row.line);
    if (row.cells[0] == "nom") {
      words.names.push_back(words_of(row.cells[1]));
      continue;
    }
    const auto list = std::find_if(lists.begin(), lists.end(), [&row](const auto& entry) {
      return entry.first == row.cells[0];
    });
    if (list == lists.end()) return fault(row.line);
    for (const std::string_view word : split_cell(row.cells[1], ' ')) {
      list->second->insert(with_straight(word));
    }
  }
  add_first_cells(acronyms, words.acronyms);
  add_first_cells(well_known, words.acronyms);
  const bool whole = std::none_of(lists.begin(), lists.end(),
                                  [](const auto& entry) { return entry.second->empty(); });
  if (!whole || words.names.empty()) return fault(1);
  return words;
}

Result<CapitalWords> load_capital_words(const std::string& data_folder) {
  const std::string path = data_folder + "/fr/capitals.tsv";
  const Result<std::string> table = read_file(path, kTableBytes);
  if (!table) return table.error();
  const Result<std::string> acronyms = read_file(data_folder + "/fr/acronyms.tsv", kTableBytes);
  if (!acronyms) return acronyms.error();
  const Result<std::string> known = read_file(data_folder + "/fr/known-acronyms.txt", kTableBytes);
  if (!known) return known.error();
  return parse_capital_words(*table, *acronyms, *known, path);
}

}  // namespace limpide
