// Which findings pay where several mark the same words. In: findings of one document with their
// price. Out: in each layer, the set of findings that do not overlap whose prices add up to the
// most: where two cover one another the dearest pays, and a finding added never makes the sum
// smaller. Refuses: prices that are not positive (they never pay). n log n, but for a question
// about one cluster of overlapping findings, which solves that cluster again.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "analyzer/base/span.h"

namespace limpide {

struct PricedSpan {
  Span span;
  std::uint8_t layer = 0;  // only findings of one layer compete
  double price = 0;
};

class Overlaps {
 public:
  using Kept = std::function<bool(std::uint32_t)>;  // by item

  explicit Overlaps(std::vector<PricedSpan> items);

  [[nodiscard]] const std::vector<bool>& payers() const { return pays_; }
  // Items whose turn to pay changes when those that `kept` refuses are taken out of the cluster of
  // `item`. Clusters of more than kMostInCluster are left as they are: only those taken out change.
  struct Change {
    std::uint32_t item = 0;
    bool pays = false;
  };
  [[nodiscard]] std::vector<Change> changes(std::uint32_t item, const Kept& kept) const;
  [[nodiscard]] std::uint32_t cluster_of(std::uint32_t item) const { return cluster_[item]; }

  static constexpr std::size_t kMostInCluster = 256;

 private:
  // Items of a cluster that pay, among those kept. REQUIRES: by end.
  void solve(const std::vector<std::uint32_t>& members, const Kept& kept,
             std::vector<std::uint32_t>& paying) const;

  std::vector<PricedSpan> items_;
  std::vector<bool> pays_;
  std::vector<std::uint32_t> cluster_;               // one an item
  std::vector<std::vector<std::uint32_t>> members_;  // by cluster, by end of span
};

}  // namespace limpide
