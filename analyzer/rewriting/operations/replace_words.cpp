// A term or locution for a plainer one, put in the form that the sentence asks for: a verb takes
// the tense and person of the one it replaces, a noun its number, an adjective agrees; what agrees
// with a noun whose gender changes follows it.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/inflection/phrase.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

using Edits = std::vector<Edit>;

constexpr std::uint32_t kNouns = 1U << static_cast<unsigned>(Upos::kNoun);
constexpr std::uint32_t kAdpositions = 1U << static_cast<unsigned>(Upos::kAdp);

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

class Replacement {
 public:
  Replacement(const OperationInput& input, TokenRange range)
      : input_(input),
        analysis_(input.analysis),
        language_(*input.analysis.language),
        range_(range),
        head_(input.analysis.depth == Depth::kTrees ? head_word(input.analysis, range) : 0) {}

  Edits with(const std::string& text) {
    if (input_.operation.literal) return literal(range_, text);
    if (analysis_.depth != Depth::kTrees) return {};
    if (starts_with_infinitive(language_, text)) return verb(text);
    const Upos upos = tag(head_).upos;
    // "pendant", "si" and "vu" may be nouns; they never are here.
    if (starts_with_small_word(text)) return opens_with_small_word() ? phrase(text) : Edits{};
    if (upos == Upos::kNoun) return noun(text);
    if (upos == Upos::kAdj || is_past_participle(head_)) return adjective(text);
    if (upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kPropn) {
      // "il vous appartient de" for "vous devez": both are whole phrases.
      return range_.end - range_.first > 1 ? literal(range_, text) : Edits{};
    }
    return literal(range_, text);
  }

 private:
  [[nodiscard]] const WordTag& tag(std::uint32_t word) const {
    return analysis_.tagging.words[word];
  }
  [[nodiscard]] const Arc& arc(std::uint32_t word) const { return analysis_.trees.arcs[word]; }
  [[nodiscard]] std::uint32_t token(std::uint32_t word) const {
    return token_of_word(analysis_, word);
  }
  [[nodiscard]] const std::string& lower(std::uint32_t word) const {
    return form_of_token(analysis_, token(word)).lower;
  }

  [[nodiscard]] bool is_past_participle(std::uint32_t word) const {
    return tag(word).features.verb_form == VerbForm::kPart &&
           tag(word).features.tense == Tense::kPast;
  }

  [[nodiscard]] bool starts_with_small_word(std::string_view text) const {
    const FormId form = language_.lexicon.find_any_case(first_word(text));
    if (form == kNoForm) return false;
    const LexicalTraits& traits = language_.lexicon.traits(form);
    return traits.may_be(Upos::kAdp) || traits.may_be(Upos::kSconj) ||
           traits.may_be(Upos::kCconj) || traits.may_be(Upos::kDet) || traits.may_be(Upos::kPron) ||
           traits.may_be(Upos::kAdv);
  }

  // A preposition, an adverb, "il" of "il convient": what a locution may stand for.
  [[nodiscard]] bool opens_with_small_word() const {
    const std::uint32_t first = analysis_.segmentation.tokens[range_.first].first_word;
    switch (tag(first).upos) {
      case Upos::kAdp:
      case Upos::kAdv:
      case Upos::kSconj:
      case Upos::kCconj:
      case Upos::kPron:
        return true;
      case Upos::kDet:
      case Upos::kNoun:
      case Upos::kVerb:
      case Upos::kAdj:
        return range_.end - range_.first > 1;  // "compte tenu de", "le cas echeant"
      default:
        return false;
    }
  }

  Edits phrase(const std::string& text) const {
    const std::size_t space = text.find_last_of(' ');
    const std::string last = space == std::string::npos ? text : text.substr(space + 1);
    const bool condition = last == input_.resources.condition;
    if (condition && (is_bare_ending() || future_follows() || pronoun_follows())) return {};
    if (is_preposition(last) && !word_follows()) return {};
    return literal(range_, text);
  }

  [[nodiscard]] bool is_preposition(const std::string& word) const {
    const FormId form = language_.lexicon.find_any_case(word);
    if (form == kNoForm) return false;
    const LexicalTraits& traits = language_.lexicon.traits(form);
    return traits.may_be(Upos::kAdp) && !traits.may_be(Upos::kAdv);
  }
  [[nodiscard]] bool word_follows() const {
    const auto& tokens = analysis_.segmentation.tokens;
    return range_.end < tokens.size() && tokens[range_.end].kind != TokenKind::kPunctuation;
  }

