// UTF-8: decoding, validity, case, normal forms, letters. In: bytes. Out: code points, copies.
// Refuses: locale. Functions marked REQUIRES valid read without checking; is_valid_utf8 is called
// once, where bytes enter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limpide {

struct Decoded {
  char32_t code_point = 0;
  std::uint32_t size = 0;  // bytes, 1 to 4
};

// REQUIRES: text is valid UTF-8 and offset < text.size() is the start of a code point.
[[nodiscard]] Decoded decode_at(std::string_view text, std::size_t offset);
// REQUIRES: text is valid UTF-8 and 0 < offset <= text.size().
[[nodiscard]] Decoded decode_before(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t code_point);

// The text with U+0027 for every typographic apostrophe (U+2019): one spelling to compare by.
[[nodiscard]] std::string with_straight_apostrophes(std::string_view text);

// Refuses overlong forms, surrogates, values over U+10FFFF.
[[nodiscard]] bool is_valid_utf8(std::string_view text);
// Byte offset of the first invalid sequence, or text.size().
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text);

// One entry for each stretch of a normalised text: lengths in bytes. Unchanged stretches have
// equal lengths and equal bytes.
struct NormalizationEdit {
  std::uint32_t old_bytes = 0;
  std::uint32_t new_bytes = 0;
  bool changed = false;
};
struct Normalized {
  std::string text;
  std::vector<NormalizationEdit> edits;
};
// REQUIRES: valid UTF-8.
[[nodiscard]] bool is_nfc(std::string_view text);
[[nodiscard]] Normalized normalize_nfc(std::string_view text);
[[nodiscard]] std::string to_nfc(std::string_view text);

// Full Unicode mappings without locale. REQUIRES: valid UTF-8.
[[nodiscard]] std::string to_lower(std::string_view text);
[[nodiscard]] std::string to_upper(std::string_view text);
// The first letter in its title case, the rest untouched.
[[nodiscard]] std::string capitalized(std::string_view text);
// What a person types without accents: the plain letter, "oe" for the ligature. REQUIRES: valid
// UTF-8.
[[nodiscard]] std::string without_accents(std::string_view text);

[[nodiscard]] bool is_letter(char32_t code_point);
[[nodiscard]] bool is_upper(char32_t code_point);
[[nodiscard]] bool is_lower(char32_t code_point);
[[nodiscard]] bool is_digit(char32_t code_point);  // ASCII digits only
// Space, tab, line breaks, non-breaking spaces and the other spaces of Unicode.
[[nodiscard]] bool is_space(char32_t code_point);

[[nodiscard]] char32_t simple_lower(char32_t code_point);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

}  // namespace limpide
