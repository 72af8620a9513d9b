#include "analyzer/lexicon/spelling.h"

#include <gtest/gtest.h>

#include <hunspell/hunspell.hxx>

#include "analyzer/base/utf8.h"
#include "tests/analyzer/lexicon/compiled_data.h"

namespace limpide {
namespace {

TEST(Spelling, JudgesAsTheDictionary) {
  for (const auto& cells : stage_table("spelling.tsv")) {
    EXPECT_EQ(is_spelled(lexicon(), cells[0]), cells[1] == "right") << cells[0];
  }
  EXPECT_TRUE(is_spelled(lexicon(), ""));
  EXPECT_FALSE(is_spelled(lexicon(), std::string(300, 'a')));
}

// Each way a form can be written, against Hunspell: forms of the whole lexicon, a stride apart.
TEST(Spelling, AgreesWithHunspellOnFormsInEveryDress) {
  Hunspell hunspell(data_path("hunspell/fr.aff").c_str(), data_path("hunspell/fr.dic").c_str());
  std::size_t compared = 0;
  std::size_t same = 0;
  for (FormId id = 0; id < lexicon().form_count(); id += 97) {
    if ((lexicon().flags(id) & kAddedByUs) != 0) continue;
    const std::string form = lexicon().form(id);
    for (const std::string& word : {form,
                                    to_upper(form),
                                    capitalized(form),
                                    to_lower(form),
                                    "l'" + form,
                                    "L'" + to_upper(form),
                                    "d'" + capitalized(form),
                                    "qu'" + form,
                                    "j'" + form,
                                    "n'" + form,
                                    "m'" + form,
                                    "s'" + form,
                                    "t'" + form,
                                    "c'" + form,
                                    "jusqu'" + form,
                                    "Lorsqu'" + form,
                                    form + "-vous",
                                    "non-" + form,
                                    form + "." + form,
                                    form + ".",
                                    form.substr(1),
                                    form + "e",
                                    form + "s"}) {
      if (!is_valid_utf8(word)) continue;
      ++compared;
      const bool agree = is_spelled(lexicon(), word) == hunspell.spell(word);
      same += agree ? 1 : 0;
      if (!agree && compared - same < 30) std::printf("differs: %s\n", word.c_str());
    }
  }
  EXPECT_GT(compared, 100'000U);
  EXPECT_GE(static_cast<double>(same) / static_cast<double>(compared), 0.999)
      << same << " of " << compared;
}

TEST(Spelling, NamesAcronymsAndCodesAreNotDoubted) {
  for (const auto& cells : stage_table("doubtful.tsv")) {
    EXPECT_EQ(is_doubtful(lexicon(), cells[0], cells[1] == "start"), cells[2] == "yes") << cells[0];
  }
}

TEST(Spelling, SuggestsTheCloseWordFirst) {
  for (const auto& cells : stage_table("suggestions.tsv")) {
    const auto corrections = suggest_close(lexicon(), familiarity(), cells[0], 5);
    EXPECT_EQ(corrections.empty() ? "" : corrections[0], cells[1]) << cells[0];
  }
  EXPECT_TRUE(suggest_close(lexicon(), familiarity(), "", 5).empty());
  EXPECT_TRUE(suggest_close(lexicon(), familiarity(), "maisson", 0).empty());
  EXPECT_TRUE(suggest_close(lexicon(), familiarity(), "qqqqqqqq", 5).empty());
  EXPECT_LE(suggest_close(lexicon(), familiarity(), "a", 3).size(), 3U);
}

TEST(Spelling, SuggestionsAreSpelledRight) {
  for (const char* word :
       {"etat", "apeler", "recu", "eleve", "pretre", "hopital", "cout", "Ile", "COTE"}) {
    for (const std::string& correction : suggest_close(lexicon(), familiarity(), word, 10)) {
      EXPECT_TRUE(is_spelled(lexicon(), correction)) << word << " " << correction;
    }
  }
}

}  // namespace
}  // namespace limpide
