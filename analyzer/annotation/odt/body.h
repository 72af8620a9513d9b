// Where comments stand in the body of an odt: what annotation/anchors.h asks of a body. In: the
// document, its places in content.xml. Out: pairs of places. Refuses: text outside of content.xml.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "analyzer/annotation/odt/places.h"
#include "analyzer/document/document.h"

namespace limpide::odf {

using PlacePair = std::pair<Place, Place>;

class OdtBody {
 public:
  using Pair = PlacePair;
  // `part`: index of content.xml in the document.
  OdtBody(const Document& document, std::uint32_t part, const Places& places)
      : document_(document), part_(part), places_(places) {}

  [[nodiscard]] static bool is_moved(const PlacePair& pair) {
    return pair.first.moved || pair.second.moved;
  }

  // LibreOffice puts rejected deletions back before a comment that begins at the same place: the
  // comment takes the character before too. `begin`: offset in the document's text.
  void note_deletion(std::uint32_t begin) { deletions_.insert(begin); }

  [[nodiscard]] std::optional<PlacePair> around_words(Span span) const;
  [[nodiscard]] std::optional<PlacePair> around_block(const Block& block) const;
  // Notes are written where they are called: around_words() finds them.
  [[nodiscard]] static std::optional<PlacePair> at_note(const Block&) { return std::nullopt; }

 private:
  [[nodiscard]] bool in_content(const std::vector<SourceRange>& ranges) const;
  [[nodiscard]] std::uint32_t one_before(std::uint32_t offset) const;

  const Document& document_;
  std::uint32_t part_;
  const Places& places_;
  std::set<std::uint32_t> deletions_;
};

}  // namespace limpide::odf
