// Written syllables of a French word, as readability formulas count them: careful standard reading,
// final mute e left out (docs/formats/lexicon.md gives the rules). In: one word, any case, either
// apostrophe. Out: its syllables; 0 for a word without vowels ("12", "t"). Refuses: acronyms,
// which it reads as if they were words.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzer/lexicon/lexicon.h"

namespace limpide {

// The lexicon tells the mute -ent of a verb ("parlent") from that of a noun ("document").
// REQUIRES: valid UTF-8.
[[nodiscard]] std::uint32_t count_syllables(const Lexicon& lexicon, std::string_view word);

// Without the lexicon only the endings -aient, -oient, -erent (grave e), -ssent, -nnent, -ttent are
// mute. REQUIRES: valid UTF-8.
[[nodiscard]] std::uint32_t count_syllables(std::string_view word);

}  // namespace limpide
