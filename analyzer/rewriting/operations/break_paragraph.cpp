// One long paragraph as several: cut between sentences where another matter begins, no word
// changed. In: the sentences of the paragraph. Out: one suggestion with all its cuts. Refuses: a
// cut before a sentence that leans on the one before it ("Il", "Cependant", "Dans ce cas"), inside
// brackets or a quotation, after a question or a colon; parts of a line or two; headings, items.
//
// Among the cuts that remain, those that part the text best: the cost of a part grows with the
// square of its length, a cut costs less where the subject changes.
#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include "analyzer/rewriting/operations/operation.h"

namespace limpide {
namespace {

constexpr std::size_t kMostSentences = 200;
constexpr double kGoodPart = 60;  // words
constexpr double kWordsOfSentence = 12;
constexpr std::uint32_t kLeastWords = 12;         // of a part of several sentences
constexpr std::uint32_t kLeastWordsOffered = 20;  // where nothing speaks for another matter
constexpr std::uint32_t kLeastWordsAlone = 25;    // of a part of one sentence
constexpr std::uint32_t kLeastWordsSure = 15;     // where another matter surely begins
constexpr double kSureScore = 3;
constexpr double kLeastScore = 2.5;
constexpr double kLeastOffered = 0.5;  // where nothing speaks for another matter
constexpr double kCutCost = 0.8;
constexpr double kGain = 0.2;  // of a point of score
constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr std::uint32_t kNearBegin = 10;  // tokens

// Who a sentence is about.
enum class Party : std::uint8_t { kUnknown, kSender, kReader, kOther };

struct SentenceView {
  std::uint32_t first = 0;  // tokens
  std::uint32_t end = 0;
  std::uint32_t words = 0;
  Party party = Party::kUnknown;
  bool orders = false;  // says what the reader must do
  bool has_verb = false;
  std::uint32_t main_verb = 0;      // token; 0 without one
  std::uint32_t subject = kNoWord;  // word
  std::set<LemmaIndex> nouns;
};

class Breaker {
 public:
  explicit Breaker(const OperationInput& input)
      : input_(input),
        analysis_(input.analysis),
        words_(input.resources.paragraphs),
        tokens_(input.analysis.segmentation.tokens) {}

  [[nodiscard]] std::vector<Suggestion> run() {
    const std::uint32_t first = analysis_.sentence_of_token[input_.range.first];
    const std::uint32_t last = analysis_.sentence_of_token[input_.range.end - 1];
    const auto& sentences = analysis_.segmentation.sentences;
    if (last - first + 1 > kMostSentences || sentences[first].block != sentences[last].block) {
      return {};
    }
    const BlockKind kind = analysis_.document->blocks[sentences[first].block].kind;
    if (kind != BlockKind::kParagraph && kind != BlockKind::kTableCell) return {};
    for (std::uint32_t i = first; i <= last; ++i) {
      if (is_item(sentences[i])) return {};
      views_.push_back(view_of(i));
    }
    score_borders();
    choose(kLeastScore);
    const bool safe = !cuts_.empty();
    if (!safe) offer_others();
    std::vector<Edit> edits;
    for (const std::size_t cut : cuts_) {
      const Span before = tokens_[views_[cut].first - 1].span;
      const Span after = tokens_[views_[cut].first].span;
      if (before.end >= after.begin) return {};
      edits.push_back({{before.end, after.begin}, std::string(kParagraphBreak)});
    }
    if (edits.empty()) return {};
    return {{std::move(edits), safe}};
  }

 private:
  [[nodiscard]] const WordTag& tag(std::uint32_t word) const {
    return analysis_.tagging.words[word];
  }
  [[nodiscard]] const Form& form(std::uint32_t token) const {
    return form_of_token(analysis_, token);
  }
  [[nodiscard]] const std::string& lower(std::uint32_t token) const { return form(token).lower; }

  // "1) ...", "a. ...", "- ...": a list, to be laid out as one.
  [[nodiscard]] bool is_item(const Sentence& sentence) const {
    const std::uint32_t first = sentence.first_token;
    if (tokens_[first].kind != TokenKind::kWord) return lower(first) != "\xC2\xAB";
    return form(first).letters == 1 && first + 1 < sentence.token_end &&
           (lower(first + 1) == ")" || lower(first + 1) == ".");
  }

