#include "analyzer/facts/numbers.h"

#include <gtest/gtest.h>

#include <limits>

namespace limpide {
namespace {

std::string text_of(std::string_view figures) {
  const auto value = decimal_of(figures);
  return value ? decimal_text(*value) : "none";
}

TEST(Numbers, AreReadInTheirWritings) {
  EXPECT_EQ(text_of("5 000"), "5000");
  EXPECT_EQ(text_of("5\xC2\xA0"
                    "000"),
            "5000");
  EXPECT_EQ(text_of("5\xE2\x80\xAF"
                    "000,50"),
            "5000.5");
  EXPECT_EQ(text_of("1.234,56"), "1234.56");
  EXPECT_EQ(text_of("1.200"), "1200");
  EXPECT_EQ(text_of("1.234.567"), "1234567");
  EXPECT_EQ(text_of("0.529"), "0.529");
  EXPECT_EQ(text_of("12.5"), "12.5");
  EXPECT_EQ(text_of("007"), "7");
  EXPECT_EQ(text_of("3,00"), "3");
  EXPECT_EQ(text_of("-2,50"), "-2.5");
  EXPECT_EQ(text_of("+3"), "3");
  EXPECT_EQ(text_of("0"), "0");
  EXPECT_EQ(text_of("0,05"), "0.05");
}

TEST(Numbers, RefuseWhatIsNone) {
  for (const char* figures : {"", "-", "1er", "12-5", "12/5", "12,", ",5", "1,2,3", "1,2 3", "a"}) {
    EXPECT_EQ(text_of(figures), "none") << figures;
  }
  EXPECT_EQ(text_of("1234567890123456789"), "none");
  EXPECT_EQ(text_of("0,0000000000000000000001"), "none");
  EXPECT_EQ(text_of("000000000000000000000000000001"), "1");
}

TEST(Numbers, NeverOverflowInSilence) {
  const Decimal huge{std::numeric_limits<std::int64_t>::max(), 0};
  EXPECT_FALSE(sum(huge, {1, 0}));
  EXPECT_FALSE(product(huge, {2, 0}));
  EXPECT_FALSE(sum(huge, {1, 3}));
  EXPECT_EQ(decimal_text(*sum({15, 1}, {25, 2})), "1.75");
  EXPECT_EQ(decimal_text(*product({25, 1}, {1000000, 0})), "2500000");
  EXPECT_EQ(decimal_text(*product({5, 0}, {1, 2})), "0.05");
}

TEST(Numbers, SmallWholesOnly) {
  EXPECT_EQ(small_whole({12, 0}, 1, 12), 12);
  EXPECT_EQ(small_whole({13, 0}, 1, 12), -1);
  EXPECT_EQ(small_whole({15, 1}, 1, 12), -1);
}

}  // namespace
}  // namespace limpide
