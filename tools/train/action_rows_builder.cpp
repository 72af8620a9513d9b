#include "tools/train/action_rows_builder.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <numeric>
#include <utility>

namespace limpide {
namespace {

struct Weight {
  std::uint8_t column = 0;
  std::int8_t weight = 0;
};
using Weights = std::vector<Weight>;

std::int64_t rounded(std::int64_t weight, std::int64_t step) {
  const std::int64_t size = (std::abs(weight) + step / 2) / step;
  return weight < 0 ? -size : size;
}

Weights kept_weights(const WeightedFeature& feature, const SparseRowsOptions& options,
                     SparseRowsCounts& counts) {
  Weights kept;
  for (const WeightedColumn& column : feature.columns) {
    if (std::abs(column.weight) < options.prune_below) continue;
    const std::int64_t exact = rounded(column.weight, options.step);
    if (exact == 0) continue;
    const std::int64_t held = std::clamp<std::int64_t>(exact, -127, 127);
    if (held != exact) ++counts.clipped;
    kept.push_back({column.column, static_cast<std::int8_t>(held)});
  }
  return kept;
}

// The action that bears weights most often gets column 0.
std::vector<std::uint8_t> order_columns(const std::vector<Weights>& rows, std::size_t actions) {
  std::vector<std::size_t> uses(actions, 0);
  for (const Weights& row : rows) {
    for (const Weight& weight : row) ++uses[weight.column];
  }
  std::vector<std::uint8_t> order(actions);
  std::iota(order.begin(), order.end(), std::uint8_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&uses](std::uint8_t a, std::uint8_t b) { return uses[a] > uses[b]; });
  std::vector<std::uint8_t> columns(actions);
  for (std::size_t i = 0; i < actions; ++i) columns[order[i]] = static_cast<std::uint8_t>(i);
  return columns;
}

enum class Form : std::uint8_t { kShort, kNarrow, kWide };
using FormedRow = std::pair<Form, std::string>;

FormedRow form_row(Weights row) {
  std::sort(row.begin(), row.end(),
            [](const Weight& a, const Weight& b) { return a.column < b.column; });
  const bool narrow = row.back().column < kNarrowColumns;
  // What fits neither is written in pairs unless that takes many rounds.
  if (row.size() <= kShortRowColumns || (!narrow && row.size() <= 3 * kShortRowColumns)) {
    std::string bytes(1, static_cast<char>(row.size() - 1));
    for (const Weight& weight : row) {
      bytes.push_back(static_cast<char>(weight.column));
      bytes.push_back(static_cast<char>(weight.weight));
    }
    return {Form::kShort, bytes};
  }
  std::string bytes(narrow ? kNarrowColumns : kWideColumns, '\0');
  for (const Weight& weight : row) bytes[weight.column] = static_cast<char>(weight.weight);
  return {narrow ? Form::kNarrow : Form::kWide, bytes};
}

}  // namespace

ActionTable build_action_rows(const std::vector<WeightedFeature>& features, std::size_t actions,
                              const SparseRowsOptions& options) {
  ActionTable table;
  std::vector<std::uint64_t> hashes;
  std::vector<Weights> rows;
  for (const WeightedFeature& feature : features) {
    Weights kept = kept_weights(feature, options, table.counts);
    if (kept.empty()) continue;
    table.counts.weights += kept.size();
    hashes.push_back(feature.hash);
    rows.push_back(std::move(kept));
  }
  table.counts.features = rows.size();
  table.columns = order_columns(rows, actions);
  std::vector<FormedRow> formed;
  std::map<FormedRow, std::uint32_t> offsets;  // in the order of their forms
  for (Weights& row : rows) {
    for (Weight& weight : row) weight.column = table.columns[weight.column];
    formed.push_back(form_row(std::move(row)));
    offsets.emplace(formed.back(), 0);
  }
  table.counts.rows = offsets.size();
  std::string bytes;
  for (auto& [row, offset] : offsets) {
    offset = static_cast<std::uint32_t>(bytes.size());
    bytes += row.second;
    const auto end = static_cast<std::uint32_t>(bytes.size());
    if (row.first == Form::kShort) table.forms.short_end = end;
    if (row.first <= Form::kNarrow) table.forms.narrow_end = end;
    table.forms.wide_end = end;
  }
  std::vector<PlacedRow> placed;
  for (std::size_t i = 0; i < formed.size(); ++i) {
    placed.push_back({hashes[i], offsets.at(formed[i])});
  }
  table.section = pack_row_table(placed, std::move(bytes));
  return table;
}

}  // namespace limpide
