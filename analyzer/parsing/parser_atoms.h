// What the features of the parser are made of: the atoms of a configuration. In: the words and a
// configuration. Out: one number an atom, and signatures by which configurations that look alike
// are known. Refuses: combinations; those are the templates (parser_features.h).
//
// S0, S1, S2: the stack from its top; B0, B1, B2: the buffer. L, R: outermost child on the left, on
// the right; 2: the one before it. H: head of S0, which is S1 when there is one; H2: head of H.
// P: the topmost word of the stack that has no head yet.
// w: form. l: lemma. p: fine tag. u: part of speech. g: number, gender, person. v: valency. a: tag
// with the readings of the lexicon. r: relation. pass: is it a passive? n, s: number and set of the
// relations of children.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyzer/parsing/parse_input.h"
#include "analyzer/parsing/transitions.h"

namespace limpide {

// clang-format off
enum class Atom : std::uint8_t {
  kNone,
  // The buffer alone.
  kB0w, kB0l, kB0p, kB0u, kB0g, kB0v, kB0a,
  kB1w, kB1l, kB1p, kB1g, kB2w, kB2p, kBm1p, kB1a,
  // The top of the stack as a word.
  kS0w, kS0l, kS0p, kS0u, kS0g, kS0v, kS0a, kS0np, kS0mp,
  // The two together.
  kDist, kBetween, kHh,
  // S0 and its children.
  kS0r, kS0Lw, kS0Lp, kS0Lr, kS0Rw, kS0Rp, kS0Rr, kS0L2p, kS0L2r, kS0L2w, kS0R2p, kS0R2r, kS0R2w,
  kS0Rl, kS0nl, kS0nr, kS0sl, kS0sr, kS0pass,
  // Under S0.
  kHw, kHp, kHr, kHg, kH2p, kH2g, kHl, kPl, kPp, kPg, kS1w, kS1p, kS1l, kS1r, kS2p, kS2l, kS1sr, kS1sl,
  // The children of B0.
  kB0Lw, kB0Lp, kB0Lr, kB0L2w, kB0L2p, kB0L2r, kB0nl, kB0sl, kHeadless,
  kCount,
};
// clang-format on
inline constexpr std::size_t kAtomCount = static_cast<std::size_t>(Atom::kCount);
using AtomValues = std::array<std::uint64_t, kAtomCount>;

// Templates are grouped by what of a configuration they read beside the two words, so that scores
// of a group are computed once for all the configurations that look the same to it.
enum class FeatureGroup : std::uint8_t {
  kWords,     // S0, B0 and their neighbours in the text; whether S0 has a head
  kNextLeft,  // and the children of B0
  kTop,       // and the children of S0 and its relation
  kBelow,     // and what lies under S0
  kMixed,     // several of these
};
inline constexpr std::size_t kFeatureGroups = 5;

// What of a sentence does not change while it is parsed. Reused from sentence to sentence.
struct SentenceView {
  std::vector<ParseWord> words;  // [0] and the two past the last are empty
  std::vector<Upos> upos;        // the same, bare
  WordPlace count = 0;
  // Counts up to and with each word, for what lies between two.
  std::vector<std::uint16_t> commas;
  std::vector<std::uint16_t> verbs;
  std::vector<std::uint16_t> joints;  // coordinating conjunctions
  std::vector<std::uint16_t> marks;   // other punctuation
  std::vector<WordPlace> partners;    // of a closing bracket or quote: the opening one
  // Two places with the same number show the features the same: of the word alone, and with the
  // word before it and the two after it.
  std::vector<std::uint64_t> looks;
  std::vector<std::uint64_t> surroundings;

  void assign(const ParseWord* first, std::size_t size);  // REQUIRES: size < 65,000

 private:
  void pair_marks();
  void number_looks();
};

void read_atoms(const SentenceView& sentence, const Configuration& configuration,
                const NodeArena& nodes, AtomValues& values);

// Configurations with the same signature for a group have the same features of it, in whichever
// sentences they stand (64 bits that agree by chance do not happen). Never 0. kMixed: the signature
// of everything.
using Signatures = std::array<std::uint64_t, kFeatureGroups>;
[[nodiscard]] Signatures signatures_of(const SentenceView& sentence,
                                       const Configuration& configuration, const NodeArena& nodes);

}  // namespace limpide
