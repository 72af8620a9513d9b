// Makes the section that analyzer/tagging/sparse_rows.h reads. In: features with their weights, in
// any order. Out: bytes that depend on the set of features only, never on the order. Refuses: two
// features with one hash are not told apart (the later one is dropped); at 64 bits they do not
// happen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace limpide {

struct WeightedColumn {
  std::uint8_t column = 0;
  std::int64_t weight = 0;  // in the trainer's own unit
};

struct WeightedFeature {
  std::uint64_t hash = 0;
  std::vector<WeightedColumn> columns;  // each column once
};

struct SparseRowsOptions {
  std::int64_t prune_below = 0;  // weights nearer to zero than this are left out
  std::int64_t step = 1;         // this much weight is 1 in the file; rounded, held to +-127
};

struct SparseRowsCounts {
  std::size_t features = 0;  // that kept a weight
  std::size_t weights = 0;
  std::size_t clipped = 0;  // weights beyond +-127 steps
  std::size_t rows = 0;     // distinct ones; features with equal rows share one
};

[[nodiscard]] std::string build_sparse_rows(const std::vector<WeightedFeature>& features,
                                            const SparseRowsOptions& options,
                                            SparseRowsCounts* counts = nullptr);

// The same section around rows of the caller's own form. REQUIRES: each hash once.
struct PlacedRow {
  std::uint64_t hash = 0;
  std::uint32_t offset = 0;  // into the rows
};
[[nodiscard]] std::string pack_row_table(const std::vector<PlacedRow>& placed, std::string rows);

}  // namespace limpide
