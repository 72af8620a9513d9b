#include "analyzer/parsing/clauses/clause_resources.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/parsing/clauses/clause_tables.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxTableBytes = std::size_t{4} << 20;

// Words of a phrase; "au" stands for the two words "a le" that the segmentation makes of it.
std::vector<std::string> words_of(std::string_view phrase) {
  constexpr std::array<std::array<std::string_view, 3>, 4> kContractions = {
      {{"au", "\xC3\xA0", "le"},
       {"aux", "\xC3\xA0", "les"},
       {"du", "de", "le"},
       {"des", "de", "les"}}};
  std::vector<std::string> words;
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    const std::string_view word = phrase.substr(0, end);
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
    const auto contraction = std::find_if(kContractions.begin(), kContractions.end(),
                                          [word](const auto& entry) { return entry[0] == word; });
    if (contraction != kContractions.end()) {
      words.emplace_back((*contraction)[1]);
      words.emplace_back((*contraction)[2]);
    } else if (!word.empty()) {
      words.emplace_back(word);
    }
  }
  return words;
}

// "que" before a vowel is "qu'"; the same for the other words that a phrase may end with.
std::string elided(const std::string& word) {
  if (word == "si") return "s'";
  if (word.empty() || word.back() != 'e') return {};
  if (word == "que" || word == "de" || (word.size() > 3 && word.substr(word.size() - 3) == "que")) {
    return word.substr(0, word.size() - 1) + "'";
  }
  return {};
}

}  // namespace

struct ClauseResources::Row {
  std::array<std::string_view, kMaxColumns> columns;
};

std::vector<std::string> ClauseResources::table_names() {
  std::vector<std::string> names;
  names.reserve(kClauseTables.size());
  for (const ClauseTableForm& table : kClauseTables) names.emplace_back(table.name);
  return names;
}

Result<ClauseResources> ClauseResources::load(const std::string& directory) {
  std::vector<std::string> tables;
  for (const ClauseTableForm& table : kClauseTables) {
    auto text = read_file(directory + "/" + table.name, kMaxTableBytes);
    if (!text) return text.error();
    tables.push_back(std::move(text).value());
  }
  return parse(tables, directory);
}

Result<ClauseResources> ClauseResources::parse(const std::vector<std::string>& tables,
                                               const std::string& directory) {
  ClauseResources resources;
  for (std::size_t table = 0; table < kClauseTables.size() && table < tables.size(); ++table) {
    const std::string path = directory + "/" + kClauseTables[table].name;
    std::string_view text = tables[table];
    for (std::uint32_t number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (line.empty() || line.front() == '#') continue;
      const std::string whole(line);
      Row row;
      std::size_t count = 0;
      for (bool more = true; more; ++count) {
        const std::size_t tab = line.find('\t');
        more = tab != std::string_view::npos;
        if (count < kMaxColumns) row.columns[count] = line.substr(0, tab);
        line.remove_prefix(more ? tab + 1 : 0);
      }
      if (count != kClauseTables[table].columns || row.columns[0].empty()) {
        return make_error(ErrorCode::kInvalidInput, "error.parsing.columns",
                          {{"columns", std::to_string(kClauseTables[table].columns)}},
                          {path, number, 1});
      }
      if (!resources.add_row(table, row)) {
        return make_error(ErrorCode::kInvalidInput, "error.parsing.value", {{"line", whole}},
                          {path, number, 1});
      }
    }
  }
  return resources;
}

