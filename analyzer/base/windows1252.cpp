#include "analyzer/base/windows1252.h"

#include <array>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

// 0x80 to 0x9F; the other bytes are the code points of the same number.
constexpr std::array<char32_t, 32> kUpper{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

}  // namespace

std::string utf8_from_windows1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    const bool upper = value >= 0x80 && value < 0xA0;
    append_utf8(text, upper ? kUpper[value - 0x80U] : char32_t{value});
  }
  return text;
}

}  // namespace limpide
