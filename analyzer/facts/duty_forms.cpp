#include "analyzer/facts/duty_forms.h"

#include <algorithm>

#include "analyzer/facts/infinitives.h"

namespace limpide {
namespace {

constexpr std::uint32_t kFormulaTokens = 14;  // of a polite formula
constexpr std::uint32_t kSmallWords = 4;      // between a conjunction and its infinitive

bool is_mark(const FactText& text, std::uint32_t i) {
  return text.token(i).kind == TokenKind::kPunctuation;
}

}  // namespace

std::uint32_t first_verb_token(const FactText& text, const Clause& clause) {
  return text.token_of(text.input.clauses.verb_words[clause.verb.first]);
}

std::uint32_t last_verb_token(const FactText& text, const Clause& clause) {
  return text.token_of(text.input.clauses.verb_words[clause.verb.end - 1]);
}

bool is_restricted(const FactText& text, const VerbGroup& group) {
  return group.negation != kNoItem &&
         text.input.clauses.negations[group.negation].kind == NegationKind::kRestriction;
}

bool is_denied(const FactText& text, const VerbGroup& group) {
  return group.negation != kNoItem &&
         text.input.clauses.negations[group.negation].kind == NegationKind::kNegation;
}

bool is_polite(const FactText& text, const Scan& scan, const Clause& clause) {
  for (std::uint32_t i = clause.verb.first; i < clause.verb.end; ++i) {
    if (text.lemma_has(text.input.clauses.verb_words[i], FactRole::kPolite)) return true;
  }
  const std::uint32_t first = first_verb_token(text, clause);
  if (clause.verb.mood != Mood::kImp) {
    const std::uint32_t infinitive = infinitive_after(text, scan, first + 1);
    return infinitive != kNoToken &&
           text.lemma_has(text.token(infinitive).first_word, FactRole::kPolite);
  }
  if (text.lemma_has(clause.verb.lexical, FactRole::kNoDuty)) return true;
  const std::uint32_t limit = std::min(scan.end, first + kFormulaTokens);
  for (std::uint32_t i = first; i < limit; ++i) {
    if (text.has(i, FactRole::kPoliteNoun)) return true;
  }
  return false;
}

bool is_imperative(const FactText& text, const Scan& scan, const Clause& clause,
                   bool reader_was_told) {
  const VerbGroup& group = clause.verb;
  if (group.mood == Mood::kImp) return true;
  const SubjectKind subject = clause.subject.kind;
  // "renvoyez-le": the parser may take the pronoun for a subject.
  const bool enclitic = subject == SubjectKind::kExplicit &&
                        text.lower(text.token_of(clause.subject.head)).substr(0, 2) == "-l";
  const bool alone =
      enclitic || (subject != SubjectKind::kExplicit && subject != SubjectKind::kImpersonal);
  if (clause.kind != ClauseKind::kMain || group.form != VerbForm::kFin || !alone ||
      group.person != 2 || group.compound) {
    return false;
  }
  std::uint32_t first = first_verb_token(text, clause);
  const bool ne =
      first > scan.first && (text.lower(first - 1) == "ne" || text.lower(first - 1) == "n'");
  if (ne) --first;
  if (first == scan.first || is_mark(text, first - 1)) return true;
  return text.upos(first - 1) == Upos::kCconj && reader_was_told;
}

bool is_instruction(const FactText& text, const Scan& scan, const Clause& clause) {
  if (clause.kind != ClauseKind::kMain || clause.verb.finite != kNoWord ||
      clause.verb.form != VerbForm::kInf || clause.subject.kind == SubjectKind::kExplicit) {
    return false;
  }
  std::uint32_t first = first_verb_token(text, clause);
  const bool infinitive = text.tag(first).features.verb_form == VerbForm::kInf;
  if (!infinitive || text.upos(first) == Upos::kAux) return false;
  while (first > scan.first && text.upos(first - 1) == Upos::kAdv) --first;  // "Ne pas"
  return first == scan.first || (is_mark(text, first - 1) && text.lower(first - 1) != ",");
}

bool is_wish(const FactText& text, const Scan& scan, const Clause& clause) {
  return static_cast<bool>(
      phrase_at(text, first_verb_token(text, clause), scan.end, FactRole::kPlease));
}

bool is_request(const FactText& text, const Clause& clause) {
  if (!text.lemma_has(clause.verb.lexical, FactRole::kRequestVerb)) return false;
  const bool passive = clause.voice == Voice::kPassive || clause.stative;
  return !is_denied(text, clause.verb) && clause.verb.form == VerbForm::kFin &&
         (passive || clause.verb.person == 1);
}

bool follows_conjunction(const FactText& text, const Scan& scan, std::uint32_t i) {
  for (std::uint32_t at = i; at > scan.first && i - at < kSmallWords;) {
    --at;
    if (text.upos(at) == Upos::kCconj || text.lower(at) == ",") return true;
    const std::string_view lower = text.lower(at);
    const bool small = lower == "de" || lower == "d'" || lower == "\xC3\xA0";
    if (!small && text.upos(at) != Upos::kPron) return false;
  }
  return false;
}

}  // namespace limpide
