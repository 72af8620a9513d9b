// What an atom of a chunk becomes: a number, a word, or a verb and the pronouns cut from it
// ("envoyez-le-nous"). Part of ChunkCutter.
#include "analyzer/segmentation/chunks.h"

#include "analyzer/segmentation/forms.h"

namespace limpide {

void ChunkCutter::push_atom(std::size_t begin, std::size_t end) {
  bool hyphen = false;
  bool letter = false;
  std::size_t digits_end = begin;
  for (std::size_t i = begin; i < end; ++i) {
    hyphen = hyphen || is_hyphen(at(i));
    letter = letter || kind(i) == CharKind::kLetter;
    if (kind(i) == CharKind::kDigit) digits_end = i + 1;
  }
  if (!letter && kind(begin) == CharKind::kDigit) {
    push(begin, end, TokenKind::kNumber);
    return;
  }
  const bool ordinal = kind(begin) == CharKind::kDigit && !hyphen && end - digits_end <= 4 &&
                       classes_.is(lower(digits_end, end), WordClass::kOrdinalSuffix);
  if (hyphen && letter && at(end - 1) != U'.') {
    cut_clitics(begin, end);
  } else if (letter) {
    push(begin, end, ordinal ? TokenKind::kNumber : TokenKind::kWord);
  } else {
    push(begin, end, TokenKind::kOther);
  }
}

// Start (the hyphen) of the last clitic of [begin, end), or end.
std::size_t ChunkCutter::clitic_begin(std::size_t begin, std::size_t end) const {
  std::size_t hyphen = end;
  while (hyphen > begin && !is_hyphen(at(hyphen - 1))) --hyphen;
  if (hyphen <= begin + 1) return end;
  --hyphen;
  const ClassBits bits = classes_.of(lower(hyphen + 1, end));
  if (!has_class(bits, WordClass::kClitic) && !has_class(bits, WordClass::kParticle)) return end;
  const bool euphonic =
      hyphen >= begin + 3 && simple_lower(at(hyphen - 1)) == U't' && is_hyphen(at(hyphen - 2));
  return euphonic ? hyphen - 2 : hyphen;
}

bool ChunkCutter::may_take_clitic(std::size_t begin, std::size_t end) const {
  if (lexicon_ == nullptr) return end - begin > 1;
  const FormId id = lexicon_->find_any_case(fold_key(text(begin, end)));
  return id != kNoForm && lexicon_->traits(id).finite_verb;
}

void ChunkCutter::cut_clitics(std::size_t begin, std::size_t end) {
  const std::size_t last = clitic_begin(begin, end);
  if (last == end || in_lexicon(begin, end)) {
    push(begin, end, TokenKind::kWord);
    return;
  }
  const bool particle = classes_.is(lower(last + 1, end), WordClass::kParticle);
  std::size_t first = last;
  if (!particle && !may_take_clitic(begin, last)) first = clitic_begin(begin, last);
  const bool two = first != last;
  if (!particle &&
      (two ? first == begin || !may_take_clitic(begin, first) : !may_take_clitic(begin, last))) {
    push(begin, end, TokenKind::kWord);
    return;
  }
  push(begin, first, TokenKind::kWord);
  if (two) push(first, last, TokenKind::kWord);
  push(last, end, TokenKind::kWord);
}

}  // namespace limpide
