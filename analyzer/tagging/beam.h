// The search for the best sequence of tags. In: for each word its candidate tags and the scores
// that a Scorer gives them. Out: one tag a word. Refuses: knowing where scores come from: tagging
// and training share this search and differ in their Scorer.
//
// Paths are kept as nodes that point to their parents; paths that no feature can tell apart any
// more are merged, the better one stays. Ties go to the earlier candidate.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "analyzer/tagging/features.h"

namespace limpide {

inline constexpr std::size_t kBeamAtMost = 8;
inline constexpr std::size_t kCandidatesAtMost = 64;
inline constexpr std::uint32_t kNoAux = 0xFFFFFFFF;
inline constexpr std::uint32_t kAuxReach = 6;  // words

// What the features of the next word can see of a path.
struct PathState {
  TagIndex tag1 = kNoTag;
  TagIndex tag2 = kNoTag;
  std::uint8_t agreement = 0;
  std::uint32_t aux = kNoAux;  // of the sentence
  friend bool operator==(const PathState&, const PathState&) = default;
};

// What a tag does to the state of a path; one an entry of the tag set.
struct TagRole {
  std::uint8_t upos = 0;
  std::uint8_t agreement = 0;  // gender and number of a nominal tag; 0 leaves what was
  bool auxiliary = false;
};
[[nodiscard]] std::vector<TagRole> roles_of(const TagSet& tags);

[[nodiscard]] inline PathState step(const PathState& state, TagIndex tag, const TagRole& role,
                                    std::uint32_t word) {
  PathState next;
  next.tag1 = tag;
  next.tag2 = state.tag1;
  next.agreement = role.agreement != 0 ? role.agreement : state.agreement;
  next.aux = role.auxiliary ? word : state.aux;
  // Out of reach for the next word: of no use to tell paths apart.
  if (next.aux != kNoAux && word + 1 - next.aux > kAuxReach) next.aux = kNoAux;
  return next;
}

// `lower_of(word)`: Property::kLower of a word of the sentence.
template <typename LowerOf>
[[nodiscard]] PastValues past_values(const PathState& state, std::uint32_t word,
                                     std::span<const TagRole> roles, const LowerOf& lower_of) {
  constexpr std::uint64_t kOutside = 0xFF;
  const auto upos = [&](TagIndex tag) {
    return tag == kNoTag ? kOutside : std::uint64_t{roles[tag].upos};
  };
  PastValues values{};
  const auto set = [&values](Past past, std::uint64_t value) {
    values[static_cast<std::size_t>(past)] = value;
  };
  set(Past::kTag1, state.tag1);
  set(Past::kTag2, state.tag2);
  set(Past::kUpos1, upos(state.tag1));
  set(Past::kUpos2, upos(state.tag2));
  set(Past::kAgreement, state.agreement);
  if (state.aux == kNoAux) return values;
  const std::uint64_t aux = lower_of(state.aux);
  set(Past::kAux, aux);
  set(Past::kAuxNear, aux + word - state.aux);
  return values;
}

struct PathNode {
  std::int64_t score = 0;
  std::uint32_t parent = 0;  // place in the nodes of the word before
  TagIndex tag = kNoTag;
  PathState state;
};

// The best paths that end at one word, best first.
struct PathSet {
  std::array<PathNode, kBeamAtMost> nodes;
  std::size_t size = 0;
};

// Keeps the best `beam` paths. REQUIRES: beam <= kBeamAtMost.
inline void keep(PathSet& set, std::size_t beam, const PathNode& node) {
  std::size_t place = set.size;
  while (place > 0 && set.nodes[place - 1].score < node.score) --place;
  if (place >= beam) return;
  std::size_t last = set.size < beam ? set.size : beam - 1;
  for (std::size_t i = 0; i < set.size; ++i) {
    if (!(set.nodes[i].state == node.state)) continue;
    if (i < place) return;  // the same path but for what is past, and better
    last = i;
    break;
  }
  for (std::size_t i = last; i > place; --i) set.nodes[i] = set.nodes[i - 1];
  set.nodes[place] = node;
  if (last == set.size) ++set.size;
}

// Leaves the paths that are further than `margin` behind the best.
inline void drop_hopeless(PathSet& set, std::int64_t margin) {
  while (set.size > 1 && set.nodes[set.size - 1].score + margin < set.nodes[0].score) --set.size;
}

using CandidateScores = std::array<std::int32_t, kCandidatesAtMost>;

// Scorer: candidates(word) -> std::span<const TagIndex>, one or more, kCandidatesAtMost at most;
// static_scores(word, CandidateScores&); past_scores(word, const PathState&, CandidateScores&)
// adds to what is there.
// One word further: from the paths before it to the paths that end at it.
template <typename Scorer>
void advance_paths(const PathSet& before, std::uint32_t word, std::size_t beam,
                   std::span<const TagRole> roles, Scorer& scorer, PathSet& after) {
  const std::span<const TagIndex> candidates = scorer.candidates(word);
  CandidateScores fixed;
  scorer.static_scores(word, fixed);
  after.size = 0;
  for (std::size_t p = 0; p < before.size; ++p) {
    const PathNode& path = before.nodes[p];
    CandidateScores scores;
    std::copy_n(fixed.begin(), candidates.size(), scores.begin());
    scorer.past_scores(word, path.state, scores);
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      PathNode node;
      node.score = path.score + scores[c];
      node.parent = static_cast<std::uint32_t>(p);
      node.tag = candidates[c];
      node.state = step(path.state, node.tag, roles[node.tag], word);
      keep(after, beam, node);
    }
  }
}

[[nodiscard]] inline PathSet first_path() {
  PathSet set;
  set.nodes[0] = PathNode{};
  set.size = 1;
  return set;
}

}  // namespace limpide
