// Who must, may or may not. In: a clause that obliges, permits or forbids. Out: the words that name
// that party and its normal form; nothing for a thing ("votre dossier doit parvenir"). Refuses: to
// resolve pronouns; "elle" stays "elle".
#pragma once

#include "analyzer/facts/fact_text.h"

namespace limpide {

struct Bearer {
  Span span;              // empty when no words name it
  std::string key;        // "vous", "locataire"; "" when nobody is named
  bool personal = false;  // a person, a body, or a pronoun that may stand for one
  bool sure = false;      // personal, and no "il" or "elle" that may stand for a thing
};

[[nodiscard]] Bearer bearer_of(const FactText& text, const Clause& clause);
// The subject of the clause, whatever it is; empty when it has no words.
[[nodiscard]] Bearer subject_bearer(const FactText& text, const Clause& clause);
// The reader, whom an imperative speaks to without naming.
[[nodiscard]] Bearer unnamed_reader();
// "vous" before or after the verb of a request: whom it asks; empty when there is none.
[[nodiscard]] Bearer asked_person(const FactText& text, const Clause& clause);

}  // namespace limpide
