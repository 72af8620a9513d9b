// What a report says of a finding, in the words of its rule and of the catalogue. In: rules,
// catalogue, findings. Out: French, as it is: each writer escapes for its own format. Refuses:
// layout.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/reports/positions.h"
#include "analyzer/reports/report.h"

namespace limpide {

// Messages of findings. Patterns that count (plural) cost ICU tens of microseconds: equal
// arguments are formatted once. One object a run; not shared between threads.
class FindingMessages {
 public:
  [[nodiscard]] std::string of(const RuleSpec& rule, const Finding& finding);

 private:
  std::map<std::string, std::string, std::less<>> counted_;
};

// The words that stand in place of the finding's once the suggestion is applied; "" for a deletion.
[[nodiscard]] std::string new_wording(const Document& document, const Finding& finding,
                                      const Suggestion& suggestion);
// The sentences that a suggestion touches, as they are and as they would become.
struct Passage {
  std::string before;
  std::string after;
};
// Text on one line, its paragraph breaks shown by a pilcrow.
[[nodiscard]] std::string visible_passage(std::string_view text);
// Are all the edits paragraph breaks and nothing else? Then their places say all: "<< Vous devez
// envoyer... >> et devant << ... >>".
[[nodiscard]] bool only_breaks(const std::vector<Edit>& edits);
[[nodiscard]] std::string break_places(const Catalogue& texts, std::string_view text,
                                       const std::vector<Edit>& edits);
// The same of edits that only add paragraphs (only_adds): "ajouter << Comment payer >> devant ...".
[[nodiscard]] std::string added_paragraphs(const Catalogue& texts, std::string_view text,
                                           const std::vector<Edit>& edits);
[[nodiscard]] Passage passage_of(const DocumentReport& report, const Suggestion& suggestion);
// The distinct wordings of a finding's suggestions, quoted and joined: "<< x >> ou << y >>", or the
// text that says to delete. "" without suggestion.
[[nodiscard]] std::string proposals(const Catalogue& texts, const Document& document,
                                    const Finding& finding);

// "ligne 12, colonne 5", "paragraphe 7", "tableau 1, ligne 2, colonne 1", "document entier".
[[nodiscard]] std::string place_text(const Catalogue& texts, const Document& document,
                                     const Place& place);
// Several places, short: "lignes 14, 20, 33".
[[nodiscard]] std::string places_text(const Catalogue& texts, const Document& document,
                                      const std::vector<const Place*>& places);

// The sentence of a span on one line, fit for a terminal, cut around the span to `columns`.
struct Excerpt {
  std::string before;
  std::string marked;
  std::string after;
};
[[nodiscard]] Excerpt excerpt(const DocumentReport& report, Span span, std::size_t columns);

[[nodiscard]] std::string principle_title(const Catalogue& texts, Principle principle);
[[nodiscard]] std::string severity_word(const Catalogue& texts, Severity severity);
// "2 bloquantes, 5 majeures, 16 mineures"; "" without findings.
[[nodiscard]] std::string severity_counts(const Catalogue& texts,
                                          const std::vector<Finding>& findings);
// "23 remarques : 2 bloquantes, 5 majeures, 16 mineures"; "aucune remarque".
[[nodiscard]] std::string count_text(const Catalogue& texts, const std::vector<Finding>& findings);
// One decimal at most, decimal comma: 17,9.
[[nodiscard]] std::string french_number(double value);
// The readability figures; empty without words.
struct ReadingFigure {
  std::string text;
  std::string how;  // its formula, coefficients named; may be empty
};
[[nodiscard]] std::vector<ReadingFigure> reading_figures(const Catalogue& texts,
                                                         const Metrics& metrics);
// "Limpide 0.1.0, regles 3, lexique 2024-1".
[[nodiscard]] std::string versions_text(const Catalogue& texts, const Versions& versions);
// "Ministere 2026.1, Service": the house rules in force; "" when there are none.
[[nodiscard]] std::string houses_text(const Versions& versions);
// An error of the file `name`, with its place when it has one.
[[nodiscard]] std::string error_text(const Catalogue& texts, const std::string& name,
                                     const Error& error);

}  // namespace limpide
