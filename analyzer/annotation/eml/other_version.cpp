#include "analyzer/annotation/eml/other_version.h"

#include <algorithm>
#include <array>

#include "analyzer/base/utf8.h"

namespace limpide::eml {
namespace {

// The block that holds the span, whole; null: several do, or none.
const Block* block_of(const Document& document, Span span) {
  const auto found =
      std::find_if(document.blocks.begin(), document.blocks.end(), [span](const Block& block) {
        return block.text.begin <= span.begin && span.end <= block.text.end;
      });
  return found == document.blocks.end() ? nullptr : &*found;
}

std::optional<std::size_t> only_place(const std::string& text, const std::string& words) {
  const std::size_t found = text.find(words);
  if (found == std::string::npos || text.find(words, found + 1) != std::string::npos)
    return std::nullopt;
  return found;
}

}  // namespace

OtherVersion::OtherVersion(const Document& from, const Document& to)
    : from_(from), to_(to), flat_from_(flat(from.text)), flat_to_(flat(to.text)) {}

OtherVersion::Flat OtherVersion::flat(std::string_view text) {
  Flat made;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded one = decode_at(text, at);
    const bool blank = one.code_point == U' ' || one.code_point == U'\n' ||
                       one.code_point == U'\t' || one.code_point == 0xA0 ||
                       one.code_point == 0x202F;
    if (!blank) {
      for (std::size_t i = 0; i < one.size; ++i) {
        made.text.push_back(text[at + i]);
        made.source.push_back(static_cast<std::uint32_t>(at + i));
      }
    } else if (made.text.empty() || made.text.back() != ' ') {
      made.text.push_back(' ');
      made.source.push_back(static_cast<std::uint32_t>(at));
    }
    at += one.size;
  }
  made.source.push_back(static_cast<std::uint32_t>(text.size()));
  return made;
}

std::optional<Span> OtherVersion::find(Span span, std::uint32_t around) const {
  const Block* const block = block_of(from_, span);
  if (block == nullptr) return std::nullopt;
  const auto place = [this](std::uint32_t byte) {
    const auto& source = flat_from_.source;
    return static_cast<std::size_t>(std::lower_bound(source.begin(), source.end(), byte) -
                                    source.begin());
  };
  const std::size_t begin = place(span.begin);
  const std::size_t end = std::max(begin, place(span.end));
  const std::size_t first =
      place(std::max(block->text.begin, span.begin - std::min(span.begin, around)));
  const std::size_t last = place(std::min(block->text.end, span.end + around));
  const std::string words = flat_from_.text.substr(first, std::max(last, end) - first);
  if (!only_place(flat_from_.text, words)) return std::nullopt;
  const std::optional<std::size_t> place_there = only_place(flat_to_.text, words);
  if (!place_there) return std::nullopt;
  const std::size_t found = *place_there;
  const Span other{flat_to_.source[found + (begin - first)],
                   flat_to_.source[found + (end - first)]};
  return block_of(to_, other) == nullptr ? std::nullopt : std::optional<Span>(other);
}

std::optional<Edit> OtherVersion::find(const Edit& edit) const {
  constexpr std::array<std::uint32_t, 3> kAround = {60, 30, 15};  // bytes on each side
  for (const std::uint32_t around : kAround) {
    if (const auto span = find(edit.span, around)) return Edit{*span, edit.text};
  }
  return std::nullopt;
}

}  // namespace limpide::eml
