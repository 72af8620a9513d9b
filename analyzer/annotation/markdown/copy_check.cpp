#include "analyzer/annotation/markdown/copy_check.h"

#include <string_view>
#include <vector>

#include "analyzer/annotation/markdown/critic_markup.h"
#include "analyzer/readers/markdown/markdown_reader.h"

namespace limpide {
namespace {

std::string words_of(const Document& copy, const Block& block) {
  return critic::rejected(slice(copy.text, block.text));
}

bool same_place(const Block& a, const Block& b) {
  return a.kind == b.kind && a.level == b.level && a.ordered == b.ordered && a.table == b.table &&
         a.row == b.row && a.column == b.column;
}

std::optional<std::size_t> first_changed_link(const Document& original, const Document& copy) {
  for (std::size_t i = 0; i < original.links.size(); ++i) {
    const Link& link = original.links[i];
    if (i >= copy.links.size() || copy.links[i].target != link.target) {
      return block_at(original, link.text.begin);
    }
  }
  if (copy.links.size() != original.links.size()) return original.blocks.size();
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> first_changed_block(const Document& original, const std::string& copy,
                                               std::size_t paragraphs, const Limits& limits) {
  // The copy is longer than what was read.
  Limits wider = limits;
  wider.markdown_bytes = copy.size();
  const Result<Document> read = MarkdownReader().read({"", copy}, wider);
  if (!read) return original.blocks.size();
  const std::vector<Block>& before = original.blocks;
  const std::vector<Block>& after = read->blocks;
  for (std::size_t i = 0; i < paragraphs; ++i) {
    const bool ours = i < after.size() && after[i].kind == BlockKind::kParagraph &&
                      words_of(*read, after[i]).empty();
    if (!ours) return before.size();
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::size_t at = i + paragraphs;
    const bool same = at < after.size() && same_place(before[i], after[at]) &&
                      words_of(*read, after[at]) == slice(original.text, before[i].text);
    if (!same) return i;
  }
  if (after.size() != before.size() + paragraphs) return before.size();
  return first_changed_link(original, *read);
}

}  // namespace limpide
