// Words and locutions of dictionaries/fr/terms.tsv. first="yes": each entry once a document.
// unless-glossed="yes": not where the text itself explains the word: brackets or a colon after it,
// "c'est-a-dire", "veut dire". Arguments: terme, remplacement, note.
#include <set>

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
  TermsMatcher(std::string rule, const TermTable& table, Position position, bool first,
               bool unless_glossed)
      : rule_(std::move(rule)),
        table_(table),
        position_(position),
        first_(first),
        unless_glossed_(unless_glossed) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Limits limits = limits_of(context);
    std::set<std::uint32_t> told;
    for (const TermHit& found : context.terms) {
      const TermEntry& entry = table_.entries[found.entry];
      if (entry.rule != rule_) continue;
      const std::uint32_t sentence = context.analysis.sentence_of_token[found.first_token];
      if (!context.judges_sentence(sentence) || !stands_well(context, limits, sentence)) continue;
      // Explained once, the word may come again.
      if (unless_glossed_ && is_glossed(context.analysis, found, sentence))
        told.insert(found.entry);
      if (first_ && !told.insert(found.entry).second) continue;
      hits.push_back(make_hit(context.analysis, found, entry));
    }
  }

 private:
  struct Limits {
    std::uint32_t last_opening_sentence = 0;
    std::uint32_t first_closing_block = 0;
  };

  // What follows the term in its sentence, or opens the next one, explains it.
  static bool is_glossed(const Analysis& analysis, const TermHit& found, std::uint32_t sentence) {
    constexpr std::uint32_t kReach = 3;
    const auto& sentences = analysis.segmentation.sentences;
    const std::uint32_t end = sentences[sentence].token_end;
    for (std::uint32_t i = found.token_end; i < end && i < found.token_end + kReach; ++i) {
      if (is_mark(analysis, i, "(") || is_mark(analysis, i, ":")) return true;
    }
    for (std::uint32_t i = found.token_end; i < end; ++i) {
      const std::string& form = form_of(analysis, i).lower;
      if (form == "signifie" || form == "c'est-\xC3\xA0-dire" || form == "autrement") return true;
      const bool means = form == "veut" || form == "veulent" || form == "c'";
      if (means && i + 1 < end && form_of(analysis, i + 1).lower == "dire") return true;
    }
    if (sentence + 1 >= sentences.size()) return false;
    const std::uint32_t next = sentences[sentence + 1].first_token;
    const std::string& opening = form_of(analysis, next).lower;
    return opening == "c'" || opening == "cela" || opening == "autrement";
  }

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
  bool first_;
  bool unless_glossed_;
};

}  // namespace

MatcherResult make_terms(const RuleSpec& spec, const RuleResources& resources) {
  const Status known = check_parameters(spec, {"position", "first", "unless-glossed"});
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
  const Result<std::string> first = text_parameter(spec, "first", "no");
  const Result<std::string> glossed = text_parameter(spec, "unless-glossed", "no");
  for (const auto& value :
       {std::make_pair("first", *first), std::make_pair("unless-glossed", *glossed)}) {
    if (value.second == "yes" || value.second == "no") continue;
    return make_error(ErrorCode::kInvalidInput, "error.rule.value",
                      {{"name", value.first}, {"value", value.second}});
  }
  return std::unique_ptr<const Matcher>(std::make_unique<TermsMatcher>(
      spec.id, *resources.terms, position, *first == "yes", *glossed == "yes"));
}

}  // namespace limpide