bool ClauseResources::add_row(std::size_t table, const Row& row) {
  const std::string key(row.columns[0]);
  switch (table) {
    case kFunctionWords:
      return add_function_word(row);
    case kEtreVerbs:
    case kSemiAuxiliaries:
    case kIndirectPassives:
    case kImpersonals:
    case kPossibilities:
      return add_verb(table, row);
    case kStativeParticiples: {
      const bool state = row.columns[2] == "state";
      if (row.columns[2] == "beside") {
        add_lemma(row.columns[0], WordTrait::kBesideNoun);
        add_lemma(row.columns[1], WordTrait::kBesideNoun);
        return true;
      }
      if (!state && row.columns[2] != "maybe") return false;
      add_lemma(row.columns[0], state ? WordTrait::kState : WordTrait::kMaybeState);
      add_lemma(row.columns[1], state ? WordTrait::kState : WordTrait::kMaybeState);
      return true;
    }
    case kModals:
      return add_modal(row);
    case kSubordinators:
      return add_subordinator(row);
    case kSupportVerbs:
      add_lemma(key, WordTrait::kSupport);
      support_prepositions_[key].emplace_back(row.columns[1] == "-" ? "" : row.columns[1]);
      return true;
    case kNominalisations:
      add_lemma(key, WordTrait::kNominalisation);
      return verbs_of_nouns_.emplace(key, row.columns[1]).second && !row.columns[1].empty();
    case kNotAgents: {
      const std::string_view sense = row.columns[1];
      const bool always = sense == "means" || sense == "time";
      if (!always && sense != "rate" && sense != "manner") return false;
      add_lemma(key, always ? WordTrait::kNotAgent : WordTrait::kNotBareAgent);
      return true;
    }
    case kAskingVerbs:
      add_lemma(key, WordTrait::kAsking);
      return true;
    default:
      add_lemma(key, WordTrait::kUserNoun);
      return true;
  }
}

bool ClauseResources::add_function_word(const Row& row) {
  const auto role = value_named(kFunctionRoles, row.columns[1]);
  if (!role) return false;
  forms_[std::string(row.columns[0])] |= bit_of(*role);
  return true;
}

bool ClauseResources::add_verb(std::size_t table, const Row& row) {
  const auto use = value_named(kVerbUses, row.columns[1]);
  if (!use) return false;
  const auto [least, most] = uses_of(table);
  if (*use < least || *use > most) return false;
  add_lemma(row.columns[0], *use);
  return true;
}

bool ClauseResources::add_modal(const Row& row) {
  const auto use = value_named(kModalUses, row.columns[1]);
  const auto modality = value_named(kModalities, row.columns[2]);
  const auto negated = value_named(kModalities, row.columns[3]);
  if (!use || !modality || !negated) return false;
  add_lemma(row.columns[0], WordTrait::kModal);
  modals_[std::string(row.columns[0])].push_back({*use, *modality, *negated});
  return true;
}

bool ClauseResources::add_subordinator(const Row& row) {
  const auto kind = value_named(kKinds, row.columns[1]);
  const auto sense = value_named(kSenses, row.columns[2]);
  std::vector<std::string> words = words_of(row.columns[0]);
  if (!kind || !sense || words.empty()) return false;
  const auto add = [this, &kind, &sense](const std::vector<std::string>& phrase) {
    forms_[phrase.front()] |= bit_of(WordTrait::kStartsIntroducer);
    subordinators_[phrase.front()].push_back({phrase, *kind, *sense});
  };
  add(words);
  words.back() = elided(words.back());
  if (!words.back().empty()) add(words);
  return true;
}

void ClauseResources::add_lemma(std::string_view lemma, WordTrait trait) {
  lemmas_[std::string(lemma)] |= bit_of(trait);
}

WordTraits ClauseResources::of_form(std::string_view lower) const {
  const auto found = forms_.find(lower);
  return found == forms_.end() ? 0 : found->second;
}

WordTraits ClauseResources::of_lemma(std::string_view lemma) const {
  const auto found = lemmas_.find(lemma);
  return found == lemmas_.end() ? 0 : found->second;
}

const std::vector<Modal>& ClauseResources::modals(std::string_view lemma) const {
  static const std::vector<Modal> kNone;
  const auto found = modals_.find(lemma);
  return found == modals_.end() ? kNone : found->second;
}

const std::vector<Subordinator>& ClauseResources::subordinators(std::string_view first) const {
  static const std::vector<Subordinator> kNone;
  const auto found = subordinators_.find(first);
  return found == subordinators_.end() ? kNone : found->second;
}

std::string_view ClauseResources::verb_of_noun(std::string_view noun) const {
  const auto found = verbs_of_nouns_.find(noun);
  return found == verbs_of_nouns_.end() ? std::string_view{} : found->second;
}

const std::vector<std::string>& ClauseResources::support_prepositions(std::string_view verb) const {
  static const std::vector<std::string> kNone;
  const auto found = support_prepositions_.find(verb);
  return found == support_prepositions_.end() ? kNone : found->second;
}

}  // namespace limpide
