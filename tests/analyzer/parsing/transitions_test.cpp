// The transition system: the oracle's actions build the tree they come from; what is illegal is not
// offered; configurations that look alike to a group of features have the same features of it.
#include "analyzer/parsing/transitions.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/parsing/parser_features.h"
#include "tools/train/parser_training.h"
#include "tools/train/random.h"

namespace limpide {
namespace {

struct Tree {
  const char* sentence;
  std::vector<WordPlace> heads;  // of words 1, 2, ...; 0 is the root
  const char* relations;         // separated by spaces
};

// Small trees of our own: chains to the left and to the right, a root at either end, coordination,
// a relative clause, one word.
const std::vector<Tree>& trees() {
  static const std::vector<Tree> kTrees{
      {"Bonjour", {0}, "root"},
      {"Merci .", {0, 1}, "root punct"},
      {"Nous vous remercions .", {3, 3, 0, 3}, "nsubj obj root punct"},
      {"Le dossier est complet .", {2, 4, 4, 0, 4}, "det nsubj cop root punct"},
      {"La date de fin de le droit", {2, 0, 4, 2, 7, 7, 4}, "det root case nmod case det nmod"},
      {"Payez et signez", {0, 3, 1}, "root cc conj"},
      {"Les lettres que vous joignez manquent .",
       {2, 6, 5, 5, 2, 0, 6},
       "det nsubj obj nsubj acl:relcl root punct"},
      {"Il faut que vous signiez", {2, 0, 5, 5, 2}, "expl:subj root mark nsubj ccomp"},
      {"Une bien grande maison", {4, 3, 4, 0}, "det advmod amod root"},
      {"Pour payer , connectez vous", {2, 4, 2, 0, 4}, "mark advcl punct root obj"},
  };
  return kTrees;
}

std::vector<Relation> relations_of(const std::string& names) {
  std::vector<Relation> relations{Relation::kRoot};
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find(' ', begin), names.size());
    const auto relation = relation_from_name(names.substr(begin, end - begin));
    EXPECT_TRUE(relation.has_value()) << names;
    relations.push_back(relation.value_or(Relation::kDep));
    begin = end + 1;
  }
  return relations;
}

std::vector<WordPlace> heads_of(const Tree& tree) {
  std::vector<WordPlace> heads{0};
  heads.insert(heads.end(), tree.heads.begin(), tree.heads.end());
  return heads;
}

ArcLabels all_labels() {
  ArcLabels labels;
  labels.left.fill((RelationSet{1} << kRelationCount) - 1);
  labels.right = labels.left;
  return labels;
}

// The arcs that a sequence of actions builds.
std::pair<std::vector<WordPlace>, std::vector<Relation>> build(const std::vector<Action>& actions,
                                                               std::size_t words) {
  std::vector<WordPlace> heads(words + 1, 0);
  std::vector<Relation> relations(words + 1, Relation::kRoot);
  const std::vector<Upos> upos(words + 3, Upos::kX);
  const ArcLabels labels = all_labels();
  NodeArena nodes;
  Configuration at;
  for (const Action action : actions) {
    const LegalActions legal =
        legal_actions(at, nodes.at(at.top), upos.data(), static_cast<WordPlace>(words), labels);
    if (action == kShift) {
      EXPECT_TRUE(legal.shift);
    } else if (action == kReduce) {
      EXPECT_TRUE(legal.reduce);
    } else {
      EXPECT_NE((is_left(action) ? legal.left : legal.right) & relation_bit(relation_of(action)),
                0U);
      const WordPlace top = nodes[at.top].word;
      const WordPlace dependent = is_left(action) ? top : at.next;
      heads[dependent] = is_left(action) ? at.next : top;
      relations[dependent] = relation_of(action);
    }
    at = apply(at, action, nodes);
  }
  EXPECT_EQ(at.next, words + 1);
  return {heads, relations};
}

TEST(Transitions, OracleRebuildsEveryTree) {
  for (const Tree& tree : trees()) {
    const std::vector<WordPlace> heads = heads_of(tree);
    const std::vector<Relation> relations = relations_of(tree.relations);
    const auto built = build(oracle_actions(heads, relations), tree.heads.size());
    EXPECT_EQ(built.first, heads) << tree.sentence;
    EXPECT_EQ(built.second, relations) << tree.sentence;
  }
}

// Every projective tree of up to five words.
TEST(Transitions, OracleRebuildsAllSmallProjectiveTrees) {
  std::size_t rebuilt = 0;
  for (std::size_t words = 1; words <= 5; ++words) {
    std::vector<WordPlace> heads(words + 1, 0);
    for (;;) {
      std::size_t roots = 0;
      bool tree = true;
      for (std::size_t word = 1; word <= words; ++word) {
        if (heads[word] == 0) ++roots;
        std::size_t steps = 0;
        for (std::size_t up = word; up != 0 && steps <= words; up = heads[up]) ++steps;
        tree = tree && steps <= words;
      }
      std::vector<WordPlace> lifted = heads;
      if (tree && roots == 1 && make_projective(lifted) == 0) {
        const std::vector<Relation> relations(words + 1, Relation::kDep);
        EXPECT_EQ(build(oracle_actions(heads, relations), words).first, heads);
        ++rebuilt;
      }
      std::size_t digit = 1;
      while (digit <= words && heads[digit] == words) heads[digit++] = 0;
      if (digit > words) break;
      ++heads[digit];
    }
  }
  // Projective trees with one root over 1, 2, ... words: 1, 2, 7, 30, 143.
  EXPECT_EQ(rebuilt, 183U);
}

