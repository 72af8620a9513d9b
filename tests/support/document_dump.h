// A Document as one line a block or mark, for tables of expected readings. In: a Document. Out:
// lines like "heading2|Text", "cell 1:2:1|Text", "link|text|target". Refuses: nothing.
#pragma once

#include <string>

#include "analyzer/document/document.h"

namespace limpide::testing {

[[nodiscard]] std::string dump_blocks(const Document& document);
// Links, merge fields, controls, comments, in that order.
[[nodiscard]] std::string dump_marks(const Document& document);
// Runs with something to say: "bold italic 12 #FF0000 caps [text]".
[[nodiscard]] std::string dump_runs(const Document& document);
[[nodiscard]] std::string dump_notices(const Document& document);
// "" when every word of the text is spelt by its source bytes; else the first word that is not.
// Words without any source are counted in `made`.
[[nodiscard]] std::string first_word_without_source(const Document& document, std::size_t& words,
                                                    std::size_t& made);

}  // namespace limpide::testing
