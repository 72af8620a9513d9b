// Part of speech, features and lemma of every word. In: a Segmentation, the lexicon, a trained
// model. Out: parallel arrays, one entry a word. Refuses: structure: heads and relations are in
// parsing/; it never sees the roles of blocks, so that a text gives the same tags alone or inside
// a document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/lexicon/lexicon.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/tagging_memory.h"
#include "analyzer/tagging/tagging_model.h"

namespace limpide {

using LemmaIndex = std::uint32_t;  // into Tagging::lemmas

struct WordTag {
  Upos upos = Upos::kX;
  Features features;
  LemmaIndex lemma = 0;
};

struct Tagging {
  std::vector<WordTag> words;       // one a Segmentation::words entry
  std::vector<std::string> lemmas;  // each distinct lemma once; 0 is ""
};

// Linear in the number of words. A sentence is tagged on its own: no sentence changes another.
[[nodiscard]] Tagging tag_words(const Segmentation& segmentation, const Lexicon& lexicon,
                                const TaggingModel& model);
// Of these sentences alone; the other words stay as a WordTag begins.
// REQUIRES: the memory is of this lexicon and this model.
[[nodiscard]] Tagging tag_words(const Segmentation& segmentation, const Lexicon& lexicon,
                                const TaggingModel& model, SentenceRange range,
                                TaggingMemory& memory);

}  // namespace limpide
