#include "tools/train/tagger_trainer.h"

#include <cstdio>
#include <thread>

#include "tools/train/random.h"

namespace limpide {
namespace {

constexpr auto kLowerPlace = static_cast<std::size_t>(Property::kLower);

// Scores of one sentence with the weights as they are; see beam.h.
class TrainingScorer {
 public:
  TrainingScorer(const TaggerData& data, Perceptron& weights) : data_(data), weights_(weights) {}

  void start(const TrainingSentence& sentence) {
    first_ = sentence.first;
    fixed_.resize(sentence.end - sentence.first);
    for (std::uint32_t word = 0; word < fixed_.size(); ++word) {
      SparseScores scores{};
      each_static(word, [&](std::uint32_t feature) { weights_.add_scores(feature, scores); });
      fixed_[word].fill(0);
      add_columns(word, scores, fixed_[word]);
    }
  }
  [[nodiscard]] std::span<const TagIndex> candidates(std::uint32_t word) const {
    return data_.candidates(first_ + word);
  }
  [[nodiscard]] std::span<const TagRole> tag_roles() const { return roles_; }
  void static_scores(std::uint32_t word, CandidateScores& out) const { out = fixed_[word]; }
  void past_scores(std::uint32_t word, const PathState& state, CandidateScores& out) const {
    SparseScores scores{};
    each_past(word, state,
              [&](std::uint64_t hash) { weights_.add_scores(weights_.find(hash), scores); });
    add_columns(word, scores, out);
  }

  // Moves the weights by `change` towards this tag after this state.
  void update_static(std::uint32_t word, TagIndex tag, std::int32_t change) {
    each_static(word, [&](std::uint32_t feature) { update(feature, tag, change); });
  }
  void update_past(std::uint32_t word, const PathState& state, TagIndex tag, std::int32_t change) {
    each_past(word, state, [&](std::uint64_t hash) { update(weights_.intern(hash), tag, change); });
  }

 private:
  template <typename Use>
  void each_static(std::uint32_t word, const Use& use) const {
    const TrainingWord& own = data_.words[first_ + word];
    for (const std::uint32_t feature : data_.forms[own.form].own_features) use(feature);
    for (const std::uint32_t feature : own.features) use(feature);
  }
  template <typename Use>
  void each_past(std::uint32_t word, const PathState& state, const Use& use) const {
    const TrainingWord& own = data_.words[first_ + word];
    const PastValues values = past_values(state, word, tag_roles(), [this](std::uint32_t aux) {
      return data_.forms[data_.words[first_ + aux].form].facts.properties[kLowerPlace];
    });
    for (std::size_t i = 0; i < kPastTemplates.size(); ++i) {
      use(past_feature(i, own.past_prefixes[i], values));
    }
  }
  void add_columns(std::uint32_t word, const SparseScores& scores, CandidateScores& out) const {
    const std::span<const TagIndex> tags = candidates(word);
    for (std::size_t c = 0; c < tags.size(); ++c) {
      for (const std::uint8_t column : data_.tags.columns(tags[c])) out[c] += scores[column];
    }
  }
  void update(std::uint32_t feature, TagIndex tag, std::int32_t change) {
    for (const std::uint8_t column : data_.tags.columns(tag)) {
      if (column != kNeutralColumn) weights_.update(feature, column, change);
    }
  }

  const TaggerData& data_;
  Perceptron& weights_;
  std::vector<TagRole> roles_ = roles_of(data_.tags);
  std::uint32_t first_ = 0;
  std::vector<CandidateScores> fixed_;
};

class SeedTrainer {
 public:
  SeedTrainer(const TaggerData& data, const TaggerSettings& settings, std::uint64_t seed)
      : data_(data),
        settings_(settings),
        seed_(seed),
        weights_(data.features),
        scorer_(data, weights_) {}

