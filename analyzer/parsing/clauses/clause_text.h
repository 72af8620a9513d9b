// One document as the clause layer reads it: tags, tree and the bits of the lists, as parallel
// arrays over words. In: the earlier layers. Out: children of a word, words from heads to leaves,
// extents of subtrees, all made once in linear time. Refuses: nothing; a head outside the words
// counts as none, and words that no root reaches keep to themselves.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/lexicon/lexicon.h"
#include "analyzer/parsing/clauses/clause_resources.h"
#include "analyzer/parsing/clauses/clause_values.h"
#include "analyzer/parsing/tree.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/tagging.h"

namespace limpide {

// First and last word of every subtree.
struct Extents {
  std::vector<WordIndex> first;
  std::vector<WordIndex> last;
};

struct ClauseText {
  const Segmentation& segmentation;
  const Tagging& tagging;
  const Trees& trees;
  const Lexicon& lexicon;
  const ClauseResources& resources;

  std::vector<WordTraits> traits;              // one a word
  std::vector<WordIndex> first_child;          // kNoWord when there is none
  std::vector<WordIndex> next_sibling;         // children of a word ascend
  std::vector<std::uint64_t> child_relations;  // bit (1 << Relation) of each child
  std::vector<std::uint8_t> finite;  // 1 when the word, an auxiliary or a copula is conjugated
  std::vector<WordIndex> order;      // every word that a root reaches, heads before children
  Extents extents;

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(tagging.words.size());
  }
  [[nodiscard]] const WordTag& tag(WordIndex word) const { return tagging.words[word]; }
  [[nodiscard]] const Features& features(WordIndex word) const {
    return tagging.words[word].features;
  }
  [[nodiscard]] Upos upos(WordIndex word) const { return tagging.words[word].upos; }
  [[nodiscard]] Relation relation(WordIndex word) const { return trees.arcs[word].relation; }
  [[nodiscard]] WordIndex head(WordIndex word) const {  // kNoWord for a root
    const std::uint32_t found = trees.arcs[word].head;
    return found < trees.arcs.size() ? found : kNoWord;
  }
  [[nodiscard]] bool has(WordIndex word, WordTrait trait) const {
    return (traits[word] & bit_of(trait)) != 0;
  }
  [[nodiscard]] std::string_view lemma(WordIndex word) const {
    return tagging.lemmas[tagging.words[word].lemma];
  }
  [[nodiscard]] std::string_view lower(WordIndex word) const {
    return segmentation.forms[segmentation.words[word].form].lower;
  }
};

// REQUIRES: the layers belong together (one tag and one arc a word).
[[nodiscard]] ClauseText make_clause_text(const Segmentation& segmentation, const Tagging& tagging,
                                          const Trees& trees, const Lexicon& lexicon,
                                          const ClauseResources& resources);

// Questions of several files.
[[nodiscard]] bool is_verb(const ClauseText& text, WordIndex word);  // VERB or AUX
[[nodiscard]] bool is_nominal(Upos upos);                            // NOUN, PROPN, PRON, NUM, SYM
[[nodiscard]] bool is_finite(const ClauseText& text, WordIndex word);
[[nodiscard]] bool is_past_participle(const ClauseText& text, WordIndex word);  // by its tag
// "une procedure simplifiee": a participle of the list, alone behind its noun.
[[nodiscard]] bool is_adjective_beside(const ClauseText& text, WordIndex word);
// The word or one of its auxiliaries or copulas is conjugated.
[[nodiscard]] inline bool has_finite_verb(const ClauseText& text, WordIndex head) {
  return text.finite[head] != 0;
}
// aux, aux:pass, aux:tense, aux:caus, cop
[[nodiscard]] bool is_auxiliary_relation(Relation relation);
[[nodiscard]] bool is_subject_relation(Relation relation);  // nsubj and subtypes
// Words in `stops` keep their subtree out of what lies above them. One byte a word.
[[nodiscard]] Extents find_extents(const ClauseText& text, const std::vector<std::uint8_t>& stops);
[[nodiscard]] inline bool has_child(const ClauseText& text, WordIndex word, Relation relation) {
  return (text.child_relations[word] >> static_cast<unsigned>(relation) & 1U) != 0;
}
// The noun phrase under the head: without its relative and participial clauses and what follows
// them, without inserted sentences.
[[nodiscard]] WordRange noun_phrase(const ClauseText& text, WordIndex head);
// From the first to the last word, with punctuation at both ends left out.
[[nodiscard]] WordRange trimmed(const ClauseText& text, WordIndex first, WordIndex last);

}  // namespace limpide
