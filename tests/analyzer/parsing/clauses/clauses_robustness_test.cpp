// Trees that no parser makes: the clause layer must answer for all of them, in linear time.
#include <gtest/gtest.h>

#include <memory>

#include "analyzer/parsing/clauses/clauses.h"
#include "tests/support/cpu_watch.h"

namespace limpide {
namespace {

// A generator of our own: the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t end) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(state_ >> 33U) % end;
  }

 private:
  std::uint64_t state_;
};

struct Values {
  Segmentation segmentation;
  Tagging tagging;
  Trees trees;
};

const std::vector<std::string>& forms() {
  static const std::vector<std::string> kForms = {"a",        "est",   "\xC3\xA9t\xC3\xA9",
                                                  "par",      "de",    "que",
                                                  "qui",      "ne",    "pas",
                                                  "vous",     "il",    "si",
                                                  "transmis", "payer", "doit",
                                                  "se",       ",",     ";",
                                                  "pour",     "aucun", "sans",
                                                  "en",       "afin",  "vente",
                                                  "loi",      "plus",  "dont",
                                                  "objet",    "vu",    "-il"};
  return kForms;
}

const std::vector<std::string>& lemmas() {
  static const std::vector<std::string> kLemmas = {
      "",         "\xC3\xAAtre", "avoir", "devoir", "pouvoir", "payer", "transmettre",
      "aller",    "faire",       "voir",  "savoir", "vouloir", "tenir", "interdire",
      "paiement", "effectuer"};
  return kLemmas;
}

void add_word(Values& values, const Lexicon& lexicon, Dice& dice) {
  const auto index = static_cast<std::uint32_t>(values.segmentation.words.size());
  values.segmentation.words.push_back(
      {index, dice.below(static_cast<std::uint32_t>(forms().size()))});
  Token token;
  token.span = {index * 2, index * 2 + 1};
  token.first_word = index;
  values.segmentation.tokens.push_back(token);
  WordTag tag;
  tag.upos = static_cast<Upos>(dice.below(17));
  tag.lemma = dice.below(static_cast<std::uint32_t>(lemmas().size()));
  tag.features.verb_form = static_cast<VerbForm>(dice.below(4));
  tag.features.tense = static_cast<Tense>(dice.below(5));
  tag.features.mood = static_cast<Mood>(dice.below(5));
  tag.features.number = static_cast<Number>(dice.below(3));
  tag.features.person = static_cast<std::uint8_t>(dice.below(4));
  tag.features.pron_type = static_cast<PronType>(dice.below(4));
  values.tagging.words.push_back(tag);
  static_cast<void>(lexicon);
}

Values start(const Lexicon& lexicon) {
  Values values;
  for (const std::string& key : forms()) {
    Form form;
    form.key = form.lower = key;
    form.lexicon = lexicon.find_any_case(key);
    values.segmentation.forms.push_back(form);
  }
  values.tagging.lemmas = lemmas();
  return values;
}

void add_sentence(Values& values, const Lexicon& lexicon, Dice& dice, std::uint32_t length) {
  const auto first = static_cast<std::uint32_t>(values.segmentation.words.size());
  for (std::uint32_t i = 0; i < length; ++i) {
    add_word(values, lexicon, dice);
    // Any head: itself, a cycle, another sentence, beyond the text.
    const std::uint32_t roll = dice.below(20);
    std::uint32_t head = first + dice.below(length);
    if (roll == 0) head = kRoot;
    if (roll == 1) head = dice.below(0xFFFFFFFFU);
    if (roll == 2) head = 0;
    values.trees.arcs.push_back({head, static_cast<Relation>(dice.below(kRelationCount))});
  }
  values.trees.sentence_words.push_back({first, first + length});
  values.trees.sentences.push_back(static_cast<ParseState>(dice.below(3)));
  values.segmentation.sentences.push_back({first, first + length, 0});
}

