#include "analyzer/rules/term_edges.h"

namespace limpide {
namespace {

constexpr std::size_t kFirstSlots = 1U << 14U;

}  // namespace

std::size_t TermEdges::slot_of(std::uint32_t node, std::uint32_t symbol) const {
  const std::uint64_t key = (std::uint64_t{node} << 32U) | symbol;
  const std::uint64_t mixed = key * 0x9E3779B97F4A7C15U;
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (mixed >> 32U) & mask;
  while (slots_[at].node != kNone && (slots_[at].node != node || slots_[at].symbol != symbol))
    at = (at + 1) & mask;
  return at;
}

void TermEdges::grow() {
  std::vector<Edge> old(slots_.empty() ? kFirstSlots : slots_.size() * 2);
  old.swap(slots_);
  for (const Edge& edge : old) {
    if (edge.node != kNone) slots_[slot_of(edge.node, edge.symbol)] = edge;
  }
}

std::uint32_t TermEdges::add(std::uint32_t node, std::uint32_t symbol, std::uint32_t fresh) {
  if ((count_ + 1) * 2 > slots_.size()) grow();
  Edge& edge = slots_[slot_of(node, symbol)];
  if (edge.node == kNone) {
    edge = {node, symbol, fresh};
    ++count_;
  }
  return edge.to;
}

std::uint32_t TermEdges::find(std::uint32_t node, std::uint32_t symbol) const {
  if (slots_.empty()) return kNone;
  const Edge& edge = slots_[slot_of(node, symbol)];
  return edge.node == kNone ? kNone : edge.to;
}

}  // namespace limpide
