// From the text of a document back to the bytes of the file's own part. In: stretches in the order
// of the text, added once by the builder. Out: for a span of text, the bytes it came from.
// Refuses: stretches out of order (assert). Text that the reader made (a separator between blocks)
// has no source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/span.h"

namespace limpide {

// A part of the file as UTF-8 text: the decoded file itself for text formats ("": the only part),
// "word/document.xml" in a docx, "content.xml" in an odt, "1.2" (MIME section) in an e-mail.
struct Part {
  std::string name;
  std::string source;
};

struct SourceRange {
  std::uint32_t part = 0;  // index into Document::parts
  Span bytes;              // in Part::source
  friend bool operator==(SourceRange, SourceRange) = default;
};

// One stretch. Verbatim: text and source have the same bytes, so any sub-span maps exactly.
// Otherwise (an entity, a composed accent, a tab element) the stretch maps only as a whole.
struct SourceStretch {
  Span text;
  SourceRange source;
  bool verbatim = true;
};

class SourceMap {
 public:
  // REQUIRES: stretch.text.begin >= the end of the last stretch. Neighbours that continue each
  // other are merged.
  void add(const SourceStretch& stretch);

  // The source of a span: one range for each run of touching source bytes, in the order of the
  // text. Stretches that map only as a whole are taken whole. Empty where nothing has a source.
  [[nodiscard]] std::vector<SourceRange> ranges(Span text) const;
  // Where a caret before text offset `offset` stands in the source, if anything there has one.
  [[nodiscard]] std::optional<SourceRange> position(std::uint32_t offset) const;
  [[nodiscard]] const std::vector<SourceStretch>& stretches() const { return stretches_; }

 private:
  std::vector<SourceStretch> stretches_;
};

}  // namespace limpide
