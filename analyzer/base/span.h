// A range of bytes in the one UTF-8 buffer of a document. In: two 32-bit byte offsets, begin <=
// end. Out: length, containment, overlap. Refuses: other units; UTF-16 and lines are made at the
// edge (base/offsets.h).
#pragma once

#include <cstdint>
#include <string_view>

namespace limpide {

struct Span {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;    // bytes, one past the last

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t offset) const {
    return begin <= offset && offset < end;
  }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr bool operator==(Span, Span) = default;
};

// REQUIRES: span lies in text.
[[nodiscard]] inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace limpide
