#include "analyzer/rewriting/grammar/grammar_words.h"

#include <algorithm>

#include "analyzer/base/files.h"
#include "analyzer/structure/data_rows.h"

namespace limpide {
namespace {

constexpr std::size_t kTableBytes = std::size_t{1} << 20;

template <typename Use>
void each_word(std::string_view words, const Use& use) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) use(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

bool add_pairs(GrammarWords& grammar, std::string_view words) {
  bool sound = true;
  each_word(words, [&](std::string_view pair) {
    const std::size_t bar = pair.find('|');
    if (bar == std::string_view::npos) {
      sound = false;
      return;
    }
    grammar.pairs.emplace(pair.substr(0, bar), pair.substr(bar + 1));
  });
  return sound;
}

}  // namespace

Result<GrammarWords> parse_grammar_words(std::string_view table, const std::string& path) {
  GrammarWords grammar;
  const std::array<std::pair<std::string_view, WordSet*>, 29> lists{
      {{"elide", &grammar.elided},
       {"elide-devant-pronom", &grammar.elided_before_pronouns},
       {"pronom-elide", &grammar.eliding_pronouns},
       {"si", &grammar.condition},
       {"pronom-de-si", &grammar.condition_pronouns},
       {"ouvre", &grammar.openers},
       {"double", &grammar.doubled},
       {"preposition", &grammar.prepositions},
       {"modal", &grammar.modals},
       {"devant-infinitif", &grammar.before_infinitives},
       {"nom-nu", &grammar.bare_noun_verbs},
       {"quantite", &grammar.quantities},
       {"avant-pas", &grammar.before_negator},
       {"pas-agent", &grammar.no_agents},
       {"partie", &grammar.parts},
       {"jamais-en-tete", &grammar.never_first},
       {"presentatif", &grammar.presentatives},
       {"deux-genres", &grammar.both_genders},
       {"joint", &grammar.joints},
       {"annonce", &grammar.announcing},
       {"compare", &grammar.comparing},
       {"reprend", &grammar.repeating},
       {"de", &grammar.of},
       {"personne-1s", &grammar.persons[0]},
       {"personne-2s", &grammar.persons[1]},
       {"personne-3s", &grammar.persons[2]},
       {"personne-1p", &grammar.persons[3]},
       {"personne-2p", &grammar.persons[4]},
       {"personne-3p", &grammar.persons[5]}}};
  const auto fault = [&path](std::uint32_t line) {
    return make_error(ErrorCode::kInvalidInput, "error.data.incomplete", {{"path", path}},
                      {path, line, 1});
  };
  for (const DataRow& row : data_rows(table)) {
    if (row.cells.size() != 2) return fault(row.line);
    if (row.cells[0] == "paire") {
      if (!add_pairs(grammar, row.cells[1])) return fault(row.line);
      continue;
    }
    const auto list = std::find_if(lists.begin(), lists.end(), [&row](const auto& entry) {
      return entry.first == row.cells[0];
    });
    if (list == lists.end()) return fault(row.line);
    each_word(row.cells[1], [&list](std::string_view word) { list->second->emplace(word); });
  }
  const bool whole = std::none_of(lists.begin(), lists.end(),
                                  [](const auto& entry) { return entry.second->empty(); });
  if (!whole || grammar.pairs.empty()) return fault(1);
  return grammar;
}

Result<GrammarWords> load_grammar_words(const std::string& data_folder) {
  const std::string path = data_folder + "/fr/grammar.tsv";
  const Result<std::string> text = read_file(path, kTableBytes);
  if (!text) return text.error();
  return parse_grammar_words(*text, path);
}

}  // namespace limpide
