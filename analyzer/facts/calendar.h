// Dates as texts state them: whole, or with parts missing. In: figures. Out: plain values and their
// ISO 8601 writing ("2024-03-12", "2024-03", "--03-12", "2025-05-03/2025-05-07"). Refuses: today's
// date: nothing here knows when it runs. A day that no calendar has (31 April) is kept as the text
// states it; is_possible() tells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limpide {

// 0: not stated.
struct PartialDate {
  std::uint16_t year = 0;
  std::uint8_t month = 0;  // 1 to 12
  std::uint8_t day = 0;    // 1 to 31

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

enum class DateShape : std::uint8_t { kSingle, kRange, kList };

[[nodiscard]] bool is_possible(PartialDate date);
// 1 (Monday) to 7, 0 when a part is missing. REQUIRES: is_possible(date).
[[nodiscard]] int weekday_of(PartialDate date);
// "31/03/2026", "12.04.1985", "03-03-26", "2026-03-03", "03/2026". A year of two figures is of
// this century below 50.
[[nodiscard]] std::optional<PartialDate> numeric_date(std::string_view key);
// What is missing before is taken from what follows, in one range or list: "du 3 au 7 mai 2025".
// "du 28 decembre au 3 janvier 2026" starts in 2025.
void complete_dates(std::vector<PartialDate>& dates);
[[nodiscard]] std::string iso_text(PartialDate date);
[[nodiscard]] std::string iso_text(const std::vector<PartialDate>& dates, DateShape shape);

}  // namespace limpide
