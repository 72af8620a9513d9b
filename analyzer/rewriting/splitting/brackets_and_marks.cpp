// Cuts at a semicolon, at a colon before a whole sentence, at brackets that end the sentence and
// hold one. Refuses: a list, a half that starts with a conjunction, a second half that the
// condition at the head of the first may govern.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/splitting/split_text.h"

namespace limpide {
namespace {

bool has_token(const SplitText& text, const char* mark, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t i = first; i < end; ++i) {
    if (text.lower(i) == mark && !text.is_protected(i)) return true;
  }
  return false;
}

bool opens_like_sentence(const SplitText& text, std::uint32_t token) {
  return text.may_open(token) && text.is_word(token) &&
         (text.tag(token).upos != Upos::kSconj || text.opens_on_condition(token));
}

// The tree may miss it: a conjugated verb that no "que", "qui", "si" brings.
bool has_plain_verb(const SplitText& text, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t i = first; i < end; ++i) {
    const WordTag& own = text.tag(i);
    if (own.upos == Upos::kSconj || own.features.pron_type == PronType::kRel) return false;
    if (text.is_finite(i) && text.states(i)) return true;
  }
  return false;
}

void add_semicolons(const SplitText& text, std::vector<Cut>& cuts) {
  std::vector<std::uint32_t> marks;
  for (std::uint32_t i = text.first(); i < text.stop(); ++i) {
    if (text.lower(i) == ";" && !text.is_enclosed(i)) marks.push_back(i);
  }
  if (marks.empty() || has_token(text, ":", text.first(), marks.front())) return;
  std::vector<Cut> found;
  std::uint32_t start = text.first();
  for (std::size_t k = 0; k < marks.size(); ++k) {
    const std::uint32_t mark = marks[k];
    const std::uint32_t next = mark + 1;
    const std::uint32_t end = k + 1 < marks.size() ? marks[k + 1] : text.stop();
    const bool but = text.lower(next) == text.input().resources.but_word;
    const bool plain = text.has_main(start, mark) || has_plain_verb(text, start, mark);
    const bool sound = text.stands_by_itself(mark, next) && plain &&
                       (opens_like_sentence(text, next) || but) && text.has_main(next, end);
    if (!sound) return;  // a list
    const bool anchored = text.after_connectors(next) != next || text.opens_on_condition(next) ||
                          but || text.table().anaphoric.count(text.lower(next)) != 0;
    if (text.opens_on_condition(start) && !anchored) return;
    Cut cut{mark, next, kNoToken, {text.boundary(mark, next, {})}, false};
    cut.safe = !text.opens_on_circumstance(start) && !but && !has_token(text, ":", next, end);
    found.push_back(std::move(cut));
    start = next;
  }
  cuts.insert(cuts.end(), found.begin(), found.end());
}

// "Votre dossier est incomplet : il manque une photo."
void add_colon(const SplitText& text, std::vector<Cut>& cuts) {
  std::uint32_t colon = kNoToken;
  for (std::uint32_t i = text.first(); i < text.stop(); ++i) {
    const bool mark = text.lower(i) == ":" && !text.is_protected(i) && !text.is_enclosed(i);
    if (!mark) continue;
    if (colon != kNoToken) return;
    colon = i;
  }
  if (colon == kNoToken || !text.is_sound(colon, colon + 1)) return;
  const std::uint32_t next = colon + 1;
  const SplitTable& table = text.table();
  if (table.colon_words.count(text.lower(next)) == 0 || has_token(text, ";", next, text.stop())) {
    return;
  }
  if (!text.has_main(next, text.stop()) || text.opens_on_condition(text.first())) return;
  // "les documents suivants :"; "considerer comme" further before announces nothing.
  constexpr std::uint32_t kNear = 4;  // tokens
  for (std::uint32_t i = std::max(text.first() + kNear, colon) - kNear; i < colon; ++i) {
    if (table.list_words.count(text.lower(i)) != 0) return;
  }
  if (text.has_pair(text.first(), colon)) return;
  cuts.push_back({colon, next, kNoToken, {text.boundary(colon, next, {})}, false});
}

// "Le guichet est ouvert le samedi (il ferme en aout)."
void add_last_bracket(const SplitText& text, std::vector<Cut>& cuts) {
  const std::uint32_t close = text.stop() - 1;
  if (text.lower(close) != ")") return;
  std::uint32_t open = close;
  while (open > text.first() && text.lower(open) != "(") --open;
  const std::uint32_t next = open + 1;
  if (open == text.first() || text.is_enclosed(open) || next >= close) return;
  constexpr std::uint32_t kLeast = 4;  // words
  if (text.words_between(next, close) < kLeast || !text.has_main(text.first(), open)) return;
  if (text.words_between(text.first(), open) < kLeast || !text.may_open(next)) return;
  if (text.table().bracket_words.count(text.lower(next)) != 0) return;
  const Upos opening = text.tag(next).upos;
  if (opening != Upos::kDet && opening != Upos::kPron) return;
  const std::uint32_t verb = text.next_finite(next, close);
  if (verb == kNoToken || !text.states(verb)) return;
  const Clause* clause = text.clause_of(verb);
  const bool whole = clause != nullptr && clause->kind == ClauseKind::kMain &&
                     (clause->subject.kind == SubjectKind::kExplicit ||
                      clause->subject.kind == SubjectKind::kImpersonal);
  if (!whole || text.opens_on_condition(text.first())) return;
  const std::uint32_t subject = token_of_word(text.analysis(), clause->subject.span.first);
  if (subject != next) return;
  Cut cut{open, next, kNoToken, {text.boundary(open, next, {})}, false};
  cut.edits.push_back({{text.span(close - 1).end, text.span(close).end}, {}});
  cuts.push_back(std::move(cut));
}

}  // namespace

void add_cuts_at_marks(const SplitText& text, std::vector<Cut>& cuts) {
  add_semicolons(text, cuts);
  add_colon(text, cuts);
  add_last_bracket(text, cuts);
}

}  // namespace limpide
