#include "tests/analyzer/tagging/tagging_support.h"

#include <cstdlib>
#include <iostream>
#include <utility>

#include "analyzer/document/document_builder.h"
#include "analyzer/segmentation/segmenter.h"

namespace limpide {
namespace {

struct Loaded {
  Lexicon lexicon;
  SegmentationResources resources;
};

template <typename T>
T taken(Result<T> result) {
  if (result) return std::move(result).value();
  std::cerr << "not opened: " << result.error().message.key << "\n";
  std::abort();
}

}  // namespace

const SegmentationResources& test_resources() {
  static const Loaded* const kLoaded = [] {
    const std::string data = std::string(LIMPIDE_DATA_DIR) + "/fr";
    auto* loaded = new Loaded{taken(Lexicon::open(data + "/lexicon.bin")), {}};
    loaded->resources = taken(load_segmentation(data + "/segmentation", &loaded->lexicon));
    return loaded;
  }();
  return kLoaded->resources;
}

const TaggingModel& test_model() {
  static const TaggingModel* const kModel = new TaggingModel(
      taken(TaggingModel::open(std::string(LIMPIDE_DATA_DIR) + "/fr/models/tagger.bin")));
  return *kModel;
}

TaggedText tag_text(std::string_view text, const TaggingModel& model) {
  DocumentBuilder builder(Format::kText, Limits{});
  builder.open_block(Block{});
  builder.append_made(text);
  builder.close_block();
  TaggedText result;
  result.document = taken(builder.finish());
  result.segmentation = segment(result.document, test_resources());
  result.tagging = tag_words(result.segmentation, *test_resources().lexicon, model);
  return result;
}

std::string written(const TaggedText& text) {
  std::string lines;
  for (std::size_t i = 0; i < text.tagging.words.size(); ++i) {
    const WordTag& word = text.tagging.words[i];
    lines += text.segmentation.forms[text.segmentation.words[i].form].key + " " +
             std::string(upos_name(word.upos)) + " " + text.tagging.lemmas[word.lemma] + " " +
             features_name(word.features) + "\n";
  }
  return lines;
}

}  // namespace limpide
