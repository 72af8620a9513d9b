// Our own gold from raw text through the committed models. The floors lie a little under what was
// measured (docs/measurements.md): a change that loses more than noise fails here.
#include <gtest/gtest.h>

#include "tools/eval/gold_run.h"

namespace limpide {
namespace {

struct Floor {
  Phenomenon phenomenon;
  double precision;
  double recall;
};

TEST(Gold, IsFoundFromRawText) {
  const auto run =
      run_gold(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/french", "", LIMPIDE_DATA_DIR);
  ASSERT_TRUE(run) << run.error().message.key << " " << run.error().location.path << ":"
                   << run.error().location.line;
  EXPECT_GE(run->records, 300U);
  const Floor floors[] = {
      {Phenomenon::kClause, 0.93, 0.94},         {Phenomenon::kKind, 0.94, 0.94},
      {Phenomenon::kDepth, 0.90, 0.90},          {Phenomenon::kSubject, 0.94, 0.93},
      {Phenomenon::kVoice, 0.94, 0.94},          {Phenomenon::kPassive, 0.85, 0.97},
      {Phenomenon::kPassiveLenient, 0.95, 0.97}, {Phenomenon::kAgent, 0.93, 0.87},
      {Phenomenon::kModality, 0.93, 0.95},       {Phenomenon::kNegation, 0.96, 0.97},
      {Phenomenon::kRestriction, 0.90, 0.81},    {Phenomenon::kExpletive, 0.87, 0.87},
      {Phenomenon::kAddressee, 0.98, 0.98},      {Phenomenon::kChain, 0.80, 0.92},
      {Phenomenon::kVerbNoun, 0.90, 0.80}};
  for (const Floor& floor : floors) {
    GoldScores scores = run->scores;
    const MatchCount& count = scores.of(floor.phenomenon);
    EXPECT_GE(count.precision(), floor.precision) << phenomenon_name(floor.phenomenon);
    EXPECT_GE(count.recall(), floor.recall) << phenomenon_name(floor.phenomenon);
  }
}

TEST(Gold, TellsAMissingFolder) {
  const auto run = run_gold("no/such/folder", "", LIMPIDE_DATA_DIR);
  ASSERT_FALSE(run);
  EXPECT_EQ(run.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace limpide
