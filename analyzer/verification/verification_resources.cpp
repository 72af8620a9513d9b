#include "analyzer/verification/verification_resources.h"

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
constexpr std::array<NamedPolicy, 6> kPolicies{{{"presence", MarkerPolicy::kPresence},
                                                {"nombre", MarkerPolicy::kNumber},
                                                {"perdu", MarkerPolicy::kKept},
                                                {"echange", MarkerPolicy::kSwap},
                                                {"parite", MarkerPolicy::kParity},
                                                {"interne", MarkerPolicy::kInternal}}};

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
      for (const NamedPolicy& policy : kPolicies) {
        if (policy.name != row.cells[2]) continue;
        marker.policy = policy.policy;
        known = true;
      }
      if (!known) return fault("classes.tsv", row, row.cells[2]);
      resources_.classes.push_back(std::move(marker));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].cells[3] == "-") continue;
      resources_.classes[i].opposite = class_named(rows[i].cells[3]);
      if (resources_.classes[i].opposite == kNoMarker) {
        return fault("classes.tsv", rows[i], rows[i].cells[3]);
      }
    }
    resources_.only = class_named("seulement");
    resources_.negation = class_named("negation");
    resources_.without = class_named("sans");
    resources_.condition = class_named("si");
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

  VerificationResources take() { return std::move(resources_); }

 private:
  Status read_groups(std::string_view text, const char* file,
                     std::map<std::string, std::string, std::less<>>& groups) const {
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

Result<VerificationResources> parse_verification(std::string_view classes, std::string_view markers,
                                                 std::string_view concepts, std::string_view starts,
                                                 const std::string& path) {
  TableReader reader(path);
  Status read = reader.read_classes(classes);
  if (read) read = reader.read_markers(markers);
  if (read) read = reader.read_concepts(concepts);
  if (read) read = reader.read_starts(starts);
  if (!read) return read.error();
  return reader.take();
}

Result<VerificationResources> load_verification(const std::string& data_folder) {
  const std::string folder = data_folder + "/fr/verification";
  const Result<std::string> classes = read_file(folder + "/classes.tsv", kTableBytes);
  if (!classes) return classes.error();
  const Result<std::string> markers = read_file(folder + "/markers.tsv", kTableBytes);
  if (!markers) return markers.error();
  const Result<std::string> concepts = read_file(folder + "/concepts.tsv", kTableBytes);
  if (!concepts) return concepts.error();
  const Result<std::string> starts = read_file(folder + "/starts.tsv", kTableBytes);
  if (!starts) return starts.error();
  return parse_verification(*classes, *markers, *concepts, *starts, folder);
}

std::string concept_of(const VerificationResources& resources, std::string_view lemma) {
  const auto found = resources.concepts.find(lemma);
  return found == resources.concepts.end() ? std::string(lemma) : found->second;
}

}  // namespace limpide
