// HTML pages and fragments. In: bytes. Out: a Document of one part, "", the page as UTF-8.
// Refuses: binary data, pages too deep or too tangled to parse in a bounded time (kLimit).
#pragma once

#include "analyzer/readers/reader.h"

namespace limpide {

class HtmlReader final : public Reader {
 public:
  [[nodiscard]] Format format() const override { return Format::kHtml; }
  [[nodiscard]] int confidence(const SourceFile& file) const override;
  [[nodiscard]] Result<Document> read(const SourceFile& file, const Limits& limits) const override;
};

}  // namespace limpide
