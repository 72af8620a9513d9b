// A mark in running prose that a full stop would replace: it stands between two conjugated verbs,
// up to the next such mark on either side, and in no brackets. Where several marks part shorter
// pieces, the first is told: they are a list. Argument: signe.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

class PunctuationMatcher final : public Matcher {
 public:
  explicit PunctuationMatcher(std::string mark) : mark_(std::move(mark)) {}

  [[nodiscard]] Depth depth() const override { return Depth::kTrees; }

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    for (std::size_t i = 0; i < context.analysis.segmentation.sentences.size(); ++i) {
      if (context.judges_sentence(i)) match_sentence(context.analysis, i, hits);
    }
  }

 private:
  void match_sentence(const Analysis& analysis, std::size_t index, std::vector<Hit>& hits) const {
    const Sentence& sentence = analysis.segmentation.sentences[index];
    const std::vector<std::uint32_t> marks = marks_of(analysis, sentence);
    const std::size_t before = hits.size();
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const std::uint32_t at = marks[i];
      if (!is_plain_token(analysis, at)) continue;
      const std::uint32_t left = i == 0 ? sentence.first_token : marks[i - 1] + 1;
      const std::uint32_t right = i + 1 < marks.size() ? marks[i + 1] : sentence.token_end;
      if (!has_finite_verb(analysis, index, left, at) ||
          !has_finite_verb(analysis, index, at + 1, right)) {
        continue;
      }
      hits.push_back(make_hit(analysis, at));
    }
    constexpr std::size_t kListMarks = 2;
    const bool body = analysis.structure.blocks[sentence.block].role == Role::kBody;
    const bool ends = !marks.empty() && marks.back() + 1 == sentence.token_end;
    if (hits.size() > before || !body || ends || marks.size() < kListMarks) return;
    if (is_plain_token(analysis, marks[0])) hits.push_back(make_hit(analysis, marks[0]));
  }

  [[nodiscard]] Hit make_hit(const Analysis& analysis, std::uint32_t at) const {
    Hit hit;
    hit.span = analysis.segmentation.tokens[at].span;
    hit.arguments = {{"signe", mark_}};
    return hit;
  }

  // Those outside brackets. The last token of a list item separates items, not clauses, and has
  // nothing behind it.
  [[nodiscard]] std::vector<std::uint32_t> marks_of(const Analysis& analysis,
                                                    const Sentence& sentence) const {
    std::vector<std::uint32_t> marks;
    std::uint32_t open = 0;
    for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
      const std::string& key = form_of(analysis, at).key;
      if (key == "(" || key == "[") ++open;
      if ((key == ")" || key == "]") && open > 0) --open;
      if (open == 0 && is_mark(analysis, at, mark_)) marks.push_back(at);
    }
    return marks;
  }

  static bool has_finite_verb(const Analysis& analysis, std::size_t sentence, std::uint32_t first,
                              std::uint32_t end) {
    const Clauses& clauses = analysis.clauses;
    const WordRange range = clauses.sentence_clauses[sentence];
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      const VerbGroup& verb = clauses.clauses[i].verb;
      if (verb.form != VerbForm::kFin || verb.finite == kNoWord) continue;
      const std::uint32_t token = analysis.segmentation.words[verb.finite].token;
      if (token >= first && token < end) return true;
    }
    for (std::uint32_t at = first; at < end; ++at) {  // the tree may miss it
      if (is_clear_verb(analysis, at)) return true;
    }
    return false;
  }

  std::string mark_;
};

}  // namespace

MatcherResult make_punctuation(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"mark"});
  if (!known) return known.error();
  Result<std::string> mark = text_parameter(spec, "mark", ";");
  return std::unique_ptr<const Matcher>(std::make_unique<PunctuationMatcher>(*std::move(mark)));
}

}  // namespace limpide
