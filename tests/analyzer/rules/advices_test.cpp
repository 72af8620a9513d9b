#include "analyzer/rules/advices.h"

#include <gtest/gtest.h>

#include "tests/support/test_engine.h"

namespace limpide {
namespace {

class Advices : public ::testing::Test {
 protected:
  Advices() {
    for (RuleSpec* spec : {&one_, &two_, &three_}) spec->principle = Principle::kWords;
    one_.id = "one";
    two_.id = "two";
    three_.id = "three";
    three_.title = "Three";
    three_.advice = "Do three.";
    other_.id = "other";
    other_.principle = Principle::kTone;
  }
  [[nodiscard]] AdviceTable grouped(std::string_view table) const {
    return group_rules(table, "advices.tsv", {&one_, &two_, &three_, &other_});
  }
  // The key and the line of the only fault.
  [[nodiscard]] std::string fault_of(std::string_view table) const {
    const AdviceTable groups = grouped(table);
    EXPECT_EQ(groups.of_rule.size(), 4U);
    for (const std::uint32_t advice : groups.of_rule) EXPECT_LT(advice, groups.advices.size());
    if (groups.faults.size() != 1) return std::to_string(groups.faults.size()) + " faults";
    const Error& fault = groups.faults.front();
    return fault.message.key + " " + std::to_string(fault.location.line);
  }
  RuleSpec one_;
  RuleSpec two_;
  RuleSpec three_;
  RuleSpec other_;
};

TEST_F(Advices, ARowHoldsItsRulesAndTheOthersStandAlone) {
  const AdviceTable groups = grouped("# comment\n\nsay\tSay it\tSay it so.\tone two\r\n");
  EXPECT_TRUE(groups.faults.empty());
  ASSERT_EQ(groups.advices.size(), 3U);
  EXPECT_EQ(groups.of_rule[0], groups.of_rule[1]);
  const Advice& say = groups.advices[groups.of_rule[0]];
  EXPECT_EQ(say.id, "say");
  EXPECT_EQ(say.title, "Say it");
  EXPECT_EQ(say.text, "Say it so.");
  const Advice& three = groups.advices[groups.of_rule[2]];
  EXPECT_EQ(three.id, "three");
  EXPECT_EQ(three.title, "Three");
  EXPECT_EQ(three.text, "Do three.");
  EXPECT_EQ(groups.advices[groups.of_rule[3]].principle, Principle::kTone);
}

TEST_F(Advices, FaultsSayTheirLineAndTheRestHolds) {
  EXPECT_EQ(fault_of("say\tSay\tSo.\n"), "error.advices.row 1");
  EXPECT_EQ(fault_of("\nsay\tSay\tSo.\tone nobody"), "error.advices.rule 2");
  EXPECT_EQ(fault_of("say\tSay\tSo.\tone other"), "error.advices.mixed 1");
  EXPECT_EQ(fault_of("a\tA\tA.\tone\nb\tB\tB.\ttwo one"), "error.advices.twice 2");
  EXPECT_EQ(fault_of("a\tA\tA.\t "), "error.advices.empty 1");
}

TEST(ShippedAdvices, CoverTheRulesWithoutFault) {
  const RuleSet& rules = test_engine().rules();
  EXPECT_TRUE(rules.faults.empty());
  ASSERT_EQ(rules.advices.of_rule.size(), rules.rules.size());
  // Grouping is what keeps a page short: most rules are in a row.
  EXPECT_LT(rules.advices.advices.size(), rules.rules.size() * 2 / 5);
  for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
    const Advice& advice = rules.advices.advices[rules.advices.of_rule[i]];
    EXPECT_EQ(advice.principle, rules.spec(i).principle) << rules.spec(i).id;
    EXPECT_FALSE(advice.text.empty());
  }
}

}  // namespace
}  // namespace limpide
