// The plain patterns that one key of a word list stands for: "usager(s)" is two. In: a key, and the
// manner of writing it. Out: patterns of words. Refuses: operators of regular expressions other
// than "a|b", "(?:a|b)", "(a|b)" and a "?" after a letter or a group; more than kMostVariants.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

inline constexpr std::size_t kMostVariants = 64;

enum class KeyManner {
  kPlain,    // of a table: only "(s)" and "|" mean something
  kPattern,  // of Vale: a regular expression
};

struct PatternVariants {
  std::vector<std::string> texts;  // distinct, blanks and apostrophes as in a document
  std::string refused;             // the sign that cannot be read; "" when all is well
};

[[nodiscard]] PatternVariants pattern_variants(std::string_view key, KeyManner manner);

}  // namespace limpide
