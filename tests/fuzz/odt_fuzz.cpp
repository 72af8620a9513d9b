// Bytes that start like a zip are read as the file; others become one part of a sound archive
// (the first byte says which), for the checksums of a zip stop nearly every mutation.
#include <array>
#include <cstdint>

#include "analyzer/readers/odt/odt_reader.h"
#include "tests/fuzz/office_fuzz.h"
#include "tests/support/archive_builder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace limpide;
  const limpide::OdtReader reader;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.substr(0, 2) == "PK") {
    testing::fuzz_read(reader, bytes);
    return 0;
  }
  if (bytes.empty()) return 0;
  constexpr std::array<const char*, 4> kParts = {"content.xml", "styles.xml", "meta.xml",
                                                 "META-INF/manifest.xml"};
  const auto which = static_cast<std::size_t>(data[0]);
  const std::string content(bytes.substr(1));
  if (which >= 192) {
    testing::fuzz_read(reader, testing::build_odt(content));
  } else if (which >= 128) {
    testing::fuzz_read(reader,
                       testing::build_odt("<text:p text:style-name=\"P1\">a</text:p>", content));
  } else {
    const std::string text =
        "<text:p text:style-name=\"P1\">a<text:span text:style-name=\"T1\">b</text:span></text:p>";
    testing::fuzz_read(reader,
                       testing::build_odt(text, "", {{kParts[which % kParts.size()], content}}));
  }
  return 0;
}
