#include "analyzer/facts/fact_resources.h"

#include <gtest/gtest.h>

#include "tests/analyzer/facts/facts_support.h"

namespace limpide {
namespace {

std::string error_of(std::string_view table) {
  const auto parsed = FactResources::parse(table, "list.tsv");
  if (parsed) return "none";
  const Error& error = parsed.error();
  return error.message.key + " " + error.location.path + ":" + std::to_string(error.location.line);
}

TEST(FactResources, SayWhereALineIsBad) {
  EXPECT_EQ(error_of("# head\nmonth\tmars\t3\n"), "none");
  EXPECT_EQ(error_of("month\tmars\t3\r\n\r\n# end\r\n"), "none");
  EXPECT_EQ(error_of(""), "none");
  EXPECT_EQ(error_of("# head\nmonth\tmars\n"), "error.facts.columns list.tsv:2");
  EXPECT_EQ(error_of("month\tmars\t3\t4\n"), "error.facts.columns list.tsv:1");
  EXPECT_EQ(error_of("month mars 3\n"), "error.facts.columns list.tsv:1");
  EXPECT_EQ(error_of("mouth\tmars\t3\n"), "error.facts.role list.tsv:1");
  EXPECT_EQ(error_of("month\tmars\tthree\n"), "error.facts.value list.tsv:1");
  EXPECT_EQ(error_of("month\tmars\t-\n"), "error.facts.value list.tsv:1");
  EXPECT_EQ(error_of("month\tmars\t-3\n"), "error.facts.value list.tsv:1");
  EXPECT_EQ(error_of("month\t \t3\n"), "error.facts.value list.tsv:1");
  EXPECT_EQ(error_of("month\t\t3\n"), "error.facts.value list.tsv:1");
  EXPECT_EQ(error_of("money\teuro\tEUR\n"), "error.facts.value list.tsv:1");
  EXPECT_EQ(error_of("money\teuro\tEUR one\n"), "error.facts.value list.tsv:1");
  EXPECT_EQ(error_of("title\tm.\t-\n"), "error.facts.value list.tsv:1");
  EXPECT_EQ(error_of("until\tavant\t3\n"), "error.facts.value list.tsv:1");
  EXPECT_EQ(error_of("month\tmars\t3\nmonth\tm\xFFrs\t3\n"), "error.facts.encoding list.tsv:2");
}

TEST(FactResources, SayWhichFileIsMissing) {
  const auto loaded = FactResources::load("/nonexistent");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().message.key, "error.file.missing");
}

TEST(FactResources, GiveTheLongestPhraseFirst) {
  const auto parsed = FactResources::parse("start\td\t-\nstart\td e\t-\nstart\td e f\t2\n", "t");
  ASSERT_TRUE(parsed);
  const FactWord* word = parsed->find("d");
  ASSERT_NE(word, nullptr);
  ASSERT_EQ(word->phrases.size(), 3U);
  EXPECT_EQ(word->phrases[0].rest.size(), 2U);
  EXPECT_EQ(word->phrases[0].number.digits, 2);
  EXPECT_EQ(word->phrases[2].rest.size(), 0U);
  EXPECT_EQ(parsed->find("e"), nullptr);
}

TEST(FactResources, ExpandTheLastWord) {
  const auto parsed = FactResources::parse("start\tx de\t-\n", "t");
  ASSERT_TRUE(parsed);
  ASSERT_NE(parsed->find("x"), nullptr);
  EXPECT_EQ(parsed->find("x")->phrases.size(), 4U);
}

TEST(FactResources, OfTheProjectLoad) {
  EXPECT_NE(fact_resources().find("janvier"), nullptr);
  EXPECT_EQ(fact_resources().find("xyzzy"), nullptr);
}

}  // namespace
}  // namespace limpide
