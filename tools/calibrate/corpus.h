// Documents for calibration and evaluation of the score. In: an Engine, a folder or a file. Out:
// the names of documents, a fixed sample of them, each one's model and reading figures. Refuses:
// what the readers refuse (the document is left out and said on standard error).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/engine/engine.h"
#include "analyzer/scoring/scoring.h"

namespace limpide {

// A model keeps no pointer into the analysis; the parameters outlive it.
struct ScoredText {
  ScoreModel model;
  Score score;
  Metrics metrics;
};

// Documents of these endings under a folder, or the file itself; in the order of their names.
[[nodiscard]] std::vector<std::string> documents_under(const std::string& path,
                                                       const std::vector<std::string>& endings);
// At most `count` of them, the same for the same seed and names, in the order given.
[[nodiscard]] std::vector<std::string> sample_of(const std::vector<std::string>& names,
                                                 std::size_t count, std::uint64_t seed);
// Nothing when it cannot be read; says why on standard error.
[[nodiscard]] std::optional<ScoredText> scored_file(const Engine& engine,
                                                    const ScoreParameters& parameters,
                                                    const std::string& path, Profile profile);

}  // namespace limpide
