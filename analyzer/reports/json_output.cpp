#include "analyzer/reports/json_output.h"

#include <cmath>

namespace limpide {

void JsonOutput::decimal(double value) {
  if (!std::isfinite(value)) value = 0;
  const auto hundredths = static_cast<long long>(std::llround(value * 100));
  const long long size = hundredths < 0 ? -hundredths : hundredths;
  std::string digits = hundredths < 0 ? "-" : "";
  digits += std::to_string(size / 100) + ".";
  digits.push_back(static_cast<char>('0' + size / 10 % 10));
  if (size % 10 != 0) digits.push_back(static_cast<char>('0' + size % 10));
  writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}

std::string hexadecimal(std::uint64_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = 0; i < text.size(); ++i) {
    text[text.size() - 1 - i] = kDigits[(value >> (4 * i)) & 0xFU];
  }
  return text;
}

}  // namespace limpide
