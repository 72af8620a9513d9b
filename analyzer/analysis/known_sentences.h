// Sentences whose tags and tree are known from an earlier analysis. In: analyses with trees; later
// a segmentation that may hold the same sentences. Out: its tags and trees, copied. Refuses: a
// segmentation with one sentence that is not known: nothing is copied then.
//
// Sound because a sentence is tagged and parsed on its own (tagging.h, parser.h): the same words
// have the same tags and arcs wherever they stand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "analyzer/analysis/analysis.h"
#include "analyzer/analysis/syntax.h"

namespace limpide {

class KnownSentences {
 public:
  // REQUIRES: analysed with trees; outlives this value.
  void add(const Analysis& analysis);
  [[nodiscard]] std::optional<Syntax> syntax_of(const Segmentation& segmentation) const;

 private:
  struct Place {
    const Analysis* analysis = nullptr;
    std::uint32_t sentence = 0;
  };
  std::unordered_map<std::string, Place> places_;  // by words; only looked up, never listed
};

// The same as analyse(document, language, Depth::kTrees), without the search for tags and trees
// where every sentence is known, and without structure and metrics: a few sentences have no place
// in a document.
[[nodiscard]] Analysis analyse_known(const Document& document, const LanguageResources& language,
                                     const KnownSentences& known, SyntaxMemory& memory);

}  // namespace limpide
