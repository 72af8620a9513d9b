// An enumeration that ends its sentence, as a list: "Joignez : a, b et c." -> an introduction that
// ends with a colon, one item a paragraph, each behind a dash. "et" goes, "ou" stays at the end of
// the item before the last: the reader must still see that there is a choice. In: words of the
// enumeration, or a long sentence that ends on one. Out: one suggestion. Refuses: items that do not
// open alike, a clause or a complement behind the last item, asides but one at the head of the last
// item, an introduction that a colon would cut from its verb; "etc.", "ni".
#include <algorithm>
#include <optional>
#include <string>

#include "analyzer/rewriting/operations/operation.h"

namespace limpide {
namespace {

constexpr std::size_t kLeastItems = 3;
constexpr std::size_t kLeastOfLong = 4;   // in a sentence that is only long
constexpr std::size_t kSurelyOne = 5;     // items: no complement is joined so often
constexpr std::uint32_t kMostWords = 25;  // of an item
constexpr const char* kAll = "tout";      // "toutes lettres": no article, but opens as one does
constexpr const char* kBetween = "entre";
constexpr const char* kColon = "\xC2\xA0:";
constexpr const char* kSemicolon = "\xE2\x80\xAF;";
constexpr const char* kNoBreakSpace = "\xC2\xA0";

// How an item opens. Bare: "piece d'identite", behind a colon alone.
enum class Opening : std::uint8_t { kOther, kArticle, kBare, kInfinitive, kPreposition };

struct Item {
  std::uint32_t first = 0;
  std::uint32_t body = 0;  // behind "le cas echeant,"
  std::uint32_t end = 0;
};

class Lister {
 public:
  explicit Lister(const OperationInput& input)
      : input_(input),
        analysis_(input.analysis),
        tokens_(input.analysis.segmentation.tokens),
        sentence_(
            analysis_.segmentation.sentences[analysis_.sentence_of_token[input.range.first]]) {}

  [[nodiscard]] std::vector<Suggestion> run() {
    if (!may_hold_list() || !lists_from(input_.range.first, kLeastItems)) return {};
    return {{edits(), false}};
  }

  // The enumeration is to be found.
  [[nodiscard]] std::vector<Suggestion> run_long() {
    if (!may_hold_list()) return {};
    for (std::uint32_t i = sentence_.first_token + 2; i + kLeastOfLong < end_; ++i) {
      const bool colon = key(i - 1) == ":" && analysis_.protected_of_token[i - 1] == 0;
      if (!colon && (opening(i) != Opening::kArticle || is_inside_noun(i))) continue;
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
    if (first <= sentence_.first_token) return false;
    items_.clear();
    coordinator_.clear();
    colon_ = key(first - 1) == ":";
    promised_ = colon_ && promises_list(first - 1);
    is_bare_ = false;
    is_bare_ = promised_ && opening(first) == Opening::kBare;
    apart_ = !colon_ && stands_apart(first);
    if (!colon_ && !apart_ && !is_governed(first)) return false;
    return !is_enclosed(first) && cut_items(first) && items_.size() >= least && are_alike();
  }

  // "les documents suivants :"
  [[nodiscard]] bool promises_list(std::uint32_t colon) const {
    return colon > sentence_.first_token &&
           input_.resources.splits.list_words.count(lower(colon - 1)) != 0;
  }

  // "de la", "a l'": no first item.
  [[nodiscard]] bool is_inside_noun(std::uint32_t token) const {
    return tag(token - 1).upos == Upos::kAdp;
  }

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
    const std::uint32_t head = head_of_first(first);
    if (head == kNoWord) return false;
    if (is_order(arcs[head].head) && arcs[head].relation == Relation::kObj) return true;
    if (main == nullptr || main->verb.finite == kNoWord) return false;
    const Relation relation = arcs[head].relation;
    const bool verb = tag(first - 1).upos == Upos::kVerb || tag(first - 1).upos == Upos::kAux;
    if (opening(first) == Opening::kInfinitive) {
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
      if (key(i) == ":" || key(i) == ".") return false;
      // "et, le cas echeant, le plan": the last.
      const std::uint32_t joint = coordinator_at(i);
      if (joint != 0 && key(i + joint) == ",") return cut_last_behind(begin, i, joint);
      if (key(i) != mark || (!strong_ && is_inner(i))) continue;
      const std::uint32_t next = coordinator_at(i + 1);
      if (next != 0) return cut_last_behind(begin, i, next + 1);
      items_.push_back({begin, begin, i});
      begin = i + 1;
    }
    if (depth != 0) return false;
    if (strong_) {
      items_.push_back({begin, begin, end_});
      return items_.size() >= kLeastItems;
    }
    return cut_last(begin) && items_.size() >= kLeastItems;
  }

