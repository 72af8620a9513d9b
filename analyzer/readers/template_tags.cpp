#include "analyzer/readers/template_tags.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace limpide {
namespace {

constexpr std::size_t kLongestTag = 1024;   // bytes between the fences
constexpr std::size_t kMostTags = 100'000;  // more is not a letter

struct Fence {
  std::string_view open;
  std::string_view close;
};

constexpr std::array<Fence, 2> kFences = {{{"{%", "%}"}, {"{#", "#}"}}};

// One past the tag that opens at `at`; `at` when none does.
std::size_t tag_end(std::string_view text, std::size_t at) {
  for (const Fence& fence : kFences) {
    if (text.substr(at, fence.open.size()) != fence.open) continue;
    const std::size_t inside = at + fence.open.size();
    const std::string_view ahead = text.substr(inside, kLongestTag + fence.close.size());
    const std::size_t size = ahead.find(fence.close);
    if (size == std::string_view::npos || size == 0) return at;
    return inside + size + fence.close.size();
  }
  return at;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

// Appends the tags of the block; does it hold nothing else?
bool find_tags(const Document& document, const Block& block, std::vector<Span>& tags) {
  const std::string_view text =
      std::string_view(document.text).substr(block.text.begin, block.text.size());
  std::size_t written = 0;
  bool blank = true;
  const std::size_t before = tags.size();
  for (std::size_t at = text.find('{'); at != std::string_view::npos && tags.size() < kMostTags;) {
    const std::size_t end = tag_end(text, at);
    if (end > at) {
      tags.push_back({static_cast<std::uint32_t>(block.text.begin + at),
                      static_cast<std::uint32_t>(block.text.begin + end)});
      blank = blank && is_blank(text.substr(written, at - written));
      written = end;
    }
    at = text.find('{', std::max(end, at + 1));
  }
  return tags.size() > before && blank && is_blank(text.substr(written));
}

}  // namespace

void mark_template_tags(Document& document) {
  if (document.text.find('{') == std::string::npos) return;
  std::vector<Block> blocks;
  blocks.reserve(document.blocks.size());
  for (Block& block : document.blocks) {
    const bool only_tags =
        block.kind != BlockKind::kCode && find_tags(document, block, document.template_tags);
    if (!only_tags) blocks.push_back(std::move(block));
  }
  document.blocks = std::move(blocks);
}

}  // namespace limpide
