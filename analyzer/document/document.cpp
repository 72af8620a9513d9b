#include "analyzer/document/document.h"

#include <algorithm>

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

}  // namespace limpide
