// A consequence said as a threat, said calmly with the same facts: "faute de quoi X" -> ". Sinon,
// X"; "faute de paiement" -> "si vous ne payez pas"; the verbs of calm_verbs.cpp, the penalties of
// calm_penalty.cpp. In: words of the threat. Refuses: what would lose a fact, somebody else than
// the reader, a conditional, most brackets, a list of which one item alone would change.
#include <algorithm>

#include "analyzer/rewriting/operations/calm_words.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

class Calmer : private CalmWords {
 public:
  explicit Calmer(const OperationInput& input) : CalmWords(input) {}

  [[nodiscard]] std::vector<Suggestion> run() const {
    std::vector<Suggestion> all;
    const auto add = [&all](CalmEdits edits, bool safe = true) {
      if (!edits.empty()) all.push_back({std::move(edits), safe});
    };
    if (in_brackets()) {
      for (CalmWay& way : calm_penalty(input_)) add(std::move(way.edits), way.safe);
      return all;
    }
    for (const Formula& formula : table_.calmer) {
      const std::uint32_t first = input_.range.first;
      const auto end = match_formula(analysis_, formula.pattern, first, sentence_.token_end);
      if (!end) continue;
      const TokenRange range{first, lower(*end - 1) == "," ? *end - 1 : *end};
      if (formula.texts.front() == kOtherwise) add(cut_before(range));
      CalmEdits words = swapped(range, formula.texts.front());
      const bool one = words.size() == 1;  // "une omission" may then be read as one that was made
      add(std::move(words), one);
    }
    add(condition());
    add(calm_verb(input_));
    for (CalmWay& way : calm_penalty(input_)) add(std::move(way.edits), way.safe);
    return all;
  }

 private:
  [[nodiscard]] bool in_brackets() const {
    int depth = 0;
    for (std::uint32_t i = sentence_.first_token; i < input_.range.first; ++i) {
      depth += lower(i) == "(" ? 1 : lower(i) == ")" ? -1 : 0;
    }
    return depth > 0;
  }

  // ---- words for words.

  [[nodiscard]] std::vector<Edit> swapped(TokenRange range, const std::string& text) const {
    const bool listed =
        lower(range.first) == "toute" && ((!opens(range.first) && joins(range.first - 1)) ||
                                          (range.end < sentence_.token_end && joins(range.end)));
    if (listed) return swapped_all(range);
    return replace_tokens(analysis_, range, text, false);
  }

  [[nodiscard]] bool joins(std::uint32_t token) const {
    const std::string& word = lower(token);
    return word == "," || word == "et" || word == "ou" || word == "ni";
  }
  [[nodiscard]] bool is_every(std::uint32_t token) const {
    return is_word(token) && (lower(token) == "toute" || lower(token) == "tout");
  }
  // "toute omission, toute fausse declaration ou toute absence": all of them, or none.
  [[nodiscard]] CalmEdits swapped_all(TokenRange range) const {
    std::vector<std::uint32_t> every{range.first};
    for (std::uint32_t at = range.first; at > sentence_.first_token && joins(at - 1);) {
      if (!may_join(at - 1)) return {};
      std::uint32_t other = at - 2;
      while (other > sentence_.first_token && is_word(other) && !is_every(other)) --other;
      if (!is_every(other) || at - other > kItemWords) return {};
      every.insert(every.begin(), other);
      at = other;
    }
    for (std::uint32_t at = range.end; at < sentence_.token_end && joins(at);) {
      if (!may_join(at) || !is_every(at + 1)) return {};
      every.push_back(at + 1);
      at += 2;
      while (is_word(at) && is_item_word(at)) ++at;
    }
    CalmEdits edits;
    for (const std::uint32_t one : every) {
      const CalmEdits own =
          replace_tokens(analysis_, {one, one + 1}, lower(one) == "tout" ? "un" : "une", false);
      if (own.empty()) return {};
      edits.insert(edits.end(), own.begin(), own.end());
    }
    return edits;
  }
  [[nodiscard]] bool may_join(std::uint32_t token) const {
    return lower(token) == "," || lower(token) == "ou";
  }
  [[nodiscard]] bool is_item_word(std::uint32_t token) const {
    const Upos upos = tag(token).upos;
    return !joins(token) && (upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kVerb) &&
           tag(token).features.verb_form != VerbForm::kFin;
  }

  // "..., faute de quoi la place": two sentences.
  [[nodiscard]] std::vector<Edit> cut_before(TokenRange range) const {
    if (opens(range.first) || lower(range.first - 1) != ",") return {};
    if (range.end >= sentence_.token_end) return {};
    if (lower(sentence_.token_end - 1) != ".") return {};
    for (std::uint32_t i = range.end; i < sentence_.token_end; ++i) {
      if (lower(i) == ";" || lower(i) == ":") return {};
    }
    const Span next = span_of(range.end);  // a comma, or the word that comes
    const std::uint32_t end = lower(range.end) == "," ? next.end : span_of(range.end - 1).end;
    return {{{span_of(range.first - 1).begin, end}, ". " + capitalized(kOtherwise) + ","}};
  }

  // ---- "faute de paiement ou de reponse de votre part" -> "si vous ne payez pas ou ne repondez
  // pas".

  [[nodiscard]] std::vector<Edit> condition() const {
    const std::uint32_t first = input_.range.first;
    if (!opens(first) && lower(first - 1) != ",") return {};
    std::uint32_t at = first;
    if (lower(at) == "faute") {
      ++at;
    } else if (lower(at) == kGraveA && lower(at + 1) ==
                                           "d\xC3\xA9"
                                           "faut") {
      at += 2;
    } else {
      return {};
    }
    std::string text = input_.resources.condition + " " + input_.resources.reader_pronoun;
    for (bool more = true; more;) {
      if (!is_de(at) || !is_word(at + 1)) return {};
      const std::string verb = value_of(table_.unpaid, lower(at + 1));
      const auto form = verb.empty() ? std::nullopt : asked_form(verb);
      if (!form) return {};
      text += " ne " + *form + " " + input_.resources.negator;
      at += 2;
      more = is_word(at) && lower(at) == "ou" && is_de(at + 1);
      if (!more) continue;
      text += " ou";
      ++at;
    }
    if (is_de(at) && is_word(at + 2) && lower(at + 1) == input_.resources.reader_own &&
        lower(at + 2) == "part") {
      at += 3;
    }
    if (!may_follow(at) || !comes_main_clause(at)) return {};
    return {{{span_of(first).begin, span_of(at - 1).end}, cased(first, text)}};
  }
  // A mark, or when it was to be done; "du loyer" and "integral" would have to go with the verb.
  [[nodiscard]] bool may_follow(std::uint32_t at) const {
    if (at >= sentence_.token_end) return false;
    const std::string& word = lower(at);
    return word == "," || word == "dans" || word == "avant" || word == "sous" ||
           (word == kGraveA && is_word(at + 1) &&
            (lower(at + 1) == "cette" || lower(at + 1) == "la"));
  }
  [[nodiscard]] bool comes_main_clause(std::uint32_t from) const {
    for (std::uint32_t i = from; i < sentence_.token_end; ++i) {
      if (tag(i).features.verb_form == VerbForm::kFin) return true;
    }
    return false;
  }

  static constexpr std::uint32_t kItemWords = 6;
};

}  // namespace

std::vector<Suggestion> calm_consequence(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  if (touches_protected(analysis, input.range)) return {};
  return Calmer(input).run();
}

}  // namespace limpide
