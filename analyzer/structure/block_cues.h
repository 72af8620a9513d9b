// What can be seen of one block before its neighbours are asked. In: the document, its
// segmentation, the phrases. Out: counts and marks. Refuses: to decide; roles.cpp does.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/document/document.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/structure/structure.h"

namespace limpide {

struct BlockCues {
  std::uint32_t first_token = 0;
  std::uint32_t token_end = 0;
  std::uint32_t words = 0;          // tokens with a letter
  std::uint32_t lines = 0;          // of the author
  std::uint32_t longest_line = 0;   // words
  std::uint32_t item_lines = 0;     // lines that open with a bullet, "a)" or a box
  std::uint32_t column_lines = 0;   // lines with a bar, a tab or wide spaces inside
  std::uint32_t label_lines = 0;    // "label : value"
  std::uint32_t blanks = 0;         // dots or low lines to fill in
  std::uint32_t capital_words = 0;  // words in capitals, of two letters or more
  std::uint32_t long_words = 0;     // of four letters or more
  std::uint32_t quoted_words = 0;   // inside the longest quotation
  std::uint32_t contacts = 0;       // phones, e-mails, sites
  std::uint32_t postal_codes = 0;
  std::uint32_t law_references = 0;
  std::uint32_t case_numbers = 0;
  std::uint32_t dates = 0;
  std::uint32_t dashes = 0;        // dashes between spaces, not at the start of a line
  PhraseBits starts = 0;           // phrases at the very start
  PhraseBits line_starts = 0;      // phrases at the start of a line
  PhraseBits holds = 0;            // phrases anywhere
  std::uint32_t finite_verbs = 0;  // forms that are surely a conjugated verb: "venez", "sera"
  bool numbered = false;           // opens with "1.", "II.", "A."
  bool ends_with_date = false;     // and nothing but a place stands before the date
  bool colon_after_start = false;  // a colon among the first tokens
  bool code_before_colon = false;
  bool starts_with_article = false;  // "Article 1er", "Article L. 247 ..."
  char32_t last = 0;                 // last character that is no closing mark
};

[[nodiscard]] std::vector<BlockCues> block_cues(const Document& document,
                                                const Segmentation& segmentation,
                                                const StructureResources& resources);

}  // namespace limpide
