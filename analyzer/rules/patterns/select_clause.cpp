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
    arguments.emplace_back("distance", std::to_string(distance(analysis, clause)));
    arguments.emplace_back("profondeur", std::to_string(clause.depth));
    arguments.emplace_back("sujet",
                           written(analysis, span_of_words(analysis, clause.subject.span)));
    arguments.emplace_back(
        "verbe", written(analysis, span_of_words(analysis, short_verb_range(analysis, clause))));
    arguments.emplace_back("agent", written(analysis, span_of_words(analysis, clause.agent)));
  }

  [[nodiscard]] std::vector<std::string> keys() const override { return asks_.verbs; }

 private:
  // From "ne" or the first verb to the last one.
  static WordRange verb_range(const Analysis& analysis, const Clause& clause) {
    const VerbGroup& verb = clause.verb;
    if (verb.first >= verb.end) return {clause.head, clause.head + 1};
    const Clauses& clauses = analysis.clauses;
    WordRange words{clauses.verb_words[verb.first], clauses.verb_words[verb.end - 1] + 1};
    if (verb.negation == kNoItem) return words;
    const WordIndex ne = clauses.negations[verb.negation].first;
    if (ne != kNoWord) words.first = std::min(words.first, ne);
    return words;
  }

  // "ne peuvent, pour chaque annee (...), exceder": what parts the verbs is longer than they are.
  static WordRange short_verb_range(const Analysis& analysis, const Clause& clause) {
    constexpr WordIndex kLongest = 8;
    const WordRange words = verb_range(analysis, clause);
    if (words.end - words.first <= kLongest || clause.verb.finite == kNoWord) return words;
    return {words.first, std::max(words.first, clause.verb.finite) + 1};
  }

  void consider(const Analysis& analysis, const Clause& clause, std::uint32_t sentence,
                std::uint32_t item, WordRange within, std::vector<MatchPlace>& places) const {
    const WordRange verb = verb_range(analysis, clause);
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
    return (asks_.words_min == 0 || own_words(analysis, clause) >= asks_.words_min) &&
           fits_distance(analysis, clause);
  }

  [[nodiscard]] bool fits_distance(const Analysis& analysis, const Clause& clause) const {
    if (asks_.distance_min == 0) return true;
    if (opens_bracket(analysis, clause)) return false;
    const std::uint32_t words = distance(analysis, clause);
    return words >= asks_.distance_min && words <= asks_.distance_max;
  }

  // "du", "l'allocation" and a reference to the law are one word; marks are none.
  static std::uint32_t words_between(const Analysis& analysis, WordIndex first, WordIndex end) {
    if (first >= end) return 0;
    const Segmentation& text = analysis.segmentation;
    std::uint32_t words = 0;
    std::uint32_t reference = 0;
    const std::uint32_t last = text.words[end - 1].token;
    for (std::uint32_t token = text.words[first].token; token <= last; ++token) {
      const std::uint32_t unit = analysis.protected_of_token[token];
      const bool law =
          unit != 0 && text.protected_spans[unit - 1].kind == ProtectedKind::kLawReference;
      if (law && unit == reference) continue;
      reference = law ? unit : 0;
      words += law ? 1 : count_words(text, token, token + 1);
    }
    return words;
  }

  static std::uint32_t distance(const Analysis& analysis, const Clause& clause) {
    if (clause.subject_distance == 0) return 0;
    const WordIndex verb = clause.subject.head + 1 + clause.subject_distance;
    return words_between(analysis, last_head(analysis, clause) + 1, verb);
  }

  // A verb inside brackets that its subject stands before has another subject.
  static bool opens_bracket(const Analysis& analysis, const Clause& clause) {
    const WordIndex verb = clause.subject.head + 1 + clause.subject_distance;
    int depth = 0;
    for (WordIndex word = clause.subject.head + 1; word < verb; ++word) {
      const std::string_view form = lower_form(analysis, word);
      if (form == "(") ++depth;
      if (form == ")") --depth;
    }
    return depth != 0;
  }

  // "le maire et le prefet du departement": a reader goes on from the last of them. A plural verb
  // tells that there are several, even where the tree hangs the last from a complement.
  static WordIndex last_head(const Analysis& analysis, const Clause& clause) {
    const WordIndex verb = clause.subject.head + 1 + clause.subject_distance;
    const WordIndex head = clause.subject.head;
    const bool several = analysis.tagging.words[head].features.number == Number::kSing &&
                         clause.verb.number == Number::kPlur;
    WordIndex last = head;
    for (WordIndex word = head + 1; word < verb; ++word) {
      const Arc& arc = analysis.trees.arcs[word];
      if (arc.relation == Relation::kConj && (several || arc.head == head)) last = word;
      // "aucune mesure ni aucun avis": each "aucun" opens a subject.
      if (lemma_of(analysis, word) == "aucun" && word + 1 < verb) last = word + 1;
    }
    return last;
  }

  // ", qui", "et dont": the next of several relatives.
  static bool joins(std::string_view form) { return form == "," || form == "et" || form == "ou"; }
  static bool relates(std::string_view form) {
    return form == "qui" || form == "que" || form == "qu'" || form == "dont";
  }

  // "qui suit la reprise, | les informations", "qui viennent | et la mise en place", "qui viennent
  // | ainsi que": the clause around goes on.
  static bool leaves_clause(const Analysis& analysis, WordIndex word) {
    const std::string_view form = lower_form(analysis, word);
    const std::string_view next = lower_form(analysis, word + 1);
    if (form == ",") {
      const Upos upos = analysis.tagging.words[word + 1].upos;
      const bool adds = upos == Upos::kAdp || upos == Upos::kAdv;
      return !adds || next == "sans" || next == "soit" || next == "de" || next == "ne" ||
             next == "n'";
    }
    // "qui demande une place | a occuper un terrain": the infinitive may be that of the clause
    // around.
    const Upos before = analysis.tagging.words[word - 1].upos;
    if ((form == "de" || form == "\xC3\xA0") &&
        analysis.tagging.words[word + 1].features.verb_form == VerbForm::kInf) {
      return before == Upos::kNoun || before == Upos::kAdj;
    }
    if (form == "ainsi") return next == "que" || next == "qu'";
    return (form == "et" || form == "ou" || form == "mais") &&
           (analysis.tagging.words[word + 1].upos == Upos::kDet || relates(next));
  }

  // "que constitue une lettre vague | ne prive pas": a finite verb that nothing introduces is that
  // of a clause around.
  static WordIndex second_verb(const Analysis& analysis, WordIndex first, WordIndex end) {
    bool introduced = false;
    for (WordIndex word = first; word < end; ++word) {
      const WordTag& tagged = analysis.tagging.words[word];
      const std::string_view form = lower_form(analysis, word);
      introduced = introduced || relates(form) || tagged.upos == Upos::kSconj ||
                   tagged.upos == Upos::kPron || tagged.upos == Upos::kCconj;
      const bool verb = tagged.upos == Upos::kVerb || tagged.upos == Upos::kAux;
      if (verb && tagged.features.verb_form == VerbForm::kFin && !introduced) return word;
    }
    return end;
  }

  // Trees hang from a clause what belongs to those around it; some signs tell where it ends.
  static std::uint32_t own_words(const Analysis& analysis, const Clause& clause) {
    const Clauses& clauses = analysis.clauses;
    // The tree may have taken the verb of the clause around: the clause's own comes first.
    const WordRange verbs = verb_range(analysis, clause);
    const WordIndex own = second_verb(analysis, clause.introducer.end, verbs.first);
    if (own < verbs.first) return words_between(analysis, clause.introducer.first, verbs.first);
    const WordIndex verb_end = verbs.end;
    WordIndex end = std::max(clause.span.first, verb_end);
    for (; end < clause.span.end; ++end) {
      const std::string_view form = lower_form(analysis, end);
      if (form == "(" || form == "[" || form == ";" || form == ":") break;
      if (end + 1 == clause.span.end) continue;
      if (joins(form) && relates(lower_form(analysis, end + 1))) break;
      if (end >= verb_end && leaves_clause(analysis, end)) break;
    }
    const WordRange here = clauses.sentence_clauses[sentence_of_word(analysis, clause.head)];
    for (std::uint32_t i = here.first; i < here.end; ++i) {
      const Clause& other = clauses.clauses[i];
      const WordIndex verb = other.verb.finite;
      if (verb == kNoWord || verb < verb_end) continue;
      const bool of_outer_subject =
          other.subject.kind == SubjectKind::kExplicit && other.subject.head < clause.span.first;
      if (other.kind == ClauseKind::kMain || of_outer_subject) end = std::min(end, verb);
    }
    end = std::min(end, second_verb(analysis, verb_end, end));
    for (ClauseIndex outer = clause.parent; outer != kNoClause;
         outer = clauses.clauses[outer].parent) {
      const WordIndex verb = clauses.clauses[outer].verb.finite;
      if (verb != kNoWord && verb >= verb_end) end = std::min(end, verb);
    }
    return words_between(analysis, clause.span.first, end);
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
