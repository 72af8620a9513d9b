// Which words of a tree head a clause, of which kind, and what opens it. In: one word. Out: kind
// and link by its relation, corrected by its introducer: the tree says where a clause hangs, the
// words say what it is. Refuses: verbs inside a verb group, participles used as adjectives.
#pragma once

#include <optional>

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

struct ClauseType {
  ClauseKind kind = ClauseKind::kMain;
  ClauseLink link = ClauseLink::kTop;
  ClauseSense sense = ClauseSense::kNone;
  WordRange introducer;
};

// Nothing when the word heads no clause. A governed infinitive is given, with its link; of a
// coordinated word only the link is known, the rest is that of the word before.
[[nodiscard]] std::optional<ClauseType> clause_type(const ClauseText& text, WordIndex word,
                                                    WordRange sentence);

// Is the word the infinitive of a group ("doit payer")?
[[nodiscard]] bool is_inside_group(const ClauseText& text, WordIndex word);

// What a clause is that this word opens, whatever the tree says.
[[nodiscard]] ClauseType type_opened_by(const ClauseText& text, WordIndex opener,
                                        WordRange sentence);

}  // namespace limpide
