// Words that say nothing are cut, with the blank and the commas that were theirs.
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

// "[sauf erreur de notre part], et malgre nos lettres": "Et" would open the sentence.
bool leaves_link_first(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  const Sentence& sentence =
      analysis.segmentation.sentences[analysis.sentence_of_token[input.range.first]];
  if (input.range.first != sentence.first_token) return false;
  std::uint32_t next = input.range.end;
  if (next < sentence.token_end && form_of_token(analysis, next).lower == ",") ++next;
  if (next >= sentence.token_end) return false;
  const std::string& word = form_of_token(analysis, next).lower;
  const RewritingResources& words = input.resources;
  return word == words.and_word || word == words.or_word || word == words.but_word;
}

}  // namespace

std::vector<Suggestion> delete_words(const OperationInput& input) {
  if (leaves_link_first(input)) return {};
  std::vector<Edit> edits = delete_tokens(input.analysis, input.range);
  if (edits.empty()) return {};
  return {{std::move(edits), input.operation.safe}};
}

}  // namespace limpide
