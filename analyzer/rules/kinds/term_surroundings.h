// What stands around a term and takes the remark, or its edit, away. In: an Analysis, a term found,
// its sentence. Out: yes or no. Refuses: which term it is, and where it may stand: terms_kind.cpp.
#pragma once

#include <cstdint>
#include <string>

#include "analyzer/analysis/analysis.h"
#include "analyzer/rules/terms.h"

namespace limpide {

// From a reference to a text of law with a date or number and what names its matter ("relatif a",
// "portant") on, up to a conjugated verb.
[[nodiscard]] bool in_title_of_text(const Analysis& analysis, const TermHit& found,
                                    std::uint32_t sentence);

// Between French quotation marks that open on a capital, without a verb: the name of a document.
[[nodiscard]] bool in_quoted_title(const Analysis& analysis, const TermHit& found,
                                   std::uint32_t sentence);

// A list of values or papers, where the term is the whole item; or "[...]", a note to the writer.
[[nodiscard]] bool is_only_named(const Analysis& analysis, const TermHit& found,
                                 std::uint32_t sentence);

// Words of the rule's language that explain a term, each between spaces; "+" joins two in a row.
struct GlossWords {
  std::string before;    // "dit", "c'+est": the words before it say what it is
  std::string after;     // "consiste", "est+un": right after the term
  std::string next;      // "il+s'": among the first words of the next sentence
  std::string within;    // "a+pris": anywhere in the sentence
  std::string previous;  // "vaut": anywhere in the sentence before, of the same block
};

// What stands around the term in its sentence, or opens the next one, explains it.
[[nodiscard]] bool is_glossed(const Analysis& analysis, const TermHit& found,
                              std::uint32_t sentence, const GlossWords& words);

// Between French quotation marks: what to write there, or the words of another.
[[nodiscard]] bool is_in_quotes(const Analysis& analysis, const TermHit& found,
                                std::uint32_t sentence);

// "[Le cas echeant]": a note for who fills the model, which the reader never sees.
[[nodiscard]] bool is_drafting_note(const Analysis& analysis, const TermHit& found);

// "Veuillez recevoir, ... (formule de politesse)": a model leaves the rest to who writes.
[[nodiscard]] bool is_left_open(const Analysis& analysis, const TermHit& found);

// The last word of the term stands near under another determiner: a rival for "cette".
[[nodiscard]] bool names_another(const Analysis& analysis, const TermHit& found,
                                 std::uint32_t sentence);

// "a l'exception de A et de B": with "sauf A", the second "de" would hang in the air.
[[nodiscard]] bool leaves_preposition(const Analysis& analysis, const TermHit& found,
                                      const TermEntry& entry, std::uint32_t sentence);

}  // namespace limpide
