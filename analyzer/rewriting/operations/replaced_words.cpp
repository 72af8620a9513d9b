#include "analyzer/rewriting/operations/replaced_words.h"

#include "analyzer/rewriting/inflection/forms.h"

namespace limpide {

ReplacedWords::ReplacedWords(const OperationInput& input, TokenRange range)
    : input_(input),
      analysis_(input.analysis),
      language_(*input.analysis.language),
      range_(range),
      head_(input.analysis.depth == Depth::kTrees ? head_word(input.analysis, range) : 0) {}

bool ReplacedWords::is_past_participle(std::uint32_t word) const {
  return tag(word).features.verb_form == VerbForm::kPart &&
         tag(word).features.tense == Tense::kPast;
}

bool ReplacedWords::is_preposition(std::string_view word) const {
  const FormId form = language_.lexicon.find_any_case(word);
  if (form == kNoForm) return false;
  const LexicalTraits& traits = language_.lexicon.traits(form);
  return traits.may_be(Upos::kAdp) && !traits.may_be(Upos::kAdv);
}

bool ReplacedWords::fits_preposition(std::string& text) const {
  const std::size_t space = text.find_last_of(' ');
  const std::string last = space == std::string::npos ? text : text.substr(space + 1);
  if (!reading_of(language_, last, 1U << static_cast<unsigned>(Upos::kAdp))) return true;
  const auto& tokens = analysis_.segmentation.tokens;
  if (range_.end >= tokens.size()) return false;
  const std::uint32_t next = tokens[range_.end].first_word;
  // "afferents auxdites": the preposition is inside the word.
  const std::string& joined = form_of_token(analysis_, range_.end).lower;
  const bool holds_at = joined == "audit" || joined == "auxdits" || joined == "auxdites";
  const bool holds_of = joined == "dudit" || joined == "desdits" || joined == "desdites";
  if (holds_at || holds_of) {
    if (space == std::string::npos || last != (holds_at ? "\xC3\xA0" : "de")) return false;
    text.erase(space);
    return true;
  }
  if (tag(next).upos != Upos::kAdp) return true;
  if (space == std::string::npos || lemma_of(analysis_, next) != last) return false;
  text.erase(space);
  return true;
}

Edits ReplacedWords::literal(TokenRange range, const std::string& text) const {
  const auto& tokens = analysis_.segmentation.tokens;
  // "par ailleurs," before ", depuis": one comma.
  const bool twice = text.size() > 1 && text.back() == ',' && range.end < tokens.size() &&
                     form_of_token(analysis_, range.end).key == ",";
  return replace_tokens(analysis_, range, twice ? text.substr(0, text.size() - 1) : text,
                        input_.operation.open_ending);
}

}  // namespace limpide
