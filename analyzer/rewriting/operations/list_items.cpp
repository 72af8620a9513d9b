#include "analyzer/rewriting/operations/list_items.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::size_t kLeastItems = 3;
constexpr std::size_t kSurelyOne = 5;     // items: no complement is joined so often
constexpr std::uint32_t kMostWords = 25;  // of an item
constexpr const char* kAll = "tout";      // "toutes lettres": no article, but opens as one does
constexpr const char* kBetween = "entre";

class ItemFinder : private ListText {
 public:
  ItemFinder(const OperationInput& input, const ListSearch& search)
      : ListText(input), end_(search.end), promised_(search.promised), apart_(search.apart) {
    is_bare_ = promised_ && opening(search.first) == ItemOpening::kBare;
  }

  [[nodiscard]] std::optional<FoundItems> run(std::uint32_t first) {
    if (!cut_items(first) || !are_alike()) return std::nullopt;
    return FoundItems{std::move(items_), std::move(coordinator_)};
  }

 private:
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

  [[nodiscard]] ItemOpening opening(std::uint32_t token) const {
    const ItemOpening plain = plain_opening(token);
    if (plain != ItemOpening::kOther) return plain;
    const WordTag& own = tag(token);
    const bool noun = own.upos == Upos::kNoun || own.upos == Upos::kPropn;
    const bool adjective =
        own.upos == Upos::kAdj && token + 1 < end_ && tag(token + 1).upos == Upos::kNoun;
    const bool acronym = promised_ && form_of_token(analysis_, token).casing == Casing::kUpper;
    return noun || adjective || acronym || may_be_noun(token) ? ItemOpening::kBare
                                                              : ItemOpening::kOther;
  }
  // "releve bancaire": the tree of a list is no help.
  [[nodiscard]] bool may_be_noun(std::uint32_t token) const {
    if (!is_bare_) return false;
    const FormId form = analysis_.language->lexicon.find_any_case(key(token));
    return form != kNoForm && analysis_.language->lexicon.traits(form).may_be(Upos::kNoun);
  }

  [[nodiscard]] bool are_alike() const {
    ItemOpening first = opening(items_.front().body);
    if (first == ItemOpening::kOther || (first == ItemOpening::kBare && !promised_)) return false;
    const bool asks_tree = !strong_ && !promised_ && !apart_ && first != ItemOpening::kInfinitive &&
                           (items_.size() < kSurelyOne || has_own() || first_goes_on());
    return std::all_of(items_.begin(), items_.end(), [&](const ListItem& item) {
      if (asks_tree && !is_joined(item)) return false;
      if (item.body >= item.end || !opens_as(item.body, first)) return false;
      if (first == ItemOpening::kPreposition && !same_preposition(item)) return false;
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
    return std::any_of(items_.begin(), items_.end(), [this](const ListItem& item) {
      const Features& features = tag(item.body).features;
      return features.possessive && features.person != 2;
    });
  }

  // Behind "les documents suivants :", "un releve" and "piece d'identite" are alike.
  [[nodiscard]] bool opens_as(std::uint32_t token, ItemOpening first) const {
    const auto nominal = [](ItemOpening one) {
      return one == ItemOpening::kArticle || one == ItemOpening::kBare;
    };
    const ItemOpening own = opening(token);
    return own == first || (promised_ && nominal(own) && nominal(first));
  }

  // "toute modification relative a son nom, son objet ou ses activites": these are joined to the
  // name, not to the modification.
  [[nodiscard]] bool is_joined(const ListItem& item) const {
    const std::uint32_t first = head_word(analysis_, body_of(items_.front()));
    std::uint32_t word = head_word(analysis_, body_of(item));
    const auto& arcs = analysis_.trees.arcs;
    while (word != first && arcs[word].relation == Relation::kConj && arcs[word].head != kRoot) {
      word = arcs[word].head;
    }
    return word == first;
  }

  [[nodiscard]] static TokenRange body_of(const ListItem& item) { return {item.body, item.end}; }

  // "de", "du", "des" are one.
  [[nodiscard]] bool same_preposition(const ListItem& item) const {
    const auto lemma = [this](std::uint32_t token) { return tag(token).lemma; };
    return lemma(item.body) == lemma(items_.front().body);
  }

  // Small letters; no clause of its own; of a length that a line holds.
  [[nodiscard]] bool is_sound(const ListItem& item) const {
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

  std::uint32_t end_;  // the full stop
  bool promised_;
  bool apart_;
  bool is_bare_ = false;  // "piece d'identite, releve bancaire"
  bool strong_ = false;   // semicolons part the items
  std::vector<ListItem> items_;
  std::string coordinator_;
};

}  // namespace

ItemOpening ListText::plain_opening(std::uint32_t token) const {
  const WordTag& own = tag(token);
  const bool number = own.upos == Upos::kNum || tokens_[token].kind == TokenKind::kNumber;
  const bool all = own.upos == Upos::kAdj && lemma_of(analysis_, tokens_[token].first_word) == kAll;
  if (own.upos == Upos::kDet || number || all) return ItemOpening::kArticle;
  if (own.features.verb_form == VerbForm::kInf) return ItemOpening::kInfinitive;
  return own.upos == Upos::kAdp ? ItemOpening::kPreposition : ItemOpening::kOther;
}

std::optional<FoundItems> find_items(const OperationInput& input, const ListSearch& search) {
  return ItemFinder(input, search).run(search.first);
}

}  // namespace limpide
