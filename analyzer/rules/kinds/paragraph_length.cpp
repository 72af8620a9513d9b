// A paragraph of too many words or sentences. Arguments: mots, phrases.
#include <string>
#include <string_view>
#include <utility>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kMostWords = 80;
constexpr std::uint32_t kMostSentences = 5;

class ParagraphLengthMatcher final : public Matcher {
 public:
  ParagraphLengthMatcher(ProfileNumbers words, ProfileNumbers sentences)
      : words_(words), sentences_(sentences) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const auto& sentences = context.analysis.segmentation.sentences;
    const std::size_t profile = index_of(context.profile);
    std::size_t first = 0;
    while (first < sentences.size()) {
      std::size_t end = first + 1;
      while (end < sentences.size() && !starts_piece(context.analysis, end)) ++end;
      std::uint32_t words = 0;
      std::uint32_t count = 0;
      for (std::size_t i = first; i < end; ++i) {
        words += context.analysis.metrics.sentence_words[i];
        if (i == first || opens_sentence(context.analysis, sentences[i])) ++count;
      }
      const bool heavy = words > words_[profile] || count > sentences_[profile];
      const bool sentence = count > 1 || ends_sentence(context.analysis, sentences[end - 1]);
      if (context.judges_sentence(first) && heavy && sentence &&
          !is_program(context.analysis, sentences[first], sentences[end - 1])) {
        Hit hit;
        // A long sentence alone is first the matter of another rule.
        if (count == 1) hit.severity = Severity::kInfo;
        hit.span =
            span_of(context.analysis, sentences[first].first_token, sentences[end - 1].token_end);
        hit.arguments = {{"mots", std::to_string(words)}, {"phrases", std::to_string(count)}};
        hits.push_back(std::move(hit));
      }
      first = end;
    }
  }

 private:
  // The first sentence of a block, or of a line that the author began in the block.
  static bool starts_piece(const Analysis& analysis, std::size_t sentence) {
    const auto& sentences = analysis.segmentation.sentences;
    const std::uint32_t block = sentences[sentence].block;
    if (block != sentences[sentence - 1].block) return true;
    if (analysis.document->blocks[block].hard_wrapped) return false;
    const auto& tokens = analysis.segmentation.tokens;
    const Span between{tokens[sentences[sentence - 1].token_end - 1].span.end,
                       tokens[sentences[sentence].first_token].span.begin};
    return slice(analysis.document->text, between).find('\n') != std::string_view::npos;
  }

  // A title or the parties of a contract, alone in its block, is no sentence: nothing ends it.
  static bool ends_sentence(const Analysis& analysis, const Sentence& sentence) {
    const auto& tokens = analysis.segmentation.tokens;
    for (std::uint32_t at = sentence.token_end; at > sentence.first_token; --at) {
      if (tokens[at - 1].kind == TokenKind::kWord || tokens[at - 1].kind == TokenKind::kNumber) {
        return false;
      }
      for (const std::string_view mark : {".", "?", "!", ":", ";"}) {
        if (is_mark(analysis, at - 1, mark)) return true;
      }
    }
    return false;
  }

  // The code of a model ("{% if %}") is not what the reader will get.
  static bool is_program(const Analysis& analysis, const Sentence& first, const Sentence& last) {
    const auto& tokens = analysis.segmentation.tokens;
    const Span text{tokens[first.first_token].span.begin, tokens[last.token_end - 1].span.end};
    return slice(analysis.document->text, text).find("{%") != std::string_view::npos;
  }

  // "etc. ) figurant aux articles 41. 1": what follows a stop without a capital goes on.
  static bool opens_sentence(const Analysis& analysis, const Sentence& sentence) {
    const std::uint32_t first = sentence.first_token;
    if (is_mark(analysis, first, ")")) return false;
    if (analysis.segmentation.tokens[first].kind == TokenKind::kNumber) return false;
    return !is_word(analysis, first) || form_of(analysis, first).casing != Casing::kLower;
  }

  ProfileNumbers words_;
  ProfileNumbers sentences_;
};

}  // namespace

MatcherResult make_paragraph_length(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"words", "sentences"});
  if (!known) return known.error();
  const Result<ProfileNumbers> words = number_parameter(spec, "words", kMostWords);
  if (!words) return words.error();
  const Result<ProfileNumbers> sentences = number_parameter(spec, "sentences", kMostSentences);
  if (!sentences) return sentences.error();
  return std::unique_ptr<const Matcher>(
      std::make_unique<ParagraphLengthMatcher>(*words, *sentences));
}

}  // namespace limpide
