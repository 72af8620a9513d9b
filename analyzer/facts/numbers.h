// Exact numbers of texts: "1 234,50", "5 000", "0,529". In: the figures of a token. Out: a whole
// number and how many of its digits are decimals, in one normal form, so that two ways of writing
// a number are equal. Refuses: letters, and more than 18 digits (nothing); floating point is never
// used.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace limpide {

// digits / 10^scale. Normal form: no zero at the end of the decimals, 0 has scale 0.
struct Decimal {
  std::int64_t digits = 0;
  std::uint8_t scale = 0;

  friend bool operator==(const Decimal&, const Decimal&) = default;
};

// "1 234,56", "1.234,56", "12.5", "+3", "-2"; spaces of any kind part groups. A dot before three
// figures parts groups too ("1.200"), unless a zero alone stands before it ("0.529").
[[nodiscard]] std::optional<Decimal> decimal_of(std::string_view figures);
[[nodiscard]] std::optional<Decimal> sum(Decimal a, Decimal b);      // nothing when it overflows
[[nodiscard]] std::optional<Decimal> product(Decimal a, Decimal b);  // nothing when it overflows
[[nodiscard]] std::string decimal_text(Decimal value);               // "1234.5"
// The value when it is a whole number of that range, else -1.
[[nodiscard]] int small_whole(Decimal value, int lowest, int highest);

}  // namespace limpide
