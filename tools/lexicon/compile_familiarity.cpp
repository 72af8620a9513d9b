// limpide-compile-familiarity familiarity.tsv familiarity-extra.tsv LICENCE out.bin
// Lines are word, rank, uses; in the second file word and rank, which replaces the first's.
#include <charconv>
#include <cstdio>
#include <map>
#include <string>

#include "analyzer/base/files.h"
#include "analyzer/base/hash.h"
#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/familiarity.h"

namespace {

using namespace limpide;

constexpr std::size_t kInputBytesAtMost = std::size_t{16} << 20;

bool read_number(std::string_view text, std::uint32_t& value) {
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc{} && result.ptr == text.data() + text.size();
}

std::string_view next_cell(std::string_view& line) {
  const std::size_t tab = line.find('\t');
  const std::string_view cell = line.substr(0, tab);
  line = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
  return cell;
}

Status add_lines(std::string_view text, const std::string& path, bool by_hand,
                 std::map<std::string, Usage>& usages) {
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.empty() || line[0] == '#') continue;
    const std::string word(next_cell(line));
    Usage& usage = usages[word];
    const bool sound = is_valid_utf8(word) && is_nfc(word) &&
                       read_number(next_cell(line), usage.rank) &&
                       (by_hand || read_number(next_cell(line), usage.administrative));
    if (!sound)
      return make_error(ErrorCode::kInvalidInput, "error.lexicon.extra", {}, {path, number, 0});
  }
  return Done{};
}

Status compile(char** arguments) {
  std::string texts[3];
  for (int i = 0; i < 3; ++i) {
    Result<std::string> text = read_file(arguments[i + 1], kInputBytesAtMost);
    if (!text) return std::move(text).error();
    texts[i] = std::move(text).value();
  }
  std::map<std::string, Usage> usages;
  for (int i = 0; i < 2; ++i) {
    const Status status = add_lines(texts[i], arguments[i + 1], i == 1, usages);
    if (!status) return status;
  }
  return write_file_atomically(
      arguments[4], pack_familiarity(usages, texts[2], hash_bytes(texts[1], hash_bytes(texts[0]))));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) {
    std::fprintf(stderr, "usage: %s FAMILIARITY EXTRA LICENCE OUT\n", arguments[0]);
    return 2;
  }
  const Status status = compile(arguments);
  if (status) return 0;
  const Error& error = status.error();
  std::fprintf(stderr, "%s:%u: %s\n", error.location.path.c_str(), error.location.line,
               error.message.key.c_str());
  return 1;
}
