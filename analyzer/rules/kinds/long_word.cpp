// A long word that is not familiar, whatever its form. First occurrence only. Arguments: mot,
// lettres.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLetters = 13;
constexpr std::uint32_t kFamiliarRank = 10000;
constexpr std::uint32_t kNeverUsual = 1'000'000;  // uses in a million words: no word is

class LongWordMatcher final : public Matcher {
 public:
  LongWordMatcher(ProfileNumbers letters, ProfileNumbers familiar, ProfileNumbers usual)
      : letters_(letters), familiar_(familiar), usual_(usual) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    std::vector<bool> heavy = heavy_forms(context);
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        if (!heavy[analysis.segmentation.tokens[at].form]) continue;
        if (!is_plain_token(analysis, at) || is_probably_name(analysis, at)) continue;
        heavy[analysis.segmentation.tokens[at].form] = false;
        Hit hit;
        hit.span = analysis.segmentation.tokens[at].span;
        hit.arguments = {{"mot", written(analysis, hit.span)},
                         {"lettres", std::to_string(form_of(analysis, at).letters)}};
        hits.push_back(std::move(hit));
      }
    }
  }

 private:
  [[nodiscard]] std::vector<bool> heavy_forms(const MatchContext& context) const {
    const std::size_t profile = index_of(context.profile);
    const auto& forms = context.analysis.segmentation.forms;
    std::vector<bool> heavy(forms.size(), false);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const Form& form = forms[i];
      // Unknown to the lexicon: a name, a code or a fault of spelling, other rules' business.
      if (form.letters < letters_[profile] || form.lexicon == kNoForm) continue;
      if (form.key.find('-') != std::string::npos) continue;
      const LanguageResources& language = *context.analysis.language;
      heavy[i] = !is_familiar(language, form, familiar_[profile]) &&
                 language.familiarity.usage(form.lower).administrative < usual_[profile];
    }
    return heavy;
  }

  ProfileNumbers letters_;
  ProfileNumbers familiar_;
  ProfileNumbers usual_;  // uses in a million words of administrations that make it usual there
};

}  // namespace

MatcherResult make_long_word(const RuleSpec& spec, const RuleResources&) {
  const Status known =
      check_parameters(spec, {"letters", "familiar-rank", "usual-in-administrations"});
  if (!known) return known.error();
  const Result<ProfileNumbers> letters = number_parameter(spec, "letters", kLetters);
  if (!letters) return letters.error();
  const Result<ProfileNumbers> rank = number_parameter(spec, "familiar-rank", kFamiliarRank);
  if (!rank) return rank.error();
  const Result<ProfileNumbers> usual =
      number_parameter(spec, "usual-in-administrations", kNeverUsual);
  if (!usual) return usual.error();
  return std::unique_ptr<const Matcher>(std::make_unique<LongWordMatcher>(*letters, *rank, *usual));
}

}  // namespace limpide
