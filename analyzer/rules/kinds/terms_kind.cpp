// Words and locutions of dictionaries/fr/terms.tsv. Arguments: terme, remplacement, note.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

enum class Position { kAnywhere, kOpening, kClosing };

constexpr std::uint32_t kOpeningSentences = 2;
constexpr std::uint32_t kClosingBlocks = 2;

class TermsMatcher final : public Matcher {
 public:
  TermsMatcher(std::string rule, const TermTable& table, Position position)
      : rule_(std::move(rule)), table_(table), position_(position) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Limits limits = limits_of(context);
    for (const TermHit& found : context.terms) {
      const TermEntry& entry = table_.entries[found.entry];
      if (entry.rule != rule_) continue;
      const std::uint32_t sentence = context.analysis.sentence_of_token[found.first_token];
      if (!context.judges_sentence(sentence) || !stands_well(context, limits, sentence)) continue;
      hits.push_back(make_hit(context.analysis, found, entry));
    }
  }

 private:
  struct Limits {
    std::uint32_t last_opening_sentence = 0;
    std::uint32_t first_closing_block = 0;
  };

  // The opening is the salutation and the first two sentences of the body; the closing is what
  // structure/ calls so and the last two blocks of body.
  [[nodiscard]] Limits limits_of(const MatchContext& context) const {
    Limits limits;
    const Structure& structure = context.analysis.structure;
    if (position_ == Position::kOpening) {
      std::uint32_t seen = 0;
      const auto& sentences = context.analysis.segmentation.sentences;
      for (std::uint32_t i = 0; i < sentences.size() && seen < kOpeningSentences; ++i) {
        if (structure.blocks[sentences[i].block].role != Role::kBody) continue;
        ++seen;
        limits.last_opening_sentence = i;
      }
    }
    if (position_ == Position::kClosing) {
      std::uint32_t seen = 0;
      for (auto i = static_cast<std::uint32_t>(structure.blocks.size()); i > 0; --i) {
        if (structure.blocks[i - 1].role != Role::kBody) continue;
        limits.first_closing_block = i - 1;
        if (++seen == kClosingBlocks) break;
      }
    }
    return limits;
  }

  [[nodiscard]] bool stands_well(const MatchContext& context, const Limits& limits,
                                 std::uint32_t sentence) const {
    const std::uint32_t block = context.analysis.segmentation.sentences[sentence].block;
    const Role role = context.analysis.structure.blocks[block].role;
    switch (position_) {
      case Position::kAnywhere:
        return true;
      case Position::kOpening:
        return role == Role::kSalutation || sentence <= limits.last_opening_sentence;
      case Position::kClosing:
        return role == Role::kClosing ||
               (role == Role::kBody && block >= limits.first_closing_block);
    }
    return true;
  }

  // The message puts the quotation marks around: "a >>, << b" stands for << a >>, << b >>.
  static std::string joined(const std::vector<std::string>& texts) {
    constexpr const char* kBetween = "\xC2\xA0\xC2\xBB, \xC2\xAB\xC2\xA0";
    std::string list;
    for (const std::string& text : texts) {
      if (!list.empty()) list += kBetween;
      list += text;
    }
    return list;
  }

  static Hit make_hit(const Analysis& analysis, const TermHit& found, const TermEntry& entry) {
    Hit hit;
    hit.span = span_of(analysis, found.first_token, found.token_end);
    hit.arguments = {{"terme", written(analysis, hit.span)},
                     {"remplacement", joined(entry.replacements)},
                     {"note", entry.note}};
    switch (entry.operation) {
      case TermOperation::kReplace:
        hit.operation.kind = OperationKind::kReplace;
        break;
      case TermOperation::kDelete:
        hit.operation.kind = OperationKind::kDelete;
        break;
      case TermOperation::kAdvice:
        hit.operation.kind = OperationKind::kNone;
        break;
    }
    hit.operation.texts = entry.replacements;
    hit.operation.safe = entry.risk == 0;
    hit.operation.open_ending = found.token_end - found.first_token > 1;
    return hit;
  }

  std::string rule_;
  const TermTable& table_;
  Position position_;
};

}  // namespace

MatcherResult make_terms(const RuleSpec& spec, const RuleResources& resources) {
  const Status known = check_parameters(spec, {"position"});
  if (!known) return known.error();
  const Result<std::string> place = text_parameter(spec, "position", "");
  Position position = Position::kAnywhere;
  if (*place == "opening")
    position = Position::kOpening;
  else if (*place == "closing")
    position = Position::kClosing;
  else if (!place->empty()) {
    return make_error(ErrorCode::kInvalidInput, "error.rule.value",
                      {{"name", "position"}, {"value", *place}});
  }
  return std::unique_ptr<const Matcher>(
      std::make_unique<TermsMatcher>(spec.id, *resources.terms, position));
}

}  // namespace limpide
