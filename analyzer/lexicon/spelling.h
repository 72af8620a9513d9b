// Is a word spelled right, and what was meant? In: the lexicon and a word in NFC, typographic or
// straight apostrophe. Out: the verdict that Hunspell gives with the same dictionary (and our own
// additions), corrections one edit away. Refuses: words of 256 bytes and more (not spelled).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/familiarity.h"
#include "analyzer/lexicon/lexicon.h"

namespace limpide {

// Elisions ("l'arbre"), compounds whose parts are words ("rendez-vous"), numbers, capitals at the
// start or everywhere: as the dictionary allows them. REQUIRES: valid UTF-8.
[[nodiscard]] bool is_spelled(const Lexicon& lexicon, std::string_view word);

// Is this a word to doubt: refused by is_spelled, and neither acronym, code, name nor abbreviation?
// A capital at the start makes a name of an unknown word, unless it starts a sentence; there it
// must be one edit from a known word to be doubted. REQUIRES: valid UTF-8.
[[nodiscard]] bool is_doubtful(const Lexicon& lexicon, std::string_view word, bool starts_sentence);

// Known words one edit away, written with the word's own capitals; at most `limit`. Forms that
// differ by accents only come first, then doubled letters, swapped letters, one letter too many,
// one missing, one for another; within each, the most familiar first. REQUIRES: valid UTF-8.
[[nodiscard]] std::vector<std::string> suggest_close(const Lexicon& lexicon,
                                                     const Familiarity& familiarity,
                                                     std::string_view word, std::size_t limit);

}  // namespace limpide
