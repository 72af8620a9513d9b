#include "analyzer/parsing/parser_features.h"

#include <algorithm>
#include <utility>

#include "analyzer/tagging/sparse_rows.h"

namespace limpide {
namespace {

using enum Atom;

// clang-format off
constexpr FeatureTemplate kTemplates[] = {
    // The two words and those that follow.
    {kS0w, kS0p}, {kS0p, kHh}, {kB0w, kB0p}, {kB0w}, {kB0p}, {kS0l, kHh}, {kB0l},
    {kB0p, kB1p}, {kB0p, kB1p, kB2p}, {kB0p, kB1w}, {kB0p, kB2w},
    // Pairs.
    {kS0w, kS0p, kB0p}, {kS0p, kB0w, kB0p}, {kS0w, kB0w}, {kS0p, kB0p, kHh},
    {kS0p, kB0p, kB1p}, {kS0p, kB0p, kB1w}, {kS0p, kB0p, kB2w}, {kS0p, kB0p, kB1p, kB2p},
    // Distance.
    {kS0w, kDist, kHh}, {kS0p, kDist, kHh}, {kB0w, kDist}, {kB0p, kDist}, {kS0p, kB0p, kDist},
    // Number of children.
    {kS0w, kS0nr}, {kS0p, kS0nr, kB0p}, {kS0w, kS0nl}, {kS0p, kS0nl, kB0p}, {kB0w, kB0nl},
    {kB0p, kB0nl, kS0p},
    // Neighbours in the tree.
    {kHw, kS0p, kB0p}, {kHp, kS0p, kB0p}, {kS0Lw, kS0p, kB0p}, {kS0Lp, kS0p, kB0p},
    {kS0Lr, kS0p, kB0p}, {kS0Rw, kS0p, kB0p}, {kS0Rp, kS0p, kB0p}, {kS0Rr, kS0p, kB0p},
    {kB0Lw, kB0p, kS0p}, {kB0Lp, kB0p, kS0p}, {kB0Lr, kB0p, kS0p}, {kB0Lw, kB0p}, {kS0Rw, kS0p},
    // Third order.
    {kH2p, kHp, kS0p}, {kHr, kS0r, kB0p}, {kS0p, kS0Lp, kS0L2p}, {kS0p, kS0Rp, kS0R2p},
    {kS0p, kS0R2r, kS0Rr, kB0p}, {kS0p, kS0R2w, kB0p}, {kB0p, kB0Lp, kB0L2p}, {kS0p, kB0p, kB0L2w},
    {kS0p, kB0p, kB0L2r}, {kS0p, kB0p, kS0L2r},
    // Sets of relations.
    {kS0w, kS0sr}, {kS0p, kS0sr, kB0p}, {kS0w, kS0sl}, {kS0p, kS0sl, kB0p}, {kB0w, kB0sl},
    {kB0p, kB0sl}, {kB0p, kB0sl, kS0p},
    // Lemmas.
    {kS0l, kB0l}, {kS0l, kB0p, kHh}, {kS0p, kB0l, kHh}, {kS0l, kS0sr, kB0p}, {kS0l, kB0p, kB1p},
    // Valency.
    {kS0v, kB0p, kHh}, {kS0v, kS0sr, kB0p}, {kB0v, kB0sl, kS0p}, {kS0v, kS0sl, kB0p},
    // Deeper in the stack.
    {kS1p, kS0p, kB0p}, {kS2p, kS1p, kS0p, kB0p}, {kS1l, kB0l}, {kS1l, kB0p}, {kS1p, kB0p, kHh},
    {kS1p, kS1sr, kB0p}, {kS1l, kS0p, kB0p},
    // Agreement.
    {kS0g, kB0g, kS0p, kB0p}, {kS0g, kB0g, kS0u, kB0u, kHh},
    // Agreement with S0 and with what lies under it: which of them a participle or a relative takes.
    {kS0g, kHg, kB0g, kB0p}, {kH2g, kHg, kS0g, kB0g, kB0p},
    {kS0g, kB1g, kB0p, kB1p, kHh}, {kS0g, kHg, kB1g, kB0p, kB1p},
    // The word that waits for its head: the subject of a verb far from it.
    {kPp, kPg, kB0g, kB0p}, {kPp, kB0p, kS0r, kS0p}, {kPp, kB0p, kB0sl, kHh}, {kPl, kB0l},
    {kPp, kB0p, kB1p, kHh},
    // Markers: the preposition or conjunction of the word on the right.
    {kS0l, kB0Lw, kB0p}, {kS0p, kB0Lw, kB0l}, {kS1l, kB0Lw, kB0p},
    {kS0p, kB0p, kS0Rr, kS0r}, {kS0p, kB0p, kB0Lr, kDist},
    {kS0l, kB0w, kB1p}, {kS0l, kB0l, kB1l}, {kS0p, kB0l, kB1l}, {kS0Lw, kS0l, kB0Lw, kB0p},
    {kS0pass, kB0Lw, kB0u},  // a passive and its agent
    // Between the two.
    {kS0p, kB0p, kBetween}, {kS0r, kBetween, kB0p}, {kS0p, kB0p, kBetween, kDist},
    {kS0p, kB0p, kBetween, kB0sl},
    // Which relation S0 has, for what may come after it.
    {kS0r, kS0p, kB0p}, {kS0r, kB0l}, {kS0r, kHp, kS0p, kB0p}, {kHl, kB0l}, {kHl, kB0p, kS0p},
    // The words around.
    {kBm1p, kB0p, kS0p}, {kS0np, kS0p, kB0p}, {kS0mp, kS0p, kB0p, kS0np},
    // Readings that the lexicon allows, for tags that are wrong.
    {kS0a, kB0p}, {kS0p, kB0a}, {kB0a, kB1a, kS0p}, {kS0a, kB0a},
    // What the sentence still lacks.
    {kHeadless, kS0p, kB0p, kB1p}, {kHeadless, kHh, kB0p},
};
// clang-format on

constexpr std::size_t kTemplateTotal = std::size(kTemplates);
static_assert(kTemplateTotal <= kTemplatesAtMost);

constexpr FeatureGroup group_of(Atom atom) {
  if (atom < kS0r) return FeatureGroup::kWords;
  if (atom < kHw) return FeatureGroup::kTop;
  return atom < kB0Lw ? FeatureGroup::kBelow : FeatureGroup::kNextLeft;
}

constexpr FeatureGroup group_of(const FeatureTemplate& atoms) {
  FeatureGroup group = FeatureGroup::kWords;
  for (const Atom atom : atoms) {
    const FeatureGroup own = group_of(atom);
    if (own == FeatureGroup::kWords || own == group) continue;
    group = group == FeatureGroup::kWords ? own : FeatureGroup::kMixed;
  }
  return group;
}

constexpr std::size_t count_of(FeatureGroup group) {
  std::size_t count = 0;
  for (const FeatureTemplate& atoms : kTemplates) count += group_of(atoms) == group ? 1U : 0U;
  return count;
}

// Numbers of the templates of a group.
template <FeatureGroup Group>
constexpr std::array<std::size_t, count_of(Group)> members_of() {
  std::array<std::size_t, count_of(Group)> members{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < kTemplateTotal; ++i) {
    if (group_of(kTemplates[i]) == Group) members[count++] = i;
  }
  return members;
}

template <std::size_t I>
std::uint64_t hash_template(const AtomValues& values) {
  constexpr FeatureTemplate kAtoms = kTemplates[I];
  std::uint64_t hash = feature_hash(I);
  // Unrolled by the compiler: the atoms are known.
  for (std::size_t i = 0; i < kTemplateAtoms; ++i) {
    if (kAtoms[i] == kNone) break;
    hash = mix_feature(hash, values[static_cast<std::size_t>(kAtoms[i])]);
  }
  return hash;
}

template <FeatureGroup Group, std::size_t... I>
void hash_members(const AtomValues& values, std::uint64_t* hashes, std::index_sequence<I...>) {
  constexpr auto kMembers = members_of<Group>();
  ((hashes[I] = hash_template<kMembers[I]>(values)), ...);
}

template <FeatureGroup Group>
std::size_t hash_group(const AtomValues& values, std::uint64_t* hashes) {
  hash_members<Group>(values, hashes, std::make_index_sequence<count_of(Group)>());
  return count_of(Group);
}

}  // namespace

const std::size_t kTemplateCount = kTemplateTotal;

std::size_t hash_features(FeatureGroup group, const AtomValues& values, FeatureHashes& hashes) {
  switch (group) {
    case FeatureGroup::kWords:
      return hash_group<FeatureGroup::kWords>(values, hashes.data());
    case FeatureGroup::kNextLeft:
      return hash_group<FeatureGroup::kNextLeft>(values, hashes.data());
    case FeatureGroup::kTop:
      return hash_group<FeatureGroup::kTop>(values, hashes.data());
    case FeatureGroup::kBelow:
      return hash_group<FeatureGroup::kBelow>(values, hashes.data());
    case FeatureGroup::kMixed:
      return hash_group<FeatureGroup::kMixed>(values, hashes.data());
  }
  return 0;
}

std::size_t hash_all_features(const AtomValues& values, FeatureHashes& hashes) {
  std::uint64_t* out = hashes.data();
  out += hash_group<FeatureGroup::kWords>(values, out);
  out += hash_group<FeatureGroup::kNextLeft>(values, out);
  out += hash_group<FeatureGroup::kTop>(values, out);
  out += hash_group<FeatureGroup::kBelow>(values, out);
  out += hash_group<FeatureGroup::kMixed>(values, out);
  return static_cast<std::size_t>(out - hashes.data());
}

}  // namespace limpide
