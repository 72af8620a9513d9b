// Weights of a linear model: hash of a feature -> row of (column, weight). In: a section of a
// PackedFile, kept as a view. Out: rows, added into an array of scores; a look-up reads one cache
// line for the bucket and one for the row, and allocates nothing. Refuses: a section whose sizes
// or offsets do not hold (from_section gives nothing); bounds are checked there, once.
//
// Made by tools/train/sparse_rows_builder; the bytes are in docs/formats/models.md.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace limpide {

// A column is a byte: an array of scores has one place for each value, so that no row, even of a
// damaged model, can write outside it.
inline constexpr std::size_t kSparseColumns = 256;
using SparseScores = std::array<std::int32_t, kSparseColumns>;

// A bucket is a cache line: checks u16, offsets of rows u32, then a u32 with spill_bit() of each
// feature that belongs here and found no room: the neighbour holds it.
inline constexpr std::size_t kBucketSlots = 10;
inline constexpr std::size_t kBucketBytes = 64;
inline constexpr std::size_t kBucketOffsetsAt = 2 * kBucketSlots;
inline constexpr std::size_t kBucketSpillAt = kBucketOffsetsAt + 4 * kBucketSlots;
inline constexpr std::size_t kSparseHeaderBytes = 64;  // u32 buckets, u32 bytes of rows, zeros
// A row is a byte (columns - 1) and two bytes a column. After the last row lie as many zeros as
// the longest row has bytes: an offset inside is enough of a check.
inline constexpr std::size_t kRowBytesAtMost = 1 + 2 * kSparseColumns;

// Features are named by whole numbers, mixed one after the other: feature_hash(template, a, b).
// A prefix that several features share is mixed once: mix_feature(prefix, b). Fixed for ever:
// models hold these hashes.
[[nodiscard]] constexpr std::uint64_t mix_feature(std::uint64_t prefix, std::uint64_t value) {
  const std::uint64_t product = (prefix ^ value) * 0x9E3779B97F4A7C15U;
  return product ^ (product >> 32U);
}
template <typename... Values>
[[nodiscard]] constexpr std::uint64_t feature_hash(std::uint64_t first, Values... values) {
  std::uint64_t hash = mix_feature(0x51A2C3D4E5F60718U, first);
  ((hash = mix_feature(hash, static_cast<std::uint64_t>(values))), ...);
  return hash;
}

// Where a hash is kept; `check` is never 0, which marks an empty slot.
[[nodiscard]] constexpr std::uint32_t bucket_of(std::uint64_t hash, std::uint32_t buckets) {
  return static_cast<std::uint32_t>(((hash >> 32U) * buckets) >> 32U);
}
[[nodiscard]] constexpr std::uint16_t check_of(std::uint64_t hash) {
  const auto check = static_cast<std::uint16_t>(hash);
  return check == 0 ? std::uint16_t{1} : check;
}

// Bit 0 is left out: it stands for any feature.
[[nodiscard]] constexpr std::uint32_t spill_bit(std::uint64_t hash) {
  return std::uint32_t{2} << (hash >> 16U & 15U);
}

// Immutable; safe to share between threads. Lives no longer than the bytes it views.
class SparseRows {
 public:
  using Row = const unsigned char*;  // nullptr: no such feature

  static std::optional<SparseRows> from_section(std::string_view section);
  SparseRows() = default;

  [[nodiscard]] Row find(std::uint64_t hash) const;
  // The same as an offset into row_bytes(), kNoRow for none, without a branch on whether there is
  // one. REQUIRES: bucket_count() > 0.
  static constexpr std::uint32_t kNoRow = 0xFFFFFFFF;
  [[nodiscard]] std::uint32_t offset_of(std::uint64_t hash) const;
  [[nodiscard]] Row row_bytes() const { return rows_; }
  // Asks for the bucket ahead of find(); a hint.
  void prefetch(std::uint64_t hash) const {
    if (buckets_ > 0) {
      __builtin_prefetch(table_ + std::size_t{bucket_of(hash, buckets_)} * kBucketBytes);
    }
  }
  [[nodiscard]] std::uint32_t bucket_count() const { return buckets_; }