  [[nodiscard]] SentenceView view_of(std::uint32_t sentence) const {
    const Sentence& own = analysis_.segmentation.sentences[sentence];
    SentenceView view;
    view.first = own.first_token;
    view.end = own.token_end;
    view.words = analysis_.metrics.sentence_words[sentence];
    for (std::uint32_t i = view.first; i < view.end; ++i) {
      const std::uint32_t word = tokens_[i].first_word;
      if (tag(word).upos == Upos::kNoun) view.nouns.insert(tag(word).lemma);
    }
    const WordRange clauses = analysis_.clauses.sentence_clauses[sentence];
    for (std::uint32_t i = clauses.first; i < clauses.end; ++i) {
      const Clause& clause = analysis_.clauses.clauses[i];
      if (clause.kind != ClauseKind::kMain) continue;
      if (clause.verb.finite != kNoWord && !view.has_verb) {
        view.has_verb = true;
        view.main_verb = token_of_word(analysis_, clause.verb.finite);
      }
      if (view.party == Party::kUnknown) take_party(clause, view);
    }
    // "Merci d'envoyer".
    const bool asked = asks(view.first) || is_impersonal(view);
    if (asked) view.party = Party::kReader;
    if (asked) view.has_verb = view.orders = true;
    return view;
  }

  [[nodiscard]] bool asks(std::uint32_t token) const {
    return words_.asking.count(lower(token)) != 0;
  }

  void take_party(const Clause& clause, SentenceView& view) const {
    const FormulaTable& table = input_.resources.formulas;
    view.subject = clause.subject.head;
    if (clause.subject.kind == SubjectKind::kImplied && clause.verb.mood == Mood::kImp) {
      view.party = Party::kReader;
      view.orders = true;
      return;
    }
    if (clause.verb.finite == kNoWord) return;
    view.party = Party::kOther;
    if (clause.subject.kind != SubjectKind::kExplicit) return;
    const std::string& subject = lower(token_of_word(analysis_, clause.subject.head));
    if (table.mine.count(subject) != 0 || table.ours.count(subject) != 0) {
      view.party = Party::kSender;
    } else if (subject == input_.resources.reader_pronoun) {
      view.party = Party::kReader;
      view.orders = clause.verb.modality != Modality::kNone;
    }
  }

  // --------------------------------------------------------------- borders
  void score_borders() {
    scores_.assign(views_.size(), -kNever);
    int depth = 0;
    bool straight = false;
    bool colon = false;  // what it brings, a story told as an example, may go on for long
    for (std::size_t i = 0; i < views_.size(); ++i) {
      const bool open = depth != 0 || straight;
      if (i > 0 && !open && may_end(views_[i - 1]) && may_open(views_[i])) {
        const double points = score(i);
        if (!colon || points >= kSureScore) scores_[i] = points;
      }
      for (std::uint32_t at = views_[i].first; at < views_[i].end; ++at) {
        const std::string& mark = form(at).key;
        colon = colon || mark == ":";
        if (mark == "(" || mark == "[" || mark == "\xC2\xAB" || mark == "\xE2\x80\x9C") ++depth;
        if (mark == ")" || mark == "]" || mark == "\xC2\xBB" || mark == "\xE2\x80\x9D") --depth;
        if (mark == "\"") straight = !straight;
      }
    }
  }

  // Nothing says that another matter begins: the writer must see it. "Ce recours" names what it
  // takes up, and may open a paragraph; "Les agents lisent ces demandes" leans on what is before.
  void offer_others() {
    for (std::size_t i = 1; i < views_.size(); ++i) {
      const SentenceView& view = views_[i];
      if (names_again(view) && may_end(views_[i - 1]) && view.has_verb && view.words >= 5) {
        scores_[i] = std::max(scores_[i], kLeastOffered);
      } else if (points_back_inside(view)) {
        scores_[i] = -kNever;
      }
    }
    least_words_ = least_alone_ = kLeastWordsOffered;
    choose(kLeastOffered);
  }
  [[nodiscard]] bool points_back_inside(const SentenceView& view) const {
    for (std::uint32_t at = view.first; at < view.end; ++at) {
      if (points_back(tag(tokens_[at].first_word), at)) return true;
    }
    return false;
  }
  // "Ce recours doit etre motive": a subject that says what it is.
  [[nodiscard]] bool names_again(const SentenceView& view) const {
    const WordTag& opening = tag(tokens_[view.first].first_word);
    if (opening.upos != Upos::kDet || opening.features.pron_type != PronType::kDem) return false;
    if (view.first + 1 >= view.end || has_tie_inside(view, false)) return false;
    const std::uint32_t noun = tokens_[view.first + 1].first_word;
    return tag(noun).upos == Upos::kNoun && noun == view.subject;
  }

