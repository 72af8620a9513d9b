#include "analyzer/tagging/tagging.h"

#include "analyzer/tagging/lemmatizer.h"
#include "analyzer/tagging/lone_auxiliaries.h"
#include "analyzer/tagging/sentence_scorer.h"

namespace limpide {
namespace {

// In units of the model's weights. Measured on both development sets: under a tenth of a point.
constexpr std::int64_t kPathMargin = 700;

std::uint32_t first_word_of(const Segmentation& segmentation, std::uint32_t token) {
  return token < segmentation.tokens.size() ? segmentation.tokens[token].first_word
                                            : static_cast<std::uint32_t>(segmentation.words.size());
}

// The best tag of each word, by going back from the best path's end.
void follow_back(const std::vector<PathSet>& paths, std::size_t words,
                 std::vector<TagIndex>& tags) {
  tags.resize(words);
  std::uint32_t place = 0;
  for (std::size_t word = words; word > 0; --word) {
    const PathNode& node = paths[word].nodes[place];
    tags[word - 1] = node.tag;
    place = node.parent;
  }
}

}  // namespace

Tagging tag_words(const Segmentation& segmentation, const Lexicon& lexicon,
                  const TaggingModel& model) {
  TaggingMemory memory(lexicon, model, segmentation.words.size());
  return tag_words(segmentation, lexicon, model,
                   {0, static_cast<std::uint32_t>(segmentation.sentences.size())}, memory);
}

Tagging tag_words(const Segmentation& segmentation, const Lexicon& lexicon,
                  const TaggingModel& model, SentenceRange range, TaggingMemory& memory) {
  Tagging tagging;
  tagging.words.resize(segmentation.words.size());
  memory.begin(segmentation);
  FormCache& cache = memory.forms();
  SentenceScorer scorer(cache, memory.scores(), model);
  Lemmatizer lemmatizer(segmentation, lexicon, model, tagging.lemmas);
  std::vector<PathSet> paths(1, first_path());
  std::vector<TagIndex> tags;
  for (std::uint32_t at = range.first; at < range.end; ++at) {
    const Sentence& sentence = segmentation.sentences[at];
    const std::uint32_t first = first_word_of(segmentation, sentence.first_token);
    const std::uint32_t end = first_word_of(segmentation, sentence.token_end);
    scorer.start(segmentation, first, end);
    const std::uint32_t words = end - first;
    if (paths.size() < std::size_t{words} + 1) paths.resize(std::size_t{words} + 1);
    for (std::uint32_t word = 0; word < words; ++word) {
      advance_paths(paths[word], word, model.beam(), std::span<const TagRole>(model.roles()),
                    scorer, paths[word + 1]);
      drop_hopeless(paths[word + 1], kPathMargin);
    }
    follow_back(paths, words, tags);
    for (std::uint32_t word = 0; word < words; ++word) {
      const Tag& tag = model.tags().tag(tags[word]);
      const std::uint32_t entry = scorer.entry_of(word);
      WordTag& out = tagging.words[first + word];
      out.upos = tag.upos;
      out.features = tag.features;
      out.lemma = lemmatizer.lemma_of(segmentation.words[first + word].form, cache.facts(entry),
                                      entry, tags[word]);
    }
    settle_lone_auxiliaries(segmentation, lexicon, first, end, tagging);
  }
  return tagging;
}

}  // namespace limpide
