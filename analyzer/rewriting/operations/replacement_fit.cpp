#include "analyzer/rewriting/operations/replacement_fit.h"

#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/replaced_words.h"
#include "analyzer/rewriting/operations/supposed_clause.h"

namespace limpide {
namespace {

constexpr const char* kFor = "pour";
constexpr std::uint32_t kPronouns = 1U << static_cast<unsigned>(Upos::kPron);
constexpr std::uint32_t kVerbs =
    (1U << static_cast<unsigned>(Upos::kVerb)) | (1U << static_cast<unsigned>(Upos::kAux));

class Place : private ReplacedWords {
 public:
  using ReplacedWords::ReplacedWords;

  // "plus bas, au point...": the writer has to fill it in.
  [[nodiscard]] static bool is_model(const std::string& text) {
    return text.find("\xE2\x80\xA6") != std::string::npos;
  }
  // "A l'exception de ces villes, il existe": "sauf" does not open a sentence.
  [[nodiscard]] bool opens_badly(const std::string& text) const {
    const Sentence& sentence =
        analysis_.segmentation.sentences[analysis_.sentence_of_token[range_.first]];
    return range_.first == sentence.first_token &&
           input_.resources.grammar.never_first.count(text) != 0;
  }
  // "s'il n'y a pas de" before a bare noun only.
  [[nodiscard]] bool lacks_bare_noun(const std::string& text) const {
    const std::string denied = " " + input_.resources.negator + " de";
    if (text.size() < denied.size() ||
        text.compare(text.size() - denied.size(), denied.size(), denied) != 0) {
      return false;
    }
    const std::string& last = form_of_token(analysis_, range_.end - 1).lower;
    if (last != "de" && last != "d'") return true;
    if (range_.end >= analysis_.segmentation.tokens.size()) return true;
    const FormId next = form_of_token(analysis_, range_.end).lexicon;
    return next == kNoForm || language_.lexicon.traits(next).may_be(Upos::kDet);
  }

  // "ne peut [en aucun cas]": "pas" stands right behind a verb that is denied.
  [[nodiscard]] bool denies_nothing(const std::string& text) const {
    constexpr std::uint32_t kReach = 4;  // tokens: "ne vous en sera"
    if (text != input_.resources.negator) return false;
    if (range_.first == 0 || analysis_.depth != Depth::kTrees) return true;
    const std::uint32_t verb = analysis_.segmentation.tokens[range_.first - 1].first_word;
    if (tag(verb).features.verb_form != VerbForm::kFin) return true;
    for (std::uint32_t i = range_.first - 1; i > 0 && range_.first - i <= kReach; --i) {
      const std::string& word = form_of_token(analysis_, i - 1).lower;
      if (word == "ne" || word == "n'") return false;
    }
    return true;
  }

  // "pour elles et leur employeur, [afin de] faciliter": the same word twice, for two things.
  [[nodiscard]] bool repeats_aim(const std::string& text) const {
    constexpr std::uint32_t kReach = 10;  // tokens
    if (text != kFor) return false;
    const Sentence& sentence =
        analysis_.segmentation.sentences[analysis_.sentence_of_token[range_.first]];
    for (std::uint32_t i = range_.first; i > sentence.first_token; --i) {
      if (range_.first - i >= kReach) break;
      if (form_of_token(analysis_, i - 1).lower == text) return true;
    }
    return false;
  }

  // "[s'agissant de] travaux", "[aux fins de] controle": "pour" needs an article there.
  [[nodiscard]] bool aims_at_bare_noun(const std::string& text) const {
    const std::string& last = form_of_token(analysis_, range_.end - 1).lower;
    if (text != kFor || analysis_.depth != Depth::kTrees) return false;
    if ((last != "de" && last != "d'") || range_.end >= analysis_.segmentation.tokens.size()) {
      return false;
    }
    const WordTag& next = tag(analysis_.segmentation.tokens[range_.end].first_word);
    return next.upos == Upos::kNoun || next.upos == Upos::kAdj;
  }

