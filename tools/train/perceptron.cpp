#include "tools/train/perceptron.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace limpide {

FeatureIndex::FeatureIndex() : slots_(1024) {}

std::uint32_t FeatureIndex::find(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    if (hashes_[slots_[at] - 1] == hash) return slots_[at] - 1;
  }
  return kNone;
}

std::uint32_t FeatureIndex::intern(std::uint64_t hash) {
  if ((hashes_.size() + 1) * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    if (hashes_[slots_[at] - 1] == hash) return slots_[at] - 1;
  }
  hashes_.push_back(hash);
  slots_[at] = static_cast<std::uint32_t>(hashes_.size());
  return slots_[at] - 1;
}

void FeatureIndex::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < hashes_.size(); ++i) {
    std::size_t at = hashes_[i] & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(i) + 1;
  }
}

Perceptron::Feature Perceptron::find(std::uint64_t hash) const {
  const std::uint32_t number = own_.find(hash);
  if (number == FeatureIndex::kNone) return number;
  return number + static_cast<std::uint32_t>(shared_.size());
}

Perceptron::Feature Perceptron::intern(std::uint64_t hash) {
  const std::uint32_t number = own_.intern(hash) + static_cast<std::uint32_t>(shared_.size());
  if (number >= rows_.size()) rows_.resize(std::size_t{number} + 1);
  return number;
}

void Perceptron::update(Feature feature, std::uint8_t column, std::int32_t change) {
  std::vector<Entry>& row = rows_[feature];
  auto at = std::find_if(row.begin(), row.end(),
                         [column](const Entry& entry) { return entry.column == column; });
  if (at == row.end()) {
    row.push_back({column, 0, now_, 0});
    at = row.end() - 1;
  }
  at->total += std::int64_t{at->value} * (now_ - at->changed);
  at->changed = now_;
  at->value += change;
}

std::vector<WeightedFeature> Perceptron::totals() const {
  std::vector<WeightedFeature> features;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].empty()) continue;
    WeightedFeature feature;
    feature.hash = i < shared_.size() ? shared_.hashes()[i] : own_.hashes()[i - shared_.size()];
    for (const Entry& entry : rows_[i]) {
      const std::int64_t total = entry.total + std::int64_t{entry.value} * (now_ - entry.changed);
      if (total != 0) feature.columns.push_back({entry.column, total});
    }
    if (!feature.columns.empty()) features.push_back(std::move(feature));
  }
  return features;
}

std::vector<WeightedFeature> sum_of(const std::vector<std::vector<WeightedFeature>>& seeds) {
  FeatureIndex index;
  std::vector<WeightedFeature> sums;
  for (const auto& seed : seeds) {
    for (const WeightedFeature& feature : seed) {
      const std::uint32_t number = index.intern(feature.hash);
      if (number == sums.size()) sums.push_back({feature.hash, {}});
      std::vector<WeightedColumn>& columns = sums[number].columns;
      for (const WeightedColumn& column : feature.columns) {
        const auto at =
            std::find_if(columns.begin(), columns.end(),
                         [&](const WeightedColumn& have) { return have.column == column.column; });
        if (at == columns.end())
          columns.push_back(column);
        else
          at->weight += column.weight;
      }
    }
  }
  std::sort(sums.begin(), sums.end(), [](const auto& a, const auto& b) { return a.hash < b.hash; });
  return sums;
}

std::int64_t weight_at(const std::vector<WeightedFeature>& features, std::size_t per_thousand) {
  std::vector<std::int64_t> sizes;
  for (const WeightedFeature& feature : features) {
    for (const WeightedColumn& column : feature.columns) sizes.push_back(std::abs(column.weight));
  }
  if (sizes.empty()) return 1;
  const std::size_t place = std::min(sizes.size() - 1, sizes.size() * per_thousand / 1000);
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(place), sizes.end());
  return std::max<std::int64_t>(1, sizes[place]);
}

}  // namespace limpide