  // A full stop, after a word: "M." and "art." end nothing. What a colon brings may go on behind
  // it.
  [[nodiscard]] bool may_end(const SentenceView& view) const {
    const std::uint32_t last = view.end - 1;
    if (form(last).key != "." && form(last).key != "!") return false;
    if (last == view.first || tokens_[last - 1].kind == TokenKind::kPunctuation) return false;
    for (std::uint32_t i = view.first; i < last; ++i) {
      if (form(i).key == ":") return false;
    }
    const bool word = tokens_[last - 1].kind == TokenKind::kWord;
    return !word || form(last - 1).letters >= 3;
  }

  [[nodiscard]] bool may_open(const SentenceView& view) const {
    const std::uint32_t first = view.first;
    const Form& opening = form(first);
    const bool capital = opening.casing == Casing::kCapitalized ||
                         (opening.casing == Casing::kUpper && opening.letters <= 2);
    if (tokens_[first].kind != TokenKind::kWord || !capital || !view.has_verb) return false;
    if (view.words < 5 || analysis_.protected_of_token[first] != 0) return false;
    if (is_impersonal(view)) return true;
    if (opens_matter(view)) {
      return !has_tie_inside(view, true) && !leans_back(view, view.first + 1);
    }
    return !is_tied(view) && !leans_back(view, view.first);
  }

  [[nodiscard]] bool starts_with(const std::vector<FormulaPattern>& patterns,
                                 const SentenceView& view) const {
    return std::any_of(patterns.begin(), patterns.end(), [&](const FormulaPattern& pattern) {
      return match_formula(analysis_, pattern, view.first, view.end).has_value();
    });
  }

  [[nodiscard]] bool opens_matter(const SentenceView& view) const {
    return starts_with(words_.openers, view);
  }

  [[nodiscard]] bool is_impersonal(const SentenceView& view) const {
    return starts_with(words_.impersonals, view) && !has_tie_inside(view, false);
  }

  [[nodiscard]] bool is_tied(const SentenceView& view) const {
    if (starts_with(words_.tied_starts, view) || has_tie_inside(view, false)) return true;
    if (words_.tied.count(lower(view.first)) == 0) return false;
    return !takes_up(view);
  }

  // "Cette decision peut etre contestee": the thing that the whole letter is about.
  [[nodiscard]] bool takes_up(const SentenceView& view) const {
    const WordTag& opening = tag(tokens_[view.first].first_word);
    return opening.upos == Upos::kDet && opening.features.pron_type == PronType::kDem &&
           view.first + 1 < view.end && words_.taken_up.count(lower(view.first + 1)) != 0;
  }

  [[nodiscard]] bool has_tie_inside(const SentenceView& view, bool opener) const {
    const std::uint32_t near = std::max(view.first + kNearBegin, view.main_verb + 4);
    const std::uint32_t end = std::min(view.end, near);
    for (std::uint32_t i = view.first + 1; i < end; ++i) {
      if (words_.tied_inside.count(lower(i)) != 0) return true;
      if (!opener && words_.tied_lightly.count(lower(i)) != 0) return true;
    }
    return false;
  }

  // A pronoun or a possessive of the third person before the first noun, or as the subject of the
  // main clause, stands for a word of another sentence.
  [[nodiscard]] bool leans_back(const SentenceView& view, std::uint32_t from) const {
    bool noun = false;
    for (std::uint32_t i = from; i < view.end; ++i) {
      const WordTag& own = tag(tokens_[i].first_word);
      noun = noun || own.upos == Upos::kNoun || own.upos == Upos::kPropn;
      const bool third = points_back(own, i);
      if (third && (!noun || is_close(view, i))) return true;
    }
    return false;
  }

  [[nodiscard]] bool points_back(const WordTag& own, std::uint32_t token) const {
    const std::string& word = lower(token);
    if (own.upos == Upos::kDet) {
      const bool demonstrative = own.features.pron_type == PronType::kDem;
      const bool known = token + 1 < tokens_.size() && words_.taken_up.count(lower(token + 1)) != 0;
      return (demonstrative && !known) || (own.features.possessive && words_.tied.count(word) != 0);
    }
    if (own.upos != Upos::kPron || own.features.reflexive) return false;
    if (words_.backward.count(word) != 0) return true;
    if (words_.general.count(word) != 0 || own.features.pron_type == PronType::kRel) return false;
    if (own.features.pron_type == PronType::kDem) {
      // "ce qui", "ceux qui": what follows says what it is.
      return token + 1 >= tokens_.size() ||
             tag(tokens_[token + 1].first_word).features.pron_type != PronType::kRel;
    }
    return own.features.pron_type == PronType::kPrs && own.features.person == 3 &&
           !stands_for_nobody(token);
  }

