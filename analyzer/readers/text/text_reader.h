// Plain text. In: bytes in any encoding of encoding.h. Out: a Document of one part, "", the text
// itself. Refuses: binary data. Its confidence is the lowest of all: text is what is left.
#pragma once

#include "analyzer/readers/reader.h"

namespace limpide {

class TextReader final : public Reader {
 public:
  [[nodiscard]] Format format() const override { return Format::kText; }
  [[nodiscard]] int confidence(const SourceFile& file) const override;
  [[nodiscard]] Result<Document> read(const SourceFile& file, const Limits& limits) const override;
};

}  // namespace limpide
