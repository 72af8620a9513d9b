#include "analyzer/parsing/clauses/subject_at_verb.h"

#include "analyzer/parsing/clauses/agreement.h"

namespace limpide {
namespace {

constexpr unsigned kLongestClimb = 12;
constexpr unsigned kLongestName = 4;  // words of a name behind its noun

// Is the word inside the phrase of the other?
bool hangs_under(const ClauseText& text, WordIndex word, WordIndex other) {
  for (unsigned step = 0; step < kLongestClimb && word != kNoWord; ++step) {
    if (word == other) return true;
    word = text.head(word);
  }
  return false;
}

// A word of a name behind its noun: "le groupe PPE-DE", "le reseau B".
bool is_name_behind(const ClauseText& text, WordIndex word) {
  const Relation universal = universal_relation(text.relation(word));
  const bool hangs =
      universal == Relation::kNmod || universal == Relation::kFlat || universal == Relation::kAppos;
  return is_nominal(text.upos(word)) && hangs && text.head(word) < word &&
         !has_child(text, word, Relation::kDet) && !has_child(text, word, Relation::kCase);
}

}  // namespace

bool may_be_subject(const ClauseText& text, WordIndex word, const VerbGroup& group) {
  const Upos upos = text.upos(word);
  const bool noun = upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron;
  return noun && !has_child(text, word, Relation::kCase) && !disagree(text, word, group) &&
         !text.has(word, WordTrait::kObjectClitic);
}

bool is_behind_its_verb(const ClauseText& text, WordIndex word) {
  const WordIndex head = text.head(word);
  return head != kNoWord && head < word && has_finite_verb(text, head);
}

WordIndex noun_at_verb(const ClauseText& text, const Clause& clause, WordIndex begin,
                       WordIndex after) {
  WordIndex at = clause.verb.finite;
  while (at > begin &&
         (text.has(at - 1, WordTrait::kObjectClitic) || text.has(at - 1, WordTrait::kNe))) {
    --at;
  }
  for (unsigned step = 0; step < kLongestName && at > begin; ++step) {
    --at;
    if (is_name_behind(text, at)) continue;
    const Relation universal = universal_relation(text.relation(at));
    const bool joined = universal == Relation::kConj || universal == Relation::kAppos ||
                        universal == Relation::kNmod;
    const bool own = !is_behind_its_verb(text, at) && !has_child(text, at, Relation::kCc) &&
                     (!joined || after == kNoWord);
    const bool sure = text.upos(at) == Upos::kNoun && own &&
                      may_be_subject(text, at, clause.verb) && has_child(text, at, Relation::kDet);
    if (!sure) return kNoWord;
    return after != kNoWord && (at <= after || hangs_under(text, at, after)) ? kNoWord : at;
  }
  return kNoWord;
}

}  // namespace limpide
