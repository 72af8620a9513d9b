// Markdown (CommonMark with tables, strikethrough, task lists, footnotes, front matter). In:
// bytes. Out: a Document of one part, "", the source. Refuses: binary data, more than
// Limits::markdown_bytes, and what the HTML inside it refuses.
//
// A text longer than Limits::markdown_bytes is left to the text reader: the parser would be slow.
// A text is taken for Markdown by its marks; the extension decides only when marks are few.
#pragma once

#include "analyzer/readers/reader.h"

namespace limpide {

class MarkdownReader final : public Reader {
 public:
  [[nodiscard]] Format format() const override { return Format::kMarkdown; }
  [[nodiscard]] int confidence(const SourceFile& file) const override;
  [[nodiscard]] Result<Document> read(const SourceFile& file, const Limits& limits) const override;
};

}  // namespace limpide
