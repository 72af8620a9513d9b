// Why a rule marks a place, or does not. In: an Engine, a document that it checked, a rule, a range
// of bytes. Out: for each sentence there: is it judged, what the rule found, which condition of a
// pattern held or failed, and what became of the finding. Refuses: to judge; `limpide rules why`
// prints it for those who write rules.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/engine/engine.h"
#include "analyzer/rules/patterns/pattern.h"

namespace limpide {

struct TracedPlace {
  Span span;  // empty: the document as a whole
  bool fires = false;
  Trace conditions;
  Trace exceptions;
};

struct TracedSentence {
  Span span;
  Role role = Role::kBody;
  bool judged = true;               // the rule looks at blocks of this role, in French
  std::vector<Span> found;          // by the rule alone
  std::vector<Span> told;           // of these, what a whole check tells
  std::vector<TracedPlace> places;  // of a pattern: what its anchor accepts
};

struct RuleTrace {
  bool enabled = true;  // in this profile
  bool pattern = false;
  bool has_words = true;  // the document has one of the words that the rule names
  std::vector<TracedSentence> sentences;
  std::vector<TracedPlace> whole;  // anchors on the document
};

[[nodiscard]] RuleTrace trace_rule(const Engine& engine, const DocumentReport& report,
                                   std::uint32_t rule, Profile profile, Span place);

// By exception of a pattern: does it spare a place of the document that would fire without it?
[[nodiscard]] std::vector<bool> exceptions_at_work(const Engine& engine, const Document& document,
                                                   std::uint32_t rule, Profile profile);

}  // namespace limpide
