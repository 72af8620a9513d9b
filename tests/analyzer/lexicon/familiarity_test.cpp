#include "analyzer/lexicon/familiarity.h"

#include <gtest/gtest.h>

#include "tests/analyzer/lexicon/compiled_data.h"

namespace limpide {
namespace {

TEST(Familiarity, EverydayWordsHaveARank) {
  for (const auto& cells : stage_table("familiar-words.tsv")) {
    const std::uint32_t rank = familiarity().rank(cells[0]);
    EXPECT_EQ(rank > 0 && rank < 3000, cells[1] == "yes") << cells[0];
  }
  EXPECT_LT(familiarity().rank("de"), familiarity().rank("maison"));
  EXPECT_LT(familiarity().rank("maison"), familiarity().rank("lesquels"));
}

TEST(Familiarity, AdministrativeUseDoesNotMakeAWordFamiliar) {
  const Usage word = familiarity().usage("exon\u00e9ration");
  EXPECT_EQ(word.rank, 0U);
  EXPECT_GT(word.administrative, 10U);
}

TEST(Familiarity, UnknownWordsHaveNothing) {
  for (const char* word : {"", "zzzz", "Maison", "MAISON", "\xff\xff"}) {
    EXPECT_EQ(familiarity().rank(word), 0U) << word;
    EXPECT_EQ(familiarity().usage(word).administrative, 0U) << word;
  }
  EXPECT_EQ(Familiarity().rank("de"), 0U);
}

TEST(Familiarity, FirstAndLastWordsAreFound) {
  const auto table = Familiarity::from_bytes(
      pack_familiarity({{"a", {1, 2}}, {"b", {3, 4}}, {"c", {5, 6}}}, "", 0));
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table.value().rank("a"), 1U);
  EXPECT_EQ(table.value().rank("b"), 3U);
  EXPECT_EQ(table.value().usage("c").administrative, 6U);
  EXPECT_EQ(table.value().rank("d"), 0U);
}

TEST(Familiarity, SaysWhereItComesFrom) {
  EXPECT_NE(familiarity().licence().find("ODC-BY"), std::string::npos);
  EXPECT_GT(familiarity().size(), 25'000U);
  EXPECT_LT(familiarity().size(), 40'000U);
  EXPECT_FALSE(Familiarity::open("/nowhere").has_value());
}

}  // namespace
}  // namespace limpide
