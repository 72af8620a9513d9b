#include "analyzer/engine/passages.h"

#include <algorithm>
#include <utility>

#include "analyzer/document/document_builder.h"

namespace limpide {
namespace {

// The text of a passage once edited, and where its blocks end in it.
class PassageWriter {
 public:
  PassageWriter(const Analysis& analysis, Span span)
      : text_(analysis.document->text), span_(span), at_(span.begin) {
    const std::vector<Block>& blocks = analysis.document->blocks;
    block_ = std::partition_point(blocks.begin(), blocks.end(), [span](const Block& block) {
      return block.text.end <= span.begin;
    });
    blocks_end_ = blocks.end();
    open();
  }

  // An edit over the end of a block joins it to the next one.
  void edit(const Edit& edit) {
    copy_to(edit.span.begin);
    passage_.words.before.push_back({edit.span.begin - span_.begin, edit.span.end - span_.begin});
    const std::uint32_t begin = written_;
    write_paragraphs(edit.text);
    passage_.words.after.push_back({begin, written_});
    at_ = edit.span.end;
    while (block_ != blocks_end_ && block_->text.end < at_) ++block_;
  }

  EditedPassage take() {
    copy_to(span_.end);
    return std::move(passage_);
  }

 private:
  void open() {
    PassageBlock block;
    if (block_ != blocks_end_) {
      block.kind = block_->kind;
      block.hard_wrapped = block_->hard_wrapped;
    }
    passage_.blocks.push_back(std::move(block));
  }
  // A paragraph break opens a block of the same kind.
  void write_paragraphs(std::string_view text) {
    bool first = true;
    for (const std::string_view piece : paragraphs_of(text)) {
      if (!first) {
        ++written_;
        open();
      }
      write(piece);
      first = false;
    }
  }
  void write(std::string_view text) {
    passage_.blocks.back().text += text;
    written_ += static_cast<std::uint32_t>(text.size());
  }
  void copy_to(std::uint32_t end) {
    while (block_ != blocks_end_ && block_->text.end < end) {
      if (at_ < block_->text.end) write(slice(text_, {at_, block_->text.end}));
      at_ = block_->text.end;
      if (++block_ == blocks_end_) break;
      // Between two blocks stands one line break, as the builder writes it.
      at_ = std::min(end, std::max(at_, block_->text.begin));
      ++written_;
      open();
    }
    if (at_ < end) write(slice(text_, {at_, end}));
    at_ = std::max(at_, end);
  }

  std::string_view text_;
  Span span_;
  std::uint32_t at_;
  std::uint32_t written_ = 0;
  std::vector<Block>::const_iterator block_;
  std::vector<Block>::const_iterator blocks_end_;
  EditedPassage passage_;
};

}  // namespace

Span passage_around(const Analysis& analysis, const std::vector<Edit>& edits) {
  const auto& sentences = analysis.segmentation.sentences;
  Span edited{edits.front().span.begin, edits.back().span.end};
  // Between two sentences: both are read.
  if (breaks_paragraph(edits.front()) && edited.begin > 0) --edited.begin;
  if (breaks_paragraph(edits.back())) ++edited.end;
  const auto own_span = [&analysis](const Sentence& sentence) {
    return sentence_span(analysis.segmentation, sentence);
  };
  Span span = edited;
  auto at = std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& one) {
    return own_span(one).end <= edited.begin;
  });
  for (; at != sentences.end() && own_span(*at).begin < edited.end; ++at) {
    span.begin = std::min(span.begin, own_span(*at).begin);
    span.end = std::max(span.end, own_span(*at).end);
  }
  return span;
}

EditedPassage edited_passage(const Analysis& analysis, Span span,
                             const std::vector<const Edit*>& edits) {
  PassageWriter writer(analysis, span);
  for (const Edit* edit : edits) writer.edit(*edit);
  return writer.take();
}

Result<Document> document_of(const std::vector<PassageBlock>& blocks) {
  std::string all;
  for (const PassageBlock& block : blocks) all += block.text;
  DocumentBuilder builder(Format::kText, Limits{});
  const std::uint32_t part = builder.add_part("", std::move(all));
  std::uint32_t begin = 0;
  for (const PassageBlock& block : blocks) {
    const std::uint32_t end = begin + static_cast<std::uint32_t>(block.text.size());
    Block prototype;
    prototype.kind = block.kind;
    prototype.hard_wrapped = block.hard_wrapped;
    builder.open_block(prototype);
    builder.append(part, {begin, end});
    builder.close_block();
    begin = end;
  }
  return builder.finish();
}

std::unique_ptr<ReadText> read_blocks(const std::vector<PassageBlock>& blocks,
                                      const LanguageResources& language,
                                      const KnownSentences& known, SyntaxMemory& memory) {
  Result<Document> document = document_of(blocks);
  if (!document) return nullptr;
  auto read = std::make_unique<ReadText>();
  read->document = *std::move(document);
  read->analysis = analyse_known(read->document, language, known, memory);
  return read;
}

}  // namespace limpide
