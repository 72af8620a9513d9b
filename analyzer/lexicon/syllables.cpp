#include "analyzer/lexicon/syllables.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

using Letters = std::u32string;
using View = std::u32string_view;

bool is_one_of(char32_t letter, View set) { return set.find(letter) != View::npos; }

constexpr std::array<bool, 256> vowel_table() {
  std::array<bool, 256> table{};
  for (const char32_t vowel :
       View(U"aeiouy\u00e0\u00e2\u00e4\u00e9\u00e8\u00ea\u00eb\u00ee\u00ef\u00f4\u00f6\u00f9"
            U"\u00fb\u00fc\u00ff\u00e6")) {
    table[vowel] = true;
  }
  return table;
}
constexpr std::array<bool, 256> kVowels = vowel_table();

bool is_vowel(char32_t letter) {
  return letter < kVowels.size() ? kVowels[letter] : letter == U'\u0153';
}

bool ends_with(View word, View end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

bool ends_with_any(View word, std::initializer_list<View> ends) {
  return std::any_of(ends.begin(), ends.end(), [word](View end) { return ends_with(word, end); });
}

// Two letters read as one sound, longest first. All begin with two vowels.
constexpr std::array<View, 27> kDigraphs = {
    U"eau",     U"oeu",     U"\u0153u", U"ai",      U"a\u00ee", U"au", U"ei",
    U"e\u00ee", U"eu",      U"e\u00fb", U"oi",      U"o\u00ee", U"ou", U"o\u00f9",
    U"o\u00fb", U"o\u00ea", U"ui",      U"u\u00ee", U"ay",      U"ey", U"oy",
    U"uy",      U"ea",      U"ee",      U"eo",      U"oe",      U"ae"};

// One part of a word, between apostrophes and hyphens, from left to right: each nucleus is one
// syllable.
class Part {
 public:
  Part(Letters letters, bool mute_ent) : word_(std::move(letters)) {
    end_ = word_.size();
    if (mute_ent) end_ -= 3;
  }

  // `elided` when an apostrophe follows: the part need not have a syllable.
  std::uint32_t count(bool elided) {
    for (std::size_t at = 0; at < end_;)
      at = is_vowel(word_[at]) ? read_vowels(at) : read_consonant(at);
    if (count_ == 0 && !elided && std::any_of(word_.begin(), word_.end(), is_vowel)) return 1;
    return count_;
  }

 private:
  [[nodiscard]] char32_t letter(std::size_t at) const { return at < end_ ? word_[at] : U'\0'; }
  [[nodiscard]] View from(std::size_t at) const { return View(word_).substr(at, end_ - at); }
  [[nodiscard]] bool vowel_at(std::size_t at) const { return is_vowel(letter(at)); }

  // qu, gu and ge before a vowel are consonants; so is the u of an elided qu'.
  std::size_t read_consonant(std::size_t at) {
    const char32_t here = letter(at);
    const char32_t next = letter(at + 1);
    const bool last = at + 2 >= word_.size();
    if (here == U'q' && next == U'u') return at + 2;
    // "aigue" with a diaeresis sounds its u.
    if (here == U'g' && next == U'u' && !last && is_vowel(word_[at + 2]) &&
        word_[at + 2] != U'\u00eb')
      return at + 2;
    if (here == U'g' && next == U'e' && is_one_of(letter(at + 2), U"ao\u00e2\u00f4")) return at + 2;
    return at + 1;
  }

  std::size_t read_vowels(std::size_t at) {
    if (is_mute_e(at)) return at + 1;
    if (letter(at) == U'y' && vowel_at(at + 1) && at == 0) return at + 1;  // yeux
    ++count_;
    // A glide gives its syllable to the vowel after it.
    if (is_glide(at)) ++at;
    const std::size_t size = nucleus_size(at);
    const View nucleus = from(at).substr(0, size);
    at += size;
    if (is_mouillure(nucleus, at)) return at + 1;
    // y between vowels opens the next syllable: pa-yer.
    if (letter(at) == U'y' && vowel_at(at + 1) && !ends_with(View(word_), U"abbaye")) return at + 1;
    return at;
  }

  // Final e, es; e of paie-ment, ma-nie-ment, gaie-te, oublie-rons.
  [[nodiscard]] bool is_mute_e(std::size_t at) const {
    const char32_t here = letter(at);
    const bool after_vowel = at > 0 && is_vowel(word_[at - 1]);
    if (here == U'\u00eb')
      return ends_with(View(word_).substr(0, at + 1), U"gu\u00eb") && at + 1 == end_;
    if (here != U'e') return false;
    const View rest = from(at + 1);
    if (rest.empty() || rest == U"s") return true;
    if (!after_vowel) return false;
    if (rest == U"ment" || rest == U"ments") return true;
    const bool after_diphthong = at > 1 && word_[at - 1] == U'i' &&
                                 is_one_of(word_[at - 2], U"aou") && !is_consonant_u(at - 2);
    return after_diphthong || is_future(rest);
  }

  [[nodiscard]] static bool is_future(View rest) {
    static constexpr std::array<View, 12> kEndings = {U"ra",    U"rai",  U"ras",    U"rons",
                                                      U"rez",   U"ront", U"rais",   U"rait",
                                                      U"rions", U"riez", U"raient", U"rai"};
    return std::find(kEndings.begin(), kEndings.end(), rest) != kEndings.end();
  }

  [[nodiscard]] bool is_consonant_u(std::size_t at) const {
    return word_[at] == U'u' && at > 0 && is_one_of(word_[at - 1], U"qg");
  }

  // i before a vowel, unless two consonants that end in l or r come before: pu-bli-er. The ou that
  // starts a word: oui, ouest.
  [[nodiscard]] bool is_glide(std::size_t at) const {
    const char32_t here = letter(at);
    const char32_t next = letter(at + 1);
    if (here == U'o' && next == U'u' && at == 0) return false;  // nucleus_size takes it whole
    if (here != U'i' && here != U'\u00ef' && here != U'\u00ee') return false;
    if (!vowel_at(at + 1) || next == U'i' || next == U'y' || next == U'\u00ef') return false;
    if (is_mute_e(at + 1)) return false;
    const bool cluster =
        at > 1 && is_one_of(word_[at - 1], U"lr") && is_one_of(word_[at - 2], U"bcdfghkptv");
    return !cluster;
  }

  [[nodiscard]] std::size_t nucleus_size(std::size_t at) const {
    const View rest = from(at);
    if (rest.substr(0, 4) == U"ueil") return 3;  // ac-cueil: the il is consonant
    if (at == 0 && rest.substr(0, 2) == U"ou" && vowel_at(2) && !is_mute_e(2)) {
      return letter(2) == U'\u00ef' ? 2 : 2 + single_or_digraph(2);  // oui, ouest
    }
    if (is_exception(rest)) return is_one_of(letter(at + 2), U"u\u00fb") ? 3 : 2;
    return single_or_digraph(at);
  }

  [[nodiscard]] std::size_t single_or_digraph(std::size_t at) const {
    if (!vowel_at(at) || !vowel_at(at + 1)) return 1;
    const View rest = from(at);
    for (const View digraph : kDigraphs) {
      if (rest.substr(0, digraph.size()) != digraph) continue;
      if (digraph == U"oe" && at == 1 && word_[0] == U'c') continue;  // co-efficient
      const bool y = digraph.back() == U'y';
      // pa-yer, pa-ys, but Pu-y, bo-y.
      if (y && (vowel_at(at + 2) || View(word_).substr(0, 4) == U"pays")) continue;
      if (is_mute_e(at + 1)) continue;
      return digraph.size();
    }
    return 1;
  }

  // a-out and pa-on are read in one.
  [[nodiscard]] bool is_exception(View rest) const {
    if (rest.size() < 2 || rest[1] != U'o') return false;
    const View word = word_;
    // oo is o twice in coop-, zoo- only.
    if (rest[0] == U'o') return word.substr(0, 3) != U"coo" && word.substr(0, 4) != U"zool";
    if (rest[0] != U'a') return false;
    static constexpr std::array<View, 8> kWhole = {U"ao\u00fbt", U"aout", U"paon",  U"faon",
                                                   U"taon",      U"laon", U"saoul", U"sao\u00fbl"};
    return std::any_of(kWhole.begin(), kWhole.end(),
                       [word](View listed) { return word.substr(0, listed.size()) == listed; });
  }

  // The i of -euil, -ouill-, oeil.
  [[nodiscard]] bool is_mouillure(View nucleus, std::size_t at) const {
    if (letter(at) != U'i' || letter(at + 1) != U'l') return false;
    const bool before = nucleus == U"eu" || nucleus == U"ou" || nucleus == U"\u0153" ||
                        nucleus == U"ue" || nucleus == U"uei" || nucleus == U"oe";
    if (!before) return false;
    const View rest = from(at + 2);
    return rest.empty() || rest == U"s" || rest.front() == U'l';
  }

  Letters word_;
  std::size_t end_ = 0;  // letters to read
  std::uint32_t count_ = 0;
};

Letters letters_of(std::string_view word) {
  const std::string lower = to_lower(to_nfc(word));
  Letters letters;
  for (std::size_t i = 0; i < lower.size();) {
    const Decoded current = decode_at(lower, i);
    letters.push_back(current.code_point == 0x2019 ? U'\'' : current.code_point);
    i += current.size;
  }
  return letters;
}

bool looks_mute_ent(View part) {
  return ends_with_any(part, {U"aient", U"oient", U"\u00e8rent", U"ssent", U"nnent", U"ttent"});
}

std::uint32_t count_parts(const Letters& word, bool mute_ent) {
  std::uint32_t syllables = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    const bool last = i == word.size();
    if (!last && word[i] != U'\'' && word[i] != U'-') continue;
    Letters part = word.substr(start, i - start);
    const bool mute = (last ? mute_ent : looks_mute_ent(part)) && ends_with(part, U"ent");
    syllables += Part(std::move(part), mute).count(!last && word[i] == U'\'');
    start = i + 1;
  }
  return syllables;
}

