#include "analyzer/structure/quotations.h"

#include <optional>

namespace limpide {
namespace {

constexpr std::uint32_t kFewestWords = 8;
constexpr const char* kOpen = "\xC2\xAB";
constexpr const char* kClose = "\xC2\xBB";

}  // namespace

std::vector<TokenRange> long_quotations(const Segmentation& segmentation) {
  std::vector<TokenRange> found;
  std::optional<std::uint32_t> open;
  std::uint32_t block = 0;
  std::uint32_t words = 0;
  for (const Sentence& sentence : segmentation.sentences) {
    // A mark left open ends with its block: it cannot swallow the rest of the document.
    if (sentence.block != block) open.reset();
    block = sentence.block;
    for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
      const Token& token = segmentation.tokens[at];
      const std::string& key = segmentation.forms[token.form].key;
      if (key == kOpen) {
        open = at + 1;
        words = 0;
      } else if (key == kClose && open) {
        if (words >= kFewestWords) found.push_back({*open, at});
        open.reset();
      } else if (token.kind == TokenKind::kWord) {
        ++words;
      }
    }
  }
  return found;
}

}  // namespace limpide
