// What segment() reads beside the document. In: the folder fr/segmentation of the data and the
// lexicon. Out: an immutable value, safe to share between threads. Refuses: a missing or damaged
// list (one Error with its place).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/lexicon/lexicon.h"
#include "analyzer/segmentation/contraction_model.h"
#include "analyzer/segmentation/word_classes.h"

namespace limpide {

// "du" = "de" + "le": always, or where the model says so.
struct Contraction {
  std::string form;
  std::string first;
  std::string second;
  bool ambiguous = false;
};

struct SegmentationResources {
  const Lexicon* lexicon = nullptr;  // may be null: compounds and contractions then get worse
  WordClasses classes;
  std::vector<Contraction> contractions;
  ContractionModel model;
  // Names of codes after "code", each a list of lower-case words, sorted.
  std::vector<std::vector<std::string>> codes;
};

// `directory`: .../fr/segmentation. The lexicon must outlive the value.
Result<SegmentationResources> load_segmentation(const std::string& directory,
                                                const Lexicon* lexicon);

}  // namespace limpide
