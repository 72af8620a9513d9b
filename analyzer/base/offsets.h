// Where a byte lies for people and protocols. In: one UTF-8 text and byte offsets in any order.
// Out: line and column from 1 (columns in code points), offsets in UTF-16 units. Refuses: offsets
// past the end (assert). Used by report writers and protocol code only, once per report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace limpide {

struct TextPosition {
  std::uint32_t line = 1;
  std::uint32_t column = 1;  // code points
  std::uint32_t utf16 = 0;   // units from the start of the text
  friend bool operator==(TextPosition, TextPosition) = default;
};

// Built in one pass; each query reads at most a few kilobytes from the nearest mark.
// The text must outlive the index. Lines end at "\n", "\r\n" or "\r".
class OffsetIndex {
 public:
  explicit OffsetIndex(std::string_view text);  // REQUIRES: valid UTF-8
  // REQUIRES: offset <= text.size(), on a code point's first byte.
  [[nodiscard]] TextPosition at(std::size_t offset) const;
  [[nodiscard]] std::uint32_t line_count() const;
  // The line's bytes without its end; line counts from 1. REQUIRES: 1 <= line <= line_count().
  [[nodiscard]] std::string_view line(std::uint32_t number) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> line_starts_;  // bytes
  std::vector<std::uint32_t> utf16_marks_;  // UTF-16 units before each kMarkStride bytes
};

// UTF-16 units of a text. REQUIRES: valid UTF-8.
[[nodiscard]] std::size_t utf16_length(std::string_view text);

}  // namespace limpide
