#include "analyzer/segmentation/characters.h"

#include <unicode/uchar.h>

namespace limpide {
namespace {

CharKind ascii_kind(char32_t c) {
  if (c == U' ' || (c >= 9 && c <= 13)) return CharKind::kSpace;
  if (c >= U'0' && c <= U'9') return CharKind::kDigit;
  if (is_letter(c)) return CharKind::kLetter;
  if (c < 32 || c == 127) return CharKind::kOther;
  switch (c) {
    case U'$':
    case U'+':
    case U'<':
    case U'=':
    case U'>':
    case U'^':
    case U'`':
    case U'|':
    case U'~':
    case U'%':
    case U'&':
    case U'@':
    case U'#':
      return CharKind::kSymbol;
    default:
      return CharKind::kPunctuation;
  }
}

bool is_ignorable(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

}  // namespace

CharKind kind_of(char32_t c) {
  if (c < 0x80) return ascii_kind(c);
  if (is_ignorable(c)) return CharKind::kIgnorable;
  if (is_space(c)) return CharKind::kSpace;
  if (c == 0xA7 || c == 0x2030) return CharKind::kSymbol;
  const auto type = static_cast<UCharCategory>(u_charType(static_cast<UChar32>(c)));
  switch (type) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_OTHER_NUMBER:
    case U_LETTER_NUMBER:
    case U_DECIMAL_DIGIT_NUMBER:
      return CharKind::kLetter;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharKind::kPunctuation;
    case U_MATH_SYMBOL:
    case U_CURRENCY_SYMBOL:
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
      return CharKind::kSymbol;
    default:
      return CharKind::kOther;
  }
}

std::uint32_t space_size(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return lead == ' ' || (lead >= 9 && lead <= 13) ? 1 : 0;
  // Every other space of Unicode starts with one of these bytes.
  if (lead != 0xC2 && lead != 0xE1 && lead != 0xE2 && lead != 0xE3) return 0;
  const Decoded decoded = decode_at(text, offset);
  return is_space(decoded.code_point) ? decoded.size : 0;
}

}  // namespace limpide
