// What the parser's tests share: the resources of the build, the committed models, a small treebank
// of our own with a model trained on it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/document/document.h"
#include "analyzer/parsing/parser.h"
#include "analyzer/segmentation/resources.h"
#include "tools/treebank/conllu.h"

namespace limpide {

[[nodiscard]] const SegmentationResources& parsing_resources();
[[nodiscard]] const TaggingModel& committed_tagger();
[[nodiscard]] const ParsingModel& committed_parser();

struct Parsed {
  Document document;
  Segmentation segmentation;
  Tagging tagging;
  Trees trees;
};
// One block, everything ours.
[[nodiscard]] Parsed parse_text(std::string_view text);
// The heads stay in their sentence, form a tree with one root, and only the root is kRoot.
void expect_trees(const Segmentation& segmentation, const Trees& trees);

// A dozen short letters' sentences with their trees.
[[nodiscard]] const std::vector<TreebankSentence>& small_treebank();
[[nodiscard]] std::string train_small(std::size_t threads);  // the bytes of a model

}  // namespace limpide
