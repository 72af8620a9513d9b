#include "analyzer/annotation/annotate.h"

#include <exception>

#include "analyzer/annotation/docx/docx_annotator.h"
#include "analyzer/annotation/html/html_annotator.h"
#include "analyzer/annotation/markdown/markdown_annotator.h"
#include "analyzer/annotation/odt/odt_annotator.h"
#include "analyzer/annotation/text/text_annotator.h"

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
    case Format::kHtml:
      return annotate_html;
    case Format::kMarkdown:
      return annotate_markdown;
    case Format::kText:
      return annotate_text;
    case Format::kEml:
      return annotate_mail;
  }
  return annotate_text;
}

}  // namespace

ChangesShown changes_shown(Format format) {
  switch (format) {
    case Format::kDocx:
    case Format::kOdt:
      return ChangesShown::kTracked;
    case Format::kHtml:
    case Format::kMarkdown:
      return ChangesShown::kMarked;
    case Format::kText:
    case Format::kEml:
      return ChangesShown::kNoted;
  }
  return ChangesShown::kNoted;
}

Result<Annotated> annotate(const AnnotationInput& input) {
  try {
    return annotator_of(input.document.format)(input);
  } catch (const std::exception&) {
    return make_error(ErrorCode::kLimit, "error.archive.too_large",
                      {{"path", input.path}, {"part", ""}}, {input.path, 0, 0});
  }
}

}  // namespace limpide
