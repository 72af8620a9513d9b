// One date, or the piece of one, at a token: "lundi 3 mars 2025", "31/03/2026", "3", "mars",
// "2025", "2e trimestre 2025". In: a token. Out: its parts and one past its last token; a day that
// no calendar has is given as the text states it. Refuses: a year that counts something, and to
// join pieces: find_dates.cpp does.
#pragma once

#include <optional>
#include <vector>

#include "analyzer/facts/fact_text.h"

namespace limpide {

struct DateItem {
  std::vector<PartialDate> dates;  // two of "14-15 octobre" and of "2024-2025"
  DateShape shape = DateShape::kSingle;
  std::uint8_t weekday = 0;
  std::uint32_t end = 0;  // token
  [[nodiscard]] const PartialDate& last() const { return dates.back(); }
};

[[nodiscard]] std::optional<DateItem> date_item_at(const FactText& text, const Scan& scan,
                                                   std::uint32_t i);
// "2e trimestre (de l'annee) 2025": a range of months.
[[nodiscard]] std::optional<DateItem> period_at(const FactText& text, const Scan& scan,
                                                std::uint32_t i);
[[nodiscard]] bool is_day_only(PartialDate date);
[[nodiscard]] bool is_month_only(PartialDate date);
[[nodiscard]] bool is_year_only(PartialDate date);

}  // namespace limpide
