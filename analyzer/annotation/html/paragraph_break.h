// One paragraph of an HTML page as two. In: the source of the page. Out: for a byte of its text,
// the tags that stand between the halves: "</p><p class=x>", inline elements closed and opened
// again; line breaks where the text is in no p. Refuses: text in links, buttons, labels, headings,
// items; text whose tags the page does not write.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace limpide::html {

class ParagraphBreaks {
 public:
  // `source` outlives the value.
  explicit ParagraphBreaks(std::string_view source);
  ~ParagraphBreaks();
  ParagraphBreaks(const ParagraphBreaks&) = delete;
  ParagraphBreaks& operator=(const ParagraphBreaks&) = delete;

  [[nodiscard]] std::optional<std::string> at(std::uint32_t byte) const;

 private:
  struct Tree;
  std::unique_ptr<Tree> tree_;
};

}  // namespace limpide::html
