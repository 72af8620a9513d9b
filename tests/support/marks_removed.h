// The marks of a reviewed copy taken away, by rules of their own: what the library writes is not
// asked. In: a copy in UTF-8. Out: the original when every mark is refused, the corrected text when
// every change is taken. Refuses: nothing.
#pragma once

#include <string>

#include "analyzer/document/document.h"

namespace limpide::testing {

enum class Marks { kRefused, kAccepted };

// Of html and Markdown.
[[nodiscard]] std::string without_marks(Format format, std::string copy, Marks marks);
// Of plain text with `notes` numbered marks: its changes are sentences, there is nothing to accept.
[[nodiscard]] std::string without_notes(std::string copy, const std::string& line_end);

}  // namespace limpide::testing
