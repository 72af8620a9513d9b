// suggest_close of spelling.h: every word one edit away that the lexicon has.
#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <tuple>

#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/spelling.h"

namespace limpide {
namespace {

constexpr std::array<std::string_view, 43> kAlphabet = {
    "e",      "s",      "a",      "i",      "n",      "t",      "r",      "u",      "l",
    "o",      "d",      "c",      "m",      "p",      "v",      "q",      "f",      "g",
    "b",      "h",      "x",      "j",      "y",      "z",      "k",      "w",      "-",
    "'",      "\u00e9", "\u00e8", "\u00ea", "\u00e0", "\u00e7", "\u00e2", "\u00ee", "\u00f4",
    "\u00fb", "\u00f9", "\u00ef", "\u00eb", "\u0153", "\u00fc", "\u00e4"};

// kDoubled: one letter of a double too few or too many, the commonest slip after accents.
enum Kind : std::uint8_t { kAccent, kDoubled, kSwap, kExtra, kMissing, kOther };

struct Candidate {
  Kind kind = kOther;
  std::uint32_t rank = 0;  // of familiarity; unknown words last
  std::string word;
  friend bool operator<(const Candidate& a, const Candidate& b) {
    return std::tie(a.kind, a.rank, a.word) < std::tie(b.kind, b.rank, b.word);
  }
};

std::vector<std::string_view> letters_of(std::string_view word) {
  std::vector<std::string_view> letters;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t size = decode_at(word, i).size;
    letters.push_back(word.substr(i, size));
    i += size;
  }
  return letters;
}

// Every try goes on from the place where the letters before it lead, so that most end at once.
class Corrections {
 public:
  Corrections(const Lexicon& lexicon, const Familiarity& familiarity, std::string_view word)
      : lexicon_(lexicon), familiarity_(familiarity), word_(word), letters_(letters_of(word)) {}

  std::set<Candidate> run() {
    for (const FormId id : lexicon_.accent_variants(word_)) add(id, kAccent);
    Lexicon::Place place = lexicon_.start();
    for (std::size_t i = 0; i <= letters_.size(); ++i) {
      try_at(i, place);
      if (i < letters_.size() && !lexicon_.advance(place, letters_[i])) break;
    }
    return std::move(found_);
  }

 private:
  void try_at(std::size_t i, Lexicon::Place place) {
    const bool inside = i < letters_.size();
    if (inside && i + 1 < letters_.size()) try_swap(i, place);
    if (inside) {
      const Kind kind = is_beside(i, letters_[i], true) ? kDoubled : kExtra;
      try_rest(place, {}, i + 1, kind);
    }
    for (const std::string_view letter : kAlphabet) {
      try_rest(place, letter, i, is_beside(i, letter, false) ? kDoubled : kMissing);
      if (inside) try_rest(place, letter, i + 1, kOther);
    }
  }
  void try_swap(std::size_t i, Lexicon::Place place) {
    if (lexicon_.advance(place, letters_[i + 1])) try_rest(place, letters_[i], i + 2, kSwap);
  }
  // The letter, then the word's own letters from `next` on.
  void try_rest(Lexicon::Place place, std::string_view letter, std::size_t next, Kind kind) {
    if (!lexicon_.advance(place, letter)) return;
    const std::size_t from = next < letters_.size()
                                 ? static_cast<std::size_t>(letters_[next].data() - word_.data())
                                 : word_.size();
    if (lexicon_.advance(place, word_.substr(from))) add(lexicon_.form_at(place), kind);
  }
  // Is this letter just before or at place i? With `after`, just before or just after.
  [[nodiscard]] bool is_beside(std::size_t i, std::string_view letter, bool after) const {
    const std::size_t next = after ? i + 1 : i;
    return (i > 0 && letters_[i - 1] == letter) ||
           (next < letters_.size() && letters_[next] == letter);
  }
  void add(FormId id, Kind kind) {
    if (id == kNoForm || (lexicon_.flags(id) & (kNeverSuggested | kKeepsCase)) != 0) return;
    const std::string form = lexicon_.form(id);
    // One letter is no word to propose, but for a (with or without its accent) and y.
    if (form == word_ || (letters_.size() > 2 && count_code_points(form) < 2)) return;
    if (!seen_.insert(form).second) return;
    const std::uint32_t rank = familiarity_.rank(to_lower(form));
    found_.insert({kind, rank == 0 ? 0xFFFFFFFF : rank, form});
  }

  const Lexicon& lexicon_;
  const Familiarity& familiarity_;
  std::string_view word_;
  std::vector<std::string_view> letters_;
  std::set<std::string> seen_;
  std::set<Candidate> found_;
};

// The word's own capitals on a correction found in lower case.
std::string with_capitals_of(std::string_view word, const std::string& correction) {
  const Decoded first = decode_at(word, 0);
  if (!is_upper(first.code_point)) return correction;
  const bool all = word.size() > first.size && to_upper(word) == word;
  return all ? to_upper(correction) : capitalized(correction);
}

}  // namespace

std::vector<std::string> suggest_close(const Lexicon& lexicon, const Familiarity& familiarity,
                                       std::string_view word, std::size_t limit) {
  std::vector<std::string> corrections;
  if (word.empty() || word.size() > kFormBytesAtMost) return corrections;
  const std::string key = to_lower(to_nfc(word));
  for (const Candidate& candidate : Corrections(lexicon, familiarity, key).run()) {
    if (corrections.size() == limit) break;
    const std::string written = with_capitals_of(word, candidate.word);
    if (written != word) corrections.push_back(written);
  }
  return corrections;
}

}  // namespace limpide
