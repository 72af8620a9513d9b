// The weights of an averaged perceptron while it learns. In: features (64-bit hashes) and updates
// of whole numbers. Out: scores by column, then the average of the weights over all steps, as a
// sum. Refuses: fractions; whole numbers give the same model on every machine.
//
// Features that all seeds share are interned before training (FeatureIndex, read only); those that
// depend on decisions are added by each seed to its own index.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/tagging/sparse_rows.h"
#include "tools/train/sparse_rows_builder.h"

namespace limpide {

// Hash -> dense number, in the order of arrival. Open addressing; hash 0 is not a feature.
class FeatureIndex {
 public:
  FeatureIndex();
  std::uint32_t intern(std::uint64_t hash);
  [[nodiscard]] std::uint32_t find(std::uint64_t hash) const;  // kNone when absent
  [[nodiscard]] const std::vector<std::uint64_t>& hashes() const { return hashes_; }
  [[nodiscard]] std::size_t size() const { return hashes_.size(); }
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

 private:
  void grow();
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> slots_;  // number + 1, 0 is empty
};

class Perceptron {
 public:
  using Feature = std::uint32_t;

  explicit Perceptron(const FeatureIndex& shared) : shared_(shared), rows_(shared.size()) {}

  // Numbers of the shared index are features as they are; others are found or made here.
  [[nodiscard]] Feature find(std::uint64_t hash) const;
  Feature intern(std::uint64_t hash);

  void add_scores(Feature feature, SparseScores& scores) const {
    if (feature == FeatureIndex::kNone) return;
    for (const Entry& entry : rows_[feature]) scores[entry.column] += entry.value;
  }
  void update(Feature feature, std::uint8_t column, std::int32_t change);
  void next_step() { ++now_; }
  [[nodiscard]] std::uint32_t steps() const { return now_; }

  // Sums of the weights over all steps; divided by steps() they are the averages.
  [[nodiscard]] std::vector<WeightedFeature> totals() const;

 private:
  struct Entry {
    std::uint8_t column = 0;
    std::int32_t value = 0;
    std::uint32_t changed = 0;  // the step of the last change
    std::int64_t total = 0;     // up to that step
  };
  const FeatureIndex& shared_;
  FeatureIndex own_;
  std::vector<std::vector<Entry>> rows_;  // shared features, then own ones
  std::uint32_t now_ = 0;
};

// Adds up the totals of several seeds: one feature each, ascending by hash.
[[nodiscard]] std::vector<WeightedFeature> sum_of(
    const std::vector<std::vector<WeightedFeature>>& seeds);

// The weight that so many in a thousand do not pass, in absolute value; 1 at least.
[[nodiscard]] std::int64_t weight_at(const std::vector<WeightedFeature>& features,
                                     std::size_t per_thousand);

}  // namespace limpide
