// The treebanks contradict each other here and there; this is the one usage that we teach and
// measure. In: a sentence of a treebank. Out: one tag and one lemma a word. Refuses: unknown parts
// of speech and malformed features (nothing).
//
// - NUM: NumType=Card always, no number, no gender ("deux" has both in one treebank, none in the
//   other). NOUN: no NumType ("million").
// - PROPN: no features: one treebank has them for one name of five.
// - AUX participle: neither gender nor number. Possessive DET: PronType=Prs.
// - DET without PronType ("plusieurs", "tout"): PronType=Ind. "l'": no gender.
// - NOUN without number ("cas", "mois"): that of its determiner, adjectives, verb; else singular.
// - "%": NOUN, as in the treebank that has most of them. "1er": ADJ.
// - Lemmas: "_" and multiword lemmas become the form; "M." is "monsieur".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/tagging/tag_set.h"
#include "tools/treebank/conllu.h"

namespace limpide {

struct GoldWord {
  Tag tag;
  std::string lemma;  // "" when the treebank has none that we teach
};

[[nodiscard]] std::optional<std::vector<GoldWord>> normalise(const TreebankSentence& sentence);

}  // namespace limpide
