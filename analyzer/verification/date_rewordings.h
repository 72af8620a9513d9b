// Dates that two texts write otherwise: with the year elsewhere, day by day, within a reference.
// In: a fact of one text, what the other states. Out: whether the other states it too. Refuses:
// other days, a range for a list.
#pragma once

#include "analyzer/verification/fact_changes.h"

namespace limpide {

// A date, or a deadline that ends on one.
[[nodiscard]] bool is_dated(const Fact& fact);
// Two facts with dates; one may leave its year to other words of its text.
[[nodiscard]] bool is_same_date(const Fact& lost, const Fact& gained, const StatedFacts& before,
                                const StatedFacts& after);
// A number that is a day or a year of the other text.
[[nodiscard]] bool is_of_date(const Fact& quantity, const StatedFacts& stated);
[[nodiscard]] bool is_year_in_figures(const Fact& quantity, const StatedFacts& other);
[[nodiscard]] bool is_in_date(const Fact& date, const StatedFacts& other);
[[nodiscard]] bool is_told_day_by_day(const Fact& date, const StatedFacts& other);
[[nodiscard]] bool is_in_reference(const Fact& date, const StatedFacts& other);
// "arrete 12" where the other text has "arrete 12 du 5 fevrier 2026".
[[nodiscard]] bool is_dated_reference(const Fact& reference, const StatedFacts& own,
                                      const StatedFacts& other);

}  // namespace limpide
