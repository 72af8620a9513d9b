#include "analyzer/selection/selection.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/test_engine.h"

namespace limpide {
namespace {

DocumentReport check_as(const std::string& name, const std::string& text,
                        const Baseline* baseline = nullptr) {
  AnalysisOptions options;
  options.baseline = baseline;
  Result<DocumentReport> report = test_engine().check({name, text}, options);
  EXPECT_TRUE(report.has_value());
  return report ? *std::move(report) : DocumentReport{};
}

std::size_t count_of(const DocumentReport& report, const std::string& rule) {
  return static_cast<std::size_t>(std::count_if(
      report.findings.begin(), report.findings.end(),
      [&](const Finding& finding) { return test_engine().rules().spec(finding.rule).id == rule; }));
}

constexpr const char* kSentence =
    "Nous vous avons \xC3\xA9"
    "crit le 03/03/2026 pour votre dossier.\n";

TEST(Mutes, AReasonIsNeeded) {
  const std::string muted =
      std::string("<!-- limpide: ignorer date-numerique gabarit impos\xC3\xA9 -->\n\n") + kSentence;
  const std::string bare = std::string("<!-- limpide: ignorer date-numerique -->\n\n") + kSentence;
  const DocumentReport with_reason = check_as("a.md", "# Titre\n\n" + muted);
  const DocumentReport without = check_as("a.md", "# Titre\n\n" + bare);
  EXPECT_EQ(count_of(with_reason, "date-numerique"), 0U);
  ASSERT_EQ(with_reason.muted.size(), 1U);
  EXPECT_EQ(with_reason.muted[0].reason, "gabarit impos\xC3\xA9");
  EXPECT_EQ(count_of(without, "date-numerique"), 1U);
}

TEST(Mutes, OnlyTheBlockThatFollows) {
  const std::string text = std::string("# Titre\n\n") + kSentence +
                           "\n<!-- limpide: ignorer date-numerique copie -->\n\n" + kSentence +
                           "\n" + kSentence;
  const DocumentReport report = check_as("a.md", text);
  EXPECT_EQ(count_of(report, "date-numerique"), 2U);
  EXPECT_EQ(report.muted.size(), 1U);
}

TEST(Fingerprints, StayWhenOtherTextMoves) {
  const DocumentReport before = check_as("a.txt", kSentence);
  const DocumentReport after = check_as(
      "a.txt", std::string("Bonjour \xC3\xA0 vous.\n\nUn paragraphe nouveau.\n\n") + kSentence);
  ASSERT_EQ(count_of(before, "date-numerique"), 1U);
  ASSERT_EQ(count_of(after, "date-numerique"), 1U);
  const auto fingerprint = [](const DocumentReport& report) {
    for (const Finding& finding : report.findings) {
      if (test_engine().rules().spec(finding.rule).id == "date-numerique")
        return finding.fingerprint;
    }
    return std::uint64_t{0};
  };
  EXPECT_EQ(fingerprint(before), fingerprint(after));
  EXPECT_NE(fingerprint(before), 0U);
}

TEST(Fingerprints, TellOccurrencesApart) {
  const DocumentReport report = check_as("a.txt", std::string(kSentence) + "\n" + kSentence);
  std::set<std::uint64_t> distinct;
  for (const Finding& finding : report.findings) distinct.insert(finding.fingerprint);
  EXPECT_EQ(distinct.size(), report.findings.size());
}

TEST(Baselines, KnownFindingsAreCountedNotTold) {
  const DocumentReport first = check_as("a.txt", kSentence);
  ASSERT_FALSE(first.findings.empty());
  Baseline baseline;
  for (const Finding& finding : first.findings) baseline.insert(finding.fingerprint);
  const DocumentReport second = check_as("a.txt", kSentence, &baseline);
  EXPECT_TRUE(second.findings.empty());
  EXPECT_EQ(second.known, first.findings.size());
}

TEST(Order, FindingsFollowTheText) {
  const DocumentReport report = check_as(
      "a.txt",
      "NONOBSTANT votre demande susvis\xC3\xA9"
      "e du 03/03/2026 ; nous reviendrons "
      "ult\xC3\xA9rieurement vers vous (dans les meilleurs d\xC3\xA9lais possibles pour notre "
      "service instructeur).\n");
  EXPECT_GE(report.findings.size(), 3U);
  EXPECT_TRUE(std::is_sorted(
      report.findings.begin(), report.findings.end(),
      [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; }));
}

}  // namespace
}  // namespace limpide
