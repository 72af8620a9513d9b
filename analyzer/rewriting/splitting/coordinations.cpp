// Cuts before a second main clause that "et", "mais" joins, with its subject said again when the
// two share one; between two things announced ("nous vous informons que A et que B"); before
// "d'autre part". Refuses: a circumstance at the head of the sentence, or a condition at its end,
// that both halves share; a subject that no pronoun stands for.
#include <algorithm>
#include <optional>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/rewriting.h"
#include "analyzer/rewriting/splitting/split_text.h"

namespace limpide {
namespace {

class Coordinations {
 public:
  Coordinations(const SplitText& text, std::vector<Cut>& cuts)
      : text_(text), analysis_(text.analysis()), resources_(text.input().resources), cuts_(cuts) {}

  void run() {
    for (std::uint32_t i = text_.clauses().first; i < text_.clauses().end; ++i) {
      const Clause& clause = analysis_.clauses.clauses[i];
      if (is_second(clause)) add_clause(clause);
    }
    add_announced();
    add_other_side();
  }

 private:
  [[nodiscard]] bool is_second(const Clause& clause) const {
    if (clause.link != ClauseLink::kCoordinated || clause.kind != ClauseKind::kMain) return false;
    if (clause.verb.finite == kNoWord) return false;
    const std::uint32_t verb = token_of_word(analysis_, clause.verb.finite);
    return verb > text_.first() && verb < text_.stop();
  }

  void add_clause(const Clause& clause) {
    const SubjectKind kind = clause.subject.kind;
    const bool own = kind == SubjectKind::kExplicit || kind == SubjectKind::kImpersonal;
    const bool shared = kind == SubjectKind::kShared;
    const bool order = kind == SubjectKind::kImplied && clause.verb.mood == Mood::kImp;
    if (!own && !shared && !order) return;
    const std::uint32_t first =
        token_of_word(analysis_, own ? std::min(clause.subject.span.first, clause.verb.finite)
                                     : first_verb_word(clause));
    if (first <= text_.first() + 1 || first >= text_.stop()) return;
    const auto joint = joint_before(first);
    if (!joint) return;
    const std::uint32_t from = text_.lower(*joint - 1) == "," ? *joint - 1 : *joint;
    if (!text_.is_sound(from, first) || !stands_apart(from, first, own)) return;
    const std::string& word = text_.lower(*joint);
    std::string opening;
    if (word == resources_.but_word) opening = capitalized(word);
    if (!own && !order) {
      if (!is_surely_shared(clause, from)) return;
      const auto pronoun = pronoun_of(clause.subject.head, first);
      if (!pronoun) return;
      opening = opening.empty() ? capitalized(*pronoun) : opening + " " + *pronoun;
    }
    // "et, s'il y a lieu, une procedure": what stands between the joint and the clause stays.
    std::uint32_t token = *joint + 1;
    if (text_.lower(token) == ",") ++token;
    if (token != first && !own) return;
    Cut cut{from, token, kNoToken, {text_.boundary(from, token, opening)}, false};
    cut.safe =
        own && from != *joint && token == first && clause.subject.kind == SubjectKind::kExplicit;
    cuts_.push_back(std::move(cut));
  }

  // "et", "mais" right before the clause, or before words between commas.
  [[nodiscard]] std::optional<std::uint32_t> joint_before(std::uint32_t first) const {
    std::uint32_t at = first - 1;
    if (text_.lower(at) == ",") {
      constexpr std::uint32_t kFar = 8;  // tokens
      std::uint32_t open = at - 1;
      while (open > text_.first() + 1 && at - open < kFar && text_.lower(open) != ",") --open;
      if (text_.lower(open) != "," || open <= text_.first() + 1) return std::nullopt;
      at = open - 1;
    } else if (text_.tag(at).upos == Upos::kAdv && at > text_.first() + 1) {
      --at;
    }
    const std::string& word = text_.lower(at);
    if (word != resources_.and_word && word != resources_.but_word) return std::nullopt;
    if (text_.tag(at).upos != Upos::kCconj) return std::nullopt;
    return at;
  }

