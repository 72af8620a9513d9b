// Markdown back with marks of review (CriticMarkup). In: the bytes of a file, its Document, a plan.
// Out: the same text with {==words==}{>>comment<<} and {--old--}{++new++}; what is said of the
// whole, or has no place in the text, in paragraphs at the top. Refuses: a text that already has
// such marks, damaged files; a mark in code, and every mark of a block that Markdown would read
// another way with it.
//
// The copy is read again before it is given: blocks, words and links are what they were.
#pragma once

#include "analyzer/annotation/annotate.h"

namespace limpide {

[[nodiscard]] Result<Annotated> annotate_markdown(const AnnotationInput& input);

}  // namespace limpide
