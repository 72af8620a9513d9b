// "En application de l'article L. 123-4 du code X, votre demande est refusee." -> "Votre demande
// est refusee (article L. 123-4 du code X)." In: a reference of law in the opening words of its
// sentence. The reference keeps its bytes. Refuses: a sentence of several parts, a question, one
// that already ends on brackets, words that point back to the text ("cet article").
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLongestReference = 40;  // tokens before the comma
constexpr std::uint32_t kLongestRest = 45;       // tokens
constexpr std::uint32_t kLeastRest = 3;

class Mover {
 public:
  explicit Mover(const OperationInput& input)
      : input_(input),
        analysis_(input.analysis),
        table_(input.resources.formulas),
        sentence_(
            analysis_.segmentation.sentences[analysis_.sentence_of_token[input.range.first]]) {}

  [[nodiscard]] std::vector<Suggestion> run() const {
    const std::uint32_t reference = after_lead();
    if (reference == 0 || reference >= input_.range.end) return {};
    const auto comma = comma_after_reference();
    if (!comma || !names_only(reference, *comma) || !is_one_statement(*comma)) return {};
    const std::string& text = analysis_.document->text;
    const std::uint32_t first = *comma + 1;
    const std::uint32_t last = sentence_.token_end - 1;
    const Span moved{span_of(reference).begin, span_of(*comma).begin};
    const Span opening = span_of(first);
    std::vector<Edit> edits;
    edits.push_back(
        {{span_of(sentence_.first_token).begin, opening.end}, capitalized(slice(text, opening))});
    const std::uint32_t stop = span_of(last).begin;
    edits.push_back({{stop, stop}, " (" + std::string(slice(text, moved)) + ")"});
    return {{std::move(edits), false}};
  }

 private:
  [[nodiscard]] const std::string& lower(std::uint32_t token) const {
    return form_of_token(analysis_, token).lower;
  }
  [[nodiscard]] Span span_of(std::uint32_t token) const {
    return analysis_.segmentation.tokens[token].span;
  }
  [[nodiscard]] const WordTag& tag(std::uint32_t token) const {
    return analysis_.tagging.words[analysis_.segmentation.tokens[token].first_word];
  }

  // First token of the reference, behind "en application de l'"; 0 when there is no such lead.
  [[nodiscard]] std::uint32_t after_lead() const {
    std::uint32_t best = 0;
    for (const Formula& lead : table_.references) {
      const auto end =
          match_formula(analysis_, lead.pattern, sentence_.first_token, sentence_.token_end);
      if (end) best = std::max(best, *end);
    }
    if (best == 0) return 0;
    while (best < sentence_.token_end && tag(best).upos == Upos::kDet &&
           (lower(best) == "l'" || lower(best) == "le" || lower(best) == "la" ||
            lower(best) == "les")) {
      ++best;
    }
    return best;
  }

  // The comma right behind the last reference of law of the opening.
  [[nodiscard]] std::optional<std::uint32_t> comma_after_reference() const {
    const std::uint32_t end =
        std::min(sentence_.token_end, sentence_.first_token + kLongestReference);
    for (std::uint32_t i = input_.range.end; i < end; ++i) {
      if (lower(i) != "," || analysis_.protected_of_token[i] != 0) continue;
      return i;
    }
    return std::nullopt;
  }

  // Nothing but the text and its parts: no verb, no other sentence member.
  [[nodiscard]] bool names_only(std::uint32_t first, std::uint32_t comma) const {
    for (std::uint32_t i = first; i < comma; ++i) {
      const VerbForm form = tag(i).features.verb_form;
      const bool is_protected = analysis_.protected_of_token[i] != 0;
      if (is_protected) continue;
      if (form == VerbForm::kFin || form == VerbForm::kInf) return false;
      const std::string& word = lower(i);
      if (word == "(" || word == ")" || word == "," || word == ";" || word == ":") return false;
      if (word == "votre" || word == "vos" || tag(i).upos == Upos::kPron) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_one_statement(std::uint32_t comma) const {
    const std::uint32_t first = comma + 1;
    const std::uint32_t last = sentence_.token_end - 1;
    if (last <= first + kLeastRest || last - first > kLongestRest) return false;
    if (lower(last) != "." || lower(last - 1) == ")") return false;
    if (analysis_.segmentation.tokens[first].kind != TokenKind::kWord) return false;
    if (analysis_.protected_of_token[last] != 0) return false;
    // The statement itself, no relative clause or further text: "qui date de", "du decret".
    const WordTag& opening = tag(first);
    const bool starts =
        opening.upos == Upos::kDet || opening.upos == Upos::kPropn || opening.upos == Upos::kNoun ||
        (opening.upos == Upos::kPron && opening.features.pron_type != PronType::kRel);
    if (!starts) return false;
    bool verb = false;
    for (std::uint32_t i = first; i < last; ++i) {
      const std::string& word = lower(i);
      if (word == ";" || word == ":" || word == "(" || word == "\xC2\xAB") return false;
      if (table_.backward.count(word) != 0) return false;
      const bool pointed = word == "article" || word == "texte" || word == "loi" ||
                           word ==
                               "d\xC3\xA9"
                               "cret" ||
                           word == "code";
      if (pointed && (lower(i - 1) == "cet" || lower(i - 1) == "ce" || lower(i - 1) == "cette" ||
                      lower(i - 1) == "m\xC3\xAAme")) {
        return false;
      }
      // Another reference at the end would stand beside this one.
      if (analysis_.protected_of_token[i] != 0 && is_law(i)) return false;
      verb = verb || tag(i).features.verb_form == VerbForm::kFin;
    }
    return verb;
  }
  [[nodiscard]] bool is_law(std::uint32_t token) const {
    const auto& spans = analysis_.segmentation.protected_spans;
    return spans[analysis_.protected_of_token[token] - 1].kind == ProtectedKind::kLawReference;
  }

  const OperationInput& input_;
  const Analysis& analysis_;
  const FormulaTable& table_;
  const Sentence& sentence_;
};

}  // namespace

std::vector<Suggestion> put_reference_last(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  return Mover(input).run();
}

}  // namespace limpide
