#include "analyzer/segmentation/chunks.h"

#include <algorithm>

#include "analyzer/segmentation/forms.h"

namespace limpide {
namespace {

constexpr char32_t kDegree = 0xB0;
constexpr char32_t kOrdinalSign = 0xBA;
constexpr char32_t kMidpoint = 0xB7;
constexpr std::size_t kMaxElision = 16;  // code points before the apostrophe
constexpr std::size_t kLongestTag = 20;  // code points of "<fieldset>"

bool is_letter_kind(CharKind kind) {
  return kind == CharKind::kLetter || kind == CharKind::kIgnorable;
}

// Marks that stand alone, one by one, so that they can be paired.
bool is_pairing(char32_t c) {
  return (is_opener(c) && c != U'{') || (is_closer(c) && c != U'}') || c == U'"' ||
         is_apostrophe(c);
}

}  // namespace

bool ChunkCutter::is_alnum(std::size_t i) const {
  return kind(i) == CharKind::kLetter || kind(i) == CharKind::kDigit;
}

bool ChunkCutter::is_upper_at(std::size_t i) const {
  return kind(i) == CharKind::kLetter && is_upper(at(i));
}

std::string_view ChunkCutter::text(std::size_t begin, std::size_t end) const {
  return chunk_.substr(chars_[begin].offset, chars_[end].offset - chars_[begin].offset);
}

std::string ChunkCutter::lower(std::size_t begin, std::size_t end) const {
  return to_lower(fold_key(text(begin, end)));
}

bool ChunkCutter::in_lexicon(std::size_t begin, std::size_t end) const {
  return lexicon_ != nullptr && lexicon_->find_any_case(fold_key(text(begin, end))) != kNoForm;
}

void ChunkCutter::decode(std::string_view chunk) {
  chunk_ = chunk;
  chars_.clear();
  has_at_ = has_dot_ = has_letter_hyphen_ = false;
  for (std::size_t i = 0; i < chunk.size();) {
    const Decoded decoded = decode_at(chunk, i);
    chars_.push_back(
        {decoded.code_point, static_cast<std::uint32_t>(i), kind_of(decoded.code_point)});
    has_at_ = has_at_ || decoded.code_point == U'@';
    has_dot_ = has_dot_ || decoded.code_point == U'.' || decoded.code_point == U':';
    i += decoded.size;
  }
  chars_.push_back({U'\0', static_cast<std::uint32_t>(chunk.size()), CharKind::kSpace});
}

void ChunkCutter::cut(std::string_view chunk, ChunkFollower follower, std::vector<Piece>& pieces) {
  decode(chunk);
  follower_ = follower;
  pieces_ = &pieces;
  for (std::size_t i = 0; i < size();) i = cut_one(i);
}

std::size_t ChunkCutter::cut_one(std::size_t i) {
  if (has_at_ || has_dot_) {
    const bool at_start = i == 0 || !is_alnum(i - 1);
    const std::size_t end = at_start && is_alnum(i) ? address_end(i) : i;
    if (end > i) {
      push(i, end, TokenKind::kWord);
      return end;
    }
  }
  if (is_alnum(i) || kind(i) == CharKind::kIgnorable) return cut_atom(i);
  return cut_mark(i);
}

// One past "<table>", "</a>", "<br/>": a tag that the text speaks of; i when there is none. Names
// in capitals are merge fields.
std::size_t ChunkCutter::tag_end(std::size_t i) const {
  const std::size_t limit = std::min(size(), i + kLongestTag);
  std::size_t end = i + 1;
  if (end < limit && at(end) == U'/') ++end;
  const std::size_t name = end;
  while (end < limit && ((at(end) >= U'a' && at(end) <= U'z') ||
                         (end > name && (kind(end) == CharKind::kDigit || at(end) == U'-')))) {
    ++end;
  }
  if (end == name) return i;
  if (end < limit && at(end) == U'/') ++end;
  return end < limit && at(end) == U'>' ? end + 1 : i;
}

std::size_t ChunkCutter::cut_mark(std::size_t i) {
  const char32_t c = at(i);
  const bool sign = c == U'-' || c == U'+' || c == 0x2212;
  const bool at_start = i == 0 || is_opener(at(i - 1));
  if (sign && at_start && kind(i + 1) == CharKind::kDigit) {
    const std::size_t end = number_end(i + 1);
    push(i, end, TokenKind::kNumber);
    return end;
  }
  if (c == kDegree && (at(i + 1) == U'C' || at(i + 1) == U'F') && !is_alnum(i + 2)) {
    push(i, i + 2, TokenKind::kSymbol);
    return i + 2;
  }
  if (c == U'<') {
    const std::size_t end = tag_end(i);
    if (end > i) {
      push(i, end, TokenKind::kSymbol);
      return end;
    }
  }
  std::size_t end = i + 1;
  if (!is_pairing(c) && kind(i) != CharKind::kOther) {
    while (end < size() && at(end) == c) ++end;
  }
  if (c == U'_' && is_alnum(end)) return cut_atom(i);
  TokenKind token_kind = TokenKind::kOther;
  if (kind(i) == CharKind::kPunctuation) token_kind = TokenKind::kPunctuation;
  if (kind(i) == CharKind::kSymbol) token_kind = TokenKind::kSymbol;
  push(i, end, token_kind);
  return end;
}

// Digits and the marks between them: "1.250,50", "2006-08-07", "10'000", "18:30", "10103*11".
std::size_t ChunkCutter::number_end(std::size_t i) const {
  const std::size_t begin = i;
  while (i < size()) {
    if (kind(i) == CharKind::kDigit || kind(i) == CharKind::kIgnorable) {
      ++i;
      continue;
    }
    const char32_t c = at(i);
    const bool joining = c == U'.' || c == U',' || c == U'/' || c == U'*' || is_hyphen(c) ||
                         is_apostrophe(c) || (c == U':' && i - begin <= 2);
    if (!joining || kind(i + 1) != CharKind::kDigit) break;
    i += 2;
  }
  return i;
}

bool ChunkCutter::dot_joins(std::size_t begin, std::size_t i) const {
  if (i == begin) return false;
  const bool after_letter = kind(i - 1) == CharKind::kLetter;
  // "J.-C."
  if (after_letter && is_hyphen(at(i + 1)) && is_upper_at(i - 1) && is_upper_at(i + 2) &&
      (i - begin == 1 || !is_alnum(i - 2))) {
    return true;
  }
  if (!is_alnum(i + 1)) return false;
  if (!after_letter)
    return !is_upper_at(i + 1) || kind(i + 2) != CharKind::kLetter || is_upper_at(i + 2);
  std::size_t segment = i;
  while (segment > begin && is_alnum(segment - 1)) --segment;
  if (i - segment == 1) return true;  // "B.C.E", "L.211-2"
  if (kind(i + 1) == CharKind::kDigit)
    return !classes_.is(lower(segment, i) + ".", WordClass::kAbbreviationNumber);
  // "fin.Le" lacks a space; "notice.pdf", "St.John" are one word.
  return !is_upper_at(i + 1) || i - segment <= 2 || is_upper_at(i + 2);
}

bool ChunkCutter::slash_joins(std::size_t begin, std::size_t i) const {
  if (!is_alnum(i + 1)) return false;
  if (kind(i - 1) == CharKind::kDigit || kind(i + 1) == CharKind::kDigit) return true;
  // "H/C/562", "N/Ref.": single capitals; "IIb/IIIa": Roman figures.
  std::size_t segment = i;
  while (segment > begin && is_alnum(segment - 1)) --segment;
  const bool roman = at(i + 1) == U'I' && at(i + 2) == U'I';
  return (i - segment == 1 && is_upper_at(segment)) || roman;
}

bool ChunkCutter::joins(std::size_t begin, std::size_t i) const {
  const char32_t c = at(i);
  const bool between =
      i > begin && (is_alnum(i - 1) || kind(i - 1) == CharKind::kIgnorable) && is_alnum(i + 1);
  if (c == U'_') return true;
  if (c == U'.') return dot_joins(begin, i);
  if (c == U'/') return i > begin && slash_joins(begin, i);
  if (is_hyphen(c)) return i > begin && is_alnum(i + 1) && (between || at(i - 1) == U'.');
  if (is_apostrophe(c)) return between;
  if (c == kMidpoint || c == 0x2022) return between && kind(i + 1) == CharKind::kLetter;
  if (c == U'&') return between && is_upper_at(i - 1) && is_upper_at(i + 1);
  if (c == U'=') return between && i - begin == 1 && kind(i + 1) == CharKind::kDigit;
  return false;
}

// One past the bracket of "(e)", "(s)" at i; i when there is none.
std::size_t ChunkCutter::bracket_end(std::size_t i) const {
  std::size_t end = i + 1;
  while (end - i <= 6 && kind(end) == CharKind::kLetter) ++end;
  if (at(end) != U')' || end == i + 1) return i;
  return classes_.is(lower(i + 1, end), WordClass::kInflection) ? end + 1 : i;
}

// Words of the list that have an apostrophe or hyphens and stay whole.
std::size_t ChunkCutter::whole_end(std::size_t i) const {
  std::size_t end = i;
  bool marked = false;
  while (end < size() && end - i < 24) {
    const bool mark = is_apostrophe(at(end)) || is_hyphen(at(end));
    if (!mark && !is_letter_kind(kind(end))) break;
    marked = marked || is_apostrophe(at(end));
    ++end;
  }
  if (!marked) return i;
  return classes_.is(lower(i, end), WordClass::kWhole) ? end : i;
}

std::size_t ChunkCutter::cut_atom(std::size_t begin) {
  if (const std::size_t whole = whole_end(begin); whole > begin) {
    push(begin, whole, TokenKind::kWord);
    return whole;
  }
  std::size_t i = begin;
  if (kind(begin) == CharKind::kDigit) {
    i = number_end(begin);
    std::size_t letters = i;
    while (kind(letters) == CharKind::kLetter) ++letters;
    const bool unit = letters > i && classes_.is(lower(i, letters), WordClass::kUnit);
    const bool ends = !is_alnum(letters) || (letters == i + 1 && simple_lower(at(i)) == U'h');
    if (unit && ends) {
      push(begin, i, TokenKind::kNumber);
      push(i, letters, TokenKind::kWord);
      return letters;
    }
  }
  while (i < size()) {
    if (kind(i) == CharKind::kLetter && at(i) == kOrdinalSign) {
      push_atom(begin, i + 1);
      return i + 1;
    }
    if (is_alnum(i) || kind(i) == CharKind::kIgnorable) {
      ++i;
      continue;
    }
    if (at(i) == kDegree) {
      const bool after_digit = i > begin && kind(i - 1) == CharKind::kDigit;
      const bool number_sign = i == begin + 1 && simple_lower(at(begin)) == U'n';
      const bool celsius = at(i + 1) == U'C' || at(i + 1) == U'F';
      if (number_sign || (after_digit && !celsius)) ++i;
      break;
    }
    if (is_apostrophe(at(i)) && i - begin <= kMaxElision &&
        classes_.is(lower(begin, i), WordClass::kElision)) {
      push(begin, i + 1, TokenKind::kWord);
      return i + 1;
    }
    if (at(i) == U'(' && i > begin) {
      const std::size_t end = bracket_end(i);
      if (end == i) break;
      i = end;
      continue;
    }
    if (!joins(begin, i)) break;
    ++i;
  }
  if (at(i) == U'.' && at(i + 1) != U'.' && keeps_dot(begin, i)) ++i;
  push_atom(begin, i);
  return i;
}

// Does the dot at `dot`, after the atom, belong to it?
bool ChunkCutter::keeps_dot(std::size_t begin, std::size_t dot) const {
  const bool last = dot + 1 == size();
  const bool before_mark = !last && !is_closer(at(dot + 1)) && at(dot + 1) != U'"';
  std::size_t segment = dot;
  while (segment > begin && is_alnum(segment - 1)) --segment;
  const bool dotted = segment > begin && at(segment - 1) == U'.';
  const bool single = dot - segment == 1 && kind(segment) == CharKind::kLetter;
  if (single && dotted) return true;  // "C.A.F."
  if (single && segment > begin && is_hyphen(at(segment - 1)) && segment - begin > 2 &&
      at(segment - 2) == U'.') {
    return true;  // "J.-C."
  }
  // "RTE." is an acronym before a full stop, "MM." a title.
  bool acronym = dot - segment >= 3;
  for (std::size_t i = segment; i < dot && acronym; ++i) acronym = is_upper_at(i);
  const ClassBits bits = acronym ? 0 : classes_.of(lower(begin, dot) + ".");
  const bool number_follows =
      last && (follower_ == ChunkFollower::kNumber || follower_ == ChunkFollower::kCode);
  if (has_class(bits, WordClass::kAbbreviationNumber)) {
    if (number_follows || before_mark) return true;
  } else if (has_class(bits, WordClass::kAbbreviation)) {
    return true;
  }
  if (!single || segment != begin) return false;
  if (before_mark) return true;  // "A.,"
  if (is_upper_at(begin)) return last && follower_ != ChunkFollower::kLineEnd;
  return last && follower_ == ChunkFollower::kLower;  // "p. ex."
}

void ChunkCutter::push(std::size_t begin, std::size_t end, TokenKind token_kind) {
  pieces_->push_back({chars_[begin].offset, chars_[end].offset, token_kind});
}

}  // namespace limpide
