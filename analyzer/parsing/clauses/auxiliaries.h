// "etre" and "avoir" before a participle, and reflexive pronouns before a verb, found by words. In:
// the text of the clause layer. Out: the auxiliaries within reach, over adverbs, inverted subjects
// and phrases with a preposition; the tree only bridges a longer gap. Refuses: what the participle
// means with them; that is in voice.h.
#pragma once

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

struct Auxiliaries {
  WordIndex etre = kNoWord;   // the form of "etre" nearest to the participle
  WordIndex first = kNoWord;  // of "a ete", "ayant ete": "a"; else the same
  bool ete = false;
};

// `begin`: first word of the sentence.
[[nodiscard]] Auxiliaries find_auxiliaries(const ClauseText& text, WordIndex participle,
                                           WordIndex begin);

// Is there a reflexive pronoun before this verb form or its auxiliaries? ("se trouve", "nous nous
// sommes", not "nous sommes" nor "peut vous etre demande".) `begin`: of its sentence.
// `person`: 1 to 3, of whoever does what an infinitive says; 0 when it is not known.
[[nodiscard]] bool has_reflexive(const ClauseText& text, WordIndex verb, WordIndex begin,
                                 unsigned person);

}  // namespace limpide
