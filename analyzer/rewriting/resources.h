// The words that French writing needs: months, determiners by gender, contractions, set phrases,
// what the check of a rewrite looks for. In: the tables fr/rewriting.tsv, fr/formulas.tsv,
// fr/grammar.tsv and fr/splits.tsv of the data. Out: an immutable value, safe to share between
// threads. Refuses: a missing file, an unknown key, a line with another number of cells, a list
// that is not complete (one Error with its line).
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/lexicon/morphology.h"
#include "analyzer/rewriting/capitals/capital_words.h"
#include "analyzer/rewriting/formula_table.h"
#include "analyzer/rewriting/grammar/grammar_words.h"
#include "analyzer/rewriting/heading_table.h"
#include "analyzer/rewriting/paragraph_words.h"
#include "analyzer/rewriting/splitting/split_table.h"

namespace limpide {

// A determiner in the singular, or a plural that tells genders apart.
struct Determiner {
  std::string masculine;
  std::string feminine;
  std::string masculine_vowel;  // before a vowel
  std::string feminine_vowel;
};

struct ArticleContraction {
  std::string preposition;
  std::string article;
  std::string form;  // "du"
};

struct RewritingResources {
  std::array<std::string, 12> months;
  std::string first_day;                  // "1er"
  std::string negator;                    // "pas"
  std::string hedged_verb;                // "savoir" of "ne saurait"
  std::string plain_verb;                 // "pouvoir", which it stands for
  std::string condition;                  // "si"
  std::string reason;                     // "puisque"
  std::string and_word;                   // "et"
  std::string but_word;                   // "mais"
  std::string or_word;                    // "ou"
  std::string will;                       // "vouloir" of "bien vouloir"
  std::string reader_pronoun;             // "vous"
  std::string reader_own;                 // "votre"
  std::string reader_plural;              // "vos"
  std::string this_letter;                // "cette lettre"
  std::string certify;                    // the verb of formulas that nobody rewords
  std::vector<std::string> his;           // "son", "sa", "ses"
  std::vector<std::string> norms;         // "article": what may provide for something
  std::vector<std::string> apart;         // "en": words opening so stand apart, behind a pause
  std::vector<std::string> third_person;  // "il", "elle", "ils", "elles"
  std::vector<Determiner> determiners;
  std::vector<ArticleContraction> contractions;
  GrammarWords grammar;
  FormulaTable formulas;
  SplitTable splits;
  CapitalWords capitals;
  ParagraphWords paragraphs;
  HeadingTable headings;
};
[[nodiscard]] Result<RewritingResources> load_rewriting(const std::string& data_folder);
// Tests: the table as text; `path` names it in errors.
[[nodiscard]] Result<RewritingResources> parse_rewriting(std::string_view table,
                                                         const std::string& path);

// The determiner with this gender before a vowel or not; the same word where the table does not
// have it. Lower case, straight apostrophe.
[[nodiscard]] std::string determiner_form(const RewritingResources& resources,
                                          std::string_view written, Gender gender, bool vowel);
// "de" and "le" give "du"; empty when they do not contract.
[[nodiscard]] std::string_view contraction_of(const RewritingResources& resources,
                                              std::string_view preposition,
                                              std::string_view article);

}  // namespace limpide
