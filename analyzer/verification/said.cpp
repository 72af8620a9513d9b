#include "analyzer/verification/said.h"

#include <algorithm>

#include "analyzer/verification/relative_limits.h"
#include "analyzer/verification/said_words.h"
#include "analyzer/verification/step_order.h"

namespace limpide {
namespace {

class Collector {
 public:
  Collector(const Analysis& analysis, const VerificationResources& resources)
      : analysis_(analysis),
        resources_(resources),
        lists_(analysis.language->syntax->clauses),
        input_{analysis.document->text, analysis.segmentation, analysis.tagging, analysis.trees,
               analysis.clauses},
        text_(make_fact_text(input_, analysis.language->syntax->facts)),
        all_(analysis.segmentation.sentences.size()) {
    for (Said& said : all_) said.markers.resize(resources.classes.size());
  }

  std::vector<Said> run() {
    if (all_.empty()) return {};
    marker_of_.assign(analysis_.segmentation.tokens.size(), kNoMarker);
    covered_.assign(analysis_.segmentation.tokens.size(), false);
    add_markers();
    for (const Fact& fact : analysis_.facts) add_fact(fact);
    add_possibilities();
    add_events();
    add_reader();
    add_loose_conditions();
    add_words(analysis_, resources_, all_);
    add_steps(analysis_, resources_, all_);
    add_relative_limits(analysis_, resources_, all_);
    for (Said& said : all_) settle_duties(said);
    return std::move(all_);
  }

 private:
  void add_markers() {
    for (const MarkerHit& hit : find_markers(analysis_, resources_)) {
      const std::uint32_t sentence = analysis_.sentence_of_token[hit.range.first];
      if (sentence >= all_.size()) continue;
      const bool beside = resources_.classes[hit.marker].beside;
      for (std::uint32_t i = hit.range.first; i < hit.range.end && !beside; ++i) {
        marker_of_[i] = hit.marker;
        covered_[i] = denies_itself(hit.marker);
      }
      const Span span = range_span(analysis_.segmentation, hit.range);
      all_[sentence].markers[hit.marker].push_back(span);
      if (hit.marker == resources_.named.without) {
        all_[sentence].denials.push_back(
            {denied_after(hit.range.end, sentence), DenialForm::kWithout, span});
      }
      if (hit.marker == resources_.named.non) {
        all_[sentence].denials.push_back(
            {denied_after(hit.range.end, sentence), DenialForm::kWord, span});
      }
      if (hit.marker == resources_.named.negation) {
        all_[sentence].denials.push_back({{}, DenialForm::kWord, span});
      }
    }
  }

  // Does the class hold the denials of its phrases: "ne peut exceder", "sans"?
  [[nodiscard]] bool denies_itself(MarkerIndex marker) const {
    const NamedClasses& named = resources_.named;
    return marker == named.negation || marker == named.without || marker == named.non ||
           marker == named.limit || marker == named.floor || marker == named.only ||
           marker == named.affirms || marker == named.empty;
  }

  // "sans facture", "faute d'avoir paye": the next word of meaning.
  [[nodiscard]] std::string denied_after(std::uint32_t first, std::uint32_t sentence) const {
    constexpr std::uint32_t kReach = 6;  // tokens
    const auto& tokens = analysis_.segmentation.tokens;
    for (std::uint32_t i = first; i < tokens.size() && i < first + kReach; ++i) {
      if (analysis_.sentence_of_token[i] != sentence) break;
      const Upos upos = text_.upos(i);
      if (upos != Upos::kNoun && upos != Upos::kVerb && upos != Upos::kAdj) continue;
      return root_of(resources_, lists_, text_.lemma(i));
    }
    return {};
  }