  // "le soin que [vous voudrez bien] apporter": nobody is asked inside a clause.
  [[nodiscard]] bool asks_inside(const std::string& text) const {
    const std::string& polite = input_.resources.formulas.polite_request;
    if (polite.empty() || text.compare(0, polite.size(), polite) != 0) return false;
    if (range_.first == 0 || analysis_.depth != Depth::kTrees) return false;
    const std::uint32_t before = analysis_.segmentation.tokens[range_.first - 1].first_word;
    return tag(before).upos == Upos::kSconj || tag(before).features.pron_type == PronType::kRel;
  }

  // "il est interdit de conduire tout vehicule": "vous ne devez pas conduire tout vehicule" would
  // allow some.
  [[nodiscard]] bool denies_all(const std::string& text) const {
    const std::string words = " " + text + " ";
    if (words.find(" " + input_.resources.negator + " ") == std::string::npos) return false;
    const Sentence& sentence =
        analysis_.segmentation.sentences[analysis_.sentence_of_token[range_.first]];
    for (std::uint32_t i = range_.end; i < sentence.token_end; ++i) {
      const std::string& word = form_of_token(analysis_, i).lower;
      if (word == "tout" || word == "toute" || word == "quelconque") return true;
      if (analysis_.segmentation.tokens[i].kind != TokenKind::kWord) return false;
    }
    return false;
  }

  // "si" where the clause is a condition, "puisque" where it tells what happened: "rejetee, des
  // lors que vous n'avez pas signe".
  [[nodiscard]] bool supposes_badly(const std::string& text) const {
    const bool reason = text == input_.resources.reason;
    if (text != input_.resources.condition && !reason) return false;
    if (!input_.operation.literal || analysis_.depth != Depth::kTrees) return reason;
    return sense_behind(input_, range_) != (reason ? ClauseSense::kCause : ClauseSense::kCondition);
  }

  // "a l'echeance du 30 juin": a day has no "fin".
  [[nodiscard]] bool ends_a_day(const std::string& text) const {
    const std::uint32_t next = range_.end;
    if (last_word(text) != "de" || text.find("fin") == std::string::npos) return false;
    if (next >= analysis_.segmentation.tokens.size()) return false;
    const std::uint32_t item = analysis_.protected_of_token[next];
    return item != 0 &&
           analysis_.segmentation.protected_spans[item - 1].kind == ProtectedKind::kDate;
  }

  // "le courrier [en date du] 3 mars": "du" hangs on a noun, not on "recu".
  [[nodiscard]] bool hangs_on_nothing(const std::string& text) const {
    const auto& contractions = input_.resources.contractions;
    const bool article = std::any_of(contractions.begin(), contractions.end(),
                                     [&text](const auto& one) { return one.form == text; });
    if (!article) return false;
    if (range_.first == 0 || analysis_.depth != Depth::kTrees) return true;
    const Upos before = tag(analysis_.segmentation.tokens[range_.first - 1].first_word).upos;
    return before != Upos::kNoun && before != Upos::kAdj;
  }

  // "[] M. [] Mme [] [Mlle]": two boxes would say "Mme".
  [[nodiscard]] bool says_title_twice(const std::string& text) const {
    constexpr std::uint32_t kReach = 6;  // tokens
    const std::string title = to_lower(text);
    if (input_.resources.formulas.titles.count(title) == 0) return false;
    const auto& tokens = analysis_.segmentation.tokens;
    const auto count = static_cast<std::uint32_t>(tokens.size());
    const std::uint32_t first = std::max(range_.first, kReach) - kReach;
    for (std::uint32_t i = first; i < std::min(count, range_.end + kReach); ++i) {
      const bool own = i >= range_.first && i < range_.end;
      if (!own && form_of_token(analysis_, i).lower == title) return true;
    }
    return false;
  }

