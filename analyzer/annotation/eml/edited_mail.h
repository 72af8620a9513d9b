// An e-mail with edits made in its text: the same message byte for byte but for the bodies that
// change, which keep their charset and their transfer encoding. In and out: those of edit_file.
// Refuses: signed messages, whose signature would not hold; a change in the subject, and one that
// cannot be made in every version of the body: the reader's program chooses which it shows.
#pragma once

#include "analyzer/annotation/edited_file.h"

namespace limpide::eml {

[[nodiscard]] Result<EditedFile> edit_mail(const EditInput& input);

}  // namespace limpide::eml
