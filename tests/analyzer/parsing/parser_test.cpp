// The parser over whole documents: trees whatever the text, the limit of a sentence, training.
#include "analyzer/parsing/parser.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/analyzer/parsing/parsing_support.h"
#include "tools/train/parser_examples.h"

namespace limpide {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Parser, EmptyText) {
  const Parsed parsed = parse_text("");
  EXPECT_TRUE(parsed.trees.arcs.empty());
  EXPECT_TRUE(parsed.trees.sentences.empty());
}

TEST(Parser, OneWordIsTheRoot) {
  const Parsed parsed = parse_text("Bonjour");
  ASSERT_EQ(parsed.trees.arcs.size(), 1U);
  EXPECT_EQ(parsed.trees.arcs[0], (Arc{kRoot, Relation::kRoot}));
  EXPECT_EQ(parsed.trees.sentences.at(0), ParseState::kWhole);
}

TEST(Parser, HostileTextsStillGiveTrees) {
  for (const std::string& text :
       {std::string("((((((((((("), repeated("de ", 200), repeated(". , ; ", 40),
        repeated("que ", 120), std::string("\xF0\x9F\x98\x80 !? \xC2\xAB \xC2\xBB"),
        repeated("<>", 90), repeated("0 1 2 ", 60), repeated("a\xCC\x81", 50),
        repeated("qu'il l'a dit, ", 50)}) {
    const Parsed parsed = parse_text(text);
    expect_trees(parsed.segmentation, parsed.trees);
  }
}

TEST(Parser, ALongSentenceIsCutAtItsMarks) {
  const std::string clause = "le service verse la somme due au titre du mois en cours ; ";
  const Parsed parsed = parse_text(repeated(clause, 60) + "c'est tout.");
  ASSERT_EQ(parsed.trees.sentences.size(), 1U);
  EXPECT_EQ(parsed.trees.sentences[0], ParseState::kInPieces);
  expect_trees(parsed.segmentation, parsed.trees);
  // Every piece ends with its mark: what follows hangs from the first root, as parataxis.
  std::size_t pieces = 1;
  std::uint32_t root = 0;
  for (std::uint32_t word = 0; word < parsed.trees.arcs.size(); ++word) {
    if (parsed.trees.arcs[word].head == kRoot) root = word;
  }
  for (std::uint32_t word = 257; word < parsed.trees.arcs.size(); ++word) {
    const Arc& arc = parsed.trees.arcs[word];
    if (arc.head == root) {
      EXPECT_EQ(arc.relation, Relation::kParataxis);
      ++pieces;
    }
  }
  EXPECT_GE(pieces, 4U);
}

TEST(Parser, ALongSentenceWithoutMarksIsCutAnyway) {
  const Parsed parsed = parse_text(repeated("le montant de la somme ", 120));
  ASSERT_EQ(parsed.trees.sentences.size(), 1U);
  EXPECT_EQ(parsed.trees.sentences[0], ParseState::kInPieces);
  expect_trees(parsed.segmentation, parsed.trees);
}

TEST(Parser, OverEveryLimitItIsNotAnalysed) {
  const Parsed parsed = parse_text(repeated("le montant ", 2100));
  ASSERT_EQ(parsed.trees.sentences.size(), 1U);
  EXPECT_EQ(parsed.trees.sentences[0], ParseState::kNotAnalysed);
  expect_trees(parsed.segmentation, parsed.trees);
  EXPECT_EQ(parsed.trees.arcs[5], (Arc{0, Relation::kDep}));
}

TEST(Parser, ASentenceDoesNotChangeAnother) {
  const std::string first =
      "Vous devez envoyer votre d\xC3\xA9"
      "claration. ";
  const std::string second = "Votre dossier est complet.";
  const Parsed alone = parse_text(second);
  const Parsed beside = parse_text(first + second);
  ASSERT_EQ(beside.trees.sentence_words.size(), 2U);
  const std::uint32_t shift = beside.trees.sentence_words[1].first;
  ASSERT_EQ(beside.trees.arcs.size() - shift, alone.trees.arcs.size());
  for (std::size_t i = 0; i < alone.trees.arcs.size(); ++i) {
    Arc arc = alone.trees.arcs[i];
    if (arc.head != kRoot) arc.head += shift;
    EXPECT_EQ(beside.trees.arcs[shift + i], arc);
  }
}

TEST(Parser, AWiderBeamStillGivesTrees) {
  const Parsed parsed = parse_text(
      "Si vous contestez cette d\xC3\xA9"
      "cision, saisissez le juge.");
  for (const std::size_t width : {1U, 2U, 16U}) {
    const Trees trees = parse_words(parsed.segmentation, parsed.tagging,
                                    *parsing_resources().lexicon, committed_parser(), width);
    expect_trees(parsed.segmentation, trees);
  }
}

TEST(ParserTraining, TheNumberOfThreadsDoesNotChangeABit) {
  const std::string one = train_small(1);
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(one, train_small(3));
}

TEST(ParserTraining, LearnsItsOwnTrees) {
  const auto model = ParsingModel::from_bytes(train_small(2));
  ASSERT_TRUE(model.has_value());
  const auto tagging = tagging_of(small_treebank());
  ASSERT_TRUE(tagging.has_value());
  const GoldSegmentation gold = gold_segmentation(small_treebank(), parsing_resources());
  const Trees trees =
      parse_words(gold.segmentation, *tagging, *parsing_resources().lexicon, *model);
  expect_trees(gold.segmentation, trees);
  std::uint32_t word = 0;
  for (const TreebankSentence& sentence : small_treebank()) {
    const std::uint32_t first = word;
    for (const TreebankWord& right : sentence.words) {
      const Arc& arc = trees.arcs[word++];
      EXPECT_EQ(arc.head, right.head == 0 ? kRoot : first + right.head - 1) << right.form;
      EXPECT_EQ(relation_name(arc.relation), right.relation) << right.form;
    }
  }
}

TEST(ParserTraining, RefusesWhatIsNoTree) {
  std::vector<TreebankSentence> broken = {small_treebank().front()};
  broken[0].words[1].head = 3;
  broken[0].words[2].head = 2;
  EXPECT_FALSE(read_parser_examples(broken, parsing_resources()).has_value());
  broken = {small_treebank().front()};
  broken[0].words[0].relation = "subject";
  EXPECT_FALSE(read_parser_examples(broken, parsing_resources()).has_value());
  broken = {small_treebank().front()};
  broken[0].words[0].head = 99;
  EXPECT_FALSE(read_parser_examples(broken, parsing_resources()).has_value());
}

}  // namespace
}  // namespace limpide
