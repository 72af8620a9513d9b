// What every fuzz target of a reader does: read the bytes with small limits, and stop the program
// when the Document breaks its promises. In: a reader and bytes. Out: nothing. Refuses: nothing.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/base/utf8.h"
#include "analyzer/readers/reader.h"

namespace limpide {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void check_document(const Document& document) {
  require(is_valid_utf8(document.text));
  require(is_nfc(document.text));
  std::uint32_t last = 0;
  for (const Block& block : document.blocks) {
    require(block.text.begin >= last && block.text.begin < block.text.end);
    last = block.text.end;
  }
  require(last == document.text.size());
  last = 0;
  for (const SourceStretch& stretch : document.source_map.stretches()) {
    require(stretch.text.begin >= last && stretch.text.end <= document.text.size());
    last = stretch.text.end;
    require(stretch.source.part < document.parts.size());
    const std::string& source = document.parts[stretch.source.part].source;
    require(stretch.source.bytes.begin <= stretch.source.bytes.end);
    require(stretch.source.bytes.end <= source.size());
    if (stretch.verbatim) {
      require(slice(source, stretch.source.bytes) == slice(document.text, stretch.text));
    }
  }
  for (const Run& run : document.runs) require(run.text.end <= document.text.size());
  for (const Link& link : document.links) require(link.text.end <= document.text.size());
  for (const MergeField& field : document.merge_fields) {
    require(field.text.end <= document.text.size());
  }
}

// The reader itself, whatever its confidence, then the way every file goes.
inline int fuzz_reader(const Reader& reader, const std::uint8_t* data, std::size_t size) {
  const SourceFile file{"-", {reinterpret_cast<const char*>(data), size}};
  Limits limits;
  limits.text_bytes = std::size_t{1} << 20;
  limits.blocks = 10'000;
  const Result<Document> alone = reader.read(file, limits);
  if (alone)
    check_document(*alone);
  else
    require(!alone.error().message.key.empty());
  const Result<Document> chosen = read_document({&reader}, file, limits);
  if (chosen) check_document(*chosen);
  return 0;
}

}  // namespace limpide