 private:
  [[nodiscard]] static unsigned matches(const char* bucket, std::uint16_t check);

  const char* table_ = nullptr;
  const unsigned char* rows_ = nullptr;
  std::uint32_t buckets_ = 0;
};

// Adds a row; nothing for nullptr.
inline void add_row(SparseRows::Row row, SparseScores& scores) {
  if (row == nullptr) return;
  const std::size_t columns = std::size_t{row[0]} + 1;
  for (const unsigned char* item = row + 1; item != row + 1 + 2 * columns; item += 2) {
    scores[item[0]] += static_cast<signed char>(item[1]);
  }
}

// Bit i is set when check i of the bucket is the wanted one.
inline unsigned SparseRows::matches(const char* bucket, std::uint16_t check) {
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi16(static_cast<short>(check));
  const __m128i first = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bucket));
  const __m128i last = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bucket + 4));
  const __m128i equal =
      _mm_packs_epi16(_mm_cmpeq_epi16(first, wanted), _mm_cmpeq_epi16(last, wanted));
  const auto bits = static_cast<unsigned>(_mm_movemask_epi8(equal));
  // The second load has checks 2 to 9: its last two are 8 and 9.
  return (bits & 0xFFU) | (bits >> 14U) << 8U;
#else
  unsigned bits = 0;
  for (unsigned i = 0; i < kBucketSlots; ++i) {
    std::uint16_t have;
    std::memcpy(&have, bucket + std::size_t{2} * i, sizeof have);
    bits |= static_cast<unsigned>(have == check) << i;
  }
  return bits;
#endif
}

inline std::uint32_t SparseRows::offset_of(std::uint64_t hash) const {
  const char* bucket = table_ + std::size_t{bucket_of(hash, buckets_)} * kBucketBytes;
  const unsigned bits = matches(bucket, check_of(hash));
  // One jump, nearly never taken.
  std::uint32_t spilled;
  std::memcpy(&spilled, bucket + kBucketSpillAt, sizeof spilled);
  if (((bits == 0 ? spilled : 0U) & (spill_bit(hash) | 1U)) != 0) [[unlikely]] {
    const Row row = find(hash);
    return row == nullptr ? kNoRow : static_cast<std::uint32_t>(row - rows_);
  }
  std::uint32_t offset;
  // No match: slot 10, whose bytes are those of the spill mark.
  const auto slot = static_cast<std::size_t>(std::countr_zero(bits | 1U << kBucketSlots));
  std::memcpy(&offset, bucket + kBucketOffsetsAt + 4 * slot, sizeof offset);
  return bits == 0 ? kNoRow : offset;
}

inline SparseRows::Row SparseRows::find(std::uint64_t hash) const {
  if (buckets_ == 0) return nullptr;
  const std::uint16_t check = check_of(hash);
  std::uint32_t number = bucket_of(hash, buckets_);
  // No more steps than buckets: a damaged table may say "spilled" in each of them.
  for (std::uint32_t step = 0; step < buckets_; ++step) {
    const char* bucket = table_ + std::size_t{number} * kBucketBytes;
    if (const unsigned bits = matches(bucket, check); bits != 0) {
      std::uint32_t offset;
      const auto slot = static_cast<std::size_t>(std::countr_zero(bits));
      std::memcpy(&offset, bucket + kBucketOffsetsAt + 4 * slot, sizeof offset);
      return rows_ + offset;
    }
    std::uint32_t spilled;
    std::memcpy(&spilled, bucket + kBucketSpillAt, sizeof spilled);
    if ((spilled & (spill_bit(hash) | 1U)) == 0) return nullptr;
    number = number + 1 == buckets_ ? 0 : number + 1;
  }
  return nullptr;
}

}  // namespace limpide
