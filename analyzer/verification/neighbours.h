// The words around a place, to tell whether two places were exchanged (value_places.cpp,
// word_places.cpp). In: spans in bytes of one text, roots of words. Out: weights. Refuses: words
// too far to tell anything.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/span.h"

namespace limpide {

inline constexpr std::uint32_t kNeighbourReach = 60;  // bytes: farther words tell nothing

using Neighbours = std::map<std::string, double, std::less<>>;  // roots, the nearer the heavier

[[nodiscard]] double nearness(Span place, Span word);
[[nodiscard]] double in_common(const Neighbours& a, const Neighbours& b);
// The words around both went over to the other one.
[[nodiscard]] bool are_exchanged(const Neighbours& was_first, const Neighbours& was_second,
                                 const Neighbours& is_first, const Neighbours& is_second);

// The only one of that text; null when it is said twice or not at all.
template <typename Placed>
[[nodiscard]] const Placed* only_one(const std::vector<Placed>& places, std::string_view text) {
  const Placed* found = nullptr;
  for (const Placed& place : places) {
    if (place.text != text) continue;
    if (found != nullptr) return nullptr;
    found = &place;
  }
  return found;
}

}  // namespace limpide
