#include "analyzer/readers/docx/symbols.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace limpide {
namespace {

struct Glyph {
  std::uint32_t code;
  char32_t character;
};

constexpr std::array<Glyph, 24> kWingdings = {{
    {0x28, 0x260E}, {0x2A, 0x2709}, {0x3F, 0x270D}, {0x6C, 0x25CF}, {0x6E, 0x25A0}, {0x6F, 0x2610},
    {0x70, 0x2610}, {0x71, 0x2751}, {0x72, 0x2752}, {0x75, 0x25C6}, {0x76, 0x2756}, {0x9F, 0x2022},
    {0xA7, 0x25AA}, {0xA8, 0x2610}, {0xD8, 0x27A2}, {0xDF, 0x2190}, {0xE0, 0x2192}, {0xE8, 0x2794},
    {0xF0, 0x21E8}, {0xFB, 0x2718}, {0xFC, 0x2714}, {0xFD, 0x2612}, {0xFE, 0x2611}, {0x4A, 0x263A},
}};
constexpr std::array<Glyph, 6> kWingdings2 = {{
    {0x2A, 0x2610},
    {0x52, 0x2611},
    {0x53, 0x2612},
    {0x54, 0x2612},
    {0xA3, 0x2610},
    {0x50, 0x2713},
}};
constexpr std::array<Glyph, 8> kSymbol = {{
    {0xB7, 0x2022},
    {0xAE, 0x2192},
    {0xAC, 0x2190},
    {0xB0, 0x00B0},
    {0xB1, 0x00B1},
    {0xB4, 0x00D7},
    {0xA3, 0x2264},
    {0xB3, 0x2265},
}};

template <std::size_t kSize>
char32_t find_glyph(const std::array<Glyph, kSize>& glyphs, std::uint32_t code) {
  for (const Glyph& glyph : glyphs) {
    if (glyph.code == code) return glyph.character;
  }
  return 0xFFFD;
}

}  // namespace

char32_t symbol_character(std::string_view font, std::string_view text) {
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code, 16);
  if (error != std::errc{} || end != text.data() + text.size()) return 0xFFFD;
  // Symbol fonts live at U+F000 of the private use area.
  const std::uint32_t glyph = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
  if (font == "Wingdings") return find_glyph(kWingdings, glyph);
  if (font == "Wingdings 2") return find_glyph(kWingdings2, glyph);
  if (font == "Symbol") return find_glyph(kSymbol, glyph);
  const bool scalar = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  return scalar && glyph == code ? code : 0xFFFD;
}

}  // namespace limpide
