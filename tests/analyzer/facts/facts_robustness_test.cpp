// Hostile text, damage, determinism: no input makes the finders slow, wrong in memory or moody.
#include <gtest/gtest.h>

#include <ctime>
#include <iterator>

#include "tests/analyzer/facts/facts_support.h"

namespace limpide {
namespace {

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + piece.size());
  while (out.size() < bytes) out += piece;
  return out;
}

// CPU seconds of the finders alone.
double seconds_for(const std::string& text) {
  const Document document = one_block(text);
  const Segmentation cut = segment(document, test_resources());
  Tagging tagging;
  tagging.lemmas.emplace_back();
  tagging.words.resize(cut.words.size());
  for (WordTag& tag : tagging.words) tag.upos = Upos::kNoun;
  const Trees trees;
  const Clauses clauses;
  const std::clock_t begin = std::clock();
  const auto facts = find_facts({document.text, cut, tagging, trees, clauses}, fact_resources());
  EXPECT_LE(facts.size(), cut.tokens.size() * 2);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST(FactsRobustness, HostileTextTakesLinearTime) {
  const char* const pieces[] = {"1, 2, 3, ",
                                "du 3 au 4 au ",
                                "deux mois apr\xC3\xA8s ",
                                "en cas de ",
                                "mille million ",
                                "de la maison ",
                                "dans un d\xC3\xA9lai de ",
                                "vingt et un et ",
                                "mairie de la ",
                                "si ",
                                "L. 211-2 et ",
                                "avant le 3 mai ",
                                "Mme de La ",
                                "trois mois \xC3\xA0 compter de ",
                                "12 rue de ",
                                "un ",
                                "entre le 3 mai et le ",
                                "au plus tard "};
  for (const char* piece : pieces) {
    const double small = seconds_for(repeated(piece, 100'000));
    const double large = seconds_for(repeated(piece, 800'000));
    // Eight times the text; room for a busy machine.
    EXPECT_LT(large, 30 * small + 0.2) << piece << " " << small << " " << large;
  }
}

TEST(FactsRobustness, AnyBytesThatAreTextGiveFactsInsideIt) {
  std::uint64_t state = 12345;
  const std::string words[] = {
      "12",   "mars",  "\xE2\x82\xAC", "du",       "au",        "2025", "deux",
      "mois", "avant", "le",           "\xC2\xA0", "n\xC2\xB0", ",",    ".",
      "%",    "1er",   "M.",           "CAF",      "sous",      "\n",   "si",
      "L.",   "211-2", "mairie",       "de",       "Lyon",      "h",    "30",
      "(",    ")"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      text += words[(state >> 33U) % std::size(words)];
      if ((state >> 40U & 3U) != 0) text += " ";
    }
    const LexicalFacts found = lexical_facts(text);
    for (const Fact& fact : found.facts) {
      EXPECT_LT(fact.span.begin, fact.span.end);
      EXPECT_LE(fact.span.end, found.document.text.size());
      EXPECT_LE(fact.party.begin, fact.party.end);
      EXPECT_LE(fact.party.end, found.document.text.size());
      EXPECT_LT(fact.sentence, found.segmentation.sentences.size());
      EXPECT_FALSE(fact_key(fact).empty());
    }
    EXPECT_EQ(fact_lines(text), fact_lines(text));
  }
}

TEST(FactsRobustness, NothingGivesNothing) {
  EXPECT_TRUE(fact_lines("").empty());
  EXPECT_TRUE(fact_lines(" \n\t ").empty());
  EXPECT_TRUE(fact_lines("...").empty());
}

TEST(FactsRobustness, HugeNumbersAreNoAmounts) {
  EXPECT_TRUE(fact_lines("99999999999999999999999 euros").empty());
  EXPECT_TRUE(fact_lines("999999999999999999 milliards d\xE2\x80\x99"
                         "euros")
                  .size() <= 1);
}

// The same sentence alone and inside a document.
TEST(FactsRobustness, ASentenceStatesTheSameAnywhere) {
  const std::string sentence =
      "R\xC3\xA9pondez dans un d\xC3\xA9lai de deux mois \xC3\xA0 compter de la notification.";
  const std::vector<std::string> alone = fact_lines(sentence);
  const std::vector<std::string> inside =
      fact_lines("Vous devez 12 euros. " + sentence + " Merci.");
  ASSERT_EQ(alone.size(), 1U);
  ASSERT_EQ(inside.size(), 2U);
  EXPECT_EQ(inside[1], alone[0]);
}

}  // namespace
}  // namespace limpide
