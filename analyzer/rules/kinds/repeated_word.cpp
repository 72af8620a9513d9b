// The same word twice in a row. Argument: mot. Operation: cut the second.
#include <algorithm>
#include <string_view>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

class RepeatedWordMatcher final : public Matcher {
 public:
  explicit RepeatedWordMatcher(const std::string& allowed) : allowed_(" " + allowed + " ") {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      for (std::uint32_t at = sentence.first_token + 1; at < sentence.token_end; ++at) {
        if (!repeats(analysis, at)) continue;
        Hit hit;
        hit.span = analysis.segmentation.tokens[at].span;
        hit.arguments = {{"mot", written(analysis, hit.span)}};
        hit.operation.kind = OperationKind::kDelete;
        hits.push_back(std::move(hit));
      }
    }
  }

 private:
  [[nodiscard]] bool repeats(const Analysis& analysis, std::uint32_t at) const {
    if (!is_word(analysis, at) || !is_plain_token(analysis, at)) return false;
    const Form& form = form_of(analysis, at);
    if (form.letters < 2 || form.lower.back() == '\'') return false;
    if (!analysis.segmentation.tokens[at].space_before) return false;
    const Form& before = form_of(analysis, at - 1);
    if (before.lower != form.lower) return false;
    // "du DU": an article and a sigle. "Votre votre": only the capital of the sentence differs.
    if (before.casing != form.casing && before.casing != Casing::kCapitalized) return false;
    if (holds_no_vowel(form.lower) || is_run(analysis, at)) return false;
    return allowed_.find(" " + form.lower + " ") == std::string::npos;
  }

  // "NN NN": digits to come.
  static bool holds_no_vowel(const std::string& lower) {
    return std::all_of(lower.begin(), lower.end(), [](char byte) {
      return static_cast<unsigned char>(byte) < 0x80 &&
             std::string_view("aeiouy").find(byte) == std::string_view::npos;
    });
  }

  // Three times and more: filler text, no slip.
  static bool is_run(const Analysis& analysis, std::uint32_t at) {
    const Sentence& sentence = analysis.segmentation.sentences[analysis.sentence_of_token[at]];
    const auto same = [&](std::uint32_t other) {
      return form_of(analysis, other).lower == form_of(analysis, at).lower;
    };
    const bool before = at >= sentence.first_token + 2 && same(at - 2);
    const bool after = at + 1 < sentence.token_end && same(at + 1);
    return before || after;
  }

  std::string allowed_;
};

}  // namespace

MatcherResult make_repeated_word(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"allowed"});
  if (!known) return known.error();
  const Result<std::string> allowed = text_parameter(spec, "allowed", "nous vous");
  return std::unique_ptr<const Matcher>(std::make_unique<RepeatedWordMatcher>(*allowed));
}

}  // namespace limpide
