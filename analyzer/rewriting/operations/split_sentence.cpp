// One long sentence as two: at a semicolon, or before a second main clause that "et", "mais" joins,
// with its subject said again when the two share one. In: words of the sentence; the cut nearest to
// its middle is taken, or the semicolon itself when it is what the finding marks. Refuses: a half
// without a conjugated verb, halves of a few words, a cut inside brackets or quotation marks, a
// question.
#include <algorithm>
#include <optional>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLeastHalf = 4;  // words

struct Cut {
  std::uint32_t token = 0;  // the first that stays of the second half
  std::uint32_t from = 0;   // the first token taken away: mark, conjunction
  std::string opening;      // words put before it: "Mais", "Vous"
};

class Splitter {
 public:
  explicit Splitter(const OperationInput& input)
      : input_(input),
        analysis_(input.analysis),
        sentence_(
            analysis_.segmentation.sentences[analysis_.sentence_of_token[input.range.first]]) {}

  [[nodiscard]] std::vector<Suggestion> run() {
    if (is_question() || is_item()) return {};
    add_semicolons();
    add_clauses();
    const std::uint32_t middle = (sentence_.first_token + sentence_.token_end) / 2;
    const auto distance = [middle](const Cut& cut) {
      return cut.token > middle ? cut.token - middle : middle - cut.token;
    };
    std::stable_sort(cuts_.begin(), cuts_.end(),
                     [&](const Cut& a, const Cut& b) { return distance(a) < distance(b); });
    if (cuts_.empty()) return {};
    return {{{edit_of(cuts_.front())}, false}};
  }

 private:
  [[nodiscard]] const WordTag& tag(std::uint32_t token) const {
    return analysis_.tagging.words[analysis_.segmentation.tokens[token].first_word];
  }
  [[nodiscard]] const std::string& key(std::uint32_t token) const {
    return form_of_token(analysis_, token).key;
  }

  [[nodiscard]] bool is_question() const {
    return sentence_.token_end > sentence_.first_token && key(sentence_.token_end - 1) == "?";
  }

  // An item of a list, which goes on in lower case.
  [[nodiscard]] bool is_item() const {
    return form_of_token(analysis_, sentence_.first_token).casing == Casing::kLower;
  }

