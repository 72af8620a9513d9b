// A date in figures only. Argument: date. Operation: write it in full.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

bool is_numeric(std::string_view date) {
  int separators = 0;
  for (const char byte : date) {
    if (byte == '/' || byte == '.' || byte == '-')
      ++separators;
    else if (byte < '0' || byte > '9')
      return false;
  }
  return separators == 2;
}

// A date alone in a cell is data; "Belleroche, le 03/04/2026" is a sentence of the letter.
bool is_data_of_table(const Analysis& analysis, const ProtectedSpan& unit) {
  const std::uint32_t sentence = analysis.sentence_of_token[unit.first_token];
  const Sentence& found = analysis.segmentation.sentences[sentence];
  if (analysis.structure.blocks[found.block].role != Role::kTable) return false;
  if (unit.first_token == found.first_token) return true;
  const std::string& before = form_of(analysis, unit.first_token - 1).lower;
  return before != "le" && before != "du" && before != "au";
}

// "au format JJ/MM/AAAA (par exemple 03/04/2026)": the date shows how to fill a form.
bool shows_mask(const Analysis& analysis, std::uint32_t sentence) {
  const Sentence& tokens = analysis.segmentation.sentences[sentence];
  const std::string_view text =
      slice(analysis.document->text, span_of(analysis, tokens.first_token, tokens.token_end));
  for (const std::string_view mask : {"JJ/MM", "jj/mm", "JJ-MM", "jj-mm", "JJ.MM", "jj.mm"}) {
    if (text.find(mask) != std::string_view::npos) return true;
  }
  return false;
}

class NumericDateMatcher final : public Matcher {
 public:
  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    for (const ProtectedSpan& unit : analysis.segmentation.protected_spans) {
      if (unit.kind != ProtectedKind::kDate || analysis.quoted_law_token[unit.first_token])
        continue;
      const Span span = protected_text(analysis.segmentation, unit);
      if (!is_numeric(slice(analysis.document->text, span))) continue;
      const std::uint32_t sentence = analysis.sentence_of_token[unit.first_token];
      if (!context.judges_sentence(sentence) || shows_mask(analysis, sentence)) continue;
      if (is_data_of_table(analysis, unit)) continue;
      Hit hit;
      hit.span = span;
      hit.arguments = {{"date", written(analysis, span)}};
      hit.operation.kind = OperationKind::kFullDate;
      hits.push_back(std::move(hit));
    }
  }
};

}  // namespace

MatcherResult make_numeric_date(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {});
  if (!known) return known.error();
  return std::unique_ptr<const Matcher>(std::make_unique<NumericDateMatcher>());
}

}  // namespace limpide
