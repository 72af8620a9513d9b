#include "analyzer/annotation/edit_splices.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace limpide {
namespace {

// The stretches that the span touches; empty when one of them maps only as a whole.
std::vector<SourceStretch> stretches_of(const Document& document, Span span) {
  const auto& all = document.source_map.stretches();
  auto at = std::partition_point(all.begin(), all.end(), [&span](const SourceStretch& one) {
    return span.empty() ? one.text.end < span.begin : one.text.end <= span.begin;
  });
  std::vector<SourceStretch> found;
  for (; at != all.end() && at->text.begin <= span.end; ++at) {
    if (!span.empty() && at->text.begin == span.end) break;
    if (!at->verbatim) return {};
    found.push_back(*at);
    if (span.empty()) break;
  }
  return found;
}

bool is_blank(std::string_view text) {
  return !text.empty() && text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

// White space that the reader made of white space of the file: the end of a line that is wrapped.
std::vector<PartSplice> blank_splice(const Document& document, Span span,
                                     const std::string& written) {
  if (!is_blank(slice(document.text, span))) return {};
  const auto& all = document.source_map.stretches();
  const auto next = std::partition_point(all.begin(), all.end(), [span](const SourceStretch& one) {
    return one.text.end <= span.end;
  });
  auto before = next;
  while (before != all.begin() && std::prev(before)->text.end > span.begin) --before;
  if (before == all.begin() || next == all.end()) return {};
  --before;
  const bool close = before->text.end == span.begin && next->text.begin <= span.end &&
                     before->verbatim && next->verbatim && before->source.part == next->source.part;
  if (!close) return {};
  const Span gap{before->source.bytes.end,
                 next->source.bytes.begin + (span.end - next->text.begin)};
  const std::string_view source = document.parts[next->source.part].source;
  if (gap.begin >= gap.end || !is_blank(slice(source, gap))) return {};
  return {{next->source.part, {gap, written}}};
}

}  // namespace

std::vector<PartSplice> edit_splices(const Document& document, Span span, std::string written) {
  std::vector<PartSplice> splices;
  std::vector<PartSplice> blank = blank_splice(document, span, written);
  if (!blank.empty()) return blank;
  std::uint32_t covered = span.begin;
  for (const SourceStretch& stretch : stretches_of(document, span)) {
    const std::uint32_t begin = std::max(stretch.text.begin, span.begin);
    const std::uint32_t end = std::min(stretch.text.end, span.end);
    if (begin != covered) return {};  // text that the reader made
    covered = std::max(covered, end);
    const std::uint32_t shift = stretch.source.bytes.begin - stretch.text.begin;
    splices.push_back(
        {stretch.source.part, {{begin + shift, std::max(begin, end) + shift}, std::move(written)}});
    written.clear();
  }
  if (covered != span.end) return {};
  return splices;
}

}  // namespace limpide
