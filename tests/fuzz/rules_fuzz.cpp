// Any bytes as a rule file: refused with a key and a place, or a sound RuleSpec.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzer/rules/loader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace limpide;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<RuleSpec> spec = parse_rule(bytes, "rule.xml");
  if (!spec) {
    if (spec.error().message.key.empty() || spec.error().location.line == 0) std::abort();
    return 0;
  }
  for (const RuleExample& example : spec->examples) {
    for (const Span span : example.marked) {
      if (span.begin >= span.end || span.end > example.text.size()) std::abort();
    }
  }
  return 0;
}
