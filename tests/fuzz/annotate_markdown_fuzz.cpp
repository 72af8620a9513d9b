#include "analyzer/readers/markdown/markdown_reader.h"
#include "tests/fuzz/annotate_text_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const limpide::MarkdownReader reader;
  return limpide::testing::fuzz_annotate_text(reader, data, size);
}
