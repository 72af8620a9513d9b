// The looser look-ups of Lexicon: a word is brought back to its key when capitals or missing
// accents hide it.
#include <algorithm>
#include <array>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/lexicon.h"

namespace limpide {
namespace {

// A plain letter, and what it stands for without its accent: French uses first.
struct Variants {
  std::string_view plain;
  std::array<std::string_view, 5> accented;  // empty past the last
};
constexpr std::array<Variants, 10> kVariants = {{
    {"a", {"\u00e0", "\u00e2", "\u00e4", "", ""}},
    {"c", {"\u00e7", "", "", "", ""}},
    {"e", {"\u00e9", "\u00e8", "\u00ea", "\u00eb", ""}},
    {"i", {"\u00ee", "\u00ef", "", "", ""}},
    {"n", {"\u00f1", "", "", "", ""}},
    {"o", {"\u00f4", "\u00f6", "", "", ""}},
    {"u", {"\u00f9", "\u00fb", "\u00fc", "", ""}},
    {"y", {"\u00ff", "", "", "", ""}},
    {"oe", {"\u0153", "", "", "", ""}},
    {"ae", {"\u00e6", "", "", "", ""}},
}};
constexpr std::uint32_t kAccentCost = 100;
constexpr std::uint32_t kCapitalCost = 1;
constexpr std::uint32_t kNoEdge = 0xFFFFFFFF;
// A search of the real lexicon takes hundreds of steps; only a forged file could ask for more.
constexpr std::uint32_t kStepsAtMost = 100'000;

struct Letter {
  std::string written;
  std::string lower;
  std::string upper;
  bool capital = false;  // may stand for its lower case too
  bool accents = false;  // may have lost an accent
};

std::vector<Letter> letters_of(std::string_view form) {
  std::vector<Letter> letters;
  for (std::size_t i = 0; i < form.size();) {
    const Decoded current = decode_at(form, i);
    Letter letter;
    letter.written = std::string(form.substr(i, current.size));
    letter.lower = to_lower(letter.written);
    letter.upper = to_upper(letter.written);
    letter.capital = is_upper(current.code_point);
    letter.accents = letter.capital;
    letters.push_back(std::move(letter));
    i += current.size;
  }
  return letters;
}

}  // namespace

// Walks the graph along the word. The cheapest end is kept: fewest accents, then fewest capitals,
// then byte order, so that the same word always comes back.
struct Lexicon::Search {
  const Lexicon& lexicon;
  std::vector<Letter> letters;
  std::vector<FormId>* all = nullptr;  // when given, every end is kept
  bool ligatures = true;
  FormId best = kNoForm;
  std::uint32_t best_cost = 0xFFFFFFFF;
  std::uint32_t steps = 0;

  void run() { walk(0, lexicon.root_, 0, 0); }

  void walk(std::size_t letter, std::uint32_t node, std::uint32_t index, std::uint32_t cost) {
    if (++steps > kStepsAtMost || (all == nullptr && cost >= best_cost)) return;
    if (letter == letters.size()) {
      if ((node & kNodeFinal) == 0 || index >= lexicon.form_count_) return;
      if (all != nullptr) all->push_back(index);
      best = index;
      best_cost = cost;
      return;
    }
    const Letter& here = letters[letter];
    step(here.capital ? here.lower : here.written, letter + 1, node, index, cost);
    if (here.capital) step(here.upper, letter + 1, node, index, cost + kCapitalCost);
    for (const Variants& variants : kVariants) try_variants(variants, letter, node, index, cost);
  }

  // An accent goes missing where the letter says so, a ligature anywhere.
  [[nodiscard]] bool fits(const Variants& variants, std::size_t letter) const {
    if (variants.plain.size() == 1) {
      return letters[letter].accents && letters[letter].lower == variants.plain;
    }
    return ligatures && letter + 1 < letters.size() &&
           letters[letter].lower == variants.plain.substr(0, 1) &&
           letters[letter + 1].lower == variants.plain.substr(1);
  }

  void try_variants(const Variants& variants, std::size_t letter, std::uint32_t node,
                    std::uint32_t index, std::uint32_t cost) {
    if (!fits(variants, letter)) return;
    const std::size_t next = letter + variants.plain.size();
    for (const std::string_view accented : variants.accented) {
      if (accented.empty()) continue;
      step(accented, next, node, index, cost + kAccentCost);
      if (!letters[letter].capital) continue;
      step(to_upper(accented), next, node, index, cost + kAccentCost + kCapitalCost);
    }
  }

  void step(std::string_view bytes, std::size_t next, std::uint32_t node, std::uint32_t index,
            std::uint32_t cost) {
    for (const char byte : bytes) {
      const std::uint32_t edge = lexicon.edge_of(node, static_cast<unsigned char>(byte));
      if (edge == kNoEdge) return;
      index += load_item<std::uint32_t>(lexicon.skips_, edge);
      node = load_item<std::uint32_t>(lexicon.targets_, edge);
    }
    walk(next, node, index, cost);
  }
};

FormId Lexicon::find_any_case(std::string_view form) const {
  const FormId exact = find(form);
  const bool symbol = exact != kNoForm && (flags(exact) & kSymbol) != 0;
  if (exact != kNoForm && !symbol) return exact;
  if (form.empty() || form.size() > kFormBytesAtMost || !is_valid_utf8(form)) return exact;
  const std::string lower = to_lower(form);
  const FormId in_lower = lower == form ? kNoForm : find(lower);
  // "A", "La" at the head of a sentence are words before they are symbols.
  if (in_lower != kNoForm) return in_lower;
  if (exact != kNoForm) return exact;
  const FormId as_name = lower == form ? kNoForm : find(capitalized(lower));
  if (as_name != kNoForm) return as_name;
  Search search{*this, letters_of(form)};
  search.run();
  return search.best;
}

FormId Lexicon::find_ignoring_case(std::string_view form) const {
  if (form.size() > kFormBytesAtMost || !is_valid_utf8(form)) return kNoForm;
  Search search{*this, letters_of(form)};
  search.ligatures = false;
  for (Letter& letter : search.letters) {
    letter.capital = true;
    letter.accents = false;
  }
  search.run();
  return search.best;
}

std::vector<FormId> Lexicon::accent_variants(std::string_view form) const {
  std::vector<FormId> found;
  if (form.size() > kFormBytesAtMost) return found;
  Search search{*this, letters_of(without_accents(form))};
  search.all = &found;
  for (Letter& letter : search.letters) {
    letter.accents = true;
    letter.capital = false;
  }
  search.run();
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  const FormId itself = find(form);
  found.erase(std::remove(found.begin(), found.end(), itself), found.end());
  return found;
}

}  // namespace limpide
