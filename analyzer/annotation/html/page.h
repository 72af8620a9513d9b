// Where marks may stand in the source of an HTML page. In: the source, as the reader has already
// parsed it. Out: the stretches of running text, the places for a style and for notes, the text
// that a reader of the page is shown without our marks. Refuses: text in titles, scripts, choices,
// fields, pictures, formulas, and text that the parser moves: no mark may stand there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/span.h"

namespace limpide::html {

struct TextPlace {
  Span source;
  bool active = false;  // inside what one clicks: no link may stand there
};

class Page {
 public:
  // `stem`: begins the class of our own elements, and is the id of our notes. `source` outlives the
  // value.
  static Page of(std::string_view source, std::string_view stem);

  // The place that holds all of the bytes, or nullptr.
  [[nodiscard]] const TextPlace* around(Span bytes) const;
  // Before the end tags, where they are written.
  [[nodiscard]] std::optional<std::uint32_t> head_end() const { return head_end_; }
  [[nodiscard]] std::optional<std::uint32_t> body_end() const { return body_end_; }
  // All texts of the page, what our own elements add left aside.
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool has_notes() const { return has_notes_; }

 private:
  friend class PageWalker;
  std::vector<TextPlace> places_;  // in the order of the source
  std::optional<std::uint32_t> head_end_;
  std::optional<std::uint32_t> body_end_;
  std::string text_;
  bool has_notes_ = false;
};

}  // namespace limpide::html
