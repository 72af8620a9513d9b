// A docx back with comments and tracked changes. In: the file, its Document, a plan. Out: the same
// archive, with marks spliced into the main part and the comments in their own part. Refuses: a
// main part or a comments part that is not UTF-8.
//
// Word allows comments in the body alone (ISO 29500-1, 11.3.2: the comments part belongs to the
// main part): what is said of a note stands on its reference, of a text box on the run that holds
// it, of a header on the first paragraph.
#pragma once

#include "analyzer/annotation/annotate.h"

namespace limpide {

[[nodiscard]] Result<Annotated> annotate_docx(const AnnotationInput& input);

}  // namespace limpide
