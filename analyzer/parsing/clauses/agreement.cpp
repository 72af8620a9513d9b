#include "analyzer/parsing/clauses/agreement.h"

namespace limpide {

bool is_own_pronoun(const ClauseText& text, WordIndex word, const VerbGroup& group) {
  const std::string_view form = text.lower(word);
  return (form == "nous" && group.person == 1) || (form == "vous" && group.person == 2);
}

bool disagree(const ClauseText& text, WordIndex subject, const VerbGroup& group) {
  // "nous" and "vous" before a verb of another person are complements.
  if (text.has(subject, WordTrait::kMaybeReflexive) && group.person != 0) {
    return !is_own_pronoun(text, subject, group);
  }
  const Number number = text.features(subject).number;
  if (number == Number::kNone || group.number == Number::kNone) return false;
  if (number == group.number) return false;
  return number == Number::kPlur || !has_child(text, subject, Relation::kConj);
}

}  // namespace limpide