  // "sous reserve d'etre": no clause follows.
  [[nodiscard]] bool is_bare_ending() const {
    const std::uint32_t last = analysis_.segmentation.tokens[range_.end - 1].first_word;
    return tag(last).upos == Upos::kAdp;
  }

  // "si il" is "s'il".
  [[nodiscard]] bool pronoun_follows() const {
    const auto& names = input_.resources.third_person;
    const std::string& next = form_of_token(analysis_, range_.end).lower;
    return std::find(names.begin(), names.end(), next) != names.end();
  }

  // French has no future after "si".
  [[nodiscard]] bool future_follows() const {
    const Sentence& sentence =
        analysis_.segmentation.sentences[analysis_.sentence_of_token[range_.first]];
    for (std::uint32_t i = range_.end; i < sentence.token_end; ++i) {
      const Features& features = tag(analysis_.segmentation.tokens[i].first_word).features;
      if (features.verb_form != VerbForm::kFin) continue;
      return features.tense == Tense::kFut || features.mood != Mood::kInd;
    }
    return true;
  }

  [[nodiscard]] Edits literal(TokenRange range, const std::string& text) const {
    return replace_tokens(analysis_, range, text, input_.operation.open_ending);
  }

  // ------------------------------------------------------------------ verbs
  [[nodiscard]] std::optional<std::uint32_t> verb_word() const {
    const std::uint32_t first = analysis_.segmentation.tokens[range_.first].first_word;
    const auto is_verb = [this](std::uint32_t word) {
      return tag(word).upos == Upos::kVerb || tag(word).upos == Upos::kAux;
    };
    if (is_verb(first)) return first;
    // "vous rapprocher de": the pronoun goes with it.
    const std::uint32_t next = first + 1;
    const bool pronoun = tag(first).upos == Upos::kPron && next < analysis_.tagging.words.size() &&
                         token(next) < range_.end && is_verb(next);
    if (pronoun) return next;
    return std::nullopt;
  }

  Edits verb(const std::string& text) {
    const auto word = verb_word();
    if (!word) return {};
    if (!is_governed_as_before(*word)) return {};
    if (complement_is_left_behind() && !ends_in_noun(text)) return {};
    VerbPlace place = place_of(*word);
    if (etre_tense_ || leaves_de(*word, text)) return {};
    if (place.passive) place.features.number = number_of_participle(*word);
    if (place.passive && place.features.number == Number::kNone) return {};
    auto form = inflected_verb(language_, text, place);
    if (!form || !has_known_form(*word) || !fits_preposition(*form)) return {};
    TokenRange range = range_;
    if (const auto clitic = reflexive_of(*word, place)) {
      if (input_.operation.texts.empty()) return {};
      range.first = std::min(range.first, *clitic);
    }
    if (lacks_article(range)) return {};
    return literal(range, *form);
  }

  VerbPlace place_of(std::uint32_t word) {
    VerbPlace place;
    place.features = tag(word).features;
    place.person = place.features.person;
    place.number = place.features.number;
    add_subject(word, place);
    if (!is_past_participle(word)) return place;
    place.passive = true;
    for (const std::uint32_t child : children_of(analysis_, word)) {
      const Relation relation = arc(child).relation;
      if (relation == Relation::kAuxPass) return place;
      if (relation != Relation::kAuxTense && relation != Relation::kAux) continue;
      etre_tense_ = etre_tense_ || lemma_of(analysis_, child) == "\xC3\xAAtre";
      place.compound = true;
    }
    if (place.compound) place.passive = false;
    return place;
  }