  // "par voie postale, laquelle est obligatoire": it speaks of a noun among the words.
  [[nodiscard]] bool relative_follows() const {
    if (analysis_.depth != Depth::kTrees) return false;
    const auto& tokens = analysis_.segmentation.tokens;
    std::uint32_t next = range_.end;
    if (next < tokens.size() && form_of_token(analysis_, next).key == ",") ++next;
    if (next >= tokens.size() || range_.end - range_.first < 2) return false;
    const auto reading = reading_of(language_, form_of_token(analysis_, next).lower, kPronouns);
    return reading && reading->features.pron_type == PronType::kRel &&
           reading->features.gender != Gender::kNone && !ends_in_preposition();
  }
  [[nodiscard]] bool ends_in_preposition() const {
    return tag(analysis_.segmentation.tokens[range_.end - 1].first_word).upos == Upos::kAdp;
  }

  // "comme le prevoit", "comme le prevoient": a clause whose subject follows.
  [[nodiscard]] std::optional<Number> number_of_provision(const std::string& text) const {
    const FormId opener = language_.lexicon.find_any_case(first_word(text));
    const bool clause = opener != kNoForm && text.find(' ') != std::string::npos &&
                        language_.lexicon.traits(opener).may_be(Upos::kSconj);
    if (!clause || !ends_in_preposition()) return std::nullopt;
    const auto verb = reading_of(language_, last_word(text), kVerbs);
    if (!verb || verb->features.verb_form != VerbForm::kFin) return std::nullopt;
    return verb->features.number;
  }
  // Of the text of law behind the preposition; kNone when none stands there, or several do.
  [[nodiscard]] Number provider_number() const {
    const auto& tokens = analysis_.segmentation.tokens;
    const std::string& last = form_of_token(analysis_, range_.end - 1).lower;
    std::uint32_t noun = range_.end;
    bool plural = last == "des" || last == "aux";
    const bool contracted = plural || last == "du" || last == "au";
    if (noun < tokens.size() && tag(tokens[noun].first_word).upos == Upos::kDet) {
      plural = tag(tokens[noun].first_word).features.number == Number::kPlur;
      ++noun;
    } else if (!contracted) {
      return Number::kNone;  // "par arrete"
    }
    const auto& norms = input_.resources.norms;
    if (noun >= tokens.size()) return Number::kNone;
    const std::string& word = form_of_token(analysis_, noun).lower;
    if (std::find(norms.begin(), norms.end(), word) == norms.end()) return Number::kNone;
    if (others_follow(noun) || (!plural && plural_follows(noun))) return Number::kNone;
    return plural ? Number::kPlur : Number::kSing;
  }
  // "en application de l'article 2 et de l'annexe", ", et notamment de l'article 3"
  [[nodiscard]] bool others_follow(std::uint32_t noun) const {
    const std::uint32_t end =
        analysis_.segmentation.sentences[analysis_.sentence_of_token[noun]].token_end;
    for (std::uint32_t i = noun + 1; i + 2 < end; ++i) {
      const WordTag& own = tag(analysis_.segmentation.tokens[i].first_word);
      if (own.features.verb_form == VerbForm::kFin && analysis_.protected_of_token[i] == 0) break;
      const std::string& word = form_of_token(analysis_, i).lower;
      const bool joins = word == input_.resources.and_word || word == input_.resources.or_word ||
                         (word == "que" && form_of_token(analysis_, i - 1).lower == "ainsi");
      if (!joins || analysis_.protected_of_token[i] != 0) continue;
      for (std::uint32_t k = i + 1; k < i + 3; ++k) {
        const Upos next = tag(analysis_.segmentation.tokens[k].first_word).upos;
        if (next == Upos::kAdp) return true;
        if (next != Upos::kAdv) break;
      }
    }
    return false;
  }
  // "en application des dispositions du code anterieures a la loi": of the words that go.
  [[nodiscard]] bool plural_follows(std::uint32_t noun) const {
    constexpr std::uint32_t kReach = 6;  // tokens
    const std::uint32_t end =
        analysis_.segmentation.sentences[analysis_.sentence_of_token[noun]].token_end;
    for (std::uint32_t i = noun + 1; i < std::min(end, noun + kReach); ++i) {
      const WordTag& own = tag(analysis_.segmentation.tokens[i].first_word);
      if (form_of_token(analysis_, i).lower == ",") return false;
      const bool describes = own.upos == Upos::kAdj || own.features.verb_form == VerbForm::kPart;
      if (describes && own.features.number == Number::kPlur) return true;
    }
    return false;
  }
  // "En application de l'article 2, ..."; not "la decision prise en application de l'article 2".
  [[nodiscard]] bool stands_apart() const {
    const auto& apart = input_.resources.apart;
    const std::string& first = form_of_token(analysis_, range_.first).lower;
    const Sentence& sentence =
        analysis_.segmentation.sentences[analysis_.sentence_of_token[range_.first]];
    if (range_.first == sentence.first_token) return true;
    const std::string& before = form_of_token(analysis_, range_.first - 1).lower;
    // "par les personnes et dans les conditions prevues par": two things of one verb.
    if (std::find(apart.begin(), apart.end(), first) == apart.end()) {
      return before != input_.resources.and_word && before != input_.resources.or_word &&
             input_.resources.grammar.never_first.count(before) == 0;  // "sauf dans les conditions"
    }
    return before == "," || before == input_.resources.and_word || before == "donc";
  }

