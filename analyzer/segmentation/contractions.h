// Tokens to syntactic words. In: the stream. Out: the words; each token gets its first_word.
// "du" and "des" become two words where the model says that they are contractions. Refuses: other
// splits; every other token is one word.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "analyzer/segmentation/resources.h"
#include "analyzer/segmentation/stream.h"

namespace limpide {

[[nodiscard]] std::vector<Word> make_words(TokenStream& stream,
                                           const SegmentationResources& resources);

// For the trainer: calls `visit` with the index and the context of every ambiguous token.
void visit_ambiguous(const TokenStream& stream, const SegmentationResources& resources,
                     const std::function<void(std::size_t, const ContractionContext&)>& visit);

}  // namespace limpide
