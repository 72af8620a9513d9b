#include "analyzer/lexicon/morphology.h"

#include <gtest/gtest.h>

namespace limpide {
namespace {

TEST(Morphology, NamesOfPartsOfSpeechComeBack) {
  for (int i = 0; i <= static_cast<int>(Upos::kX); ++i) {
    const auto upos = static_cast<Upos>(i);
    EXPECT_EQ(upos_from_name(upos_name(upos)), upos);
  }
  EXPECT_EQ(upos_name(Upos::kSconj), "SCONJ");
  EXPECT_FALSE(upos_from_name("noun").has_value());
  EXPECT_FALSE(upos_from_name("").has_value());
}

TEST(Morphology, FeaturesReadAndWriteTheSame) {
  for (const char* text :
       {"_", "Gender=Fem|Number=Sing", "Mood=Sub|Number=Plur|Person=2|Tense=Pres|VerbForm=Fin",
        "Definite=Def|Gender=Masc|Number=Sing|PronType=Art", "NumType=Ord", "Polarity=Neg",
        "Number=Plur|Poss=Yes|PronType=Prs", "Person=3|PronType=Prs|Reflex=Yes",
        "Number=Sing|NumType=Card", "PronType=Exc",
        "Mood=Cnd|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"}) {
    const auto features = features_from_name(text);
    ASSERT_TRUE(features.has_value()) << text;
    EXPECT_EQ(features_name(*features), text);
  }
}

TEST(Morphology, ForeignAttributesArePassedOverAndBadValuesRefused) {
  const auto features = features_from_name("ExtPos=ADV|Number=Sing|Number[psor]=Plur");
  ASSERT_TRUE(features.has_value());
  EXPECT_EQ(features_name(*features), "Number=Sing");
  for (const char* text :
       {"Number=Dual", "Number", "Person=4", "Person=", "VerbForm=Ger", "Gender=Neut", "Poss=No"}) {
    EXPECT_FALSE(features_from_name(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace limpide
