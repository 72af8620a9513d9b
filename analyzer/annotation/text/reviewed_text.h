// The reviewed copy of a plain text, as a person reads it in any editor. In: a text, places for the
// marks, a plan. Out: the text with [1] after the words, and the notes under it, lines of 72
// columns. Refuses: nothing.
//
// A change is a sentence of a note ("Remplacer ... par ..."): signs of proof correctors inside a
// plain text would be sent with the letter one day.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/annotation/annotate.h"

namespace limpide {

struct PlainText {
  std::string text;
  std::string line_end = "\n";
  std::uint32_t begin = 0;  // after a mark of byte order
  // The byte of `text` after the words of a span of the document, or nothing.
  std::function<std::optional<std::uint32_t>(Span)> place_after;
  std::function<std::string(std::string_view)> written;  // our words as the file can hold them
  std::string intro;                                     // the first line of the copy
};

// `done` gets the comments and the changes.
[[nodiscard]] std::string reviewed_text(const AnnotationInput& input, const PlainText& plain,
                                        Annotated& done);

}  // namespace limpide
