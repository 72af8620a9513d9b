// A few sentences of a document as they are, or as edits would make them, read as a document of
// their own. In: an Analysis, edits. Out: the passage, and its own Analysis. Refuses: nothing of
// the document around; a sentence is tagged and parsed on its own anyway.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyzer/analysis/known_sentences.h"
#include "analyzer/findings/finding.h"

namespace limpide {

// From the first to the last sentence that the edits touch.
// REQUIRES: edits in order, not overlapping, at least one.
[[nodiscard]] Span passage_around(const Analysis& analysis, const std::vector<Edit>& edits);

// The blocks of a passage, or what is left of them: text and kind.
struct PassageBlock {
  std::string text;
  BlockKind kind = BlockKind::kParagraph;
  bool hard_wrapped = false;
};
// Where edits stand in the text of the passage, before and after them: one span each an edit.
struct EditedWords {
  std::vector<Span> before;
  std::vector<Span> after;
};
struct EditedPassage {
  std::vector<PassageBlock> blocks;
  EditedWords words;
};
// REQUIRES: `span` holds whole sentences and all the edits, which are in order.
[[nodiscard]] EditedPassage edited_passage(const Analysis& analysis, Span span,
                                           const std::vector<const Edit*>& edits);

// A blank block is left out. An Error: over the limits of a document.
[[nodiscard]] Result<Document> document_of(const std::vector<PassageBlock>& blocks);

// The analysis keeps a pointer to the document: neither moves.
struct ReadText {
  Document document;
  Analysis analysis;
};
// Null where document_of gives an Error.
[[nodiscard]] std::unique_ptr<ReadText> read_blocks(const std::vector<PassageBlock>& blocks,
                                                    const LanguageResources& language,
                                                    const KnownSentences& known,
                                                    SyntaxMemory& memory);

}  // namespace limpide
