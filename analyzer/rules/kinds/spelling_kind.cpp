// A word that the lexicon refuses and that is no name, sigle or code. Argument: mot. Operation: a
// close word of the lexicon.
#include "analyzer/lexicon/spelling.h"

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint16_t kShortestWord = 2;

class SpellingMatcher final : public Matcher {
 public:
  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    const std::vector<bool> refused = refused_forms(analysis);
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        if (!refused[analysis.segmentation.tokens[at].form]) continue;
        if (!is_plain_token(analysis, at) || touches_other(analysis, sentence, at)) continue;
        Hit hit;
        hit.span = analysis.segmentation.tokens[at].span;
        hit.arguments = {{"mot", written(analysis, hit.span)}};
        hit.operation.kind = OperationKind::kSpelling;
        hits.push_back(std::move(hit));
      }
    }
  }

 private:
  // Only words all in small letters: a capital may be a name, and names are nobody's fault.
  static std::vector<bool> refused_forms(const Analysis& analysis) {
    const auto& forms = analysis.segmentation.forms;
    std::vector<bool> refused(forms.size(), false);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const Form& form = forms[i];
      if (form.lexicon != kNoForm || form.casing != Casing::kLower) continue;
      if (form.letters < kShortestWord || !is_written_as_word(form.key)) continue;
      refused[i] = is_doubtful(analysis.language->lexicon, form.key, false);
    }
    return refused;
  }

  static bool is_written_as_word(std::string_view key) {
    // "-nous", "-t-il": cut from their verb by the tokenizer.
    if (key.front() == '-') return false;
    for (const char byte : key) {
      const auto value = static_cast<unsigned char>(byte);
      const bool letter = value >= 0x80 || (byte >= 'a' && byte <= 'z');
      if (!letter && byte != '-' && byte != '\'') return false;
    }
    return true;
  }

  // Glued to a neighbour without a space: part of a code, a path or a cut word.
  static bool touches_other(const Analysis& analysis, const Sentence& sentence, std::uint32_t at) {
    const auto& tokens = analysis.segmentation.tokens;
    const auto glues = [&](std::uint32_t other) {
      if (tokens[other].kind == TokenKind::kNumber) return true;
      if (tokens[other].kind == TokenKind::kPunctuation) {
        const std::string& key = form_of(analysis, other).key;
        return key == "-" || key == "/" || key == "_";
      }
      return tokens[other].kind == TokenKind::kSymbol || tokens[other].kind == TokenKind::kOther;
    };
    const bool before = at > sentence.first_token && !tokens[at].space_before && glues(at - 1);
    const bool after = at + 1 < sentence.token_end && !tokens[at + 1].space_before && glues(at + 1);
    return before || after;
  }
};

}  // namespace

MatcherResult make_spelling(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {});
  if (!known) return known.error();
  return std::unique_ptr<const Matcher>(std::make_unique<SpellingMatcher>());
}

}  // namespace limpide
