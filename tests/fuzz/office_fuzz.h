// What the fuzz targets of the office readers share. In: bytes of the fuzzer. Out: nothing; a
// broken promise of the Document stops the program. Refuses: nothing.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "analyzer/base/utf8.h"
#include "analyzer/readers/reader.h"

namespace limpide::testing {

inline Limits small_limits() {
  Limits limits;
  limits.file_bytes = 1 << 20;
  limits.text_bytes = 1 << 20;
  limits.archive_entries = 50;
  limits.archive_entry_bytes = 1 << 20;
  limits.archive_total_bytes = 4 << 20;
  limits.xml_depth = 64;
  limits.blocks = 10'000;
  return limits;
}

inline void require(bool condition) {
  if (!condition) std::abort();
}

// Spans in order and inside the text, sources inside their parts, text in valid UTF-8 and NFC.
inline void check_document(const Document& document) {
  require(is_valid_utf8(document.text) && is_nfc(document.text));
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    require(block.text.begin >= end && block.text.end > block.text.begin);
    end = block.text.end;
  }
  require(end <= document.text.size());
  for (const SourceStretch& stretch : document.source_map.stretches()) {
    require(stretch.source.part < document.parts.size());
    const std::string& source = document.parts[stretch.source.part].source;
    require(stretch.source.bytes.begin <= stretch.source.bytes.end &&
            stretch.source.bytes.end <= source.size());
    const bool same = slice(source, stretch.source.bytes) == slice(document.text, stretch.text);
    require(!stretch.verbatim || same);
  }
}

inline void fuzz_read(const Reader& reader, std::string_view bytes) {
  const Result<Document> document = reader.read({"fuzz", bytes}, small_limits());
  if (document) check_document(*document);
}

}  // namespace limpide::testing
