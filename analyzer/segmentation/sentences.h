// Tokens to sentences. In: the stream, the protected spans, the document's blocks. Out: sentences
// that cover every token of every block but code, in order; none crosses a block or a line of the
// author, none begins or ends inside a protected span. Refuses: code blocks, which have no
// sentences because they are never judged.
#pragma once

#include <vector>

#include "analyzer/document/document.h"
#include "analyzer/lexicon/lexicon.h"
#include "analyzer/segmentation/stream.h"

namespace limpide {

[[nodiscard]] std::vector<Sentence> split_sentences(const Document& document,
                                                    const TokenStream& stream,
                                                    const std::vector<ProtectedSpan>& spans,
                                                    const Lexicon* lexicon);

}  // namespace limpide
