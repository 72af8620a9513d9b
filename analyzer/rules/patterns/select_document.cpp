// <document kind="letter email" words-min= words-max= sentences-min= bare-images-min=>: the whole.
// Its findings stand at no place. bare-images-min: images without a text in their place. Arguments:
// mots, images.
#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

constexpr std::uint32_t kKinds = static_cast<std::uint32_t>(DocumentKind::kForm) + 1;

class DocumentSelector final : public Selector {
 public:
  explicit DocumentSelector(AttributeReader& attributes)
      : kind_(attributes.choices("kind", document_kind_name, kKinds)),
        words_min_(attributes.number("words-min", 0)),
        words_max_(attributes.number("words-max", 0xFFFFFFFF)),
        sentences_min_(attributes.number("sentences-min", 0)),
        bare_images_min_(attributes.number("bare-images-min", 0)) {}

  void list(const MatchContext& context, WordRange,
            std::vector<MatchPlace>& places) const override {
    const Analysis& analysis = context.analysis;
    const Metrics& metrics = analysis.metrics;
    if (!chosen(kind_, analysis.structure.kind) || metrics.words < words_min_ ||
        metrics.words > words_max_ || metrics.sentences < sentences_min_ ||
        analysis.document->images_without_alternative < bare_images_min_) {
      return;
    }
    const WordRange all{0, static_cast<WordIndex>(analysis.segmentation.words.size())};
    places.push_back({{}, all, kNoWord, 0, 0, nullptr});
  }
  void describe(const MatchContext& context, const MatchPlace&,
                MessageArguments& arguments) const override {
    arguments.emplace_back("mots", std::to_string(context.analysis.metrics.words));
    arguments.emplace_back("images",
                           std::to_string(context.analysis.document->images_without_alternative));
  }
  [[nodiscard]] bool needs_trees() const override { return false; }

 private:
  std::uint32_t kind_, words_min_, words_max_, sentences_min_, bare_images_min_;
};

}  // namespace

SelectorResult make_document_selector(AttributeReader& attributes, const RuleResources&) {
  return std::unique_ptr<const Selector>(std::make_unique<DocumentSelector>(attributes));
}

}  // namespace limpide
