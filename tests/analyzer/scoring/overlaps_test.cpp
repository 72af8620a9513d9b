#include "analyzer/scoring/overlaps.h"

#include <gtest/gtest.h>

#include <cmath>

#include "analyzer/scoring/saturation.h"
#include "analyzer/scoring/scoring.h"

namespace limpide {
namespace {

const Overlaps::Kept kAll = [](std::uint32_t) { return true; };

double sum_of(const std::vector<PricedSpan>& items, const std::vector<bool>& pays) {
  double sum = 0;
  for (std::size_t i = 0; i < items.size(); ++i) sum += pays[i] ? items[i].price : 0;
  return sum;
}

TEST(Overlaps, TheDearestOfTwoPays) {
  const Overlaps overlaps({{{0, 10}, 1, 1.0}, {{5, 12}, 1, 2.0}, {{12, 20}, 1, 0.5}});
  EXPECT_EQ(overlaps.payers(), (std::vector<bool>{false, true, true}));
}

TEST(Overlaps, SeveralInsidePayTogetherWhenTheyAreDearerThanTheWhole) {
  EXPECT_EQ(Overlaps({{{0, 100}, 0, 1.0}, {{5, 12}, 0, 0.6}, {{20, 30}, 0, 0.6}}).payers(),
            (std::vector<bool>{false, true, true}));
  EXPECT_EQ(Overlaps({{{0, 100}, 0, 1.3}, {{5, 12}, 0, 0.6}, {{20, 30}, 0, 0.6}}).payers(),
            (std::vector<bool>{true, false, false}));
}

TEST(Overlaps, LayersDoNotCompete) {
  EXPECT_EQ(Overlaps({{{0, 100}, 0, 9.0}, {{5, 12}, 1, 0.1}}).payers(),
            (std::vector<bool>{true, true}));
}

TEST(Overlaps, WithoutOneTheNextPays) {
  const Overlaps overlaps({{{0, 10}, 1, 1.0}, {{0, 10}, 1, 2.0}});
  const auto changes = overlaps.changes(1, [](std::uint32_t i) { return i != 1; });
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].item, 0U);
  EXPECT_TRUE(changes[0].pays);
  EXPECT_FALSE(changes[1].pays);
  EXPECT_TRUE(overlaps.changes(0, kAll).empty());
}

TEST(Overlaps, AFindingAddedNeverMakesTheSumSmaller) {
  Drawer drawer(7);
  std::vector<PricedSpan> items;
  double sum = 0;
  for (int i = 0; i < 60; ++i) {
    const std::uint32_t begin = drawer.below(200);
    items.push_back({{begin, begin + 1 + drawer.below(40)},
                     static_cast<std::uint8_t>(drawer.below(2)),
                     0.1 * (1 + drawer.below(30))});
    const Overlaps overlaps(items);
    const double now = sum_of(items, overlaps.payers());
    EXPECT_GE(now, sum - 1e-9);
    sum = now;
    for (std::size_t a = 0; a < items.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        const bool both = overlaps.payers()[a] && overlaps.payers()[b];
        EXPECT_FALSE(both && items[a].layer == items[b].layer &&
                     items[a].span.overlaps(items[b].span));
      }
    }
  }
}

TEST(Overlaps, NothingToPayForNothing) {
  EXPECT_TRUE(Overlaps({}).payers().empty());
  EXPECT_EQ(Overlaps({{{3, 9}, 0, 0.0}}).payers(), std::vector<bool>{false});
}

TEST(Saturation, IsOneMinusExp) {
  EXPECT_EQ(saturation(0), 0);
  EXPECT_EQ(saturation(-3), 0);
  EXPECT_EQ(saturation(50), 1);
  for (double t = 0.001; t < 39; t *= 1.3) EXPECT_NEAR(saturation(t), -std::expm1(-t), 1e-14) << t;
}

TEST(Drawer, TheSameSeedDrawsTheSame) {
  Drawer drawer(1);
  EXPECT_EQ(drawer.below(1000), Drawer(1).below(1000));
  std::vector<int> counts(10, 0);
  for (int i = 0; i < 10000; ++i) ++counts[drawer.below(10)];
  for (const int count : counts) EXPECT_NEAR(count, 1000, 150);
}

TEST(Interval, IsMovedOntoTheValue) {
  std::vector<double> draws;
  for (int i = 0; i <= 200; ++i) draws.push_back(i);
  const Interval interval = interval_around(50, draws);
  EXPECT_DOUBLE_EQ(interval.low, 50 - 95);
  EXPECT_DOUBLE_EQ(interval.high, 50 + 95);
}

}  // namespace
}  // namespace limpide
