#include "analyzer/lexicon/spelling.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::size_t kWordBytesAtMost = 256;  // Hunspell's own bound
constexpr std::size_t kBreaksAtMost = 10;      // and its bound on the parts of a compound

struct Elision {
  std::string_view word;
  std::uint32_t flag;
};
constexpr std::array<Elision, 20> kElisions = {{
    {"l'", kElidesLe | kElidesVerbLe},
    {"L'", kElidesLe},
    {"d'", kElidesDe | kElidesVerbDe},
    {"D'", kElidesDe},
    {"qu'", kElidesQue | kElidesVerbQue},
    {"Qu'", kElidesQue},
    {"n'", kElidesNe},
    {"m'", kElidesMe},
    {"t'", kElidesTe},
    {"s'", kElidesSe | kElidesSi},
    {"j'", kElidesJe},
    {"c'", kElidesCe},
    {"\u00e7'", kElidesCe},
    {"jusqu'", kElidesJusque},
    {"lorsqu'", kElidesLorsque},
    {"Lorsqu'", kElidesLorsque},
    {"puisqu'", kElidesLorsque},
    {"Puisqu'", kElidesLorsque},
    {"quoiqu'", kElidesLorsque},
    {"Quoiqu'", kElidesLorsque},
}};
// These three also stand before a word with a capital that the dictionary has without.
constexpr std::uint32_t kElidesBeforeCapital = kElidesLe | kElidesDe | kElidesQue;

// Where Hunspell looks for the parts of a word that the dictionary does not have whole.
constexpr std::array<std::string_view, 3> kBreaks = {"-", ".", "\u00b7"};
constexpr std::array<std::string_view, 2> kOpeners = {"\u2018", "'"};
constexpr std::array<std::string_view, 2> kClosers = {"'", "\u2019"};

enum class Capitals { kNone, kFirst, kAll, kMixedFromFirst, kMixed };

// Characters without case count for neither side, as in Hunspell: "A4" is all capitals.
Capitals capitals_of(std::string_view word) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  std::size_t neutral = 0;
  bool first = false;
  for (std::size_t i = 0; i < word.size();) {
    const Decoded current = decode_at(word, i);
    const bool upper = is_upper(current.code_point);
    first |= upper && i == 0;
    capitals += upper ? 1 : 0;
    neutral += !upper && !is_lower(current.code_point) ? 1 : 0;
    ++letters;
    i += current.size;
  }
  if (capitals == 0) return Capitals::kNone;
  if (capitals == 1 && first) return Capitals::kFirst;
  if (capitals + neutral == letters) return Capitals::kAll;
  return first ? Capitals::kMixedFromFirst : Capitals::kMixed;
}

bool is_number(std::string_view word) {
  bool after_digit = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool digit = word[i] >= '0' && word[i] <= '9';
    const bool separator = word[i] == ',' || word[i] == '.' || word[i] == '-';
    if (!digit && !(separator && after_digit)) return false;
    after_digit = digit;
  }
  return after_digit;
}

std::string folded(std::string_view word) {
  std::string key = to_nfc(word);
  for (const std::string_view apostrophe : {"\u2019", "\u02bc"}) {
    for (std::size_t at = key.find(apostrophe); at != std::string::npos;
         at = key.find(apostrophe, at)) {
      key.replace(at, apostrophe.size(), 1, '\'');
    }
  }
  return key;
}

std::string uncapitalized(std::string_view word) {
  if (word.empty()) return {};
  const std::size_t first = decode_at(word, 0).size;
  return to_lower(word.substr(0, first)) + std::string(word.substr(first));
}

// What a look-up says of a word as written: refused, taken, or taken in this case only.
enum class Verdict { kRefused, kTaken, kTakenAsWritten };

Verdict verdict_of(const Lexicon& lexicon, FormId id) {
  return (lexicon.flags(id) & kKeepsCase) != 0 ? Verdict::kTakenAsWritten : Verdict::kTaken;
}

// The first letters that the dictionary lists for it: vowels, y and h.
bool starts_as_elided(std::string_view lower) {
  static constexpr std::string_view kFirst =
      "a\u00e0\u00e2e\u00e9\u00e8\u00eai\u00eeo\u00f4uyh\u0153\u00e6";
  return kFirst.find(lower.substr(0, decode_at(lower, 0).size)) != std::string_view::npos;
}

Verdict check_elided(const Lexicon& lexicon, std::string_view rest, std::uint32_t flag) {
  const FormId id = lexicon.find(rest);
  if (id != kNoForm && (lexicon.flags(id) & flag) != 0) return verdict_of(lexicon, id);
  const std::uint32_t before_capital = flag & kElidesBeforeCapital;
  if (before_capital == 0 || rest.empty() || !is_upper(decode_at(rest, 0).code_point)) {
    return Verdict::kRefused;
  }
  const std::string in_lower = uncapitalized(rest);
  if (!starts_as_elided(in_lower)) return Verdict::kRefused;
  const FormId lower = lexicon.find(in_lower);
  if (lower != kNoForm && (lexicon.flags(lower) & before_capital) != 0)
    return verdict_of(lexicon, lower);
  return Verdict::kRefused;
}

Verdict check(const Lexicon& lexicon, std::string_view word) {
  const FormId id = lexicon.find(word);
  if (id != kNoForm) return verdict_of(lexicon, id);
  if (word.find('\'') == std::string_view::npos) return Verdict::kRefused;
  for (const Elision& elision : kElisions) {
    if (word.substr(0, elision.word.size()) != elision.word) continue;
    const Verdict verdict = check_elided(lexicon, word.substr(elision.word.size()), elision.flag);
    if (verdict != Verdict::kRefused) return verdict;
  }
  return Verdict::kRefused;
}

