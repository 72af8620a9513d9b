// Writes the tagger's model file. In: training data, weights, settings of size. Out: the bytes of
// docs/formats/models.md. Refuses: nothing.
#pragma once

#include <string>
#include <vector>

#include "tools/train/tagger_data.h"

namespace limpide {

struct ModelSettings {
  std::size_t beam = 2;               // of tagging
  std::int64_t prune_below = 0;       // hundredths of one update; smaller averages are left out
  std::int64_t step_hundredths = 12;  // hundredths of one update that are 1 in the model
  std::string version;
  std::string licence;
};

// `weights`: sums over all steps of all seeds, whose number is `steps`.
[[nodiscard]] std::string tagger_model(const TaggerData& data,
                                       const std::vector<WeightedFeature>& weights,
                                       const std::string& cluster_section,
                                       const std::string& lemma_section, std::int64_t steps,
                                       const ModelSettings& settings);

}  // namespace limpide
