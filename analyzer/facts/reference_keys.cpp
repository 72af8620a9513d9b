#include "analyzer/facts/reference_keys.h"

#include <algorithm>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }
bool has_digit(std::string_view key) { return std::any_of(key.begin(), key.end(), is_digit_char); }

// "L.", "R*." before a number: one to three letters and marks.
bool is_article_letter(std::string_view key) {
  return !key.empty() && key.size() <= 4 && key[0] >= 'A' && key[0] <= 'Z' &&
         std::all_of(key.begin(), key.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || c == '.' || c == '*'; });
}

void append_word(std::string& out, std::string_view word) {
  if (word.empty()) return;
  const bool elided = !out.empty() && out.back() == '\'';
  if (!out.empty() && !elided) out.push_back(' ');
  out += word;
}

bool is_small_word(std::string_view lower) {
  return lower == "de" || lower == "du" || lower == "des" || lower == "d'" || lower == "le" ||
         lower == "la" || lower == "l'" || lower == "les" || lower == "," || lower == "et" ||
         lower == "." || lower == "(" || lower == ")";
}

// Reads one law reference from left to right.
class LawKey {
 public:
  LawKey(const FactText& text, std::uint32_t first, std::uint32_t end)
      : text_(text), end_(end), at_(first) {}

  std::string run() {
    while (at_ < end_) step();
    return std::move(out_);
  }

 private:
  void step() {
    const std::string_view lower = text_.lower(at_);
    const std::string_view key = text_.key(at_);
    if (in_name_ && !text_.has(at_, FactRole::kLawAct)) return copy(lower);
    if (const PhraseMatch acronym = phrase_at(text_, at_, end_, FactRole::kLawAcronym)) {
      return take(acronym.phrase->name);
    }
    if (text_.has(at_, FactRole::kLawArticle) || text_.has(at_, FactRole::kReferenceLabel)) {
      return take({});
    }
    if (read_date() || read_part()) return;
    const bool source = text_.has(at_, FactRole::kLawSource) && !text_.has(at_, FactRole::kLawAct);
    if (lower == "code" || lower == "livre" || lower == "constitution" || source) {
      in_name_ = true;
      return copy(lower);
    }
    if (is_small_word(lower)) return take({});
    if (is_article_letter(key) && leads_to_number()) return read_letter();
    if (has_digit(key)) return take(bare(key));
    // "lois" and "loi" name the same sort of text.
    const bool act = text_.has(at_, FactRole::kLawAct);
    in_name_ = false;
    take(act && lower.back() == 's' ? lower.substr(0, lower.size() - 1) : lower);
  }

  void take(std::string_view word) {
    append_word(out_, word);
    ++at_;
  }
  void copy(std::string_view word) { take(word); }

  // Without the dots: "L.211-2" is "L211-2".
  static std::string bare(std::string_view key) {
    std::string out = to_upper(key);
    out.erase(std::remove(out.begin(), out.end(), '.'), out.end());
    out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
    return out == "1ER" ? "1" : out;
  }

  // "L.", "R" "*" "." before a number.
  [[nodiscard]] bool leads_to_number() const {
    std::uint32_t next = at_ + 1;
    while (next < end_ && (text_.key(next) == "*" || text_.key(next) == ".")) ++next;
    return next < end_ && has_digit(text_.key(next));
  }

  void read_letter() {
    std::string letter;
    while (at_ < end_ && !has_digit(text_.key(at_)) &&
           (is_article_letter(text_.key(at_)) || text_.key(at_) == "*" || text_.key(at_) == ".")) {
      letter += bare(text_.key(at_));
      ++at_;
    }
    if (at_ < end_ && has_digit(text_.key(at_))) letter += bare(text_.key(at_++));
    append_word(out_, letter);
  }

  // "12 mars 2020", "12/03/2020"
  bool read_date() {
    const PhraseMatch month =
        at_ + 1 < end_ ? phrase_at(text_, at_ + 1, end_, FactRole::kMonth) : PhraseMatch{};
    PartialDate date;
    std::uint32_t next = at_ + 1;
    if (month) {
      const std::string day = bare(text_.key(at_));
      const auto figures = decimal_of(day);
      if (!figures || small_whole(*figures, 1, 31) < 0) return false;
      date.day = static_cast<std::uint8_t>(figures->digits);
      date.month = static_cast<std::uint8_t>(month.phrase->number.digits);
      next = month.end;
      const auto year = next < end_ ? decimal_of(text_.key(next)) : std::nullopt;
      if (year && small_whole(*year, 1000, 2999) > 0) {
        date.year = static_cast<std::uint16_t>(year->digits);
        ++next;
      }
    } else if (const auto numeric = numeric_date(text_.key(at_)); numeric && numeric->day != 0) {
      date = *numeric;
    } else {
      return false;
    }
    append_word(out_, iso_text(date));
    at_ = next;
    return true;
  }

  // "alinea 2", "deuxieme alinea": "al2"
  bool read_part() {
    if (text_.has(at_, FactRole::kLawPart) && at_ + 1 < end_ && has_digit(text_.key(at_ + 1))) {
      append_word(out_, "al" + bare(text_.key(at_ + 1)));
      at_ += 2;
      return true;
    }
    const PhraseMatch ordinal = phrase_at(text_, at_, end_, FactRole::kOrdinal);
    if (!ordinal || ordinal.end >= end_ || !text_.has(ordinal.end, FactRole::kLawPart)) {
      return false;
    }
    append_word(out_, "al" + decimal_text(ordinal.phrase->number));
    at_ = ordinal.end + 1;
    return true;
  }

  const FactText& text_;
  std::uint32_t end_;
  std::uint32_t at_;
  bool in_name_ = false;
  std::string out_;
};

}  // namespace

std::string law_key(const FactText& text, std::uint32_t first, std::uint32_t end) {
  return LawKey(text, first, end).run();
}

std::string code_key(const FactText& text, std::uint32_t first, std::uint32_t end) {
  std::string out;
  for (std::uint32_t i = first; i < end; ++i) {
    if (text.has(i, FactRole::kReferenceLabel)) continue;
    const std::string upper = to_upper(text.key(i));
    const bool word = !has_digit(upper) && upper.size() > 4;
    if (word) continue;  // "cerfa", "formulaire"
    for (const char c : upper) {
      const auto byte = static_cast<unsigned char>(c);
      const bool kept = is_digit_char(c) || (c >= 'A' && c <= 'Z') || c == '*' || c == '-' ||
                        c == '/' || byte > 0xC2;
      const bool space = byte > 0x7F && text.is_number(i);  // inside "12 345"
      if (kept && !space) out.push_back(c);
    }
  }
  return out;
}

std::string phone_key(const FactText& text, std::uint32_t first, std::uint32_t end) {
  std::string digits;
  bool international = false;
  for (std::uint32_t i = first; i < end; ++i) {
    for (const char c : text.key(i)) {
      if (c == '+') international = true;
      if (is_digit_char(c)) digits.push_back(c);
    }
  }
  if (!international || digits.substr(0, 2) != "33") return digits;
  digits.erase(0, 2);
  if (!digits.empty() && digits[0] == '0') digits.erase(0, 1);
  return "0" + digits;
}

std::string address_key(const FactText& text, std::uint32_t first, std::uint32_t end) {
  std::string out;
  for (std::uint32_t i = first; i < end; ++i) out += text.lower(i);
  const std::size_t scheme = out.find("://");
  if (scheme != std::string::npos) out.erase(0, scheme + 3);
  while (!out.empty() && (out.back() == '/' || out.back() == '.')) out.pop_back();
  return out;
}

}  // namespace limpide