class ClauseRobustness : public ::testing::Test {
 protected:
  void SetUp() override {
    auto lexicon = Lexicon::open(std::string(LIMPIDE_DATA_DIR) + "/fr/lexicon.bin");
    auto resources = ClauseResources::load(std::string(LIMPIDE_DATA_DIR) + "/fr/parsing");
    ASSERT_TRUE(lexicon);
    ASSERT_TRUE(resources);
    lexicon_ = std::make_unique<Lexicon>(std::move(lexicon).value());
    resources_ = std::make_unique<ClauseResources>(std::move(resources).value());
  }

  Clauses find(const Values& values) const {
    return find_clauses(values.segmentation, values.tagging, values.trees, *lexicon_, *resources_);
  }

  std::unique_ptr<Lexicon> lexicon_;
  std::unique_ptr<ClauseResources> resources_;
};

void expect_range(WordRange range, std::size_t count) {
  EXPECT_LE(range.first, range.end);
  EXPECT_LE(range.end, count);
}

void expect_word(WordIndex word, std::size_t count) {
  EXPECT_TRUE(word == kNoWord || word < count);
}

void expect_clause(const Clause& clause, const Clauses& found, std::size_t count) {
  EXPECT_LT(clause.head, count);
  expect_range(clause.span, count);
  expect_range(clause.introducer, count);
  expect_range(clause.subject.span, count);
  expect_range(clause.agent, count);
  expect_word(clause.subject.head, count);
  expect_word(clause.subject.antecedent, count);
  expect_word(clause.verb.finite, count);
  expect_word(clause.verb.lexical, count);
  expect_word(clause.verb.modal, count);
  EXPECT_LE(clause.verb.first, clause.verb.end);
  EXPECT_LE(clause.verb.end, found.verb_words.size());
  EXPECT_TRUE(clause.parent == kNoClause || clause.parent < found.clauses.size());
  EXPECT_TRUE(clause.passive == kNoItem || clause.passive < found.passives.size());
  EXPECT_TRUE(clause.verb.negation == kNoItem || clause.verb.negation < found.negations.size());
}

TEST_F(ClauseRobustness, AnyTreeGivesSoundIndices) {
  Dice dice(20240312);
  for (unsigned round = 0; round < 300; ++round) {
    Values values = start(*lexicon_);
    for (unsigned sentence = 0; sentence < 3; ++sentence) {
      add_sentence(values, *lexicon_, dice, 1 + dice.below(40));
    }
    const Clauses found = find(values);
    const std::size_t count = values.trees.arcs.size();
    ASSERT_EQ(found.sentence_clauses.size(), 3U);
    ASSERT_EQ(found.addressees.size(), 3U);
    for (const Clause& clause : found.clauses) expect_clause(clause, found, count);
    for (const Clause& clause : found.infinitives) expect_clause(clause, found, count);
    for (const WordIndex word : found.verb_words) EXPECT_LT(word, count);
    for (const Passive& passive : found.passives) {
      EXPECT_LT(passive.participle, count);
      expect_word(passive.etre, count);
      expect_range(passive.agent, count);
    }
    for (const NounChain& chain : found.noun_chains) expect_range(chain.span, count);
    for (const Coordination& list : found.coordinations) {
      EXPECT_LT(list.first, list.end);
      EXPECT_LE(list.end, found.coordinated_words.size());
    }
  }
}

// A tree as the parser makes them, of random shape: one root, every head in the sentence.
void hang_under_one_root(Values& values, Dice& dice, WordRange words) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t word = words.first; word < words.end; ++word) {
    const std::uint32_t place = dice.below(static_cast<std::uint32_t>(order.size()) + 1);
    order.insert(order.begin() + place, word);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    Arc& arc = values.trees.arcs[order[i]];
    arc.head = i == 0 ? kRoot : order[dice.below(static_cast<std::uint32_t>(i))];
    if (i == 0) arc.relation = Relation::kRoot;
  }
  // Many auxiliaries, subjects and opening words: what most often looks for its like elsewhere.
  for (std::uint32_t word = words.first; word < words.end; ++word) {
    WordTag& tag = values.tagging.words[word];
    const std::uint32_t roll = dice.below(4);
    if (roll == 0) {
      tag.upos = Upos::kVerb;
      tag.features.verb_form = VerbForm::kFin;
      if (dice.below(2) == 0) values.trees.arcs[word].relation = Relation::kAuxTense;
    } else if (roll == 1) {
      tag.upos = Upos::kNoun;
      values.trees.arcs[word].relation = Relation::kNsubj;
    } else if (roll == 2) {
      values.trees.arcs[word].relation = dice.below(2) == 0 ? Relation::kCase : Relation::kMark;
    }
  }
}

