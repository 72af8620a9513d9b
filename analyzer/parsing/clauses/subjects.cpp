#include "analyzer/parsing/clauses/subjects.h"

#include <algorithm>

#include "analyzer/parsing/clauses/agreement.h"
#include "analyzer/parsing/clauses/clause_candidate.h"
#include "analyzer/parsing/clauses/introducers.h"
#include "analyzer/parsing/clauses/verb_groups.h"

namespace limpide {
namespace {

struct Candidates {
  WordIndex noun = kNoWord;    // nsubj and subtypes
  WordIndex clause = kNoWord;  // csubj
  WordIndex il = kNoWord;      // expl:subj
};

// A clause may be a subject when it is an infinitive or has an opening word; "etant donne" or a
// clause beside cannot.
bool may_be_clausal(const ClauseText& text, WordIndex clause) {
  return verb_shape(text, clause) == VerbShape::kInfinitive ||
         opening_word(text, clause) != kNoWord;
}

void collect(const ClauseText& text, const VerbGroup& group, WordIndex head, Candidates& found) {
  for (WordIndex child = text.first_child[head]; child != kNoWord;
       child = text.next_sibling[child]) {
    const Relation relation = text.relation(child);
    const Relation universal = universal_relation(relation);
    if (relation == Relation::kExplSubj || relation == Relation::kExpl) {
      if (found.il == kNoWord) found.il = child;
    } else if (universal == Relation::kNsubj) {
      // "vous est accordee", "apres vous avoir ecoute": a complement.
      const bool object = text.has(child, WordTrait::kMaybeReflexive) &&
                          (group.finite == kNoWord || disagree(text, child, group));
      if (object) continue;
      // "l'eleve dont les parents travaillent peut": the verb of the relative clause for its noun.
      if (has_finite_verb(text, child) && child < head) {
        if (found.clause == kNoWord && may_be_clausal(text, child)) found.clause = child;
        continue;
      }
      // The parser may put two when it errs: the nearest before the verb that agrees is right.
      const bool better = found.noun != kNoWord && child < head &&
                          (!disagree(text, child, group) || disagree(text, found.noun, group));
      if (found.noun == kNoWord || better) found.noun = child;
    } else if (universal == Relation::kCsubj && found.clause == kNoWord &&
               may_be_clausal(text, child)) {
      found.clause = child;
    }
  }
}

bool is_il(const ClauseText& text, WordIndex word) {
  const std::string_view form = text.lower(word);
  return form == "il" || form == "-il" || form == "-t-il";
}

// "il y a".
bool has_y(const ClauseText& text, const VerbGroup& group) {
  const WordIndex finite = group.finite;
  return finite != kNoWord && finite > 0 && text.lower(finite - 1) == "y" &&
         text.has(group.lexical, WordTrait::kAvoir);
}

// A word of the attribute list with what "il" announces: "il est possible de", "possible que".
bool announces(const ClauseText& text, WordIndex word) {
  const bool listed =
      text.has(word, WordTrait::kImpersonalAttribute) ||
      (text.resources.of_lemma(text.lower(word)) & bit_of(WordTrait::kImpersonalAttribute)) != 0;
  const WordIndex next = word + 1;
  return listed && next < text.size() &&
         (text.has(next, WordTrait::kDe) || text.has(next, WordTrait::kQue));
}

// "il" with a verb that has no other subject: "il faut", "il y a", "il est possible de".
bool is_impersonal_il(const ClauseText& text, WordIndex word, const VerbGroup& group) {
  if (!is_il(text, word)) return false;
  if (text.has(group.lexical, WordTrait::kImpersonalVerb) || has_y(text, group)) return true;
  if (group.finite != kNoWord && text.has(group.finite, WordTrait::kImpersonalVerb)) return true;
  return announces(text, group.lexical);
}

// "l'eleve dont les parents travaillent peut": the tree takes the relative clause for the subject.
WordIndex noun_before_relative(const ClauseText& text, WordIndex clause) {
  const WordIndex opening = opening_word(text, clause);
  if (opening == kNoWord || !is_relative_pronoun(text, opening)) return kNoWord;
  for (WordIndex at = opening; at > 0 && opening - at < 4;) {
    --at;
    if (is_nominal(text.upos(at))) return at;
    if (text.upos(at) != Upos::kAdp && text.upos(at) != Upos::kAdj) return kNoWord;
  }
  return kNoWord;
}

}  // namespace

Subject find_subject(const ClauseText& text, const VerbGroup& group, WordIndex head) {
  Candidates found;
  collect(text, group, head, found);
  for (WordIndex lower = chained_infinitive(text, head);
       lower != kNoWord && found.noun == kNoWord && found.il == kNoWord;
       lower = chained_infinitive(text, lower)) {
    collect(text, group, lower, found);
  }
  Subject subject;
  // "il existe un guichet": the noun behind the verb is no subject.
  const bool behind = found.noun != kNoWord && group.finite != kNoWord && found.noun > group.finite;
  if (behind && found.il != kNoWord && is_impersonal_il(text, found.il, group)) {
    found.noun = kNoWord;
  }
  if (found.noun != kNoWord) {
    subject.kind = is_impersonal_il(text, found.noun, group) ? SubjectKind::kImpersonal
                                                             : SubjectKind::kExplicit;
    subject.head = found.noun;
  } else if (found.il != kNoWord) {
    // The parser's word is taken for an adjective ("il est rare que"), not for other verbs.
    const bool attribute = text.upos(group.lexical) == Upos::kAdj && is_il(text, found.il);
    const bool impersonal = attribute || is_impersonal_il(text, found.il, group);
    subject.kind = impersonal ? SubjectKind::kImpersonal : SubjectKind::kExplicit;
    subject.head = found.il;
  } else if (found.clause != kNoWord) {
    const WordIndex noun = noun_before_relative(text, found.clause);
    subject.kind = SubjectKind::kExplicit;
    subject.head = noun == kNoWord ? found.clause : noun;
    subject.clausal = noun == kNoWord;
  } else {
    return subject;
  }
  subject.span = subject_span(text, group, subject.head);
  return subject;
}

namespace {

constexpr WordIndex kFrontedReach = 60;  // words of a clause before its noun

// "bien qu'il pleuve, l'agent sort": the tree hangs the clause from the noun; the span starts
// behind the mark that ends it.
WordIndex behind_fronted_clause(const ClauseText& text, WordIndex first, WordIndex head) {
  const WordIndex earliest = head - std::min(head - first, kFrontedReach);
  WordIndex mark = kNoWord;
  for (WordIndex at = head; at > earliest;) {
    --at;
    if (mark == kNoWord && text.upos(at) == Upos::kPunct && text.lower(at) == ",") mark = at;
    if (mark != kNoWord && is_verb(text, at)) return mark + 1;
  }
  return first;
}

}  // namespace

WordRange subject_span(const ClauseText& text, const VerbGroup& group, WordIndex head) {
  WordRange span = noun_phrase(text, head);
  while (span.first < head && text.upos(span.first) == Upos::kCconj) ++span.first;
  span.first = behind_fronted_clause(text, span.first, head);
  if (group.finite == kNoWord || head >= group.finite || span.end < group.finite) return span;
  // The tree hangs the verb, or its clitics, from its own subject: the span ends before them.
  WordIndex end = group.finite;
  while (end > head + 1 &&
         (text.has(end - 1, WordTrait::kObjectClitic) || text.has(end - 1, WordTrait::kNe))) {
    --end;
  }
  return trimmed(text, span.first, end - 1);
}

std::uint32_t subject_distance(const ClauseText& text, const Subject& subject,
                               const VerbGroup& group) {
  if (subject.kind != SubjectKind::kExplicit || subject.clausal) return 0;
  if (group.finite == kNoWord || group.finite <= subject.head) return 0;
  const Number number = text.features(subject.head).number;
  const bool noun = text.upos(subject.head) == Upos::kNoun;
  const bool coordinated = has_child(text, subject.head, Relation::kConj);
  if (noun && number == Number::kPlur && group.number == Number::kSing && !coordinated) return 0;
  return group.finite - subject.head - 1;
}

}  // namespace limpide
