// Cuts at a relative clause that tells something more, where no comma ends the sentence behind it:
// "Ce classement, qui n'est pas un refus, ne vous empeche pas de" -> "Ce classement n'est pas un
// refus. Ce classement ne vous empeche pas de"; "a un entretien qui se tiendra le 3 mai" -> "a un
// entretien. Cet entretien se tiendra le 3 mai". Refuses: a relative without commas behind a noun
// that it may narrow (only "un" noun and a future tell of one thing to come), a denial or a
// condition around it, a noun that cannot be said again.
#include <algorithm>
#include <optional>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/rewriting.h"
#include "analyzer/rewriting/splitting/split_text.h"

namespace limpide {
namespace {

class InnerRelatives {
 public:
  InnerRelatives(const SplitText& text, std::vector<Cut>& cuts)
      : text_(text), others_(cuts), cuts_(cuts) {}

  void run() {
    for (std::uint32_t i = text_.first() + 2; i + 2 < text_.stop(); ++i) {
      if (text_.lower(i) != "qui" || text_.is_enclosed(i)) continue;
      if (text_.lower(i - 1) == ",") {
        add_of_subject(i - 1);
      } else {
        add_of_event(i);
      }
    }
  }

 private:
  // Only "ne", pronouns and adverbs between the relative and its verb.
  [[nodiscard]] std::uint32_t verb_behind(std::uint32_t relative) const {
    constexpr std::uint32_t kFar = 4;  // tokens
    const std::uint32_t verb = text_.next_finite(relative + 1, text_.stop());
    if (verb == kNoToken || verb - relative > kFar || !text_.states(verb)) return kNoToken;
    for (std::uint32_t i = relative + 1; i < verb; ++i) {
      const Upos upos = text_.tag(i).upos;
      if (upos != Upos::kPron && upos != Upos::kAdv && upos != Upos::kPart) return kNoToken;
    }
    return verb;
  }

  // "Ce classement, qui ..., ne fait pas"
  void add_of_subject(std::uint32_t comma) {
    const std::uint32_t own = verb_behind(comma + 1);
    if (own == kNoToken || text_.opens_on_circumstance(text_.first())) return;
    const std::uint32_t second = next_comma(own);
    if (second == kNoToken || text_.has_main(text_.first(), comma)) return;
    const std::uint32_t verb = text_.next_finite(second + 1, text_.stop());
    if (verb == kNoToken || !text_.is_main(verb) || !only_clitics(second + 1, verb)) return;
    const Clause* main = text_.clause_of(verb);
    const bool subject = main->subject.kind == SubjectKind::kExplicit &&
                         main->subject.head != kNoWord &&
                         token_of_word(text_.analysis(), main->subject.head) < comma;
    if (!subject || text_.has_pair(text_.first(), text_.stop())) return;
    // "L'huissier, qui a recu l'accord, peut": a condition rather than a fact.
    const Features& told = text_.tag(own).features;
    const Clause* tells = text_.clause_of(own);
    if (told.tense != Tense::kPres || tells == nullptr || is_past(*tells)) return;
    if (told.number != text_.tag(verb).features.number || told.person == 1 || told.person == 2) {
      return;
    }
    constexpr std::uint32_t kLeast = 4;  // words
    const bool long_enough = text_.words_between(comma + 2, second) >= kLeast &&
                             text_.words_between(second + 1, text_.stop()) >= kLeast;
    const FoundAntecedent found = find_antecedent_before(text_, comma, {told.number, {}});
    if (!long_enough || !found.sure || found.joined || !names_subject(*found.sure, *main)) return;
    Cut cut{second, second + 1, kNoToken, {}, false};
    cut.edits.push_back({{text_.span(comma - 1).end, text_.span(comma + 2).begin}, " "});
    cut.edits.push_back(text_.boundary(second, second + 1, capitalized(found.sure->again)));
    cuts_.push_back(std::move(cut));
  }
  [[nodiscard]] static bool is_past(const Clause& clause) {
    return clause.verb.compound || clause.verb.tense != Tense::kPres;
  }
  [[nodiscard]] bool names_subject(const Antecedent& found, const Clause& main) const {
    return token_of_word(text_.analysis(), main.subject.head) == found.noun;
  }
  // The comma that ends the relative clause: no other clause, no list before it.
  [[nodiscard]] std::uint32_t next_comma(std::uint32_t verb) const {
    for (std::uint32_t i = verb + 1; i + 1 < text_.stop(); ++i) {
      if (text_.is_enclosed(i)) continue;
      if (text_.lower(i) == ",") return i;
      if (text_.is_finite(i) || text_.lower(i) == ";" || text_.lower(i) == ":") return kNoToken;
    }
    return kNoToken;
  }
  [[nodiscard]] bool only_clitics(std::uint32_t first, std::uint32_t verb) const {
    for (std::uint32_t i = first; i < verb; ++i) {
      const Upos upos = text_.tag(i).upos;
      if (upos != Upos::kPron && upos != Upos::kPart && upos != Upos::kAdv) return false;
    }
    return true;
  }

  // "a un entretien qui se tiendra le 3 mai"
  void add_of_event(std::uint32_t relative) {
    const std::uint32_t own = verb_behind(relative);
    if (own == kNoToken || text_.tag(own).features.tense != Tense::kFut) return;
    if (!text_.is_sound(relative, relative + 1) || text_.tag(own).features.person != 3) return;
    const std::uint32_t noun = relative - 1;
    const std::uint32_t determiner = noun - 1;
    const std::string& article = text_.lower(determiner);
    const bool one = text_.tag(noun).upos == Upos::kNoun && (article == "un" || article == "une");
    if (!one || text_.opens_on_condition(text_.first())) return;
    if (text_.has_negation(text_.first(), relative) || goes_on(own)) return;
    const auto until = end_of_clause(text_, others_, own);
    if (!until) return;
    const FoundAntecedent found = find_antecedent_before(
        text_, relative, {text_.tag(noun).features.number, text_.tag(noun).features.gender});
    std::string again;
    if (found.sure && found.sure->noun == noun) again = found.sure->this_one;
    if (again.empty()) return;
    cuts_.push_back({relative,
                     relative + 1,
                     *until,
                     {text_.boundary(relative, relative + 1, capitalized(again))},
                     false});
  }
  // Another relative, "et qui"; "tel que".
  [[nodiscard]] bool goes_on(std::uint32_t verb) const {
    for (std::uint32_t i = verb + 1; i < text_.stop(); ++i) {
      if (text_.tag(i).features.pron_type == PronType::kRel) return true;
    }
    return false;
  }

  const SplitText& text_;
  const std::vector<Cut> others_;
  std::vector<Cut>& cuts_;
};

}  // namespace

void add_cuts_at_inner_relatives(const SplitText& text, std::vector<Cut>& cuts) {
  InnerRelatives(text, cuts).run();
}

}  // namespace limpide
