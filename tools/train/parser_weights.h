// Weights of the parser while it learns. In: features with actions, steps of +1 and -1. Out:
// scores, and the sums over time that make the average. Refuses: threads; each has its own.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analyzer/parsing/beam_search.h"

namespace limpide {

class ParserWeights final : public ActionScorer {
 public:
  ParserWeights();
  // Learns these features only. REQUIRES: none is 0.
  explicit ParserWeights(const std::vector<std::uint64_t>& features);
  void prefetch(const FeatureHashes& features, std::size_t count) const override;
  void score(const FeatureHashes& features, std::size_t count, ActionScores& scores) const override;
  // A column is an action.
  [[nodiscard]] const std::array<std::uint8_t, kActionCount>& columns() const override {
    return columns_;
  }
  // `now` counts the sentences seen; it never goes back.
  void change(const FeatureHashes& features, Action action, std::int32_t by, std::uint32_t now);

  // Calls use(feature, changes of the feature, action, sum) for every weight; the sum of its values
  // after each of the `end` sentences. In an order that depends on nothing but the changes made.
  template <typename Use>
  void each_sum(std::uint32_t end, const Use& use) const {
    for (std::size_t slot = 0; slot < keys_.size(); ++slot) {
      if (keys_[slot] == 0) continue;
      const Row& row = rows_[row_of_[slot]];
      for (const Cell& cell : row.cells) {
        use(keys_[slot], row.changes, cell.action,
            cell.sum + std::int64_t{cell.weight} * (end - cell.since));
      }
    }
  }
  [[nodiscard]] std::size_t feature_count() const { return rows_.size(); }

 private:
  struct Cell {
    std::int32_t weight = 0;
    Action action = 0;
    std::uint32_t since = 0;  // the sum is right up to this moment
    std::int64_t sum = 0;
  };
  struct Row {
    std::uint32_t changes = 0;
    std::vector<Cell> cells;
  };

  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const;
  Row* row_for(std::uint64_t key);  // nullptr: not to be learnt
  void grow();

  bool closed_ = false;              // no new features
  std::vector<std::uint64_t> keys_;  // open addressing; 0 is empty
  std::vector<std::uint32_t> row_of_;
  std::vector<Row> rows_;
  std::array<std::uint8_t, kActionCount> columns_{};
};

}  // namespace limpide
