#include "analyzer/scoring/scoring.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "analyzer/base/files.h"
#include "tests/analyzer/scoring/score_support.h"

namespace limpide::testing {
namespace {

const Scored& hard_letter() {
  static const Scored kLetter(*read_file(
      std::string(LIMPIDE_SOURCE_DIR) + "/corpus/samples/bad/16-mise-en-demeure-cotisations.txt",
      std::size_t{1} << 20));
  return kLetter;
}

std::vector<Finding> without(std::vector<Finding> findings, std::size_t index) {
  findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(index));
  return findings;
}

TEST(Scoring, TheSameInputGivesTheSameBits) {
  const Score a = hard_letter().score();
  const Score b = hard_letter().score();
  EXPECT_EQ(a.index, b.index);
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high, b.high);
  EXPECT_EQ(a.costs, b.costs);
}

TEST(Scoring, TheIntervalHoldsTheIndex) {
  const Score score = hard_letter().score();
  EXPECT_LT(score.low, score.index);
  EXPECT_GT(score.high, score.index);
  EXPECT_EQ(score.letter, letter_of(score_bench().parameters, score.index));
}

TEST(Scoring, PartsAddUpToTheIndex) {
  const Score score = hard_letter().score();
  double sum = 0;
  double weights = 0;
  for (const SubScore& part : score.parts) {
    sum += part.value * part.weight / 100;
    weights += part.weight;
  }
  EXPECT_NEAR(sum, score.index, 1e-9);
  EXPECT_NEAR(weights, 100, 1e-9);
}

TEST(Scoring, ACostIsTheScoreWithoutTheFindingMinusTheScore) {
  const Scored& letter = hard_letter();
  ASSERT_GT(letter.findings.size(), 20U);
  const Score score = letter.score();
  std::size_t dear = 0;
  for (std::size_t i = 0; i < letter.findings.size(); ++i) {
    const double real = letter.index(without(letter.findings, i)) - score.index;
    EXPECT_NEAR(score.costs[i], std::max(real, 0.0), 0.006) << i;
    dear += score.costs[i] > 0.05 ? 1 : 0;
  }
  EXPECT_GT(dear, 5U);
}

TEST(Scoring, AGainIsTheScoreWithoutTheRuleMinusTheScore) {
  const Scored& letter = hard_letter();
  const Score score = letter.score();
  ASSERT_FALSE(score.gains.empty());
  double last = 100;
  for (const Gain& gain : score.gains) {
    std::vector<Finding> others;
    for (const Finding& finding : letter.findings) {
      if (finding.rule != gain.rule) others.push_back(finding);
    }
    EXPECT_EQ(letter.findings.size() - others.size(), gain.findings);
    EXPECT_NEAR(letter.index(others) - score.index, gain.points, 1e-6);
    EXPECT_LE(gain.points, last);
    last = gain.points;
  }
}

TEST(Scoring, TheSameFindingTwicePaysOnce) {
  const Scored& letter = hard_letter();
  const double index = letter.index();
  for (std::size_t i = 0; i < letter.findings.size(); ++i) {
    if (letter.findings[i].span.empty()) continue;
    std::vector<Finding> twice = letter.findings;
    twice.push_back(letter.findings[i]);
    EXPECT_NEAR(letter.index(twice), index, 1e-9) << i;
  }
}

bool overlaps_another(const std::vector<Finding>& findings, const Finding& one) {
  return std::any_of(findings.begin(), findings.end(), [&one](const Finding& other) {
    return other.span.begin < one.span.end && one.span.begin < other.span.end;
  });
}

// A finding over words that no other marks never raises. Over words that others mark, those of the
// highest prices pay, and prices do not know that a rule is already near its part (docs/score.md):
// the sum of prices never falls (Overlaps tests), the index may move by a fraction of a point.
TEST(Scoring, AFindingMoreNeverRaisesButForFractionsWhereFindingsOverlap) {
  const Scored& letter = hard_letter();
  std::vector<Finding> some;
  double last = letter.index(some);
  std::size_t alone = 0;
  for (const Finding& finding : letter.findings) {
    const bool shared = overlaps_another(some, finding);
    alone += shared ? 0 : 1;
    some.push_back(finding);
    const double now = letter.index(some);
    EXPECT_LE(now, last + (shared ? 0.15 : 1e-9)) << some.size();
    last = now;
  }
  EXPECT_GE(alone, 5U);
}

