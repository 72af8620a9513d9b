#include "tools/train/sparse_rows_builder.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "analyzer/lexicon/packed_file.h"
#include "analyzer/tagging/sparse_rows.h"

namespace limpide {
namespace {

std::int64_t rounded(std::int64_t weight, std::int64_t step) {
  const std::int64_t size = (std::abs(weight) + step / 2) / step;
  return weight < 0 ? -size : size;
}

// The bytes of a row; empty when no weight is left.
std::string row_of(const WeightedFeature& feature, const SparseRowsOptions& options,
                   SparseRowsCounts& counts) {
  std::vector<WeightedColumn> columns = feature.columns;
  std::sort(columns.begin(), columns.end(),
            [](const auto& a, const auto& b) { return a.column < b.column; });
  std::string row(1, '\0');
  std::size_t kept = 0;
  for (const WeightedColumn& column : columns) {
    if (std::abs(column.weight) < options.prune_below) continue;
    const std::int64_t exact = rounded(column.weight, options.step);
    if (exact == 0) continue;
    const std::int64_t held = std::clamp<std::int64_t>(exact, -127, 127);
    if (held != exact) ++counts.clipped;
    row.push_back(static_cast<char>(column.column));
    row.push_back(static_cast<char>(held));
    ++kept;
  }
  if (kept == 0) return {};
  row[0] = static_cast<char>(kept - 1);
  ++counts.features;
  counts.weights += kept;
  return row;
}

void put(std::string& table, std::size_t buckets, const PlacedRow& placed) {
  const std::uint16_t check = check_of(placed.hash);
  std::size_t number = bucket_of(placed.hash, static_cast<std::uint32_t>(buckets));
  for (;;) {
    char* bucket = table.data() + number * kBucketBytes;
    for (std::size_t slot = 0; slot < kBucketSlots; ++slot) {
      if (load_item<std::uint16_t>(bucket, slot) != 0) continue;
      std::memcpy(bucket + 2 * slot, &check, sizeof check);
      std::memcpy(bucket + kBucketOffsetsAt + 4 * slot, &placed.offset, sizeof placed.offset);
      return;
    }
    const std::uint32_t spilled =
        load_item<std::uint32_t>(bucket + kBucketSpillAt, 0) | spill_bit(placed.hash);
    std::memcpy(bucket + kBucketSpillAt, &spilled, sizeof spilled);
    number = (number + 1) % buckets;
  }
}

}  // namespace

std::string build_sparse_rows(const std::vector<WeightedFeature>& features,
                              const SparseRowsOptions& options, SparseRowsCounts* counts) {
  std::vector<const WeightedFeature*> sorted;
  sorted.reserve(features.size());
  for (const WeightedFeature& feature : features) sorted.push_back(&feature);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto* a, const auto* b) { return a->hash < b->hash; });

  SparseRowsCounts made;
  std::string rows;
  std::vector<PlacedRow> placed;
  std::unordered_map<std::string, std::uint32_t> offsets;  // looked up, never walked
  for (const WeightedFeature* feature : sorted) {
    if (!placed.empty() && placed.back().hash == feature->hash) continue;
    const std::string row = row_of(*feature, options, made);
    if (row.empty()) continue;
    const auto [at, fresh] = offsets.emplace(row, static_cast<std::uint32_t>(rows.size()));
    if (fresh) rows += row;
    placed.push_back({feature->hash, at->second});
  }
  made.rows = offsets.size();
  if (counts != nullptr) *counts = made;
  return pack_row_table(placed, std::move(rows));
}

std::string pack_row_table(const std::vector<PlacedRow>& placed, std::string rows) {
  rows.append(kRowBytesAtMost, '\0');

  // Four slots of five are used: few buckets spill, and the table stays small.
  const std::size_t buckets = placed.size() * 5 / (4 * kBucketSlots) + 1;
  std::string table(buckets * kBucketBytes, '\0');
  for (const PlacedRow& item : placed) put(table, buckets, item);
  std::string section;
  append_value<std::uint32_t>(section, static_cast<std::uint32_t>(buckets));
  append_value<std::uint32_t>(section, static_cast<std::uint32_t>(rows.size()));
  section.resize(kSparseHeaderBytes, '\0');
  return section + table + rows;
}

}  // namespace limpide
