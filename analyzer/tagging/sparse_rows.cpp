#include "analyzer/tagging/sparse_rows.h"

#include <algorithm>

#include "analyzer/lexicon/packed_file.h"

namespace limpide {

std::optional<SparseRows> SparseRows::from_section(std::string_view section) {
  if (section.size() < kSparseHeaderBytes) return std::nullopt;
  const std::size_t buckets = load<std::uint32_t>(section, 0);
  const std::size_t row_bytes = load<std::uint32_t>(section, 4);
  const std::size_t table_bytes = buckets * kBucketBytes;
  if (section.size() != kSparseHeaderBytes + table_bytes + row_bytes) return std::nullopt;
  if (buckets > 0 && row_bytes < kRowBytesAtMost) return std::nullopt;
  SparseRows rows;
  rows.buckets_ = static_cast<std::uint32_t>(buckets);
  rows.table_ = section.data() + kSparseHeaderBytes;
  rows.rows_ = reinterpret_cast<const unsigned char*>(rows.table_ + table_bytes);
  // Empty slots have offset 0, so that every slot is checked alike, without a branch.
  std::uint32_t highest = 0;
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
    const char* offsets = rows.table_ + bucket * kBucketBytes + kBucketOffsetsAt;
    for (std::size_t slot = 0; slot < kBucketSlots; ++slot) {
      highest = std::max(highest, load_item<std::uint32_t>(offsets, slot));
    }
  }
  if (buckets > 0 && highest > row_bytes - kRowBytesAtMost) return std::nullopt;
  return rows;
}

}  // namespace limpide
