// The minimal acyclic graph of a sorted list of keys, where a walk also counts the keys that come
// before: a key's rank is its number. In: keys in strictly ascending byte order. Out: the sections
// labels, targets, skips and the root node (analyzer/lexicon/lexicon_format.h). Refuses: unsorted
// keys (assert).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace limpide {

struct PackedGraph {
  std::string labels;   // u8 an edge
  std::string targets;  // u32 an edge
  std::string skips;    // u32 an edge
  std::uint32_t root = 0;
  std::uint32_t states = 0;
};

PackedGraph build_graph(const std::vector<std::string>& keys);

}  // namespace limpide
