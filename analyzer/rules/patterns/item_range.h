// Items of the analysis are sorted by their first word: which of them begin in a range of words.
// In: a sorted array and how to read the word of an item. Out: two indices. Refuses: nothing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "analyzer/parsing/tree.h"

namespace limpide {

// [first, second) of items whose word lies in `within`. REQUIRES: word_of ascends.
template <typename Item, typename WordOf>
[[nodiscard]] std::pair<std::uint32_t, std::uint32_t> items_within(const std::vector<Item>& items,
                                                                   WordRange within,
                                                                   const WordOf& word_of) {
  const auto before = [&word_of](const Item& item, std::uint32_t word) {
    return word_of(item) < word;
  };
  const auto first = std::lower_bound(items.begin(), items.end(), within.first, before);
  const auto last = std::lower_bound(first, items.end(), within.end, before);
  return {static_cast<std::uint32_t>(first - items.begin()),
          static_cast<std::uint32_t>(last - items.begin())};
}

}  // namespace limpide
