// Where a long sentence may be cut, and what forbids it. In: the table fr/splits.tsv of the data.
// Out: an immutable value, safe to share between threads. Refuses: an unknown kind of row, a row
// with another number of cells, a list that is empty (one Error with its line).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rewriting/formula_table.h"

namespace limpide {

// What joins two clauses, behind a comma.
struct SplitLink {
  FormulaPattern pattern;
  std::string text;            // what opens the second sentence; may be empty
  bool completive = false;     // "que" governs what follows
  bool unconditional = false;  // no condition may open the sentence
  bool stated = false;         // what follows must be a fact
  bool bare = false;           // the comma may be missing
  bool affirmed = false;       // what stands before must deny nothing
  bool done = false;           // what stands before must be a compound past
};

struct SplitTable {
  std::vector<SplitLink> links;
  std::vector<FormulaPattern> connectors;  // "par ailleurs": first words that govern nothing
  std::vector<FormulaPattern> conditions;  // "si", "en cas de": first words that govern the rest
  std::vector<FormulaPattern> shared;      // ", sous peine de": last words that govern both halves
  std::vector<FormulaPattern> pairs;       // "soit", "ni": other words belong to them
  FormulaPattern other_side;               // "d'autre part"
  FormulaWords announcers;                 // lemmas: "preciser"
  FormulaWords quantifiers;                // "aucun": no pronoun stands for them
  FormulaWords recitals;                   // "vu", "considerant"
  FormulaWords list_words;                 // before a colon that opens a list
  FormulaWords colon_words;                // after a colon that opens a sentence
  FormulaWords states;                     // lemmas of verbs that name a state
  FormulaWords absolutes;                  // lemmas: "valoir", whose participle has a subject
  FormulaWords anaphoric;                  // "ce dernier": words that point back
  FormulaWords bracket_words;              // first words of brackets that hold no sentence
  FormulaWords relative_prepositions;      // "par lequel"
  FormulaWords empty_nouns;                // "encontre": of a set phrase, nothing is said of it
  FormulaWords name_ends;                  // "mise en demeure": what "en" names with a noun
  FormulaWords moments;                    // "date": before "a laquelle"
  FormulaWords duties;                     // lemmas: "devoir", before an infinitive
  FormulaWords charges;                    // "charge": participles before "de" and an infinitive
  std::vector<std::string> that_one;       // "celui-ci", "celle-ci", "ceux-ci", "celles-ci"
  std::string that;                        // "cela"
  std::string also;                        // "aussi"
  std::string these;                       // "ces"
};

[[nodiscard]] Result<SplitTable> load_splits(const std::string& data_folder);
// Tests: the table as text; `path` names it in errors.
[[nodiscard]] Result<SplitTable> parse_splits(std::string_view table, const std::string& path);

}  // namespace limpide
