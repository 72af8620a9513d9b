#include "analyzer/parsing/action_rows.h"

#include <cstring>

namespace limpide {
namespace {

using Row = SparseRows::Row;

#if defined(__x86_64__)
#define LIMPIDE_AVX2 __attribute__((target("avx2")))
#else
#define LIMPIDE_AVX2
#endif

// Sixteen columns at a time; the compiler splits them where registers are shorter.
using Bytes [[gnu::vector_size(16)]] = signed char;
using Words [[gnu::vector_size(32)]] = std::int16_t;

// The sums stay in registers from the first row to the last.
template <std::size_t Columns>
[[gnu::always_inline]] inline void add_dense(const Row* rows, std::size_t count,
                                             std::int16_t* scores) {
  constexpr std::size_t kLanes = 16;
  Words sums[Columns / kLanes];
  std::memcpy(&sums, scores, sizeof sums);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t part = 0; part < Columns / kLanes; ++part) {
      Bytes weights;
      std::memcpy(&weights, rows[i] + part * kLanes, sizeof weights);
      sums[part] += __builtin_convertvector(weights, Words);
    }
  }
  std::memcpy(scores, &sums, sizeof sums);
}

void narrow_plain(const Row* rows, std::size_t count, std::int16_t* scores) {
  add_dense<kNarrowColumns>(rows, count, scores);
}
void wide_plain(const Row* rows, std::size_t count, std::int16_t* scores) {
  add_dense<kWideColumns>(rows, count, scores);
}
LIMPIDE_AVX2 void narrow_avx2(const Row* rows, std::size_t count, std::int16_t* scores) {
  add_dense<kNarrowColumns>(rows, count, scores);
}
LIMPIDE_AVX2 void wide_avx2(const Row* rows, std::size_t count, std::int16_t* scores) {
  add_dense<kWideColumns>(rows, count, scores);
}

bool has_avx2() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

// Four columns without a branch: those past the end add 0. The bytes past a row belong to the next
// row or to the zeros at the end.
void add_short(Row row, std::int16_t* scores) {
  const unsigned char* item = row + 1;
  for (int left = int{row[0]} + 1; left > 0; left -= static_cast<int>(kShortRowColumns)) {
    for (int i = 0; i < static_cast<int>(kShortRowColumns); ++i, item += 2) {
      const int kept = (i - left) >> 31;  // all ones before the end, else 0
      const int weight = static_cast<signed char>(item[1]) & kept;
      scores[item[0]] = static_cast<std::int16_t>(scores[item[0]] + weight);
    }
  }
}

}  // namespace

std::optional<ActionRows> ActionRows::from_section(std::string_view section,
                                                   const RowForms& forms) {
  const std::optional<SparseRows> rows = SparseRows::from_section(section);
  const bool ordered = forms.short_end <= forms.narrow_end && forms.narrow_end <= forms.wide_end;
  if (!rows || !ordered) return std::nullopt;
  ActionRows made;
  made.rows_ = *rows;
  made.forms_ = forms;
  const bool wide_registers = has_avx2();
  made.add_narrow_ = wide_registers ? narrow_avx2 : narrow_plain;
  made.add_wide_ = wide_registers ? wide_avx2 : wide_plain;
  return made;
}

void ActionRows::add(const std::uint64_t* hashes, std::size_t count, ActionScores& scores) const {
  if (rows_.bucket_count() == 0) return;
  // By form: short, narrow, wide, and those that are not there.
  std::array<std::array<Row, kFeaturesAtMost>, 4> found;
  std::array<std::uint32_t, 4> counts{};
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t offset = rows_.offset_of(hashes[i]);
    const unsigned form = static_cast<unsigned>(offset >= forms_.short_end) +
                          static_cast<unsigned>(offset >= forms_.narrow_end) +
                          static_cast<unsigned>(offset >= forms_.wide_end);
    const Row row = rows_.row_bytes() + offset;
    __builtin_prefetch(row);
    found[form][counts[form]++] = row;
  }
  std::int16_t* sums = scores.values.data();
  for (std::size_t i = 0; i < counts[0]; ++i) add_short(found[0][i], sums);
  if (counts[1] > 0) add_narrow_(found[1].data(), counts[1], sums);
  if (counts[2] > 0) add_wide_(found[2].data(), counts[2], sums);
}

}  // namespace limpide
