// Numbers of forms, of files, and others after the number sign.
#include "analyzer/segmentation/scanners.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxLabelWords = 4;  // between a label and its colon
constexpr std::size_t kMaxCodeGroups = 6;
constexpr std::size_t kLongNumber = 6;  // digits: nobody counts so many doors

FoundReference nothing(std::size_t i) { return {ProtectedKind::kNumber, i, i}; }

bool is_code_start(const TokenStream& stream, std::size_t i) {
  if (!stream.follows(i)) return false;
  const TokenKind kind = stream.tokens[i].kind;
  return kind == TokenKind::kNumber || kind == TokenKind::kWord;
}

bool range_has_digit(const TokenStream& stream, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (has_digit(stream.key(i))) return true;
  }
  return false;
}

// A code of one group whose letters, marks or length say that it is no plain number.
bool is_rich_code(const TokenStream& stream, std::size_t begin, std::size_t end) {
  std::size_t digits = 0;
  bool letters = false;
  for (std::size_t i = begin; i < end; ++i) {
    for (const char c : stream.key(i)) {
      if (c >= '0' && c <= '9')
        ++digits;
      else if (c != ' ')
        letters = true;
    }
  }
  return digits > 0 && (letters || digits >= kLongNumber);
}

// "formulaire cerfa n\u00B0 15692*01"
std::size_t form_end(const TokenStream& stream, std::size_t i) {
  std::size_t at = i + 1;
  while (at - i < 3 && stream.follows(at) && stream.is(at, WordClass::kForm)) ++at;
  const bool sign = stream.follows(at) && stream.is(at, WordClass::kNumberSign);
  if (sign) ++at;
  if (!is_code_start(stream, at)) return i;
  const std::size_t end = code_end(stream, at);
  if (!range_has_digit(stream, at, end)) return i;
  const bool ordinary = stream.is_number(at) && end == at + 1 && stream.key(at).size() < 3;
  return ordinary && !sign ? i : end;
}

// Groups after a label: "PC 087 085 26 H0012", "1234567 A".
std::size_t groups_end(const TokenStream& stream, std::size_t begin) {
  if (!is_code_start(stream, begin)) return begin;
  std::size_t end = code_end(stream, begin);
  const bool prefix =
      stream.tokens[begin].kind == TokenKind::kWord && !has_digit(stream.key(begin));
  if (prefix && (!stream.is_capital(begin) || stream.key(begin).size() > 4)) {
    return range_has_digit(stream, begin, end) ? end : begin;
  }
  for (std::size_t groups = 1; groups < kMaxCodeGroups && is_code_start(stream, end); ++groups) {
    const std::string_view key = stream.key(end);
    const bool figure = stream.is_number(end) || (has_digit(key) && has_ascii_letter(key));
    const bool letter = key.size() == 1 && key[0] >= 'A' && key[0] <= 'Z';
    if (!figure && !letter) break;
    end = code_end(stream, end);
  }
  return range_has_digit(stream, begin, end) ? end : begin;
}

bool is_other_kind(const TokenStream& stream, std::size_t i) {
  return scan_amount(stream, i) > i || scan_percentage(stream, i) > i || scan_date(stream, i) > i ||
         scan_nir(stream, i) > i || scan_phone(stream, i) > i || scan_time(stream, i) > i;
}

// Skips "a rappeler", a dot and a colon after a label; sets `colon`.
std::size_t after_label(const TokenStream& stream, std::size_t i, bool& colon) {
  std::size_t at = i + 1;
  if (stream.touches(at) && stream.key(at) == ".") ++at;
  for (std::size_t words = 0; words <= kMaxLabelWords && stream.follows(at + words); ++words) {
    if (stream.key(at + words) == ":") {
      colon = true;
      return at + words + 1;
    }
    const bool word =
        stream.tokens[at + words].kind == TokenKind::kWord && !has_digit(stream.key(at + words));
    if (!word) break;
  }
  return at;
}

FoundReference labelled(const TokenStream& stream, std::size_t label) {
  bool colon = false;
  std::size_t at = after_label(stream, label, colon);
  std::size_t begin = at;
  if (stream.follows(at) && stream.is(at, WordClass::kNumberSign)) ++at;
  if (!stream.follows(at) || is_other_kind(stream, at)) return nothing(label);
  std::size_t end = groups_end(stream, at);
  if (end == at) return nothing(label);
  if (!colon && begin == at && !is_rich_code(stream, at, end)) return nothing(label);
  return {ProtectedKind::kCaseNumber, begin, end};
}

// "numero de dossier", "numero d'allocataire": the noun, or i.
std::size_t numbered_noun(const TokenStream& stream, std::size_t i) {
  std::size_t at = i + 1;
  if (stream.follows(at) && stream.is(at, WordClass::kOf)) ++at;
  return stream.follows(at) && stream.is(at, WordClass::kCaseNoun) ? at : i;
}

FoundReference signed_number(const TokenStream& stream, std::size_t i) {
  const std::size_t at = i + 1;
  if (!is_code_start(stream, at) || is_other_kind(stream, at)) return nothing(i);
  std::size_t end = code_end(stream, at);
  if (!range_has_digit(stream, at, end)) return nothing(i);
  const bool of_case = i > 0 && stream.follows(i) && stream.is(i - 1, WordClass::kCaseNoun);
  if (of_case || is_rich_code(stream, at, end)) {
    return {ProtectedKind::kCaseNumber, i, end};
  }
  if (stream.follows(end) && stream.is(end, WordClass::kRepeat)) ++end;
  return {ProtectedKind::kNumber, i, end};
}

}  // namespace

FoundReference scan_reference(const TokenStream& stream, std::size_t i) {
  const ClassBits bits = stream.bits_at(i);
  if (has_class(bits, WordClass::kForm)) {
    const std::size_t end = form_end(stream, i);
    if (end > i) return {ProtectedKind::kFormNumber, i, end};
  }
  if (has_class(bits, WordClass::kNumberSign)) {
    const FoundReference found = signed_number(stream, i);
    if (found.end > found.begin) return found;
  }
  if (has_class(bits, WordClass::kNumberSign) || has_class(bits, WordClass::kNumberWord)) {
    const std::size_t noun = numbered_noun(stream, i);
    if (noun > i) return labelled(stream, noun);
  }
  if (has_class(bits, WordClass::kCaseLabel)) return labelled(stream, i);
  return nothing(i);
}

}  // namespace limpide
