// Conditions: "si ...", "sous reserve de ...", "en cas de ...". The words that open them are in
// conditions.tsv; where a clause ends is read from the clause layer, where a phrase ends from the
// tree, and from punctuation where there is neither.
#include <algorithm>

#include "analyzer/facts/finders.h"

namespace limpide {
namespace {

constexpr std::uint32_t kMaxDepth = 32;    // heads between a word and the noun it hangs from
constexpr std::uint32_t kMaxPhrase = 100;  // tokens of a condition that is no clause

class ConditionFinder {
 public:
  ConditionFinder(const FactText& text, Scan& scan) : text_(text), scan_(scan) {
    for (const FoundUnit& unit : scan.units) {
      if (unit.kind == FactKind::kDeadline) deadlines_.push_back(unit);
    }
    std::sort(deadlines_.begin(), deadlines_.end(),
              [](const FoundUnit& a, const FoundUnit& b) { return a.first < b.first; });
  }

  void run() {
    for (std::uint32_t i = scan_.first; i < scan_.end;) {
      const PhraseMatch opening = phrase_at(text_, i, scan_.end, FactRole::kCondition);
      std::uint32_t end = i;
      if (opening && !is_excluded(opening)) end = add(opening);
      i = std::max(end, i + 1);
    }
  }

 private:
  // "meme si", "si" that asks whether, "faute d'avoir joint" (a cause), "a moins de 3 metres".
  [[nodiscard]] bool is_excluded(const PhraseMatch& opening) const {
    if (phrase_at(text_, opening.first, scan_.end, FactRole::kNotCondition)) return true;
    for (std::uint32_t end = opening.first + 1; end <= opening.end; ++end) {
      if (phrase_before(text_, scan_.first, end, FactRole::kNotCondition)) return true;
    }
    if (opening.end >= scan_.end) return true;
    if (scan_.taken[opening.end] != 0 && text_.upos(opening.end) == Upos::kNum) return true;
    const bool infinitive = text_.tag(opening.end).features.verb_form == VerbForm::kInf;
    if (infinitive && opening.phrase->name == "without") return true;
    if (opening.end > opening.first + 1) return false;
    // "s'" is a pronoun but before "il", "ils".
    const std::string_view next = text_.lower(opening.end);
    if (text_.lower(opening.first) == "s'" && next != "il" && next != "ils") return true;
    return asks(opening);
  }

  // "indiquez si", "quand vous recevrez la reponse et si vous devez revenir".
  [[nodiscard]] bool asks(const PhraseMatch& opening) const {
    const std::uint32_t i = opening.first;
    if (i == scan_.first || text_.lower(i - 1) == ",") return false;
    std::uint32_t verb_at = i - 1;  // "indiquez-nous si"
    if (verb_at > scan_.first && text_.upos(verb_at) == Upos::kPron) --verb_at;
    if (text_.lemma_has(text_.token(verb_at).first_word, FactRole::kAskingVerb)) return true;
    const Clause* clause = clause_opened(opening);
    if (clause != nullptr && clause->kind == ClauseKind::kCompletive) {
      if (clause->parent == kNoClause) return true;
      const Clause& above = text_.input.clauses.clauses[clause->parent];
      return text_.lemma_has(above.verb.lexical, FactRole::kAskingVerb);
    }
    const std::vector<Arc>& arcs = text_.input.trees.arcs;
    if (text_.upos(i - 1) != Upos::kCconj || arcs.empty()) return false;
    const std::uint32_t verb = arcs[text_.token(i).first_word].head;
    return verb < arcs.size() && arcs[verb].relation == Relation::kConj;
  }

  // The clause that the phrase opens, null when there is none.
  [[nodiscard]] const Clause* clause_opened(const PhraseMatch& opening) const {
    for (std::uint32_t i = opening.first; i < opening.end; ++i) {
      const ClauseIndex clause = text_.opened_at[i];
      if (clause == kNoClause) continue;
      const Clause& found = text_.input.clauses.clauses[clause];
      // Of the phrase itself, not of "que" that stands before it.
      if (text_.token_of(found.introducer.end - 1) >= opening.end - 1) return &found;
    }
    return nullptr;
  }

  std::uint32_t add(const PhraseMatch& opening) {
    const Clause* clause = clause_opened(opening);
    std::uint32_t end = clause != nullptr       ? clause_end(opening, *clause)
                        : opens_clause(opening) ? guessed_clause_end(opening.end)
                                                : phrase_end(opening.end);
    if (opening.first == scan_.first) end = to_first_mark(std::min(end, scan_.end));
    end = with_deadline(std::min(end, scan_.end));
    end = without_punctuation(opening.end, end);
    if (end <= opening.end && opening.phrase->rest.empty()) return opening.first;
    end = std::max(end, opening.end);
    Fact& fact = scan_.add(text_, FactKind::kCondition, opening.first, end);
    fact.detail = opening.phrase->name;
    fact.content = content_of(text_, scan_, opening.end, end);
    return opening.end;
  }

