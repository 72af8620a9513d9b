// Any text through analyse() with trees: no crash, and what must hold of every analysis.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "analyzer/analysis/analysis.h"
#include "analyzer/readers/text/text_reader.h"
#include "tests/support/sound_analysis.h"

namespace limpide {
namespace {

const LanguageResources& language() {
  static const auto* loaded = new Result<std::unique_ptr<const LanguageResources>>(
      load_language(LIMPIDE_DATA_DIR, Depth::kTrees));
  if (!loaded->has_value()) std::abort();
  return *loaded->value();
}

}  // namespace
}  // namespace limpide

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = limpide::TextReader().read({"fuzz.txt", bytes}, limpide::Limits{});
  if (!document) return 0;
  const limpide::Analysis analysis =
      limpide::analyse(*document, limpide::language(), limpide::Depth::kTrees);
  const std::string fault = limpide::testing::unsound_because(analysis);
  if (!fault.empty()) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
  return 0;
}
