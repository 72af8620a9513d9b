// An enumeration that ends its sentence, as a list: "Joignez : a, b et c." -> an introduction that
// ends with a colon, one item a paragraph, each behind a dash. "et" goes, "ou" stays at the end of
// the item before the last: the reader must still see that there is a choice. In: words of the
// enumeration. Out: one suggestion. Refuses: items that do not open alike, a clause or a complement
// behind the last item, asides, an introduction that a colon would cut from its verb; "etc.", "ni".
#include <algorithm>
#include <optional>
#include <string>

#include "analyzer/rewriting/operations/operation.h"

namespace limpide {
namespace {

constexpr std::size_t kLeastItems = 3;
constexpr std::uint32_t kMostWords = 25;  // of an item
constexpr const char* kColon = "\xC2\xA0:";
constexpr const char* kSemicolon = "\xE2\x80\xAF;";
constexpr const char* kNoBreakSpace = "\xC2\xA0";

// How an item opens.
enum class Opening : std::uint8_t { kOther, kArticle, kInfinitive, kPreposition };

class Lister {
 public:
  explicit Lister(const OperationInput& input)
      : input_(input),
        analysis_(input.analysis),
        tokens_(input.analysis.segmentation.tokens),
        sentence_(
            analysis_.segmentation.sentences[analysis_.sentence_of_token[input.range.first]]) {}

  [[nodiscard]] std::vector<Suggestion> run() {
    const BlockKind kind = analysis_.document->blocks[sentence_.block].kind;
    if (kind != BlockKind::kParagraph || sentence_.token_end < sentence_.first_token + 4) return {};
    end_ = sentence_.token_end - 1;
    if (key(end_) != "." || is_item_of_list()) return {};
    const std::uint32_t first = input_.range.first;
    if (first <= sentence_.first_token) return {};
    colon_ = key(first - 1) == ":";
    if (!colon_ && !is_governed(first)) return {};
    if (is_enclosed(first) || !cut_items(first) || !are_alike()) return {};
    return {{edits(), false}};
  }

 private:
  [[nodiscard]] const WordTag& tag(std::uint32_t token) const {
    return analysis_.tagging.words[tokens_[token].first_word];
  }
  [[nodiscard]] const std::string& key(std::uint32_t token) const {
    return form_of_token(analysis_, token).key;
  }
  [[nodiscard]] const std::string& lower(std::uint32_t token) const {
    return form_of_token(analysis_, token).lower;
  }

  // The sentence itself stands behind a dash or a number.
  [[nodiscard]] bool is_item_of_list() const {
    return tokens_[sentence_.first_token].kind != TokenKind::kWord;
  }

  [[nodiscard]] bool is_enclosed(std::uint32_t token) const {
    int depth = 0;
    for (std::uint32_t i = sentence_.first_token; i < token; ++i) depth += step(i);
    return depth != 0;
  }
  [[nodiscard]] int step(std::uint32_t token) const {
    const std::string& mark = key(token);
    if (mark == "(" || mark == "[" || mark == "\xC2\xAB") return 1;
    if (mark == ")" || mark == "]" || mark == "\xC2\xBB") return -1;
    return 0;
  }

  // "Joignez X, ...", "Vous envoyez a la mairie X, ...", "vous devez remplir X, ...": the first
  // item is what the main verb governs, and nothing else does.
  [[nodiscard]] bool is_governed(std::uint32_t first) const {
    if (key(first - 1) == "," || opening(first) == Opening::kPreposition) return false;
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
    if (main == nullptr || main->verb.finite == kNoWord) return false;
    const std::uint32_t head = head_of_first(first);
    if (head == kNoWord) return false;
    const Relation relation = arcs[head].relation;
    const bool verb = tag(first - 1).upos == Upos::kVerb || tag(first - 1).upos == Upos::kAux;
    if (opening(first) == Opening::kInfinitive) {
      return verb && main->verb.modality != Modality::kNone &&
             tokens_[first - 1].first_word == main->verb.finite;
    }
    if (relation != Relation::kObj) return false;
    const std::uint32_t governor = arcs[head].head;
    const bool of_main = governor == main->verb.lexical || governor == main->verb.finite;
    return of_main && (verb || token_of_word(analysis_, governor) + kFar > first);
  }

  [[nodiscard]] std::uint32_t head_of_first(std::uint32_t first) const {
    for (std::uint32_t i = first; i < end_ && i < first + kFar; ++i) {
      if (tag(i).upos == Upos::kNoun || tag(i).features.verb_form == VerbForm::kInf) {
        return tokens_[i].first_word;
      }
    }
    return kNoWord;
  }

  [[nodiscard]] bool is_coordinator(std::uint32_t token) const {
    return lower(token) == input_.resources.and_word || lower(token) == input_.resources.or_word;
  }

  // Items from the first to the end of the sentence; false when it is not sure where one ends.
  bool cut_items(std::uint32_t first) {
    strong_ = has_mark(first, ";");
    const char* const mark = strong_ ? ";" : ",";
    std::uint32_t begin = first;
    int depth = 0;
    for (std::uint32_t i = first; i < end_; ++i) {
      depth += step(i);
      if (depth < 0) return false;
      if (depth > 0) continue;
      if (key(i) == ":" || key(i) == "." || key(i) == "?" || analysis_.protected_of_token[i] != 0) {
        if (key(i) == ":" || key(i) == ".") return false;
        continue;
      }
      if (key(i) != mark) continue;
      items_.push_back({begin, i});
      begin = i + 1;
      const bool joined = begin < end_ && is_coordinator(begin);
      if (!joined) continue;
      if (!take_coordinator(begin)) return false;
      ++begin;
    }
    if (depth != 0) return false;
    if (strong_ || !coordinator_.empty()) {
      items_.push_back({begin, end_});
      return items_.size() >= kLeastItems;
    }
    return cut_last(begin) && items_.size() >= kLeastItems;
  }

