#include "analyzer/rewriting/formula_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/structure/data_rows.h"

namespace limpide {
namespace {

constexpr std::size_t kTableBytes = std::size_t{1} << 20;

std::vector<std::string> texts_of(std::string_view cell) {
  std::vector<std::string> texts;
  for (const std::string_view text : split_cell(cell, '|')) texts.emplace_back(text);
  return texts;
}

bool stands(const Analysis& analysis, const FormulaPattern::Slot& slot, std::uint32_t token) {
  const auto& segmentation = analysis.segmentation;
  const std::string& lower = segmentation.forms[segmentation.tokens[token].form].lower;
  return std::find(slot.forms.begin(), slot.forms.end(), lower) != slot.forms.end();
}

std::optional<std::uint32_t> match_from(const Analysis& analysis, const FormulaPattern& pattern,
                                        std::size_t slot, std::uint32_t token, std::uint32_t end) {
  if (slot == pattern.slots.size()) return token;
  const FormulaPattern::Slot& own = pattern.slots[slot];
  if (token < end && stands(analysis, own, token)) {
    if (const auto found = match_from(analysis, pattern, slot + 1, token + 1, end)) return found;
  }
  return own.optional ? match_from(analysis, pattern, slot + 1, token, end) : std::nullopt;
}

}  // namespace

// "je vous prie d'agreer" -> "je", "vous", "prie", "d'", "agreer"; a "?" behind a word: optional.
FormulaPattern formula_pattern(std::string_view cell) {
  FormulaPattern pattern;
  const std::string straight = with_straight_apostrophes(cell);
  for (std::string_view word : split_cell(straight, ' ')) {
    // An elided word stands against the next.
    for (std::size_t at = word.find('\''); at != std::string_view::npos && at + 1 < word.size();
         at = word.find('\'')) {
      if (word.find('|') < at) break;
      pattern.slots.push_back({{std::string(word.substr(0, at + 1))}, false});
      word.remove_prefix(at + 1);
    }
    const bool optional = word.back() == '?';
    if (optional) word.remove_suffix(1);
    FormulaPattern::Slot slot;
    for (const std::string_view form : split_cell(word, '|')) slot.forms.emplace_back(form);
    slot.optional = optional;
    pattern.slots.push_back(std::move(slot));
  }
  return pattern;
}

Result<FormulaTable> parse_formulas(std::string_view table, const std::string& path) {
  FormulaTable formulas;
  const auto fault = [&path](std::uint32_t line) {
    return make_error(ErrorCode::kInvalidInput, "error.data.incomplete", {{"path", path}},
                      {path, line, 1});
  };
  const std::array<std::pair<std::string_view, FormulaWords*>, 30> words{
      {{"fin-verbe", &formulas.closing_verbs},
       {"fin-nom", &formulas.closing_nouns},
       {"fin-mot", &formulas.closing_words},
       {"fin-grave", &formulas.grave_words},
       {"fin-souhait", &formulas.wishes},
       {"titre", &formulas.titles},
       {"je", &formulas.mine},
       {"nous", &formulas.ours},
       {"effet", &formulas.effects},
       {"sans", &formulas.no_terms},
       {"acte", &formulas.acts},
       {"affaire", &formulas.cases},
       {"prevenir", &formulas.told},
       {"organe", &formulas.deciders},
       {"proche", &formulas.relatives},
       {"devoir-lecteur", &formulas.reader_duties},
       {"droit-lecteur", &formulas.reader_rights},
       {"faute-de", &formulas.unpaid},
       {"refusable", &formulas.refusable},
       {"peine-refus", &formulas.refused},
       {"peine-risque", &formulas.risked},
       {"peine-but", &formulas.aims},
       {"peine-delai", &formulas.lapses},
       {"conteste", &formulas.contests},
       {"donner-\xC3\xA0", &formulas.given},
       {"avec-\xC3\xAAtre", &formulas.with_be},
       {"faute-commise", &formulas.faults},
       {"avant-ordre", &formulas.order_leads},
       {"texte", &formulas.texts},
       {"renvoi", &formulas.backward}}};
  struct Kind {
    std::string_view key;
    std::vector<Formula>* rows;
    std::size_t texts;  // at least
  };
  const std::array<Kind, 11> kinds{{{"fin", &formulas.closings, 0},
                                    {"avant-fin", &formulas.leads, 0},
                                    {"cadre", &formulas.frames, 1},
                                    {"annonce", &formulas.announcements, 0},
                                    {"demande", &formulas.requests, 0},
                                    {"joint", &formulas.enclosures, 1},
                                    {"remplace", &formulas.swaps, 1},
                                    {"reference", &formulas.references, 0},
                                    {"reference-dedans", &formulas.references_inside, 0},
                                    {"contraire", &formulas.opposites, 1},
                                    {"calme", &formulas.calmer, 1}}};
  for (const DataRow& row : data_rows(table)) {
    const std::string_view key = row.cells[0];
    if (row.cells.size() < 2 || row.cells.size() > 4 || row.cells[1].empty())
      return fault(row.line);
    if (key == "poli" && row.cells.size() == 2) {
      formulas.polite_request = row.cells[1];
      continue;
    }
    if (key == "trop-tard" && row.cells.size() == 2) {
      formulas.too_late = row.cells[1];
      continue;
    }
    if (key == "applique" && row.cells.size() == 3) {
      formulas.applied = {std::string(row.cells[1]), std::string(row.cells[2])};
      continue;
    }
    const auto list = std::find_if(words.begin(), words.end(),
                                   [key](const auto& entry) { return entry.first == key; });
    if (list != words.end()) {
      for (const std::string_view word : split_cell(row.cells[1], ' ')) {
        list->second->insert(with_straight_apostrophes(word));
      }
      continue;
    }
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [key](const Kind& entry) { return entry.key == key; });
    if (kind == kinds.end()) return fault(row.line);
    Formula formula;
    formula.pattern = formula_pattern(row.cells[1]);
    if (row.cells.size() > 2) formula.texts = texts_of(row.cells[2]);
    formula.safe = row.cells.size() > 3 && row.cells[3] == "0";
    if (formula.texts.size() < kind->texts) return fault(row.line);
    if (key == "fin") formula.texts = texts_of(row.cells[1]);
    kind->rows->push_back(std::move(formula));
  }
  const bool whole =
      std::none_of(words.begin(), words.end(),
                   [](const auto& entry) { return entry.second->empty(); }) &&
      std::none_of(kinds.begin(), kinds.end(), [](const Kind& kind) { return kind.rows->empty(); });
  if (!whole || formulas.polite_request.empty() || formulas.applied.empty() ||
      formulas.too_late.empty())
    return fault(1);
  return formulas;
}

Result<FormulaTable> load_formulas(const std::string& data_folder) {
  const std::string path = data_folder + "/fr/formulas.tsv";
  const Result<std::string> text = read_file(path, kTableBytes);
  if (!text) return text.error();
  return parse_formulas(*text, path);
}

std::optional<std::uint32_t> match_formula(const Analysis& analysis, const FormulaPattern& pattern,
                                           std::uint32_t first, std::uint32_t end) {
  return match_from(analysis, pattern, 0, first, end);
}

}  // namespace limpide
