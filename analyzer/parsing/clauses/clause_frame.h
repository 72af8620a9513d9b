// Which clauses a text has and how they nest. In: the text of the clause layer. Out: clauses with
// kind, link, introducer, parent, depth and span, infinitives that are no clauses, and the clause
// of each word. Refuses: what the clauses say; verb, subject and voice are read afterwards.
#pragma once

#include <vector>

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

struct ClauseFrame {
  std::vector<Clause> clauses;      // by their heads
  std::vector<Clause> infinitives;  // governed ones
  std::vector<WordRange> sentence_clauses;
  std::vector<ClauseIndex> owner;  // of each word: the clause that it heads, else the nearest above
  std::vector<ClauseIndex> above;  // of each clause: the clause over its head, kNoClause at the top
  std::vector<ClauseIndex> order;  // clauses, those above before those below
};

[[nodiscard]] ClauseFrame find_frame(const ClauseText& text);

}  // namespace limpide
