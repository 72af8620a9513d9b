// The parser's table of weights: SparseRows whose rows come in three forms, so that scoring an
// action hardly ever branches on data. In: hashes of features. Out: sums of weights by column.
// Refuses: what SparseRows refuses, and bounds of the forms that are out of order.
//
// Columns are actions in the order of how often they bear a weight, so that most rows fit into the
// first kNarrowColumns. Rows lie in the section by form: short ones (u8 number of columns - 1, then
// u8 column and i8 weight), narrow ones (an i8 for each of the first columns), wide ones (an i8 for
// each of kWideColumns).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "analyzer/tagging/sparse_rows.h"

namespace limpide {

inline constexpr std::size_t kNarrowColumns = 32;
inline constexpr std::size_t kWideColumns = 128;
inline constexpr std::size_t kShortRowColumns = 4;
// The widest row must end within the zeros that follow the last one.
static_assert(kWideColumns <= kRowBytesAtMost);

// One place for each value of a byte: no row of a damaged model writes outside. A sum of 192
// weights of 8 bits fits.
struct alignas(64) ActionScores {
  std::array<std::int16_t, 256> values;
};

// Where each form ends, in bytes of the rows.
struct RowForms {
  std::uint32_t short_end = 0;
  std::uint32_t narrow_end = 0;
  std::uint32_t wide_end = 0;
};

// Immutable; safe to share between threads. Lives no longer than the bytes it views.
class ActionRows {
 public:
  static constexpr std::size_t kFeaturesAtMost = 192;

  static std::optional<ActionRows> from_section(std::string_view section, const RowForms& forms);
  ActionRows() = default;

  // Asks for what add() will read first; a hint, given as early as can be.
  void prefetch(const std::uint64_t* hashes, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) rows_.prefetch(hashes[i]);
  }
  // Adds the rows of the hashes. REQUIRES: count <= kFeaturesAtMost.
  void add(const std::uint64_t* hashes, std::size_t count, ActionScores& scores) const;

 private:
  using Row = SparseRows::Row;
  using AddDense = void (*)(const Row* rows, std::size_t count, std::int16_t* scores);

  SparseRows rows_;
  RowForms forms_;
  AddDense add_narrow_ = nullptr;
  AddDense add_wide_ = nullptr;
};

}  // namespace limpide
