// Do a subject and a verb go together? In: a word and a verb group. Out: yes or no, by number and
// person. Refuses: gender; a coordination or a word of quantity may be singular with a plural verb.
#pragma once

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

// "nous" with a first person, "vous" with a second.
[[nodiscard]] bool is_own_pronoun(const ClauseText& text, WordIndex word, const VerbGroup& group);

// Do the word and the verb contradict each other?
[[nodiscard]] bool disagree(const ClauseText& text, WordIndex subject, const VerbGroup& group);

}  // namespace limpide