  // Tokens of "et", "ou", "ainsi que" there; 0 where none stands.
  [[nodiscard]] std::uint32_t coordinator_at(std::uint32_t token) const {
    if (token >= end_) return 0;
    if (is_coordinator(token)) return 1;
    const bool as_well = token + 1 < end_ && lower(token) == "ainsi" && lower(token + 1) == "que";
    return as_well ? 2 : 0;
  }

  // "rempli, date et signe": words of one item.
  [[nodiscard]] bool is_inner(std::uint32_t comma) const {
    return comma + 1 < end_ && !is_bare_ && describes(comma - 1) && describes(comma + 1);
  }
  [[nodiscard]] bool describes(std::uint32_t token) const {
    const Features& features = tag(token).features;
    const bool participle = features.verb_form == VerbForm::kPart && features.tense == Tense::kPast;
    return participle || tag(token).upos == Upos::kAdj;
  }

  // The item before ends at `end`; the last begins `skip` tokens further, behind an aside or not.
  bool cut_last_behind(std::uint32_t begin, std::uint32_t end, std::uint32_t skip) {
    items_.push_back({begin, begin, end});
    const std::uint32_t joint = key(end) == "," || key(end) == ";" ? end + 1 : end;
    coordinator_ = lower(joint);
    std::uint32_t first = end + skip;
    std::uint32_t body = first;
    if (first < end_ && key(first) == ",") {
      constexpr std::uint32_t kLongestAside = 5;  // tokens
      body = ++first;
      while (body < end_ && key(body) != ",") ++body;
      if (body >= end_ || body - first > kLongestAside) return false;
      ++body;
    }
    if (body >= end_) return false;
    items_.push_back({first, body, end_});
    return items_.size() >= kLeastItems;
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
      if (opening(i + 1) != opening(items_.empty() ? begin : items_.front().body)) continue;
      if (found != 0) return false;
      found = i;
    }
    if (found == 0) return cut_last_as_well(begin);
    coordinator_ = lower(found);
    items_.push_back({begin, begin, found});
    items_.push_back({found + 1, found + 1, end_});
    return true;
  }

  // "les quittances ainsi que les lettres"
  bool cut_last_as_well(std::uint32_t begin) {
    for (std::uint32_t i = begin + 1; i + 2 < end_; ++i) {
      if (coordinator_at(i) == 2 && !is_enclosed(i)) return cut_last_behind(begin, i, 2);
    }
    return false;
  }

  // --------------------------------------------------------------- items
  [[nodiscard]] Opening opening(std::uint32_t token) const {
    const WordTag& own = tag(token);
    const bool number = own.upos == Upos::kNum || tokens_[token].kind == TokenKind::kNumber;
    const bool all =
        own.upos == Upos::kAdj && lemma_of(analysis_, tokens_[token].first_word) == kAll;
    if (own.upos == Upos::kDet || number || all) return Opening::kArticle;
    if (own.features.verb_form == VerbForm::kInf) return Opening::kInfinitive;
    if (own.upos == Upos::kAdp) return Opening::kPreposition;
    const bool noun = own.upos == Upos::kNoun || own.upos == Upos::kPropn;
    const bool adjective =
        own.upos == Upos::kAdj && token + 1 < end_ && tag(token + 1).upos == Upos::kNoun;
    const bool acronym = promised_ && form_of_token(analysis_, token).casing == Casing::kUpper;
    return noun || adjective || acronym || may_be_noun(token) ? Opening::kBare : Opening::kOther;
  }
  // "releve bancaire": the tree of a list is no help.
  [[nodiscard]] bool may_be_noun(std::uint32_t token) const {
    if (!is_bare_) return false;
    const FormId form = analysis_.language->lexicon.find_any_case(key(token));
    return form != kNoForm && analysis_.language->lexicon.traits(form).may_be(Upos::kNoun);
  }

  [[nodiscard]] bool are_alike() const {
    Opening first = opening(items_.front().body);
    if (first == Opening::kOther || (first == Opening::kBare && !promised_)) return false;
    const bool asks_tree = !strong_ && !promised_ && !apart_ && first != Opening::kInfinitive &&
                           (items_.size() < kSurelyOne || has_own() || first_goes_on());
    return std::all_of(items_.begin(), items_.end(), [&](const Item& item) {
      if (asks_tree && !is_joined(item)) return false;
      if (item.body >= item.end || !opens_as(item.body, first)) return false;
      if (first == Opening::kPreposition && !same_preposition(item)) return false;
      return is_sound(item);
    });
  }