void expect_inside(WordRange inner, WordRange words) {
  if (inner.first == inner.end) return;
  EXPECT_GE(inner.first, words.first);
  EXPECT_LT(inner.first, inner.end);
  EXPECT_LE(inner.end, words.end);
}

TEST_F(ClauseRobustness, WhatASentenceHasLiesInIt) {
  Dice dice(20261122);
  for (unsigned round = 0; round < 1000; ++round) {
    Values values = start(*lexicon_);
    for (unsigned sentence = 0; sentence < 3; ++sentence) {
      add_sentence(values, *lexicon_, dice, 1 + dice.below(40));
      hang_under_one_root(values, dice, values.trees.sentence_words.back());
    }
    const Clauses found = find(values);
    for (std::size_t i = 0; i < 3; ++i) {
      const WordRange words = values.trees.sentence_words[i];
      const WordRange mine = found.sentence_clauses[i];
      for (std::uint32_t c = mine.first; c < mine.end; ++c) {
        const Clause& clause = found.clauses[c];
        expect_inside({clause.head, clause.head + 1}, words);
        expect_inside(clause.span, words);
        expect_inside(clause.introducer, words);
        expect_inside(clause.subject.span, words);
        expect_inside(clause.agent, words);
      }
    }
  }
}

TEST_F(ClauseRobustness, AnEmptyTextHasNothing) {
  const Clauses found = find(start(*lexicon_));
  EXPECT_TRUE(found.clauses.empty());
  EXPECT_TRUE(found.addressees.empty());
}

// One sentence of that many words, each hanging from the one before.
Values chain_of(const Lexicon& lexicon, std::uint32_t length, Relation relation) {
  Dice dice(7);
  Values values = start(lexicon);
  add_sentence(values, lexicon, dice, length);
  values.trees.sentences[0] = ParseState::kWhole;
  for (std::uint32_t word = 0; word < length; ++word) {
    values.trees.arcs[word] = {word == 0 ? kRoot : word - 1,
                               word == 0 ? Relation::kRoot : relation};
  }
  return values;
}

TEST_F(ClauseRobustness, DeepTreesTakeLinearTime) {
  for (const Relation relation :
       {Relation::kConj, Relation::kXcomp, Relation::kAclRelcl, Relation::kCcomp, Relation::kNmod,
        Relation::kAcl, Relation::kAuxPass, Relation::kNsubj}) {
    const Values values = chain_of(*lexicon_, 200000, relation);
    const CpuWatch watch;
    const Clauses found = find(values);
    EXPECT_LT(watch.seconds(), 3.0) << relation_name(relation);
    EXPECT_EQ(found.sentence_clauses.size(), 1U);
  }
}

TEST_F(ClauseRobustness, FlatTreesTakeLinearTime) {
  for (const Relation relation :
       {Relation::kConj, Relation::kAclRelcl, Relation::kAuxPass, Relation::kNsubj, Relation::kMark,
        Relation::kPunct, Relation::kXcomp, Relation::kParataxis, Relation::kOblAgent}) {
    Values values = chain_of(*lexicon_, 200000, relation);
    for (std::uint32_t word = 1; word < 200000; ++word) values.trees.arcs[word].head = 0;
    // "devoir": asks for its infinitive.
    values.tagging.words[0].upos = Upos::kVerb;
    values.tagging.words[0].lemma = 3;
    values.tagging.words[0].features.verb_form = VerbForm::kFin;
    const CpuWatch watch;
    const Clauses found = find(values);
    EXPECT_LT(watch.seconds(), 3.0) << relation_name(relation);
    EXPECT_EQ(found.sentence_clauses.size(), 1U);
  }
}

}  // namespace
}  // namespace limpide
