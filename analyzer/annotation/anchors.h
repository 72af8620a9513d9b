// Where a comment goes when its words cannot carry it, the same for every format. In: a plan's
// span, what a body can do. Out: a pair of places and what kind of anchor they are. Refuses: to
// drop a comment while the body has one paragraph.
//
// A Body has: the type Pair; around_words(Span), around_block(Block), at_note(Block), each an
// optional Pair; is_moved(Pair): beside the words, not around them.
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/annotation/annotate.h"

namespace limpide {

// Around the nearest block of the body before `index`, else the first one.
template <typename Body>
[[nodiscard]] std::optional<typename Body::Pair> near_block(const Document& document,
                                                            const Body& body, std::size_t index) {
  const std::vector<Block>& blocks = document.blocks;
  for (std::size_t i = std::min(index, blocks.size()); i-- > 0;) {
    if (is_page_furniture(blocks[i].kind)) continue;
    if (auto found = body.around_block(blocks[i])) return found;
  }
  for (const Block& block : blocks) {
    if (auto found = body.around_block(block)) return found;
  }
  return std::nullopt;
}

// Does an end of the span lie inside text that has its source only as a whole (three spaces of one
// element, a composed accent)? Such an edit cannot be written.
[[nodiscard]] inline bool divides_source(const SourceMap& map, Span span) {
  const std::vector<SourceStretch>& all = map.stretches();
  for (const std::uint32_t end : {span.begin, span.end}) {
    const auto at = std::partition_point(
        all.begin(), all.end(), [end](const SourceStretch& one) { return one.text.end <= end; });
    if (at != all.end() && !at->verbatim && at->text.begin < end) return true;
  }
  return false;
}

// New words of which each paragraph is one line.
[[nodiscard]] inline bool is_one_line(std::string_view text) {
  const std::vector<std::string_view> pieces = paragraphs_of(text);
  return std::none_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
    return piece.find_first_of("\t\n\r") != std::string_view::npos;
  });
}

// The byte of a part beside which words go in: that of the character before, whose look they take;
// at the begin of a block, of the one behind. Nothing when the character stands in another part.
struct BesideByte {
  std::uint32_t byte = 0;
  bool follows = false;  // the words go in behind it
};
[[nodiscard]] inline std::optional<BesideByte> byte_beside(const Document& document,
                                                           std::uint32_t part,
                                                           std::uint32_t offset) {
  const std::size_t index = block_at(document, offset);
  if (index == document.blocks.size()) return std::nullopt;
  const bool inside = offset > document.blocks[index].text.begin;
  const Span beside = inside ? Span{offset - 1, offset} : Span{offset, offset + 1};
  const std::vector<SourceRange> ranges = document.source_map.ranges(beside);
  if (ranges.empty() || ranges.front().part != part) return std::nullopt;
  return BesideByte{inside ? ranges.back().bytes.end - 1 : ranges.front().bytes.begin, inside};
}

// White space at the ends of a comment helps nobody.
[[nodiscard]] inline Span without_spaces(std::string_view text, Span span) {
  constexpr std::string_view kSpaces = " \t\n";
  Span inner = span;
  while (!inner.empty() && kSpaces.find(text[inner.begin]) != std::string_view::npos) ++inner.begin;
  while (!inner.empty() && kSpaces.find(text[inner.end - 1]) != std::string_view::npos) --inner.end;
  return inner.empty() ? span : inner;
}

// `written`: the changes that the file carries.
template <typename Body>
[[nodiscard]] std::optional<typename Body::Pair> place_comment(
    const AnnotationInput& input, const Body& body, const std::set<std::uint32_t>& written,
    Span planned, WrittenComment& placed) {
  const std::vector<Block>& blocks = input.document.blocks;
  placed.anchor = AnchorKind::kDocument;
  const std::size_t index = block_at(input.document, planned.begin);
  if (planned.empty() || index == blocks.size()) return near_block(input.document, body, 0);
  const Block& block = blocks[index];
  Span span = widened_to_edits(input.plan, written, without_spaces(input.document.text, planned));
  auto exact = body.around_words(span);
  if (!exact) {
    // Over blocks that do not stand together, the words of the first.
    span.end = std::min(span.end, block.text.end);
    exact = body.around_words(span);
  }
  if (exact) {
    placed.anchor = body.is_moved(*exact) ? AnchorKind::kElsewhere : AnchorKind::kWords;
    placed.words = span;
    return exact;
  }
  placed.anchor = AnchorKind::kParagraph;
  if (auto whole = body.around_block(block)) return whole;
  placed.anchor = AnchorKind::kElsewhere;
  if (block.kind == BlockKind::kFootnote) {
    if (auto note = body.at_note(block)) return note;
  }
  return near_block(input.document, body, is_page_furniture(block.kind) ? 0 : index);
}

// The paragraphs to show, given the changes that could be written and where the comment stands.
[[nodiscard]] inline std::vector<std::string> shown_paragraphs(
    const PlannedComment& comment, const std::set<std::uint32_t>& written_changes,
    AnchorKind anchor) {
  std::vector<std::string> shown;
  for (const CommentParagraph& paragraph : comment.paragraphs) {
    const bool made =
        paragraph.unless_change != kNoChange && written_changes.count(paragraph.unless_change) != 0;
    if (!made) shown.push_back(paragraph.text);
  }
  const bool away = anchor == AnchorKind::kElsewhere && !comment.elsewhere.empty();
  if (away) shown.insert(shown.begin() + (shown.empty() ? 0 : 1), comment.elsewhere);
  return shown;
}

}  // namespace limpide
