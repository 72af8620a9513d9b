// The mentions of one document for a terminal. In: a report that has mentions, its places. Out:
// lines on the sheet: the kind of letter, what was not found and how to add it, what was found.
// Refuses: counting mentions among the findings.
#pragma once

#include "analyzer/reports/positions.h"
#include "analyzer/reports/report.h"
#include "analyzer/reports/terminal_sheet.h"

namespace limpide {

// REQUIRES: report.mentions.
void write_mentions(Sheet& sheet, const Catalogue& texts, const DocumentReport& report,
                    const Places& places);

}  // namespace limpide
