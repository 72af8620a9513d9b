// What the parser sees of a sentence: each word reduced to the whole numbers that its features are
// made of. In: forms, lemmas, tags, the lexicon. Out: one ParseWord a word. Refuses: text; the
// templates (parser_features.h) read nothing but this.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/lexicon/lexicon.h"
#include "analyzer/lexicon/morphology.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/tagging/tagging.h"

namespace limpide {

// Numbers are hashes or small codes; 0 stands for "no such word".
struct ParseWord {
  std::uint32_t form = 0;       // hash of the folded form in lower case
  std::uint32_t lemma = 0;      // hash of the lemma
  std::uint32_t tag = 0;        // fine tag, below kFineTags
  std::uint32_t coarse = 0;     // UPOS + 1
  std::uint32_t agreement = 0;  // number, gender, person
  std::uint32_t valency = 0;    // of the verb, as the lexicon has it
  std::uint32_t readings = 0;   // which parts of speech the lexicon allows the form
  Upos upos = Upos::kX;
  bool past_participle = false;
};

// Marks that divide a sentence differently, 0 for all others. Part of the fine tag of PUNCT.
inline constexpr std::uint32_t kComma = 1;
inline constexpr std::uint32_t kOpeningBracket = 6;
inline constexpr std::uint32_t kClosingBracket = 7;
inline constexpr std::uint32_t kOpeningQuote = 9;
inline constexpr std::uint32_t kClosingQuote = 10;
[[nodiscard]] bool is_strong_mark(std::uint32_t mark);            // ends a clause: . ? ! ; :
[[nodiscard]] std::uint32_t mark_of_tag(std::uint32_t fine_tag);  // REQUIRES: the tag of a PUNCT

// The words of a document, ready to be read one by one: what a form or a lemma alone decides is
// made once for each distinct one.
class ParseInput {
 public:
  // All outlive the value. REQUIRES: tagging.words is parallel to segmentation.words.
  ParseInput(const Segmentation& segmentation, const Tagging& tagging, const Lexicon& lexicon);

  [[nodiscard]] ParseWord word(std::uint32_t index) const;
  [[nodiscard]] std::uint32_t mark(std::uint32_t index) const {  // kind of punctuation, 0: another
    return forms_[segmentation_.words[index].form].mark;
  }

 private:
  struct FormAtoms {
    std::uint32_t form = 0;
    std::uint32_t readings = 0;
    std::uint32_t mark = 0;
  };
  struct LemmaAtoms {
    std::uint32_t lemma = 0;
    std::uint32_t valency = 0;
  };
  const Segmentation& segmentation_;
  const Tagging& tagging_;
  std::vector<FormAtoms> forms_;
  std::vector<LemmaAtoms> lemmas_;
};

}  // namespace limpide
