// The edges of the trie of terms. In: a node and a symbol. Out: the node that the edge leads to.
// Refuses: removal. One flat table, because it is filled at every start.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace limpide {

class TermEdges {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // Where the edge leads; `fresh`, when there was none.
  std::uint32_t add(std::uint32_t node, std::uint32_t symbol, std::uint32_t fresh);
  [[nodiscard]] std::uint32_t find(std::uint32_t node, std::uint32_t symbol) const;

 private:
  struct Edge {
    std::uint32_t node = kNone;
    std::uint32_t symbol = 0;
    std::uint32_t to = 0;
  };
  [[nodiscard]] std::size_t slot_of(std::uint32_t node, std::uint32_t symbol) const;
  void grow();

  std::vector<Edge> slots_;  // a power of two of them
  std::size_t count_ = 0;
};

}  // namespace limpide
