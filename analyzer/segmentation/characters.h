// What a character is to the tokeniser. In: a code point. Out: one of a few kinds. Refuses:
// language; which punctuation joins or parts words is decided in chunks.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzer/base/utf8.h"

namespace limpide {

enum class CharKind : std::uint8_t {
  kSpace,
  kLetter,     // letters and what belongs to them: combining marks, superscript figures
  kDigit,      // ASCII digits
  kIgnorable,  // soft hyphen, zero-width signs: in the text, not in the key
  kPunctuation,
  kSymbol,
  kOther,
};

[[nodiscard]] CharKind kind_of(char32_t code_point);

[[nodiscard]] constexpr bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2019 || c == 0x02BC || c == 0x2018 || c == 0x2032;
}
// Joins the parts of a compound. Dashes (U+2013, U+2014) part words and are not meant.
[[nodiscard]] constexpr bool is_hyphen(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2011;
}
[[nodiscard]] constexpr bool is_opener(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == 0xAB || c == 0x201C || c == 0x2039;
}
[[nodiscard]] constexpr bool is_closer(char32_t c) {
  return c == U')' || c == U']' || c == U'}' || c == 0xBB || c == 0x201D || c == 0x203A;
}
// Bytes of the space character that starts at offset, 0 when none does. REQUIRES: valid UTF-8.
[[nodiscard]] std::uint32_t space_size(std::string_view text, std::size_t offset);

}  // namespace limpide
