#include "analyzer/scoring/scoring.h"

#include <algorithm>
#include <map>
#include <set>

namespace limpide {
namespace {

constexpr std::uint64_t kSeed = 0x4C696D7069646531U;  // "Limpide1"
constexpr double kLeastGain = 0.005;                  // points: less is noise of arithmetic

// The index once the turns to pay have changed.
double index_after(const ScoreModel& model, Tally tally,
                   const std::vector<Overlaps::Change>& changes) {
  for (const Overlaps::Change& change : changes) {
    const ScoreItem& item = model.items[change.item];
    tally.terms[item.term] += change.pays ? item.amount : -item.amount;
  }
  // What is left of a sum that should be 0 may be a little under it.
  for (double& term : tally.terms) term = std::max(term, 0.0);
  return index_of(model, tally).index;
}

double won_without(const ScoreModel& model, const Tally& tally, double index,
                   const std::vector<Overlaps::Change>& changes) {
  const double won = index_after(model, tally, changes) - index;
  return won < kLeastGain ? 0 : won;
}

bool stands_alone(const ScoreModel& model, std::uint32_t item) {
  return model.pays[item] && !model.overlaps.payers()[item];
}

std::vector<double> costs_of(const ScoreModel& model, const Tally& tally, double index) {
  std::vector<double> costs(model.items.size(), 0);
  for (std::uint32_t i = 0; i < model.items.size(); ++i) {
    if (!model.pays[i]) continue;
    const std::vector<Overlaps::Change> changes =
        stands_alone(model, i)
            ? std::vector<Overlaps::Change>{{i, false}}
            : model.overlaps.changes(i, [i](std::uint32_t other) { return other != i; });
    costs[i] = won_without(model, tally, index, changes);
  }
  return costs;
}

// Points won when none of `items` is there. `kept`: the items that stay.
double won_without_all(const ScoreModel& model, const Tally& tally, double index,
                       const std::vector<std::uint32_t>& items, const Overlaps::Kept& kept) {
  std::vector<Overlaps::Change> changes;
  std::set<std::uint32_t> clusters;
  for (const std::uint32_t i : items) {
    if (stands_alone(model, i)) {
      changes.push_back({i, false});
      continue;
    }
    if (!clusters.insert(model.overlaps.cluster_of(i)).second) continue;
    const auto more = model.overlaps.changes(i, kept);
    changes.insert(changes.end(), more.begin(), more.end());
  }
  return won_without(model, tally, index, changes);
}

std::vector<Gain> gains_of(const ScoreModel& model, const Tally& tally, double index) {
  std::vector<std::vector<std::uint32_t>> items(model.terms.size());
  for (std::uint32_t i = 0; i < model.items.size(); ++i) items[model.items[i].term].push_back(i);
  std::vector<Gain> gains;
  for (std::uint32_t term = 0; term < model.terms.size(); ++term) {
    const double points =
        won_without_all(model, tally, index, items[term],
                        [&](std::uint32_t other) { return model.items[other].term != term; });
    const auto count = static_cast<std::uint32_t>(items[term].size());
    if (points > 0) gains.push_back({model.terms[term].rule, points, count});
  }
  std::stable_sort(gains.begin(), gains.end(), [](const Gain& a, const Gain& b) {
    return a.points != b.points ? a.points > b.points : a.rule < b.rule;
  });
  return gains;
}

std::vector<AdviceGain> advice_gains_of(const ScoreModel& model, const Tally& tally, double index) {
  const auto advice_of = [&](std::uint32_t item) {
    return model.terms[model.items[item].term].advice;
  };
  std::map<std::uint32_t, std::vector<std::uint32_t>> items;
  for (std::uint32_t i = 0; i < model.items.size(); ++i) items[advice_of(i)].push_back(i);
  std::vector<AdviceGain> gains;
  for (const auto& one : items) {
    const std::uint32_t advice = one.first;
    const double points =
        won_without_all(model, tally, index, one.second,
                        [&](std::uint32_t other) { return advice_of(other) != advice; });
    if (points > 0) gains.push_back({advice, points});
  }
  std::stable_sort(gains.begin(), gains.end(),
                   [](const AdviceGain& a, const AdviceGain& b) { return a.points > b.points; });
  return gains;
}

void set_interval(const ScoreModel& model, Score& score) {
  const auto count = static_cast<std::uint32_t>(model.sentences.size());
  if (count == 0) {
    score.low = score.high = score.index;
    return;
  }
  Drawer drawer(kSeed);
  std::vector<double> draws;
  Draw draw;
  for (std::uint32_t i = 0; i < model.parameters->draws; ++i) {
    draw.assign(count, 0);
    for (std::uint32_t k = 0; k < count; ++k) ++draw[drawer.below(count)];
    draws.push_back(index_of(model, tally_of(model, draw)).index);
  }
  const Interval interval = interval_around(score.index, std::move(draws));
  score.low = std::max(interval.low, 0.0);
  score.high = std::min(interval.high, 100.0);
}

}  // namespace

std::uint32_t Drawer::below(std::uint32_t count) {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  mixed ^= mixed >> 31U;
  return static_cast<std::uint32_t>(((mixed >> 32U) * count) >> 32U);
}

// A draw repeats some sentences and misses others; since repeated faults cost less and less, draws
// score a little better than the text. Only their spread is kept.
Interval interval_around(double value, std::vector<double> draws) {
  std::sort(draws.begin(), draws.end());
  const std::size_t last = draws.size() - 1;
  const std::size_t tail = last * 25 / 1000;
  const double shift = value - draws[draws.size() / 2];
  return {draws[tail] + shift, draws[last - tail] + shift};
}

char letter_of(const ScoreParameters& parameters, double index) {
  const std::uint32_t points = shown_points(index);
  for (std::size_t i = 0; i < kLetterCount; ++i) {
    if (points >= parameters.letters[i]) return static_cast<char>('A' + i);
  }
  return 'E';
}

Score score_of(const ScoreModel& model) {
  const Tally tally = tally_of(model, {});
  const IndexParts parts = index_of(model, tally);
  Score score;
  score.version = model.parameters->version;
  score.index = parts.index;
  score.letter = letter_of(*model.parameters, parts.index);
  score.letter_shown = score.letter;
  for (std::size_t i = 0; i < kDimensionCount; ++i) {
    score.parts[i] = {parts.dimensions[i], 100 * model.weights[i], model.weights[i] > 0};
  }
  score.words = model.words;
  score.sentences = static_cast<std::uint32_t>(model.sentences.size());
  score.least_words = model.parameters->least_words;
  score.state =
      score.words < model.parameters->least_words ? ScoreState::kTooShort : ScoreState::kShown;
  score.costs = costs_of(model, tally, parts.index);
  score.gains = gains_of(model, tally, parts.index);
  score.advice_gains = advice_gains_of(model, tally, parts.index);
  set_interval(model, score);
  return score;
}

Score score_document(const Analysis& analysis, const RuleSet& rules,
                     const std::vector<Finding>& selected, Profile profile,
                     const ScoreParameters& parameters) {
  return score_of(build_score_model(analysis, rules, selected, profile, parameters));
}

void cap_letter(Score& score, const ScoreParameters& parameters, const std::string& mention) {
  if (score.letter < parameters.cap_letter) score.letter_shown = parameters.cap_letter;
  score.capped_by = mention;
}

void mark_partial(Score& score) {
  if (score.state == ScoreState::kShown) score.state = ScoreState::kPartial;
}

}  // namespace limpide
