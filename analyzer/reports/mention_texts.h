// What every report says of mentions, in the words of the catalogue. In: catalogue, mentions. Out:
// French, as it is: each writer escapes for its own format. Refuses: layout.
#pragma once

#include <cstddef>
#include <string>

#include "analyzer/reports/positions.h"
#include "analyzer/reports/report.h"

namespace limpide {

// "refus d'une demande", as a reader would say it.
[[nodiscard]] std::string letter_kind_title(const Catalogue& texts, LetterKind kind);
// The kind, how sure it is, and the words that showed it with the place of the first.
[[nodiscard]] std::string letter_kind_text(const Catalogue& texts, const DocumentReport& report,
                                           const Places& places);
// "3 mentions non reperees, dont 2 bloquantes."; or that all were found.
[[nodiscard]] std::string mention_count_text(const Catalogue& texts, const MentionReport& mentions);
[[nodiscard]] std::string mention_weight_text(const Catalogue& texts, MentionWeight weight);
// "avant la formule de politesse (ligne 40, colonne 1)".
[[nodiscard]] std::string mention_place_text(const Catalogue& texts, const DocumentReport& report,
                                             const Places& places, const MentionResult& result);
// The articles, joined; each that we have not read again says so.
[[nodiscard]] std::string mention_sources_text(const Catalogue& texts, const MentionResult& result);
// The parts that were not found, joined.
[[nodiscard]] std::string missing_parts_text(const Catalogue& texts, const MentionResult& result);
// A passage on one line of at most `columns`.
[[nodiscard]] std::string passage_text(const DocumentReport& report, Span passage,
                                       std::size_t columns);

}  // namespace limpide
