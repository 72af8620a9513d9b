#include "tools/train/parser_training.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "tools/train/parser_weights.h"
#include "tools/train/random.h"

namespace limpide {
namespace {

constexpr std::size_t kSelectionBeam = 4;
constexpr std::size_t kSelectionEpochs = 4;
constexpr std::size_t kSelectionSeeds = 2;

class Learner {
 public:
  Learner(const ArcLabels& labels, std::size_t beam, ParserWeights weights)
      : labels_(labels), beam_(beam), weights_(std::move(weights)) {}

  // Returns whether the weights changed.
  bool learn(const ParserExample& example, std::uint32_t now) {
    follow_gold(example);
    memory_.clear();  // the weights changed
    search_.begin(example.sentence, labels_, memory_);
    std::int64_t worst = 0;
    std::uint32_t guilty = 0;
    std::size_t moment = 0;
    std::uint32_t best = 0;
    for (std::size_t step = 1; search_.step(weights_, beam_); ++step) {
      best = search_.beam().front();
      const std::size_t at = std::min(step, gold_scores_.size() - 1);
      const std::int64_t violation = search_.configuration(best).score - gold_scores_[at];
      if (violation >= worst && !is_gold(example, best, at)) {
        worst = violation;
        guilty = best;
        moment = at;
      }
    }
    if (moment == 0 || is_gold(example, best, example.actions.size())) return false;
    update(example, guilty, moment, now);
    return true;
  }
  [[nodiscard]] const ParserWeights& weights() const { return weights_; }

 private:
  void follow_gold(const ParserExample& example) {
    nodes_.clear();
    Configuration at;
    gold_scores_.assign(1, 0);
    for (const Action action : example.actions) {
      std::int64_t score = gold_scores_.back();
      const LegalActions legal = legal_actions(at, nodes_.at(at.top), example.sentence.upos.data(),
                                               example.sentence.count, labels_);
      if (!legal.forced()) {
        read_atoms(example.sentence, at, nodes_, atoms_);
        hash_all_features(atoms_, hashes_);
        scores_.values.fill(0);
        weights_.score(hashes_, kTemplateCount, scores_);
        score += scores_.values[action];
      }
      gold_scores_.push_back(score);
      at = apply(at, action, nodes_);
    }
  }

  void read_actions(std::uint32_t index, std::vector<Action>& actions) const {
    actions.clear();
    for (; index != 0; index = search_.configuration(index).previous) {
      actions.push_back(search_.configuration(index).action);
    }
    std::reverse(actions.begin(), actions.end());
  }

  bool is_gold(const ParserExample& example, std::uint32_t index, std::size_t length) {
    if (search_.action_count(index) != length) return false;
    for (std::size_t i = length; i > 0; --i) {
      if (search_.configuration(index).action != example.actions[i - 1]) return false;
      index = search_.configuration(index).previous;
    }
    return true;
  }

  void change_along(const ParserExample& example, const std::vector<Action>& actions,
                    std::size_t from, std::size_t to, std::int32_t by, std::uint32_t now) {
    nodes_.clear();
    Configuration at;
    for (std::size_t i = 0; i < to; ++i) {
      const LegalActions legal = legal_actions(at, nodes_.at(at.top), example.sentence.upos.data(),
                                               example.sentence.count, labels_);
      if (i >= from && !legal.forced()) {
        read_atoms(example.sentence, at, nodes_, atoms_);
        hash_all_features(atoms_, hashes_);
        weights_.change(hashes_, actions[i], by, now);
      }
      at = apply(at, actions[i], nodes_);
    }
  }

  void update(const ParserExample& example, std::uint32_t guilty, std::size_t moment,
              std::uint32_t now) {
    read_actions(guilty, path_);
    std::size_t common = 0;
    while (common < std::min(path_.size(), moment) && path_[common] == example.actions[common]) {
      ++common;
    }
    change_along(example, example.actions, common, moment, 1, now);
    change_along(example, path_, common, path_.size(), -1, now);
  }

