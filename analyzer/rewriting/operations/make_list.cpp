// An enumeration that ends its sentence, as a list: "Joignez : a, b et c." -> an introduction that
// ends with a colon, one item a paragraph, each behind a dash. "et" goes, "ou" stays at the end of
// the item before the last: the reader must still see that there is a choice. In: words of the
// enumeration, or a long sentence that ends on one. Out: one suggestion. Refuses: items that do not
// open alike, a clause or a complement behind the last item, asides but one at the head of the last
// item, an introduction that a colon would cut from its verb; "etc.", "ni".
#include <algorithm>
#include <string>
#include <utility>

#include "analyzer/rewriting/operations/list_items.h"

namespace limpide {
namespace {

constexpr std::size_t kLeastItems = 3;
constexpr std::size_t kLeastOfLong = 4;  // in a sentence that is only long
constexpr const char* kColon = "\xC2\xA0:";
constexpr const char* kSemicolon = "\xE2\x80\xAF;";
constexpr const char* kNoBreakSpace = "\xC2\xA0";

class Lister : private ListText {
 public:
  explicit Lister(const OperationInput& input) : ListText(input) {}

  [[nodiscard]] std::vector<Suggestion> run() {
    if (!may_hold_list() || !lists_from(input_.range.first, kLeastItems)) return {};
    return {{edits(), false}};
  }

  // The enumeration is to be found.
  [[nodiscard]] std::vector<Suggestion> run_long() {
    if (!may_hold_list()) return {};
    for (std::uint32_t i = sentence_.first_token + 2; i + kLeastOfLong < end_; ++i) {
      const bool colon = key(i - 1) == ":" && analysis_.protected_of_token[i - 1] == 0;
      if (!colon && (plain_opening(i) != ItemOpening::kArticle || is_inside_noun(i))) continue;
      if (lists_from(i, kLeastOfLong)) return {{edits(), false}};
    }
    return {};
  }

 private:
  [[nodiscard]] bool may_hold_list() {
    const BlockKind kind = analysis_.document->blocks[sentence_.block].kind;
    if (kind != BlockKind::kParagraph || sentence_.token_end < sentence_.first_token + 4) {
      return false;
    }
    end_ = sentence_.token_end - 1;
    return key(end_) == "." && !is_item_of_list();
  }

  bool lists_from(std::uint32_t first, std::size_t least) {
    if (first <= sentence_.first_token || is_enclosed(first)) return false;
    colon_ = key(first - 1) == ":";
    const bool apart = !colon_ && stands_apart(first);
    if (!colon_ && !apart && !is_governed(first)) return false;
    auto found = find_items(input_, {first, end_, colon_ && promises_list(first - 1), apart});
    if (!found || found->items.size() < least) return false;
    list_ = *std::move(found);
    return true;
  }

  // "les documents suivants :", "les documents suivants sont perdus :"
  [[nodiscard]] bool promises_list(std::uint32_t colon) const {
    const auto& words = input_.resources.splits.list_words;
    if (colon <= sentence_.first_token) return false;
    if (words.count(lower(colon - 1)) != 0) return true;
    for (std::uint32_t i = sentence_.first_token + 1; i < colon; ++i) {
      const bool says_which = tag(i).upos == Upos::kAdj && tag(i - 1).upos == Upos::kNoun;
      if (says_which && words.count(lower(i)) != 0) return true;
    }
    return false;
  }

  // "de la", "a l'": no first item.
  [[nodiscard]] bool is_inside_noun(std::uint32_t token) const {
    return tag(token - 1).upos == Upos::kAdp;
  }

  // The sentence itself stands behind a dash or a number.
  [[nodiscard]] bool is_item_of_list() const {
    return tokens_[sentence_.first_token].kind != TokenKind::kWord;
  }

  // item is what the main verb governs, and nothing else does.
  [[nodiscard]] bool is_governed(std::uint32_t first) const {
    if (key(first - 1) == "," || plain_opening(first) == ItemOpening::kPreposition) return false;
    const auto& arcs = analysis_.trees.arcs;
    const WordRange clauses =
        analysis_.clauses.sentence_clauses[analysis_.sentence_of_token[first]];
    const Clause* main = nullptr;
    for (std::uint32_t i = clauses.first; i < clauses.end; ++i) {
      const Clause& clause = analysis_.clauses.clauses[i];
      if (clause.kind != ClauseKind::kMain) continue;
      if (main != nullptr) return false;
      main = &clause;
    }
    const std::uint32_t head = head_of_first(first);
    if (head == kNoWord) return false;
    if (is_order(arcs[head].head) && arcs[head].relation == Relation::kObj) return true;
    if (main == nullptr || main->verb.finite == kNoWord) return false;
    const Relation relation = arcs[head].relation;
    const bool verb = tag(first - 1).upos == Upos::kVerb || tag(first - 1).upos == Upos::kAux;
    if (plain_opening(first) == ItemOpening::kInfinitive) {
      return verb && main->verb.modality != Modality::kNone &&
             tokens_[first - 1].first_word == main->verb.finite;
    }
    if (relation != Relation::kObj) return false;
    const std::uint32_t governor = arcs[head].head;
    const bool of_main = governor == main->verb.lexical || governor == main->verb.finite ||
                         is_ordered(*main, governor);
    return of_main && (verb || token_of_word(analysis_, governor) + kFar > first);
  }

