#include "analyzer/rewriting/splitting/split_text.h"

#include <algorithm>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLeastHalf = 4;  // words

bool opens_mark(const std::string& mark) {
  return mark == "(" || mark == "[" || mark == "\xC2\xAB" || mark == "\xE2\x80\x9C";
}
bool closes_mark(const std::string& mark) {
  return mark == ")" || mark == "]" || mark == "\xC2\xBB" || mark == "\xE2\x80\x9D";
}

}  // namespace

SplitText::SplitText(const OperationInput& input)
    : input_(input),
      analysis_(input.analysis),
      sentence_(analysis_.segmentation.sentences[analysis_.sentence_of_token[input.range.first]]) {
  if (sentence_.token_end <= sentence_.first_token + 1) return;
  // Before a list, the second half keeps the colon.
  const std::string& last = lower(sentence_.token_end - 1);
  if (last == "." || last == ":") stop_ = sentence_.token_end - 1;
}

std::uint32_t SplitText::word_of(std::uint32_t token) const {
  return analysis_.segmentation.tokens[token].first_word;
}
const WordTag& SplitText::tag(std::uint32_t token) const {
  return analysis_.tagging.words[word_of(token)];
}
const std::string& SplitText::lower(std::uint32_t token) const {
  return form_of_token(analysis_, token).lower;
}
Span SplitText::span(std::uint32_t token) const {
  return analysis_.segmentation.tokens[token].span;
}
std::string_view SplitText::text(std::uint32_t token) const {
  return slice(analysis_.document->text, span(token));
}
bool SplitText::is_word(std::uint32_t token) const {
  return analysis_.segmentation.tokens[token].kind == TokenKind::kWord;
}
bool SplitText::is_protected(std::uint32_t token) const {
  return analysis_.protected_of_token[token] != 0;
}
const std::string& SplitText::lemma(std::uint32_t token) const {
  return lemma_of(analysis_, word_of(token));
}

bool SplitText::is_finite(std::uint32_t token) const {
  return tag(token).features.verb_form == VerbForm::kFin && !is_protected(token);
}

const Clause* SplitText::clause_of(std::uint32_t finite) const {
  const std::uint32_t word = word_of(finite);
  const WordRange own = clauses();
  for (std::uint32_t i = own.first; i < own.end; ++i) {
    const Clause& clause = analysis_.clauses.clauses[i];
    if (clause.verb.finite == word) return &clause;
  }
  return nullptr;
}

WordRange SplitText::clauses() const {
  const std::uint32_t sentence = analysis_.sentence_of_token[sentence_.first_token];
  const auto& all = analysis_.clauses.sentence_clauses;
  return sentence < all.size() ? all[sentence] : WordRange{};
}

bool SplitText::is_main(std::uint32_t token) const {
  if (!is_finite(token)) return false;
  const Clause* clause = clause_of(token);
  if (clause == nullptr || clause->kind != ClauseKind::kMain) return false;
  // The words have the last word: "lesquelles doivent".
  for (std::uint32_t i = token; i > first() && lower(i - 1) != "," && !is_finite(i - 1); --i) {
    if (tag(i - 1).features.pron_type == PronType::kRel) return false;
  }
  return true;
}

bool SplitText::has_main(std::uint32_t first, std::uint32_t end) const {
  for (std::uint32_t i = first; i < end; ++i) {
    if (is_main(i) && !is_enclosed(i)) return true;
  }
  return false;
}

std::uint32_t SplitText::next_finite(std::uint32_t first, std::uint32_t end) const {
  for (std::uint32_t i = first; i < end; ++i) {
    if (is_finite(i)) return i;
  }
  return kNoToken;
}

std::uint32_t SplitText::last_finite(std::uint32_t first, std::uint32_t end) const {
  for (std::uint32_t i = end; i > first; --i) {
    if (is_finite(i - 1) && !is_enclosed(i - 1)) return i - 1;
  }
  return kNoToken;
}

bool SplitText::states(std::uint32_t finite) const {
  const Mood mood = tag(finite).features.mood;
  return mood == Mood::kInd || mood == Mood::kCnd;
}

std::uint32_t SplitText::words_between(std::uint32_t first, std::uint32_t end) const {
  std::uint32_t count = 0;
  for (std::uint32_t i = first; i < end; ++i) {
    if (is_word(i)) ++count;
  }
  return count;
}

bool SplitText::is_enclosed(std::uint32_t token) const {
  int depth = 0;
  for (std::uint32_t i = first(); i < token; ++i) {
    const std::string& mark = lower(i);
    if (opens_mark(mark)) ++depth;
    if (closes_mark(mark)) --depth;
  }
  return depth != 0;
}

bool SplitText::is_sound(std::uint32_t from, std::uint32_t token) const {
  return stands_by_itself(from, token) && has_main(first(), from);
}

