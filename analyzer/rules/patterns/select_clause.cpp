// <clause kind= link= sense= voice= confidence= agent= negation= modality= mood= tense= form=
// subject= verb= not-verb= introducer= depth-min= depth-max= words-min= distance-min= infinitives=
// mark=>: one clause. mark: verb (default), subject, clause, agent, introducer, sentence.
// words-min counts the words that a reader counts, from the introducer to the first bracket, colon,
// semicolon or verb of an outer clause after the verb; distance-min and distance-max those between
// the last head of the subject ("le maire et le prefet": "prefet") and the verb. Arguments:
// distance, profondeur, sujet, verbe, agent.
#include <algorithm>
#include <array>
#include <optional>

#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/patterns/clause_extent.h"
#include "analyzer/rules/patterns/item_range.h"
#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

enum class Mark : std::uint8_t { kVerb, kSubject, kClause, kAgent, kIntroducer, kSentence };
const char* mark_name(Mark mark) {
  constexpr std::array<const char*, 6> kNames = {"verb",  "subject",    "clause",
                                                 "agent", "introducer", "sentence"};
  return kNames[static_cast<std::size_t>(mark)];
}

// Who the subject is, for a letter.
enum class Who : std::uint8_t { kVous, kNous, kJe, kOther, kImpersonal, kImplied, kNone };
const char* who_name(Who who) {
  constexpr std::array<const char*, 7> kNames = {"vous",       "nous",    "je",  "other",
                                                 "impersonal", "implied", "none"};
  return kNames[static_cast<std::size_t>(who)];
}

const char* link_name(ClauseLink link) {
  constexpr std::array<const char*, 8> kNames = {"top",     "apart",    "coordinated", "object",
                                                 "subject", "governed", "adverbial",   "noun"};
  return kNames[static_cast<std::size_t>(link)];
}

const char* sense_name(ClauseSense sense) {
  constexpr std::array<const char*, 9> kNames = {"none",        "condition",  "time",
                                                 "cause",       "purpose",    "concession",
                                                 "consequence", "comparison", "manner"};
  return kNames[static_cast<std::size_t>(sense)];
}

const char* mood_name(Mood mood) {
  constexpr std::array<const char*, 5> kNames = {"none", "Ind", "Sub", "Imp", "Cnd"};
  return kNames[static_cast<std::size_t>(mood)];
}

const char* tense_name(Tense tense) {
  constexpr std::array<const char*, 5> kNames = {"none", "Pres", "Imp", "Past", "Fut"};
  return kNames[static_cast<std::size_t>(tense)];
}

const char* form_name(VerbForm form) {
  constexpr std::array<const char*, 4> kNames = {"none", "Fin", "Inf", "Part"};
  return kNames[static_cast<std::size_t>(form)];
}

Who who_is(const Analysis& analysis, const Clause& clause) {
  switch (clause.subject.kind) {
    case SubjectKind::kNone:
      return Who::kNone;
    case SubjectKind::kImpersonal:
      return Who::kImpersonal;
    case SubjectKind::kImplied:
      return Who::kImplied;
    case SubjectKind::kExplicit:
    case SubjectKind::kShared:
      break;
  }
  if (clause.subject.head == kNoWord) return Who::kNone;
  const std::string_view form = lower_form(analysis, clause.subject.head);
  if (form == "vous" || form == "-vous") return Who::kVous;
  if (form == "nous" || form == "-nous") return Who::kNous;
  if (form == "je" || form == "j'" || form == "-je") return Who::kJe;
  return Who::kOther;
}

struct ClauseAsks {
  std::uint32_t kind = 0, link = 0, sense = 0, voice = 0, confidence = 0, modality = 0, mood = 0,
                tense = 0, form = 0, who = 0, negation_kind = 0;
  std::optional<bool> agent, negation, compound;
  std::vector<std::string> verbs, not_verbs, introducers;
  std::uint32_t depth_min = 0, depth_max = 0xFFFF, words_min = 0, distance_min = 0,
                distance_max = 0xFFFF;
  bool infinitives = false;
  Mark mark = Mark::kVerb;
};

bool among(const std::vector<std::string>& sorted, std::string_view text) {
  return std::binary_search(sorted.begin(), sorted.end(), text, std::less<>());
}

