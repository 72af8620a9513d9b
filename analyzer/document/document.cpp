#include "analyzer/document/document.h"

#include <algorithm>
#include <array>

namespace limpide {

const char* format_name(Format format) {
  switch (format) {
    case Format::kText:
      return "text";
    case Format::kMarkdown:
      return "markdown";
    case Format::kHtml:
      return "html";
    case Format::kDocx:
      return "docx";
    case Format::kOdt:
      return "odt";
    case Format::kEml:
      return "eml";
  }
  return "text";
}

bool is_page_furniture(BlockKind kind) {
  return kind == BlockKind::kHeader || kind == BlockKind::kFooter;
}

std::size_t block_at(const Document& document, std::uint32_t offset) {
  const auto after =
      std::partition_point(document.blocks.begin(), document.blocks.end(),
                           [offset](const Block& block) { return block.text.end < offset; });
  if (after == document.blocks.end() || after->text.begin > offset) return document.blocks.size();
  return static_cast<std::size_t>(after - document.blocks.begin());
}

std::size_t token_bound(std::string_view text) {
  enum Kind : std::uint8_t { kSpace, kLetter, kDigit, kMark, kRepeatable, kContinuation };
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t byte = 0x21; byte < kinds.size(); ++byte) {
    const auto c = static_cast<char>(byte);
    if (byte >= 0x80 && byte < 0xC0)
      kinds[byte] = kContinuation;
    else if ((byte >= 0xC3 && byte < 0xE2) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
      kinds[byte] = kLetter;
    else if (c >= '0' && c <= '9')
      kinds[byte] = kDigit;
    else
      kinds[byte] =
          std::string_view(".-_=*~").find(c) == std::string_view::npos ? kMark : kRepeatable;
  }
  std::size_t bound = 0;
  unsigned char before = ' ';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint8_t kind = kinds[byte];
    if (kind == kContinuation) continue;
    const bool same_run = kind == kRepeatable ? byte == before : kind == kinds[before];
    if (kind == kMark || (kind != kSpace && !same_run)) ++bound;
    before = byte;
  }
  return bound;
}

}  // namespace limpide