  ActionScores scores_{};  // first: it asks for the widest alignment
  BeamSearch search_;
  ParseMemory memory_;
  const ArcLabels& labels_;
  std::size_t beam_;
  NodeArena nodes_;
  std::vector<std::int64_t> gold_scores_;
  std::vector<Action> path_;
  ParserWeights weights_;
  AtomValues atoms_{};
  FeatureHashes hashes_{};
};

struct Sum {
  std::uint64_t feature = 0;
  std::uint32_t changes = 0;
  Action action = 0;
  std::int64_t sum = 0;
};

bool earlier(const Sum& a, const Sum& b) {
  return a.feature != b.feature ? a.feature < b.feature : a.action < b.action;
}

using FeatureList = std::vector<std::uint64_t>;

// `only`: the features to learn; empty: all.
std::vector<Sum> run_seed(const std::vector<ParserExample>& examples, const ArcLabels& labels,
                          const ParserTrainingOptions& options, const FeatureList& only,
                          std::size_t seed) {
  Learner learner(labels, options.beam, only.empty() ? ParserWeights() : ParserWeights(only));
  Random random(seed + 1);
  std::vector<std::uint32_t> order(examples.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::uint32_t now = 0;
  for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order, random);
    std::size_t changed = 0;
    for (const std::uint32_t index : order) {
      changed += learner.learn(examples[index], now) ? 1U : 0U;
      ++now;
    }
    if (options.progress) {
      options.progress("seed " + std::to_string(seed) + " epoch " + std::to_string(epoch + 1) +
                       ": " + std::to_string(changed) + " of " + std::to_string(order.size()) +
                       " sentences wrong, " + std::to_string(learner.weights().feature_count()) +
                       " features");
    }
  }
  std::vector<Sum> sums;
  learner.weights().each_sum(
      now, [&sums](std::uint64_t feature, std::uint32_t changes, Action action, std::int64_t sum) {
        if (sum != 0) sums.push_back({feature, changes, action, sum});
      });
  std::sort(sums.begin(), sums.end(), earlier);
  return sums;
}

std::vector<LearntFeature> run_seeds(const std::vector<ParserExample>& examples,
                                     const ArcLabels& labels, const ParserTrainingOptions& options,
                                     const FeatureList& only) {
  std::vector<std::vector<Sum>> sums(options.seeds);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t seed = next++; seed < options.seeds; seed = next++) {
      sums[seed] = run_seed(examples, labels, options, only, seed);
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < std::min(options.threads, options.seeds); ++i) {
    threads.emplace_back(work);
  }
  work();
  for (std::thread& thread : threads) thread.join();

  std::vector<Sum> all;
  for (std::vector<Sum>& one : sums) {
    all.insert(all.end(), one.begin(), one.end());
    one = {};
  }
  std::sort(all.begin(), all.end(), earlier);
  const auto moments = static_cast<std::int64_t>(examples.size() * options.epochs * options.seeds);
  std::vector<LearntFeature> features;
  for (std::size_t i = 0; i < all.size();) {
    std::int64_t sum = 0;
    std::uint32_t changes = 0;
    std::size_t end = i;
    for (; end < all.size() && !earlier(all[i], all[end]); ++end) {
      sum += all[end].sum;
      changes += all[end].changes;
    }
    const std::int64_t weight = sum * 100 / moments;
    if (weight != 0) {
      if (features.empty() || features.back().weights.hash != all[i].feature) {
        features.push_back({{all[i].feature, {}}, 0});
      }
      features.back().weights.columns.push_back({all[i].action, weight});
      features.back().changes = std::max(features.back().changes, changes);
    }
    i = end;
  }
  return features;
}

}  // namespace

std::vector<LearntFeature> train_parser(const std::vector<ParserExample>& examples,
                                        const ArcLabels& labels,
                                        const ParserTrainingOptions& options) {
  FeatureList only;
  if (options.select > 0) {
    ParserTrainingOptions first = options;
    first.beam = std::min(options.beam, kSelectionBeam);
    first.epochs = std::min(options.epochs, kSelectionEpochs);
    first.seeds = kSelectionSeeds;
    for (const LearntFeature& feature : run_seeds(examples, labels, first, {})) {
      if (feature.changes >= options.select) only.push_back(feature.weights.hash);
    }
    if (options.progress) {
      options.progress("selected " + std::to_string(only.size()) + " features");
    }
  }
  return run_seeds(examples, labels, options, only);
}

}  // namespace limpide
