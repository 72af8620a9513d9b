#include "analyzer/verification/verification_resources.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/structure/data_rows.h"

namespace limpide {
namespace {

constexpr std::size_t kTableBytes = std::size_t{1} << 20;
constexpr std::array<const char*, static_cast<std::size_t>(Aspect::kCount)> kAspectIds = {
    "fact", "modality", "negation", "condition", "role", "addressee", "scope", "time", "term"};

struct NamedAspect {
  std::string_view name;
  Aspect aspect;
};
constexpr std::array<NamedAspect, 6> kAspects{{{"portee", Aspect::kScope},
                                               {"negation", Aspect::kNegation},
                                               {"condition", Aspect::kCondition},
                                               {"terme", Aspect::kTerm},
                                               {"temps", Aspect::kTime},
                                               {"modalite", Aspect::kModality}}};

struct NamedPolicy {
  std::string_view name;
  MarkerPolicy policy;
};
constexpr std::array<NamedPolicy, 7> kPolicies{{{"presence", MarkerPolicy::kPresence},
                                                {"nombre", MarkerPolicy::kNumber},
                                                {"perdu", MarkerPolicy::kKept},
                                                {"echange", MarkerPolicy::kSwap},
                                                {"parite", MarkerPolicy::kParity},
                                                {"interne", MarkerPolicy::kInternal},
                                                {"appui", MarkerPolicy::kSupport}}};

class TableReader {
 public:
  explicit TableReader(std::string path) : path_(std::move(path)) {}

  Status read_classes(std::string_view text) {
    const std::vector<DataRow> rows = data_rows(text);
    for (const DataRow& row : rows) {
      if (row.cells.size() != 4) return fault("classes.tsv", row, row.cells[0]);
      MarkerClass marker;
      marker.id = row.cells[0];
      bool known = false;
      for (const NamedAspect& aspect : kAspects) {
        if (aspect.name != row.cells[1]) continue;
        marker.aspect = aspect.aspect;
        known = true;
      }
      if (!known) return fault("classes.tsv", row, row.cells[1]);
      known = false;
      std::string_view rule = row.cells[2];
      marker.beside = !rule.empty() && rule.back() == '+';
      if (marker.beside) rule.remove_suffix(1);
      for (const NamedPolicy& policy : kPolicies) {
        if (policy.name != rule) continue;
        marker.policy = policy.policy;
        marker.beside = marker.beside || policy.policy == MarkerPolicy::kSupport;
        known = true;
      }
      if (!known) return fault("classes.tsv", row, row.cells[2]);
      resources_.classes.push_back(std::move(marker));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].cells[3] == "-") continue;
      resources_.classes[i].linked = class_named(rows[i].cells[3]);
      if (resources_.classes[i].linked == kNoMarker) {
        return fault("classes.tsv", rows[i], rows[i].cells[3]);
      }
    }
    name_classes();
    return Done{};
  }

  Status read_markers(std::string_view text) {
    for (const DataRow& row : data_rows(text)) {
      const MarkerIndex marker = class_named(row.cells[0]);
      const bool sound =
          row.cells.size() == 2 && (marker != kNoMarker || row.cells[0] == std::string_view("-"));
      if (!sound) return fault("markers.tsv", row, row.cells[0]);
      for (const std::string_view phrase_text : split_cell(row.cells[1], '|')) {
        Result<CuePhrase> phrase = parse_cue(phrase_text, {});
        if (!phrase) {
          Error error = phrase.error();
          error.location = {path_ + "/markers.tsv", row.line, 1};
          return error;
        }
        add_phrase(resources_.phrases, *std::move(phrase));
        resources_.class_of_phrase.push_back(marker);
      }
    }
    return Done{};
  }

  Status read_concepts(std::string_view text) {
    return read_groups(text, "concepts.tsv", resources_.concepts);
  }
  Status read_starts(std::string_view text) {
    return read_groups(text, "starts.tsv", resources_.starts);
  }

