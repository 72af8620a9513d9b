#include "analyzer/readers/markdown/front_matter.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 10;

std::string_view next_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

std::string plain_value(std::string_view value) {
  const std::size_t first = value.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  value.remove_prefix(first);
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  if (quoted) value = value.substr(1, value.size() - 2);
  return std::string(value);
}

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter found;
  text = text.substr(0, kMostBytes);
  std::size_t at = 0;
  if (next_line(text, at) != "---") return {};
  // A rule followed by prose is not front matter: the first line must be a key.
  bool first = true;
  while (at < text.size()) {
    const std::string_view line = next_line(text, at);
    if (line == "---" || line == "...") {
      if (first) return {};
      found.bytes = at;
      return found;
    }
    const std::size_t colon = line.find(':');
    const std::string_view key = line.substr(0, std::min(colon, line.size()));
    const bool is_key =
        colon != std::string_view::npos && !key.empty() && key.find(' ') == std::string_view::npos;
    if (first && !is_key && line.substr(0, 1) != "#") return {};
    first = false;
    if (!is_key) continue;
    const std::string_view value = line.substr(colon + 1);
    if (key == "title" || key == "titre") found.title = plain_value(value);
    if (key == "lang" || key == "language" || key == "langue") found.language = plain_value(value);
  }
  return {};
}

}  // namespace limpide
