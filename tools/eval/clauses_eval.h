// How well the clause layer finds what a treebank marks. In: gold sentences, and the clauses found
// on the same words. Out: counts for precision, recall and F1. Refuses: other numbers of words.
//
// Gold events (../shared/spec/language.md, section 5):
// - passive, strict: a word with a child aux:pass, nsubj:pass or csubj:pass. Found: a passive with
//   its own "etre" (a participle without auxiliary has no such child). Same word = right.
// - passive, stative aside: gold is a word with a child aux:pass that is no intransitive verb of
//   etre-verbs.tsv. A passive found on another word is passed over when the word is an adjective
//   or a participle with a child cop, or has a child with the plain relation aux.
// - subordinate clauses: words hung by acl:relcl, ccomp or advcl (subtypes too); those found are
//   the clauses that the layer calls relative, object or adverbial, coordinated ones left out, and
//   the infinitives that it finds hung by ccomp, which are no clauses for it; in each sentence
//   min(gold, found) are right. By kind: the same word must head the clause.
// - subject and verb: gold is a word hung by nsubj (subtypes too) and the first finite word among
//   its head and the head's aux and cop children. Gap: words between them.
// - distance: finite words with a subject at least 5, at least 8 words away.
#pragma once

#include <string>
#include <vector>

#include "analyzer/parsing/clauses/clauses.h"
#include "tools/eval/segmentation_eval.h"
#include "tools/eval/treebank_values.h"

namespace limpide {

struct ClauseScores {
  MatchCount passive;
  MatchCount passive_stative_aside;
  MatchCount agents;  // words hung by obl:agent from a passive; "par" found over the same word
  MatchCount subordinates;
  MatchCount relative;
  MatchCount adverbial;
  MatchCount completive;
  MatchCount subjects;
  MatchCount distance5;
  MatchCount distance8;
  std::vector<std::string> misses;  // "passive - word: sentence", for people
};

// REQUIRES: `found` was made from as many words as `gold` has.
ClauseScores evaluate_clauses(const TreebankValues& gold, const TreebankValues& predicted,
                              const Clauses& found, const ClauseResources& resources);

void add_scores(ClauseScores& total, const ClauseScores& more);

}  // namespace limpide
