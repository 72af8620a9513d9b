#include "analyzer/comparison/comparison.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/test_engine.h"

namespace limpide {
namespace {

const LanguageResources& trees() {
  static const auto kLanguage = load_language(LIMPIDE_DATA_DIR, Depth::kTrees);
  EXPECT_TRUE(kLanguage.has_value());
  return **kLanguage;
}

struct Text {
  explicit Text(const std::string& text)
      : report(check_text(text)),
        analysis(test_engine().analysed(report.document)),
        facts(analyse(report.document, trees(), Depth::kTrees).facts) {}
  DocumentReport report;
  Analysis analysis;
  std::vector<Fact> facts;
};

Comparison compared(const std::string& before, const std::string& after) {
  const Text was(before);
  const Text is(after);
  Result<Comparison> comparison = compare_texts(
      {was.analysis, was.report.findings, was.facts}, {is.analysis, is.report.findings, is.facts},
      test_engine().rules(), Profile::kCourrier, test_engine().score_parameters());
  EXPECT_TRUE(comparison.has_value());
  return comparison ? *std::move(comparison) : Comparison{};
}

bool has_fact(const std::vector<ComparedFact>& facts, FactKind kind) {
  return std::any_of(facts.begin(), facts.end(),
                     [kind](const ComparedFact& fact) { return fact.kind == kind; });
}

constexpr const char* kBefore =
    "Madame,\n\n"
    "Nous avons re\xC3\xA7u votre dossier susvis\xC3\xA9 le 3 mars 2026. Vous devez payer 120 "
    "euros avant le 30 "
    "avril 2026.\n";
constexpr const char* kAfter =
    "Madame,\n\n"
    "Nous avons re\xC3\xA7u votre dossier le 3 mars 2026. Vous devez payer 120 euros avant le 30 "
    "avril "
    "2026.\n";

TEST(Comparison, ATextAndItselfAreTheSame) {
  const Comparison comparison = compared(kBefore, kBefore);
  EXPECT_EQ(comparison.solved, 0U);
  EXPECT_EQ(comparison.added, 0U);
  EXPECT_GT(comparison.kept, 0U);
  EXPECT_EQ(comparison.difference, 0);
  EXPECT_EQ(comparison.low, 0);
  EXPECT_EQ(comparison.high, 0);
  EXPECT_TRUE(comparison.lost.empty());
  EXPECT_TRUE(comparison.lost_to_check.empty());
  for (const ComparedSentences& pair : comparison.sentences) {
    EXPECT_EQ(pair.rewording, Rewording::kSame);
  }
}

TEST(Comparison, AWordMendedIsAFindingSolved) {
  const Comparison comparison = compared(kBefore, kAfter);
  EXPECT_GE(comparison.solved, 1U);
  EXPECT_EQ(comparison.added, 0U);
  EXPECT_GT(comparison.difference, 0);
  EXPECT_GE(comparison.difference, comparison.low);
  EXPECT_LE(comparison.difference, comparison.high);
  EXPECT_TRUE(comparison.lost.empty());
  const Comparison back = compared(kAfter, kBefore);
  EXPECT_EQ(back.added, comparison.solved);
  EXPECT_NEAR(back.difference, -comparison.difference, 1e-9);
}

struct FactCase {
  const char* words;
  const char* replacement;
  FactKind kind;
};

TEST(Comparison, FactsLostAreSeen) {
  const std::vector<FactCase> cases{
      {"120 euros", "une somme", FactKind::kAmount},
      {"120 euros", "130 euros", FactKind::kAmount},
      {" le 3 mars 2026", "", FactKind::kDate},
      {" avant le 30 avril 2026", "", FactKind::kDeadline},
      {" avant le 30 avril 2026", " avant le 30 mai 2026", FactKind::kDeadline},
  };
  for (const FactCase& one : cases) {
    std::string after = kBefore;
    const std::size_t at = after.find(one.words);
    ASSERT_NE(at, std::string::npos) << one.words;
    after.replace(at, std::string(one.words).size(), one.replacement);
    const Comparison comparison = compared(kBefore, after);
    EXPECT_TRUE(has_fact(comparison.lost, one.kind)) << one.words << " -> " << one.replacement;
    const Comparison back = compared(after, kBefore);
    EXPECT_TRUE(has_fact(back.gained, one.kind)) << one.words;
  }
}

TEST(Comparison, AFactWrittenOtherwiseIsNotLost) {
  const Comparison comparison = compared(
      "Nous avons re\xC3\xA7u votre lettre du 03/03/2026. MME MARTIN Claire suit votre dossier "
      "26-4417.\n",
      "Nous avons re\xC3\xA7u votre lettre du 3 mars 2026. Claire Martin suit votre dossier "
      "26-4417.\n");
  EXPECT_TRUE(comparison.lost.empty());
}

TEST(Comparison, ADeadlineThatStartsElsewhereIsForAPersonToCheck) {
  const Comparison comparison = compared(
      "Vous avez 2 mois \xC3\xA0 compter de la r\xC3\xA9"
      "ception de cette lettre pour agir.\n",
      "Vous avez 2 mois \xC3\xA0 compter de la signature du contrat pour agir.\n");
  EXPECT_TRUE(comparison.lost.empty());
  EXPECT_TRUE(has_fact(comparison.lost_to_check, FactKind::kDeadline));
}

TEST(Comparison, ADutyDroppedIsForAPersonToCheck) {
  const Comparison comparison = compared(
      "Vous devez signer le formulaire. Notre service vous aide.\n", "Notre service vous aide.\n");
  EXPECT_TRUE(has_fact(comparison.lost_to_check, FactKind::kObligation));
  EXPECT_TRUE(comparison.lost.empty());
}

TEST(Comparison, EmptyTextsCompare) {
  const Comparison comparison = compared("...\n", kAfter);
  EXPECT_FALSE(comparison.sentences.empty());
  EXPECT_EQ(comparison.before.state, ScoreState::kTooShort);
}

TEST(Comparison, SameInputSameValues) {
  const Comparison a = compared(kBefore, kAfter);
  const Comparison b = compared(kBefore, kAfter);
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high, b.high);
  EXPECT_EQ(a.difference, b.difference);
}

}  // namespace
}  // namespace limpide
