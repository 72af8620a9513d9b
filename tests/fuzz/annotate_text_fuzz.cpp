#include "tests/fuzz/annotate_text_fuzz.h"
#include "analyzer/readers/text/text_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const limpide::TextReader reader;
  return limpide::testing::fuzz_annotate_text(reader, data, size);
}
