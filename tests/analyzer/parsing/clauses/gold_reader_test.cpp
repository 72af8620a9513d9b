#include <gtest/gtest.h>

#include "tools/eval/gold.h"

namespace limpide {
namespace {

TEST(Gold, ReadsRecordsWithTheirQuotedParts) {
  const auto records = parse_gold(
      "@ one-001\nIl ne vient pas, il ne dort pas.\naddressee none\n"
      "clause main verb=\"vient\" subject=\"Il\" voice=active depth=0\n"
      "negation \"ne\"#2 \"pas\"#2 ?\nnegation - \"pas\"\n\n@ one-002\nFin.\n",
      "one.gold");
  ASSERT_TRUE(records);
  ASSERT_EQ(records->size(), 2U);
  const GoldRecord& first = records->front();
  EXPECT_EQ(first.id, "one-001");
  ASSERT_EQ(first.lines.size(), 4U);
  EXPECT_EQ(first.lines[0].kind, "none");
  EXPECT_EQ(first.lines[1].spans.at("verb"), (Span{6, 11}));
  EXPECT_EQ(first.lines[1].values.at("depth"), "0");
  EXPECT_TRUE(first.lines[2].debatable);
  ASSERT_EQ(first.lines[2].parts.size(), 2U);
  EXPECT_EQ(slice(first.sentence, first.lines[2].parts[0]), "ne");
  EXPECT_EQ(first.lines[2].parts[0].begin, 20U);
  EXPECT_TRUE(first.lines[3].parts[0].empty());
}

TEST(Gold, RefusesWhatTheFormatDoesNotHave) {
  for (const char* text :
       {"addressee none\n", "@ a\nMot.\nclause main verb=\"mots\"\n",
        "@ a\nMot.\nclause main verb=\"Mo\"\n", "@ a\nMot.\nnegation \"Mot\n",
        "@ a\nMot.\nnegation \"Mot\"#2\n", "@ a\nMot.\naddressee none twice\n"}) {
    const auto records = parse_gold(text, "bad.gold");
    ASSERT_FALSE(records) << text;
    EXPECT_EQ(records.error().location.path, "bad.gold");
  }
}

}  // namespace
}  // namespace limpide
