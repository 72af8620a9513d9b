// The model file: what is not one is refused, and a damaged one never leads outside its bytes.
#include "analyzer/parsing/parsing_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/analyzer/parsing/parsing_support.h"
#include "tools/train/action_rows_builder.h"
#include "tools/train/parser_examples.h"
#include "tools/train/random.h"

namespace limpide {
namespace {

const std::string& small_model() {
  static const std::string kBytes = train_small(2);
  return kBytes;
}

std::string key_of(std::string bytes) {
  const auto model = ParsingModel::from_bytes(std::move(bytes));
  return model ? "" : model.error().message.key;
}

TEST(ParsingModel, OpensItsOwnBytes) {
  EXPECT_EQ(key_of(small_model()), "");
  EXPECT_EQ(ParsingModel::from_bytes(small_model()).value().licence(), "ours");
}

TEST(ParsingModel, RefusesWhatIsNotAModel) {
  EXPECT_EQ(key_of(""), "error.data.foreign");
  EXPECT_EQ(key_of("LMPDLEXIxxxxxxxx"), "error.data.foreign");
  EXPECT_FALSE(ParsingModel::open("/nowhere/parser.bin").has_value());
}

TEST(ParsingModel, RefusesATruncatedFile) {
  const std::string& bytes = small_model();
  for (std::size_t size = 8; size < bytes.size(); size += bytes.size() / 40) {
    EXPECT_NE(key_of(bytes.substr(0, size)), "") << size;
  }
}

TEST(ParsingModel, RefusesAFlippedBit) {
  for (std::size_t at = 8; at < small_model().size(); at += small_model().size() / 60) {
    std::string bytes = small_model();
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    EXPECT_NE(key_of(bytes), "") << at;
  }
}

TEST(ParsingModel, RefusesOtherFeatureTables) {
  const auto read = read_parser_examples(small_treebank(), parsing_resources());
  ASSERT_TRUE(read.has_value());
  std::string bytes = small_model();
  const auto file = PackedFile::from_bytes(bytes, kParserModelKind);
  ASSERT_TRUE(file.has_value());
  const std::string_view settings = file->section(kSectionParserSettings);
  const auto at = static_cast<std::size_t>(settings.data() - file->bytes().data());
  bytes[at] = static_cast<char>(bytes[at] + 1);
  repair_packed_checksum(bytes);
  EXPECT_EQ(key_of(bytes), "error.data.version");
}

// Behind the checksum: it opens or it is refused, and what opens parses within its bytes (the
// sanitizers see to it).
TEST(ParsingModel, DamageBehindTheChecksumIsHarmless) {
  const auto tagging = tagging_of(small_treebank());
  ASSERT_TRUE(tagging.has_value());
  const GoldSegmentation gold = gold_segmentation(small_treebank(), parsing_resources());
  Random random(3);
  std::size_t opened = 0;
  for (int round = 0; round < 120; ++round) {
    std::string bytes = small_model();
    for (int i = 0; i < 2; ++i) {
      const std::size_t at = 48 + random.below(bytes.size() - 48);
      bytes[at] = static_cast<char>(random.next());
    }
    repair_packed_checksum(bytes);
    const auto model = ParsingModel::from_bytes(bytes);
    if (!model) continue;
    ++opened;
    const Trees trees =
        parse_words(gold.segmentation, *tagging, *parsing_resources().lexicon, *model);
    expect_trees(gold.segmentation, trees);
  }
  EXPECT_GT(opened, 10U);
}

// The three forms of rows against plain sums.
TEST(ActionRows, EveryFormAddsItsWeights) {
  Random random(11);
  std::vector<WeightedFeature> features;
  for (std::uint64_t i = 0; i < 500; ++i) {
    WeightedFeature feature{feature_hash(i), {}};
    const std::size_t columns = 1 + random.below(i % 3 == 0 ? 4 : i % 3 == 1 ? 20 : kActionCount);
    for (std::size_t column = 0; column < kActionCount && feature.columns.size() < columns;
         column += 1 + random.below(3)) {
      const auto weight = static_cast<std::int64_t>(random.below(255)) - 127;
      if (weight != 0) feature.columns.push_back({static_cast<std::uint8_t>(column), weight});
    }
    if (!feature.columns.empty()) features.push_back(feature);
  }
  const ActionTable table = build_action_rows(features, kActionCount, {0, 1});
  EXPECT_GT(table.forms.short_end, 0U);
  EXPECT_GT(table.forms.narrow_end, table.forms.short_end);
  EXPECT_GT(table.forms.wide_end, table.forms.narrow_end);
  const auto rows = ActionRows::from_section(table.section, table.forms);
  ASSERT_TRUE(rows.has_value());
  for (std::size_t first = 0; first + 100 <= features.size(); first += 50) {
    std::vector<std::uint64_t> hashes;
    std::array<int, kActionCount> sums{};
    for (std::size_t i = first; i < first + 100; ++i) {
      hashes.push_back(features[i].hash);
      hashes.push_back(feature_hash(features[i].hash, 77));  // of no row
      hashes.pop_back();
      for (const WeightedColumn& column : features[i].columns) {
        sums[column.column] += static_cast<int>(column.weight);
      }
    }
    hashes.push_back(feature_hash(12345, 6));
    ActionScores scores;
    scores.values.fill(0);
    rows->add(hashes.data(), hashes.size(), scores);
    for (std::size_t action = 0; action < kActionCount; ++action) {
      EXPECT_EQ(scores.values[table.columns[action]], sums[action]) << action;
    }
  }
}

TEST(ActionRows, RefusesBoundsOutOfOrder) {
  const ActionTable table = build_action_rows({{1, {{0, 5}}}}, kActionCount, {0, 1});
  EXPECT_TRUE(ActionRows::from_section(table.section, table.forms).has_value());
  EXPECT_FALSE(ActionRows::from_section(table.section, {9, 3, 12}).has_value());
  EXPECT_FALSE(ActionRows::from_section("", table.forms).has_value());
}

}  // namespace
}  // namespace limpide
