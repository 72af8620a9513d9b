// A content word that few readers meet: neither it nor another form of its lemma is among the
// familiar ones. First occurrence only. derived="yes": nor the usual word that it is plainly made
// from ("habitation", habiter). Argument: mot.
#include <array>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kRank = 20000;
constexpr std::uint16_t kShortestWord = 4;

class RareWordMatcher final : public Matcher {
 public:
  RareWordMatcher(ProfileNumbers rank, bool derived) : rank_(rank), derived_(derived) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    std::vector<bool> rare = rare_forms(context);
    // What terms.tsv explains better is left to its rules.
    std::vector<bool> explained(analysis.segmentation.tokens.size(), false);
    for (const TermHit& hit : context.terms) {
      for (std::uint32_t i = hit.first_token; i < hit.token_end; ++i) explained[i] = true;
    }
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        const FormIndex form = analysis.segmentation.tokens[at].form;
        if (!rare[form] || explained[at] || !is_plain_token(analysis, at)) continue;
        if (is_probably_name(analysis, at) || ends_name(analysis, sentence, at)) continue;
        rare[form] = false;
        Hit hit;
        hit.span = analysis.segmentation.tokens[at].span;
        hit.confidence = Confidence::kMedium;
        hit.arguments = {{"mot", written(analysis, hit.span)}};
        hits.push_back(std::move(hit));
      }
    }
  }

 private:
  [[nodiscard]] std::vector<bool> rare_forms(const MatchContext& context) const {
    const auto& forms = context.analysis.segmentation.forms;
    std::vector<bool> rare(forms.size(), false);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const std::uint32_t most = rank_[index_of(context.profile)];
      const LanguageResources& language = *context.analysis.language;
      rare[i] = is_rare(language, forms[i], most) &&
                !(derived_ && is_made_from_usual(language, forms[i], most));
    }
    return rare;
  }

  // "le Service civique": after a capital inside the sentence.
  static bool ends_name(const Analysis& analysis, const Sentence& sentence, std::uint32_t at) {
    if (at < sentence.first_token + 2) return false;
    const Token& before = analysis.segmentation.tokens[at - 1];
    const bool word = before.kind == TokenKind::kWord;
    const Form& form = analysis.segmentation.forms[before.form];
    return word && form.casing == Casing::kCapitalized && form.letters >= kShortestWord;
  }

  // "ouvre" is no word to make "ouvrage" from.
  static bool is_lemma(const LanguageResources& language, const std::string& word) {
    const FormId form = language.lexicon.find_any_case(word);
    if (form == kNoForm) return false;
    for (const LexicalAnalysis& analysis : language.lexicon.analyses(form)) {
      if (analysis.lemma == word) return true;
    }
    return false;
  }

  static bool is_made_from_usual(const LanguageResources& language, const Form& form,
                                 std::uint32_t most) {
    struct Ending {
      std::string_view made;
      std::string_view base;
    };
    constexpr std::array<Ending, 6> kEndings{{{"ation", "er"},
                                              {"age", "er"},
                                              {"age", "e"},
                                              {"ifier", "e"},
                                              {"ment", ""},
                                              {"ement", ""}}};
    constexpr std::size_t kShortestStem = 4;
    for (const LexicalAnalysis& analysis : language.lexicon.analyses(form.lexicon)) {
      const std::string lemma(analysis.lemma);
      for (const Ending& ending : kEndings) {
        if (lemma.size() < kShortestStem + ending.made.size()) continue;
        const std::size_t stem = lemma.size() - ending.made.size();
        if (lemma.compare(stem, ending.made.size(), ending.made) != 0) continue;
        const std::string base = lemma.substr(0, stem) + std::string(ending.base);
        const std::uint32_t rank = language.familiarity.rank(base);
        if (rank != 0 && rank <= most && is_lemma(language, base)) return true;
      }
    }
    return false;
  }

  static bool is_rare(const LanguageResources& language, const Form& form, std::uint32_t most) {
    if (form.lexicon == kNoForm || form.letters < kShortestWord) return false;
    if (form.key.find('-') != std::string::npos) return false;
    const LexicalTraits& traits = language.lexicon.traits(form.lexicon);
    const bool content = traits.may_be(Upos::kNoun) || traits.may_be(Upos::kAdj) ||
                         traits.may_be(Upos::kVerb) || traits.may_be(Upos::kAdv);
    if (!content || traits.proper_noun) return false;
    return !is_familiar(language, form, most);
  }

  ProfileNumbers rank_;
  bool derived_;
};

}  // namespace

MatcherResult make_rare_word(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"rank", "derived"});
  if (!known) return known.error();
  const Result<ProfileNumbers> rank = number_parameter(spec, "rank", kRank);
  if (!rank) return rank.error();
  const Result<std::string> derived = text_parameter(spec, "derived", "no");
  if (*derived != "yes" && *derived != "no") {
    return make_error(ErrorCode::kInvalidInput, "error.rule.value",
                      {{"name", "derived"}, {"value", *derived}});
  }
  return std::unique_ptr<const Matcher>(
      std::make_unique<RareWordMatcher>(*rank, *derived == "yes"));
}

}  // namespace limpide
