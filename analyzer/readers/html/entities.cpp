#include "analyzer/readers/html/entities.h"

#include <algorithm>
#include <array>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::size_t kLongestName = 32;
constexpr std::size_t kLongestLegacyName = 6;

// The C1 controls that pages meant as windows-1252. 0: no change.
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_alphanumeric(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z');
}

int digit_value(char byte, int base) {
  int value = -1;
  if (byte >= '0' && byte <= '9')
    value = byte - '0';
  else if (byte >= 'a' && byte <= 'f')
    value = byte - 'a' + 10;
  else if (byte >= 'A' && byte <= 'F')
    value = byte - 'A' + 10;
  return value < base ? value : -1;
}

const NamedEntity* find_named(std::string_view name) {
  const NamedEntity* end = kNamedEntities + kNamedEntityCount;
  const NamedEntity* found = std::lower_bound(
      kNamedEntities, end, name,
      [](const NamedEntity& entity, std::string_view wanted) { return entity.name < wanted; });
  return found != end && found->name == name ? found : nullptr;
}

char32_t sane_code_point(std::uint32_t value) {
  if (value >= 0x80 && value < 0xA0 && kWindows[value - 0x80] != 0) return kWindows[value - 0x80];
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return value == 0 || surrogate || value > 0x10FFFF ? 0xFFFD : static_cast<char32_t>(value);
}

CharacterReference numeric_reference(std::string_view text) {
  std::size_t at = 2;
  const bool hexadecimal = text.size() > at && (text[at] == 'x' || text[at] == 'X');
  if (hexadecimal) ++at;
  const int base = hexadecimal ? 16 : 10;
  const std::size_t digits = at;
  std::uint32_t value = 0;
  for (; at < text.size() && digit_value(text[at], base) >= 0; ++at) {
    if (value <= 0x10FFFF) {
      value = value * static_cast<std::uint32_t>(base) +
              static_cast<std::uint32_t>(digit_value(text[at], base));
    }
  }
  if (at == digits) return {};
  if (at < text.size() && text[at] == ';') ++at;
  CharacterReference reference;
  append_utf8(reference.text, sane_code_point(value));
  reference.bytes = static_cast<std::uint32_t>(at);
  return reference;
}

}  // namespace

CharacterReference character_reference(std::string_view text) {
  if (text.size() < 2 || text[0] != '&') return {};
  if (text[1] == '#') return numeric_reference(text);
  std::size_t size = 0;
  while (size < kLongestName && size + 1 < text.size() && is_alphanumeric(text[size + 1])) ++size;
  const std::string_view name = text.substr(1, size);
  if (size + 1 < text.size() && text[size + 1] == ';') {
    if (const NamedEntity* entity = find_named(name)) {
      return {entity->text, static_cast<std::uint32_t>(size + 2)};
    }
  }
  for (std::size_t length = std::min(size, kLongestLegacyName); length >= 2; --length) {
    const NamedEntity* entity = find_named(name.substr(0, length));
    if (entity != nullptr && entity->legacy) {
      return {entity->text, static_cast<std::uint32_t>(length + 1)};
    }
  }
  return {};
}

std::string decode_references(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('&', at), text.size());
    decoded.append(text.substr(at, next - at));
    at = next;
    if (at == text.size()) break;
    const CharacterReference reference = character_reference(text.substr(at));
    if (reference.bytes == 0)
      decoded.push_back('&');
    else
      decoded.append(reference.text);
    at += std::max<std::uint32_t>(reference.bytes, 1);
  }
  return decoded;
}

}  // namespace limpide
