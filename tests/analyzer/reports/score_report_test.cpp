// The score and the comparison as reports show them, with values made by hand.
#include <gtest/gtest.h>

#include <algorithm>

#include "analyzer/reports/comparison_report.h"
#include "analyzer/reports/score_texts.h"
#include "analyzer/reports/terminal_score.h"
#include "analyzer/reports/writers.h"
#include "tests/analyzer/reports/sample.h"

namespace limpide::testing {
namespace {

Score sample_score(const DocumentReport& report) {
  Score score;
  score.state = ScoreState::kShown;
  score.version = "1.0";
  score.index = 61.6;
  score.low = 54.2;
  score.high = 67.9;
  score.letter = score.letter_shown = 'C';
  const std::array<double, kDimensionCount> values{48.2, 35, 91.4, 80, 100};
  for (std::size_t i = 0; i < kDimensionCount; ++i) score.parts[i] = {values[i], 20, true};
  score.parts[3].measured = false;
  score.costs.assign(report.findings.size(), 0);
  score.costs[0] = 1.04;
  if (score.costs.size() > 1) score.costs[1] = 2.31;
  score.gains = {{1, 4.44, 2}, {0, 1.04, 1}, {2, 0.02, 1}};
  score.advice_gains = {{1, 4.44}, {0, 1.04}, {2, 0.02}};
  score.words = 121;
  score.sentences = 9;
  score.least_words = 100;
  return score;
}

std::string written(const char* format, const Score& score) {
  const SampleRun sample;
  DocumentReport report = sample_report(sample.rules, Format::kText);
  report.score = score;
  std::vector<Outcome> outcomes;
  outcomes.push_back({"letter.txt", std::move(report)});
  auto writer = make_writer(format, {});
  return write_all(**writer, sample.context, outcomes);
}

Score scored_sample() {
  const SampleRun sample;
  return sample_score(sample_report(sample.rules, Format::kText));
}

std::string terminal_part(const Score& score) {
  const SampleRun sample;
  DocumentReport report = sample_report(sample.rules, Format::kText);
  report.score = score;
  std::string text;
  for (const std::string& line : score_lines(sample.context, report, 80)) text += line + "\n";
  return text;
}

TEST(ScoreReport, Terminal) { expect_golden("score-terminal.txt", terminal_part(scored_sample())); }

TEST(ScoreReport, ACappedLetterSaysWhy) {
  Score score = scored_sample();
  score.letter = 'A';
  score.letter_shown = 'C';
  score.capped_by = "voies de recours";
  std::string text = terminal_part(score);
  std::replace(text.begin(), text.end(), '\n', ' ');
  EXPECT_NE(text.find("voies de recours"), std::string::npos);
  EXPECT_NE(written("html", score).find("voies de recours"), std::string::npos);
}

TEST(ScoreReport, NoNumberIsShownWhereThereMayBeNone) {
  for (const ScoreState state : {ScoreState::kTooShort, ScoreState::kPartial}) {
    Score score = scored_sample();
    score.state = state;
    EXPECT_EQ(terminal_part(score).find("62 sur 100"), std::string::npos);
    EXPECT_EQ(written("html", score).find("62 sur 100"), std::string::npos);
    EXPECT_EQ(written("terminal", score).find("co\xC3\xBBte"), std::string::npos);
    EXPECT_NE(written("json", score).find("\"state\":\"" + std::string(score_state_id(state))),
              std::string::npos);
  }
}

TEST(ScoreReport, HtmlSaysTheFiguresInWords) {
  const std::string page = written("html", scored_sample());
  EXPECT_NE(page.find("62 sur 100"), std::string::npos);
  EXPECT_NE(page.find("Phrases\xC2\xA0: 48 sur 100"), std::string::npos);
  EXPECT_EQ(page.find(" style="), std::string::npos);
  EXPECT_NE(page.find("aria-hidden=\"true\""), std::string::npos);
}

TEST(ScoreReport, CostsStandAtTheirFinding) {
  const std::string text = written("terminal", scored_sample());
  EXPECT_NE(text.find("2,3 points"), std::string::npos);
  EXPECT_NE(text.find("co\xC3\xBBte 1 point"), std::string::npos);
}

// The dearest advice first, with its gain; what rounds to nothing shows none.
TEST(ScoreReport, WhatToMendFirstIsByGain) {
  const std::string text = written("terminal", scored_sample());
  const std::size_t list = text.find("Ce qui vous ferait le plus gagner");
  ASSERT_NE(list, std::string::npos);
  const std::size_t first = text.find("Prendre des mots clairs", list);
  const std::size_t second = text.find("Faire des phrases claires", list);
  ASSERT_NE(first, std::string::npos);
  ASSERT_NE(second, std::string::npos);
  EXPECT_LT(first, second);
  EXPECT_NE(text.find("4,4", list), std::string::npos);
  const SampleRun sample;
  EXPECT_EQ(gain_text(sample.texts, 0.02), "");
  EXPECT_NE(gain_text(sample.texts, 0.06), "");
}

Comparison sample_comparison(const DocumentReport& before, const DocumentReport& after) {
  Comparison comparison;
  comparison.before = sample_score(before);
  comparison.after = sample_score(after);
  comparison.after.index = 88.2;
  comparison.after.letter = comparison.after.letter_shown = 'A';
  comparison.difference = 26.6;
  comparison.low = 18.1;
  comparison.high = 33.4;
  comparison.rules = {{0, 3, 0, 1}, {1, 1, 1, 0}};
  comparison.solved = 4;
  comparison.added = 1;
  comparison.kept = 1;
  comparison.sentences = {{Rewording::kChanged, false, before.sentences[0], after.sentences[0]},
                          {Rewording::kGone, false, before.sentences[1], {}},
                          {Rewording::kSame, true, before.sentences[2], after.sentences[2]}};
  comparison.lost = {{FactKind::kDate, "date 2026-03-03", before.sentences[0]}};
  comparison.lost_to_check = {{FactKind::kObligation, "obligation", before.sentences[1]}};
  return comparison;
}

TEST(ComparisonReport, Terminal) {
  const SampleRun sample;
  const DocumentReport report = sample_report(sample.rules, Format::kText);
  const Comparison comparison = sample_comparison(report, report);
  expect_golden("comparison-terminal.txt",
                terminal_comparison(
                    {sample.context, "avant.txt", "apr\x1b[31mes.txt", report, report, comparison},
                    {false, 80, true}));
}

TEST(ComparisonReport, HtmlEscapesAndHasNoScript) {
  const SampleRun sample;
  const DocumentReport report = sample_report(sample.rules, Format::kText);
  const Comparison comparison = sample_comparison(report, report);
  const std::string page = html_comparison(
      {sample.context, "<script>alert(1)</script>.txt", "b.txt", report, report, comparison});
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_NE(page.find("Content-Security-Policy"), std::string::npos);
  EXPECT_NE(page.find("88 sur 100"), std::string::npos);
}

TEST(ComparisonReport, JsonNamesEveryPart) {
  const SampleRun sample;
  const DocumentReport report = sample_report(sample.rules, Format::kText);
  const std::string json = json_comparison(
      {sample.context, "a.txt", "b.txt", report, report, sample_comparison(report, report)});
  for (const char* name : {"\"before\"", "\"after\"", "\"difference\"", "\"factsLost\"",
                           "\"factsAdded\"", "\"sentences\"", "\"rules\"", "\"findings\""}) {
    EXPECT_NE(json.find(name), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace limpide::testing
