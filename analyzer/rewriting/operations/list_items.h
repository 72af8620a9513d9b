// The items of an enumeration that ends its sentence. In: an OperationInput, where the first item
// begins, where the sentence stops, what its introduction promises. Out: the items, and the word
// that joins the last one. Refuses: items that do not open alike or whose heads the tree hangs
// elsewhere, a clause or a complement behind the last item, asides but one at its head.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/rewriting/operations/sentence_tokens.h"

namespace limpide {

// How an item opens. Bare: "piece d'identite", behind a colon that promises a list.
enum class ItemOpening : std::uint8_t { kOther, kArticle, kBare, kInfinitive, kPreposition };

struct ListItem {  // tokens
  std::uint32_t first = 0;
  std::uint32_t body = 0;  // behind "le cas echeant,"
  std::uint32_t end = 0;
};

struct ListSearch {
  std::uint32_t first = 0;  // of the first item
  std::uint32_t end = 0;    // the full stop
  bool promised = false;    // the words before the colon announce a list
  bool apart = false;       // what an infinitive asks for, whatever the tree says
};

struct FoundItems {
  std::vector<ListItem> items;
  std::string coordinator;  // "et", "ou", "ainsi"; "" when only semicolons part the items
};
[[nodiscard]] std::optional<FoundItems> find_items(const OperationInput& input,
                                                   const ListSearch& search);

// A sentence that may hold a list, word by word.
class ListText : protected SentenceTokens {
 public:
  explicit ListText(const OperationInput& input)
      : SentenceTokens(input), tokens_(input.analysis.segmentation.tokens) {}

 protected:
  // Inside brackets or quotation marks of the sentence.
  [[nodiscard]] bool is_enclosed(std::uint32_t token) const {
    int depth = 0;
    for (std::uint32_t i = sentence_.first_token; i < token; ++i) depth += step(i);
    return depth != 0;
  }
  [[nodiscard]] int step(std::uint32_t token) const {
    const std::string& mark = key(token);
    if (mark == "(" || mark == "[" || mark == "\xC2\xAB") return 1;
    if (mark == ")" || mark == "]" || mark == "\xC2\xBB") return -1;
    return 0;
  }

  // Without what only a promised list allows.
  [[nodiscard]] ItemOpening plain_opening(std::uint32_t token) const;

  const std::vector<Token>& tokens_;
};

}  // namespace limpide
