#include "tools/train/parser_weights.h"

#include <algorithm>
#include <numeric>

namespace limpide {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 20U;
// So that no sum of kTemplatesAtMost weights leaves 16 bits.
constexpr std::int32_t kWeightAtMost = 32767 / static_cast<std::int32_t>(kTemplatesAtMost);

}  // namespace

ParserWeights::ParserWeights() : keys_(kFirstSlots, 0), row_of_(kFirstSlots, 0) {
  std::iota(columns_.begin(), columns_.end(), std::uint8_t{0});
}

ParserWeights::ParserWeights(const std::vector<std::uint64_t>& features) : ParserWeights() {
  for (const std::uint64_t feature : features) (void)row_for(feature);
  closed_ = true;
}

std::size_t ParserWeights::slot_of(std::uint64_t key) const {
  const std::size_t mask = keys_.size() - 1;
  std::size_t slot = (key * 0x9E3779B97F4A7C15U >> 20U) & mask;
  while (keys_[slot] != 0 && keys_[slot] != key) slot = (slot + 1) & mask;
  return slot;
}

void ParserWeights::prefetch(const FeatureHashes& features, std::size_t count) const {
  const std::size_t mask = keys_.size() - 1;
  for (std::size_t i = 0; i < count; ++i) {
    __builtin_prefetch(&keys_[(features[i] * 0x9E3779B97F4A7C15U >> 20U) & mask]);
  }
}

void ParserWeights::score(const FeatureHashes& features, std::size_t count,
                          ActionScores& scores) const {
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t slot = slot_of(features[i]);
    if (keys_[slot] == 0) continue;
    for (const Cell& cell : rows_[row_of_[slot]].cells) {
      std::int16_t& score = scores.values[cell.action];
      score = static_cast<std::int16_t>(score + cell.weight);
    }
  }
}

ParserWeights::Row* ParserWeights::row_for(std::uint64_t key) {
  std::size_t slot = slot_of(key);
  if (keys_[slot] == 0) {
    if (closed_) return nullptr;
    if (rows_.size() * 2 > keys_.size()) {
      grow();
      slot = slot_of(key);
    }
    keys_[slot] = key;
    row_of_[slot] = static_cast<std::uint32_t>(rows_.size());
    rows_.emplace_back();
  }
  return &rows_[row_of_[slot]];
}

void ParserWeights::grow() {
  std::vector<std::uint64_t> keys(keys_.size() * 2, 0);
  std::vector<std::uint32_t> rows(keys_.size() * 2, 0);
  keys.swap(keys_);
  rows.swap(row_of_);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == 0) continue;
    const std::size_t slot = slot_of(keys[i]);
    keys_[slot] = keys[i];
    row_of_[slot] = rows[i];
  }
}

void ParserWeights::change(const FeatureHashes& features, Action action, std::int32_t by,
                           std::uint32_t now) {
  for (std::size_t i = 0; i < kTemplateCount; ++i) {
    Row* touched = row_for(features[i] == 0 ? 1 : features[i]);
    if (touched == nullptr) continue;
    Row& row = *touched;
    Cell* found = nullptr;
    ++row.changes;
    for (Cell& cell : row.cells) {
      if (cell.action == action) found = &cell;
    }
    if (found == nullptr) {
      row.cells.push_back({0, action, now, 0});
      found = &row.cells.back();
    }
    found->sum += std::int64_t{found->weight} * (now - found->since);
    found->since = now;
    found->weight = std::clamp(found->weight + by, -kWeightAtMost, kWeightAtMost);
  }
}

}  // namespace limpide
