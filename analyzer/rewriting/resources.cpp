#include "analyzer/rewriting/resources.h"

#include <algorithm>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/structure/data_rows.h"

namespace limpide {
namespace {

constexpr std::size_t kPronouns = 4;  // masculine, feminine, and both in the plural
constexpr std::size_t kTableBytes = std::size_t{1} << 20;

bool is_of(const Determiner& determiner, std::string_view written) {
  return determiner.masculine == written || determiner.feminine == written ||
         determiner.masculine_vowel == written || determiner.feminine_vowel == written;
}

}  // namespace

Result<RewritingResources> parse_rewriting(std::string_view table, const std::string& path) {
  RewritingResources resources;
  std::size_t months = 0;
  const auto fault = [&path](std::uint32_t line) {
    return make_error(ErrorCode::kInvalidInput, "error.data.incomplete", {{"path", path}},
                      {path, line, 1});
  };
  const std::array<std::pair<std::string_view, std::string*>, 15> names{
      {{"premier", &resources.first_day},
       {"negation", &resources.negator},
       {"attenue", &resources.hedged_verb},
       {"direct", &resources.plain_verb},
       {"condition", &resources.condition},
       {"raison", &resources.reason},
       {"addition", &resources.and_word},
       {"opposition", &resources.but_word},
       {"choix", &resources.or_word},
       {"volonte", &resources.will},
       {"lecteur", &resources.reader_pronoun},
       {"lecteur-sien", &resources.reader_own},
       {"lecteur-siens", &resources.reader_plural},
       {"cette-lettre", &resources.this_letter},
       {"certifier", &resources.certify}}};
  const auto named = [&names](std::string_view key) -> std::string* {
    for (const auto& entry : names) {
      if (entry.first == key) return entry.second;
    }
    return nullptr;
  };
  for (const DataRow& row : data_rows(table)) {
    const std::vector<std::string_view>& cells = row.cells;
    if (cells[0] == "mois" && cells.size() == 2 && months < resources.months.size()) {
      resources.months[months++] = cells[1];
    } else if (std::string* word = named(cells[0]); word != nullptr && cells.size() == 2) {
      *word = cells[1];
    } else if (cells[0] == "sien" && cells.size() == 2) {
      resources.his.emplace_back(cells[1]);
    } else if (cells[0] == "norme" && cells.size() == 2) {
      resources.norms.emplace_back(cells[1]);
    } else if (cells[0] == "a-part" && cells.size() == 2) {
      resources.apart.emplace_back(cells[1]);
    } else if (cells[0] == "tiers" && cells.size() == 2) {
      resources.third_person.emplace_back(cells[1]);
    } else if (cells[0] == "determinant" && cells.size() == 5) {
      resources.determiners.push_back({std::string(cells[1]), std::string(cells[2]),
                                       std::string(cells[3]), std::string(cells[4])});
    } else if (cells[0] == "contraction" && cells.size() == 4) {
      resources.contractions.push_back(
          {std::string(cells[1]), std::string(cells[2]), std::string(cells[3])});
    } else {
      return fault(row.line);
    }
  }
  const bool named_all = std::none_of(names.begin(), names.end(),
                                      [](const auto& entry) { return entry.second->empty(); });
  const bool lists = !resources.his.empty() && !resources.norms.empty() &&
                     !resources.apart.empty() && !resources.determiners.empty() &&
                     !resources.contractions.empty();
  const bool whole = months == resources.months.size() && named_all && lists &&
                     resources.third_person.size() == kPronouns;
  if (!whole) return fault(1);
  return resources;
}

Result<RewritingResources> load_rewriting(const std::string& data_folder) {
  const std::string path = data_folder + "/fr/rewriting.tsv";
  const Result<std::string> text = read_file(path, kTableBytes);
  if (!text) return text.error();
  Result<RewritingResources> resources = parse_rewriting(*text, path);
  if (!resources) return resources.error();
  Result<GrammarWords> grammar = load_grammar_words(data_folder);
  if (!grammar) return grammar.error();
  resources->grammar = *std::move(grammar);
  Result<FormulaTable> formulas = load_formulas(data_folder);
  if (!formulas) return formulas.error();
  resources->formulas = *std::move(formulas);
  Result<SplitTable> splits = load_splits(data_folder);
  if (!splits) return splits.error();
  resources->splits = *std::move(splits);
  Result<CapitalWords> capitals = load_capital_words(data_folder);
  if (!capitals) return capitals.error();
  resources->capitals = *std::move(capitals);
  Result<ParagraphWords> paragraphs = load_paragraph_words(data_folder);
  if (!paragraphs) return paragraphs.error();
  resources->paragraphs = *std::move(paragraphs);
  Result<HeadingTable> headings = load_headings(data_folder);
  if (!headings) return headings.error();
  resources->headings = *std::move(headings);
  return resources;
}

std::string determiner_form(const RewritingResources& resources, std::string_view written,
                            Gender gender, bool vowel) {
  const auto row =
      std::find_if(resources.determiners.begin(), resources.determiners.end(),
                   [written](const Determiner& determiner) { return is_of(determiner, written); });
  if (row == resources.determiners.end()) return std::string(written);
  if (gender == Gender::kFem) return vowel ? row->feminine_vowel : row->feminine;
  return vowel ? row->masculine_vowel : row->masculine;
}

std::string_view contraction_of(const RewritingResources& resources, std::string_view preposition,
                                std::string_view article) {
  for (const ArticleContraction& contraction : resources.contractions) {
    if (contraction.preposition == preposition && contraction.article == article) {
      return contraction.form;
    }
  }
  return {};
}

}  // namespace limpide
