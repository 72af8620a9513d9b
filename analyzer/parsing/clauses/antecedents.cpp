#include "analyzer/parsing/clauses/antecedents.h"

#include <algorithm>

#include "analyzer/parsing/clauses/introducers.h"

namespace limpide {
namespace {

constexpr WordIndex kReach = 12;  // words between a noun and its participle or its "qui"

// What the clause asks of its noun: number and, of a participle, gender.
struct Asked {
  Gender gender = Gender::kNone;
  Number number = Number::kNone;
};

Asked asked_by(const ClauseText& text, const Clause& clause) {
  const VerbGroup& group = clause.verb;
  if (clause.kind == ClauseKind::kParticipial && clause.head != kNoWord &&
      is_past_participle(text, clause.head)) {
    return {text.features(clause.head).gender, text.features(clause.head).number};
  }
  // "qui" as a subject takes the number of its verb; other pronouns tell nothing.
  const bool qui = clause.kind == ClauseKind::kRelative && clause.subject.head != kNoWord &&
                   is_relative_pronoun(text, clause.subject.head);
  return qui ? Asked{Gender::kNone, group.number} : Asked{};
}

bool agrees(const ClauseText& text, WordIndex noun, Asked asked) {
  const Features& features = text.features(noun);
  const bool gender = asked.gender == Gender::kNone || features.gender == Gender::kNone ||
                      features.gender == asked.gender;
  const bool number = asked.number == Number::kNone || features.number == Number::kNone ||
                      features.number == asked.number ||
                      (asked.number == Number::kPlur && has_child(text, noun, Relation::kConj));
  return gender && number;
}

}  // namespace

WordIndex find_antecedent(const ClauseText& text, const Clause& clause) {
  const WordIndex head = text.head(clause.head);
  if (head == kNoWord || !is_nominal(text.upos(head))) return head;
  const Asked asked = asked_by(text, clause);
  const bool silent = asked.gender == Gender::kNone && asked.number == Number::kNone;
  if (silent || head > clause.head || agrees(text, head, asked)) return head;
  const WordIndex last = clause.kind == ClauseKind::kRelative ? clause.subject.head : clause.head;
  const WordIndex earliest = last - std::min(last, kReach);
  for (WordIndex at = last; at > earliest;) {
    --at;
    const bool stop =
        is_finite(text, at) || (text.upos(at) == Upos::kPunct && text.lower(at) != ",");
    if (stop) break;
    if (text.upos(at) == Upos::kNoun && agrees(text, at, asked)) return at;
  }
  return head;
}

}  // namespace limpide
