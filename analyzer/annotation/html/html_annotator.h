// HTML back with comments and changes visible in any browser. In: the bytes of a page, its
// Document, a plan. Out: the same page with <mark> on the commented words, <del> and <ins> for the
// changes, and the comments in a list at the end of the body, each linked to its words; no script.
// Refuses: a copy already annotated, pages of frames, damaged files.
//
// Marks never nest in each other: where comments overlap, one <mark> names several.
#pragma once

#include "analyzer/annotation/annotate.h"

namespace limpide {

[[nodiscard]] Result<Annotated> annotate_html(const AnnotationInput& input);

}  // namespace limpide
