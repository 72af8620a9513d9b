// What a report says of the score, in words. In: a Score, the rules, the catalogue. Out: French as
// it is: each writer escapes for its own format. Refuses: layout; a number that may not be shown.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/reports/report.h"

namespace limpide {

// One of the five parts.
struct ScorePart {
  Principle principle = Principle::kSentences;
  std::string name;     // "Phrases"
  std::string text;     // "Phrases : 82 sur 100"
  unsigned points = 0;  // 0 to 100
  bool measured = true;
};
[[nodiscard]] std::vector<ScorePart> score_parts(const Catalogue& texts, const Score& score);

// "+ 4,2 points", or "" for what rounds to less than 0.1 point.
[[nodiscard]] std::string gain_text(const Catalogue& texts, double points);

// Why there is no number, "" when there is one or when no score was computed.
[[nodiscard]] std::string score_refusal(const Catalogue& texts, const Score& score);
// "Note de clarte : B, 76 sur 100 (entre 71 et 80)." REQUIRES: ScoreState::kShown.
[[nodiscard]] std::string score_headline(const Catalogue& texts, const Score& score);
// That the letter is capped and why, or "".
[[nodiscard]] std::string score_cap(const Catalogue& texts, const Score& score);

// Points that a finding of the report costs; nothing when it is not among its findings or no score
// is shown.
[[nodiscard]] std::optional<double> cost_of(const DocumentReport& report, const Finding& finding);
// A place with what it costs: "ligne 3, colonne 1 , coute 1,2 point"; the place alone when that
// rounds to less than 0.1 point.
[[nodiscard]] std::string with_cost(const Catalogue& texts, double points,
                                    const std::string& place);
[[nodiscard]] std::string with_cost(const Catalogue& texts, const DocumentReport& report,
                                    const Finding& finding, const std::string& place);

}  // namespace limpide
