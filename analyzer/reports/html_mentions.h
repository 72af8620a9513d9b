// The mentions of one document for the HTML report. In: a document that has mentions. Out: one
// card, escaped. Refuses: scripts and style of its own.
#pragma once

#include <string>

#include "analyzer/reports/html_parts.h"

namespace limpide {

// REQUIRES: document.report.mentions.
[[nodiscard]] std::string html_mentions(const HtmlDocument& document);

}  // namespace limpide
