// What every operation on a sentence receives and gives. In: an Analysis, the words that a finding
// covers, what the rule asks. Out: suggestions, best first. Refuses: by giving none; the finding
// then stays advice. An operation sees no other finding, and never touches a protected span.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/findings/finding.h"
#include "analyzer/rewriting/resources.h"

namespace limpide {

struct OperationInput {
  const Analysis& analysis;  // with trees
  const RewritingResources& resources;
  const Operation& operation;
  Span span;         // of the finding
  TokenRange range;  // the tokens it covers exactly
};

// One file each; the header of each says what it makes of what.
[[nodiscard]] std::vector<Suggestion> replace_words(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> delete_words(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> write_date_in_full(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> correct_spelling(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> complete_negation(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> turn_active(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> address_reader(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> make_imperative(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> split_sentence(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> expand_acronym(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> write_in_digits(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> simplify_formula(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> say_positively(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> make_finite(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> name_sender(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> name_this_document(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> put_reference_last(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> lower_capitals(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> calm_consequence(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> name_this_document(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> state_fact(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> say_or_both(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> break_paragraph(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> make_list(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> explain_term(const OperationInput& input);
// Of the whole document: `range` is empty.
[[nodiscard]] std::vector<Suggestion> add_headings(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> add_object_line(const OperationInput& input);
[[nodiscard]] std::vector<Suggestion> add_lead(const OperationInput& input);
// What a word means, in a paragraph of its own; for explain_term and expand_acronym.
[[nodiscard]] std::vector<Suggestion> explanation_behind(const OperationInput& input,
                                                         const std::string& word,
                                                         const std::string& meaning);
// "<< Bail >> : contrat de location.": a block that an earlier proposal wrote, or the writer.
[[nodiscard]] bool is_explanation(const Analysis& analysis, std::uint32_t block);
// A long sentence that ends on an enumeration of four items or more, for split_sentence.
[[nodiscard]] std::vector<Suggestion> list_long_sentence(const OperationInput& input);

// The closing formula of a letter, for simplify_formula; none when the sentence says more.
[[nodiscard]] std::vector<Suggestion> close_letter(const OperationInput& input);

// "doit etre renvoye" -> "vous devez renvoyer", for name_sender.
[[nodiscard]] std::vector<Suggestion> name_reader(const OperationInput& input,
                                                  const Clause& clause);

// Helpers that several share (words.cpp).
// May the opening words of the sentence stand before an order? "si ...", "pour cela"; not "par la
// presente", "en application de".
[[nodiscard]] bool may_precede_order(const Analysis& analysis, const FormulaTable& table,
                                     const Sentence& sentence);
[[nodiscard]] const Form& form_of_token(const Analysis& analysis, std::uint32_t token);
[[nodiscard]] std::string apostrophe_of(const Analysis& analysis);
// The word of the range that the others hang from; the first when several hang outside.
[[nodiscard]] std::uint32_t head_word(const Analysis& analysis, TokenRange range);
// Words whose head is the word, in order.
[[nodiscard]] std::vector<std::uint32_t> children_of(const Analysis& analysis, std::uint32_t word);
[[nodiscard]] bool is_shouted(const Analysis& analysis, TokenRange range);  // "ACTE"
[[nodiscard]] bool touches_protected(const Analysis& analysis, TokenRange range);
[[nodiscard]] std::uint32_t token_of_word(const Analysis& analysis, std::uint32_t word);
[[nodiscard]] const std::string& lemma_of(const Analysis& analysis, std::uint32_t word);
[[nodiscard]] bool starts_with_capital(const Analysis& analysis, std::uint32_t token);

}  // namespace limpide
