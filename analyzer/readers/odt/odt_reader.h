// Reads an OpenDocument text (odt, ott). In: the bytes of the file. Out: headers, the body, then
// footers, with styles, lists, tables, fields and controls. Refuses: archives without a text
// document, passwords, DOCTYPE, what is over Limits. Tracked changes are read as accepted;
// comments and hidden text are left out and told in notices.
#pragma once

#include "analyzer/readers/reader.h"

namespace limpide {

class OdtReader : public Reader {
 public:
  [[nodiscard]] Format format() const override { return Format::kOdt; }
  [[nodiscard]] int confidence(const SourceFile& file) const override;
  [[nodiscard]] Result<Document> read(const SourceFile& file, const Limits& limits) const override;
};

}  // namespace limpide
