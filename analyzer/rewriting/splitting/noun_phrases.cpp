// The noun right before a comma that a relative clause may say something of. In: the comma, the
// number and gender asked for. Out: the noun when only one agrees, how many do, its words said
// again ("cette demande d'aide", "le maire", "votre dossier"). Refuses: a noun without determiner
// ("demande de logement"), names of people, "aucun", "tout".
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/rewriting.h"
#include "analyzer/rewriting/splitting/split_text.h"

namespace limpide {
namespace {

constexpr std::uint32_t kFarthest = 40;    // tokens before the comma
constexpr std::uint32_t kLongestTail = 5;  // tokens behind the noun that are said again

class NounFinder {
 public:
  NounFinder(const SplitText& text, std::uint32_t comma, const AntecedentSearch& search)
      : text_(text), analysis_(text.analysis()), comma_(comma), search_(search) {}

  [[nodiscard]] FoundAntecedent run() {
    FoundAntecedent found;
    for (std::uint32_t i = comma_; i > text_.first() && comma_ - i < kFarthest; --i) {
      const std::uint32_t at = i - 1;
      if (ends_phrase(at)) break;
      if (text_.lower(at) == "et" || text_.lower(at) == "ou") {
        const bool starts = found.candidates == 1 && first_of_noun_ <= at + 2;
        if (found.candidates == 0 || starts) found.joined = true;
        continue;
      }
      const auto noun = noun_at(at);
      if (!noun) {
        // "la transmission de pieces, dont": of either.
        const bool any = search_.number == Number::kNone && is_bare_noun(at);
        if (any && noun_place(analysis_, last_word(at)).number == Number::kPlur) ++found.candidates;
        continue;
      }
      ++found.candidates;
      first_of_noun_ = opening_of(analysis_, last_word(at)).tokens.first;
      if (!found.sure) found.sure = noun;
    }
    if (found.candidates == 0 && search_.far) {
      found.sure = is_bare_noun(comma_ - 1) ? bare_noun() : subject_before();
      if (found.sure) found.candidates = 1;
    }
    if (found.candidates != 1) found.sure.reset();
    if (found.sure && found.sure->again.empty()) found.sure.reset();
    return found;
  }

 private:
  // "une procedure sera engagee, laquelle": no noun stands between.
  [[nodiscard]] std::optional<Antecedent> subject_before() const {
    const std::uint32_t verb = text_.last_finite(text_.first(), comma_);
    const Clause* clause = verb == kNoToken ? nullptr : text_.clause_of(verb);
    if (clause == nullptr || clause->subject.kind != SubjectKind::kExplicit) return std::nullopt;
    if (clause->subject.head == kNoWord) return std::nullopt;
    return noun_at(token_of_word(analysis_, clause->subject.head));
  }

  [[nodiscard]] bool is_bare_noun(std::uint32_t token) const {
    if (text_.tag(token).upos != Upos::kNoun || text_.is_protected(token)) return false;
    const Opening opening = opening_of(analysis_, last_word(token));
    return opening.tokens.first >= opening.tokens.end;
  }
  // "sur simple demande, laquelle" -> "cette demande"; not "un avis de depot, lequel".
  [[nodiscard]] std::optional<Antecedent> bare_noun() const {
    const std::uint32_t token = comma_ - 1;
    std::uint32_t before = token - 1;
    while (before > text_.first() && text_.tag(before).upos == Upos::kAdj) --before;
    const std::string& word = text_.lower(before);
    const bool led = text_.tag(before).upos == Upos::kAdp && word != "de" && word != "d'";
    const NounPlace place = noun_place(analysis_, last_word(token));
    const bool number = place.number == Number::kNone || place.number == search_.number;
    const bool gender = place.gender == Gender::kNone || place.gender == search_.gender;
    if (!led || !number || !gender) return std::nullopt;
    Antecedent found{token, search_.gender, search_.number, {}, {}};
    found.this_one = with_demonstrative(token, {}, found);
    found.again = found.this_one;
    return found;
  }

  [[nodiscard]] bool ends_phrase(std::uint32_t token) const {
    const std::string& word = text_.lower(token);
    if (word == ";" || word == ":" || word == ")" || word == "\xC2\xBB") return true;
    const WordTag& own = text_.tag(token);
    if (own.upos == Upos::kSconj || own.features.pron_type == PronType::kRel) return true;
    const VerbForm form = own.features.verb_form;
    return (form == VerbForm::kFin || form == VerbForm::kInf) && !text_.is_protected(token);
  }

