#include "analyzer/verification/neighbours.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr double kSurer = 1.6;   // how much nearer the exchanged places must be
constexpr double kLeast = 0.12;  // weight of the words in common that proves a place

}  // namespace

double nearness(Span place, Span word) {
  const std::uint32_t gap = word.end <= place.begin   ? place.begin - word.end
                            : word.begin >= place.end ? word.begin - place.end
                                                      : 0;
  return gap > kNeighbourReach ? 0 : 1.0 / (4.0 + gap);
}

double in_common(const Neighbours& a, const Neighbours& b) {
  double common = 0;
  for (const auto& entry : a) {
    const auto other = b.find(entry.first);
    if (other != b.end()) common += std::min(entry.second, other->second);
  }
  return common;
}

bool are_exchanged(const Neighbours& was_first, const Neighbours& was_second,
                   const Neighbours& is_first, const Neighbours& is_second) {
  const double straight = in_common(was_first, is_first) + in_common(was_second, is_second);
  const double crossed = in_common(was_first, is_second) + in_common(was_second, is_first);
  return crossed >= kLeast && crossed >= straight * kSurer;
}

}  // namespace limpide
