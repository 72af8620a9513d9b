// Headings and object lines to put forward, and the words that call for them. In: the table
// fr/headings.tsv of the data. Out: an immutable value, safe to share between threads. Refuses: a
// missing file, an unknown kind of row or of letter, a row with another number of cells, a list
// that is empty (one Error with its line).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rewriting/formula_table.h"
#include "analyzer/structure/letter_kind.h"

namespace limpide {

struct Heading {
  std::string text;
  std::vector<FormulaPattern> patterns;  // any of them in a paragraph
  // Openings that lean on the paragraph before, and that the heading makes clear: "a defaut".
  std::vector<FormulaPattern> openings;
};

// A line that says what a letter is for.
struct LetterLine {
  LetterKind kind = LetterKind::kUnknown;
  std::string text;                      // "Objet : ..."; of a lead, where the letter says "nous"
  std::string mine;                      // of a lead: where it says "je"
  std::vector<FormulaPattern> patterns;  // one, or none: any letter of the kind
};

struct HeadingTable {
  std::vector<Heading> headings;
  std::string other;  // before a paragraph of another matter than the one before it
  std::vector<LetterLine> objects;
  std::vector<LetterLine> leads;
};

[[nodiscard]] Result<HeadingTable> load_headings(const std::string& data_folder);
// Tests: the table as text; `path` names it in errors.
[[nodiscard]] Result<HeadingTable> parse_headings(std::string_view table, const std::string& path);

}  // namespace limpide
