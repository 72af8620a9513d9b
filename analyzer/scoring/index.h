// The arithmetic of the score. In: a model, how often each of its sentences is drawn. Out: rates,
// the index and its parts, the same bits on every machine. Refuses: texts and reasons (scoring.h).
#pragma once

#include <array>
#include <vector>

#include "analyzer/scoring/model.h"

namespace limpide {

// How often each sentence of the model is drawn; empty: each once.
using Draw = std::vector<std::uint32_t>;

// What a draw amounts to: enough to compute the index.
struct Tally {
  double sentences = 0;  // that hold a conjugated verb, or need none
  double blocks = 0;
  double words = 0;
  double syllables = 0;
  double long_words = 0;
  double rare_words = 0;
  double whole = 0;
  double fragments = 0;
  std::vector<double> terms;  // what the findings of each term count for
};
[[nodiscard]] Tally tally_of(const ScoreModel& model, const Draw& draw);

struct IndexParts {
  double index = 0;                                  // 0 to 100
  std::array<double, kDimensionCount> dimensions{};  // 0 to 100
};
[[nodiscard]] IndexParts index_of(const ScoreModel& model, const Tally& tally);

// Violations of a term over its unit: what is compared with the reference rate.
[[nodiscard]] double rate_of(const ScoreModel& model, const Tally& tally, std::uint32_t term);

}  // namespace limpide
