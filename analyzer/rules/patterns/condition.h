// Conditions of a pattern: selectors joined by all, any, not, each looked for around a place. In:
// elements of a rule file. Out: yes or no for a place, and why. Refuses: an element that is neither
// a selector nor all, any, not (the error names the place in the file).
//
// Attributes of every nested selector: in (where it is looked for, see Scope), min and max (how
// many must be found; 1 and no limit), min-percent (of the sentences of the scope).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rules/patterns/selector.h"

namespace limpide {

// Where a condition looks, around a place.
enum class Scope : std::uint8_t {
  kSelf,        // its own words
  kSentence,    // its sentence
  kPrevious,    // the sentence before, in the same document
  kNext,        // the sentence after
  kNear,        // its sentence and one on each side
  kBlock,       // its block, up to 50 sentences on each side
  kDocument,    // everything
  kBefore,      // its sentence, up to its first word
  kAfter,       // its sentence, after its last word
  kVerb,        // words of the verb group of its clause
  kSubject,     // words of the subject of its clause
  kAgent,       // words of the agent of its clause
  kIntroducer,  // words that open its clause
  kChildren,    // words that hang from its word in the tree
  kHead,        // the word that its word hangs from
  kOpening,     // sentences that begin in the first 60 words of the body
  kClosing,     // the last two sentences of the body
};

struct Condition {
  enum class Kind : std::uint8_t { kAll, kAny, kNot, kSelector };

  Kind kind = Kind::kAll;
  std::vector<Condition> children;           // of a selector: what each place must meet too
  std::shared_ptr<const Selector> selector;  // null but for kSelector
  Scope scope = Scope::kSelf;
  std::uint32_t min = 1;
  std::uint32_t max = 0xFFFFFFFF;
  std::uint32_t min_percent = 0;
  std::string shown;  // the element as it was written, for explanations
};

// What one condition found, for those who write rules.
struct TraceLine {
  std::uint32_t depth = 0;
  bool held = false;
  std::string condition;  // the element
  std::string found;      // the words that met it, or how many
};
using Trace = std::vector<TraceLine>;

// One run of a pattern over a document.
struct Evaluation {
  const MatchContext& context;
  Trace* trace = nullptr;  // null: nobody asks why
  // Conditions on the document as a whole hold at every place or at none: found once.
  std::map<const Condition*, bool> constants;
};

// The element with its own selector at the top: `in`, `min` and `max` are not read there.
[[nodiscard]] Result<Condition> compile_anchor(const ConditionNode& node, Profile profile,
                                               const RuleResources& resources);
[[nodiscard]] Result<Condition> compile_condition(const ConditionNode& node, Profile profile,
                                                  const RuleResources& resources);

[[nodiscard]] bool holds(const Condition& condition, const MatchPlace& place, Evaluation& run,
                         std::uint32_t depth = 0);
// All the children hold.
[[nodiscard]] bool children_hold(const Condition& condition, const MatchPlace& place,
                                 Evaluation& run, std::uint32_t depth);
[[nodiscard]] bool needs_trees(const Condition& condition);

}  // namespace limpide
