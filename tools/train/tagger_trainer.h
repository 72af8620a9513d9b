// Learns the weights of the tagger: a structured perceptron that searches with the tagger's own
// beam and is corrected where the right path falls furthest behind (max-violation). In: TaggerData.
// Out: sums of weights over all steps, of all seeds. Refuses: chance; the result depends on the
// data and the settings only, not on the number of threads.
#pragma once

#include <cstdint>
#include <vector>

#include "tools/train/tagger_data.h"

namespace limpide {

struct TaggerSettings {
  std::size_t epochs = 8;
  std::size_t seeds = 4;
  std::size_t threads = 2;
  std::size_t beam = 4;
  bool progress = true;  // on standard error
};

[[nodiscard]] std::vector<WeightedFeature> train_tagger(const TaggerData& data,
                                                        const TaggerSettings& settings);

}  // namespace limpide
