// Bytes that start like a zip are annotated as the file; others become the text of a sound odt, or
// its whole content.xml.
#include <cstdint>

#include "analyzer/readers/odt/odt_reader.h"
#include "tests/fuzz/annotate_fuzz.h"
#include "tests/support/archive_builder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace limpide;
  const OdtReader reader;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.substr(0, 2) == "PK") {
    testing::fuzz_annotate(reader, bytes);
    return 0;
  }
  if (bytes.empty()) return 0;
  const std::string content(bytes.substr(1));
  if (data[0] >= 64) {
    testing::fuzz_annotate(reader, testing::build_odt(content));
    return 0;
  }
  testing::fuzz_annotate(reader, testing::build_odt("", "", {{"content.xml", content}}));
  return 0;
}