  [[nodiscard]] std::optional<Number> number_of_relative(const std::string& text) const {
    const std::size_t space = text.find(' ');
    if (space == std::string::npos) return std::nullopt;
    const auto opener = reading_of(language_, first_word(text), kPronouns);
    if (!opener || opener->features.pron_type != PronType::kRel) return std::nullopt;
    const std::string_view rest = std::string_view(text).substr(space + 1);
    const auto verb = reading_of(language_, first_word(rest), kVerbs);
    if (!verb || verb->features.verb_form != VerbForm::kFin) return std::nullopt;
    return verb->features.number;
  }
  // Of the noun right before, alone or with its adjective; kNone when the tree says another.
  [[nodiscard]] Number antecedent_number() const {
    if (range_.first == 0) return Number::kNone;
    std::uint32_t word = analysis_.segmentation.tokens[range_.first - 1].first_word;
    const bool adjective =
        universal_relation(arc(word).relation) == Relation::kAmod && arc(word).head < word;
    if (adjective) word = arc(word).head;
    if (tag(word).upos != Upos::kNoun) return Number::kNone;
    // "les frais [y afferents]": the words agree with the noun, whatever the tree makes of them.
    const Number own_number = number_of_adjective();
    const Number number = noun_place(analysis_, word).number;
    if (own_number != Number::kNone) return own_number == number ? number : Number::kNone;
    if (arc(head_).head != word) return Number::kNone;
    // "operations de placement de nature a": which of the two?
    const Relation own = universal_relation(arc(word).relation);
    if (own == Relation::kNmod || own == Relation::kConj) return Number::kNone;
    return number;
  }
  [[nodiscard]] Number number_of_adjective() const {
    const Token& last = analysis_.segmentation.tokens[range_.end - 1];
    const WordTag& own = tag(last.first_word);
    return own.upos == Upos::kAdj ? own.features.number : Number::kNone;
  }
};

}  // namespace

bool fits_the_place(const OperationInput& input, TokenRange range, const std::string& text) {
  const Place place(input, range);
  return !Place::is_model(text) && !place.opens_badly(text) && !place.lacks_bare_noun(text) &&
         !place.denies_nothing(text) && !place.denies_all(text) && !place.says_title_twice(text) &&
         !place.relative_follows() && !place.repeats_aim(text) && !place.aims_at_bare_noun(text) &&
         !place.ends_a_day(text) && !place.supposes_badly(text) && !place.asks_inside(text) &&
         !place.hangs_on_nothing(text);
}

std::optional<bool> provision_agrees(const OperationInput& input, TokenRange range,
                                     const std::string& text) {
  const Place place(input, range);
  const auto number = place.number_of_provision(text);
  if (!number) return std::nullopt;
  return place.stands_apart() && *number == place.provider_number();
}

std::optional<bool> relative_agrees(const OperationInput& input, TokenRange range,
                                    const std::string& text) {
  const Place place(input, range);
  const auto number = place.number_of_relative(text);
  if (!number) return std::nullopt;
  return *number == place.antecedent_number();
}

}  // namespace limpide