  [[nodiscard]] bool has_verb(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t i = first; i < end; ++i) {
      if (tag(i).features.verb_form == VerbForm::kFin && is_of_main_clause(i)) return true;
    }
    return false;
  }

  // Not the verb of a relative or of "si vous payez".
  [[nodiscard]] bool is_of_main_clause(std::uint32_t token) const {
    const std::uint32_t word = analysis_.segmentation.tokens[token].first_word;
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.finite == word) return clause.kind == ClauseKind::kMain;
    }
    return false;
  }

  [[nodiscard]] std::uint32_t words_between(std::uint32_t first, std::uint32_t end) const {
    std::uint32_t count = 0;
    for (std::uint32_t i = first; i < end; ++i) {
      if (analysis_.segmentation.tokens[i].kind == TokenKind::kWord) ++count;
    }
    return count;
  }

  [[nodiscard]] bool is_enclosed(std::uint32_t token) const {
    int depth = 0;
    for (std::uint32_t i = sentence_.first_token; i < token; ++i) {
      const std::string& mark = key(i);
      if (mark == "(" || mark == "[" || mark == "\xC2\xAB") ++depth;
      if (mark == ")" || mark == "]" || mark == "\xC2\xBB") --depth;
    }
    return depth != 0;
  }

  [[nodiscard]] bool is_sound(std::uint32_t from, std::uint32_t token) const {
    return from > sentence_.first_token && token < sentence_.token_end && !is_enclosed(from) &&
           words_between(sentence_.first_token, from) >= kLeastHalf &&
           words_between(token, sentence_.token_end) >= kLeastHalf &&
           has_verb(sentence_.first_token, from) && has_verb(token, sentence_.token_end);
  }

  void add_semicolons() {
    for (std::uint32_t i = sentence_.first_token; i + 1 < sentence_.token_end; ++i) {
      if (key(i) != ";" || !is_sound(i, i + 1)) continue;
      if (tag(i + 1).upos == Upos::kSconj || tag(i + 1).upos == Upos::kCconj) continue;
      cuts_.push_back({i + 1, i, {}});
    }
  }

  void add_clauses() {
    for (const Clause& clause : analysis_.clauses.clauses) {
      const bool second = clause.link == ClauseLink::kCoordinated &&
                          clause.kind == ClauseKind::kMain && clause.verb.finite != kNoWord;
      if (!second) continue;
      const bool own = clause.subject.kind == SubjectKind::kExplicit;
      const bool shared = clause.subject.kind == SubjectKind::kShared;
      if (!own && !shared) continue;
      const std::uint32_t first =
          token_of_word(analysis_, own ? std::min(clause.subject.span.first, clause.verb.finite)
                                       : first_verb_word(clause));
      if (first <= sentence_.first_token || first >= sentence_.token_end) continue;
      add_clause(clause, first, shared);
    }
  }

  // With the pronouns and "ne" before it.
  [[nodiscard]] std::uint32_t first_verb_word(const Clause& clause) const {
    std::uint32_t word = clause.verb.finite;
    while (word > 0) {
      const WordTag& before = analysis_.tagging.words[word - 1];
      const bool clitic = before.upos == Upos::kPron || before.features.negative;
      if (!clitic || analysis_.trees.arcs[word - 1].head == kRoot) break;
      --word;
    }
    return word;
  }

  void add_clause(const Clause& clause, std::uint32_t first, bool shared) {
    const std::uint32_t conjunction = first - 1;
    if (tag(conjunction).upos != Upos::kCconj) return;
    std::uint32_t from = conjunction;
    if (from > sentence_.first_token && key(from - 1) == ",") --from;
    if (!is_sound(from, first)) return;
    Cut cut{first, from, {}};
    const std::string& word = form_of_token(analysis_, conjunction).lower;
    if (word != input_.resources.and_word) {
      if (word != input_.resources.but_word) return;  // "ou", "ni": the two belong together
      cut.opening = word + " ";
    }
    if (shared) {
      if (!is_surely_shared(clause, from)) return;
      const auto pronoun = pronoun_of(clause.subject.head);
      if (!pronoun) return;
      cut.opening += *pronoun + " ";
    }
    cuts_.push_back(std::move(cut));
  }

  // "nous vous dispensons du preavis qui debute le 3 et se termine le 5": the verb right before the
  // conjunction may share its own subject. And a subject far from its verb may be another noun.
  [[nodiscard]] bool is_surely_shared(const Clause& clause, std::uint32_t from) const {
    constexpr std::uint32_t kFar = 10;  // words
    const std::uint32_t subject = token_of_word(analysis_, clause.subject.head);
    std::uint32_t verb = from;
    while (verb > sentence_.first_token && tag(verb - 1).features.verb_form != VerbForm::kFin) {
      --verb;
    }
    if (verb == sentence_.first_token || !is_of_main_clause(verb - 1)) return false;
    if (subject + 1 > verb || words_between(subject, verb) > kFar) return false;
    const std::uint8_t person = analysis_.tagging.words[clause.subject.head].features.person;
    const std::uint8_t own = analysis_.tagging.words[clause.verb.finite].features.person;
    return own == 0 || own == (person == 0 ? 3 : person);
  }

  [[nodiscard]] std::optional<std::string> pronoun_of(std::uint32_t subject) const {
    if (subject == kNoWord) return std::nullopt;
    const WordTag& own = analysis_.tagging.words[subject];
    const std::string& lower = form_of_token(analysis_, token_of_word(analysis_, subject)).lower;
    if (own.upos == Upos::kPron) {
      if (own.features.pron_type == PronType::kRel || lower.back() == '\'') return std::nullopt;
      return lower;
    }
    if (own.upos != Upos::kNoun) return std::nullopt;
    const NounPlace place = noun_place(analysis_, subject);
    if (place.gender == Gender::kNone) return std::nullopt;
    const bool plural = place.number == Number::kPlur;
    const bool feminine = place.gender == Gender::kFem;
    const auto& names = input_.resources.third_person;
    return names[(plural ? 2 : 0) + (feminine ? 1 : 0)];
  }

  [[nodiscard]] Edit edit_of(const Cut& cut) const {
    const auto& tokens = analysis_.segmentation.tokens;
    const Span next = tokens[cut.token].span;
    const std::string word(slice(analysis_.document->text, next));
    return {{tokens[cut.from - 1].span.end, next.end}, ". " + capitalized(cut.opening + word)};
  }

  const OperationInput& input_;
  const Analysis& analysis_;
  const Sentence& sentence_;
  std::vector<Cut> cuts_;
};

}  // namespace

std::vector<Suggestion> split_sentence(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  return Splitter(input).run();
}

}  // namespace limpide
