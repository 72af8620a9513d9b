// The layout of lexicon.bin (docs/formats/lexicon.md): section numbers, widths of records, bits.
// In: nothing. Out: constants that the compiler (tools/lexicon) and the reader share. Refuses:
// behaviour. A change of meaning here is a new kLexiconVersion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "analyzer/lexicon/packed_file.h"

namespace limpide {

inline constexpr PackedKind kLexiconKind{"LMPDLEXI", 1};

enum LexiconSection : std::uint32_t {
  kSectionMeta = 10,           // u32 form count, u32 root node, u32 bytes of the longest form
  kSectionLabels = 11,         // u8 an edge
  kSectionTargets = 12,        // u32 an edge: a node
  kSectionSkips = 13,          // u32 an edge: forms of the node that come before this edge
  kSectionFormClasses = 14,    // u16 a form
  kSectionClasses = 15,        // kClassBytes a class, and one more that ends the last
  kSectionClassItems = 16,     // u16: analyses of the classes, one class after the other
  kSectionAnalyses = 17,       // kAnalysisBytes an analysis
  kSectionTags = 18,           // kTagBytes a tag
  kSectionSuffixOffsets = 19,  // u32 a suffix, and one more that ends the last
  kSectionSuffixBytes = 20,
  kSectionLemmas = 21,          // u32: ids of the forms that are lemmas, ascending
  kSectionLemmaParadigms = 22,  // u16 a lemma
  kSectionParadigms = 23,       // u32 a paradigm: its first item; and one more
  kSectionParadigmItems = 24,   // kItemBytes an item
};

// A node is 32 bits: index of its first edge, final or not, number of edges. Edges of a node lie
// before the edges that lead to it, so that a walk always ends.
inline constexpr std::uint32_t kNodeFirstMask = 0x007FFFFF;
inline constexpr std::uint32_t kNodeFinal = 0x00800000;
inline constexpr unsigned kNodeCountShift = 24;

inline constexpr std::size_t kMetaBytes = 12;
inline constexpr std::size_t kClassBytes = 8;     // u32 first item, u32 FormFlag bits
inline constexpr std::size_t kAnalysisBytes = 6;  // u16 tag, u16 suffix, u8 bytes to strip, u8 0
inline constexpr std::size_t kItemBytes = 4;      // u16 suffix, u8 bytes to strip, u8 0
inline constexpr std::size_t kFormBytesAtMost = 128;

// A tag: upos, number, gender, verb form, mood, tense, pronoun type, person (u8 each), TagFlag u16,
// u16 0.
inline constexpr std::size_t kTagBytes = 12;
enum TagFlag : std::uint16_t {
  kTagPossessive = 1,
  kTagReflexive = 2,
  kTagNegative = 4,
  kTagOrdinal = 8,
  kTagCardinal = 16,
  kTagDefinite = 32,
  kTagIndefinite = 64,
  kTagTransitive = 128,
  kTagEtre = 256,
  kTagPronominal = 512,
};

// What the speller and the rewriter ask of a form. The first fifteen bits say which elided words
// the dictionary takes before it. It takes them before consonants too ("l'maison"); where French
// elides is kElided.
enum FormFlag : std::uint32_t {
  kElidesLe = 1U << 0U,         // l' L', also before the form with a capital
  kElidesDe = 1U << 1U,         // d' D', also before the form with a capital
  kElidesQue = 1U << 2U,        // qu' Qu', also before the form with a capital
  kElidesLorsque = 1U << 3U,    // lorsqu' puisqu' quoiqu'
  kElidesJusque = 1U << 4U,     // jusqu'
  kElidesSi = 1U << 5U,         // s'il
  kElidesVerbLe = 1U << 6U,     // l', lower case only: before a verb
  kElidesVerbDe = 1U << 7U,     // d'
  kElidesVerbQue = 1U << 8U,    // qu'
  kElidesNe = 1U << 9U,         // n'
  kElidesMe = 1U << 10U,        // m'
  kElidesTe = 1U << 11U,        // t'
  kElidesSe = 1U << 12U,        // s'
  kElidesJe = 1U << 13U,        // j'
  kElidesCe = 1U << 14U,        // c'
  kKeepsCase = 1U << 15U,       // a unit: never in another case
  kNeverSuggested = 1U << 16U,  // a good word, but not one to propose
  kAddedByUs = 1U << 17U,       // every reading comes from our own list
  kSymbol = 1U << 18U,          // unit or chemical symbol
  kElided = 1U << 19U,          // le, de, que lose their vowel before it: a vowel or a mute h
};
inline constexpr std::uint32_t kElidesMask = (1U << 15U) - 1;

}  // namespace limpide
