// Bytes that start like a zip are annotated as the file; others become one part of a sound archive,
// as docx_fuzz.cpp does it.
#include <array>
#include <cstdint>

#include "analyzer/readers/docx/docx_reader.h"
#include "tests/fuzz/annotate_fuzz.h"
#include "tests/support/archive_builder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace limpide;
  const DocxReader reader;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.substr(0, 2) == "PK") {
    testing::fuzz_annotate(reader, bytes);
    return 0;
  }
  if (bytes.empty()) return 0;
  constexpr std::array<const char*, 5> kParts = {"word/document.xml", "word/comments.xml",
                                                 "word/footnotes.xml", "[Content_Types].xml",
                                                 "word/_rels/document.xml.rels"};
  const auto which = static_cast<std::size_t>(data[0]);
  const std::string content(bytes.substr(1));
  if (which >= 64) {
    testing::fuzz_annotate(reader, testing::build_docx(content));
    return 0;
  }
  const std::string body =
      "<w:p><w:r><w:t>one two three</w:t><w:footnoteReference w:id=\"1\"/><w:commentReference "
      "w:id=\"1\"/></w:r></w:p>";
  testing::fuzz_annotate(reader,
                         testing::build_docx(body, {{kParts[which % kParts.size()], content}}));
  return 0;
}
