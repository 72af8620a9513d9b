#include "analyzer/engine/rewrite_check.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "analyzer/engine/own_rewrites.h"
#include "analyzer/engine/passages.h"

namespace limpide {
namespace {

// What a first rewrite leaves may be rewritten again.
constexpr int kMostRounds = 8;

// The first text once edited, and the way back.
class EditedText {
 public:
  EditedText(const Analysis& before, const std::vector<Edit>& edits,
             const LanguageResources& language) {
    std::vector<const Edit*> pointers;
    pointers.reserve(edits.size());
    for (const Edit& edit : edits) pointers.push_back(&edit);
    const auto size = static_cast<std::uint32_t>(before.document->text.size());
    EditedPassage passage = edited_passage(before, {0, size}, pointers);
    words_ = std::move(passage.words);
    read_ = read_whole(passage.blocks, language);
  }
  [[nodiscard]] bool is_read() const { return read_ != nullptr; }
  [[nodiscard]] const Analysis& analysis() const { return read_->analysis; }

  // Of words of the edited text: the words before that they were or stand in the place of.
  [[nodiscard]] Span before(Span span) const {
    if (span.empty()) return span;
    return {offset_before(span.begin, false), offset_before(span.end, true)};
  }

 private:
  static std::unique_ptr<ReadText> read_whole(const std::vector<PassageBlock>& blocks,
                                              const LanguageResources& language) {
    const auto blank = [](const PassageBlock& block) {
      return block.text.find_first_not_of(" \t\n") == std::string::npos;
    };
    if (std::any_of(blocks.begin(), blocks.end(), blank)) return nullptr;
    auto read = std::make_unique<ReadText>();
    Result<Document> document = document_of(blocks);
    if (!document || document->blocks.size() != blocks.size()) return nullptr;
    read->document = *std::move(document);
    read->analysis = analyse(read->document, language, Depth::kTrees);
    return read;
  }

  [[nodiscard]] std::uint32_t offset_before(std::uint32_t offset, bool end) const {
    std::int64_t shift = 0;
    for (std::size_t i = 0; i < words_.after.size(); ++i) {
      const Span now = words_.after[i];
      const Span was = words_.before[i];
      if (end ? offset <= now.begin : offset < now.begin) break;
      const bool inside = end ? offset <= now.end : offset < now.end;
      if (inside) return end ? was.end : was.begin;
      shift = static_cast<std::int64_t>(was.end) - now.end;
    }
    return static_cast<std::uint32_t>(offset + shift);
  }

  EditedWords words_;
  std::unique_ptr<ReadText> read_;
};

}  // namespace

Result<RewriteCheck> check_rewrite(const Engine& engine, const Analysis& before,
                                   const Analysis& after) {
  Result<Verification> plain = verify_texts(before, after, engine.verification());
  if (!plain) return plain.error();
  RewriteCheck best{*std::move(plain), 0};
  std::vector<std::unique_ptr<EditedText>> texts;
  std::size_t own = 0;
  for (int round = 0; round < kMostRounds && !best.verification.kept(); ++round) {
    const Analysis& now = texts.empty() ? before : texts.back()->analysis();
    const DocumentReport report = engine.check_document(*now.document, AnalysisOptions{});
    const OwnRewrites rewrites = own_rewrites(now, report.findings, after);
    if (rewrites.edits.empty()) break;
    auto edited = std::make_unique<EditedText>(now, rewrites.edits, engine.language());
    if (!edited->is_read()) break;
    texts.push_back(std::move(edited));
    own += rewrites.count;
    Result<Verification> verified =
        verify_texts(texts.back()->analysis(), after, engine.verification());
    if (!verified) break;
    // An edited text has lost its tables and lists: it may not find more than the text itself.
    if (verified->changes.size() > best.verification.changes.size()) continue;
    for (FactChange& change : verified->changes) {
      for (std::size_t i = texts.size(); i-- > 0;) change.before = texts[i]->before(change.before);
    }
    best = {*std::move(verified), own};
  }
  return best;
}

}  // namespace limpide
