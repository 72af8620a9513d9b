// Do these words stand for that sigle, by their first letters? In: an Analysis, tokens [first, end)
// or a sentence, the letters of a sigle in capitals. Out: yes or no. Refuses: which tokens to look
// at, and whether the sigle is known: acronym.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "analyzer/analysis/analysis.h"

namespace limpide {

// All the letters in order, in the sentence or the one before; small words between may give a
// letter or none.
[[nodiscard]] bool spelled_near(const Analysis& analysis, std::size_t sentence,
                                const std::string& sigle);

// Some words of the stretch begin with the letters of the sigle, in order, at least two of them
// and its first: enough to tell an expansion from an aside.
[[nodiscard]] bool has_initial(const Analysis& analysis, std::uint32_t first, std::uint32_t end,
                               const std::string& sigle);

// In any order: the first letter must begin a word, and half of the letters at least.
[[nodiscard]] bool covers_initials(const Analysis& analysis, std::uint32_t first, std::uint32_t end,
                                   const std::string& sigle);

}  // namespace limpide
