// Plain text and e-mails back as a reviewed copy (reviewed_text.h). In: the bytes of a file, its
// Document, a plan. Out: for a text, the same text in the same encoding, marks and notes added; for
// an e-mail, its subject and its text in UTF-8. Refuses: damaged text files.
//
// An e-mail is not written back: its lines are wrapped and encoded for the post, often in two
// versions, and may be signed; a mark in one of them would be a lie in the other.
#pragma once

#include "analyzer/annotation/annotate.h"

namespace limpide {

[[nodiscard]] Result<Annotated> annotate_text(const AnnotationInput& input);
[[nodiscard]] Result<Annotated> annotate_mail(const AnnotationInput& input);

}  // namespace limpide
