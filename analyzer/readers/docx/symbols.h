// Characters of w:sym. In: a font and the code of a glyph in it. Out: the Unicode character that
// the reader sees, for the boxes, ticks, arrows and bullets that letters and forms use. Refuses:
// other glyphs, given as U+FFFD.
#pragma once

#include <string_view>

namespace limpide {

[[nodiscard]] char32_t symbol_character(std::string_view font, std::string_view code);

}  // namespace limpide