  bool take_coordinator(std::uint32_t token) {
    if (!coordinator_.empty()) return false;
    coordinator_ = lower(token);
    return true;
  }

  [[nodiscard]] bool has_mark(std::uint32_t first, const char* mark) const {
    int depth = 0;
    for (std::uint32_t i = first; i < end_; ++i) {
      depth += step(i);
      if (depth == 0 && key(i) == mark) return true;
    }
    return false;
  }

  // "un releve et une photo": cut at the one coordinator before words that open as the items do.
  bool cut_last(std::uint32_t begin) {
    std::uint32_t found = 0;
    int depth = 0;
    for (std::uint32_t i = begin; i + 1 < end_; ++i) {
      depth += step(i);
      if (depth != 0 || i == begin || !is_coordinator(i)) continue;
      if (opening(i + 1) != opening(items_.empty() ? begin : items_.front().first)) continue;
      if (found != 0) return false;
      found = i;
    }
    if (found == 0) return false;
    coordinator_ = lower(found);
    items_.push_back({begin, found});
    items_.push_back({found + 1, end_});
    return true;
  }

  // --------------------------------------------------------------- items
  [[nodiscard]] Opening opening(std::uint32_t token) const {
    const WordTag& own = tag(token);
    if (own.upos == Upos::kDet || tokens_[token].kind == TokenKind::kNumber) {
      return Opening::kArticle;
    }
    if (own.features.verb_form == VerbForm::kInf) return Opening::kInfinitive;
    if (own.upos == Upos::kAdp) return Opening::kPreposition;
    return Opening::kOther;
  }

  [[nodiscard]] bool are_alike() const {
    const Opening first = opening(items_.front().first);
    if (first == Opening::kOther) return false;
    return std::all_of(items_.begin(), items_.end(), [&](const TokenRange& item) {
      if (!strong_ && first != Opening::kInfinitive && !is_joined(item)) return false;
      if (item.first >= item.end || opening(item.first) != first) return false;
      if (first == Opening::kPreposition && !same_preposition(item)) return false;
      return is_sound(item);
    });
  }

  // "toute modification relative a son nom, son objet ou ses activites": these are joined to the
  // name, not to the modification.
  [[nodiscard]] bool is_joined(const TokenRange& item) const {
    const std::uint32_t first = head_word(analysis_, items_.front());
    std::uint32_t word = head_word(analysis_, item);
    const auto& arcs = analysis_.trees.arcs;
    while (word != first && arcs[word].relation == Relation::kConj && arcs[word].head != kRoot) {
      word = arcs[word].head;
    }
    return word == first;
  }

  // "de", "du", "des" are one.
  [[nodiscard]] bool same_preposition(const TokenRange& item) const {
    const auto lemma = [this](std::uint32_t token) { return tag(token).lemma; };
    return lemma(item.first) == lemma(items_.front().first);
  }

  // Small letters; no clause of its own; of a length that a line holds.
  [[nodiscard]] bool is_sound(const TokenRange& item) const {
    const Casing casing = form_of_token(analysis_, item.first).casing;
    const bool number = tokens_[item.first].kind == TokenKind::kNumber;
    if ((casing != Casing::kLower && !number) || analysis_.quoted_law_token[item.first]) {
      return false;
    }
    std::uint32_t words = 0;
    int depth = 0;
    bool relative = false;
    bool noun = false;
    for (std::uint32_t i = item.first; i < item.end; ++i) {
      depth += step(i);
      if (tokens_[i].kind == TokenKind::kWord) ++words;
      noun = noun || tag(i).upos == Upos::kNoun || tag(i).features.verb_form == VerbForm::kInf;
      if (depth != 0) continue;
      if (input_.resources.paragraphs.asides.count(lower(i)) != 0) return false;
      if (key(i) == "," || key(i) == ";") return false;
      if (tag(i).features.pron_type == PronType::kRel) relative = true;
      if (tag(i).upos == Upos::kSconj) return false;
      if (tag(i).features.verb_form == VerbForm::kFin && !relative) return false;
    }
    return noun && words >= 1 && words <= kMostWords;
  }

  // --------------------------------------------------------------- edits
  [[nodiscard]] std::string dash() const {
    return std::string(kParagraphBreak) + input_.resources.paragraphs.dash + kNoBreakSpace;
  }

  [[nodiscard]] std::vector<Edit> edits() const {
    std::vector<Edit> made;
    const std::uint32_t first = items_.front().first;
    made.push_back({{tokens_[first - 1].span.end, tokens_[first].span.begin},
                    (colon_ ? "" : kColon) + dash()});
    for (std::size_t i = 1; i < items_.size(); ++i) {
      std::string text = kSemicolon;
      const bool choice = coordinator_ == input_.resources.or_word && i + 1 == items_.size();
      if (choice) text += " " + coordinator_;
      made.push_back(
          {{tokens_[items_[i - 1].end - 1].span.end, tokens_[items_[i].first].span.begin},
           text + dash()});
    }
    return made;
  }

  static constexpr std::uint32_t kFar = 7;  // tokens

  const OperationInput& input_;
  const Analysis& analysis_;
  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
  std::uint32_t end_ = 0;  // the full stop
  bool colon_ = false;
  bool strong_ = false;  // semicolons part the items
  std::vector<TokenRange> items_;
  std::string coordinator_;  // "et", "ou", "" when only semicolons part the items
};

}  // namespace

std::vector<Suggestion> make_list(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  return Lister(input).run();
}

}  // namespace limpide