class Speller {
 public:
  explicit Speller(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // NOLINTNEXTLINE(misc-no-recursion): a part has fewer breaks than the whole.
  bool spelled(std::string_view written) {
    if (written.size() >= kWordBytesAtMost) return false;
    std::string_view word = written;
    while (!word.empty() && word.back() == '.') word.remove_suffix(1);
    if (word.empty() || is_number(word)) return true;
    const bool dot = word.size() < written.size();
    std::string tried(word);
    if (whole(word, dot, tried)) return true;
    return breaks(tried);
  }

 private:
  bool taken(std::string_view word, bool dot) const {
    return check(lexicon_, word) != Verdict::kRefused ||
           (dot && check(lexicon_, std::string(word) + ".") != Verdict::kRefused);
  }

  // `tried` becomes what compounds are then sought in: Hunspell goes on with the case it tried
  // last.
  bool whole(std::string_view word, bool dot, std::string& tried) const {
    const Capitals capitals = capitals_of(word);
    if (capitals != Capitals::kAll && capitals != Capitals::kFirst) return taken(word, dot);
    const bool all = capitals == Capitals::kAll;
    const std::string lower = to_lower(word);
    tried = capitalized(lower);
    if (all) {
      if (taken(word, dot)) return true;
      if (elided_in_capitals(lower)) return true;
    }
    const Verdict initial = check(lexicon_, tried);
    if (initial == Verdict::kTaken || (initial == Verdict::kTakenAsWritten && !all)) return true;
    if (all && lexicon_.find_ignoring_case(lower) != kNoForm) return mixed_case_form(lower);
    if (check(lexicon_, lower) == Verdict::kTaken) return true;
    if (!dot) return false;
    if (check(lexicon_, lower + ".") == Verdict::kTaken) return true;
    const Verdict dotted = check(lexicon_, tried + ".");
    return dotted == Verdict::kTaken || (dotted == Verdict::kTakenAsWritten && !all);
  }

  // "MCDONALD" stands for "McDonald", "KHZ" not for "kHz".
  bool mixed_case_form(const std::string& lower) const {
    const FormId id = lexicon_.find_ignoring_case(lower);
    return id != kNoForm && verdict_of(lexicon_, id) == Verdict::kTaken;
  }

  // L'EUROPE: l'Europe, then L'europe.
  bool elided_in_capitals(const std::string& lower) const {
    const std::size_t apostrophe = lower.find('\'');
    if (apostrophe == std::string::npos || apostrophe + 1 >= lower.size()) return false;
    const std::string split =
        lower.substr(0, apostrophe + 1) + capitalized(lower.substr(apostrophe + 1));
    return check(lexicon_, split) != Verdict::kRefused ||
           check(lexicon_, capitalized(split)) != Verdict::kRefused;
  }

  // NOLINTNEXTLINE(misc-no-recursion)
  bool breaks(const std::string& word) {
    std::size_t count = 0;
    for (const std::string_view mark : kBreaks) {
      for (std::size_t at = word.find(mark); at != std::string::npos; at = word.find(mark, at + 1))
        ++count;
    }
    if (count >= kBreaksAtMost) return false;
    const std::string_view view = word;
    for (const std::string_view mark : kOpeners) {
      if (view.substr(0, mark.size()) == mark && spelled(view.substr(mark.size()))) return true;
    }
    for (const std::string_view mark : kClosers) {
      const bool closed =
          view.size() > mark.size() && view.substr(view.size() - mark.size()) == mark;
      if (closed && spelled(view.substr(0, view.size() - mark.size()))) return true;
    }
    for (const bool second : {true, false}) {
      for (const std::string_view mark : kBreaks) {
        if (parts_spelled(view, mark, second)) return true;
      }
    }
    return false;
  }

  // Both sides of the first mark, or of the second where there is one: "rendez-vous" and others
  // are themselves in the dictionary.
  // NOLINTNEXTLINE(misc-no-recursion)
  bool parts_spelled(std::string_view word, std::string_view mark, bool second) {
    std::size_t at = word.find(mark);
    if (at == std::string_view::npos || at == 0 || at + mark.size() >= word.size()) return false;
    const std::size_t next = word.find(mark, at + 1);
    if (second && next != std::string_view::npos && next + mark.size() < word.size()) at = next;
    return spelled(word.substr(at + mark.size())) && spelled(word.substr(0, at));
  }

  const Lexicon& lexicon_;
};

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

bool is_spelled(const Lexicon& lexicon, std::string_view word) {
  return Speller(lexicon).spelled(folded(word));
}

bool is_doubtful(const Lexicon& lexicon, std::string_view word, bool starts_sentence) {
  const std::string key = folded(word);
  if (count_code_points(key) < 2 || has_digit(key) || is_spelled(lexicon, key)) return false;
  if (key.find_first_of(".@/_:\\&+()[]") != std::string::npos) return false;
  const Capitals capitals = capitals_of(key);
  if (capitals == Capitals::kNone) return true;
  if (capitals != Capitals::kFirst) return false;
  // "Etat": a capital may go without its accent.
  if (!starts_sentence || lexicon.find_any_case(key) != kNoForm) return false;
  static const Familiarity kNone;
  return !suggest_close(lexicon, kNone, key, 1).empty();
}

}  // namespace limpide
