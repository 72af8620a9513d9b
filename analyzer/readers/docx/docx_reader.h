// Reads a Word document (docx, docm, dotx; transitional or strict OOXML). In: the bytes of the
// file. Out: headers, the body, then footers, with styles, lists, tables, fields and controls.
// Refuses: archives without a Word document, DOCTYPE, passwords, what is over Limits. Tracked
// changes are read as accepted; comments and hidden text are left out and told in notices.
#pragma once

#include "analyzer/readers/reader.h"

namespace limpide {

class DocxReader : public Reader {
 public:
  [[nodiscard]] Format format() const override { return Format::kDocx; }
  [[nodiscard]] int confidence(const SourceFile& file) const override;
  [[nodiscard]] Result<Document> read(const SourceFile& file, const Limits& limits) const override;
};

}  // namespace limpide
