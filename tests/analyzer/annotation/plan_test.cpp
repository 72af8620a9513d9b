// The plan, format or not: what is commented, what is changed, and the words of a comment.
#include "analyzer/annotation/plan.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "cli/console.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

constexpr const char* kLetter =
    "Objet : votre demande\n\nMadame,\n\nNous avons re\xC3\xA7u votre demande le 03/03/2026. La "
    "pr\xC3\xA9sente d\xC3\xA9"
    "cision est prise en vertu de la loi. Nous avons re\xC3\xA7u la facture le 04/04/2026.\n\n"
    "La pr\xC3\xA9sente d\xC3\xA9"
    "cision est d\xC3\xBBment notifi\xC3\xA9"
    "e. Vous devez payer avant le 05/05/2026.\n";

RunContext context() {
  return {test_engine().versions(), test_engine().rules(), texts(), Profile::kCourrier};
}

AnnotationPlan plan_for(const DocumentReport& report, std::optional<std::uint32_t> per_page = {}) {
  return plan_annotation(context(), report, {true, per_page});
}

std::string all_words(const PlannedComment& comment) {
  std::string text;
  for (const CommentParagraph& paragraph : comment.paragraphs) text += paragraph.text + "\n";
  return text;
}

TEST(Plan, TheSummaryComesFirst) {
  const DocumentReport report = check_text(kLetter);
  const AnnotationPlan plan = plan_for(report);
  ASSERT_GT(plan.comments.size(), 1U);
  EXPECT_TRUE(plan.comments.front().span.empty());
  EXPECT_EQ(plan.comments.front().paragraphs.front().text, texts().text("annotate.summary"));
  for (std::size_t i = 1; i < plan.comments.size(); ++i) {
    EXPECT_FALSE(plan.comments[i].span.empty());
    EXPECT_GE(plan.comments[i].paragraphs.size(), 2U);
    EXPECT_GE(plan.comments[i].span.begin, plan.comments[i - 1].span.begin);
  }
}

TEST(Plan, OnlySafeSuggestionsAreChanges) {
  const DocumentReport report = check_text(kLetter);
  const AnnotationPlan plan = plan_for(report);
  ASSERT_FALSE(plan.changes.empty());
  std::uint32_t last = 0;
  for (const PlannedChange& change : plan.changes) {
    EXPECT_TRUE(report.findings[change.finding].suggestions.front().safe);
    for (const Edit& edit : change.edits) {
      EXPECT_GE(edit.span.begin, last);
      last = edit.span.end;
    }
  }
}

TEST(Plan, OverlappingSuggestionsGiveOneChange) {
  DocumentReport report = check_text(kLetter);
  const std::size_t before = plan_for(report).changes.size();
  const auto safe = std::find_if(report.findings.begin(), report.findings.end(), [](const auto& f) {
    return !f.suggestions.empty() && f.suggestions.front().safe;
  });
  ASSERT_NE(safe, report.findings.end());
  const Finding twice = *safe;
  report.findings.insert(safe, twice);
  report.score = {};
  EXPECT_EQ(plan_for(report).changes.size(), before);
}

// LibreOffice shows two deletions side by side as one.
TEST(Plan, SuggestionsSideBySideGiveOneChange) {
  DocumentReport report = check_text(kLetter, "date-numerique");
  ASSERT_EQ(plan_for(report).changes.size(), 3U);
  Finding beside = report.findings.front();
  Edit& edit = beside.suggestions.front().edits.front();
  edit.span = {edit.span.begin - 3, edit.span.begin};
  report.findings.push_back(beside);
  EXPECT_EQ(plan_for(report).changes.size(), 3U);
  Edit& apart = report.findings.back().suggestions.front().edits.front();
  apart.span = {apart.span.begin - 3, apart.span.end - 3};
  EXPECT_EQ(plan_for(report).changes.size(), 4U);
}

TEST(Plan, AProposalThatIsTrackedIsNotSaidTwice) {
  const DocumentReport report = check_text(kLetter, "date-numerique");
  const AnnotationPlan plan = plan_for(report, 0);
  ASSERT_EQ(plan.changes.size(), 3U);
  std::size_t replaced = 0;
  for (const PlannedComment& comment : plan.comments) {
    for (const CommentParagraph& paragraph : comment.paragraphs) {
      replaced += paragraph.unless_change != kNoChange;
    }
  }
  EXPECT_EQ(replaced, 3U);
}

TEST(Plan, TheSameWordsAgainAreOneComment) {
  const DocumentReport report = check_text(kLetter, "ledit-presente");
  ASSERT_EQ(report.findings.size(), 2U);
  const AnnotationPlan plan = plan_for(report, 0);
  ASSERT_EQ(plan.comments.size(), 2U);
  const std::string again = texts().format({"annotate.again", {{"n", "1"}}});
  EXPECT_NE(all_words(plan.comments[1]).find(again), std::string::npos);
}

TEST(Plan, TheCapLeavesComments) {
  const DocumentReport report = check_text(kLetter);
  const std::size_t all = plan_for(report, 0).comments.size();
  const AnnotationPlan capped = plan_for(report, 1);
  EXPECT_EQ(capped.comments.size(), 2U);
  EXPECT_GT(all, 3U);
  EXPECT_EQ(capped.changes.size(), plan_for(report, 0).changes.size());
  EXPECT_NE(all_words(capped.comments.front()).find("n\xE2\x80\x99ont pas de commentaire"),
            std::string::npos);
}

TEST(Plan, ChangesAloneForFix) {
  const DocumentReport report = check_text(kLetter);
  const AnnotationPlan plan = plan_annotation(context(), report, {false, {}});
  EXPECT_TRUE(plan.comments.empty());
  EXPECT_FALSE(plan.changes.empty());
}

TEST(Plan, SpansAreWidenedToWholeEdits) {
  AnnotationPlan plan;
  plan.changes = {{{{{10, 20}, "x"}}, 0}, {{{{30, 40}, "y"}, {{50, 60}, "z"}}, 1}};
  EXPECT_EQ(widened_to_edits(plan, {0, 1}, {15, 35}), (Span{10, 40}));
  EXPECT_EQ(widened_to_edits(plan, {0, 1}, {20, 30}), (Span{20, 30}));
  EXPECT_EQ(widened_to_edits(plan, {0, 1}, {55, 58}), (Span{50, 60}));
  EXPECT_EQ(widened_to_edits(plan, {0, 1}, {42, 45}), (Span{42, 45}));
  EXPECT_EQ(widened_to_edits(plan, {1}, {15, 35}), (Span{15, 40}));  // the first was refused
}

}  // namespace
}  // namespace limpide
