// The dependency trees of a document: plain values. In: nothing. Out: one arc a word, with the
// relations of Universal Dependencies and the subtypes of the French treebanks; how each sentence
// was parsed. Refuses: meaning; clauses, voice and chains are read from the trees beside
// (clauses.h).
//
// In each sentence that was analysed the arcs form one tree; exactly one word hangs from kRoot and
// only that word has the relation kRoot. Arcs never leave a sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace limpide {

// In the order of their names, each universal relation before its subtypes. The values are stored
// in model files: a new relation goes to the end.
enum class Relation : std::uint8_t {
  kAcl,
  kAclRelcl,
  kAdvcl,
  kAdvclCleft,
  kAdvmod,
  kAmod,
  kAppos,
  kAux,
  kAuxCaus,
  kAuxPass,
  kAuxTense,
  kCase,
  kCc,
  kCcomp,
  kClf,
  kCompound,
  kConj,
  kCop,
  kCsubj,
  kCsubjPass,
  kDep,
  kDepComp,
  kDet,
  kDiscourse,
  kDislocated,
  kExpl,
  kExplComp,
  kExplPass,
  kExplPv,
  kExplSubj,
  kFixed,
  kFlat,
  kFlatForeign,
  kFlatName,
  kGoeswith,
  kIobj,
  kIobjAgent,
  kList,
  kMark,
  kNmod,
  kNsubj,
  kNsubjCaus,
  kNsubjOuter,
  kNsubjPass,
  kNummod,
  kObj,
  kObjAgent,
  kObjLvc,
  kObl,
  kOblAgent,
  kOblArg,
  kOblMod,
  kOrphan,
  kParataxis,
  kParataxisInsert,
  kPunct,
  kReparandum,
  kRoot,
  kVocative,
  kXcomp,
};
inline constexpr std::size_t kRelationCount = static_cast<std::size_t>(Relation::kXcomp) + 1;

[[nodiscard]] std::string_view relation_name(Relation relation);  // "nsubj:pass"
// A subtype that the table does not hold counts as its universal relation; nothing when that is
// unknown too.
[[nodiscard]] std::optional<Relation> relation_from_name(std::string_view name);
// Without the subtype: kNsubjPass gives kNsubj.
[[nodiscard]] Relation universal_relation(Relation relation);

inline constexpr std::uint32_t kRoot = 0xFFFFFFFF;

struct Arc {
  std::uint32_t head = kRoot;  // word of the document; kRoot for the root of a sentence
  Relation relation = Relation::kDep;

  friend bool operator==(const Arc&, const Arc&) = default;
};

enum class ParseState : std::uint8_t {
  kWhole,        // one search over the whole sentence
  kInPieces,     // too long: cut at punctuation, each piece parsed alone, the pieces chained
  kNotAnalysed,  // words outside any sentence, or a sentence over every limit: flat arcs
};

struct WordRange {
  std::uint32_t first = 0;  // into Segmentation::words
  std::uint32_t end = 0;    // one past the last
};

struct Trees {
  std::vector<Arc> arcs;                  // one a word; words of no sentence hang from kRoot
  std::vector<ParseState> sentences;      // one a sentence
  std::vector<WordRange> sentence_words;  // one a sentence
};

}  // namespace limpide
