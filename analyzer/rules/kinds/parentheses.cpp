// Several asides in a sentence, a long one, or one inside another. Arguments: nombre, mots.
#include <algorithm>
#include <string>
#include <utility>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kPerSentence = 1;
constexpr std::uint32_t kWords = 8;
constexpr std::uint32_t kTrivialWords = 2;   // "(CAF)", "(annexe 2)"
constexpr std::uint32_t kShortWords = 5;     // several asides count when they have more words
constexpr std::uint32_t kMoreAtTheEnd = 10;  // words allowed beyond at the end of a clause

struct Aside {
  std::uint32_t open = 0;
  std::uint32_t close = 0;
  bool nested = false;
};

class ParenthesesMatcher final : public Matcher {
 public:
  ParenthesesMatcher(ProfileNumbers per_sentence, ProfileNumbers words, WordList instructions,
                     WordList examples)
      : per_sentence_(per_sentence),
        words_(words),
        instructions_(std::move(instructions)),
        examples_(std::move(examples)) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    const std::size_t profile = index_of(context.profile);
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      std::uint32_t counted = 0;
      for (const Aside& aside : asides_of(analysis, sentence)) {
        const std::uint32_t words = count_words(analysis.segmentation, aside.open + 1, aside.close);
        if (is_trivial(analysis, sentence, aside, words) || tells_writer(analysis, aside)) {
          continue;
        }
        ++counted;
        // At the end of a sentence an aside cuts nothing: only a long one weighs.
        const bool closes = ends_clause(analysis, sentence, aside) &&
                            (gives_example(analysis, aside) || !holds_clause(analysis, aside));
        // What has no verb outside its brackets is no sentence: an item, references.
        if (!aside.nested && !holds_clause(analysis, aside) &&
            !has_verb_around(analysis, sentence, aside)) {
          continue;
        }
        const std::uint32_t most = words_[profile] + (closes ? kMoreAtTheEnd : 0);
        const bool many = counted > per_sentence_[profile] && words > kShortWords && !closes &&
                          !gives_example(analysis, aside);
        if (!many && words <= most && !aside.nested) continue;
        Hit hit;
        hit.span = span_of(analysis, aside.open, aside.close + 1);
        hit.arguments = {{"nombre", std::to_string(counted)}, {"mots", std::to_string(words)}};
        hits.push_back(std::move(hit));
      }
    }
  }

 private:
  static bool ends_clause(const Analysis& analysis, const Sentence& sentence, const Aside& aside) {
    const std::uint32_t next = aside.close + 1;
    if (next >= sentence.token_end) return true;
    const TokenKind kind = analysis.segmentation.tokens[next].kind;
    return kind == TokenKind::kPunctuation && !is_mark(analysis, next, ",");
  }

  // "(il ferme en aout)": a verb of its own makes it a sentence that hides in another.
  static bool holds_clause(const Analysis& analysis, const Aside& aside) {
    for (std::uint32_t at = aside.open + 1; at < aside.close; ++at) {
      if (is_clear_verb(analysis, at)) return true;
      const Form& form = form_of(analysis, at);
      const Form& before = form_of(analysis, at - 1);
      if (form.lexicon == kNoForm || before.lexicon == kNoForm) continue;
      const Lexicon& lexicon = analysis.language->lexicon;
      const std::uint32_t pronoun = 1U << static_cast<unsigned>(Upos::kPron);
      if (lexicon.traits(form.lexicon).finite_verb &&
          lexicon.traits(before.lexicon).upos_mask == pronoun) {
        return true;
      }
    }
    return false;
  }

  // A form that may be a verb: neither the first word ("Articles") nor behind an article.
  static bool has_verb_around(const Analysis& analysis, const Sentence& sentence,
                              const Aside& aside) {
    for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
      if (at > aside.open && at < aside.close) continue;
      if (is_clear_verb(analysis, at)) return true;
      const Form& form = form_of(analysis, at);
      if (form.lexicon == kNoForm || !analysis.language->lexicon.traits(form.lexicon).finite_verb) {
        continue;
      }
      if (at > sentence.first_token && !is_small_word(analysis, at - 1)) return true;
    }
    return false;
  }

  static std::vector<Aside> asides_of(const Analysis& analysis, const Sentence& sentence) {
    std::vector<Aside> closed;
    std::vector<std::uint32_t> open;
    for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
      if (is_mark(analysis, at, "(")) open.push_back(at);
      if (!is_mark(analysis, at, ")") || open.empty()) continue;
      const std::uint32_t begin = open.back();
      open.pop_back();
      if (at == begin + 1) continue;
      // One inside another is one remark, on the outer pair.
      bool nested = false;
      while (!closed.empty() && closed.back().open > begin) {
        const Aside& inner = closed.back();
        nested = nested || inner.nested ||
                 count_words(analysis.segmentation, inner.open + 1, inner.close) > kTrivialWords;
        closed.pop_back();
      }
      closed.push_back({begin, at, nested});
    }
    return closed;
  }

  // "(preciser le motif)", "(il faut preciser...)": one of the first three words speaks to the
  // writer of a model, the brackets will go.
  [[nodiscard]] bool tells_writer(const Analysis& analysis, const Aside& aside) const {
    const std::uint32_t last = std::min(aside.open + 3, aside.close - 1);
    for (std::uint32_t at = aside.open + 1; at <= last; ++at) {
      if (instructions_.count(form_of(analysis, at).lower) != 0) return true;
    }
    return false;
  }

  // "(par exemple, ...)", "(un mot, par exemple)": one of its first two words or the last one.
  [[nodiscard]] bool gives_example(const Analysis& analysis, const Aside& aside) const {
    return examples_.count(form_of(analysis, aside.open + 1).lower) != 0 ||
           examples_.count(form_of(analysis, aside.close - 1).lower) != 0 ||
           examples_.count(form_of(analysis, aside.open + 2).lower) != 0;
  }

  // A sigle, a reference, a telephone number, a couple of words: nobody stumbles on those.
  static bool is_trivial(const Analysis& analysis, const Sentence& sentence, const Aside& aside,
                         std::uint32_t words) {
    if (words <= kTrivialWords) return true;
    // What a sigle stands for, said after it, is what a writer should do.
    const bool after_sigle = aside.open > sentence.first_token &&
                             form_of(analysis, aside.open - 1).casing == Casing::kUpper &&
                             form_of(analysis, aside.open - 1).letters > 1;
    if (after_sigle) return true;
    std::uint32_t kept = 0;
    std::uint32_t telling = 0;  // of those, more than small words: "(arrets du 3 mai et du 2 juin)"
    bool reference = false;
    for (std::uint32_t at = aside.open + 1; at < aside.close; ++at) {
      if (analysis.protected_of_token[at] != 0) reference = true;
      if (analysis.protected_of_token[at] != 0 || !is_word(analysis, at)) continue;
      ++kept;
      if (!is_small_word(analysis, at)) ++telling;
    }
    return kept <= kTrivialWords || (reference && telling <= 1);
  }

  // Articles, prepositions, "et": words that say nothing by themselves.
  static bool is_small_word(const Analysis& analysis, std::uint32_t at) {
    const Form& form = form_of(analysis, at);
    if (form.lexicon == kNoForm) return false;
    const std::uint32_t mask = analysis.language->lexicon.traits(form.lexicon).upos_mask;
    const auto bit = [](Upos upos) { return 1U << static_cast<unsigned>(upos); };
    return (mask & (bit(Upos::kAdp) | bit(Upos::kDet) | bit(Upos::kCconj))) != 0;
  }

  ProfileNumbers per_sentence_;
  ProfileNumbers words_;
  WordList instructions_;
  WordList examples_;
};

// "preciser indiquer": the words of an attribute.
WordList words_of(const std::string& text) {
  WordList words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.insert(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

MatcherResult make_parentheses(const RuleSpec& spec, const RuleResources&) {
  const Status known =
      check_parameters(spec, {"per-sentence", "words", "instructions", "examples"});
  if (!known) return known.error();
  const Result<ProfileNumbers> per_sentence = number_parameter(spec, "per-sentence", kPerSentence);
  if (!per_sentence) return per_sentence.error();
  const Result<ProfileNumbers> words = number_parameter(spec, "words", kWords);
  if (!words) return words.error();
  return std::unique_ptr<const Matcher>(std::make_unique<ParenthesesMatcher>(
      *per_sentence, *words, words_of(*text_parameter(spec, "instructions", "")),
      words_of(*text_parameter(spec, "examples", ""))));
}

}  // namespace limpide