  // Gender and number of the noun that is the subject of the verb.
  void add_subject(std::uint32_t word, VerbPlace& place) const {
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.lexical != word && clause.verb.finite != word) continue;
      const std::uint32_t subject = clause.subject.head;
      if (subject == kNoWord || tag(subject).upos != Upos::kNoun) return;
      const NounPlace noun = noun_place(analysis_, subject);
      place.gender = noun.gender;
      place.number = noun.number;
      return;
    }
  }

  // "mis" may be one or several: the verb before it tells.
  [[nodiscard]] Number number_of_participle(std::uint32_t word) const {
    const Number own = tag(word).features.number;
    if (own != Number::kNone) return own;
    for (const Clause& clause : analysis_.clauses.clauses) {
      if (clause.verb.lexical != word || clause.verb.finite == kNoWord) continue;
      return tag(clause.verb.finite).features.number;
    }
    return Number::kNone;
  }

  // "justifier [du versement]": the verb keeps its "de", which a bare verb does not take.
  [[nodiscard]] bool leaves_de(std::uint32_t word, std::string_view text) const {
    const auto& tokens = analysis_.segmentation.tokens;
    if (text.find(' ') != std::string_view::npos || range_.end >= tokens.size()) return false;
    if (token(word) + 1 != range_.end) return false;
    const std::uint32_t next = tokens[range_.end].first_word;
    if (tag(next).upos != Upos::kAdp || lemma_of(analysis_, next) != "de") return false;
    const std::uint32_t noun = arc(next).head;
    return noun != kRoot && arc(noun).head == word;
  }

  // The tagger's reading must be one that the lexicon has, or the new form would be a guess.
  [[nodiscard]] bool has_known_form(std::uint32_t word) const {
    const auto id = language_.lexicon.find_any_case(lower(word));
    if (id == kNoForm) return false;
    const Features& own = tag(word).features;
    for (const LexicalAnalysis& reading : language_.lexicon.analyses(id)) {
      const Features& has = reading.features;
      if (has.verb_form == own.verb_form && has.mood == own.mood && has.tense == own.tense &&
          (own.person == 0 || has.person == own.person)) {
        return true;
      }
    }
    return false;
  }

  // "en", "y", "dont": the new verb may govern otherwise.
  [[nodiscard]] bool is_governed_as_before(std::uint32_t word) const {
    for (const std::uint32_t child : children_of(analysis_, word)) {
      const std::uint32_t at = token(child);
      if (at >= range_.first && at < range_.end) continue;
      if (tag(child).upos != Upos::kPron) continue;
      const Relation relation = universal_relation(arc(child).relation);
      const bool oblique =
          relation == Relation::kObl || relation == Relation::kIobj || relation == Relation::kNmod;
      const bool relative = tag(child).features.pron_type == PronType::kRel;
      const bool subject = relation == Relation::kNsubj;
      const bool object = relation == Relation::kObj;
      if ((relative && !subject && !object) || (oblique && tag(child).features.person == 0)) {
        return false;
      }
    }
    return true;
  }

  // "faire la demande [de carte]" takes what completed the noun.
  [[nodiscard]] bool ends_in_noun(std::string_view text) const {
    const std::size_t space = text.find_last_of(' ');
    return space != std::string_view::npos &&
           reading_of(language_, text.substr(space + 1), kNouns).has_value();
  }

  // "apporter des ameliorations [a ce carrefour]": what completes the noun does not fit the verb.
  [[nodiscard]] bool complement_is_left_behind() const {
    const auto& tokens = analysis_.segmentation.tokens;
    if (range_.end - range_.first < 2 || range_.end >= tokens.size()) return false;
    const std::uint32_t next = tokens[range_.end].first_word;
    if (tag(next).upos != Upos::kAdp) return false;
    const std::uint32_t noun = arc(next).head;
    if (noun == kRoot || arc(noun).head == kRoot) return false;
    const std::uint32_t owner = token(arc(noun).head);
    const Relation relation = universal_relation(arc(noun).relation);
    const bool inside = owner > range_.first && owner < range_.end;
    return inside && relation == Relation::kNmod;
  }

  // "vous" of "vous vous acquitterez": the same person before the verb.
  [[nodiscard]] std::optional<std::uint32_t> reflexive_of(std::uint32_t word,
                                                          const VerbPlace& place) const {
    const std::uint32_t at = token(word);
    if (at == 0 || at != range_.first) return std::nullopt;
    const std::uint32_t before = at - 1;
    const std::uint32_t clitic = analysis_.segmentation.tokens[before].first_word;
    if (tag(clitic).upos != Upos::kPron || arc(clitic).head != word) return std::nullopt;
    if (universal_relation(arc(clitic).relation) == Relation::kNsubj) return std::nullopt;
    const Features& features = tag(clitic).features;
    const bool third = features.reflexive && features.person == 3;
    if (third) return before;
    if (place.person == 0 || features.person != place.person) return std::nullopt;
    for (const std::uint32_t child : children_of(analysis_, word)) {
      if (universal_relation(arc(child).relation) != Relation::kNsubj) continue;
      if (tag(child).features.person == features.person && lower(child) == lower(clitic)) {
        return before;
      }
    }
    return std::nullopt;
  }

  // "procede au controle de dossiers": "controle dossiers" lacks its article.
  [[nodiscard]] bool lacks_article(TokenRange range) const {
    const auto& tokens = analysis_.segmentation.tokens;
    if (range.end >= tokens.size()) return false;
    const std::string& last = form_of_token(analysis_, range.end - 1).lower;
    const bool bare = last == "de" || last == "d'";
    const Upos next = tag(tokens[range.end].first_word).upos;
    return bare && (next == Upos::kNoun || next == Upos::kAdj || next == Upos::kAdv);
  }

  // ------------------------------------------------------------------ nouns
  // "delivrance de" for "remise": the preposition stays, whatever it is contracted with.
  void keep_preposition(const std::string& text) {
    while (range_.end - range_.first > 1) {
      const std::uint32_t last = analysis_.segmentation.tokens[range_.end - 1].first_word;
      const std::size_t space = text.find_last_of(' ');
      const auto ends = space == std::string::npos
                            ? std::nullopt
                            : reading_of(language_, text.substr(space + 1), kAdpositions);
      if (tag(last).upos != Upos::kAdp || ends) return;
      --range_.end;
    }
  }

  // "l'imprime" for "formulaire": the determiner is the sentence's own.
  void keep_determiner() {
    while (range_.end - range_.first > 1) {
      const Token& first = analysis_.segmentation.tokens[range_.first];
      const std::uint32_t last = analysis_.segmentation.tokens[range_.first + 1].first_word - 1;
      if (tag(first.first_word).upos != Upos::kDet && tag(last).upos != Upos::kDet) return;
      ++range_.first;
    }
  }

  Edits noun(const std::string& text) {
    keep_preposition(text);
    keep_determiner();
    const NounPlace place = noun_place(analysis_, head_);
    const auto inflected = inflected_noun(language_, text, place.number);
    if (!inflected || is_shouted(analysis_, range_) || is_contracted_end()) return {};
    if (inner_noun_is_qualified()) return {};
    const Opening opening = opening_of(analysis_, head_);
    const bool has_opening = opening.tokens.first < opening.tokens.end;
    const bool adjacent = has_opening && opening.tokens.end == range_.first;
    const bool inside = has_opening && opening.tokens.first >= range_.first;
    const bool same = inflected->gender == place.gender && place.gender != Gender::kNone;
    if (inside) return same ? literal(range_, inflected->text) : Edits{};
    if (!has_opening && same) return literal(range_, inflected->text);
    if (inflected->gender == Gender::kNone || place.gender == Gender::kNone) return {};
    Edits edits;
    if (!same) {
      auto agreed = agreement_edits(analysis_, head_, inflected->gender);
      if (!agreed) return {};
      for (Edit& edit : *agreed) {
        if (!is_inside(edit.span)) edits.push_back(std::move(edit));
      }
    }
    if (!has_opening) {
      Edits own = literal(range_, inflected->text);
      if (own.empty()) return {};
      edits.insert(edits.end(), own.begin(), own.end());
    } else if (adjacent) {
      edits.push_back(opened(opening, *inflected));
    } else if (!add_parted(opening, *inflected, edits)) {
      return {};
    }
    return sorted(std::move(edits));
  }

  // "liste des pieces [jointes]" for "liste des documents": "jointes" agrees with "pieces".
  [[nodiscard]] bool inner_noun_is_qualified() const {
    const std::uint32_t first = analysis_.segmentation.tokens[range_.first].first_word;
    for (std::uint32_t word = first; token(word) < range_.end; ++word) {
      if (word == head_ || tag(word).upos != Upos::kNoun) continue;
      for (const std::uint32_t child : children_of(analysis_, word)) {
        const bool outside = token(child) >= range_.end;
        if (outside && (tag(child).upos == Upos::kAdj || tag(child).upos == Upos::kVerb))
          return true;
      }
    }
    return false;
  }

  // "manquement aux": the article of "aux" would be lost.
  [[nodiscard]] bool is_contracted_end() const {
    const auto& tokens = analysis_.segmentation.tokens;
    const std::uint32_t last = tokens[range_.end - 1].first_word;
    const std::uint32_t next = range_.end < tokens.size()
                                   ? tokens[range_.end].first_word
                                   : static_cast<std::uint32_t>(analysis_.tagging.words.size());
    return tag(last).upos == Upos::kAdp && next > last + 1;
  }

  [[nodiscard]] bool is_inside(Span span) const {
    const auto& tokens = analysis_.segmentation.tokens;
    return span.begin >= tokens[range_.first].span.begin &&
           span.end <= tokens[range_.end - 1].span.end;
  }

  [[nodiscard]] bool vowel(std::string_view word) const {
    return elides_before(language_.lexicon, to_lower(word));
  }

  [[nodiscard]] std::string with_case(std::uint32_t token, const std::string& text) const {
    return starts_with_capital(analysis_, token) ? capitalized(text) : text;
  }

  // Determiner and noun as one edit: "l'acte" -> "le document".
  [[nodiscard]] Edit opened(const Opening& opening, const InflectedNoun& noun) const {
    const auto& tokens = analysis_.segmentation.tokens;
    const std::string text = opening_text(input_.resources, opening, noun.gender,
                                          vowel(first_word(noun.text)), apostrophe_of(analysis_)) +
                             noun.text;
    return {{tokens[opening.tokens.first].span.begin, tokens[range_.end - 1].span.end},
            with_case(opening.tokens.first, text)};
  }

  // "la presente requete": the determiner joins the adjective, which may have changed.
  [[nodiscard]] bool add_parted(const Opening& opening, const InflectedNoun& noun,
                                Edits& edits) const {
    const auto& tokens = analysis_.segmentation.tokens;
    const Span next = tokens[opening.tokens.end].span;
    std::string after(slice(analysis_.document->text, next));
    for (const Edit& edit : edits) {
      if (edit.span == next) after = edit.text;
    }
    const std::string text = opening_text(input_.resources, opening, noun.gender, vowel(after),
                                          apostrophe_of(analysis_));
    const Span span{tokens[opening.tokens.first].span.begin, next.begin};
    const std::string cased = with_case(opening.tokens.first, text);
    if (slice(analysis_.document->text, span) != cased) edits.push_back({span, cased});
    Edits own = literal(range_, noun.text);
    if (own.empty()) return false;
    edits.insert(edits.end(), own.begin(), own.end());
    return true;
  }

  // ------------------------------------------------------------------ adjectives
  // "afferentes [a]" for "lie a": said once. "de" before "a" cannot be.
  [[nodiscard]] bool fits_preposition(std::string& text) const {
    const std::size_t space = text.find_last_of(' ');
    const std::string last = space == std::string::npos ? text : text.substr(space + 1);
    if (!reading_of(language_, last, kAdpositions)) return true;
    const auto& tokens = analysis_.segmentation.tokens;
    if (range_.end >= tokens.size()) return false;
    const std::uint32_t next = tokens[range_.end].first_word;
    if (tag(next).upos != Upos::kAdp) return true;
    if (space == std::string::npos || lemma_of(analysis_, next) != last) return false;
    text.erase(space);
    return true;
  }

  Edits adjective(const std::string& text) {
    std::uint32_t noun = arc(head_).head;
    const bool attribute =
        noun == kRoot || universal_relation(arc(head_).relation) != Relation::kAmod;
    Gender gender = tag(head_).features.gender;
    Number number = tag(head_).features.number;
    if (!attribute && tag(noun).upos == Upos::kNoun) {
      const NounPlace place = noun_place(analysis_, noun);
      if (gender == Gender::kNone) gender = place.gender;
      if (number == Number::kNone) number = place.number;
      if (noun > head_ && text.find(' ') != std::string::npos) return {};
    }
    if (gender == Gender::kNone || number == Number::kNone) return {};
    auto form = inflected_adjective(language_, text, gender, number);
    if (!form || !fits_preposition(*form)) return {};
    return literal(range_, *form);
  }

  static Edits sorted(Edits edits) {
    std::sort(edits.begin(), edits.end(),
              [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
    for (std::size_t i = 1; i < edits.size(); ++i) {
      if (edits[i].span.begin < edits[i - 1].span.end) return {};
    }
    return edits;
  }

  const OperationInput& input_;
  const Analysis& analysis_;
  const LanguageResources& language_;
  TokenRange range_;
  std::uint32_t head_;
  bool etre_tense_ = false;
};

// Words at the end that are the sentence's own: "acquitter de [cette]".
TokenRange without_tail(const OperationInput& input) {
  TokenRange range = input.range;
  range.end -= std::min(input.operation.kept_tail, range.end - range.first - 1);
  if (input.operation.literal || input.analysis.depth != Depth::kTrees) return range;
  const auto upos = [&](std::uint32_t token) {
    return input.analysis.tagging.words[input.analysis.segmentation.tokens[token].first_word].upos;
  };
  while (range.end - range.first > 1 && upos(range.end - 1) == Upos::kDet) --range.end;
  return range;
}

}  // namespace

std::vector<Suggestion> replace_words(const OperationInput& input) {
  std::vector<Suggestion> suggestions;
  const TokenRange range = without_tail(input);
  for (const std::string& text : input.operation.texts) {
    std::vector<Edit> edits = Replacement(input, range).with(text);
    if (!edits.empty()) suggestions.push_back({std::move(edits), input.operation.safe});
  }
  return suggestions;
}

}  // namespace limpide
