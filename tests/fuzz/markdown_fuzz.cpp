#include "analyzer/readers/markdown/markdown_reader.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const limpide::MarkdownReader reader;
  return limpide::fuzz_reader(reader, data, size);
}
