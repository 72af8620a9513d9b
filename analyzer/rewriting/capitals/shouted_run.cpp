#include "analyzer/rewriting/capitals/shouted_run.h"

namespace limpide {

bool is_roman(const std::string& key) {
  return key.find_first_not_of("IVXLC") == std::string::npos;
}

TokenRange whole_shout(const Analysis& analysis, TokenRange range) {
  const Sentence& sentence =
      analysis.segmentation.sentences[analysis.sentence_of_token[range.first]];
  const auto goes_on = [&analysis](std::uint32_t at) {
    if (analysis.protected_of_token[at] != 0) return true;
    const Token& token = analysis.segmentation.tokens[at];
    const Form& form = form_of_token(analysis, at);
    if (token.kind != TokenKind::kWord) return true;
    return form.casing == Casing::kUpper ||
           (form.letters == 1 && starts_with_capital(analysis, at));
  };
  while (range.first > sentence.first_token && goes_on(range.first - 1)) --range.first;
  while (range.end < sentence.token_end && goes_on(range.end)) ++range.end;
  return range;
}

ShoutedRun::ShoutedRun(const Analysis& analysis, const CapitalWords& words, TokenRange range)
    : analysis_(analysis),
      words_(words),
      range_(range),
      sentence_(analysis.segmentation.sentences[analysis.sentence_of_token[range.first]]) {}

bool ShoutedRun::is_free(std::uint32_t token) const {
  if (analysis_.quoted_law_token[token]) return false;
  const std::uint32_t unit = analysis_.protected_of_token[token];
  if (unit == 0) return true;
  const ProtectedKind kind = analysis_.segmentation.protected_spans[unit - 1].kind;
  const bool words = kind == ProtectedKind::kDate || kind == ProtectedKind::kAmount ||
                     kind == ProtectedKind::kFormNumber || kind == ProtectedKind::kLawReference;
  return words && (form(token).letters > 1 || form(token).lower.back() == '\'');
}

bool ShoutedRun::is_shouted_word(std::uint32_t token) const {
  if (!is_word(token) || !is_free(token)) return false;
  const Form& one = form(token);
  return one.casing == Casing::kUpper ||
         (one.letters == 1 && starts_with_capital(analysis_, token));
}

bool ShoutedRun::behind_part(std::uint32_t at) const {
  return at > 0 && words_.before_letter.count(form(at - 1).lower) != 0;
}

bool ShoutedRun::opens(std::uint32_t token) const {
  bool letters = false;
  for (std::uint32_t at = sentence_.first_token; at < token && !letters; ++at) {
    letters = is_word(at) && is_free(at) && !is_number_of_part(at);
  }
  if (!letters) return true;
  const Role role = analysis_.structure.blocks[sentence_.block].role;
  return form(token - 1).key == ":" && (role == Role::kObject || role == Role::kHeading);
}

bool ShoutedRun::is_look() const {
  const auto& runs = analysis_.document->runs;
  for (const Run& run : runs) {
    if (run.text.begin >= span_of(range_.end - 1).end) break;
    if (run.capitals && run.text.end > span_of(range_.first).begin) return true;
  }
  return false;
}

bool ShoutedRun::is_address_or_person(const FormulaWords& titles) const {
  for (std::uint32_t at = sentence_.first_token; at < sentence_.token_end; ++at) {
    if (!is_word(at)) continue;
    const std::string& lower = form(at).lower;
    const bool beside = at + 1 >= range_.first && at < range_.end;
    const bool upper = form(at).casing == Casing::kUpper;
    if (beside && titles.count(lower) != 0) return true;
    if (!upper) continue;
    if (words_.streets.count(lower) != 0) return true;
    const bool first = at == sentence_.first_token ||
                       analysis_.segmentation.tokens[at - 1].kind == TokenKind::kNumber;
    if (first && words_.street_openers.count(lower) != 0 && at + 1 < sentence_.token_end) {
      return true;
    }
  }
  return false;
}

// "A", "II" before a mark.
bool ShoutedRun::is_number_of_part(std::uint32_t at) const {
  const Form& one = form(at);
  return (one.letters == 1 || is_roman(one.key)) && !is_word(at + 1);
}

}  // namespace limpide
