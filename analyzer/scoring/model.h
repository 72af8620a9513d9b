// A document ready to be scored as many times as wanted. In: an Analysis, its findings, the
// parameters. Out: what each sentence measures, what each finding counts for and where. Refuses:
// the arithmetic (index.h) and texts; scoring.h gives reasons to people.
//
// A sentence is of prose or the label of a form; other blocks do not count, their findings do.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/findings/finding.h"
#include "analyzer/rules/rule_set.h"
#include "analyzer/scoring/overlaps.h"
#include "analyzer/scoring/parameters.h"
#include "analyzer/scoring/score.h"

namespace limpide {

inline constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

struct SentenceMeasures {
  std::uint32_t sentence = 0;  // into Segmentation::sentences
  std::uint32_t block = 0;     // into ScoreModel::blocks
  double words = 0;
  double syllables = 0;
  double long_words = 0;  // more than 6 letters
  double rare_words = 0;
  bool prose = false;     // not the label of a form
  bool whole = false;     // a sentence of a paragraph, which must hold a conjugated verb
  bool fragment = false;  // whole, without one; known only of an analysis with trees
};

// A rule that fired, as its dimension sees it.
struct ScoreTerm {
  std::uint32_t rule = 0;
  std::uint32_t advice = 0;  // of the rule
  Dimension dimension = Dimension::kWords;
  RateUnit unit = RateUnit::kSentence;
  double part = 0;
  double reference = 1;
};

struct ScoreItem {
  std::uint32_t term = 0;
  double amount = 0;
  std::uint32_t sentence = kNowhere;  // into ScoreModel::sentences, when it lies in one
  std::uint32_t block = kNowhere;     // into ScoreModel::blocks, when it covers more
};

struct ScoreModel {
  const ScoreParameters* parameters = nullptr;  // outlives the model
  Profile profile = Profile::kCourrier;
  std::vector<SentenceMeasures> sentences;
  std::vector<SentenceRange> blocks;  // into sentences above
  std::vector<ScoreTerm> terms;
  std::vector<ScoreItem> items;                   // one a finding
  std::vector<bool> pays;                         // one a finding
  Overlaps overlaps{{}};                          // items of the same index
  std::array<double, kDimensionCount> weights{};  // of the whole, sum 1; 0: not measured
  std::uint32_t words = 0;                        // of the sentences above
};

// How many units the violations of a rule are spread over, in a text of so many sentences (that
// hold a conjugated verb, or need none) and blocks.
[[nodiscard]] double units_of(const ScoreParameters& parameters, RateUnit unit, double sentences,
                              double blocks);

[[nodiscard]] ScoreModel build_score_model(const Analysis& analysis, const RuleSet& rules,
                                           const std::vector<Finding>& findings, Profile profile,
                                           const ScoreParameters& parameters);

}  // namespace limpide
