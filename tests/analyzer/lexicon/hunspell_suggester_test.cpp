#include "analyzer/lexicon/hunspell_suggester.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/analyzer/lexicon/compiled_data.h"

namespace limpide {
namespace {

TEST(HunspellSuggester, SuggestsWhatIsFurtherThanOneEdit) {
  auto suggester = HunspellSuggester::open(data_path("hunspell"), {});
  ASSERT_TRUE(suggester.has_value());
  const auto corrections = suggester.value().suggest("ortografe", 5);
  EXPECT_NE(std::find(corrections.begin(), corrections.end(), "orthographe"), corrections.end());
  EXPECT_LE(corrections.size(), 5U);
}

TEST(HunspellSuggester, KnowsTheWordsOfTheUser) {
  auto suggester =
      HunspellSuggester::open(data_path("hunspell"), {"sivuqaq", "l\u2019Ardoisi\u00e8re"});
  ASSERT_TRUE(suggester.has_value());
  EXPECT_TRUE(suggester.value().is_spelled("sivuqaq"));
  EXPECT_TRUE(suggester.value().is_spelled("l'Ardoisi\u00e8re"));
  const auto corrections = suggester.value().suggest("sivuqac", 5);
  EXPECT_NE(std::find(corrections.begin(), corrections.end(), "sivuqaq"), corrections.end());
}

TEST(HunspellSuggester, StopsAtItsLimit) {
  auto suggester = HunspellSuggester::open(data_path("hunspell"), {});
  ASSERT_TRUE(suggester.has_value());
  for (std::size_t i = 0; i < kSuggestedWordsAtMost; ++i) {
    EXPECT_FALSE(suggester.value().exhausted());
    EXPECT_FALSE(suggester.value().suggest("maisson", 1).empty());
  }
  EXPECT_TRUE(suggester.value().exhausted());
  EXPECT_TRUE(suggester.value().suggest("maisson", 1).empty());
}

TEST(HunspellSuggester, RefusesAFolderWithoutDictionary) {
  const auto suggester = HunspellSuggester::open("/nowhere", {});
  ASSERT_FALSE(suggester.has_value());
  EXPECT_EQ(suggester.error().message.key, "error.file.missing");
}

TEST(UserWords, OneALineWithComments) {
  const auto words =
      parse_user_words("# les n\u00f4tres\nSivuqaq\r\n  l\u2019Ardoise  # un lieu\n\n", "liste");
  ASSERT_TRUE(words.has_value());
  EXPECT_EQ(words.value(), (std::vector<std::string>{"Sivuqaq", "l'Ardoise"}));
  EXPECT_TRUE(parse_user_words("", "liste").value().empty());
  EXPECT_EQ(parse_user_words("\xff", "liste").error().message.key, "error.words.utf8");
}

}  // namespace
}  // namespace limpide
