// How the words of a run in capitals are written in small letters. In: a run. Out: each of its
// words as it would stand inside a sentence, with the accents that French gives it where one word
// only has these letters, and whether it keeps its capitals: acronyms, codes, Roman numbers, names.
// Refuses: a run with a word that two accented ones may stand behind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/rewriting/capitals/shouted_run.h"

namespace limpide {

enum class Kept : std::uint8_t {
  kNo,
  kSurely,   // an acronym, a code, a number of a part
  kName,     // a capital at its start
  kUnknown,  // nobody knows the word
  kDoubt,    // a name or a common word
};

struct SmallWord {
  std::uint32_t token = 0;
  std::string text;
  Kept kept = Kept::kNo;
  bool named = false;  // of the table of names
};

// Null: nobody can say how one of the words is written.
[[nodiscard]] std::optional<std::vector<SmallWord>> small_letters(const ShoutedRun& run);

// A determiner, a preposition, a pronoun, a conjunction.
[[nodiscard]] bool is_grammar(const LexicalTraits& traits);

}  // namespace limpide
