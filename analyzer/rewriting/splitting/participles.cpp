// Cuts before a participle clause with a subject of its own at the end of the sentence: ", les
// frais etant a votre charge" -> ". Les frais sont a votre charge". Refuses: a participle that goes
// with a noun of a list, a past main verb ("etait" or "est"?), an event that the condition at the
// head of the sentence governs, a subject whose number is unsure.
#include <algorithm>
#include <optional>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/rewriting.h"
#include "analyzer/rewriting/splitting/split_text.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLongestSubject = 25;  // tokens
constexpr const char* kEtre = "\xC3\xAAtre";

class Participles {
 public:
  Participles(const SplitText& text, std::vector<Cut>& cuts)
      : text_(text), analysis_(text.analysis()), cuts_(cuts) {}

  void run() {
    for (std::uint32_t i = text_.first() + 2; i + 1 < text_.stop(); ++i) {
      if (is_present_participle(i)) add(i);
    }
  }

 private:
  [[nodiscard]] bool is_present_participle(std::uint32_t token) const {
    const WordTag& own = text_.tag(token);
    // "devant" is a preposition too.
    const bool owes =
        text_.lower(token) == "devant" && text_.tag(token + 1).features.verb_form == VerbForm::kInf;
    if (owes) return true;
    const bool verb = own.upos == Upos::kVerb || own.upos == Upos::kAux;
    return verb && own.features.verb_form == VerbForm::kPart &&
           own.features.tense == Tense::kPres && !text_.is_protected(token);
  }

  [[nodiscard]] std::string lemma_of_participle(std::uint32_t token) const {
    return text_.lower(token) == "devant" ? "devoir" : text_.lemma(token);
  }

  void add(std::uint32_t participle) {
    if (text_.lower(participle - 1) == "en") return;
    std::uint32_t end = participle;
    while (end > text_.first() + 1 && is_clitic(end - 1)) --end;
    const std::uint32_t comma = comma_before(end);
    if (comma == kNoToken) return;
    const std::uint32_t first = comma + 1;
    const auto number = number_of(first, end);
    if (!number || !is_sound(comma, first) || !is_absolute(participle, end)) return;
    if (!tells_now(comma, participle) || has_other(participle)) return;
    if (is_item(participle, end)) return;
    if (text_.opens_on_condition(text_.first()) && !is_independent(first, end, participle)) return;
    const auto form = finite_form(participle, *number);
    if (!form) return;
    std::vector<Edit> verb = replace_tokens(analysis_, {participle, participle + 1}, *form, false);
    if (verb.size() != 1 || verb.front().span.begin < text_.span(first).end) return;
    const auto until = end_of_clause(text_, cuts_, participle);
    if (!until) return;
    cuts_.push_back(
        {comma, first, *until, {text_.boundary(comma, first, {}), verb.front()}, false});
  }

  [[nodiscard]] bool is_sound(std::uint32_t comma, std::uint32_t first) const {
    constexpr std::uint32_t kLeast = 4;  // words
    return text_.has_main(text_.first(), comma) &&
           text_.words_between(text_.first(), comma) >= kLeast &&
           text_.words_between(first, text_.stop()) >= kLeast;
  }

  [[nodiscard]] bool is_clitic(std::uint32_t token) const {
    const std::string& word = text_.lower(token);
    return word == "ne" || word == "n'" || word == "se" || word == "s'" || word == "y" ||
           word == "leur" || word == "lui";
  }

  // The comma before the noun phrase that ends there.
  [[nodiscard]] std::uint32_t comma_before(std::uint32_t end) const {
    for (std::uint32_t i = end; i > text_.first() + 2 && end - i < kLongestSubject; --i) {
      const std::uint32_t at = i - 1;
      if (text_.is_enclosed(at)) continue;
      if (text_.lower(at) == ",") return at;
      if (text_.is_finite(at) || text_.lower(at) == ";" || text_.lower(at) == ":") return kNoToken;
    }
    return kNoToken;
  }

  [[nodiscard]] std::optional<Number> number_of(std::uint32_t first, std::uint32_t end) const {
    if (first >= end) return std::nullopt;
    const WordTag& opening = text_.tag(first);
    const bool that_one =
        opening.upos == Upos::kPron && text_.table().anaphoric.count(text_.lower(first)) != 0;
    if (opening.upos != Upos::kDet && !that_one) return std::nullopt;
    if (is_contracted(first)) return std::nullopt;  // "du dossier"
    Number number = opening.features.number;
    bool noun = that_one;
    for (std::uint32_t i = first; i < end; ++i) {
      if (text_.tag(i).features.pron_type == PronType::kRel || text_.tag(i).upos == Upos::kSconj) {
        return std::nullopt;
      }
      if (text_.is_enclosed(i) || text_.lower(i) == ")") continue;
      const bool joins = text_.lower(i) == "et" || text_.lower(i) == "ou";
      if (joins && i + 1 < end) {
        const Upos next = text_.tag(i + 1).upos;
        if (number != Number::kPlur && next != Upos::kAdp) return std::nullopt;
      }
      const WordTag& own = text_.tag(i);
      if (!noun && own.upos == Upos::kNoun) {
        noun = true;
        if (own.features.number != Number::kNone) {
          if (number != Number::kNone && number != own.features.number) return std::nullopt;
          number = own.features.number;
        }
      }
      noun = noun || (own.upos == Upos::kAdj && text_.table().anaphoric.count(text_.lower(i)) != 0);
    }
    if (!noun || number == Number::kNone) return std::nullopt;
    return number;
  }

