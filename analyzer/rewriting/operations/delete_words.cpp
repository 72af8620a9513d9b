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

bool is_that(const std::string& word) { return word == "que" || word == "qu'"; }

// "[il est rappele que] la loi s'impose et que les absences": the second "que" would hang.
bool leaves_second_that(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (!is_that(form_of_token(analysis, input.range.end - 1).lower)) return false;
  const Sentence& sentence =
      analysis.segmentation.sentences[analysis.sentence_of_token[input.range.first]];
  const RewritingResources& words = input.resources;
  for (std::uint32_t i = input.range.end; i + 1 < sentence.token_end; ++i) {
    const std::string& word = form_of_token(analysis, i).lower;
    const bool joins =
        word == words.and_word || word == words.or_word || word == words.but_word || word == ",";
    if (joins && is_that(form_of_token(analysis, i + 1).lower)) return true;
  }
  return false;
}

}  // namespace

std::vector<Suggestion> delete_words(const OperationInput& input) {
  if (leaves_link_first(input) || leaves_second_that(input)) return {};
  std::vector<Edit> edits = delete_tokens(input.analysis, input.range);
  if (edits.empty()) return {};
  return {{std::move(edits), input.operation.safe}};
}

}  // namespace limpide
