#include "analyzer/annotation/annotate.h"

#include <exception>

#include "analyzer/annotation/docx/docx_annotator.h"
#include "analyzer/annotation/odt/odt_annotator.h"

namespace limpide {
namespace {

using Annotator = Result<Annotated> (*)(const AnnotationInput&);

// One line a format.
Annotator annotator_of(Format format) {
  switch (format) {
    case Format::kDocx:
      return annotate_docx;
    case Format::kOdt:
      return annotate_odt;
    case Format::kText:
    case Format::kMarkdown:
    case Format::kHtml:
    case Format::kEml:
      return nullptr;
  }
  return nullptr;
}

}  // namespace

bool can_annotate(Format format) { return annotator_of(format) != nullptr; }

Result<Annotated> annotate(const AnnotationInput& input) {
  const Annotator annotator = annotator_of(input.document.format);
  if (annotator == nullptr) {
    return make_error(ErrorCode::kUnsupported, "error.annotate.format", {{"path", input.path}},
                      {input.path, 0, 0});
  }
  try {
    return annotator(input);
  } catch (const std::exception&) {
    return make_error(ErrorCode::kLimit, "error.archive.too_large",
                      {{"path", input.path}, {"part", ""}}, {input.path, 0, 0});
  }
}

}  // namespace limpide