  [[nodiscard]] bool is_contracted(std::uint32_t token) const {
    const auto& tokens = analysis_.segmentation.tokens;
    const std::uint32_t next =
        token + 1 < tokens.size() ? tokens[token + 1].first_word
                                  : static_cast<std::uint32_t>(analysis_.segmentation.words.size());
    return next - tokens[token].first_word > 1;
  }

  // Not "les agents, les personnes ayant droit": the words themselves or the tree must say so.
  [[nodiscard]] bool is_absolute(std::uint32_t participle, std::uint32_t end) const {
    const std::string lemma = lemma_of_participle(participle);
    if (end != participle) return true;  // "ne pouvant", "s'expliquant"
    const std::uint32_t word = text_.word_of(participle);
    std::uint32_t verb = word;
    // "etant mise": the tree may hang the auxiliary from the participle.
    if (lemma == kEtre || lemma == "avoir") {
      const std::uint32_t above = analysis_.trees.arcs[word].head;
      const Relation relation = universal_relation(analysis_.trees.arcs[word].relation);
      if (above != kRoot && (relation == Relation::kAux || relation == Relation::kCop))
        verb = above;
      if (lemma == kEtre) return true;
    }
    for (const std::uint32_t child : children_of(analysis_, verb)) {
      const Relation relation = universal_relation(analysis_.trees.arcs[child].relation);
      if (relation == Relation::kNsubj && child < word) return true;
    }
    const Relation own = universal_relation(analysis_.trees.arcs[verb].relation);
    const bool modal = lemma == "pouvoir" || lemma == "devoir";
    const bool definite = text_.tag(comma_before(end) + 1).features.definite;
    if (definite && text_.table().absolutes.count(lemma) != 0) return true;
    return own == Relation::kAdvcl || (modal && own != Relation::kAcl && own != Relation::kAmod);
  }

  // "ayant ete" is past in any case; "etant" behind a past may be "etait".
  [[nodiscard]] bool tells_now(std::uint32_t comma, std::uint32_t participle) const {
    if (text_.lemma(participle) == "avoir") return true;
    for (std::uint32_t i = comma; i > text_.first(); --i) {
      if (!text_.is_main(i - 1)) continue;
      const Clause* clause = text_.clause_of(i - 1);
      const bool past = clause->verb.tense == Tense::kImp || clause->verb.tense == Tense::kPast ||
                        (clause->verb.compound && clause->verb.tense == Tense::kPres);
      return !past;
    }
    return true;
  }

  // "et 37 demandes n'ayant pu etre": a second one that the cut would leave hanging.
  [[nodiscard]] bool has_other(std::uint32_t participle) const {
    for (std::uint32_t i = participle + 1; i < text_.stop(); ++i) {
      if (text_.lower(i) == ",") return false;
      if (!is_present_participle(i)) continue;
      const std::string& lemma = text_.lemma(i);
      if (lemma == kEtre || lemma == "pouvoir" || lemma == "devoir") return true;
      // "et les demandes ayant ete traitees"; "les personnes ayant droit" have none.
      if (lemma == "avoir" && text_.tag(i + 1).features.verb_form == VerbForm::kPart) return true;
      if (is_clitic(i - 1)) return true;
    }
    return false;
  }

  // "la situation de la famille, le nombre de personnes vivant au foyer, les ressources": a noun of
  // a list, with what narrows it.
  [[nodiscard]] bool is_item(std::uint32_t participle, std::uint32_t end) const {
    const std::string lemma = lemma_of_participle(participle);
    const bool helper =
        lemma == kEtre || lemma == "avoir" || lemma == "pouvoir" || lemma == "devoir";
    if (helper || end != participle) return false;
    for (std::uint32_t i = participle + 1; i + 1 < text_.stop(); ++i) {
      if (text_.is_enclosed(i) || text_.lower(i) != ",") continue;
      const Upos next = text_.tag(i + 1).upos;
      if (next == Upos::kDet || next == Upos::kCconj || text_.lower(i + 1) == "ainsi") return true;
    }
    return false;
  }

  // A state, or a subject that points back: true whatever the condition, or tied to it by itself.
  [[nodiscard]] bool is_independent(std::uint32_t first, std::uint32_t end,
                                    std::uint32_t participle) const {
    for (std::uint32_t i = first; i < end; ++i) {
      if (text_.table().anaphoric.count(text_.lower(i)) != 0) return true;
    }
    if (text_.tag(first).features.indefinite || text_.lower(first) == "des" ||
        text_.table().quantifiers.count(text_.lower(first)) != 0) {
      return false;
    }
    if (text_.table().states.count(lemma_of_participle(participle)) == 0) return false;
    const Features& next = text_.tag(participle + 1).features;
    const bool event = text_.lemma(participle) == kEtre && next.verb_form == VerbForm::kPart;
    return !event;
  }

  [[nodiscard]] std::optional<std::string> finite_form(std::uint32_t participle,
                                                       Number number) const {
    Features wanted;
    wanted.verb_form = VerbForm::kFin;
    wanted.mood = Mood::kInd;
    wanted.tense = Tense::kPres;
    wanted.person = 3;
    wanted.number = number;
    const LanguageResources& language = *analysis_.language;
    const std::string lemma = lemma_of_participle(participle);
    if (auto form = form_of(language, lemma, Upos::kVerb, wanted)) return form;
    return form_of(language, lemma, Upos::kAux, wanted);
  }

  const SplitText& text_;
  const Analysis& analysis_;
  std::vector<Cut>& cuts_;
};

}  // namespace

void add_cuts_at_participles(const SplitText& text, std::vector<Cut>& cuts) {
  Participles(text, cuts).run();
}

}  // namespace limpide
