#include "analyzer/annotation/edit_splices.h"

#include <algorithm>
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

}  // namespace

std::vector<PartSplice> edit_splices(const Document& document, Span span, std::string written) {
  std::vector<PartSplice> splices;
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
