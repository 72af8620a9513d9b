// The clarity score of a document and the reasons for it: plain values. In: nothing. Out: a number
// from 0 to 100, a letter, five sub-scores, an interval, what each finding costs. Refuses: proof:
// the number orders drafts of one text; only readers say whether it is clear (docs/score.md).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/findings/finding.h"
#include "analyzer/rules/rule.h"

namespace limpide {

// The four principles of Services Publics+ and tone; spelling counts with words.
enum class Dimension : std::uint8_t { kSentences, kWords, kOrder, kLayout, kTone };
inline constexpr std::size_t kDimensionCount = 5;
[[nodiscard]] Dimension dimension_of(Principle principle);
[[nodiscard]] Principle principle_of(Dimension dimension);

enum class ScoreState : std::uint8_t {
  kMissing,   // nobody computed one
  kShown,     // number and letter may be shown
  kTooShort,  // the index exists, but the text is too short to show it
  kPartial,   // some findings were left out (rules chosen by hand, a baseline)
};
[[nodiscard]] const char* score_state_id(ScoreState state);  // "shown", "too-short", ...

struct SubScore {
  double value = 100;    // 0 to 100
  double weight = 0;     // points of the whole, over 100; 0 when not measured
  bool measured = true;  // false: no rule of this dimension is at work; its points go to the others
};

// What would be won if every finding of a rule were solved.
struct Gain {
  std::uint32_t rule = 0;  // index into the RuleSet
  double points = 0;
  std::uint32_t findings = 0;
};

// The same for all the rules of one advice together.
struct AdviceGain {
  std::uint32_t advice = 0;  // index into RuleSet::advices
  double points = 0;
};

struct Score {
  ScoreState state = ScoreState::kMissing;
  std::string version;  // of the parameters
  double index = 100;   // 0 to 100, at any length
  double low = 100;     // of the interval at 95 %
  double high = 100;
  char letter = 'A';  // of the rounded index, before any cap
  std::array<SubScore, kDimensionCount> parts;
  std::vector<double> costs;  // points, one a finding given; 0: another one pays for that place
  std::vector<Gain> gains;    // the greatest first; none of 0
  std::vector<AdviceGain> advice_gains;  // likewise
  std::uint32_t words = 0;               // of prose and of labels of forms
  std::uint32_t sentences = 0;
  std::uint32_t least_words = 0;  // under them no score is shown
  // A missing mention that the law asks for: the letter shown is not better than `letter_shown`;
  // the number never changes. Empty: no cap.
  std::string capped_by;
  char letter_shown = 'A';
};

// The index as it is shown: whole points.
[[nodiscard]] std::uint32_t shown_points(double index);

}  // namespace limpide
