#include "analyzer/rewriting/splitting/split_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/structure/data_rows.h"

namespace limpide {
namespace {

constexpr std::size_t kTableBytes = std::size_t{1} << 20;
constexpr std::size_t kPronouns = 4;

bool add_link(const DataRow& row, std::vector<SplitLink>& links) {
  if (row.cells.size() < 3 || row.cells.size() > 4) return false;
  SplitLink link;
  link.pattern = formula_pattern(row.cells[1]);
  if (row.cells[2] != "-") link.text = row.cells[2];
  if (row.cells.size() == 4) {
    const std::array<std::pair<std::string_view, bool*>, 6> flags{{{"que", &link.completive},
                                                                   {"seul", &link.unconditional},
                                                                   {"fait", &link.stated},
                                                                   {"libre", &link.bare},
                                                                   {"affirme", &link.affirmed},
                                                                   {"accompli", &link.done}}};
    for (const std::string_view word : split_cell(row.cells[3], ' ')) {
      const auto flag = std::find_if(flags.begin(), flags.end(),
                                     [word](const auto& entry) { return entry.first == word; });
      if (flag == flags.end()) return false;
      *flag->second = true;
    }
  }
  links.push_back(std::move(link));
  return true;
}

}  // namespace

Result<SplitTable> parse_splits(std::string_view table, const std::string& path) {
  SplitTable splits;
  const auto fault = [&path](std::uint32_t line) {
    return make_error(ErrorCode::kInvalidInput, "error.data.incomplete", {{"path", path}},
                      {path, line, 1});
  };
  const std::array<std::pair<std::string_view, std::vector<FormulaPattern>*>, 4> patterns{
      {{"liaison", &splits.connectors},
       {"condition", &splits.conditions},
       {"partage", &splits.shared},
       {"paire", &splits.pairs}}};
  const std::array<std::pair<std::string_view, FormulaWords*>, 15> words{
      {{"annonce", &splits.announcers},
       {"quantite", &splits.quantifiers},
       {"visa", &splits.recitals},
       {"avant-liste", &splits.list_words},
       {"apres-deux-points", &splits.colon_words},
       {"etat", &splits.states},
       {"reprise", &splits.anaphoric},
       {"parenthese", &splits.bracket_words},
       {"devant-lequel", &splits.relative_prepositions},
       {"absolu", &splits.absolutes},
       {"nom-vide", &splits.empty_nouns},
       {"nom-en", &splits.name_ends},
       {"moment", &splits.moments},
       {"devoir", &splits.duties},
       {"charge", &splits.charges}}};
  const auto find = [](const auto& entries, std::string_view key) {
    return std::find_if(entries.begin(), entries.end(),
                        [key](const auto& entry) { return entry.first == key; });
  };
  for (const DataRow& row : data_rows(table)) {
    const std::string_view key = row.cells[0];
    if (key == "lien") {
      if (!add_link(row, splits.links)) return fault(row.line);
      continue;
    }
    if (row.cells.size() != 2 || row.cells[1].empty()) return fault(row.line);
    if (const auto list = find(patterns, key); list != patterns.end()) {
      list->second->push_back(formula_pattern(row.cells[1]));
    } else if (const auto set = find(words, key); set != words.end()) {
      for (const std::string_view word : split_cell(row.cells[1], ' ')) {
        set->second->insert(with_straight_apostrophes(word));
      }
    } else if (key == "celui-ci") {
      splits.that_one.emplace_back(row.cells[1]);
    } else if (key == "cela") {
      splits.that = row.cells[1];
    } else if (key == "aussi") {
      splits.also = row.cells[1];
    } else if (key == "ces") {
      splits.these = row.cells[1];
    } else if (key == "autre-part") {
      splits.other_side = formula_pattern(row.cells[1]);
    } else {
      return fault(row.line);
    }
  }
  const auto filled = [](const auto& entries) {
    return std::none_of(entries.begin(), entries.end(),
                        [](const auto& entry) { return entry.second->empty(); });
  };
  const bool whole = !splits.links.empty() && filled(patterns) && filled(words) &&
                     splits.that_one.size() == kPronouns && !splits.that.empty() &&
                     !splits.these.empty() && !splits.also.empty() &&
                     !splits.other_side.slots.empty();
  if (!whole) return fault(1);
  return splits;
}

Result<SplitTable> load_splits(const std::string& data_folder) {
  const std::string path = data_folder + "/fr/splits.tsv";
  const Result<std::string> text = read_file(path, kTableBytes);
  if (!text) return text.error();
  return parse_splits(*text, path);
}

}  // namespace limpide
