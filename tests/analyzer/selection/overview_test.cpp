// What a page shows of many findings: made by hand, and on the hardest sample letter.
#include "analyzer/selection/overview.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace limpide {
namespace {

LoadedRule rule_of(const char* id, Principle principle) {
  LoadedRule rule;
  rule.spec.id = id;
  rule.spec.title = rule.spec.advice = id;
  rule.spec.principle = principle;
  return rule;
}

// 0 long, 1 nested: one advice. 2 word, 3 legal: another. 4 late, on its own.
const RuleSet& rules() {
  static const RuleSet kRules = [] {
    RuleSet set;
    set.rules.push_back(rule_of("long", Principle::kSentences));
    set.rules.push_back(rule_of("nested", Principle::kSentences));
    set.rules.push_back(rule_of("word", Principle::kWords));
    set.rules.push_back(rule_of("legal", Principle::kWords));
    set.rules.push_back(rule_of("late", Principle::kOrder));
    std::vector<const RuleSpec*> specs;
    for (const LoadedRule& rule : set.rules) specs.push_back(&rule.spec);
    set.advices = group_rules("cut\tCut\tcut\tlong nested\nplain\tPlain\tplain\tword legal\n",
                              "advices.tsv", specs);
    return set;
  }();
  return kRules;
}

Finding finding_of(std::uint32_t rule, Span span, Severity severity = Severity::kMinor,
                   const char* word = nullptr) {
  Finding finding;
  finding.rule = rule;
  finding.span = span;
  finding.severity = severity;
  if (word != nullptr) finding.arguments.push_back({"terme", word});
  return finding;
}

const std::vector<Span>& sentences() {
  static const std::vector<Span> kSentences{{0, 99}, {100, 199}, {200, 299}};
  return kSentences;
}

std::vector<PrincipleGroup> overview(const std::vector<Finding>& findings,
                                     const std::vector<double>& costs = {},
                                     const std::vector<double>& gains = {},
                                     const OverviewCaps& caps = {}, std::uint32_t words = 100) {
  return overview_of({rules(), findings, sentences(), costs, gains, words}, caps);
}

TEST(Overview, FindingsOfOneSentenceUnderOneAdviceAreOnePlace) {
  const std::vector<Finding> findings{finding_of(0, {0, 99}, Severity::kMajor),
                                      finding_of(1, {10, 90}), finding_of(0, {100, 199})};
  const auto groups = overview(findings, {2, 1, 0.5});
  ASSERT_EQ(groups.size(), 1U);
  ASSERT_EQ(groups[0].advices.size(), 1U);
  const AdviceGroup& cut = groups[0].advices[0];
  EXPECT_EQ(cut.findings, 3U);
  EXPECT_EQ(cut.severity, Severity::kMajor);
  ASSERT_EQ(cut.places.size(), 2U);
  EXPECT_EQ(cut.places[0].findings, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(cut.places[0].span, (Span{0, 99}));
  EXPECT_FALSE(cut.places[0].again);
  EXPECT_DOUBLE_EQ(cut.places[0].cost, 3);
  EXPECT_EQ(cut.places[1].findings, (std::vector<std::uint32_t>{2}));
}

TEST(Overview, TheSameWordsAgainAreOnePlace) {
  const std::vector<Finding> findings{finding_of(2, {0, 7}, Severity::kMinor, "sis"),
                                      finding_of(2, {10, 14}),
                                      finding_of(3, {20, 27}, Severity::kMinor, "sis"),
                                      finding_of(2, {100, 107}, Severity::kMinor, "sis")};
  const auto groups = overview(findings);
  const AdviceGroup& plain = groups[0].advices[0];
  ASSERT_EQ(plain.places.size(), 3U);
  EXPECT_EQ(plain.places[0].findings, (std::vector<std::uint32_t>{0, 3}));
  EXPECT_TRUE(plain.places[0].again);
  EXPECT_EQ(plain.places[0].span, (Span{0, 7}));
  EXPECT_FALSE(plain.places[1].again);  // says nothing of itself: alone
  EXPECT_FALSE(plain.places[2].again);  // another rule says another thing
}

TEST(Overview, TheGreatestGainComesFirst) {
  const std::vector<Finding> findings{finding_of(0, {0, 99}, Severity::kMajor),
                                      finding_of(2, {0, 7}), finding_of(4, {})};
  const auto plain = overview(findings);
  const auto by_gravity = first_advices(plain, 5);
  ASSERT_EQ(by_gravity.size(), 3U);
  EXPECT_EQ(rules().advices.advices[by_gravity[0]->advice].id, "cut");
  std::vector<double> gains(rules().advices.advices.size(), 0);
  gains[rules().advices.of_rule[4]] = 4;
  gains[rules().advices.of_rule[2]] = 3;
  const auto groups = overview(findings, {0, 0, 0}, gains);
  const auto by_gain = first_advices(groups, 2);
  ASSERT_EQ(by_gain.size(), 2U);
  EXPECT_EQ(rules().advices.advices[by_gain[0]->advice].id, "late");
  EXPECT_EQ(rules().advices.advices[by_gain[1]->advice].id, "plain");
}

std::size_t shown_of(const AdviceGroup& group) {
  return static_cast<std::size_t>(
      std::count_if(group.places.begin(), group.places.end(),
                    [](const OverviewPlace& place) { return place.shown; }));
}

TEST(Overview, APageDoesNotDrownAndNothingIsLost) {
  std::vector<Finding> findings;
  for (std::uint32_t i = 0; i < 40; ++i) {
    findings.push_back(finding_of(2, {7 * i, 7 * i + 5}));
    findings.push_back(finding_of(4, {7 * i, 7 * i + 6}, Severity::kInfo));
  }
  OverviewCaps caps;
  caps.places_per_advice = 20;
  const auto groups = overview(findings, {}, {}, caps, 299);
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(shown_of(groups[0].advices[0]), 15U);  // the least of a page
  EXPECT_EQ(shown_of(groups[1].advices[0]), 0U);   // for information: no room left
  std::set<std::uint32_t> seen;
  for (const PrincipleGroup& group : groups) {
    for (const OverviewPlace& place : group.advices[0].places) {
      seen.insert(place.findings.begin(), place.findings.end());
    }
  }
  EXPECT_EQ(seen.size(), findings.size());
  const auto pages = overview(findings, {}, {}, caps, 900);
  EXPECT_EQ(shown_of(pages[0].advices[0]), 20U);
  EXPECT_EQ(shown_of(pages[1].advices[0]), 1U);
}

TEST(Overview, EveryAdviceIsSeenBeforeAnyIsSeenTwice) {
  std::vector<Finding> findings;
  for (std::uint32_t i = 0; i < 20; ++i) {
    findings.push_back(finding_of(2, {10 * i, 10 * i + 5}, Severity::kMajor));
  }
  findings.push_back(finding_of(4, {250, 260}));
  OverviewCaps caps;
  caps.places_at_least = caps.places_per_page = 2;
  const auto groups = overview(findings, {}, {}, caps);
  EXPECT_EQ(shown_of(groups[0].advices[0]), 1U);
  EXPECT_EQ(shown_of(groups[1].advices[0]), 1U);
}

TEST(Overview, WhatIsSaidOfTheWholeTakesNoRoom) {
  const std::vector<Finding> findings{finding_of(0, {}, Severity::kMajor),
                                      finding_of(0, {0, 99}, Severity::kMajor)};
  OverviewCaps caps;
  caps.places_per_advice = 1;
  caps.places_at_least = caps.places_per_page = 1;
  const auto groups = overview(findings, {5, 1}, {}, caps);
  ASSERT_EQ(groups[0].advices[0].places.size(), 2U);
  EXPECT_EQ(shown_of(groups[0].advices[0]), 2U);
}

TEST(Overview, TheDearestPlacesAreShown) {
  const std::vector<Finding> findings{finding_of(2, {0, 5}), finding_of(2, {10, 15}),
                                      finding_of(2, {20, 25})};
  OverviewCaps caps;
  caps.places_per_advice = 1;
  const auto groups = overview(findings, {0.1, 0.9, 0.2}, {}, caps);
  EXPECT_FALSE(groups[0].advices[0].places[0].shown);
  EXPECT_TRUE(groups[0].advices[0].places[1].shown);
  caps.places_per_advice = 0;  // no cap
  EXPECT_EQ(shown_of(overview(findings, {}, {}, caps)[0].advices[0]), 3U);
}

TEST(Overview, NothingOfNothing) {
  EXPECT_TRUE(overview({}).empty());
  EXPECT_TRUE(first_advices({}, 5).empty());
}

}  // namespace
}  // namespace limpide
