#include "analyzer/reports/score_texts.h"

#include <algorithm>
#include <functional>

#include "analyzer/reports/texts.h"

namespace limpide {
namespace {

constexpr double kLeastShown = 0.05;  // rounds to 0.1

// {points} with one decimal, {points_n} to count by: French has a plural from 2 on.
MessageArguments points_arguments(double points) {
  return {{"points", french_number(points)},
          {"points_n", std::to_string(static_cast<unsigned>(points + kLeastShown))}};
}

}  // namespace

std::vector<ScorePart> score_parts(const Catalogue& texts, const Score& score) {
  std::vector<ScorePart> parts;
  for (std::size_t i = 0; i < kDimensionCount; ++i) {
    ScorePart part;
    part.principle = principle_of(static_cast<Dimension>(i));
    part.name = texts.text(std::string("report.score.part.") + principle_id(part.principle));
    part.points = shown_points(score.parts[i].value);
    part.measured = score.parts[i].measured;
    part.text = texts.format({part.measured ? "report.score.part" : "report.score.part.none",
                              {{"name", part.name}, {"points", std::to_string(part.points)}}});
    parts.push_back(std::move(part));
  }
  return parts;
}

std::string gain_text(const Catalogue& texts, double points) {
  if (points < kLeastShown) return {};
  return texts.format({"report.score.gain.points", points_arguments(points)});
}

std::string score_refusal(const Catalogue& texts, const Score& score) {
  if (score.state == ScoreState::kTooShort) {
    return texts.format({"report.score.too_short", {{"least", std::to_string(score.least_words)}}});
  }
  if (score.state == ScoreState::kPartial) return texts.text("report.score.partial");
  return {};
}

std::string score_headline(const Catalogue& texts, const Score& score) {
  const unsigned low = shown_points(score.low);
  const unsigned high = shown_points(score.high);
  return texts.format({low == high ? "report.score.shown.exact" : "report.score.shown",
                       {{"letter", std::string(1, score.letter_shown)},
                        {"points", std::to_string(shown_points(score.index))},
                        {"low", std::to_string(low)},
                        {"high", std::to_string(high)}}});
}

std::string score_cap(const Catalogue& texts, const Score& score) {
  if (score.capped_by.empty() || score.letter_shown == score.letter) return {};
  return texts.format(
      {"report.score.capped",
       {{"letter", std::string(1, score.letter_shown)}, {"mention", score.capped_by}}});
}

std::optional<double> cost_of(const DocumentReport& report, const Finding& finding) {
  const Score& score = report.score;
  const Finding* first = report.findings.data();
  const Finding* end = first + report.findings.size();
  const std::less<> before;
  if (score.state != ScoreState::kShown || score.costs.size() != report.findings.size() ||
      before(&finding, first) || !before(&finding, end)) {
    return std::nullopt;
  }
  return score.costs[static_cast<std::size_t>(&finding - first)];
}

std::string with_cost(const Catalogue& texts, double points, const std::string& place) {
  if (points < kLeastShown) return place;
  MessageArguments arguments = points_arguments(points);
  arguments.emplace_back("place", place);
  return texts.format({"report.score.cost", arguments});
}

std::string with_cost(const Catalogue& texts, const DocumentReport& report, const Finding& finding,
                      const std::string& place) {
  return with_cost(texts, cost_of(report, finding).value_or(0), place);
}

}  // namespace limpide
