// A compiled pattern and its two uses: matching, and saying why it did or did not. In: conditions
// compiled from a rule file, an Analysis. Out: hits, or a trace a place. Refuses: blocks that the
// rule does not judge, quoted law.
#pragma once

#include <vector>

#include "analyzer/rules/matcher.h"
#include "analyzer/rules/patterns/condition.h"

namespace limpide {

struct Pattern {
  Condition anchor;
  std::vector<Condition> exceptions;  // shown: the reason
  bool first_only = false;            // only the first place of a document is told
};

void match_pattern(const Pattern& pattern, const MatchContext& context, std::vector<Hit>& hits);

struct PlaceTrace {
  MatchPlace place;
  bool judged = true;  // false: the block is not one that the rule looks at
  bool fires = false;
  Trace conditions;
  Trace exceptions;  // one a exception: held means that it spares the place
};

// Every place that the anchor's own attributes accept and that begins in the words asked.
[[nodiscard]] std::vector<PlaceTrace> explain_pattern(const Pattern& pattern,
                                                      const MatchContext& context,
                                                      WordRange within);
// By exception: does it spare some place of the document that would fire without it?
[[nodiscard]] std::vector<bool> exceptions_used(const Pattern& pattern,
                                                const MatchContext& context);

}  // namespace limpide
