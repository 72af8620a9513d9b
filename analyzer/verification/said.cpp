#include "analyzer/verification/said.h"

#include <algorithm>

namespace limpide {
namespace {

class Collector {
 public:
  Collector(const Analysis& analysis, const VerificationResources& resources)
      : analysis_(analysis),
        resources_(resources),
        input_{analysis.document->text, analysis.segmentation, analysis.tagging, analysis.trees,
               analysis.clauses},
        text_(make_fact_text(input_, analysis.language->syntax->facts)),
        all_(analysis.segmentation.sentences.size()) {
    for (Said& said : all_) said.markers.resize(resources.classes.size());
  }

  std::vector<Said> run() {
    if (all_.empty()) return {};
    add_markers();
    for (const Fact& fact : analysis_.facts) add_fact(fact);
    add_possibilities();
    EventLayer layer = find_events(analysis_, resources_);
    for (Event& event : layer.events) all_[event.sentence].events.push_back(std::move(event));
    for (Possession& own : layer.possessions) {
      all_[own.sentence].possessions.push_back(std::move(own));
    }
    add_reader();
    add_lemmas();
    return std::move(all_);
  }

 private:
  void add_markers() {
    marked_.resize(analysis_.segmentation.tokens.size());
    for (const MarkerHit& hit : find_markers(analysis_, resources_)) {
      const std::uint32_t sentence = analysis_.sentence_of_token[hit.range.first];
      if (sentence >= all_.size()) continue;
      for (std::uint32_t i = hit.range.first; i < hit.range.end; ++i) marked_[i] = true;
      all_[sentence].markers[hit.marker].push_back(range_span(analysis_.segmentation, hit.range));
    }
  }

  // Is a token of the span part of a marker?
  [[nodiscard]] bool is_marked(Span span) const {
    const auto& tokens = analysis_.segmentation.tokens;
    auto at = std::lower_bound(
        tokens.begin(), tokens.end(), span.begin,
        [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
    for (; at != tokens.end() && at->span.begin < span.end; ++at) {
      if (marked_[static_cast<std::size_t>(at - tokens.begin())]) return true;
    }
    return false;
  }

  void mark(MarkerIndex marker, const Fact& fact) {
    if (marker != kNoMarker) all_[fact.sentence].markers[marker].push_back(fact.span);
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
        return mark(resources_.only, fact);
      case FactKind::kNegation:
        if (!is_marked(fact.span)) mark(resources_.negation, fact);
        return;
      default:
        return;
    }
  }

  void add_duty(DutySort sort, const Fact& fact) {
    const Who who = who_of_key(text_, analysis_.language->syntax->clauses, fact.party_key);
    all_[fact.sentence].duties.push_back(
        {sort, who, fact.party_key, concept_of(resources_, fact.content), fact.span});
  }

  // "le delai peut varier": may, though nobody is permitted anything.
  void add_possibilities() {
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.modality != Modality::kPossibility || clause.verb.modal == kNoWord) continue;
      const std::uint32_t token = analysis_.segmentation.words[clause.verb.modal].token;
      const std::uint32_t sentence = analysis_.sentence_of_token[token];
      Duty duty;
      duty.sort = DutySort::kMay;
      duty.span = analysis_.segmentation.tokens[token].span;
      const auto covers = [&duty](const Duty& other) {
        return other.span.begin <= duty.span.begin && duty.span.end <= other.span.end;
      };
      auto& duties = all_[sentence].duties;
      if (std::none_of(duties.begin(), duties.end(), covers)) duties.push_back(std::move(duty));
    }
  }

  void add_reader() {
    const ClauseResources& lists = analysis_.language->syntax->clauses;
    const auto& tokens = analysis_.segmentation.tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      const std::uint32_t sentence = analysis_.sentence_of_token[i];
      if (sentence >= all_.size() || tokens[i].kind != TokenKind::kWord) continue;
      const bool named = (lists.of_form(text_.lower(i)) & bit_of(WordTrait::kAddressesVous)) != 0;
      const bool told = text_.tag(i).features.mood == Mood::kImp;
      if (named || told) all_[sentence].reader.push_back(tokens[i].span);
    }
  }

  void add_lemmas() {
    const ClauseResources& lists = analysis_.language->syntax->clauses;
    for (std::size_t i = 0; i < analysis_.tagging.words.size(); ++i) {
      const std::uint32_t token = analysis_.segmentation.words[i].token;
      const std::uint32_t sentence = analysis_.sentence_of_token[token];
      if (sentence >= all_.size()) continue;
      const std::string& lemma = analysis_.tagging.lemmas[analysis_.tagging.words[i].lemma];
      auto& lemmas = all_[sentence].lemmas;
      lemmas.insert(concept_of(resources_, lemma));
      const std::string_view verb = lists.verb_of_noun(lemma);
      if (!verb.empty()) lemmas.insert(concept_of(resources_, verb));
    }
  }

  const Analysis& analysis_;
  const VerificationResources& resources_;
  FactInput input_;
  FactText text_;
  std::vector<Said> all_;
  std::vector<bool> marked_;  // one a token
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
  append(all.events, more.events);
  append(all.possessions, more.possessions);
  append(all.reader, more.reader);
  all.lemmas.insert(more.lemmas.begin(), more.lemmas.end());
}

}  // namespace limpide
