// Cuts before a relative clause behind a comma that ends its sentence: ", qui devra etre signe" ->
// ". Ce formulaire devra etre signe"; ", ce qui retarde" -> ". Cela retarde"; ", laquelle" -> ".
// Celle-ci"; ", par lequel"; ", dont la preuve"; ", date a laquelle". Refuses: "qui" when two nouns
// may be meant, a relative clause inside its sentence, one that another follows.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/splitting/split_text.h"

namespace limpide {
namespace {

constexpr const char* kA = "\xC3\xA0";
constexpr const char* kEtre = "\xC3\xAAtre";

struct Agreement {
  Number number;
  Gender gender;
};

// "lequel" and its sisters, with the preposition that "auquel" holds.
std::optional<Agreement> agreement_of(const std::string& word) {
  constexpr Number kOne = Number::kSing;
  constexpr Number kMany = Number::kPlur;
  if (word == "lequel" || word == "auquel") return Agreement{kOne, Gender::kMasc};
  if (word == "laquelle") return Agreement{kOne, Gender::kFem};
  if (word == "lesquels" || word == "auxquels") return Agreement{kMany, Gender::kMasc};
  if (word == "lesquelles" || word == "auxquelles") return Agreement{kMany, Gender::kFem};
  return std::nullopt;
}

class Relatives {
 public:
  Relatives(const SplitText& text, std::vector<Cut>& cuts)
      : text_(text), others_(cuts), cuts_(cuts) {}

  void run() {
    for (std::uint32_t i = text_.first() + 2; i + 2 < text_.stop(); ++i) {
      if (text_.lower(i) != "," || text_.is_enclosed(i)) continue;
      const std::string& next = text_.lower(i + 1);
      if (next == "qui") {
        add_qui(i);
      } else if (next == "ce" && text_.lower(i + 2) == "qui") {
        add_ce_qui(i);
      } else if (next == "dont") {
        add_dont(i);
      } else if (agreement_of(next)) {
        next[0] == 'l' ? add_lequel(i) : add_to_which(i, i + 1);
      } else if (text_.table().relative_prepositions.count(next) != 0) {
        add_by_which(i);
      } else if (text_.lower(i + 2) == kA && text_.lower(i + 3) == "laquelle") {
        add_moment(i);
      }
    }
  }

 private:
  // Its verb and where it must end; nothing when it may not be cut.
  struct Body {
    std::uint32_t verb = 0;
    std::uint32_t until = kNoToken;
  };
  [[nodiscard]] std::optional<Body> body(std::uint32_t comma, std::uint32_t first) const {
    if (!text_.is_sound(comma, first)) return std::nullopt;
    const std::uint32_t verb = text_.next_finite(first, text_.stop());
    if (verb == kNoToken || !text_.states(verb)) return std::nullopt;
    const auto until = end_of_clause(text_, others_, verb);
    if (!until || has_sister(first, *until)) return std::nullopt;
    return Body{verb, *until};
  }

  // "qui A et qui B", "qui A, dont B": the second would lose its noun. And "soit A, qui B, soit C".
  [[nodiscard]] bool has_sister(std::uint32_t first, std::uint32_t until) const {
    const std::uint32_t end = std::min(until, text_.stop());
    std::uint32_t commas = 0;
    for (std::uint32_t i = first + 1; i < end; ++i) {
      const std::string& before = text_.lower(i - 1);
      const bool joined = before == "et" || before == "ou" || before == "mais";
      const bool relative = text_.tag(i).features.pron_type == PronType::kRel;
      if (joined && (relative || text_.lower(i) == "que" || text_.lower(i) == "qu'")) return true;
      if (before != ",") continue;
      // "la reponse, qui sera signee, et la carte"; not the last of a list of its own.
      ++commas;
      const bool more = commas == 1 && (text_.lower(i) == "et" || text_.lower(i) == "ou");
      if (text_.lower(i) == "soit" || relative || more) return true;
    }
    return false;
  }

  // Only "ne", pronouns and adverbs between the relative and its verb.
  [[nodiscard]] bool is_at_verb(std::uint32_t first, std::uint32_t verb) const {
    constexpr std::uint32_t kFar = 4;
    if (verb - first > kFar) return false;
    for (std::uint32_t i = first; i < verb; ++i) {
      const Upos upos = text_.tag(i).upos;
      if (upos != Upos::kPron && upos != Upos::kAdv && upos != Upos::kPart) return false;
    }
    return true;
  }

  [[nodiscard]] Gender gender_told(std::uint32_t verb) const {
    const Clause* clause = text_.clause_of(verb);
    if (clause == nullptr || clause->verb.lexical == kNoWord) return Gender::kNone;
    const std::uint32_t token = token_of_word(text_.analysis(), clause->verb.lexical);
    if (token == verb) return Gender::kNone;
    const WordTag& own = text_.analysis().tagging.words[clause->verb.lexical];
    bool etre = text_.lemma(verb) == kEtre;
    for (std::uint32_t i = verb; i < token; ++i) etre = etre || text_.lemma(i) == kEtre;
    const bool agrees = own.upos == Upos::kAdj || own.features.verb_form == VerbForm::kPart;
    return etre && agrees ? own.features.gender : Gender::kNone;
  }

  void add_qui(std::uint32_t comma) {
    const auto clause = body(comma, comma + 2);
    if (!clause || !is_at_verb(comma + 2, clause->verb)) return;
    // "les salaries qui ont subi, qui ont refuse": of the same noun.
    const std::uint32_t before = text_.last_finite(text_.first(), comma);
    const Clause* other = before == kNoToken ? nullptr : text_.clause_of(before);
    if (other == nullptr || other->kind == ClauseKind::kRelative) return;
    const Features& features = text_.tag(clause->verb).features;
    if (features.person == 1 || features.person == 2) return;
    const FoundAntecedent found =
        find_antecedent_before(text_, comma, {features.number, gender_told(clause->verb)});
    if (!found.sure || found.joined) return;
    add(comma, comma + 2, clause->until, capitalized(found.sure->again));
  }