class ClauseSelector final : public Selector {
 public:
  explicit ClauseSelector(ClauseAsks asks) : asks_(std::move(asks)) {}

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    if (within.first >= within.end) return;
    const Analysis& analysis = context.analysis;
    const std::uint32_t first = sentence_of_word(analysis, within.first);
    const std::uint32_t last = sentence_of_word(analysis, within.end - 1);
    for (std::uint32_t s = first; s <= last; ++s) {
      const WordRange range = analysis.clauses.sentence_clauses[s];
      for (std::uint32_t c = range.first; c < range.end; ++c) {
        consider(analysis, analysis.clauses.clauses[c], s, c, within, places);
      }
    }
    if (!asks_.infinitives) return;
    const auto& infinitives = analysis.clauses.infinitives;
    const auto range =
        items_within(infinitives, within, [](const Clause& item) { return item.head; });
    for (std::uint32_t i = range.first; i < range.second; ++i) {
      consider(analysis, infinitives[i], sentence_of_word(analysis, infinitives[i].head), i, within,
               places);
    }
  }

  void describe(const MatchContext& context, const MatchPlace& place,
                MessageArguments& arguments) const override {
    const Analysis& analysis = context.analysis;
    const Clause& clause = *place.clause;
    arguments.emplace_back("distance", std::to_string(distance_to_verb(analysis, clause)));
    arguments.emplace_back("profondeur", std::to_string(clause.depth));
    arguments.emplace_back("sujet",
                           written(analysis, span_of_words(analysis, clause.subject.span)));
    arguments.emplace_back(
        "verbe", written(analysis, span_of_words(analysis, short_verb_range(analysis, clause))));
    arguments.emplace_back("agent", written(analysis, span_of_words(analysis, clause.agent)));
  }

  [[nodiscard]] std::vector<std::string> keys() const override { return asks_.verbs; }

 private:
  void consider(const Analysis& analysis, const Clause& clause, std::uint32_t sentence,
                std::uint32_t item, WordRange within, std::vector<MatchPlace>& places) const {
    const WordRange verb = clause_verb_range(analysis, clause);
    if (verb.first < within.first || verb.first >= within.end) return;
    if (!fits(analysis, clause)) return;
    const WordIndex word = clause.verb.lexical == kNoWord ? clause.head : clause.verb.lexical;
    places.push_back(
        {marked(analysis, clause, sentence), clause.span, word, sentence, item, &clause});
  }

  [[nodiscard]] Span marked(const Analysis& analysis, const Clause& clause,
                            std::uint32_t sentence) const {
    WordRange words = short_verb_range(analysis, clause);
    if (asks_.mark == Mark::kClause) words = clause.span;
    if (asks_.mark == Mark::kSubject && clause.subject.span.first < clause.subject.span.end)
      words = clause.subject.span;
    if (asks_.mark == Mark::kAgent && clause.agent.first < clause.agent.end) words = clause.agent;
    if (asks_.mark == Mark::kIntroducer && clause.introducer.first < clause.introducer.end)
      words = clause.introducer;
    if (asks_.mark == Mark::kSentence)
      return sentence_span(analysis.segmentation, analysis.segmentation.sentences[sentence]);
    return span_of_words(analysis, words);
  }

  [[nodiscard]] bool fits(const Analysis& analysis, const Clause& clause) const {
    const VerbGroup& verb = clause.verb;
    const bool form = chosen(asks_.kind, clause.kind) && chosen(asks_.link, clause.link) &&
                      chosen(asks_.sense, clause.sense) && chosen(asks_.voice, clause.voice) &&
                      chosen(asks_.confidence, clause.confidence) &&
                      chosen(asks_.modality, verb.modality) && chosen(asks_.mood, verb.mood) &&
                      chosen(asks_.tense, verb.tense) && chosen(asks_.form, verb.form);
    if (!form || !fits_numbers(analysis, clause)) return false;
    // A subject before the pronoun is that of the clause around: the tree took it for a relative.
    if (asks_.mark == Mark::kIntroducer && clause.subject.kind == SubjectKind::kExplicit &&
        clause.subject.head < clause.introducer.first) {
      return false;
    }
    if (asks_.agent && *asks_.agent != (clause.agent.first < clause.agent.end)) return false;
    if (asks_.compound && *asks_.compound != verb.compound) return false;
    const bool negated = verb.negation != kNoItem;
    if (asks_.negation && *asks_.negation != negated) return false;
    if (asks_.negation_kind != 0 &&
        (!negated ||
         !chosen(asks_.negation_kind, analysis.clauses.negations[verb.negation].kind))) {
      return false;
    }
    if (asks_.who != 0 && !chosen(asks_.who, who_is(analysis, clause))) return false;
    if (!asks_.introducers.empty() && !introduced(analysis, clause)) return false;
    if (asks_.verbs.empty() && asks_.not_verbs.empty()) return true;
    const WordIndex word = verb.lexical == kNoWord ? clause.head : verb.lexical;
    const std::string_view lemma = lemma_of(analysis, word);
    return (asks_.verbs.empty() || among(asks_.verbs, lemma)) && !among(asks_.not_verbs, lemma);
  }

  [[nodiscard]] bool fits_numbers(const Analysis& analysis, const Clause& clause) const {
    if (clause.depth < asks_.depth_min || clause.depth > asks_.depth_max) return false;
    if (clause.span.end - clause.span.first < asks_.words_min ||
        clause.subject_distance < asks_.distance_min) {
      return false;  // words of the trees are more than those that a reader counts
    }
    return (asks_.words_min == 0 || own_clause_words(analysis, clause) >= asks_.words_min) &&
           fits_distance(analysis, clause);
  }

  [[nodiscard]] bool fits_distance(const Analysis& analysis, const Clause& clause) const {
    if (asks_.distance_min == 0) return true;
    if (opens_bracket(analysis, clause)) return false;
    const std::uint32_t words = distance_to_verb(analysis, clause);
    return words >= asks_.distance_min && words <= asks_.distance_max;
  }

  [[nodiscard]] bool introduced(const Analysis& analysis, const Clause& clause) const {
    for (WordIndex word = clause.introducer.first; word < clause.introducer.end; ++word) {
      if (among(asks_.introducers, lower_form(analysis, word)) ||
          among(asks_.introducers, lemma_of(analysis, word))) {
        return true;
      }
    }
    return false;
  }

  ClauseAsks asks_;
};

