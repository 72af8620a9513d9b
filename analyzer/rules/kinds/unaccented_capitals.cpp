// A word in capitals without its accents: "REGIONALE". Names, sigles and the lines of an address,
// where the post asks for bare capitals, are left alone. Arguments: mot, remplacement.
#include <algorithm>
#include <set>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint16_t kShortest = 5;

class UnaccentedCapitalsMatcher final : public Matcher {
 public:
  explicit UnaccentedCapitalsMatcher(const AcronymTable& acronyms) : acronyms_(acronyms) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    std::set<FormIndex> told;
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        const FormIndex form = analysis.segmentation.tokens[at].form;
        if (form_of(analysis, at).casing != Casing::kUpper) continue;
        if (!is_word(analysis, at) || !is_plain_token(analysis, at)) continue;
        if (in_address(analysis, at) || told.count(form) != 0) continue;
        const std::string accented = accented_word(analysis, form_of(analysis, at));
        if (accented.empty()) continue;
        told.insert(form);
        Hit hit;
        hit.span = analysis.segmentation.tokens[at].span;
        hit.arguments = {{"mot", written(analysis, hit.span)}, {"remplacement", accented}};
        hit.operation = {OperationKind::kReplace, {accented}, true, true, 0, false};
        hits.push_back(std::move(hit));
      }
    }
  }

 private:
  // The one common word that has these letters once it has its accents; else empty.
  [[nodiscard]] std::string accented_word(const Analysis& analysis, const Form& form) const {
    if (form.casing != Casing::kUpper || form.letters < kShortest) return "";
    const auto is_letter = [](char byte) { return byte >= 'A' && byte <= 'Z'; };
    if (!std::all_of(form.key.begin(), form.key.end(), is_letter)) return "";
    if (acronyms_.well_known.count(form.key) != 0 || acronyms_.expansions.count(form.key) != 0)
      return "";
    const Lexicon& lexicon = analysis.language->lexicon;
    if (lexicon.find(form.lower) != kNoForm || lexicon.find(form.key) != kNoForm) return "";
    std::string found;
    for (const FormId id : lexicon.accent_variants(form.lower)) {
      const std::string variant = lexicon.form(id);
      if (to_lower(variant) != variant) return "";  // a name: "ANDRE", "HEROUVILLE"
      if (!is_common_word(lexicon.traits(id))) continue;
      if (!found.empty()) return "";
      found = to_upper(variant);
    }
    return found;
  }

  // A figure on the same line: number in a street, postal code.
  static bool in_address(const Analysis& analysis, std::uint32_t at) {
    const std::string_view text = analysis.document->text;
    const std::uint32_t place = analysis.segmentation.tokens[at].span.begin;
    const std::size_t before = text.rfind('\n', place);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find('\n', place), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    return line.find_first_of("0123456789") != std::string_view::npos;
  }

  const AcronymTable& acronyms_;
};

}  // namespace

MatcherResult make_unaccented_capitals(const RuleSpec& spec, const RuleResources& resources) {
  const Status known = check_parameters(spec, {});
  if (!known) return known.error();
  return std::unique_ptr<const Matcher>(
      std::make_unique<UnaccentedCapitalsMatcher>(*resources.acronyms));
}

}  // namespace limpide
