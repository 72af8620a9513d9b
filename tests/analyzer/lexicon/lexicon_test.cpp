#include "analyzer/lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "tests/analyzer/lexicon/compiled_data.h"

namespace limpide {
namespace {

// "lemma UPOS features", as CoNLL-U writes them.
std::vector<std::string> readings(const std::string& form) {
  std::vector<std::string> texts;
  const FormId id = lexicon().find(form);
  if (id == kNoForm) return texts;
  for (const LexicalAnalysis& analysis : lexicon().analyses(id)) {
    texts.push_back(analysis.lemma + " " + std::string(upos_name(analysis.upos)) + " " +
                    features_name(analysis.features));
  }
  return texts;
}

TEST(Lexicon, FormsHaveAllTheirReadings) {
  for (const auto& cells : stage_table("readings.tsv")) {
    std::string expected = cells[1];
    std::vector<std::string> wanted;
    for (std::size_t at = 0; !expected.empty() && at != std::string::npos;) {
      at = expected.find("; ");
      wanted.push_back(expected.substr(0, at));
      if (at != std::string::npos) expected.erase(0, at + 2);
    }
    std::vector<std::string> actual = readings(cells[0]);
    std::sort(wanted.begin(), wanted.end());
    std::sort(actual.begin(), actual.end());
    EXPECT_EQ(actual, wanted) << cells[0];
  }
}

TEST(Lexicon, VerbsSayTheirObjectAndAuxiliary) {
  for (const auto& cells : stage_table("verbs.tsv")) {
    const FormId id = lexicon().find(cells[0]);
    ASSERT_NE(id, kNoForm) << cells[0];
    for (const LexicalAnalysis& analysis : lexicon().analyses(id)) {
      if (analysis.upos != Upos::kVerb) continue;
      EXPECT_EQ(analysis.transitive, cells[1] == "yes") << cells[0];
      EXPECT_EQ(analysis.etre_auxiliary, cells[2] == "yes") << cells[0];
      EXPECT_EQ(analysis.pronominal_only, cells[3] == "yes") << cells[0];
    }
  }
}

TEST(Lexicon, CapitalsAndMissingAccentsAreSeenThrough) {
  for (const auto& cells : stage_table("any-case.tsv")) {
    const FormId id = lexicon().find_any_case(cells[0]);
    EXPECT_EQ(id == kNoForm ? "" : lexicon().form(id), cells[1]) << cells[0];
  }
  EXPECT_EQ(lexicon().find_any_case(""), kNoForm);
  EXPECT_EQ(lexicon().find_any_case("\xff"), kNoForm);
}

TEST(Lexicon, InflectsFromLemmaAndFeatures) {
  for (const auto& cells : stage_table("inflection.tsv")) {
    const auto upos = upos_from_name(cells[1]);
    const auto wanted = features_from_name(cells[2]);
    ASSERT_TRUE(upos.has_value() && wanted.has_value()) << cells[0];
    std::string forms;
    for (const std::string& form : lexicon().inflect(cells[0], *upos, *wanted)) {
      forms += (forms.empty() ? "" : " ") + form;
    }
    EXPECT_EQ(forms, cells[3]) << cells[0] << " " << cells[2];
  }
  EXPECT_TRUE(lexicon().inflect("", Upos::kNoun, {}).empty());
}

TEST(Lexicon, KnowsWhereTheVowelFalls) {
  for (const auto& cells : stage_table("elision.tsv")) {
    const FormId id = lexicon().find(cells[0]);
    ASSERT_NE(id, kNoForm) << cells[0];
    EXPECT_EQ(lexicon().elides(id), cells[1] == "yes") << cells[0];
  }
}

// The whole lexicon there and back: a form's number gives the form, the form its number; every
// reading of it is found again from its lemma and features.
TEST(Lexicon, EveryFormComesBack) {
  std::string last;
  std::size_t readings = 0;
  for (FormId id = 0; id < lexicon().form_count(); ++id) {
    const std::string form = lexicon().form(id);
    ASSERT_EQ(lexicon().find(form), id) << form;
    ASSERT_TRUE(last.empty() || last < form) << form;
    last = form;
    const LexicalTraits& traits = lexicon().traits(id);
    std::uint32_t mask = 0;
    for (const LexicalAnalysis& analysis : lexicon().analyses(id)) {
      ++readings;
      mask |= 1U << static_cast<unsigned>(analysis.upos);
      ASSERT_TRUE(lexicon().has_lemma(id, analysis.lemma)) << form;
      ASSERT_EQ(traits.finite_verb || analysis.features.verb_form != VerbForm::kFin, true) << form;
    }
    ASSERT_EQ(traits.upos_mask, mask) << form;
    ASSERT_NE(mask, 0U) << form;
    ASSERT_FALSE(lexicon().has_lemma(id, form + "?"));
  }
  EXPECT_GT(lexicon().form_count(), 470'000U);
  EXPECT_GT(readings, 600'000U);
}

TEST(Lexicon, EveryReadingInflectsBackToItsForm) {
  for (FormId id = 0; id < lexicon().form_count(); ++id) {
    const std::string form = lexicon().form(id);
    for (const LexicalAnalysis& analysis : lexicon().analyses(id)) {
      const auto forms = lexicon().inflect(analysis.lemma, analysis.upos, analysis.features);
      ASSERT_TRUE(std::binary_search(forms.begin(), forms.end(), form))
          << form << " from " << analysis.lemma << " " << features_name(analysis.features);
    }
  }
}

TEST(Lexicon, EveryFormOfALemmaInOnePassIsWhatInflectGivesPartByPart) {
  const std::array<Upos, 3> parts{Upos::kVerb, Upos::kNoun, Upos::kAdj};
  std::uint32_t mask = 0;
  for (const Upos upos : parts) mask |= 1U << static_cast<unsigned>(upos);
  std::size_t seen = 0;
  for (FormId id = 0; id < lexicon().form_count(); id += 37) {
    const std::string lemma = lexicon().form(id);
    std::set<std::string> expected;
    for (const Upos upos : parts) {
      for (const std::string& form : lexicon().inflect(lemma, upos, {})) expected.insert(form);
    }
    std::set<std::string> forms;
    lexicon().each_form_of(lemma, mask, [&](std::string_view form) { forms.emplace(form); });
    ASSERT_EQ(forms, expected) << lemma;
    seen += forms.size();
  }
  EXPECT_GT(seen, 5'000U);
}

TEST(Lexicon, APlaceReachedInTwoStepsIsTheFormFoundInOne) {
  Lexicon::Place place = lexicon().start();
  ASSERT_TRUE(lexicon().advance(place, "mai"));
  Lexicon::Place other = place;
  ASSERT_TRUE(lexicon().advance(place, "son"));
  EXPECT_EQ(lexicon().form_at(place), lexicon().find("maison"));
  EXPECT_FALSE(lexicon().advance(other, "\x01"));
}

TEST(Lexicon, SaysWhereItComesFrom) {
  EXPECT_EQ(lexicon().version(), "v7.0");
  EXPECT_NE(lexicon().licence().find("Mozilla Public License"), std::string::npos);
  EXPECT_FALSE(Lexicon::open("/nowhere/lexicon.bin").has_value());
}

TEST(Lexicon, AccentVariantsAreEveryFormOfTheSameLetters) {
  std::vector<std::string> forms;
  for (const FormId id : lexicon().accent_variants("declare")) forms.push_back(lexicon().form(id));
  EXPECT_EQ(forms,
            (std::vector<std::string>{"d\u00e9clare", "d\u00e9clar\u00e8", "d\u00e9clar\u00e9"}));
  EXPECT_TRUE(lexicon().accent_variants("maison").empty());
  EXPECT_TRUE(lexicon().accent_variants("").empty());
}

}  // namespace
}  // namespace limpide
