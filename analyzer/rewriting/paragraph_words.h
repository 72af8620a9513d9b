// Words that say where a paragraph may be cut. In: the table fr/paragraphs.tsv of the data. Out: an
// immutable value, safe to share between threads. Refuses: a missing file, an unknown key, a row
// with another number of cells, a list that is empty (one Error with its line).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rewriting/formula_table.h"

namespace limpide {

struct ParagraphWords {
  FormulaWords tied;                        // "il", "cependant": first words of what goes on
  FormulaWords tied_inside;                 // "donc": near the begin of a sentence
  FormulaWords tied_lightly;                // "aussi": ties nothing behind "par ailleurs"
  FormulaWords taken_up;                    // "decision": nouns that "cette" may take up from afar
  FormulaWords asking;                      // "veuillez": first words of a request
  FormulaWords backward;                    // "en", "y": stand for words said before
  FormulaWords general;                     // "on": stands for nobody in particular
  FormulaWords asides;                      // "echeant", "etc.": no words of an item
  std::vector<FormulaPattern> tied_starts;  // "en effet"
  std::vector<FormulaPattern> impersonals;  // "il faut": an "il" that stands for nothing
  std::vector<FormulaPattern> openers;      // "en cas de": another matter begins
  std::string dash;                         // before an item
};

[[nodiscard]] Result<ParagraphWords> load_paragraph_words(const std::string& data_folder);
// Tests: the table as text; `path` names it in errors.
[[nodiscard]] Result<ParagraphWords> parse_paragraph_words(std::string_view table,
                                                           const std::string& path);

}  // namespace limpide
