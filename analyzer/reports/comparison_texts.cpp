// What a comparison says, in words; the layouts are in the files beside.
#include <algorithm>
#include <cmath>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/comparison_report.h"
#include "analyzer/reports/score_texts.h"
#include "analyzer/reports/texts.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::size_t kFactColumns = 70;
constexpr std::size_t kShownFacts = 12;
constexpr std::size_t kShownToCheck = 6;  // of each text

std::string score_text(const Catalogue& texts, const Score& score) {
  if (score.state != ScoreState::kShown) {
    return texts.format({"compare.score.none", {{"least", std::to_string(score.least_words)}}});
  }
  return texts.format({"compare.score",
                       {{"letter", std::string(1, score.letter_shown)},
                        {"points", std::to_string(shown_points(score.index))}}});
}

bool both_shown(const Comparison& comparison) {
  return comparison.before.state == ScoreState::kShown &&
         comparison.after.state == ScoreState::kShown;
}

// "+ 12", "- 3" with the sign that French typography wants.
std::string signed_points(double points) {
  const long rounded = std::lround(points);
  std::string text;
  if (rounded > 0) text = "+";
  if (rounded < 0) append_utf8(text, 0x2212);
  if (rounded != 0) append_utf8(text, 0xA0);
  return text + std::to_string(std::labs(rounded));
}

std::string difference_text(const Catalogue& texts, const Comparison& comparison) {
  if (!both_shown(comparison)) return {};
  return texts.format({"compare.difference",
                       {{"points", signed_points(comparison.difference)},
                        {"n", std::to_string(std::labs(std::lround(comparison.difference)))},
                        {"low", signed_points(comparison.low)},
                        {"high", signed_points(comparison.high)}}});
}

std::vector<std::string> verdict_of(const Catalogue& texts, const Comparison& comparison) {
  std::vector<std::string> verdict;
  if (both_shown(comparison)) {
    const char* key = comparison.low > 0    ? "compare.verdict.clearer"
                      : comparison.high < 0 ? "compare.verdict.harder"
                                            : "compare.verdict.same";
    verdict.push_back(texts.text(key));
  }
  const std::size_t lost = comparison.lost.size();
  verdict.push_back(texts.format({"compare.verdict.lost", {{"n", std::to_string(lost)}}}));
  return verdict;
}

std::vector<std::string> figures_of(const ComparisonPage& page) {
  const Metrics& old_metrics = page.before.metrics;
  const Metrics& new_metrics = page.after.metrics;
  const Catalogue& texts = page.run.texts;
  return {texts.format({"compare.figure.words",
                        {{"before", std::to_string(old_metrics.words)},
                         {"after", std::to_string(new_metrics.words)}}}),
          texts.format({"compare.figure.sentences",
                        {{"before", std::to_string(old_metrics.sentences)},
                         {"after", std::to_string(new_metrics.sentences)}}}),
          texts.format({"compare.figure.mean",
                        {{"before", french_number(old_metrics.words_per_sentence)},
                         {"after", french_number(new_metrics.words_per_sentence)}}})};
}

std::vector<std::string> rules_of(const ComparisonPage& page,
                                  std::uint32_t ComparedRule::*counted) {
  std::vector<ComparedRule> rules;
  for (const ComparedRule& rule : page.comparison.rules) {
    if (rule.*counted > 0) rules.push_back(rule);
  }
  std::stable_sort(
      rules.begin(), rules.end(),
      [counted](const ComparedRule& a, const ComparedRule& b) { return a.*counted > b.*counted; });
  std::vector<std::string> lines;
  lines.reserve(rules.size());
  for (const ComparedRule& rule : rules) {
    lines.push_back(page.run.texts.format(
        {"report.score.gain.title",
         {{"title", page.run.rules.spec(rule.rule).title}, {"n", std::to_string(rule.*counted)}}}));
  }
  return lines;
}

std::string fact_line(const Catalogue& texts, const Document& document, const ComparedFact& fact,
                      const char* key) {
  const std::string words = visible_line(slice(document.text, fact.span));
  const std::string_view start = fitting_start(words, kFactColumns);
  std::string shown(start);
  if (start.size() < words.size()) append_utf8(shown, 0x2026);
  return texts.format(
      {key,
       {{"kind", texts.text(std::string("compare.fact.") + fact_kind_name(fact.kind))},
        {"text", shown}}});
}

void add_facts(const Catalogue& texts, const Document& document,
               const std::vector<ComparedFact>& facts, const char* key, std::size_t most,
               std::vector<std::string>& lines) {
  for (std::size_t i = 0; i < facts.size() && i < most; ++i) {
    lines.push_back(fact_line(texts, document, facts[i], key));
  }
  if (facts.size() <= most) return;
  lines.push_back(
      texts.format({"compare.facts.more", {{"n", std::to_string(facts.size() - most)}}}));
}

}  // namespace

ComparisonTexts comparison_texts(const ComparisonPage& page) {
  const Catalogue& texts = page.run.texts;
  const Comparison& comparison = page.comparison;
  const auto counted = [&texts](const char* key, std::uint32_t count) {
    return texts.format({key, {{"n", std::to_string(count)}}});
  };
  ComparisonTexts said;
  said.verdict = verdict_of(texts, comparison);
  said.before_score = score_text(texts, comparison.before);
  said.after_score = score_text(texts, comparison.after);
  said.difference = difference_text(texts, comparison);
  said.figures = figures_of(page);
  said.solved = rules_of(page, &ComparedRule::solved);
  said.added = rules_of(page, &ComparedRule::added);
  said.kept = rules_of(page, &ComparedRule::kept);
  said.solved_head = counted("compare.solved", comparison.solved);
  said.added_head = counted("compare.added", comparison.added);
  said.kept_head = counted("compare.kept", comparison.kept);
  const Document& old_document = page.before.document;
  const Document& new_document = page.after.document;
  add_facts(texts, old_document, comparison.lost, "compare.fact", kShownFacts, said.lost);
  add_facts(texts, new_document, comparison.gained, "compare.fact", kShownFacts, said.gained);
  add_facts(texts, old_document, comparison.lost_to_check, "compare.fact.before", kShownToCheck,
            said.to_check);
  add_facts(texts, new_document, comparison.gained_to_check, "compare.fact.after", kShownToCheck,
            said.to_check);
  return said;
}

}  // namespace limpide
