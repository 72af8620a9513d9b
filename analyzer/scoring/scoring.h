// The score of a document with its reasons. In: an Analysis, the findings that the report tells, a
// profile, the parameters. Out: a Score. Refuses: a score shown under the least number of words
// (the index is there all the same); mentions, which cap the letter from outside. Same input, same
// bytes: the resamples come from a generator of our own.
#pragma once

#include <string>
#include <vector>

#include "analyzer/scoring/index.h"

namespace limpide {

[[nodiscard]] Score score_document(const Analysis& analysis, const RuleSet& rules,
                                   const std::vector<Finding>& selected, Profile profile,
                                   const ScoreParameters& parameters);
// The same from a model that is already built.
[[nodiscard]] Score score_of(const ScoreModel& model);

// A mention that the law asks for is missing: the letter shown is at best the cap of the
// parameters. `mention`: its name, to say why. The number stays.
void cap_letter(Score& score, const ScoreParameters& parameters, const std::string& mention);
// Some findings are not among those given: number and letter are not to be shown.
void mark_partial(Score& score);

[[nodiscard]] char letter_of(const ScoreParameters& parameters, double index);

// Whole numbers below `count`, the same for the same seed everywhere (SplitMix64).
class Drawer {
 public:
  explicit Drawer(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t count);

 private:
  std::uint64_t state_;
};

// The 2.5th and 97.5th percentiles of the draws, moved so that their median is `value`.
// REQUIRES: draws not empty.
struct Interval {
  double low = 0;
  double high = 0;
};
[[nodiscard]] Interval interval_around(double value, std::vector<double> draws);

}  // namespace limpide
