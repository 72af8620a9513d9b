// The score in the HTML report: a card with the number, the letter, the interval, five bars with
// their figures in words, the best gains. In: one document's report. Out: HTML. Refuses: a number
// that may not be shown; colour as the only sign; inline styles (the page's policy forbids them).
#pragma once

#include <string>

#include "analyzer/reports/html_parts.h"
#include "analyzer/reports/score_texts.h"

namespace limpide {

// "" when no score was computed.
[[nodiscard]] std::string html_score(const HtmlDocument& page);

}  // namespace limpide