  // "Joindre la copie, ...": the infinitive opens the sentence.
  [[nodiscard]] bool is_order(std::uint32_t governor) const {
    return governor == tokens_[sentence_.first_token].first_word &&
           analysis_.tagging.words[governor].features.verb_form == VerbForm::kInf;
  }

  // "il faut tenir a sa disposition le bail, ..."
  [[nodiscard]] bool is_ordered(const Clause& main, std::uint32_t governor) const {
    if (governor == kRoot || main.verb.modality == Modality::kNone) return false;
    if (analysis_.tagging.words[governor].features.verb_form != VerbForm::kInf) return false;
    const std::uint32_t above = analysis_.trees.arcs[governor].head;
    return above == main.verb.lexical || above == main.verb.finite;
  }

  // "Il faut tenir a la disposition de l'inspecteur le bail, ...": behind a noun, with no
  // preposition, in a sentence whose infinitive has no object yet. No tree is asked for more: such
  // long ones waver.
  [[nodiscard]] bool stands_apart(std::uint32_t first) const {
    if (tag(first - 1).upos != Upos::kNoun || !tag(first).features.definite) return false;
    const WordRange clauses =
        analysis_.clauses.sentence_clauses[analysis_.sentence_of_token[first]];
    if (clauses.end != clauses.first + 1) return false;
    const Clause& only = analysis_.clauses.clauses[clauses.first];
    if (only.verb.modality == Modality::kNone || only.verb.finite == kNoWord) return false;
    std::uint32_t verb = token_of_word(analysis_, only.verb.finite) + 1;
    while (verb < first && tag(verb).features.verb_form != VerbForm::kInf) ++verb;
    if (verb + 1 >= first || verb + kFar <= first || tag(verb + 1).upos != Upos::kAdp) return false;
    const std::vector<std::uint32_t> children = children_of(analysis_, tokens_[verb].first_word);
    return std::none_of(children.begin(), children.end(), [this](std::uint32_t child) {
      return universal_relation(analysis_.trees.arcs[child].relation) == Relation::kObj;
    });
  }

  [[nodiscard]] std::uint32_t head_of_first(std::uint32_t first) const {
    for (std::uint32_t i = first; i < end_ && i < first + kFar; ++i) {
      if (tag(i).upos == Upos::kNoun || tag(i).features.verb_form == VerbForm::kInf) {
        return tokens_[i].first_word;
      }
    }
    return kNoWord;
  }

  // --------------------------------------------------------------- edits
  [[nodiscard]] std::string dash() const {
    return std::string(kParagraphBreak) + input_.resources.paragraphs.dash + kNoBreakSpace;
  }

  [[nodiscard]] std::vector<Edit> edits() const {
    std::vector<Edit> made;
    const std::uint32_t first = list_.items.front().first;
    made.push_back({{tokens_[first - 1].span.end, tokens_[first].span.begin},
                    (colon_ ? "" : kColon) + dash()});
    for (std::size_t i = 1; i < list_.items.size(); ++i) {
      std::string text = kSemicolon;
      const bool choice =
          list_.coordinator == input_.resources.or_word && i + 1 == list_.items.size();
      if (choice) text += " " + list_.coordinator;
      made.push_back(
          {{tokens_[list_.items[i - 1].end - 1].span.end, tokens_[list_.items[i].first].span.begin},
           text + dash()});
    }
    return made;
  }

  static constexpr std::uint32_t kFar = 9;  // tokens

  std::uint32_t end_ = 0;  // the full stop
  bool colon_ = false;
  FoundItems list_;
};

}  // namespace

std::vector<Suggestion> make_list(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  // An acronym may stand among the items.
  const TokenRange opening{input.range.first, input.range.first + 1};
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, opening)) return {};
  return Lister(input).run();
}

std::vector<Suggestion> list_long_sentence(const OperationInput& input) {
  return Lister(input).run_long();
}

}  // namespace limpide
