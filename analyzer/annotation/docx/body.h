// Where comments stand in the body of a docx: what annotation/anchors.h asks of a body. In: the
// document, the places of its main part. Out: pairs of places. Refuses: text outside of the main
// part, but for notes, whose reference is in it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/annotation/docx/places.h"
#include "analyzer/annotation/xml_spans.h"
#include "analyzer/document/document.h"

namespace limpide::ooxml {

using PlacePair = std::pair<Place, Place>;

class DocxBody {
 public:
  using Pair = PlacePair;
  // `part`: index of the main part in the document.
  DocxBody(const Document& document, std::uint32_t part, const Places& places);

  [[nodiscard]] static bool is_moved(const PlacePair& pair) {
    return pair.first.moved || pair.second.moved;
  }
  [[nodiscard]] std::optional<PlacePair> around_words(Span span) const;
  [[nodiscard]] std::optional<PlacePair> around_block(const Block& block) const;
  // The reference of the note that holds the block.
  [[nodiscard]] std::optional<PlacePair> at_note(const Block& block) const;

 private:
  [[nodiscard]] bool in_main(const std::vector<SourceRange>& ranges) const;

  const Document& document_;
  std::uint32_t part_;
  const Places& places_;
  const XmlSpans& spans_;
  // References of notes in the body: is it a footnote, its id.
  std::map<std::pair<bool, std::string_view>, std::uint32_t> references_;
  mutable std::map<std::uint32_t, std::optional<XmlSpans>> notes_;  // parsed once, by part
};

}  // namespace limpide::ooxml
