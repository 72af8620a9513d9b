#include "analyzer/facts/facts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/analyzer/facts/facts_support.h"

namespace limpide {
namespace {

std::vector<std::string> split(const std::string& line, const std::string& mark) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = line.find(mark, begin);
    parts.push_back(line.substr(begin, end - begin));
    if (end == std::string::npos) return parts;
    begin = end + mark.size();
  }
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : " | ") + line;
  return out.empty() ? "-" : out;
}

std::vector<std::string> sorted_keys(std::string_view text) {
  std::vector<std::string> keys;
  for (const Fact& fact : lexical_facts(text).facts) keys.push_back(fact_key(fact));
  std::sort(keys.begin(), keys.end());
  return keys;
}

// Columns: text, "words = key" of every fact in order, "-" when there is none.
TEST(Facts, OfEveryLineOfTheTables) {
  std::size_t cases = 0;
  for (const char* table : {"dates.tsv", "amounts.tsv", "deadlines.tsv", "references.tsv",
                            "names.tsv", "conditions.tsv"}) {
    for (const std::string& line : stage_lines(std::string("facts/") + table)) {
      const std::vector<std::string> columns = split(line, "\t");
      ASSERT_EQ(columns.size(), 2U) << table << ": " << line;
      EXPECT_EQ(joined(fact_lines(columns[0])), columns[1]) << table << ": " << columns[0];
      ++cases;
    }
  }
  EXPECT_GE(cases, 150U);
}

// Columns: same or other, two texts: do they state the same facts?
TEST(Facts, HaveKeysThatTellTextsApart) {
  std::size_t cases = 0;
  for (const std::string& line : stage_lines("facts/pairs.tsv")) {
    const std::vector<std::string> columns = split(line, "\t");
    ASSERT_EQ(columns.size(), 3U) << line;
    const bool same = sorted_keys(columns[1]) == sorted_keys(columns[2]);
    ASSERT_TRUE(columns[0] == "same" || columns[0] == "other") << line;
    EXPECT_EQ(same, columns[0] == "same")
        << columns[1] << "\n " << joined(sorted_keys(columns[1])) << "\n"
        << columns[2] << "\n " << joined(sorted_keys(columns[2]));
    ++cases;
  }
  EXPECT_GE(cases, 60U);
}

TEST(Facts, StandInTheOrderOfTheText) {
  const LexicalFacts found = lexical_facts(
      "Payez 12 euros avant le 3 mai 2025, dans un d\xC3\xA9lai de deux mois, puis 3 % le 4 mai.");
  ASSERT_GE(found.facts.size(), 5U);
  for (std::size_t i = 1; i < found.facts.size(); ++i) {
    EXPECT_LE(found.facts[i - 1].span.begin, found.facts[i].span.begin);
  }
}

TEST(Facts, AreOrderedByKindAndKey) {
  const LexicalFacts found = lexical_facts("5 euros, 3 mai 2025, 4 euros, 3 mai 2024");
  ASSERT_EQ(found.facts.size(), 4U);
  EXPECT_TRUE(comes_before(found.facts[1], found.facts[0]));  // dates before amounts
  EXPECT_TRUE(comes_before(found.facts[3], found.facts[1]));  // 2024 before 2025
  EXPECT_TRUE(comes_before(found.facts[2], found.facts[0]));  // 4 before 5
  EXPECT_FALSE(comes_before(found.facts[0], found.facts[0]));
}

}  // namespace
}  // namespace limpide
