#include "analyzer/rules/word_lists.h"

#include <algorithm>

namespace limpide {

WordList parse_word_list(std::string_view text) {
  WordList list;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
    if (!line.empty()) list.emplace(line);
  }
  return list;
}

}  // namespace limpide
