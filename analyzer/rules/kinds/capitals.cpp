// Several words in capitals, typed or by the look. Argument: mots.
#include <algorithm>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kWords = 3;

class CapitalsMatcher final : public Matcher {
 public:
  explicit CapitalsMatcher(ProfileNumbers words) : words_(words) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      std::uint32_t at = sentence.first_token;
      while (at < sentence.token_end) {
        if (!is_shown_in_capitals(analysis, at)) {
          ++at;
          continue;
        }
        const std::uint32_t first = at;
        std::uint32_t words = 0;
        while (at < sentence.token_end && is_shown_in_capitals(analysis, at)) {
          if (form_of(analysis, at).letters >= 2) ++words;
          ++at;
        }
        if (words >= words_[index_of(context.profile)]) report(analysis, {first, at}, words, hits);
      }
    }
  }

 private:
  static void report(const Analysis& analysis, TokenRange range, std::uint32_t words,
                     std::vector<Hit>& hits) {
    Hit hit;
    hit.span = span_of(analysis, range.first, range.end);
    hit.arguments = {{"mots", std::to_string(words)}};
    hits.push_back(std::move(hit));
  }

  static bool is_shown_in_capitals(const Analysis& analysis, std::uint32_t at) {
    if (!is_word(analysis, at) || !is_plain_token(analysis, at)) return false;
    if (form_of(analysis, at).casing == Casing::kUpper) return true;
    const Span span = analysis.segmentation.tokens[at].span;
    const auto& runs = analysis.document->runs;
    const auto run = std::partition_point(runs.begin(), runs.end(), [span](const Run& candidate) {
      return candidate.text.end <= span.begin;
    });
    return run != runs.end() && run->capitals && run->text.contains(span);
  }

  ProfileNumbers words_;
};

}  // namespace

MatcherResult make_capitals(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"words"});
  if (!known) return known.error();
  const Result<ProfileNumbers> words = number_parameter(spec, "words", kWords);
  if (!words) return words.error();
  return std::unique_ptr<const Matcher>(std::make_unique<CapitalsMatcher>(*words));
}

}  // namespace limpide