  // "incomplet	complet"; "non-*	*": what follows the prefix.
  Status read_negatives(std::string_view text) {
    for (const DataRow& row : data_rows(text)) {
      if (row.cells.size() != 2 || row.cells[1].empty()) {
        return fault("negatives.tsv", row, row.cells[0]);
      }
      const bool prefix = row.cells[0].back() == '*';
      if (prefix != (row.cells[1] == "*")) return fault("negatives.tsv", row, row.cells[0]);
      if (prefix) {
        resources_.negative_prefixes.emplace(row.cells[0].substr(0, row.cells[0].size() - 1), "");
        continue;
      }
      for (const std::string_view lemma : split_cell(row.cells[0], ' ')) {
        resources_.negatives.emplace(lemma, row.cells[1]);
      }
    }
    return Done{};
  }

  Status read_opposites(std::string_view text) {
    for (const DataRow& row : data_rows(text)) {
      if (row.cells.size() != 2) return fault("opposites.tsv", row, row.cells[0]);
      const auto pair = static_cast<std::uint32_t>(resources_.opposites.size());
      std::array<std::vector<std::string_view>, 2> sides{split_cell(row.cells[0], ' '),
                                                         split_cell(row.cells[1], ' ')};
      if (sides[1].empty()) return fault("opposites.tsv", row, row.cells[0]);
      for (std::size_t side = 0; side < sides.size(); ++side) {
        for (const std::string_view lemma : sides[side]) {
          resources_.opposites_of[std::string(lemma)].push_back({pair, side == 1});
        }
      }
      resources_.opposites.push_back(
          {std::string(sides[0].front()), std::string(sides[1].front())});
    }
    return Done{};
  }

  Status read_plain_modifiers(std::string_view text) {
    return read_set(text, "plain-modifiers.tsv", resources_.plain_modifiers);
  }
  Status read_persons(std::string_view text) {
    return read_set(text, "persons.tsv", resources_.persons);
  }
  Status read_others(std::string_view text) {
    return read_set(text, "others.tsv", resources_.others);
  }

  Status read_distinct(std::string_view text) {
    for (const DataRow& row : data_rows(text)) {
      const std::vector<std::string_view> lemmas = split_cell(row.cells[0], ' ');
      if (row.cells.size() != 1 || lemmas.size() < 2) {
        return fault("distinct.tsv", row, row.cells[0]);
      }
      for (const std::string_view lemma : lemmas) {
        resources_.distinct[std::string(lemma)].push_back(row.line);
      }
    }
    return Done{};
  }

  Status read_kept(std::string_view text) {
    for (const DataRow& row : data_rows(text)) {
      if (row.cells.size() != 2 || row.cells[1].empty()) {
        return fault("kept.tsv", row, row.cells[0]);
      }
      const std::vector<std::string_view> own = split_cell(row.cells[0], ' ');
      std::vector<std::string> others(own.begin(), own.end());
      if (row.cells[1] != "-") {
        for (const std::string_view lemma : split_cell(row.cells[1], ' ')) {
          others.emplace_back(lemma);
        }
      }
      for (const std::string_view lemma : own) resources_.kept.emplace(lemma, others);
    }
    return Done{};
  }

  Status read_shares(std::string_view text) {
    for (const DataRow& row : data_rows(text)) {
      if (row.cells.size() != 2) return fault("shares.tsv", row, row.cells[0]);
      resources_.shares.emplace(row.cells[0], row.cells[1]);
    }
    return Done{};
  }

  VerificationResources take() { return std::move(resources_); }

 private:
  void name_classes() {
    NamedClasses& named = resources_.named;
    named.only = class_named("seulement");
    named.negation = class_named("negation");
    named.without = class_named("sans");
    named.non = class_named("non");
    named.negative = class_named("negatif");
    named.stops = class_named("arret");
    named.unless = class_named("sauf");
    named.before = class_named("avant");
    named.condition = class_named("si");
    named.loose_condition = class_named("si-large");
    named.kept_condition = class_named("si-reste");
    named.must = class_named("devoir");
    named.may = class_named("pouvoir");
    named.by_reader = class_named("par-vous");
    named.by_us = class_named("par-nous");
    named.either = class_named("ou");
    named.both = class_named("et");
    named.asked_condition = class_named("si-devoir");
    named.too_late = class_named("apres-delai-large");
    named.each = class_named("chacun");
    named.we_act = class_named("nous-faisons");
    named.limit = class_named("maximum");
    named.floor = class_named("minimum");
    named.affirms = class_named("affirme");
    named.empty = class_named("vide");
    named.gloss = class_named("glose");
    named.in_order = class_named("respectivement");
  }

