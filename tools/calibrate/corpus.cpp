#include "tools/calibrate/corpus.h"

#include <algorithm>
#include <filesystem>

#include "analyzer/base/files.h"
#include "analyzer/base/hash.h"
#include "cli/console.h"

namespace limpide {

namespace fs = std::filesystem;

std::vector<std::string> documents_under(const std::string& path,
                                         const std::vector<std::string>& endings) {
  std::vector<std::string> names;
  std::error_code failed;
  if (fs::is_regular_file(path, failed)) return {path};
  for (auto at = fs::recursive_directory_iterator(path, failed);
       !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
    const std::string ending = at->path().extension().string();
    const bool wanted = std::find(endings.begin(), endings.end(), ending) != endings.end();
    if (wanted && at->path().filename() != "SOURCE.txt") names.push_back(at->path().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> sample_of(const std::vector<std::string>& names, std::size_t count,
                                   std::uint64_t seed) {
  if (names.size() <= count) return names;
  // By the hash of the file's own name: the sample is the same wherever the folder lies.
  const auto rank = [seed](const std::string& name) {
    return hash_bytes(fs::path(name).filename().string(), kHashSeed ^ seed);
  };
  std::vector<std::string> chosen = names;
  std::sort(chosen.begin(), chosen.end(), [&rank](const std::string& a, const std::string& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : a < b;
  });
  chosen.resize(count);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

std::optional<ScoredText> scored_file(const Engine& engine, const ScoreParameters& parameters,
                                      const std::string& path, Profile profile) {
  const Limits limits;
  const Result<std::string> bytes = read_file(path, limits.file_bytes);
  if (!bytes) {
    print_error(bytes.error());
    return std::nullopt;
  }
  const Result<Document> document = engine.read({path, *bytes}, limits);
  if (!document) {
    print_error(document.error());
    return std::nullopt;
  }
  const Analysis analysis = engine.analysed(*document);
  RuleSelection selection;
  selection.profile = profile;
  const Selected selected = select_findings(analysis, engine.rules(),
                                            run_rules(analysis, engine.rules(), selection), {}, {});
  ScoredText text;
  text.model = build_score_model(analysis, engine.rules(), selected.findings, profile, parameters);
  text.score = score_of(text.model);
  text.metrics = analysis.metrics;
  return text;
}

}  // namespace limpide