TEST(Scoring, OneRuleTakesAtMostItsPartOfADimension) {
  const Scored& letter = hard_letter();
  const ScoreModel model = letter.model();
  ASSERT_GT(model.terms.size(), 5U);
  for (std::uint32_t i = 0; i < model.terms.size(); ++i) {
    EXPECT_LE(model.terms[i].part, 0.4);
    Tally alone = tally_of(model, {});
    for (double& term : alone.terms) term = 0;
    const IndexParts clean = index_of(model, alone);
    alone.terms[i] = 1e9;
    const IndexParts hit = index_of(model, alone);
    const auto at = static_cast<std::size_t>(model.terms[i].dimension);
    EXPECT_LE(clean.dimensions[at] - hit.dimensions[at], 40 + 1e-9);
  }
}

// The arithmetic of cutting: fewer words, syllables, long or rare words in a sentence never cost.
TEST(Scoring, ShorterSentencesNeverCost) {
  const ScoreModel model = hard_letter().model();
  const double index = index_of(model, tally_of(model, {})).index;
  for (std::size_t i = 0; i < model.sentences.size(); ++i) {
    ScoreModel shorter = model;
    SentenceMeasures& sentence = shorter.sentences[i];
    sentence.words *= 0.5;
    sentence.syllables *= 0.5;
    sentence.long_words = std::max(0.0, sentence.long_words - 1);
    EXPECT_GE(index_of(shorter, tally_of(shorter, {})).index, index - 1e-12);
  }
}

TEST(Scoring, FragmentsLowerTheSentences) {
  ScoreModel model = hard_letter().model();
  const double before = index_of(model, tally_of(model, {})).dimensions[0];
  std::size_t made = 0;
  for (SentenceMeasures& sentence : model.sentences) {
    if (!sentence.whole) continue;
    sentence.fragment = true;
    ++made;
  }
  ASSERT_GT(made, 2U);
  EXPECT_LT(index_of(model, tally_of(model, {})).dimensions[0], before);
}

TEST(Scoring, AShortTextHasAnIndexButNoScore) {
  const Score score =
      Scored("Nous avons re\xC3\xA7u votre lettre. Nous vous r\xC3\xA9pondrons.\n").score();
  EXPECT_EQ(score.state, ScoreState::kTooShort);
  EXPECT_GT(score.index, 80);
  EXPECT_FALSE(score.parts[static_cast<std::size_t>(Dimension::kOrder)].measured);
}

TEST(Scoring, NoTextIsNoScore) {
  const Score score = Scored("...\n").score();
  EXPECT_EQ(score.state, ScoreState::kTooShort);
  EXPECT_EQ(score.sentences, 0U);
}

TEST(Scoring, AMissingMentionCapsTheLetterNotTheNumber) {
  Score score = hard_letter().score();
  score.letter = score.letter_shown = 'A';
  score.index = 91;
  cap_letter(score, score_bench().parameters, "voies de recours");
  EXPECT_EQ(score.letter, 'A');
  EXPECT_EQ(score.letter_shown, 'C');
  EXPECT_EQ(score.index, 91);
  EXPECT_EQ(score.capped_by, "voies de recours");
  Score low = hard_letter().score();
  low.letter = low.letter_shown = 'E';
  cap_letter(low, score_bench().parameters, "date");
  EXPECT_EQ(low.letter_shown, 'E');
}

TEST(Scoring, ScoresOfAPartOfTheRulesAreNotShown) {
  Score score = hard_letter().score();
  ASSERT_EQ(score.state, ScoreState::kShown);
  mark_partial(score);
  EXPECT_EQ(score.state, ScoreState::kPartial);
}

TEST(Scoring, LettersFollowTheRoundedNumber) {
  const ScoreParameters& parameters = score_bench().parameters;
  EXPECT_EQ(letter_of(parameters, 84.5), 'A');
  EXPECT_EQ(letter_of(parameters, 84.49), 'B');
  EXPECT_EQ(letter_of(parameters, 0), 'E');
  EXPECT_EQ(shown_points(100.4), 100U);
  EXPECT_EQ(shown_points(-1), 0U);
}

}  // namespace
}  // namespace limpide::testing
