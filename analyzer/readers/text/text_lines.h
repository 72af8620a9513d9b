// Lines of a plain text and where they were broken. In: UTF-8 text. Out: lines without their
// surrounding blanks, and the margin at which the author's editor wrapped them, if it did.
// Refuses: to look at the whole of a long text for the margin; the first megabyte tells it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace limpide {

struct TextLine {
  std::uint32_t begin = 0;   // bytes, after the indentation
  std::uint32_t end = 0;     // bytes, before trailing blanks
  std::uint32_t indent = 0;  // columns; a tab goes to the next multiple of 8
  std::uint32_t width = 0;   // columns, indentation included
  bool trailing_space = false;
  bool ends_page = false;  // a form feed follows
  [[nodiscard]] bool blank() const { return begin == end; }
};

// Walks the lines of a text. Lines end at "\n", "\r\n", "\r" or a form feed.
class LineWalker {
 public:
  LineWalker(std::string_view text, std::size_t begin);
  // False at the end of the text.
  bool next(TextLine& line);

 private:
  std::string_view text_;
  std::size_t at_;
  bool has_other_ends_;  // "\r" or "\f" somewhere
};

// The column at which lines were wrapped, 0 when the text is not hard-wrapped.
[[nodiscard]] std::uint32_t wrap_margin(std::string_view text, std::size_t begin);

// Whether the break between two lines is only wrapping at that margin.
[[nodiscard]] bool is_wrap(std::string_view text, const TextLine& line, const TextLine& next,
                           std::uint32_t margin);

}  // namespace limpide
