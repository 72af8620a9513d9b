// What opens a clause: "afin que", "qui", "pour", "dans lequel", "quel". In: a head of the tree, or
// a word. Out: the opening word and the whole phrase of subordinators.tsv around it. Refuses: what
// kind of clause it opens; that is in clause_kinds.h.
#pragma once

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

struct Introducer {
  WordRange words;
  const Subordinator* phrase = nullptr;  // null when no list names it
};

[[nodiscard]] bool is_relative_pronoun(const ClauseText& text, WordIndex word);

// The longest phrase of the list that covers the word; the first listed among equals.
[[nodiscard]] Introducer phrase_over(const ClauseText& text, WordIndex word, WordRange sentence);

// Is the word part of a phrase of several words ("des lors que")?
[[nodiscard]] bool is_in_locution(const ClauseText& text, WordIndex word, WordRange sentence);

// The word that opens the clause: a mark, a preposition before an infinitive, a relative pronoun or
// a question word, which may lie deeper ("dans lequel", "de quel montant"); kNoWord for none.
[[nodiscard]] WordIndex opening_word(const ClauseText& text, WordIndex head);

}  // namespace limpide
