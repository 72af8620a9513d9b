// An odt back with comments and tracked changes. In: the file, its Document, a plan. Out: the same
// archive, with annotations and changes spliced into content.xml. Refuses: a content.xml that is
// not UTF-8.
//
// LibreOffice shows comments of the body alone: what is said of a note, a frame, a header or a
// footer stands beside it in the body.
#pragma once

#include "analyzer/annotation/annotate.h"

namespace limpide {

[[nodiscard]] Result<Annotated> annotate_odt(const AnnotationInput& input);

}  // namespace limpide
