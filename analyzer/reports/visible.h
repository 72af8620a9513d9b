// Text of others made fit to be shown. In: any bytes. Out: valid UTF-8 whose control and direction
// characters are visible, its width in columns of a terminal, its lines. Refuses: markup; escape.h
// does that.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace limpide {

// A copy whose invalid bytes are U+FFFD: file names are bytes, not text.
[[nodiscard]] std::string valid_text(std::string_view bytes);

// Controls that act on a terminal or that reorder what is read: C0, DEL, C1, line separators,
// direction marks, embeddings, overrides and isolates.
[[nodiscard]] bool is_treacherous(char32_t code_point);

// Treacherous characters become their picture (U+241B for ESC) or their name ("[U+202E]"); invalid
// bytes become U+FFFD. With keep_breaks "\n" and "\t" stay.
[[nodiscard]] std::string visible_text(std::string_view bytes, bool keep_breaks = false);
// One line: breaks and tabs become spaces, runs of spaces one space, soft hyphens go.
[[nodiscard]] std::string visible_line(std::string_view bytes);

// Columns a terminal takes: 0 for combining marks, 2 for wide East Asian characters and emoji.
// REQUIRES: valid UTF-8.
[[nodiscard]] std::size_t display_width(std::string_view text);
// Longest start or end of the text that fits in `columns`, cut at a space where one is near.
// REQUIRES: valid UTF-8.
[[nodiscard]] std::string_view fitting_start(std::string_view text, std::size_t columns);
[[nodiscard]] std::string_view fitting_end(std::string_view text, std::size_t columns);

// Lines of at most `columns`, broken at spaces (U+0020 only). A longer word has a line of its own.
// REQUIRES: valid UTF-8 without line breaks.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

}  // namespace limpide
