// The arc-eager transition system with the root at the end of the buffer (Nivre 2008; Ballesteros
// and Nivre 2013). In: a configuration and an action. Out: the next configuration, in an arena:
// what two of them share is never copied. Refuses: illegal actions (legal_actions says which are).
//
// A sentence of n words takes 2n actions: each word is pushed once (SHIFT, RIGHT) and popped once
// (REDUCE, LEFT). Once the buffer is empty all that remains is forced, so the search stops there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyzer/lexicon/morphology.h"
#include "analyzer/parsing/tree.h"

namespace limpide {

// An action is a column of the model's rows: SHIFT, REDUCE, then LEFT and RIGHT by relation.
using Action = std::uint8_t;
inline constexpr Action kShift = 0;
inline constexpr Action kReduce = 1;
inline constexpr std::size_t kActionCount = 2 + 2 * kRelationCount;
static_assert(kActionCount <= 256);
[[nodiscard]] constexpr Action left_action(Relation relation) {
  return static_cast<Action>(2 + static_cast<std::size_t>(relation));
}
[[nodiscard]] constexpr Action right_action(Relation relation) {
  return static_cast<Action>(2 + kRelationCount + static_cast<std::size_t>(relation));
}
[[nodiscard]] constexpr bool is_left(Action action) {
  return action >= 2 && action < 2 + kRelationCount;
}
[[nodiscard]] constexpr bool is_right(Action action) { return action >= 2 + kRelationCount; }
[[nodiscard]] constexpr Relation relation_of(Action action) {  // REQUIRES: LEFT or RIGHT
  return static_cast<Relation>(is_left(action) ? action - 2U : action - 2U - kRelationCount);
}

// A set of relations, one bit each.
using RelationSet = std::uint64_t;
static_assert(kRelationCount <= 64);
[[nodiscard]] constexpr RelationSet relation_bit(Relation relation) {
  return RelationSet{1} << static_cast<unsigned>(relation);
}

// The relations seen between a head and a dependent of these parts of speech.
inline constexpr std::size_t kUposCount = static_cast<std::size_t>(Upos::kX) + 1;
struct ArcLabels {
  std::array<RelationSet, kUposCount * kUposCount> left{};   // head to the right
  std::array<RelationSet, kUposCount * kUposCount> right{};  // head to the left
  [[nodiscard]] static std::size_t pair(Upos head, Upos dependent) {
    return static_cast<std::size_t>(head) * kUposCount + static_cast<std::size_t>(dependent);
  }
};

// Words are counted from 1 in the sentence; 0 is "none".
using WordPlace = std::uint16_t;
using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xFFFFFFFF;

// The children of a word on one side: the outermost, the one before it, how many, which relations.
struct Children {
  WordPlace outer = 0;
  WordPlace second = 0;
  std::uint8_t outer_relation = 0;   // Relation + 1, 0 none
  std::uint8_t second_relation = 0;  // the same
  std::uint8_t count = 0;
  RelationSet relations = 0;
};

// A word on the stack. A child gained makes a new node; the nodes below are shared.
struct StackNode {
  NodeIndex below = kNoNode;
  WordPlace word = 0;
  WordPlace waiting = 0;      // the topmost word without a head, from this one down
  std::uint8_t relation = 0;  // to the word below it, which is its head; Relation + 1, 0: no head
  Children left;
  Children right;
};

struct Configuration {
  NodeIndex top = kNoNode;
  WordPlace next = 1;          // first word of the buffer; past the last word: the root
  WordPlace headless = 0;      // words of the stack without a head
  Children next_left;          // children of `next`
  std::uint32_t previous = 0;  // the configuration it comes from
  Action action = kShift;      // by which action
  std::int64_t score = 0;
};

struct LegalActions {
  bool shift = false;
  bool reduce = false;
  RelationSet left = 0;
  RelationSet right = 0;
  // One of the four and, for an arc, one relation: nothing to choose.
  [[nodiscard]] bool forced() const { return left == 0 && right == 0 && shift != reduce; }
};

// REQUIRES: next is a word. At least one action is legal.
[[nodiscard]] LegalActions legal_actions(const Configuration& configuration, const StackNode* top,
                                         const Upos* upos, WordPlace words,
                                         const ArcLabels& labels);

// The nodes of one search; clear() keeps the memory.
class NodeArena {
 public:
  void clear() { nodes_.clear(); }
  [[nodiscard]] NodeIndex add(const StackNode& node) {
    nodes_.push_back(node);
    return static_cast<NodeIndex>(nodes_.size() - 1);
  }
  [[nodiscard]] const StackNode& operator[](NodeIndex index) const { return nodes_[index]; }
  [[nodiscard]] const StackNode* at(NodeIndex index) const {
    return index == kNoNode ? nullptr : &nodes_[index];
  }

 private:
  std::vector<StackNode> nodes_;
};

// REQUIRES: a legal action. `previous` and the score are the caller's.
[[nodiscard]] Configuration apply(const Configuration& from, Action action, NodeArena& nodes);

}  // namespace limpide
