// The mentions of one document for the JSON report. In: an open object of the output, the mentions,
// a writer of places. Out: the member "mentions". Refuses: texts of the catalogue; ids only.
#pragma once

#include <functional>

#include "analyzer/document/document.h"
#include "analyzer/mentions/mention.h"
#include "analyzer/reports/json_output.h"

namespace limpide {

// `write_place` writes the members "place" of a span.
void write_mentions(JsonOutput& json, const Document& document, const MentionReport& mentions,
                    const std::function<void(Span)>& write_place);

}  // namespace limpide
