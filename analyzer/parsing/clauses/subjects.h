// Who the verb is about. In: the head of a clause and its verb group. Out: the head word and span
// of the subject, or why there is none; the words between it and the verb. Refuses: a subject that
// lies after the verb, for the distance.
#pragma once

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

// The subject that the clause states itself; kNone when it states none.
[[nodiscard]] Subject find_subject(const ClauseText& text, const VerbGroup& group, WordIndex head);

// The words of a subject with this head: never those of its verb.
[[nodiscard]] WordRange subject_span(const ClauseText& text, const VerbGroup& group,
                                     WordIndex head);

// Words between the head of an explicit subject and the conjugated word; 0 when there is none, or
// when they cannot agree (a fault of the tree).
[[nodiscard]] std::uint32_t subject_distance(const ClauseText& text, const Subject& subject,
                                             const VerbGroup& group);

}  // namespace limpide
