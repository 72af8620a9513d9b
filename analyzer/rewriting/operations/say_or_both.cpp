// "A et/ou B" in words: "A ou B, ou les deux"; in a question that yes answers, "A ou B ?", which
// asks for both as well. In: the words "et/ou". Refuses: a subject, which its verb would follow; a
// second term whose end no mark shows; more than two terms but in a question; terms that have "ou"
// already.
#include "analyzer/rewriting/operations/sentence_tokens.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLongestTerm = 14;  // tokens
constexpr const char* kOr = "ou";
constexpr const char* kOrBoth = ", ou les deux";

class Chooser : private SentenceTokens {
 public:
  using SentenceTokens::SentenceTokens;

  [[nodiscard]] std::vector<Suggestion> run() const {
    const std::uint32_t first = input_.range.first;
    const std::uint32_t end = input_.range.end;
    if (first == sentence_.first_token || end >= sentence_.token_end) return {};
    if (lower(first - 1) == "," || lower(first - 1) == "(" || !is_word(end)) return {};
    if (is_question()) return asked();
    return both();
  }

 private:
  [[nodiscard]] bool is_finite(std::uint32_t token) const {
    return is_word(token) && tag(token).features.verb_form == VerbForm::kFin;
  }
  [[nodiscard]] bool is_slash(std::uint32_t token) const {
    return token < sentence_.token_end && lower(token).find('/') != std::string::npos;
  }

  // "Percevez-vous A et/ou B ?": a verb and its subject behind it, no word that asks which.
  [[nodiscard]] bool is_question() const {
    bool inverted = false;
    bool mark = false;
    for (std::uint32_t i = sentence_.first_token; i < sentence_.token_end; ++i) {
      const std::string& word = lower(i);
      if (word.compare(0, 4, "quel") == 0 || word == "combien" || word == "qui" || word == "que") {
        return false;
      }
      inverted = inverted || (i < input_.range.first && word == "-vous");
      mark = mark || (i > input_.range.first && word == "?");
    }
    return inverted && mark;
  }
  [[nodiscard]] std::vector<Suggestion> asked() const {
    const std::uint32_t first = input_.range.first;
    bool more = false;
    for (std::uint32_t i = input_.range.end; i < sentence_.token_end; ++i) {
      if (!is_word(i) && !is_slash(i)) break;
      if (is_finite(i)) break;
      more = more || is_slash(i);
    }
    const Span words{span_of(first).begin, span_of(input_.range.end - 1).end};
    if (!more) return {{{{words, kOr}}, true}};
    return {{{{{span_of(first - 1).end, words.end}, ","}}, true}};
  }

  [[nodiscard]] std::vector<Suggestion> both() const {
    const std::uint32_t first = input_.range.first;
    if (has_other_choice()) return {};
    std::uint32_t at = input_.range.end;
    for (; at < sentence_.token_end && is_word(at); ++at) {
      const std::string& word = lower(at);
      const bool relative = tag(at).features.pron_type == PronType::kRel;
      if (is_finite(at) || relative || word == "que" || word == "qu'" || word == "si" ||
          word == kOr || at - input_.range.end > kLongestTerm) {
        return {};
      }
    }
    if (at == input_.range.end || !may_end(at)) return {};
    const std::uint32_t place = span_of(at - 1).end;
    const Span words{span_of(first).begin, span_of(input_.range.end - 1).end};
    return {{{{words, kOr}, {{place, place}, kOrBoth}}, true}};
  }
  [[nodiscard]] bool may_end(std::uint32_t at) const {
    if (at >= sentence_.token_end) return true;
    const std::string& mark = lower(at);
    return mark == "." || mark == ";" || mark == "!" ||
           (mark == ")" && at + 1 < sentence_.token_end);
  }
  // Another "et/ou", "ou" or a series before: what are the two?
  [[nodiscard]] bool has_other_choice() const {
    for (std::uint32_t i = sentence_.first_token; i < sentence_.token_end; ++i) {
      if (i >= input_.range.first && i < input_.range.end) continue;
      // "[des pages] [et/ou] [des droits]": who fills in the model chooses.
      if (lower(i) == "[" || lower(i) == "]") return true;
      if (is_slash(i) || lower(i) == kOr || (i < input_.range.first && lower(i) == ":"))
        return true;
      if (i < input_.range.first && lower(i) == "," && input_.range.first - i < kNear) return true;
    }
    return false;
  }

  static constexpr std::uint32_t kNear = 8;  // tokens
};

}  // namespace

std::vector<Suggestion> say_or_both(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  if (touches_protected(analysis, input.range)) return {};
  return Chooser(input).run();
}

}  // namespace limpide
