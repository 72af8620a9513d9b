#include "analyzer/segmentation/segmenter.h"

#include <utility>

#include "analyzer/segmentation/contractions.h"
#include "analyzer/segmentation/protected_spans.h"
#include "analyzer/segmentation/sentences.h"
#include "analyzer/segmentation/tokenizer.h"

namespace limpide {

Segmentation segment(const Document& document, const SegmentationResources& resources) {
  TokenStream stream = tokenize(document, resources);
  Segmentation result;
  result.protected_spans = find_protected_spans(document, stream, resources);
  result.sentences = split_sentences(document, stream, result.protected_spans, resources.lexicon);
  result.words = make_words(stream, resources);
  result.forms = std::move(stream.forms);
  result.tokens = std::move(stream.tokens);
  return result;
}

}  // namespace limpide