TEST(Transitions, CrossingArcsAreLiftedToTheNearestAncestor) {
  // "que je vous demande de lire": "que" hangs from "lire", over the root.
  std::vector<WordPlace> heads{0, 6, 4, 4, 0, 6, 4};
  EXPECT_EQ(make_projective(heads), 1U);
  EXPECT_EQ(heads, (std::vector<WordPlace>{0, 4, 4, 4, 0, 6, 4}));
}

TEST(Transitions, AnEmptyStackForcesAShift) {
  const ArcLabels labels = all_labels();
  const std::vector<Upos> upos(5, Upos::kNoun);
  NodeArena nodes;
  const LegalActions legal = legal_actions(Configuration{}, nullptr, upos.data(), 2, labels);
  EXPECT_TRUE(legal.forced());
  EXPECT_TRUE(legal.shift);
}

TEST(Transitions, SomethingIsLegalEvenWithoutLabels) {
  const ArcLabels none;
  const std::vector<Upos> upos(6, Upos::kPunct);
  NodeArena nodes;
  Configuration at;
  for (std::size_t guard = 0; at.next <= 3 && guard < 10; ++guard) {
    const LegalActions legal = legal_actions(at, nodes.at(at.top), upos.data(), 3, none);
    const Action action = legal.shift    ? kShift
                          : legal.reduce ? kReduce
                                         : right_action(Relation::kDep);
    EXPECT_TRUE(legal.shift || legal.reduce || legal.right == relation_bit(Relation::kDep));
    at = apply(at, action, nodes);
  }
  EXPECT_EQ(at.next, 4);
}

// Random walks over a sentence of few kinds of words, so that configurations often look alike.
TEST(Transitions, OneSignatureMeansTheSameFeatures) {
  // Two sentences: what looks the same in both shares a signature.
  std::vector<SentenceView> sentences(2);
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    std::vector<ParseWord> words(9 + 2 * k);
    for (std::size_t i = 0; i < words.size(); ++i) {
      words[i] = {static_cast<std::uint32_t>((i + k) % 3 + 1),
                  1,
                  static_cast<std::uint32_t>(i % 4 + 1),
                  1,
                  1,
                  0,
                  1,
                  Upos::kNoun};
    }
    sentences[k].assign(words.data(), words.size());
  }
  const ArcLabels labels = all_labels();
  std::map<std::pair<std::size_t, std::uint64_t>, std::vector<std::uint64_t>> seen;
  std::size_t again = 0;
  Random random(7);
  for (int walk = 0; walk < 400; ++walk) {
    const SentenceView& sentence = sentences[static_cast<std::size_t>(walk) % 2];
    NodeArena nodes;
    Configuration at;
    while (at.next <= sentence.count) {
      const Signatures signatures = signatures_of(sentence, at, nodes);
      AtomValues atoms{};
      read_atoms(sentence, at, nodes, atoms);
      for (std::size_t group = 0; group < kFeatureGroups; ++group) {
        FeatureHashes hashes;
        const std::size_t count = hash_features(static_cast<FeatureGroup>(group), atoms, hashes);
        const std::vector<std::uint64_t> features(hashes.begin(), hashes.begin() + count);
        const auto [place, fresh] = seen.emplace(std::pair(group, signatures[group]), features);
        EXPECT_EQ(place->second, features) << "group " << group;
        again += fresh ? 0U : 1U;
      }
      const LegalActions legal =
          legal_actions(at, nodes.at(at.top), sentence.upos.data(), sentence.count, labels);
      std::vector<Action> choices;
      if (legal.shift) choices.push_back(kShift);
      if (legal.reduce) choices.push_back(kReduce);
      if (legal.left != 0) choices.push_back(left_action(Relation::kDet));
      if (legal.right != 0) {
        choices.push_back(right_action(random.below(2) == 0 ? Relation::kNmod : Relation::kObj));
      }
      at = apply(at, choices[random.below(choices.size())], nodes);
    }
  }
  EXPECT_GT(again, 1000U);
}

TEST(Relations, NamesGoBothWays) {
  for (std::size_t i = 0; i < kRelationCount; ++i) {
    const auto relation = static_cast<Relation>(i);
    EXPECT_EQ(relation_from_name(relation_name(relation)), relation);
    const std::string name(relation_name(relation));
    EXPECT_EQ(relation_name(universal_relation(relation)), name.substr(0, name.find(':')));
  }
  EXPECT_EQ(relation_from_name("nsubj:newly"), Relation::kNsubj);
  EXPECT_FALSE(relation_from_name("subject").has_value());
  EXPECT_FALSE(relation_from_name("").has_value());
}

}  // namespace
}  // namespace limpide