  // The subject of the main clause, a pronoun close to its verb, or "cette demarche".
  [[nodiscard]] bool is_close(const SentenceView& view, std::uint32_t token) const {
    const bool clitic = tag(tokens_[token].first_word).upos == Upos::kPron;
    if (clitic && token < view.main_verb && token + 3 > view.main_verb) return true;
    const bool demonstrative = tag(tokens_[token].first_word).features.pron_type == PronType::kDem;
    return (demonstrative && token < view.main_verb) || is_main_subject(view, token);
  }

  // "il manque une photo".
  [[nodiscard]] bool stands_for_nobody(std::uint32_t token) const {
    const WordRange clauses =
        analysis_.clauses.sentence_clauses[analysis_.sentence_of_token[token]];
    for (std::uint32_t i = clauses.first; i < clauses.end; ++i) {
      const Subject& subject = analysis_.clauses.clauses[i].subject;
      if (subject.kind == SubjectKind::kImpersonal && subject.head == tokens_[token].first_word) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_main_subject(const SentenceView& view, std::uint32_t token) const {
    const WordRange clauses =
        analysis_.clauses.sentence_clauses[analysis_.sentence_of_token[view.first]];
    for (std::uint32_t i = clauses.first; i < clauses.end; ++i) {
      const Clause& clause = analysis_.clauses.clauses[i];
      if (clause.kind == ClauseKind::kMain && clause.link != ClauseLink::kCoordinated &&
          clause.subject.kind == SubjectKind::kExplicit &&
          clause.subject.head == tokens_[token].first_word) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] double score(std::size_t border) const {
    const SentenceView& before = views_[border - 1];
    const SentenceView& view = views_[border];
    double points = 0;
    if (opens_matter(view)) points += 3;
    if (takes_up(view)) points += 2;
    if (view.orders && before.party != Party::kReader) points += 2;
    const bool both = view.party != Party::kUnknown && before.party != Party::kUnknown;
    if (both && view.party != before.party) points += 2;
    if (border > 1 && views_[border - 2].party == before.party && view.party != before.party) {
      points += 0.5;
    }
    const bool shares = std::any_of(view.nouns.begin(), view.nouns.end(),
                                    [&](LemmaIndex noun) { return before.nouns.count(noun) != 0; });
    points += shares ? -0.5 : 1;
    const bool others = view.party == Party::kOther && before.party == Party::kOther;
    if (others && view.subject != kNoWord && before.subject != kNoWord) {
      points += before.nouns.count(tag(view.subject).lemma) != 0 ? -1 : 1;
    }
    return points;
  }

  // --------------------------------------------------------------- choice
  [[nodiscard]] double part_cost(std::size_t first, std::size_t end) const {
    std::uint32_t words = 0;
    for (std::size_t i = first; i < end; ++i) words += views_[i].words;
    const std::size_t count = end - first;
    const bool sure = first > 0 && scores_[first] >= kSureScore;
    const std::uint32_t alone = sure ? kLeastWordsSure : least_alone_;
    if (words < (count > 1 ? least_words_ : alone)) return kNever;
    const double size =
        std::max(static_cast<double>(words), kWordsOfSentence * static_cast<double>(count));
    return size * size / (kGoodPart * kGoodPart);
  }

  void choose(double least) {
    const std::size_t count = views_.size();
    std::vector<double> best(count + 1, kNever);  // of the sentences before
    std::vector<std::size_t> from(count + 1, 0);
    best[0] = 0;
    for (std::size_t end = 1; end <= count; ++end) {
      for (std::size_t first = 0; first < end; ++first) {
        if (first == 0 && end == count) continue;  // at least one cut
        if (first > 0 && scores_[first] < least) continue;
        const double cut = first == 0 ? 0 : kCutCost - kGain * (scores_[first] - kLeastScore);
        const double cost = best[first] + cut + part_cost(first, end);
        if (cost < best[end]) {
          best[end] = cost;
          from[end] = first;
        }
      }
    }
    if (best[count] == kNever) return;
    for (std::size_t at = from[count]; at > 0; at = from[at]) cuts_.push_back(at);
    std::reverse(cuts_.begin(), cuts_.end());
  }

  const OperationInput& input_;
  const Analysis& analysis_;
  const ParagraphWords& words_;
  const std::vector<Token>& tokens_;
  std::vector<SentenceView> views_;
  std::uint32_t least_words_ = kLeastWords;
  std::uint32_t least_alone_ = kLeastWordsAlone;
  std::vector<double> scores_;  // of the border before a sentence
  std::vector<std::size_t> cuts_;
};

}  // namespace

std::vector<Suggestion> break_paragraph(const OperationInput& input) {
  if (input.analysis.depth != Depth::kTrees || input.range.first >= input.range.end) return {};
  return Breaker(input).run();
}

}  // namespace limpide