// Every reading that is not a third person plural would sound the ending.
bool is_mute_verb(const Lexicon& lexicon, std::string_view word) {
  const FormId id = lexicon.find_any_case(word);
  if (id == kNoForm) return looks_mute_ent(letters_of(word));
  const std::vector<LexicalAnalysis> readings = lexicon.analyses(id);
  return std::all_of(readings.begin(), readings.end(), [](const LexicalAnalysis& reading) {
    return reading.features.verb_form == VerbForm::kFin && reading.features.number == Number::kPlur;
  });
}

}  // namespace

std::uint32_t count_syllables(const Lexicon& lexicon, std::string_view word) {
  const Letters letters = letters_of(word);
  if (!ends_with(letters, U"ent")) return count_parts(letters, false);
  // "qu'ils parlent": the verb is what follows the last apostrophe.
  const std::size_t quote = word.find_last_of('\'');
  const std::size_t curly = word.rfind("\u2019");
  std::size_t start = quote == std::string_view::npos ? 0 : quote + 1;
  if (curly != std::string_view::npos) start = std::max(start, curly + 3);
  return count_parts(letters, is_mute_verb(lexicon, word.substr(start)));
}

std::uint32_t count_syllables(std::string_view word) {
  const Letters letters = letters_of(word);
  return count_parts(letters, looks_mute_ent(letters));
}

}  // namespace limpide
