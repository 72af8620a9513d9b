#include "analyzer/annotation/text/text_annotator.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "analyzer/annotation/source_encoding.h"
#include "analyzer/annotation/text/reviewed_text.h"

namespace limpide {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The text of a mail, block after block, and where each block begins in it.
class MailText {
 public:
  MailText(const Document& document, const std::string& subject) : document_(document) {
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      const Block& block = document.blocks[i];
      if (i > 0) text_ += between(document.blocks[i - 1], block);
      if (block.kind == BlockKind::kSubject) text_ += subject;
      if (block.kind == BlockKind::kListItem) {
        text_.append(2 * std::max<std::size_t>(block.level, 1), ' ').append("- ");
      }
      begins_.push_back(static_cast<std::uint32_t>(text_.size()));
      text_ += slice(document.text, block.text);
    }
    text_.push_back('\n');
  }

  [[nodiscard]] const std::string& text() const { return text_; }

  [[nodiscard]] std::optional<std::uint32_t> after(Span words) const {
    const std::size_t index = block_at(document_, words.end);
    if (index == begins_.size()) return std::nullopt;
    return begins_[index] + words.end - document_.blocks[index].text.begin;
  }

 private:
  static const char* between(const Block& before, const Block& block) {
    const bool row = block.table != 0 && block.table == before.table && block.row == before.row;
    if (row) return " | ";
    const bool close = (block.table != 0 && block.table == before.table) ||
                       (block.kind == BlockKind::kListItem && before.kind == block.kind);
    return close ? "\n" : "\n\n";
  }

  const Document& document_;
  std::string text_;
  std::vector<std::uint32_t> begins_;
};

}  // namespace

Result<Annotated> annotate_text(const AnnotationInput& input) {
  const Result<SourceEncoding> encoding =
      SourceEncoding::of(input.path, input.bytes, input.document);
  if (!encoding) return encoding.error();
  const Document& document = input.document;
  PlainText plain;
  plain.text = document.parts.front().source;
  plain.line_end = encoding->line_end();
  plain.begin = plain.text.compare(0, 3, kByteOrderMark) == 0 ? 3 : 0;
  plain.intro = input.plan.words.of_text;
  plain.written = [&encoding](std::string_view words) { return encoding->readable(words); };
  plain.place_after = [&document](Span words) -> std::optional<std::uint32_t> {
    const std::vector<SourceRange> ranges = document.source_map.ranges(words);
    if (!ranges.empty()) return ranges.back().bytes.end;
    const std::optional<SourceRange> place = document.source_map.position(words.end);
    if (!place) return std::nullopt;
    return place->bytes.begin;
  };
  Annotated done;
  Result<std::string> bytes = encoding->bytes(reviewed_text(input, plain, done));
  if (!bytes) return bytes.error();
  done.bytes = *std::move(bytes);
  return done;
}

Result<Annotated> annotate_mail(const AnnotationInput& input) {
  const MailText mail(input.document, input.plan.words.subject);
  PlainText plain;
  plain.text = mail.text();
  plain.intro = input.plan.words.of_mail;
  plain.written = [](std::string_view words) { return std::string(words); };
  plain.place_after = [&mail](Span words) { return mail.after(words); };
  Annotated done;
  done.bytes = reviewed_text(input, plain, done);
  return done;
}

}  // namespace limpide