  // "une convention conclue entre le beneficiaire, la structure": parties of the convention.
  [[nodiscard]] bool first_goes_on() const {
    for (std::uint32_t i = items_.front().body; i < items_.front().end; ++i) {
      if (tag(i).upos == Upos::kVerb || lower(i) == kBetween) return true;
    }
    return false;
  }
  // "son objet, ses activites": of the name before them, perhaps.
  [[nodiscard]] bool has_own() const {
    return std::any_of(items_.begin(), items_.end(), [this](const Item& item) {
      const Features& features = tag(item.body).features;
      return features.possessive && features.person != 2;
    });
  }

  // Behind "les documents suivants :", "un releve" and "piece d'identite" are alike.
  [[nodiscard]] bool opens_as(std::uint32_t token, Opening first) const {
    const auto nominal = [](Opening one) {
      return one == Opening::kArticle || one == Opening::kBare;
    };
    const Opening own = opening(token);
    return own == first || (promised_ && nominal(own) && nominal(first));
  }

  // "toute modification relative a son nom, son objet ou ses activites": these are joined to the
  // name, not to the modification.
  [[nodiscard]] bool is_joined(const Item& item) const {
    const std::uint32_t first = head_word(analysis_, body_of(items_.front()));
    std::uint32_t word = head_word(analysis_, body_of(item));
    const auto& arcs = analysis_.trees.arcs;
    while (word != first && arcs[word].relation == Relation::kConj && arcs[word].head != kRoot) {
      word = arcs[word].head;
    }
    return word == first;
  }

  [[nodiscard]] static TokenRange body_of(const Item& item) { return {item.body, item.end}; }

  // "de", "du", "des" are one.
  [[nodiscard]] bool same_preposition(const Item& item) const {
    const auto lemma = [this](std::uint32_t token) { return tag(token).lemma; };
    return lemma(item.body) == lemma(items_.front().body);
  }

  // Small letters; no clause of its own; of a length that a line holds.
  [[nodiscard]] bool is_sound(const Item& item) const {
    const Casing casing = form_of_token(analysis_, item.body).casing;
    const bool number = tokens_[item.body].kind == TokenKind::kNumber;
    const bool acronym = promised_ && casing == Casing::kUpper;
    if ((casing != Casing::kLower && !number && !acronym) ||
        analysis_.quoted_law_token[item.body]) {
      return false;
    }
    std::uint32_t words = 0;
    int depth = 0;
    bool relative = false;
    bool noun = false;
    for (std::uint32_t i = item.body; i < item.end; ++i) {
      depth += step(i);
      if (tokens_[i].kind == TokenKind::kWord && depth == 0) ++words;
      noun = noun || names_thing(i);
      if (depth != 0) continue;
      if (input_.resources.paragraphs.asides.count(lower(i)) != 0) return false;
      const bool aside = item.body != item.first;  // "le cas echeant, le plan, le jugement"
      if ((key(i) == "," && !is_inner(i) && !aside) || key(i) == ";") return false;
      if (tag(i).features.pron_type == PronType::kRel) relative = true;
      if (tag(i).upos == Upos::kSconj) return false;
      if (tag(i).features.verb_form == VerbForm::kFin && !relative) return false;
    }
    return noun && words >= 1 && words <= kMostWords;
  }

  [[nodiscard]] bool names_thing(std::uint32_t token) const {
    if (tag(token).upos == Upos::kNoun || may_be_noun(token)) return true;
    const bool acronym = promised_ && form_of_token(analysis_, token).casing == Casing::kUpper;
    return acronym || tag(token).features.verb_form == VerbForm::kInf;
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

  static constexpr std::uint32_t kFar = 9;  // tokens

  const OperationInput& input_;
  const Analysis& analysis_;
  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
  std::uint32_t end_ = 0;  // the full stop
  bool colon_ = false;
  bool strong_ = false;    // semicolons part the items
  bool promised_ = false;  // the words before the colon announce a list
  bool apart_ = false;     // what the infinitive asks for, whatever the tree says
  bool is_bare_ = false;   // "piece d'identite, releve bancaire"
  std::vector<Item> items_;
  std::string coordinator_;  // "et", "ou", "ainsi"; "" when only semicolons part the items
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
