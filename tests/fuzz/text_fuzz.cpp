#include "analyzer/readers/text/text_reader.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const limpide::TextReader reader;
  return limpide::fuzz_reader(reader, data, size);
}
