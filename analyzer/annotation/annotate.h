// The same file back, with comments and tracked changes. In: the bytes of a file, the Document that
// a reader made of them, a plan. Out: the bytes of the new file, and what could be written.
// Refuses: parts of an archive that are not UTF-8, damaged text files, copies already annotated.
//
// One function a format (annotation/<format>/); this one picks it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/annotation/plan.h"
#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"
#include "analyzer/document/document.h"

namespace limpide {

struct AnnotationOptions {
  std::string author = "Limpide";
  std::string date;  // "2026-11-22T10:00:00Z": given, so that the same input gives the same bytes
};

// A file as the annotators want it. All outlive the call.
struct AnnotationInput {
  const std::string& path;   // for messages
  std::string_view bytes;    // of the file
  const Document& document;  // what a reader made of these bytes
  const AnnotationPlan& plan;
  const AnnotationOptions& options;
  const Limits& limits;
};

enum class AnchorKind : std::uint8_t {
  kWords,      // on the exact words (widened to whole fields or controls, where marks may not part)
  kParagraph,  // on the whole paragraph: the words have no place of their own in the file
  kElsewhere,  // beside text where the format allows no comment
  kDocument,   // what is said of the document as a whole, on its first paragraph
};

struct WrittenComment {
  std::uint32_t comment = 0;  // index into the plan
  AnchorKind anchor = AnchorKind::kWords;
  Span words;  // in the document, when they are marked
};

struct Annotated {
  std::string bytes;
  std::vector<WrittenComment> comments;
  std::vector<std::uint32_t> changes;  // indices into the plan; the others stay proposals
  std::uint32_t deletions = 0;         // as the format counts them
  std::uint32_t insertions = 0;
  bool signature_broken = false;  // the file was signed; the copy no longer is
};

[[nodiscard]] ChangesShown changes_shown(Format format);
[[nodiscard]] Result<Annotated> annotate(const AnnotationInput& input);

}  // namespace limpide
