// Rows of weights: what is put in comes out; bytes that are not such a table are refused.
#include "analyzer/tagging/sparse_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tools/train/sparse_rows_builder.h"

namespace limpide {
namespace {

std::vector<WeightedFeature> features(std::size_t count) {
  std::vector<WeightedFeature> made;
  for (std::uint64_t i = 0; i < count; ++i) {
    WeightedFeature feature{feature_hash(1, i), {}};
    for (std::uint64_t c = 0; c <= i % 7; ++c) {
      const auto weight = static_cast<std::int64_t>((i * 31 + c * 17) % 255) - 127;
      feature.columns.push_back({static_cast<std::uint8_t>((i + c * 40) % 256), weight});
    }
    made.push_back(feature);
  }
  return made;
}

TEST(SparseRows, KeepsEveryWeight) {
  const auto made = features(20000);
  const std::string section = build_sparse_rows(made, {1, 1});
  const auto rows = SparseRows::from_section(section);
  ASSERT_TRUE(rows.has_value());
  for (const WeightedFeature& feature : made) {
    SparseScores wanted{};
    for (const WeightedColumn& column : feature.columns) {
      wanted[column.column] += static_cast<std::int32_t>(column.weight);
    }
    SparseScores found{};
    add_row(rows->find(feature.hash), found);
    EXPECT_EQ(wanted, found);
  }
}

TEST(SparseRows, HasNoRowForOtherFeatures) {
  const std::string section = build_sparse_rows(features(20000), {1, 1});
  const auto rows = SparseRows::from_section(section);
  ASSERT_TRUE(rows.has_value());
  std::size_t false_rows = 0;
  for (std::uint64_t i = 0; i < 20000; ++i) {
    if (rows->find(feature_hash(2, i)) != nullptr) ++false_rows;
  }
  EXPECT_LT(false_rows, 20U);  // one in 8,000 by the width of the check
}

TEST(SparseRows, PrunesRoundsAndHolds) {
  const std::vector<WeightedFeature> made = {
      {feature_hash(1), {{3, 90}, {4, -149}, {5, 151}, {6, 1'000'000}, {7, -1'000'000}}},
      {feature_hash(2), {{3, 99}, {4, 0}}}};
  SparseRowsCounts counts;
  const std::string section = build_sparse_rows(made, {100, 100}, &counts);
  const auto rows = SparseRows::from_section(section);
  ASSERT_TRUE(rows.has_value());
  SparseScores scores{};
  add_row(rows->find(feature_hash(1)), scores);
  EXPECT_EQ(scores[3], 0);
  EXPECT_EQ(scores[4], -1);
  EXPECT_EQ(scores[5], 2);
  EXPECT_EQ(scores[6], 127);
  EXPECT_EQ(scores[7], -127);
  EXPECT_EQ(rows->find(feature_hash(2)), nullptr);
  EXPECT_EQ(counts.features, 1U);
  EXPECT_EQ(counts.clipped, 2U);
}

TEST(SparseRows, TakesTheWidestRow) {
  WeightedFeature wide{feature_hash(9), {}};
  for (std::int64_t c = 0; c < 256; ++c) {
    wide.columns.push_back({static_cast<std::uint8_t>(c), c % 100 + 1});
  }
  const std::string section = build_sparse_rows({wide}, {1, 1});
  const auto rows = SparseRows::from_section(section);
  ASSERT_TRUE(rows.has_value());
  SparseScores scores{};
  add_row(rows->find(wide.hash), scores);
  for (std::size_t c = 0; c < 256; ++c)
    EXPECT_EQ(scores[c], static_cast<std::int32_t>(c % 100 + 1));
}

TEST(SparseRows, DoesNotDependOnTheOrder) {
  auto made = features(500);
  const std::string section = build_sparse_rows(made, {1, 1});
  const std::vector<WeightedFeature> reversed(made.rbegin(), made.rend());
  EXPECT_EQ(section, build_sparse_rows(reversed, {1, 1}));
}

TEST(SparseRows, AnEmptyTableHasNothing) {
  const std::string section = build_sparse_rows({}, {});
  const auto rows = SparseRows::from_section(section);
  ASSERT_TRUE(rows.has_value());
  EXPECT_EQ(rows->find(feature_hash(1)), nullptr);
  EXPECT_EQ(SparseRows().find(feature_hash(1)), nullptr);
}

TEST(SparseRows, RefusesTruncation) {
  const std::string section = build_sparse_rows(features(100), {1, 1});
  for (std::size_t size = 0; size < section.size(); ++size) {
    EXPECT_FALSE(SparseRows::from_section(std::string_view(section).substr(0, size)).has_value());
  }
  EXPECT_FALSE(SparseRows::from_section(section + "x").has_value());
}

TEST(SparseRows, RefusesAnOffsetOutside) {
  std::string section = build_sparse_rows(features(100), {1, 1});
  for (std::size_t slot = 0; slot < kBucketSlots; ++slot) {
    std::string damaged = section;
    const std::uint32_t far = 0x7FFFFFFF;
    std::memcpy(damaged.data() + kSparseHeaderBytes + kBucketOffsetsAt + 4 * slot, &far, 4);
    EXPECT_FALSE(SparseRows::from_section(damaged).has_value()) << slot;
  }
}

// Any byte may change: what is still taken is read inside its bounds, and every look-up ends.
TEST(SparseRows, ReadsDamagedTablesInside) {
  const std::string section = build_sparse_rows(features(60), {1, 1});
  for (std::size_t at = 0; at < section.size(); ++at) {
    std::string damaged = section;
    damaged[at] = static_cast<char>(0xFF);
    const auto rows = SparseRows::from_section(damaged);
    if (!rows) continue;
    SparseScores scores{};
    for (std::uint64_t i = 0; i < 80; ++i) add_row(rows->find(feature_hash(1, i)), scores);
  }
}

}  // namespace
}  // namespace limpide
