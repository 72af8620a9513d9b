// Amounts of money and percentages.
#include "analyzer/segmentation/scanners.h"

namespace limpide {
namespace {

// A figure without letters: "1 234,56", not "1er".
bool is_plain_number(const TokenStream& stream, std::size_t i) {
  if (!stream.is_number(i)) return false;
  const char last = stream.key(i).back();
  return last >= '0' && last <= '9';
}

bool is_scale(std::string_view key) {
  return key == "k" || key == "K" || key == "M" || key == "Md" || key == "G";
}

// The unit of money that starts at i: "euros", "k" + sign; i when there is none.
std::size_t money_end(const TokenStream& stream, std::size_t i) {
  if (!stream.follows(i)) return i;
  if (stream.is(i, WordClass::kMoney)) return i + 1;
  const bool scaled =
      is_scale(stream.key(i)) && stream.touches(i + 1) && stream.is(i + 1, WordClass::kMoney);
  return scaled ? i + 2 : i;
}

}  // namespace

std::size_t scan_amount(const TokenStream& stream, std::size_t i) {
  if (!is_plain_number(stream, i)) return i;
  std::size_t unit = i + 1;
  if (stream.follows(unit) && stream.is(unit, WordClass::kMagnitude)) {
    ++unit;
    if (stream.follows(unit) && stream.is(unit, WordClass::kOf)) ++unit;
  }
  const std::size_t end = money_end(stream, unit);
  return end == unit ? i : end;
}

std::size_t scan_percentage(const TokenStream& stream, std::size_t i) {
  if (!is_plain_number(stream, i) || !stream.follows(i + 1)) return i;
  const std::string_view unit = stream.lower(i + 1);
  if (unit == "%" || unit == "\xE2\x80\xB0") return i + 2;
  if (!stream.follows(i + 2)) return i;
  const std::string_view hundred = stream.lower(i + 2);
  if (unit == "pour" && (hundred == "cent" || hundred == "100")) return i + 3;
  if (unit == "p." && hundred == "100") return i + 3;
  return i;
}

}  // namespace limpide
