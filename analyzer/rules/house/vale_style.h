// A substitution style of Vale. In: the text of a .yml file. Out: a word list: a rule named after
// the file, with the message, level and swaps of the style. Refuses: other kinds of styles (one
// notice), a file that is no YAML (one fault); keys that need regular expressions are left out,
// each with a notice.
#pragma once

#include "analyzer/rules/house/word_list.h"

namespace limpide {

[[nodiscard]] ImportedList read_vale_style(const WordListFile& file, const Catalogue& texts);

}  // namespace limpide
