// What the parts of the HTML report share. In: one document's report and its number in the page.
// Out: the two halves of its section: the text with marks, the list of findings. Refuses: style and
// scripts, which are static (html/pieces.h); text that is not escaped.
//
// Finding i (from 0) is number i + 1; its mark has the id "d1m<number>", its entry "d1f<number>",
// its message "d1x<number>", where d1 is the document's own prefix.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/reports/groups.h"
#include "analyzer/reports/positions.h"
#include "analyzer/reports/report.h"
#include "analyzer/reports/texts.h"

namespace limpide {

struct HtmlDocument {
  const RunContext& run;
  const std::string& name;
  const DocumentReport& report;
  const Places& places;
  const std::vector<PrincipleGroup>& groups;
  FindingMessages& messages;
  std::string prefix;  // "d1"
};

// The catalogue's text, escaped; arguments are escaped with it.
[[nodiscard]] std::string html_label(const RunContext& run, std::string_view key,
                                     const MessageArguments& arguments = {});
// Everything up to <body>: policy, style, title.
[[nodiscard]] std::string html_page_head(const RunContext& run, const std::string& title);
// The blocks of the document with their structure, findings as numbered <mark> elements.
[[nodiscard]] std::string html_text(const HtmlDocument& document);
// The findings by principle and rule, each with a way to its mark.
[[nodiscard]] std::string html_findings(const HtmlDocument& document);

}  // namespace limpide
