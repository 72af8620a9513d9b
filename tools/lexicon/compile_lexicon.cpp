// limpide-compile-lexicon fr.aff fr.dic lexicon-extra.tsv LICENCE out.bin
// A developer's tool: its messages are keys, since the catalogue belongs to the product.
#include <cstdio>
#include <string>

#include "analyzer/base/files.h"
#include "tools/lexicon/lexicon_source.h"

namespace {

constexpr std::size_t kInputBytesAtMost = std::size_t{64} << 20;

int fail(const limpide::Error& error) {
  std::fprintf(stderr, "%s:%u: %s", error.location.path.c_str(), error.location.line,
               error.message.key.c_str());
  for (const auto& [name, value] : error.message.arguments) {
    std::fprintf(stderr, " %s=%s", name.c_str(), value.c_str());
  }
  std::fputc('\n', stderr);
  return 1;
}

limpide::Status compile(char** arguments) {
  using limpide::read_file;
  std::string texts[4];
  for (int i = 0; i < 4; ++i) {
    limpide::Result<std::string> text = read_file(arguments[i + 1], kInputBytesAtMost);
    if (!text) return std::move(text).error();
    texts[i] = std::move(text).value();
  }
  const auto source = limpide::read_lexicon_source(
      {texts[0], texts[1], texts[2], arguments[1], arguments[2], arguments[3]});
  if (!source) return source.error();
  const auto bytes = limpide::pack_lexicon(source.value(), texts[3]);
  if (!bytes) return bytes.error();
  return limpide::write_file_atomically(arguments[5], bytes.value());
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 6) {
    std::fprintf(stderr, "usage: %s AFF DIC EXTRA LICENCE OUT\n", arguments[0]);
    return 2;
  }
  const limpide::Status status = compile(arguments);
  return status ? 0 : fail(status.error());
}
