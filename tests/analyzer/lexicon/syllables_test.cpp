#include "analyzer/lexicon/syllables.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/analyzer/lexicon/compiled_data.h"

namespace limpide {
namespace {

constexpr double kRightAtLeast = 0.97;

TEST(Syllables, AgreesWithTheGoldTable) {
  std::size_t words = 0;
  std::size_t right = 0;
  for (const auto& cells : stage_table("syllables.tsv")) {
    ++words;
    const std::string counted = std::to_string(count_syllables(lexicon(), cells[0]));
    right += counted == cells[1] ? 1 : 0;
    if (counted != cells[1])
      std::printf("%s: %s, not %s\n", cells[0].c_str(), counted.c_str(), cells[1].c_str());
  }
  EXPECT_GE(words, 200U);
  EXPECT_GE(static_cast<double>(right), kRightAtLeast * static_cast<double>(words))
      << right << " of " << words;
}

TEST(Syllables, RulesOneByOne) {
  for (const auto& cells : stage_table("syllable-rules.tsv")) {
    EXPECT_EQ(std::to_string(count_syllables(lexicon(), cells[0])), cells[1]) << cells[0];
  }
  EXPECT_EQ(count_syllables(lexicon(), ""), 0U);
}

TEST(Syllables, WithoutTheLexiconSureEndingsOnlyAreMute) {
  EXPECT_EQ(count_syllables("\u00e9taient"), 2U);
  EXPECT_EQ(count_syllables("finissent"), 2U);
  EXPECT_EQ(count_syllables("document"), 3U);
  EXPECT_EQ(count_syllables("parlent"), 2U);
}

// No word makes it fail, and none has more syllables than letters.
TEST(Syllables, EveryFormHasBetweenNoneAndItsLetters) {
  for (FormId id = 0; id < lexicon().form_count(); id += 7) {
    const std::string form = lexicon().form(id);
    ASSERT_LE(count_syllables(form), form.size()) << form;
  }
}

}  // namespace
}  // namespace limpide