  void add_lequel(std::uint32_t comma) {
    const auto clause = body(comma, comma + 2);
    if (!clause) return;
    const std::uint32_t next = comma + 2;
    if (!is_at_verb(next, clause->verb) && text_.lower(next) != ",") return;
    const Agreement agreement = *agreement_of(text_.lower(comma + 1));
    const FoundAntecedent found =
        find_antecedent_before(text_, comma, {agreement.number, agreement.gender, true});
    const bool all = found.joined && agreement.number == Number::kPlur;
    std::string opening;
    if (all && found.candidates != 0) {
      opening = text_.table().that_one[agreement.gender == Gender::kFem ? 3 : 2];
    } else if (found.sure && !found.joined) {
      opening = found.sure->again;
    } else {
      return;  // which of them?
    }
    const bool apart = text_.lower(next) == ",";
    add(comma, next, clause->until, capitalized(opening), apart);
  }

  void add_ce_qui(std::uint32_t comma) {
    const auto clause = body(comma, comma + 3);
    if (!clause || !is_at_verb(comma + 3, clause->verb)) return;
    add(comma, comma + 3, clause->until, capitalized(text_.table().that));
  }

  // ", auquel s'ajoutent 15 euros" -> ". A ce montant s'ajoutent 15 euros"
  void add_to_which(std::uint32_t comma, std::uint32_t relative) {
    const auto clause = body(comma, relative + 1);
    if (!clause || !is_at_verb(relative + 1, clause->verb)) return;
    for (std::uint32_t i = relative + 1; i < clause->verb; ++i) {
      const std::string& word = text_.lower(i);
      if (word != "se" && word != "s'") return;
    }
    const Agreement agreement = *agreement_of(text_.lower(relative));
    const FoundAntecedent found =
        find_antecedent_before(text_, comma, {agreement.number, agreement.gender});
    if (!found.sure || found.sure->this_one.empty()) return;
    add(comma, relative + 1, clause->until, std::string("\xC3\x80 ") + found.sure->this_one);
  }

  // ", par lequel vous demandez" -> ". Par ce courrier, vous demandez"
  void add_by_which(std::uint32_t comma) {
    const std::uint32_t relative = comma + 2;
    const auto agreement = agreement_of(text_.lower(relative));
    if (!agreement || text_.lower(relative)[0] != 'l') return;
    const auto clause = body(comma, relative + 1);
    if (!clause) return;
    const FoundAntecedent found =
        find_antecedent_before(text_, comma, {agreement->number, agreement->gender});
    if (!found.sure || found.sure->this_one.empty()) return;
    add(comma, relative + 1, clause->until,
        capitalized(text_.lower(comma + 1)) + " " + found.sure->this_one + ",");
  }

  // ", date a laquelle votre dossier est complet" -> ". A cette date, votre dossier est complet"
  void add_moment(std::uint32_t comma) {
    const std::uint32_t noun = comma + 1;
    if (text_.table().moments.count(text_.lower(noun)) == 0) return;
    const auto clause = body(comma, comma + 4);
    if (!clause) return;
    const std::string again = determiner_form(text_.input().resources, "ce", Gender::kFem, false) +
                              " " + text_.lower(noun);
    add(comma, comma + 4, clause->until, std::string("\xC3\x80 ") + again + ",");
  }

  // ", dont les conclusions seront lues" -> ". Les conclusions de cet expert seront lues"
  void add_dont(std::uint32_t comma) {
    const std::uint32_t first = comma + 2;
    const auto clause = body(comma, first);
    if (!clause || text_.tag(first).upos != Upos::kDet || !text_.tag(first).features.definite) {
      return;
    }
    const std::uint32_t noun = first + 1;
    if (text_.tag(noun).upos != Upos::kNoun) return;
    for (std::uint32_t i = noun + 1; i < clause->verb; ++i) {
      const std::string& word = text_.lower(i);
      const bool clitic = word == "ne" || word == "n'" || word == "se" || word == "s'";
      if (!clitic) return;
    }
    const FoundAntecedent found = find_antecedent_before(text_, comma, {});
    if (!found.sure || text_.tag(found.sure->noun).upos == Upos::kPropn) return;
    std::string owner = found.sure->again;
    const bool contracts = owner.rfind("le ", 0) == 0 || owner.rfind("les ", 0) == 0;
    if (contracts) return;
    const std::uint32_t end = text_.span(noun).end;
    Cut cut{comma, first, clause->until, {text_.boundary(comma, first, {})}, false};
    cut.edits.push_back({{end, end}, " de " + owner});
    cuts_.push_back(std::move(cut));
  }

  void add(std::uint32_t comma, std::uint32_t token, std::uint32_t until,
           const std::string& opening, bool apart = false) {
    Edit edit = text_.boundary(comma, token, opening);
    if (apart) {  // ", lequel, de meme que"
      edit = {{text_.span(comma - 1).end, text_.span(token).begin}, ". " + opening};
    }
    cuts_.push_back({comma, token, until, {std::move(edit)}, false});
  }

  const SplitText& text_;
  const std::vector<Cut> others_;
  std::vector<Cut>& cuts_;
};

}  // namespace

void add_cuts_at_relatives(const SplitText& text, std::vector<Cut>& cuts) {
  Relatives(text, cuts).run();
}

}  // namespace limpide
