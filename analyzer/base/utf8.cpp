#include "analyzer/base/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cassert>
#include <cstring>

namespace limpide {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status) && instance != nullptr);
  return *instance;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

// Bytes of ASCII from `offset` on, eight at a time and then one by one.
std::size_t ascii_end(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  for (; offset + 8 <= text.size(); offset += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + offset, 8);
    if ((word & kHighBits) != 0) break;
  }
  while (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80) ++offset;
  return offset;
}

bool is_ascii(std::string_view text) { return ascii_end(text, 0) == text.size(); }

char ascii_lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

// Three bytes: punctuation and signs of money (U+2000 to U+20FF), fractions (U+2140 to U+215F),
// signs and boxes (U+2500 to U+2BFF), the private bullets of word processors (U+E000 to U+F8FF).
bool has_no_case(unsigned char lead, unsigned char next, unsigned char last) {
  if (lead == 0xE2 && next == 0x85) return last < 0xA0;
  if (lead == 0xE2) return next <= 0x83 || (next >= 0x94 && next <= 0xAF);
  return lead == 0xEE || (lead == 0xEF && next <= 0xA3);
}

// Lower case of what French texts are made of: ASCII, U+0080 to U+00FF, the ligature oe, signs.
// False, and `lowered` is not to be used, when there is anything else.
bool lower_plainly(std::string_view text, std::string& lowered) {
  lowered.assign(text);
  for (std::size_t i = 0; i < lowered.size(); ++i) {
    const auto lead = static_cast<unsigned char>(lowered[i]);
    if (lead < 0x80) {
      lowered[i] = ascii_lower(lowered[i]);
      continue;
    }
    const auto next = static_cast<unsigned char>(i + 1 < lowered.size() ? lowered[i + 1] : 0);
    if (lead == 0xC3) {  // U+00C0 to U+00DE without the multiplication sign lie 0x20 below
      if (next < 0x9F && next != 0x97) lowered[i + 1] = static_cast<char>(next + 0x20);
    } else if (lead == 0xC5 && (next == 0x92 || next == 0x93)) {
      lowered[i + 1] = '\x93';
    } else if (i + 2 < lowered.size() &&
               has_no_case(lead, next, static_cast<unsigned char>(lowered[i + 2]))) {
      ++i;
    } else if (lead != 0xC2 && lead != 0xCC) {  // signs, accents that stand alone
      return false;
    }
    if (i + 1 == lowered.size()) return false;
    ++i;
  }
  return true;
}

// Below U+0300 no code point is decomposed or composed with what follows, so that text is NFC.
// U+0300 is 0xCC 0x80; every lower code point has a lead byte under 0xCC. General punctuation
// (0xE2 0x80..0x81), the euro sign among others, is inert too, but for U+2000 and U+2001.
bool is_plainly_nfc(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (bytes[i] < 0x80) {
      i = ascii_end(text, i);
      if (i == text.size()) break;
    }
    if (bytes[i] < 0xCC) continue;
    const bool punctuation = bytes[i] == 0xE2 && i + 2 < text.size() &&
                             (bytes[i + 1] == 0x80 || bytes[i + 1] == 0x82) &&
                             !(bytes[i + 1] == 0x80 && bytes[i + 2] <= 0x81);
    if (!punctuation) return false;
    i += 2;
  }
  return true;
}

}  // namespace

Decoded decode_at(std::string_view text, std::size_t offset) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + offset;
  const unsigned char lead = bytes[0];
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1FU) << 6U) | (bytes[1] & 0x3FU), 2};
  if (lead < 0xF0) {
    return {((lead & 0x0FU) << 12U) | ((bytes[1] & 0x3FU) << 6U) | (bytes[2] & 0x3FU), 3};
  }
  return {((lead & 0x07U) << 18U) | ((bytes[1] & 0x3FU) << 12U) | ((bytes[2] & 0x3FU) << 6U) |
              (bytes[3] & 0x3FU),
          4};
}

Decoded decode_before(std::string_view text, std::size_t offset) {
  std::size_t start = offset - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return decode_at(text, start);
}

std::string with_straight_apostrophes(std::string_view text) {
  constexpr std::string_view kTypographic = "\xE2\x80\x99";
  std::string straight;
  straight.reserve(text.size());
  for (std::size_t found = text.find(kTypographic); found != std::string_view::npos;
       found = text.find(kTypographic)) {
    straight.append(text.substr(0, found)).push_back('\'');
    text.remove_prefix(found + kTypographic.size());
  }
  return straight.append(text);
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto value = static_cast<std::uint32_t>(code_point);
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6U));
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | (value >> 18U));
    put(0x80U | ((value >> 12U) & 0x3FU));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

