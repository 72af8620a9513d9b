// The features of the parser: which atoms (parser_atoms.h), in which combinations. Models hold
// hashes made from the table in the .cpp file, so a change of it is a new kParserModelKind version.
// In: atoms. Out: one hash a template. Refuses: weights.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "analyzer/parsing/parser_atoms.h"

namespace limpide {

inline constexpr std::size_t kTemplateAtoms = 5;
using FeatureTemplate = std::array<Atom, kTemplateAtoms>;

extern const std::size_t kTemplateCount;
inline constexpr std::size_t kTemplatesAtMost = 192;
using FeatureHashes = std::array<std::uint64_t, kTemplatesAtMost>;
// Writes the hashes of a group to the beginning of `hashes`; returns how many.
std::size_t hash_features(FeatureGroup group, const AtomValues& values, FeatureHashes& hashes);
// Of every group.
std::size_t hash_all_features(const AtomValues& values, FeatureHashes& hashes);

}  // namespace limpide