  // Is a token of the span part of a marker?
  [[nodiscard]] bool is_marked(Span span) const {
    const auto& tokens = analysis_.segmentation.tokens;
    auto at = std::lower_bound(
        tokens.begin(), tokens.end(), span.begin,
        [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
    for (; at != tokens.end() && at->span.begin < span.end; ++at) {
      if (covered_[static_cast<std::size_t>(at - tokens.begin())]) return true;
    }
    return false;
  }

  // Does the denial start in a phrase that holds it: "ne peut exceder", "sans delai"?
  [[nodiscard]] bool opens_marked(Span span) const {
    if (is_marked({span.begin, span.begin + 1})) return true;
    const std::uint32_t token = token_at(span.begin);
    return token < marker_of_.size() && text_.lower(token) == "sans" &&
           marker_of_[token] != kNoMarker && marker_of_[token] != resources_.named.without;
  }
  [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const {
    const auto& tokens = analysis_.segmentation.tokens;
    const auto at = std::lower_bound(
        tokens.begin(), tokens.end(), byte,
        [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
    return static_cast<std::uint32_t>(at - tokens.begin());
  }

  // "n'a pas d'effet suspensif": what is denied is its object, and what narrows it.
  [[nodiscard]] std::string denied_root(const Fact& fact) const {
    std::string verb = root_of(resources_, lists_, positive_of(resources_, fact.content));
    constexpr std::uint32_t kReach = 10;  // words
    const auto& arcs = analysis_.trees.arcs;
    const std::uint32_t first = token_at(fact.span.begin);
    if (fact.content != "avoir" || first >= analysis_.segmentation.tokens.size()) return verb;
    const WordIndex begin = analysis_.segmentation.tokens[first].first_word;
    const WordIndex end = std::min<WordIndex>(begin + kReach, static_cast<WordIndex>(arcs.size()));
    for (WordIndex i = begin; i < end; ++i) {
      if (universal_relation(arcs[i].relation) != Relation::kAmod || arcs[i].head == kRoot)
        continue;
      const Arc& noun = arcs[arcs[i].head];
      const bool object = noun.head != kRoot && noun.head >= begin &&
                          universal_relation(noun.relation) == Relation::kObj &&
                          text_.lemma(text_.token_of(noun.head)) == "avoir";
      if (object) return root_of(resources_, lists_, text_.lemma(text_.token_of(i)));
    }
    return verb;
  }

  [[nodiscard]] bool overlaps(std::uint32_t sentence, MarkerIndex marker, Span span) const {
    if (marker == kNoMarker || span.begin == span.end) return false;
    const auto& places = all_[sentence].markers[marker];
    return std::any_of(places.begin(), places.end(), [span](const Span& place) {
      return place.begin < span.end && span.begin < place.end;
    });
  }

  // "il est a noter", "ne peut exceder": a phrase that binds nobody, a limit.
  [[nodiscard]] bool is_empty(const Fact& fact) const {
    const NamedClasses& named = resources_.named;
    if (overlaps(fact.sentence, named.empty, fact.span)) return true;
    const Span start{fact.span.begin, fact.span.begin + 1};
    return overlaps(fact.sentence, named.limit, start) ||
           overlaps(fact.sentence, named.floor, start);
  }

  void add_fact(const Fact& fact) {
    switch (fact.kind) {
      case FactKind::kObligation:
        return add_duty(DutySort::kMust, fact);
      case FactKind::kPermission:
        return add_duty(DutySort::kMay, fact);
      case FactKind::kProhibition:
        return add_duty(DutySort::kMustNot, fact);
      case FactKind::kRestriction:
        if (resources_.named.only == kNoMarker || is_marked(fact.span)) return;
        return all_[fact.sentence].markers[resources_.named.only].push_back(fact.span);
      case FactKind::kNegation:
        if (opens_marked(fact.span)) return;
        return all_[fact.sentence].denials.push_back(
            {denied_root(fact), DenialForm::kVerb, fact.span});
      default:
        return;
    }
  }

  void add_duty(DutySort sort, const Fact& fact) {
    Who who = who_of_key(text_, lists_, fact.party_key);
    if (overlaps(fact.sentence, resources_.named.by_reader, fact.party)) who = Who::kReader;
    if (overlaps(fact.sentence, resources_.named.by_us, fact.party)) who = Who::kUs;
    if (is_empty(fact)) return;
    all_[fact.sentence].duties.push_back(
        {sort, who, fact.party_key,
         root_of(resources_, lists_, positive_of(resources_, fact.content)),
         fact.strength == Strength::kRequest, fact.span});
  }

  // "le delai peut varier": may, though nobody is permitted anything.
  void add_possibilities() {
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.modality != Modality::kPossibility || clause.verb.modal == kNoWord) continue;
      const std::uint32_t token = analysis_.segmentation.words[clause.verb.modal].token;
      if (covered_[token]) continue;  // "ne peut exceder"
      const std::uint32_t sentence = analysis_.sentence_of_token[token];
      Duty duty;
      duty.sort = DutySort::kMay;
      duty.span = analysis_.segmentation.tokens[token].span;
      if (clause.verb.lexical != kNoWord) {
        duty.verb =
            root_of(resources_, lists_,
                    positive_of(resources_, text_.lemma(text_.token_of(clause.verb.lexical))));
      }
      const auto covers = [&duty](const Duty& other) {
        return other.span.begin <= duty.span.begin && duty.span.end <= other.span.end;
      };
      auto& duties = all_[sentence].duties;
      if (std::none_of(duties.begin(), duties.end(), covers)) duties.push_back(std::move(duty));
    }
  }

  void add_events() {
    EventLayer layer = find_events(analysis_, text_, resources_);
    for (Event& event : layer.events) {
      for (Party* party : {&event.agent, &event.patient, &event.receiver}) settle(*party);
      all_[event.sentence].events.push_back(std::move(event));
    }
    for (Possession& own : layer.possessions) {
      settle(own.owner);
      all_[own.sentence].possessions.push_back(std::move(own));
    }
  }

  // "par vos soins", "nos services": the reader, us.
  void settle(Party& party) const {
    if (party.word == kNoWord || party.who == Who::kReader || party.who == Who::kUs) return;
    const MarkerIndex marker = marker_of_[analysis_.segmentation.words[party.word].token];
    if (marker == kNoMarker) return;
    if (marker == resources_.named.by_reader) party.who = Who::kReader;
    if (marker == resources_.named.by_us) party.who = Who::kUs;
    if (party.who == Who::kReader || party.who == Who::kUs) party.apart = false;
  }

  void add_reader() {
    const auto& tokens = analysis_.segmentation.tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      const std::uint32_t sentence = analysis_.sentence_of_token[i];
      if (sentence >= all_.size() || tokens[i].kind != TokenKind::kWord) continue;
      const bool named = (lists_.of_form(text_.lower(i)) & bit_of(WordTrait::kAddressesVous)) != 0;
      const bool told = text_.tag(i).features.mood == Mood::kImp;
      if (told) all_[sentence].orders.push_back(tokens[i].span);
      if (named || told) all_[sentence].reader.push_back(tokens[i].span);
    }
  }

  // "l'allocataire qui se separe", "en fournissant"; "Vous etes etudiant ?"
  void add_loose_conditions() {
    for (const Clause& clause : analysis_.clauses.clauses) {
      const bool loose =
          clause.kind == ClauseKind::kRelative || clause.kind == ClauseKind::kParticipial ||
          clause.sense == ClauseSense::kCondition || clause.sense == ClauseSense::kTime ||
          (clause.kind == ClauseKind::kAdverbial && clause.sense == ClauseSense::kManner);
      if (!loose || clause.verb.first == clause.verb.end) continue;
      add_loose(analysis_.clauses.verb_words[clause.verb.first]);
    }
    const auto& tokens = analysis_.segmentation.tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      const bool asks = tokens[i].kind == TokenKind::kPunctuation && text_.lower(i) == "?";
      if (asks && analysis_.sentence_of_token[i] < all_.size()) {
        all_[analysis_.sentence_of_token[i]].questions.push_back(tokens[i].span);
      }
    }
  }
  void add_loose(WordIndex word) {
    const std::uint32_t token = analysis_.segmentation.words[word].token;
    const std::uint32_t sentence = analysis_.sentence_of_token[token];
    if (sentence >= all_.size()) return;
    all_[sentence].loose_conditions.push_back(analysis_.segmentation.tokens[token].span);
  }

  // "est a effectuer", and no "doit".
  [[nodiscard]] bool is_to_do(Span span) const {
    const std::string_view words = slice(analysis_.document->text, span);
    return words.find("\xC3\xA0 ") != std::string_view::npos;
  }

  // "vous ne pouvez pas ne pas payer": denied twice, a duty.
  void settle_duties(Said& said) const {
    // "ne ... ni boire": the verb may be denied already.
    std::vector<Denial>& all = said.denials;
    const auto repeats = [&](const Denial& ni) {
      if (slice(analysis_.document->text, ni.span) != "ni" || ni.root.empty()) return false;
      return std::any_of(all.begin(), all.end(), [&ni](const Denial& other) {
        return other.root == ni.root && other.span.begin != ni.span.begin;
      });
    };
    std::vector<Denial> single;
    for (const Denial& denial : all) {
      if (!repeats(denial)) single.push_back(denial);
    }
    all = std::move(single);

    // "aucune demarche n'est a effectuer": no duty.
    const auto denied = [this, &said](const Duty& duty) {
      return duty.sort != DutySort::kMustNot &&
             std::any_of(said.denials.begin(), said.denials.end(),
                         [&duty](const Denial& denial) {
                           constexpr std::uint32_t kNear = 12;  // bytes: "aucune ... n'est a"
                           return denial.form == DenialForm::kVerb &&
                                  denial.span.begin < duty.span.end + kNear &&
                                  duty.span.begin < denial.span.end + kNear;
                         }) &&
             is_to_do(duty.span);
    };
    said.duties.erase(std::remove_if(said.duties.begin(), said.duties.end(), denied),
                      said.duties.end());
    for (Duty& duty : said.duties) {
      if (duty.sort != DutySort::kMustNot || duty.verb.empty()) continue;
      const auto denials =
          std::count_if(said.denials.begin(), said.denials.end(),
                        [&duty](const Denial& denial) { return denial.root == duty.verb; });
      if (denials == 2 && said.roots[duty.verb] == 1) duty.sort = DutySort::kMust;
    }
  }

  const Analysis& analysis_;
  const VerificationResources& resources_;
  const ClauseResources& lists_;
  FactInput input_;
  FactText text_;
  std::vector<Said> all_;
  std::vector<MarkerIndex> marker_of_;  // one a token
  std::vector<bool> covered_;           // one a token: part of a marker
};

template <typename T>
void append(std::vector<T>& all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

std::vector<Said> said_by_sentence(const Analysis& analysis,
                                   const VerificationResources& resources) {
  return Collector(analysis, resources).run();
}

void append_said(Said& all, const Said& more) {
  all.markers.resize(std::max(all.markers.size(), more.markers.size()));
  for (std::size_t i = 0; i < more.markers.size(); ++i) append(all.markers[i], more.markers[i]);
  append(all.duties, more.duties);
  append(all.denials, more.denials);
  append(all.events, more.events);
  append(all.possessions, more.possessions);
  append(all.reader, more.reader);
  append(all.orders, more.orders);
  append(all.words, more.words);
  append(all.modifiers, more.modifiers);
  append(all.pairs, more.pairs);
  append(all.counts, more.counts);
  append(all.steps, more.steps);
  append(all.limits, more.limits);
  append(all.loose_conditions, more.loose_conditions);
  append(all.questions, more.questions);
  for (const auto& entry : more.roots) all.roots[entry.first] += entry.second;
  for (const auto& entry : more.shaded) all.shaded[entry.first] += entry.second;
}

}  // namespace limpide
