#include "analyzer/reports/texts.h"

#include <gtest/gtest.h>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/groups.h"
#include "analyzer/reports/verification_report.h"
#include "analyzer/reports/visible.h"
#include "tests/analyzer/reports/sample.h"

namespace limpide::testing {
namespace {

std::string utf8(char32_t code_point) {
  std::string text;
  append_utf8(text, code_point);
  return text;
}

TEST(NewWording, AppliesEditsInsideTheWordsOfTheFinding) {
  Document document;
  document.text = "Il vous appartient de payer.";
  Finding finding;
  finding.span = {0, 21};
  EXPECT_EQ(new_wording(document, finding, {{{{0, 21}, "Vous devez"}}, true}), "Vous devez");
  EXPECT_EQ(new_wording(document, finding, {{{{8, 18}, "incombe"}, {{0, 2}, "Cela"}}, true}),
            "Cela vous incombe de");
}

TEST(NewWording, ADeletionIsEmptyEvenWhenItTakesItsSpace) {
  Document document;
  document.text = "un bien fou";
  Finding finding;
  finding.span = {3, 7};
  EXPECT_EQ(new_wording(document, finding, {{{{3, 8}, ""}}, true}), "");
}

TEST(NewWording, AnInsertionShowsTheWordsAroundIt) {
  Document document;
  document.text = "la copie";
  Finding finding;
  finding.span = {3, 8};
  EXPECT_EQ(new_wording(document, finding, {{{{3, 3}, "photo"}}, true}), "photocopie");
}

TEST(Proposals, AreNotRepeated) {
  Document document;
  document.text = "abc";
  Finding finding;
  finding.span = {0, 3};
  finding.suggestions = {{{{{0, 3}, "x"}}, true}, {{{{0, 3}, "x"}}, false}};
  const std::string text = proposals(sample_texts(), document, finding);
  EXPECT_EQ(text.find('x'), text.rfind('x'));
}

TEST(Excerpts, FitAndHoldTheMarkedWords) {
  std::string source;
  for (int i = 0; i < 40; ++i) source += "mot" + std::to_string(i) + " ";
  source += "fin.";
  for (const char* words : {"mot0", "mot20", "fin."}) {
    const DocumentReport report = report_of(source, words);
    for (std::size_t columns = 10; columns <= 120; columns += 7) {
      const Excerpt shown = excerpt(report, report.findings[0].span, columns);
      EXPECT_EQ(shown.marked, words);
      EXPECT_LE(display_width(shown.before + shown.marked + shown.after), columns);
    }
  }
}

TEST(Excerpts, ShowTheWholeSentenceWhenItFits) {
  const DocumentReport report = report_of("Premier. Un mot rare ici. Dernier.", "rare");
  const Excerpt shown = excerpt(report, report.findings[0].span, 60);
  EXPECT_EQ(shown.before, "Un mot ");
  EXPECT_EQ(shown.after, " ici.");
}

TEST(Excerpts, CutMarkedWordsThatDoNotFit) {
  const std::string source(500, 'x');
  const DocumentReport report = report_of(source, source);
  const Excerpt shown = excerpt(report, report.findings[0].span, 20);
  EXPECT_EQ(display_width(shown.marked), 20U);
  EXPECT_EQ(shown.before + shown.after, "");
}

TEST(Excerpts, AreOneLineWithoutControls) {
  const DocumentReport report = report_of("un\nmot\x1b[2J rare\tici", "rare");
  const Excerpt shown = excerpt(report, report.findings[0].span, 60);
  EXPECT_EQ(shown.before, std::string("un mot").append(utf8(0x241B)).append("[2J "));
}

TEST(FrenchNumber, UsesADecimalComma) {
  EXPECT_EQ(french_number(17.94), "17,9");
  EXPECT_EQ(french_number(18.04), "18");
  EXPECT_EQ(french_number(-3.26), utf8(0x2212) + "3,3");
  EXPECT_EQ(french_number(-0.01), "0");
}

TEST(Facts, ThereAreNoneWithoutWords) {
  EXPECT_TRUE(reading_figures(sample_texts(), Metrics{}).empty());
}

TEST(Messages, CountedPatternsAreRememberedByTheirArguments) {
  RuleSpec rule;
  rule.message = "{n, plural, one {# mot} other {# mots}}";
  FindingMessages messages;
  Finding one;
  one.arguments = {{"n", "1"}};
  Finding two;
  two.arguments = {{"n", "2"}};
  EXPECT_EQ(messages.of(rule, one), "1 mot");
  EXPECT_EQ(messages.of(rule, two), "2 mots");
  EXPECT_EQ(messages.of(rule, one), "1 mot");
  two.rule = 1;
  rule.message = "{n, plural, one {# an} other {# ans}}";
  EXPECT_EQ(messages.of(rule, two), "2 ans");
}

TEST(Groups, ByRuleFollowThePrinciplesThenGravity) {
  const RuleSet rules = sample_rules();
  const DocumentReport report = sample_report(rules, Format::kText);
  const auto groups = group_by_rule(rules, report.findings);
  std::size_t seen = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    seen += groups[i].findings.size();
    if (i == 0) continue;
    const Principle last = rules.spec(groups[i - 1].rule).principle;
    const Principle now = rules.spec(groups[i].rule).principle;
    EXPECT_LE(last, now);
    if (last == now) {
      EXPECT_GE(groups[i - 1].severity, groups[i].severity);
    }
  }
  EXPECT_EQ(seen, report.findings.size());
}

TEST(Catalogue, HasEveryTextOfReports) {
  const Catalogue texts = sample_texts();
  for (const Principle principle : {Principle::kSentences, Principle::kWords, Principle::kOrder,
                                    Principle::kLayout, Principle::kTone, Principle::kLanguage}) {
    EXPECT_TRUE(texts.has(std::string("report.principle.") + principle_id(principle)));
  }
  for (const Severity severity :
       {Severity::kInfo, Severity::kMinor, Severity::kMajor, Severity::kBlocking}) {
    EXPECT_TRUE(texts.has(std::string("report.severity.") + severity_id(severity)));
    EXPECT_TRUE(texts.has(std::string("report.count.") + severity_id(severity)));
  }
  // A key that is missing is shown as itself: none may be seen in the reviewed reports.
  for (const char* name :
       {"terminal.txt", "report.html", "github.txt", "junit.xml", "report.json"}) {
    EXPECT_EQ(read_golden(name).find("report."), std::string::npos) << name;
  }
}

// Whatever changed, in whichever way: words, never the key of a message.
TEST(ChangeText, HasWordsForEveryAspect) {
  const Catalogue texts = sample_texts();
  const std::string before = "avant";
  for (std::size_t i = 0; i < static_cast<std::size_t>(Aspect::kCount); ++i) {
    for (const FactKind kind : {FactKind::kDate, FactKind::kName, FactKind::kObligation,
                                FactKind::kPermission, FactKind::kProhibition}) {
      for (const auto& [was, is] : {std::pair(Span{0, 5}, Span{}), std::pair(Span{}, Span{0, 5}),
                                    std::pair(Span{0, 5}, Span{0, 5})}) {
        const FactChange change{static_cast<Aspect>(i), kind, "", was, is};
        const std::string text = change_text(texts, change, before, before);
        EXPECT_EQ(text.find("verify."), std::string::npos) << text;
        EXPECT_NE(text.find("avant"), std::string::npos) << text;
      }
    }
  }
}

}  // namespace
}  // namespace limpide::testing
