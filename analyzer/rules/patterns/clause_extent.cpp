#include "analyzer/rules/patterns/clause_extent.h"

#include <algorithm>
#include <string_view>

#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/patterns/selector.h"

namespace limpide {
namespace {

// "du", "l'allocation" and a reference to the law are one word; marks are none.
std::uint32_t words_between(const Analysis& analysis, WordIndex first, WordIndex end) {
  if (first >= end) return 0;
  const Segmentation& text = analysis.segmentation;
  std::uint32_t words = 0;
  std::uint32_t reference = 0;
  const std::uint32_t last = text.words[end - 1].token;
  for (std::uint32_t token = text.words[first].token; token <= last; ++token) {
    const std::uint32_t unit = analysis.protected_of_token[token];
    const bool law =
        unit != 0 && text.protected_spans[unit - 1].kind == ProtectedKind::kLawReference;
    if (law && unit == reference) continue;
    reference = law ? unit : 0;
    words += law ? 1 : count_words(text, token, token + 1);
  }
  return words;
}

// "le maire et le prefet du departement": a reader goes on from the last of them. A plural verb
// tells that there are several, even where the tree hangs the last from a complement.
WordIndex last_head(const Analysis& analysis, const Clause& clause) {
  const WordIndex verb = clause.subject.head + 1 + clause.subject_distance;
  const WordIndex head = clause.subject.head;
  const bool several = analysis.tagging.words[head].features.number == Number::kSing &&
                       clause.verb.number == Number::kPlur;
  WordIndex last = head;
  for (WordIndex word = head + 1; word < verb; ++word) {
    const Arc& arc = analysis.trees.arcs[word];
    if (arc.relation == Relation::kConj && (several || arc.head == head)) last = word;
    // "aucune mesure ni aucun avis": each "aucun" opens a subject.
    if (lemma_of(analysis, word) == "aucun" && word + 1 < verb) last = word + 1;
  }
  return last;
}

// ", qui", "et dont": the next of several relatives.
bool joins(std::string_view form) { return form == "," || form == "et" || form == "ou"; }
bool relates(std::string_view form) {
  return form == "qui" || form == "que" || form == "qu'" || form == "dont";
}

// "qui suit la reprise, | les informations", "qui viennent | et la mise en place", "qui viennent
// | ainsi que": the clause around goes on.
bool leaves_clause(const Analysis& analysis, WordIndex word) {
  const std::string_view form = lower_form(analysis, word);
  const std::string_view next = lower_form(analysis, word + 1);
  if (form == ",") {
    const Upos upos = analysis.tagging.words[word + 1].upos;
    const bool adds = upos == Upos::kAdp || upos == Upos::kAdv;
    return !adds || next == "sans" || next == "soit" || next == "de" || next == "ne" ||
           next == "n'";
  }
  // "qui demande une place | a occuper un terrain": the infinitive may be that of the clause
  // around.
  const Upos before = analysis.tagging.words[word - 1].upos;
  if ((form == "de" || form == "\xC3\xA0") &&
      analysis.tagging.words[word + 1].features.verb_form == VerbForm::kInf) {
    return before == Upos::kNoun || before == Upos::kAdj;
  }
  if (form == "ainsi") return next == "que" || next == "qu'";
  return (form == "et" || form == "ou" || form == "mais") &&
         (analysis.tagging.words[word + 1].upos == Upos::kDet || relates(next));
}

// "que constitue une lettre vague | ne prive pas": a finite verb that nothing introduces is that
// of a clause around.
WordIndex second_verb(const Analysis& analysis, WordIndex first, WordIndex end) {
  bool introduced = false;
  for (WordIndex word = first; word < end; ++word) {
    const WordTag& tagged = analysis.tagging.words[word];
    const std::string_view form = lower_form(analysis, word);
    introduced = introduced || relates(form) || tagged.upos == Upos::kSconj ||
                 tagged.upos == Upos::kPron || tagged.upos == Upos::kCconj;
    const bool verb = tagged.upos == Upos::kVerb || tagged.upos == Upos::kAux;
    if (verb && tagged.features.verb_form == VerbForm::kFin && !introduced) return word;
  }
  return end;
}

}  // namespace

// From "ne" or the first verb to the last one.
WordRange clause_verb_range(const Analysis& analysis, const Clause& clause) {
  const VerbGroup& verb = clause.verb;
  if (verb.first >= verb.end) return {clause.head, clause.head + 1};
  const Clauses& clauses = analysis.clauses;
  WordRange words{clauses.verb_words[verb.first], clauses.verb_words[verb.end - 1] + 1};
  if (verb.negation == kNoItem) return words;
  const WordIndex ne = clauses.negations[verb.negation].first;
  if (ne != kNoWord) words.first = std::min(words.first, ne);
  return words;
}

// "ne peuvent, pour chaque annee (...), exceder": what parts the verbs is longer than they are.
WordRange short_verb_range(const Analysis& analysis, const Clause& clause) {
  constexpr WordIndex kLongest = 8;
  const WordRange words = clause_verb_range(analysis, clause);
  if (words.end - words.first <= kLongest || clause.verb.finite == kNoWord) return words;
  return {words.first, std::max(words.first, clause.verb.finite) + 1};
}

std::uint32_t distance_to_verb(const Analysis& analysis, const Clause& clause) {
  if (clause.subject_distance == 0) return 0;
  const WordIndex verb = clause.subject.head + 1 + clause.subject_distance;
  return words_between(analysis, last_head(analysis, clause) + 1, verb);
}

// A verb inside brackets that its subject stands before has another subject.
bool opens_bracket(const Analysis& analysis, const Clause& clause) {
  const WordIndex verb = clause.subject.head + 1 + clause.subject_distance;
  int depth = 0;
  for (WordIndex word = clause.subject.head + 1; word < verb; ++word) {
    const std::string_view form = lower_form(analysis, word);
    if (form == "(") ++depth;
    if (form == ")") --depth;
  }
  return depth != 0;
}

// Trees hang from a clause what belongs to those around it; some signs tell where it ends.
std::uint32_t own_clause_words(const Analysis& analysis, const Clause& clause) {
  const Clauses& clauses = analysis.clauses;
  // The tree may have taken the verb of the clause around: the clause's own comes first.
  const WordRange verbs = clause_verb_range(analysis, clause);
  const WordIndex own = second_verb(analysis, clause.introducer.end, verbs.first);
  if (own < verbs.first) return words_between(analysis, clause.introducer.first, verbs.first);
  const WordIndex verb_end = verbs.end;
  WordIndex end = std::max(clause.span.first, verb_end);
  for (; end < clause.span.end; ++end) {
    const std::string_view form = lower_form(analysis, end);
    if (form == "(" || form == "[" || form == ";" || form == ":") break;
    if (end + 1 == clause.span.end) continue;
    if (joins(form) && relates(lower_form(analysis, end + 1))) break;
    if (end >= verb_end && leaves_clause(analysis, end)) break;
  }
  const WordRange here = clauses.sentence_clauses[sentence_of_word(analysis, clause.head)];
  for (std::uint32_t i = here.first; i < here.end; ++i) {
    const Clause& other = clauses.clauses[i];
    const WordIndex verb = other.verb.finite;
    if (verb == kNoWord || verb < verb_end) continue;
    const bool of_outer_subject =
        other.subject.kind == SubjectKind::kExplicit && other.subject.head < clause.span.first;
    if (other.kind == ClauseKind::kMain || of_outer_subject) end = std::min(end, verb);
  }
  end = std::min(end, second_verb(analysis, verb_end, end));
  for (ClauseIndex outer = clause.parent; outer != kNoClause;
       outer = clauses.clauses[outer].parent) {
    const WordIndex verb = clauses.clauses[outer].verb.finite;
    if (verb != kNoWord && verb >= verb_end) end = std::min(end, verb);
  }
  // A subject that the tree hung from the clause stands before its introducer.
  const bool introduces = clause.introducer.first < clause.introducer.end;
  const WordIndex first = introduces ? clause.introducer.first : clause.span.first;
  return words_between(analysis, std::max(clause.span.first, first), end);
}

}  // namespace limpide
