// A sentence of more words than the reader holds. Arguments: mots, seuil.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kMinorWords = 20;
constexpr std::uint32_t kMajorWords = 25;

class SentenceLengthMatcher final : public Matcher {
 public:
  SentenceLengthMatcher(ProfileNumbers minor, ProfileNumbers major)
      : minor_(minor), major_(major) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    const std::uint32_t minor = minor_[index_of(context.profile)];
    const std::uint32_t major = major_[index_of(context.profile)];
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (analysis.metrics.sentence_words[i] <= minor || !context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      const std::uint32_t words = analysis.metrics.sentence_words[i] -
                                  lone_sigles(analysis, sentence) -
                                  words_of_references(analysis, sentence);
      const bool item = analysis.structure.blocks[sentence.block].role == Role::kListItem;
      // A piece of a list without a verb cannot be cut in two; only a very long one is told.
      const std::uint32_t least = item && !has_verb(analysis, sentence) ? major : minor;
      if (words <= least || quotes_law(analysis, sentence)) continue;
      Hit hit;
      hit.span = sentence_span(analysis.segmentation, sentence);
      hit.severity = words > major ? Severity::kMajor : Severity::kMinor;
      hit.arguments = {{"mots", std::to_string(words)}, {"seuil", std::to_string(minor)}};
      hits.push_back(std::move(hit));
    }
  }

 private:
  // "(CAF)" is read at a glance: it is not one more word of the sentence.
  static std::uint32_t lone_sigles(const Analysis& analysis, const Sentence& sentence) {
    std::uint32_t count = 0;
    for (std::uint32_t i = sentence.first_token; i + 2 < sentence.token_end; ++i) {
      const bool alone = is_mark(analysis, i, "(") && is_mark(analysis, i + 2, ")");
      if (alone && form_of(analysis, i + 1).casing == Casing::kUpper) ++count;
    }
    return count;
  }

  // A reference to the law is one thing to the reader, however many words it has.
  static std::uint32_t words_of_references(const Analysis& analysis, const Sentence& sentence) {
    std::uint32_t spared = 0;
    std::uint32_t seen = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      const std::uint32_t unit = analysis.protected_of_token[i];
      if (unit == 0 || unit == seen) continue;
      seen = unit;
      const ProtectedSpan& span = analysis.segmentation.protected_spans[unit - 1];
      if (span.kind != ProtectedKind::kLawReference) continue;
      const std::uint32_t words =
          count_words(analysis.segmentation, span.first_token, span.token_end);
      spared += words > 0 ? words - 1 : 0;
    }
    return spared;
  }

  static bool has_verb(const Analysis& analysis, const Sentence& sentence) {
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      if (is_clear_verb(analysis, i)) return true;
    }
    return false;
  }

  // More than half of the sentence is the law's own words: its length is not the writer's.
  static bool quotes_law(const Analysis& analysis, const Sentence& sentence) {
    std::uint32_t quoted = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      if (analysis.quoted_law_token[i]) ++quoted;
    }
    return quoted * 2 > sentence.token_end - sentence.first_token;
  }

  ProfileNumbers minor_;
  ProfileNumbers major_;
};

}  // namespace

MatcherResult make_sentence_length(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"minor", "major"});
  if (!known) return known.error();
  const Result<ProfileNumbers> minor = number_parameter(spec, "minor", kMinorWords);
  if (!minor) return minor.error();
  const Result<ProfileNumbers> major = number_parameter(spec, "major", kMajorWords);
  if (!major) return major.error();
  return std::unique_ptr<const Matcher>(std::make_unique<SentenceLengthMatcher>(*minor, *major));
}

}  // namespace limpide
