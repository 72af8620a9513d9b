// Which changes a docx can carry as tracked changes, and where. In: a change, the document, the
// places of its body. Out: for each edit what to delete and where to insert. Refuses: a change that
// leaves one paragraph or one link, or that touches a field, a content control, a text box, a note,
// a picture, hidden text or somebody's own tracked change: the writer settles those first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/annotation/docx/places.h"
#include "analyzer/annotation/plan.h"
#include "analyzer/document/document.h"

namespace limpide::ooxml {

struct TrackedEdit {
  bool deletes = false;
  Place begin;  // of what is deleted
  Place end;
  std::string text;            // inserted after it, or at `end` when nothing is deleted; its
                               // paragraph breaks are those of finding.h
  std::uint32_t run = kNoXml;  // whose look the new text takes
};

// The run of a byte of text, when nothing around it forbids a change; else kNoXml.
[[nodiscard]] std::uint32_t free_run(const Places& places, std::uint32_t byte);

// `part`: index of the main part in the document. Nothing when one of the edits is refused.
[[nodiscard]] std::optional<std::vector<TrackedEdit>> tracked_edits(const Document& document,
                                                                    std::uint32_t part,
                                                                    const Places& places,
                                                                    const PlannedChange& change);

}  // namespace limpide::ooxml