bool SplitText::stands_by_itself(std::uint32_t from, std::uint32_t token) const {
  return from > first() && token < stop_ && !is_enclosed(from) && !is_enclosed(token) &&
         words_between(first(), from) >= kLeastHalf && words_between(token, stop_) >= kLeastHalf &&
         next_finite(token, stop_) != kNoToken;
}

bool SplitText::may_open(std::uint32_t token) const {
  if (!is_word(token)) return false;
  const WordTag& own = tag(token);
  if (own.upos == Upos::kCconj || own.features.pron_type == PronType::kRel) return false;
  const std::string& word = lower(token);
  return word != "que" && word != "qu'" && word != "et" && word != "ou" && word != "dont";
}

std::optional<std::uint32_t> SplitText::match(const std::vector<FormulaPattern>& patterns,
                                              std::uint32_t token) const {
  std::optional<std::uint32_t> best;
  for (const FormulaPattern& pattern : patterns) {
    const auto end = match_formula(analysis_, pattern, token, sentence_.token_end);
    if (end && (!best || *end > *best)) best = end;
  }
  return best;
}

std::uint32_t SplitText::after_connectors(std::uint32_t token) const {
  while (token < stop_) {
    const auto end = match(table().connectors, token);
    if (!end) return token;
    token = *end;
    if (token < stop_ && lower(token) == ",") ++token;
  }
  return token;
}

bool SplitText::opens_on_condition(std::uint32_t token) const {
  return match(table().conditions, after_connectors(token)).has_value();
}

bool SplitText::opens_on_circumstance(std::uint32_t token) const {
  const std::uint32_t start = after_connectors(token);
  if (start >= stop_) return true;
  std::uint32_t verb = start;
  while (verb < stop_ && !is_main(verb)) ++verb;
  if (verb == stop_) return true;
  const Clause* clause = clause_of(verb);
  if (clause->subject.kind == SubjectKind::kExplicit ||
      clause->subject.kind == SubjectKind::kImpersonal) {
    const std::uint32_t subject =
        token_of_word(analysis_, clause->subject.span.first < clause->subject.span.end
                                     ? clause->subject.span.first
                                     : clause->subject.head);
    if (subject == start) return false;
  }
  const WordTag& opening = tag(start);
  if (verb == start) return false;  // an order
  const bool subject_like =
      opening.upos == Upos::kDet || opening.upos == Upos::kPron || opening.upos == Upos::kPropn;
  if (!subject_like || is_protected(start + 1)) return true;
  for (std::uint32_t i = start; i < verb; ++i) {
    if (lower(i) == ",") return true;
  }
  return false;
}

bool SplitText::has_pair(std::uint32_t first, std::uint32_t end) const {
  for (std::uint32_t i = first; i < end; ++i) {
    if (match(table().pairs, i)) return true;
  }
  return false;
}

bool SplitText::has_negation(std::uint32_t first, std::uint32_t end) const {
  for (std::uint32_t i = first; i < end; ++i) {
    if (lower(i) == "ne" || lower(i) == "n'") return true;
  }
  return false;
}

bool SplitText::is_restriction(std::uint32_t token) const {
  if (lower(token) != "que" && lower(token) != "qu'") return false;
  constexpr std::uint32_t kFar = 6;  // tokens back to "ne"
  const Upos next = tag(token + 1).upos;
  if (next != Upos::kAdp && next != Upos::kAdv && next != Upos::kNum) return false;
  for (std::uint32_t i = token; i > first() && token - i < kFar; --i) {
    if (lower(i - 1) == "ne" || lower(i - 1) == "n'") return true;
    if (lower(i - 1) == "pas" || lower(i - 1) == ",") return false;
  }
  return false;
}

bool SplitText::has_shared_end(std::uint32_t first, std::uint32_t end) const {
  for (std::uint32_t i = first; i + 1 < end; ++i) {
    if (lower(i) == "," && match(table().shared, i + 1)) return true;
  }
  return false;
}

Edit SplitText::boundary(std::uint32_t from, std::uint32_t token,
                         const std::string& opening) const {
  const std::string word(text(token));
  const Span place{span(from - 1).end, span(token).end};
  if (opening.empty()) return {place, ". " + capitalized(word)};
  return {place, ". " + opening + " " + word};
}

std::optional<std::uint32_t> end_of_clause(const SplitText& text, const std::vector<Cut>& cuts,
                                           std::uint32_t own) {
  for (std::uint32_t i = own + 1; i < text.stop(); ++i) {
    if (!text.is_main(i)) continue;
    const SubjectKind subject = text.clause_of(i)->subject.kind;
    if (subject != SubjectKind::kExplicit && subject != SubjectKind::kImpersonal) continue;
    std::optional<std::uint32_t> nearest;
    for (const Cut& cut : cuts) {
      if (cut.from > own && cut.token <= i && (!nearest || cut.from < *nearest)) nearest = cut.from;
    }
    return nearest;
  }
  return kNoToken;
}

}  // namespace limpide
