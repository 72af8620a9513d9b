#include "analyzer/annotation/splices.h"

#include <algorithm>

namespace limpide {

std::string spliced(std::string_view source, std::vector<Splice> splices) {
  std::stable_sort(splices.begin(), splices.end(), [](const Splice& a, const Splice& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.empty() && !b.span.empty();
  });
  std::size_t more = 0;
  for (const Splice& splice : splices) more += splice.bytes.size();
  std::string out;
  out.reserve(source.size() + more);
  std::uint32_t at = 0;
  for (const Splice& splice : splices) {
    if (splice.span.begin < at) continue;
    out.append(source.substr(at, splice.span.begin - at)).append(splice.bytes);
    at = splice.span.end;
  }
  return out.append(source.substr(at));
}

}  // namespace limpide
