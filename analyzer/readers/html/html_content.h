// HTML into blocks, shared by pages, the HTML of e-mails and the HTML inside Markdown. In: a range
// of a part of the builder. Out: its blocks, links, controls and comments, in the builder.
// Refuses: what html_scan.h says would take too long (kLimit); nothing is written then.
#pragma once

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"
#include "analyzer/base/span.h"
#include "analyzer/document/document_builder.h"

namespace limpide {

// What was left out, for the notices. Add up several ranges, then call add_html_notices once.
struct HtmlOmissions {
  std::size_t hidden = 0;  // hidden elements that hold text
  std::size_t comments = 0;
  std::size_t images_without_alt = 0;
  std::uint32_t tables = 0;  // numbered so far
};

Status read_html(DocumentBuilder& builder, std::uint32_t part, Span range, const Limits& limits,
                 HtmlOmissions& omissions);
void add_html_notices(DocumentBuilder& builder, const HtmlOmissions& omissions);

}  // namespace limpide
