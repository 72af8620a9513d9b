#include "analyzer/annotation/markdown/copy_check.h"

#include <string_view>
#include <vector>

#include "analyzer/annotation/markdown/critic_markup.h"
#include "analyzer/findings/finding.h"
#include "analyzer/readers/markdown/markdown_reader.h"

namespace limpide {
namespace {

// A mark that adds an empty line cuts its block in two: does one stay open at the end?
bool leaves_open(std::string_view text) {
  const std::size_t open = text.rfind("{++");
  return open != std::string_view::npos && text.find("++}", open) == std::string_view::npos;
}

// The words of a block of the copy, from `at` on, without our marks; `at` is moved past it.
std::string words_of(const Document& copy, std::size_t& at) {
  std::string text(slice(copy.text, copy.blocks[at].text));
  for (++at; leaves_open(text) && at < copy.blocks.size(); ++at) {
    text.append(kParagraphBreak).append(slice(copy.text, copy.blocks[at].text));
  }
  return critic::rejected(text);
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
  std::size_t at = 0;
  for (std::size_t i = 0; i < paragraphs; ++i) {
    const bool ours = at < after.size() && after[at].kind == BlockKind::kParagraph;
    if (!ours || !words_of(*read, at).empty()) return before.size();
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool same = at < after.size() && same_place(before[i], after[at]);
    if (!same || words_of(*read, at) != slice(original.text, before[i].text)) return i;
  }
  if (at != after.size()) return before.size();
  return first_changed_link(original, *read);
}

}  // namespace limpide
