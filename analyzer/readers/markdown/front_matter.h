// The block of "key: value" lines that may open a Markdown file. In: the text. Out: its size, the
// title and the language it gives. Refuses: YAML beyond such lines; the rest is skipped unread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace limpide {

struct FrontMatter {
  std::size_t bytes = 0;  // with both "---" lines; 0: there is none
  std::string title;
  std::string language;
};

[[nodiscard]] FrontMatter read_front_matter(std::string_view text);

}  // namespace limpide