  // Nothing said before or behind governs both halves.
  [[nodiscard]] bool stands_apart(std::uint32_t from, std::uint32_t first, bool own) const {
    if (text_.opens_on_circumstance(text_.first()) || text_.has_pair(text_.first(), from)) {
      return false;
    }
    if (text_.has_shared_end(first, text_.stop()) || has_own_parts(from)) return false;
    if (depends_on_condition(from)) return false;
    const std::uint32_t before = text_.last_finite(text_.first(), from);
    const bool comma = text_.lower(from) == ",";
    if (before == kNoToken || (!comma && !text_.is_main(before)) ||
        (!own && !text_.is_main(before)))
      return false;
    // "vous signez, vous datez et vous renvoyez": the first two would hang together by a comma.
    for (std::uint32_t i = text_.clauses().first; i < text_.clauses().end; ++i) {
      const Clause& clause = analysis_.clauses.clauses[i];
      if (!is_second(clause)) continue;
      const std::uint32_t verb = token_of_word(analysis_, clause.verb.finite);
      if (verb >= from) continue;
      const std::uint32_t start =
          token_of_word(analysis_, std::min(clause.subject.kind == SubjectKind::kExplicit
                                                ? clause.subject.span.first
                                                : clause.verb.finite,
                                            clause.verb.finite));
      if (start > text_.first() && text_.lower(start - 1) == ",") return false;
    }
    return true;
  }

  // "faute de quoi le dossier sera ferme, et l'acces sera suspendu": both happen on that condition.
  [[nodiscard]] bool depends_on_condition(std::uint32_t from) const {
    const std::vector<SplitLink>& links = resources_.splits.links;
    for (std::uint32_t i = text_.first(); i < from; ++i) {
      const bool opens = std::any_of(links.begin(), links.end(), [&](const SplitLink& link) {
        return link.unconditional && text_.match({link.pattern}, i).has_value();
      });
      if (opens) return true;
    }
    return false;
  }

  // A list behind a colon; "vous signez, vous datez".
  [[nodiscard]] bool has_own_parts(std::uint32_t from) const {
    constexpr std::uint32_t kFar = 4;  // tokens
    for (std::uint32_t i = text_.first(); i < from; ++i) {
      if (text_.lower(i) == ":" && !text_.is_protected(i)) return true;
      const bool clause = text_.lower(i) == "," && i + 1 < from &&
                          resources_.splits.colon_words.count(text_.lower(i + 1)) != 0 &&
                          text_.next_finite(i + 1, std::min(from, i + kFar)) != kNoToken;
      // "si vous payez, vous": the first part must stand by itself.
      if (clause && text_.has_main(text_.first(), i)) return true;
    }
    return false;
  }

  // With the pronouns and "ne" before it.
  [[nodiscard]] std::uint32_t first_verb_word(const Clause& clause) const {
    std::uint32_t word = clause.verb.finite;
    while (word > 0) {
      const WordTag& before = analysis_.tagging.words[word - 1];
      const bool clitic = before.upos == Upos::kPron || before.features.negative;
      if (!clitic || analysis_.trees.arcs[word - 1].head == kRoot) break;
      --word;
    }
    return word;
  }

  // "nous vous dispensons du preavis qui debute le 3 et se termine le 5": the verb right before the
  // conjunction may share its own subject. And a subject far from its verb may be another noun.
  [[nodiscard]] bool is_surely_shared(const Clause& clause, std::uint32_t from) const {
    constexpr std::uint32_t kFar = 10;  // words
    const std::uint32_t subject = token_of_word(analysis_, clause.subject.head);
    const std::uint32_t verb = text_.last_finite(text_.first(), from);
    if (verb == kNoToken || subject >= verb || text_.words_between(subject, verb) > kFar) {
      return false;
    }
    if (analysis_.tagging.words[clause.verb.finite].features.mood == Mood::kSub) return false;
    const std::uint8_t person = analysis_.tagging.words[clause.subject.head].features.person;
    const std::uint8_t own = analysis_.tagging.words[clause.verb.finite].features.person;
    return own == 0 || own == (person == 0 ? 3 : person);
  }

  [[nodiscard]] std::optional<std::string> pronoun_of(std::uint32_t subject,
                                                      std::uint32_t verb) const {
    if (subject == kNoWord) return std::nullopt;
    const WordTag& own = analysis_.tagging.words[subject];
    const std::string& lower = form_of_token(analysis_, token_of_word(analysis_, subject)).lower;
    if (own.upos == Upos::kPron) {
      if (own.features.pron_type == PronType::kRel || lower.back() == '\'') return std::nullopt;
      if (resources_.splits.quantifiers.count(lower) != 0) return std::nullopt;
      if (lower == "je" && elides_before(analysis_.language->lexicon, text_.lower(verb))) {
        return std::nullopt;
      }
      return lower;
    }
    if (own.upos != Upos::kNoun || is_quantified(subject)) return std::nullopt;
    const NounPlace place = noun_place(analysis_, subject);
    if (place.gender == Gender::kNone) return std::nullopt;
    const bool plural = place.number == Number::kPlur;
    const bool feminine = place.gender == Gender::kFem;
    return resources_.third_person[(plural ? 2 : 0) + (feminine ? 1 : 0)];
  }

