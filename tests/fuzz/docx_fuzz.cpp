// Bytes that start like a zip are read as the file; others become one part of a sound archive
// (the first byte says which), for the checksums of a zip stop nearly every mutation.
#include <array>
#include <cstdint>

#include "analyzer/readers/docx/docx_reader.h"
#include "tests/fuzz/office_fuzz.h"
#include "tests/support/archive_builder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace limpide;
  const limpide::DocxReader reader;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.substr(0, 2) == "PK") {
    testing::fuzz_read(reader, bytes);
    return 0;
  }
  if (bytes.empty()) return 0;
  constexpr std::array<const char*, 7> kParts = {
      "word/document.xml", "word/styles.xml",    "word/numbering.xml",          "word/comments.xml",
      "word/header1.xml",  "word/footnotes.xml", "word/_rels/document.xml.rels"};
  const auto which = static_cast<std::size_t>(data[0]);
  const std::string content(bytes.substr(1));
  if (which >= 128) {
    testing::fuzz_read(reader, testing::build_docx(content));
    return 0;
  }
  const std::string body =
      "<w:p><w:pPr><w:pStyle w:val=\"A\"/><w:numPr><w:numId "
      "w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>a"
      "</w:t><w:footnoteReference w:id=\"1\"/><w:commentReference "
      "w:id=\"1\"/></w:r></w:p><w:sectPr>"
      "<w:headerReference r:id=\"header1\"/></w:sectPr>";
  testing::fuzz_read(reader, testing::build_docx(body, {{kParts[which % kParts.size()], content}}));
  return 0;
}