  // A noun with a determiner that agrees with what is asked for.
  [[nodiscard]] std::optional<Antecedent> noun_at(std::uint32_t token) const {
    const std::uint32_t word = last_word(token);
    const Upos upos = analysis_.tagging.words[word].upos;
    if ((upos != Upos::kNoun && upos != Upos::kPropn) || text_.is_protected(token)) {
      return std::nullopt;
    }
    if (text_.table().empty_nouns.count(text_.lower(token)) != 0) return std::nullopt;
    const Opening opening = opening_of(analysis_, word);
    if (opening.tokens.first >= opening.tokens.end) return std::nullopt;
    NounPlace place = noun_place(analysis_, word);
    if (plural_by_determiner(opening.written)) place.number = Number::kPlur;
    const bool number = search_.number == Number::kNone || place.number == search_.number;
    const bool gender = search_.gender == Gender::kNone || place.gender == Gender::kNone ||
                        place.gender == search_.gender;
    if (!number || !gender) return std::nullopt;
    Antecedent found{token, place.gender, place.number, {}, {}};
    if (found.gender == Gender::kNone) found.gender = search_.gender;
    found.this_one = with_demonstrative(token, opening, found);
    found.again = said_again(token, opening, found);
    return found;
  }

  [[nodiscard]] std::uint32_t last_word(std::uint32_t token) const {
    const auto& tokens = analysis_.segmentation.tokens;
    return token + 1 < tokens.size()
               ? tokens[token + 1].first_word - 1
               : static_cast<std::uint32_t>(analysis_.segmentation.words.size() - 1);
  }

  [[nodiscard]] static bool plural_by_determiner(const std::string& written) {
    return written == "les" || written == "des" || written == "vos" || written == "nos" ||
           written == "ces" || written == "ses" || written == "leurs";
  }
  [[nodiscard]] static bool is_own(const std::string& written) {
    return written == "votre" || written == "vos" || written == "notre" || written == "nos";
  }
  [[nodiscard]] static bool is_article(const std::string& written) {
    return written == "le" || written == "la" || written == "l'" || written == "les";
  }

  [[nodiscard]] bool is_quantified(const Opening& opening) const {
    return text_.table().quantifiers.count(opening.written) != 0 && opening.written != "un" &&
           opening.written != "une";
  }
  [[nodiscard]] bool is_proper(std::uint32_t token) const {
    return text_.tag(token).upos == Upos::kPropn ||
           form_of_token(analysis_, token).casing == Casing::kUpper;
  }
  [[nodiscard]] std::string name_of(std::uint32_t token) const {
    const std::uint32_t last = end_of_name(token) - 1;
    return std::string(
        slice(analysis_.document->text, {text_.span(token).begin, text_.span(last).end}));
  }

  [[nodiscard]] std::string with_demonstrative(std::uint32_t token, const Opening& opening,
                                               const Antecedent& noun) const {
    if (is_quantified(opening) || is_proper(token)) return {};
    if (noun.number == Number::kPlur) return text_.table().these + " " + name_of(token);
    if (noun.gender == Gender::kNone) return {};
    const bool vowel = elides_before(analysis_.language->lexicon, text_.lower(token));
    return determiner_form(text_.input().resources, "ce", noun.gender, vowel) + " " +
           name_of(token);
  }

  // A name and a noun that nothing completes keep their determiner.
  [[nodiscard]] std::string said_again(std::uint32_t token, const Opening& opening,
                                       const Antecedent& noun) const {
    const bool whole = end_of_name(token) == comma_ && opening.tokens.end == token;
    const bool article = is_article(opening.written);
    if (is_proper(token) && !(whole && article)) return {};
    if (!whole || (!article && !is_own(opening.written))) return noun.this_one;
    if (opening.written == "l'") return "l" + apostrophe_of(analysis_) + name_of(token);
    return opening.written + " " + name_of(token);
  }

  // "mise en demeure", "attestation d'hebergement": bare complements belong to the name.
  [[nodiscard]] std::uint32_t end_of_name(std::uint32_t token) const {
    std::uint32_t end = token + 1;
    std::uint32_t sure = end;
    while (end < comma_ && end - token <= kLongestTail) {
      const Upos upos = text_.tag(end).upos;
      if (!text_.is_word(end)) break;
      if (upos == Upos::kAdp && !is_contraction(end)) {
        const std::string& word = text_.lower(end);
        const bool names =
            word == "de" || word == "d'" ||
            (word == "en" && text_.table().name_ends.count(text_.lower(end + 1)) != 0);
        const bool bare = end + 1 < comma_ && text_.tag(end + 1).upos == Upos::kNoun;
        if (!names || !bare || is_contraction(end + 1)) break;
        end += 2;
        sure = end;
      } else {
        break;
      }
    }
    return sure;
  }

  [[nodiscard]] bool is_contraction(std::uint32_t token) const {
    return last_word(token) != text_.word_of(token);
  }

  const SplitText& text_;
  const Analysis& analysis_;
  std::uint32_t comma_;
  const AntecedentSearch& search_;
  std::uint32_t first_of_noun_ = 0;  // its determiner
};

}  // namespace

FoundAntecedent find_antecedent_before(const SplitText& text, std::uint32_t comma,
                                       const AntecedentSearch& search) {
  return NounFinder(text, comma, search).run();
}

}  // namespace limpide
