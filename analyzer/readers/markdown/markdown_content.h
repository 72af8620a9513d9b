// Markdown into blocks. In: a range of a part of the builder. Out: blocks, links, task boxes and
// comments, in the builder. Refuses: HTML that html_content.h refuses, a document that the parser
// gives up (kInvalidInput).
//
// A line break inside a paragraph is a space, as Markdown shows it; "\n" is a break that the
// author asked for.
#pragma once

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"
#include "analyzer/base/span.h"
#include "analyzer/document/document_builder.h"

namespace limpide {

Status read_markdown(DocumentBuilder& builder, std::uint32_t part, Span range,
                     const Limits& limits);

}  // namespace limpide
