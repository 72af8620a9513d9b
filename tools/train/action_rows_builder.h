// Makes what analyzer/parsing/action_rows.h reads. In: features with their weights by action. Out:
// the section, the bounds of its forms, which action each column stands for; bytes that depend on
// the set of features only. Refuses: nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/parsing/action_rows.h"
#include "tools/train/sparse_rows_builder.h"

namespace limpide {

struct ActionTable {
  std::string section;
  RowForms forms;
  std::vector<std::uint8_t> columns;  // by action
  SparseRowsCounts counts;
};

// `actions`: how many there are, kWideColumns at most; column of a WeightedColumn: an action.
[[nodiscard]] ActionTable build_action_rows(const std::vector<WeightedFeature>& features,
                                            std::size_t actions, const SparseRowsOptions& options);

}  // namespace limpide
