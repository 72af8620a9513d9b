#include "analyzer/scoring/score.h"

#include <algorithm>
#include <cmath>

namespace limpide {

Dimension dimension_of(Principle principle) {
  switch (principle) {
    case Principle::kSentences:
      return Dimension::kSentences;
    case Principle::kWords:
    case Principle::kLanguage:
      return Dimension::kWords;
    case Principle::kOrder:
      return Dimension::kOrder;
    case Principle::kLayout:
      return Dimension::kLayout;
    case Principle::kTone:
      return Dimension::kTone;
  }
  return Dimension::kWords;
}

Principle principle_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::kSentences:
      return Principle::kSentences;
    case Dimension::kWords:
      return Principle::kWords;
    case Dimension::kOrder:
      return Principle::kOrder;
    case Dimension::kLayout:
      return Principle::kLayout;
    case Dimension::kTone:
      return Principle::kTone;
  }
  return Principle::kWords;
}

const char* score_state_id(ScoreState state) {
  switch (state) {
    case ScoreState::kMissing:
      return "missing";
    case ScoreState::kShown:
      return "shown";
    case ScoreState::kTooShort:
      return "too-short";
    case ScoreState::kPartial:
      return "partial";
  }
  return "missing";
}

std::uint32_t shown_points(double index) {
  return static_cast<std::uint32_t>(std::lround(std::clamp(index, 0.0, 100.0)));
}

}  // namespace limpide