  // "aucun dossier", "chaque agent"; and "la caisse et la mairie", which the head alone hides.
  [[nodiscard]] bool is_quantified(std::uint32_t noun) const {
    for (const std::uint32_t child : children_of(analysis_, noun)) {
      const std::string& lower = form_of_token(analysis_, token_of_word(analysis_, child)).lower;
      if (resources_.splits.quantifiers.count(lower) != 0) return true;
      if (universal_relation(analysis_.trees.arcs[child].relation) == Relation::kConj) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_que(std::uint32_t token) const {
    return text_.lower(token) == "que" || text_.lower(token) == "qu'";
  }

  // "Nous vous rappelons que A et que B." -> "Nous vous rappelons que A. B."
  void add_announced() {
    const std::uint32_t start = text_.after_connectors(text_.first());
    const std::uint32_t que = announced(start);
    if (que == kNoToken) return;
    for (std::uint32_t i = que + 1; i + 1 < text_.stop(); ++i) {
      if (!is_que(i) || text_.lower(i - 1) != resources_.and_word) continue;
      const std::uint32_t from = text_.lower(i - 2) == "," ? i - 2 : i - 1;
      const std::uint32_t verb = text_.next_finite(i + 1, text_.stop());
      const bool whole = verb != kNoToken && text_.states(verb) && text_.may_open(i + 1) &&
                         text_.is_sound(from, i + 1);
      if (!whole || is_split_condition(que, i)) return;
      cuts_.push_back({from, i + 1, kNoToken, {text_.boundary(from, i + 1, {})}, false});
      que_start_ = i + 1;
    }
  }

  // The "que" behind a verb that announces; no condition before it.
  [[nodiscard]] std::uint32_t announced(std::uint32_t start) const {
    constexpr std::uint32_t kFar = 14;  // tokens
    if (text_.opens_on_condition(start)) return kNoToken;
    bool announcer = false;
    for (std::uint32_t i = start; i < text_.stop() && i - start < kFar; ++i) {
      if (text_.lower(i) == "ne" || text_.lower(i) == "n'" || text_.lower(i) == ",") {
        return kNoToken;
      }
      const Upos upos = text_.tag(i).upos;
      const bool verb = upos == Upos::kVerb || upos == Upos::kNoun || upos == Upos::kAux;
      if (verb && resources_.splits.announcers.count(text_.lemma(i)) != 0) announcer = true;
      if (is_que(i)) return announcer ? i : kNoToken;
    }
    return kNoToken;
  }

  // Between the two, another "que" or "si" that the second may belong to.
  [[nodiscard]] bool is_split_condition(std::uint32_t que, std::uint32_t second) const {
    const std::uint32_t begin = std::max(que + 1, que_start_);
    for (std::uint32_t i = begin; i + 1 < second; ++i) {
      const Upos upos = text_.tag(i).upos;
      if ((upos == Upos::kSconj || is_que(i)) && !text_.is_restriction(i)) return true;
    }
    return text_.opens_on_condition(begin);
  }

  // "d'une part A et, d'autre part, B"
  void add_other_side() {
    for (std::uint32_t i = text_.first() + 2; i + 2 < text_.stop(); ++i) {
      const auto end = match_formula(analysis_, resources_.splits.other_side, i, text_.stop());
      if (!end) continue;
      std::uint32_t from = i - 1;
      if (text_.lower(from) == ",") --from;
      if (text_.lower(from) == resources_.and_word) {
        if (text_.lower(from - 1) == ",") --from;
      } else if (text_.lower(i - 1) == ",") {
        from = i - 1;
      } else {
        return;
      }
      const std::uint32_t verb = text_.next_finite(*end, text_.stop());
      if (verb == kNoToken || !text_.is_main(verb) || !text_.is_sound(from, i)) return;
      const Clause* clause = text_.clause_of(verb);
      const bool own = clause->subject.kind == SubjectKind::kExplicit &&
                       token_of_word(analysis_, clause->subject.span.first) == *end;
      if (!own || text_.opens_on_condition(text_.first())) return;
      cuts_.push_back({from, i, kNoToken, {text_.boundary(from, i, {})}, false});
      return;
    }
  }

  const SplitText& text_;
  const Analysis& analysis_;
  const RewritingResources& resources_;
  std::vector<Cut>& cuts_;
  std::uint32_t que_start_ = 0;
};

}  // namespace

void add_cuts_at_coordinations(const SplitText& text, std::vector<Cut>& cuts) {
  Coordinations(text, cuts).run();
}

}  // namespace limpide
