// Lists of words that rules name by list="". In: the text of lists/NAME.txt, a form or lemma a
// line, "#" opens a comment. Out: the words. Refuses: nothing.
#pragma once

#include <string_view>

#include "analyzer/rules/matcher.h"

namespace limpide {

[[nodiscard]] WordList parse_word_list(std::string_view text);

}  // namespace limpide
