#include "analyzer/base/offsets.h"

#include <algorithm>
#include <cassert>

namespace limpide {
namespace {

constexpr std::size_t kMarkStride = 4096;

// A lead byte counts one unit, two for the four-byte forms; trailing bytes count none.
std::uint32_t units_of(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  if ((value & 0xC0U) == 0x80U) return 0;
  return value >= 0xF0U ? 2 : 1;
}

}  // namespace

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char byte : text) units += units_of(byte);
  return units;
}

OffsetIndex::OffsetIndex(std::string_view text) : text_(text) {
  line_starts_.push_back(0);
  std::uint32_t units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kMarkStride == 0) utf16_marks_.push_back(units);
    units += units_of(text[i]);
    const bool lone_return = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (text[i] == '\n' || lone_return) line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
  if (utf16_marks_.empty()) utf16_marks_.push_back(0);
}

TextPosition OffsetIndex::at(std::size_t offset) const {
  assert(offset <= text_.size());
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::size_t line = static_cast<std::size_t>(after - line_starts_.begin());
  const std::size_t start = line_starts_[line - 1];
  const std::size_t mark = std::min(offset / kMarkStride, utf16_marks_.size() - 1);
  std::uint32_t units = utf16_marks_[mark];
  for (std::size_t i = mark * kMarkStride; i < offset; ++i) units += units_of(text_[i]);
  std::uint32_t column = 1;
  for (std::size_t i = start; i < offset; ++i) {
    if ((static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U) ++column;
  }
  return {static_cast<std::uint32_t>(line), column, units};
}

std::uint32_t OffsetIndex::line_count() const {
  return static_cast<std::uint32_t>(line_starts_.size());
}

std::string_view OffsetIndex::line(std::uint32_t number) const {
  assert(number >= 1 && number <= line_starts_.size());
  const std::size_t begin = line_starts_[number - 1];
  std::size_t end = number < line_starts_.size() ? line_starts_[number] : text_.size();
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return text_.substr(begin, end - begin);
}

}  // namespace limpide