std::size_t first_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (bytes[offset] < 0x80) {
      offset = ascii_end(text, offset);
      continue;
    }
    // U8_NEXT counts in 32 bits; a window of at most four bytes keeps it valid for any size.
    const auto window =
        static_cast<std::int32_t>(text.size() - offset < 4 ? text.size() - offset : 4);
    std::int32_t used = 0;
    UChar32 code_point = 0;
    U8_NEXT(bytes + offset, used, window, code_point);
    if (code_point < 0) return offset;
    offset += static_cast<std::size_t>(used);
  }
  return offset;
}

bool is_valid_utf8(std::string_view text) { return first_invalid_utf8(text) == text.size(); }

bool is_nfc(std::string_view text) {
  if (is_plainly_nfc(text)) return true;
  UErrorCode status = U_ZERO_ERROR;
  const bool normalized = nfc().isNormalizedUTF8(piece(text), status) != 0;
  return U_SUCCESS(status) && normalized;
}

Normalized normalize_nfc(std::string_view text) {
  Normalized result;
  icu::Edits edits;
  icu::StringByteSink<std::string> sink(&result.text, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, piece(text), sink, &edits, status);
  assert(U_SUCCESS(status));
  auto fine = edits.getFineIterator();
  while (fine.next(status) != 0) {
    result.edits.push_back({static_cast<std::uint32_t>(fine.oldLength()),
                            static_cast<std::uint32_t>(fine.newLength()), fine.hasChange() != 0});
  }
  return result;
}

std::string to_nfc(std::string_view text) {
  if (is_nfc(text)) return std::string(text);
  return normalize_nfc(text).text;
}

std::string to_lower(std::string_view text) {
  std::string lowered;
  if (lower_plainly(text, lowered)) return lowered;
  lowered.clear();
  icu::StringByteSink<std::string> sink(&lowered);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, status);
  return lowered;
}

std::string to_upper(std::string_view text) {
  std::string raised;
  icu::StringByteSink<std::string> sink(&raised);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToUpper("", 0, piece(text), sink, nullptr, status);
  return raised;
}

std::string capitalized(std::string_view text) {
  if (text.empty()) return {};
  const Decoded first = decode_at(text, 0);
  std::string result;
  append_utf8(result, static_cast<char32_t>(u_totitle(static_cast<UChar32>(first.code_point))));
  result.append(text.substr(first.size));
  return result;
}

std::string without_accents(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string decomposed;
  icu::StringByteSink<std::string> sink(&decomposed);
  nfd->normalizeUTF8(0, piece(text), sink, nullptr, status);
  std::string plain;
  for (std::size_t i = 0; i < decomposed.size();) {
    const Decoded current = decode_at(decomposed, i);
    i += current.size;
    switch (current.code_point) {
      case 0x0153:
        plain += "oe";
        continue;
      case 0x0152:
        plain += "OE";
        continue;
      case 0x00E6:
        plain += "ae";
        continue;
      case 0x00C6:
        plain += "AE";
        continue;
      default:
        break;
    }
    if (u_charType(static_cast<UChar32>(current.code_point)) != U_NON_SPACING_MARK) {
      append_utf8(plain, current.code_point);
    }
  }
  return plain;
}

bool is_letter(char32_t code_point) {
  if (code_point < 0x80) {
    const char32_t low = code_point | 0x20U;
    return low >= U'a' && low <= U'z';
  }
  return u_isalpha(static_cast<UChar32>(code_point)) != 0;
}

bool is_upper(char32_t code_point) {
  if (code_point < 0x80) return code_point >= U'A' && code_point <= U'Z';
  return u_isupper(static_cast<UChar32>(code_point)) != 0;
}

bool is_lower(char32_t code_point) {
  if (code_point < 0x80) return code_point >= U'a' && code_point <= U'z';
  return u_islower(static_cast<UChar32>(code_point)) != 0;
}

bool is_digit(char32_t code_point) { return code_point >= U'0' && code_point <= U'9'; }

bool is_space(char32_t code_point) {
  if (code_point < 0x80) return code_point == U' ' || (code_point >= 9 && code_point <= 13);
  return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0;
}

char32_t simple_lower(char32_t code_point) {
  if (code_point < 0x80) {
    return code_point >= U'A' && code_point <= U'Z' ? code_point + 32 : code_point;
  }
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code_point)));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

}  // namespace limpide
