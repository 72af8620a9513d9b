#include "analyzer/facts/calendar.h"

#include <gtest/gtest.h>

namespace limpide {
namespace {

std::string text_of(std::string_view key) {
  const auto date = numeric_date(key);
  return date ? iso_text(*date) : "none";
}

TEST(Calendar, ReadsNumericDates) {
  EXPECT_EQ(text_of("31/03/2026"), "2026-03-31");
  EXPECT_EQ(text_of("1/3/2026"), "2026-03-01");
  EXPECT_EQ(text_of("12.04.1985"), "1985-04-12");
  EXPECT_EQ(text_of("03-03-26"), "2026-03-03");
  EXPECT_EQ(text_of("03-03-85"), "1985-03-03");
  EXPECT_EQ(text_of("2026-03-03"), "2026-03-03");
  EXPECT_EQ(text_of("03/2026"), "2026-03");
  EXPECT_EQ(text_of("30/02/2025"), "2025-02-30");  // as stated; is_possible() tells
}

TEST(Calendar, RefusesOtherFigures) {
  for (const char* key : {"", "12", "13/2026", "1/2", "32/01/2026", "12/13/2026", "a/b/c",
                          "12/03/202", "12-03/2026", "0/0/0000", "//", "12//2026"}) {
    EXPECT_EQ(text_of(key), "none") << key;
  }
}

TEST(Calendar, WritesMissingParts) {
  EXPECT_EQ(iso_text(PartialDate{2024, 3, 12}), "2024-03-12");
  EXPECT_EQ(iso_text(PartialDate{2024, 3, 0}), "2024-03");
  EXPECT_EQ(iso_text(PartialDate{2024, 0, 0}), "2024");
  EXPECT_EQ(iso_text(PartialDate{0, 3, 12}), "--03-12");
  EXPECT_EQ(iso_text(PartialDate{0, 3, 0}), "--03");
  EXPECT_EQ(iso_text(PartialDate{0, 0, 12}), "---12");
}

TEST(Calendar, CompletesRanges) {
  std::vector<PartialDate> dates = {{0, 0, 3}, {2025, 5, 7}};
  complete_dates(dates);
  EXPECT_EQ(iso_text(dates, DateShape::kRange), "2025-05-03/2025-05-07");
  dates = {{0, 12, 28}, {2026, 1, 3}};
  complete_dates(dates);
  EXPECT_EQ(iso_text(dates, DateShape::kRange), "2025-12-28/2026-01-03");
  dates = {{2025, 3, 12}, {0, 4, 3}};
  complete_dates(dates);
  EXPECT_EQ(iso_text(dates, DateShape::kRange), "2025-03-12/2025-04-03");
  dates = {{2025, 12, 12}, {0, 1, 3}};  // the next year, but the text does not say so
  complete_dates(dates);
  EXPECT_EQ(iso_text(dates, DateShape::kRange), "2025-12-12/--01-03");
  dates = {{0, 0, 3}, {0, 0, 5}, {0, 6, 7}};
  complete_dates(dates);
  EXPECT_EQ(iso_text(dates, DateShape::kList), "--06-03,--06-05,--06-07");
}

TEST(Calendar, KnowsWeekdays) {
  EXPECT_EQ(weekday_of({2026, 11, 22}), 7);
  EXPECT_EQ(weekday_of({2024, 2, 29}), 4);
  EXPECT_EQ(weekday_of({2000, 1, 1}), 6);
  EXPECT_EQ(weekday_of({0, 1, 1}), 0);
}

TEST(Calendar, KnowsImpossibleDays) {
  EXPECT_TRUE(is_possible({2024, 2, 29}));
  EXPECT_TRUE(is_possible({0, 2, 29}));
  EXPECT_FALSE(is_possible({2023, 2, 29}));
  EXPECT_FALSE(is_possible({1900, 2, 29}));
  EXPECT_FALSE(is_possible({2025, 4, 31}));
  EXPECT_FALSE(is_possible({2025, 13, 1}));
}

}  // namespace
}  // namespace limpide