  // A condition that opens the sentence goes on to the next mark, unless a verb or a subject comes
  // first: "En cas de refus vous pouvez".
  [[nodiscard]] std::uint32_t to_first_mark(std::uint32_t end) const {
    const std::uint32_t stop = stop_after(end);
    if (stop >= scan_.end || text_.lower(stop) != ",") return end;
    for (std::uint32_t i = end; i < stop; ++i) {
      const bool verb = text_.tag(i).features.verb_form == VerbForm::kFin;
      const bool que = text_.lower(i) == "que" || text_.lower(i) == "qu'";
      if (que && i > end && text_.upos(i - 1) == Upos::kCconj) return stop;
      if (verb || text_.upos(i) == Upos::kPron) return end;
    }
    return stop;
  }

  // "si", "a moins que", "au cas ou"
  [[nodiscard]] bool opens_clause(const PhraseMatch& opening) const {
    const std::string_view last = text_.lower(opening.end - 1);
    return last == "si" || last == "s'" || last == "que" || last == "qu'" || last == "o\xC3\xB9" ||
           last == "lorsque";
  }

  [[nodiscard]] std::uint32_t clause_end(const PhraseMatch& opening, const Clause& clause) const {
    std::uint32_t end = text_.token_of(clause.span.end - 1) + 1;
    if (clause.verb.first < clause.verb.end) {
      const WordIndex verb = text_.input.clauses.verb_words[clause.verb.end - 1];
      const std::uint32_t after = text_.token_of(verb) + 1;
      // An inserted condition ends at the comma that closes it.
      const bool inserted = opening.first > scan_.first && text_.lower(opening.first - 1) == ",";
      if (inserted) end = std::min(end, stop_after(after));
      end = std::max(end, after);
    }
    return with_coordinated(end);
  }

  // "... et que vous nous en informiez": goes on with the condition.
  [[nodiscard]] std::uint32_t with_coordinated(std::uint32_t end) const {
    if (end + 1 >= scan_.end || text_.upos(end) != Upos::kCconj) return end;
    const std::string_view next = text_.lower(end + 1);
    if (next != "que" && next != "qu'") return end;
    return guessed_clause_end(end + 2);
  }

  // Without a clause to go by: past the first conjugated verb, up to the next mark.
  [[nodiscard]] std::uint32_t guessed_clause_end(std::uint32_t i) const {
    const std::uint32_t limit = std::min(scan_.end, i + kMaxPhrase);
    std::uint32_t verb = i;
    while (verb < limit && text_.tag(verb).features.verb_form != VerbForm::kFin) ++verb;
    return verb == limit ? stop_after(i) : stop_after(verb);
  }

  // A deadline at the end takes its starting point along.
  [[nodiscard]] std::uint32_t with_deadline(std::uint32_t end) const {
    auto unit = std::lower_bound(
        deadlines_.begin(), deadlines_.end(), end,
        [](const FoundUnit& deadline, std::uint32_t token) { return deadline.first < token; });
    if (unit == deadlines_.begin()) return end;
    --unit;
    return std::max(end, unit->end);
  }

  // A noun phrase after a preposition: up to the end of what hangs from its first noun.
  [[nodiscard]] std::uint32_t phrase_end(std::uint32_t i) const {
    const std::uint32_t stop = stop_after(i);
    if (text_.input.trees.arcs.empty()) return stop;
    std::uint32_t noun = i;
    while (noun < stop && !is_head(noun)) ++noun;
    if (noun == stop) return stop;
    std::uint32_t end = noun + 1;
    const std::uint32_t limit = std::min(scan_.end, i + kMaxPhrase);
    while (end < limit && hangs_from(end, noun)) ++end;
    return end > noun + 1 || stop == noun + 1 ? end
                                              : std::max(end, noun_phrase_end(text_, i, stop));
  }

  [[nodiscard]] bool is_head(std::uint32_t i) const {
    const Upos upos = text_.upos(i);
    return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron ||
           upos == Upos::kVerb || upos == Upos::kX;
  }

  [[nodiscard]] bool hangs_from(std::uint32_t i, std::uint32_t noun) const {
    const std::uint32_t target = text_.token(noun).first_word;
    WordIndex word = text_.token(i).first_word;
    for (std::uint32_t steps = 0; steps < kMaxDepth && word < text_.input.trees.arcs.size();
         ++steps) {
      if (word == target) return true;
      word = text_.input.trees.arcs[word].head;
    }
    return false;
  }

  // The first comma, semicolon, colon, bracket or end.
  [[nodiscard]] std::uint32_t stop_after(std::uint32_t i) const {
    const std::uint32_t limit = std::min(scan_.end, i + kMaxPhrase);
    while (i < limit && text_.token(i).kind != TokenKind::kPunctuation) ++i;
    return i;
  }

  [[nodiscard]] std::uint32_t without_punctuation(std::uint32_t first, std::uint32_t end) const {
    while (end > first && text_.token(end - 1).kind == TokenKind::kPunctuation) --end;
    return end;
  }

  const FactText& text_;
  Scan& scan_;
  std::vector<FoundUnit> deadlines_;  // ascending
};

}  // namespace

void find_conditions(const FactText& text, Scan& scan) { ConditionFinder(text, scan).run(); }

}  // namespace limpide
