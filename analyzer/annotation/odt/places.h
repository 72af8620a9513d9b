// Where markup may stand in the body of an odt, and which stretches may be replaced. In: the nodes
// of content.xml. Out: for a byte of shown text, the place before or after it. Refuses: text that
// is not in the body (headers, frames of a page), which has no place. Fields, notes, frames and
// controls are gone round.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/annotation/plan.h"
#include "analyzer/annotation/xml_spans.h"
#include "analyzer/document/document.h"

namespace limpide::odf {

struct Place {
  std::uint32_t byte = 0;
  std::uint32_t holder = kNoXml;  // the paragraph, span or link whose content the place is in
  std::uint32_t paragraph = kNoXml;
  bool cdata = false;  // inside a CDATA section
  bool unit = false;   // beside an element that is gone round: a field, a note, a frame
  bool moved = false;  // beside a note or a frame that holds the text
};

enum class Edge : std::uint8_t { kBefore, kAfter };

class Places {
 public:
  explicit Places(const XmlSpans& spans);

  [[nodiscard]] std::optional<Place> beside(std::uint32_t byte, Edge edge) const;
  // Around everything in a paragraph; nothing when it holds nothing.
  [[nodiscard]] std::optional<std::pair<Place, Place>> around(std::uint32_t paragraph) const;
  [[nodiscard]] std::uint32_t paragraph_at(std::uint32_t byte) const;
  // Inside somebody's tracked insertion?
  [[nodiscard]] bool in_change(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t body() const { return body_; }
  [[nodiscard]] const XmlSpans& spans() const { return spans_; }

 private:
  [[nodiscard]] std::vector<std::uint32_t> path_to(std::uint32_t node) const;

  const XmlSpans& spans_;
  std::uint32_t body_ = kNoXml;
  std::vector<Span> changes_;
};

// An edit that can be written. With a deletion, the bytes between the places; spans open at its
// begin and not at its end are closed and opened again.
struct TrackedEdit {
  bool deletes = false;
  Place begin;
  Place end;
  std::vector<std::uint32_t> open_at_begin;  // spans under the common holder, outermost first
  std::vector<std::uint32_t> open_at_end;
  std::vector<std::uint32_t> chain;      // every span from the paragraph to the begin
  std::vector<std::uint32_t> end_chain;  // and to the end
  std::string text;
  bool opens_block = false;  // nothing of its block stands before it
};

// Nothing when one of the edits is refused: it leaves its paragraph or its link, touches a field, a
// note, a frame, hidden text or somebody's own change.
[[nodiscard]] std::optional<std::vector<TrackedEdit>> tracked_edits(const Document& document,
                                                                    std::uint32_t part,
                                                                    const Places& places,
                                                                    const PlannedChange& change);

}  // namespace limpide::odf
