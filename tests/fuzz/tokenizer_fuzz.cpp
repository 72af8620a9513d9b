// Any text through segment(): no crash, every character that is no space in one token, spans and
// sentences in order. The first byte of the input chooses the kind of block and the lexicon.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/document/document_builder.h"
#include "analyzer/segmentation/characters.h"
#include "analyzer/segmentation/segmenter.h"

namespace limpide {
namespace {

const SegmentationResources& resources(bool with_lexicon) {
  static const Lexicon* lexicon = [] {
    auto opened = Lexicon::open(LIMPIDE_DATA_DIR "/fr/lexicon.bin");
    return opened ? new Lexicon(std::move(opened).value()) : nullptr;
  }();
  static const auto* with = new Result<SegmentationResources>(
      load_segmentation(LIMPIDE_DATA_DIR "/fr/segmentation", lexicon));
  static const auto* without = new Result<SegmentationResources>(
      load_segmentation(LIMPIDE_DATA_DIR "/fr/segmentation", nullptr));
  if (!with->has_value() || !without->has_value()) std::abort();
  return with_lexicon ? with->value() : without->value();
}

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const Document& document, const Segmentation& found) {
  std::uint32_t at = 0;
  for (const Token& token : found.tokens) {
    require(token.span.begin < token.span.end && token.span.begin >= at);
    while (at < token.span.begin) {
      const std::uint32_t size = space_size(document.text, at);
      require(size > 0);
      at += size;
    }
    at = token.span.end;
    require(token.form < found.forms.size() && token.first_word < found.words.size());
  }
  std::uint32_t next = 0;
  for (const Sentence& sentence : found.sentences) {
    require(sentence.first_token >= next && sentence.first_token < sentence.token_end);
    next = sentence.token_end;
  }
  require(next <= found.tokens.size());
  next = 0;
  for (const ProtectedSpan& span : found.protected_spans) {
    require(span.first_token >= next && span.first_token < span.token_end);
    next = span.token_end;
  }
  require(next <= found.tokens.size());
}

}  // namespace
}  // namespace limpide

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace limpide;
  if (size < 2) return 0;
  const std::uint8_t choice = data[0];
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (!is_valid_utf8(text)) return 0;
  DocumentBuilder builder(Format::kText, Limits{});
  Block block;
  block.hard_wrapped = (choice & 1U) != 0;
  block.kind = (choice & 2U) != 0 ? BlockKind::kCode : BlockKind::kParagraph;
  builder.open_block(block);
  builder.append_made(text);
  if ((choice & 4U) != 0) {
    const std::uint32_t end = builder.offset();
    builder.mark_merge_field(0, end < 4 ? end : 1, "x");
  }
  builder.close_block();
  auto document = builder.finish();
  if (!document) return 0;
  check(*document, segment(*document, resources((choice & 8U) != 0)));
  return 0;
}