std::vector<std::string> sorted_words(AttributeReader& attributes, std::string_view name) {
  std::vector<std::string> words = attributes.words(name);
  std::sort(words.begin(), words.end());
  return words;
}

Mark single_mark(AttributeReader& attributes) {
  const std::uint32_t bits = attributes.choices("mark", mark_name, 6);
  for (std::uint32_t i = 0; i < 6; ++i) {
    if ((bits >> i & 1U) != 0) return static_cast<Mark>(i);
  }
  return Mark::kVerb;
}

}  // namespace

SelectorResult make_clause_selector(AttributeReader& attributes, const RuleResources&) {
  ClauseAsks asks;
  asks.kind = attributes.choices("kind", clause_kind_name, 5);
  asks.link = attributes.choices("link", link_name, 8);
  asks.sense = attributes.choices("sense", sense_name, 9);
  asks.voice = attributes.choices("voice", voice_name, 4);
  asks.confidence = attributes.choices("confidence", voice_confidence_name, 4);
  asks.modality = attributes.choices("modality", modality_name, 5);
  asks.mood = attributes.choices("mood", mood_name, 5);
  asks.tense = attributes.choices("tense", tense_name, 5);
  asks.form = attributes.choices("form", form_name, 4);
  asks.who = attributes.choices("subject", who_name, 7);
  asks.negation_kind = attributes.choices("negation-kind", negation_kind_name, 4);
  asks.agent = attributes.yes_no("agent");
  asks.negation = attributes.yes_no("negation");
  asks.compound = attributes.yes_no("compound");
  asks.verbs = sorted_words(attributes, "verb");
  asks.not_verbs = sorted_words(attributes, "not-verb");
  asks.introducers = sorted_words(attributes, "introducer");
  asks.depth_min = attributes.number("depth-min", 0);
  asks.depth_max = attributes.number("depth-max", 0xFFFF);
  asks.words_min = attributes.number("words-min", 0);
  asks.distance_min = attributes.number("distance-min", 0);
  asks.distance_max = attributes.number("distance-max", 0xFFFF);
  asks.infinitives = attributes.yes_no("infinitives").value_or(false);
  asks.mark = single_mark(attributes);
  return std::unique_ptr<const Selector>(std::make_unique<ClauseSelector>(std::move(asks)));
}

}  // namespace limpide
