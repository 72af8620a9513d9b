// More than one sentence on a line of the author's. Argument: phrases.
#include <algorithm>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

class SentencesALineMatcher final : public Matcher {
 public:
  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Segmentation& cut = context.analysis.segmentation;
    std::size_t first = 0;
    while (first < cut.sentences.size()) {
      std::size_t end = first + 1;
      while (end < cut.sentences.size() && same_line(context, end - 1, end)) ++end;
      if (end - first > 1 && context.judges_sentence(first)) {
        Hit hit;
        hit.span = {sentence_span(cut, cut.sentences[first]).begin,
                    sentence_span(cut, cut.sentences[end - 1]).end};
        hit.arguments = {{"phrases", std::to_string(end - first)}};
        hits.push_back(std::move(hit));
      }
      first = end;
    }
  }

 private:
  // Text files may break lines only to wrap: a break there says nothing.
  static bool same_line(const MatchContext& context, std::size_t a, std::size_t b) {
    const Segmentation& cut = context.analysis.segmentation;
    const std::uint32_t block = cut.sentences[a].block;
    if (cut.sentences[b].block != block) return false;
    const Document& document = *context.analysis.document;
    if (document.blocks[block].hard_wrapped) return true;
    const Span between{sentence_span(cut, cut.sentences[a]).end,
                       sentence_span(cut, cut.sentences[b]).begin};
    return slice(document.text, between).find('\n') == std::string_view::npos;
  }
};

}  // namespace

MatcherResult make_sentences_a_line(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {});
  if (!known) return known.error();
  return std::unique_ptr<const Matcher>(std::make_unique<SentencesALineMatcher>());
}

}  // namespace limpide