  Status read_set(std::string_view text, const char* file, LemmaMap& set) const {
    for (const DataRow& row : data_rows(text)) {
      if (row.cells.size() != 1) return fault(file, row, row.cells[0]);
      for (const std::string_view lemma : split_cell(row.cells[0], ' ')) set.emplace(lemma, lemma);
    }
    return Done{};
  }

  Status read_groups(std::string_view text, const char* file, LemmaMap& groups) const {
    for (const DataRow& row : data_rows(text)) {
      const std::vector<std::string_view> lemmas = split_cell(row.cells[0], ' ');
      if (row.cells.size() != 1 || lemmas.size() < 2) return fault(file, row, row.cells[0]);
      for (const std::string_view lemma : lemmas) groups.emplace(lemma, lemmas.front());
    }
    return Done{};
  }

  [[nodiscard]] MarkerIndex class_named(std::string_view id) const {
    for (MarkerIndex i = 0; i < resources_.classes.size(); ++i) {
      if (resources_.classes[i].id == id) return i;
    }
    return kNoMarker;
  }

  [[nodiscard]] Error fault(const char* file, const DataRow& row, std::string_view text) const {
    return make_error(ErrorCode::kInvalidInput, "error.verification.row",
                      {{"text", std::string(text)}}, {path_ + "/" + file, row.line, 1});
  }

  std::string path_;
  VerificationResources resources_;
};

}  // namespace

const char* aspect_id(Aspect aspect) { return kAspectIds[static_cast<std::size_t>(aspect)]; }

std::vector<std::string> verification_table_names() {
  return {"classes.tsv",   "markers.tsv",   "concepts.tsv",        "starts.tsv",
          "negatives.tsv", "opposites.tsv", "plain-modifiers.tsv", "shares.tsv",
          "persons.tsv",   "distinct.tsv",  "others.tsv",          "kept.tsv"};
}

Result<VerificationResources> parse_verification(const std::vector<std::string>& tables,
                                                 const std::string& path) {
  using Read = Status (TableReader::*)(std::string_view);
  constexpr std::array<Read, 12> kReads = {
      &TableReader::read_classes,         &TableReader::read_markers,
      &TableReader::read_concepts,        &TableReader::read_starts,
      &TableReader::read_negatives,       &TableReader::read_opposites,
      &TableReader::read_plain_modifiers, &TableReader::read_shares,
      &TableReader::read_persons,         &TableReader::read_distinct,
      &TableReader::read_others,          &TableReader::read_kept};
  TableReader reader(path);
  for (std::size_t i = 0; i < std::min(kReads.size(), tables.size()); ++i) {
    const Status read = (reader.*kReads[i])(tables[i]);
    if (!read) return read.error();
  }
  return reader.take();
}

Result<VerificationResources> load_verification(const std::string& data_folder) {
  const std::string folder = data_folder + "/fr/verification";
  std::vector<std::string> tables;
  for (const std::string& name : verification_table_names()) {
    Result<std::string> table = read_file(folder + "/" + name, kTableBytes);
    if (!table) return table.error();
    tables.push_back(*std::move(table));
  }
  return parse_verification(tables, folder);
}

std::string concept_of(const VerificationResources& resources, std::string_view lemma) {
  const auto found = resources.concepts.find(lemma);
  return found == resources.concepts.end() ? std::string(lemma) : found->second;
}

std::string root_of(const VerificationResources& resources, const ClauseResources& clauses,
                    std::string_view lemma) {
  const auto found = resources.concepts.find(lemma);
  if (found != resources.concepts.end()) return found->second;
  const std::string_view verb = clauses.verb_of_noun(lemma);
  return concept_of(resources, verb.empty() ? lemma : verb);
}

std::string positive_of(const VerificationResources& resources, std::string_view lemma) {
  const auto found = resources.negatives.find(lemma);
  if (found != resources.negatives.end()) return found->second;
  for (const auto& prefix : resources.negative_prefixes) {
    if (lemma.size() > prefix.first.size() && lemma.substr(0, prefix.first.size()) == prefix.first)
      return std::string(lemma.substr(prefix.first.size()));
  }
  return std::string(lemma);
}

}  // namespace limpide
