#include "analyzer/parsing/transitions.h"

namespace limpide {
namespace {

void add_child(Children& children, WordPlace word, Relation relation) {
  children.second = children.outer;
  children.second_relation = children.outer_relation;
  children.outer = word;
  children.outer_relation = static_cast<std::uint8_t>(static_cast<unsigned>(relation) + 1U);
  if (children.count < 255) ++children.count;
  children.relations |= relation_bit(relation);
}

void push(Configuration& to, NodeIndex below, std::uint8_t relation, NodeArena& nodes) {
  StackNode node;
  node.below = below;
  node.word = to.next;
  node.relation = relation;
  node.waiting = relation == 0 ? to.next : nodes[below].waiting;
  node.left = to.next_left;
  to.top = nodes.add(node);
  to.next_left = {};
  ++to.next;
  if (relation == 0) ++to.headless;
}

}  // namespace

LegalActions legal_actions(const Configuration& configuration, const StackNode* top,
                           const Upos* upos, WordPlace words, const ArcLabels& labels) {
  LegalActions legal;
  const bool last = configuration.next == words;
  if (top == nullptr) {
    legal.shift = true;
    return legal;
  }
  const Upos next = upos[configuration.next];
  const Upos over = upos[top->word];
  // A last word that is shifted would be a second root.
  legal.shift = !last;
  legal.reduce = top->relation != 0;
  legal.right = labels.right[ArcLabels::pair(over, next)];
  if (top->relation == 0) legal.left = labels.left[ArcLabels::pair(next, over)];
  if (!legal.shift && !legal.reduce && legal.left == 0 && legal.right == 0) {
    legal.right = relation_bit(Relation::kDep);
  }
  return legal;
}

Configuration apply(const Configuration& from, Action action, NodeArena& nodes) {
  Configuration to = from;
  to.action = action;
  if (action == kShift) {
    push(to, from.top, 0, nodes);
  } else if (action == kReduce) {
    to.top = nodes[from.top].below;
  } else if (is_left(action)) {
    const StackNode& top = nodes[from.top];
    add_child(to.next_left, top.word, relation_of(action));
    to.top = top.below;
    --to.headless;
  } else {
    StackNode head = nodes[from.top];
    add_child(head.right, from.next, relation_of(action));
    const auto relation =
        static_cast<std::uint8_t>(static_cast<unsigned>(relation_of(action)) + 1U);
    push(to, nodes.add(head), relation, nodes);
  }
  return to;
}

}  // namespace limpide
