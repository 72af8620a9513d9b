// The verbs that say one thing together. In: the head of a clause in the tree. Out: its verb words
// in order, from "ne" excluded: auxiliaries, modal, infinitive, participle ("devez avoir ete
// informe"), with form, mood, tense and person of the conjugated word. Refuses: infinitives after
// other verbs; they open a clause of their own.
#pragma once

#include <vector>

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

// Has the word a verb of its own: is it one, or has it an auxiliary or a copula?
[[nodiscard]] bool is_verbal(const ClauseText& text, WordIndex head);

// "doit", "va" before an infinitive: the infinitive's head in the tree, else kNoWord.
[[nodiscard]] WordIndex chained_infinitive(const ClauseText& text, WordIndex head);

// Appends the verb words to `words`. The modality and negation are read afterwards. `stative`: one
// a word, of Participles.
[[nodiscard]] VerbGroup make_verb_group(const ClauseText& text, WordIndex head,
                                        const std::vector<std::uint8_t>& stative,
                                        std::vector<WordIndex>& words);

}  // namespace limpide
