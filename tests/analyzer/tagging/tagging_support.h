// The data of the build folder and the committed model, opened once a test program, and text to
// tags in one step.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/document/document.h"
#include "analyzer/segmentation/resources.h"
#include "analyzer/tagging/tagging.h"

namespace limpide {

const SegmentationResources& test_resources();
const TaggingModel& test_model();

struct TaggedText {
  Document document;
  Segmentation segmentation;
  Tagging tagging;
};
// One block.
TaggedText tag_text(std::string_view text, const TaggingModel& model);
// "form UPOS lemma features" a word, a line each.
std::string written(const TaggedText& text);

}  // namespace limpide
