#include "analyzer/structure/quotations.h"

namespace limpide {
namespace {

constexpr std::uint32_t kFewestWords = 8;
constexpr const char* kOpen = "\xC2\xAB";
constexpr const char* kClose = "\xC2\xBB";

}  // namespace

std::vector<TokenRange> long_quotations(const Segmentation& segmentation) {
  std::vector<TokenRange> found;
  bool inside = false;
  std::uint32_t open = 0;  // first token of the passage, when inside
  std::uint32_t block = 0;
  std::uint32_t words = 0;
  for (const Sentence& sentence : segmentation.sentences) {
    // A mark left open ends with its block: it cannot swallow the rest of the document.
    if (sentence.block != block) inside = false;
    block = sentence.block;
    for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
      const Token& token = segmentation.tokens[at];
      const std::string& key = segmentation.forms[token.form].key;
      if (key == kOpen) {
        inside = true;
        open = at + 1;
        words = 0;
      } else if (key == kClose && inside) {
        if (words >= kFewestWords) found.push_back({open, at});
        inside = false;
      } else if (token.kind == TokenKind::kWord) {
        ++words;
      }
    }
  }
  return found;
}

}  // namespace limpide
