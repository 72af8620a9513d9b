// The same words in another version of a text: an e-mail says what it says twice, as plain text and
// as a page. In: an edit of one version. Out: the same edit of the other one. Refuses: words that
// stand there several times in the same surroundings, or not at all, or over several blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/document/document.h"
#include "analyzer/findings/finding.h"

namespace limpide::eml {

class OtherVersion {
 public:
  // Both outlive the value.
  OtherVersion(const Document& from, const Document& to);

  [[nodiscard]] std::optional<Edit> find(const Edit& edit) const;

 private:
  // A text whose runs of blanks are one space, and where each of its bytes comes from.
  struct Flat {
    std::string text;
    std::vector<std::uint32_t> source;  // one a byte, and the end
  };
  static Flat flat(std::string_view text);
  [[nodiscard]] std::optional<Span> find(Span span, std::uint32_t around) const;

  const Document& from_;
  const Document& to_;
  Flat flat_from_;
  Flat flat_to_;
};

}  // namespace limpide::eml