  std::vector<WeightedFeature> run() {
    Random random(seed_);
    std::vector<std::uint32_t> order(data_.sentences.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
    for (std::size_t epoch = 0; epoch < settings_.epochs; ++epoch) {
      shuffle(order, random);
      wrong_ = 0;
      for (const std::uint32_t sentence : order) learn(data_.sentences[sentence]);
      if (settings_.progress) {
        std::fprintf(stderr, "seed %llu epoch %zu: %zu of %zu words wrong\n",
                     static_cast<unsigned long long>(seed_), epoch + 1, wrong_, data_.words.size());
      }
    }
    return weights_.totals();
  }

 private:
  // The right path beside the beam: its state before each word and its score after each.
  void follow_gold(const TrainingSentence& sentence) {
    const std::uint32_t words = sentence.end - sentence.first;
    gold_.assign(words + 1, PathNode{});
    for (std::uint32_t word = 0; word < words; ++word) {
      const TagIndex tag = data_.words[sentence.first + word].tag;
      const std::span<const TagIndex> tags = scorer_.candidates(word);
      std::size_t place = 0;
      while (tags[place] != tag) ++place;
      CandidateScores scores;
      scorer_.static_scores(word, scores);
      scorer_.past_scores(word, gold_[word].state, scores);
      PathNode& node = gold_[word + 1];
      node.score = gold_[word].score + scores[place];
      node.tag = tag;
      node.state = step(gold_[word].state, tag, scorer_.tag_roles()[tag], word);
    }
  }

  void learn(const TrainingSentence& sentence) {
    const std::uint32_t words = sentence.end - sentence.first;
    weights_.next_step();
    scorer_.start(sentence);
    follow_gold(sentence);
    if (paths_.size() < std::size_t{words} + 1) paths_.resize(std::size_t{words} + 1);
    paths_[0] = first_path();
    std::int64_t worst = 0;
    std::uint32_t worst_end = 0;
    for (std::uint32_t word = 0; word < words; ++word) {
      advance_paths(paths_[word], word, settings_.beam, scorer_.tag_roles(), scorer_,
                    paths_[word + 1]);
      const std::int64_t behind = paths_[word + 1].nodes[0].score - gold_[word + 1].score;
      if (behind <= worst) continue;
      worst = behind;
      worst_end = word + 1;
    }
    count_wrong(sentence, words);
    if (same_path(sentence, words)) return;
    if (worst_end == 0) worst_end = words;
    correct(sentence, worst_end);
  }

  [[nodiscard]] std::vector<const PathNode*> best_path(std::uint32_t end) const {
    std::vector<const PathNode*> nodes(end + std::size_t{1});
    std::uint32_t place = 0;
    for (std::size_t word = end + std::size_t{1}; word > 0; --word) {
      nodes[word - 1] = &paths_[word - 1].nodes[place];
      place = nodes[word - 1]->parent;
    }
    return nodes;
  }
  [[nodiscard]] bool same_path(const TrainingSentence& sentence, std::uint32_t end) const {
    const auto nodes = best_path(end);
    for (std::uint32_t word = 0; word < end; ++word) {
      if (nodes[word + 1]->tag != data_.words[sentence.first + word].tag) return false;
    }
    return true;
  }
  void count_wrong(const TrainingSentence& sentence, std::uint32_t words) {
    const auto nodes = best_path(words);
    for (std::uint32_t word = 0; word < words; ++word) {
      if (nodes[word + 1]->tag != data_.words[sentence.first + word].tag) ++wrong_;
    }
  }
  void correct(const TrainingSentence& sentence, std::uint32_t end) {
    const auto found = best_path(end);
    for (std::uint32_t word = 0; word < end; ++word) {
      const TagIndex right = data_.words[sentence.first + word].tag;
      const TagIndex wrong = found[word + 1]->tag;
      const bool same_state = found[word]->state == gold_[word].state;
      if (right != wrong) {
        scorer_.update_static(word, right, 1);
        scorer_.update_static(word, wrong, -1);
      } else if (same_state) {
        continue;
      }
      scorer_.update_past(word, gold_[word].state, right, 1);
      scorer_.update_past(word, found[word]->state, wrong, -1);
    }
  }

  const TaggerData& data_;
  const TaggerSettings& settings_;
  std::uint64_t seed_;
  Perceptron weights_;
  TrainingScorer scorer_;
  std::vector<PathSet> paths_;
  std::vector<PathNode> gold_;
  std::size_t wrong_ = 0;
};

}  // namespace

std::vector<WeightedFeature> train_tagger(const TaggerData& data, const TaggerSettings& settings) {
  std::vector<std::vector<WeightedFeature>> totals(settings.seeds);
  const std::size_t threads = std::max<std::size_t>(1, settings.threads);
  std::vector<std::thread> workers;
  for (std::size_t t = 0; t < threads; ++t) {
    workers.emplace_back([&, t] {
      for (std::size_t seed = t; seed < settings.seeds; seed += threads) {
        totals[seed] = SeedTrainer(data, settings, seed + 1).run();
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
  return sum_of(totals);
}

}  // namespace limpide
