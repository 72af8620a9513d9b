// Cuts at words that join two clauses: ", faute de quoi B" -> ". Sinon, B"; ", etant precise que B"
// -> ". B"; "A, car B" -> "A. En effet, B". The words are rows of splits.tsv. Refuses: what follows
// without a conjugated verb or in the subjunctive, a condition at the head of the sentence that
// "sinon" would turn round.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/splitting/split_text.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLeastPart = 4;  // words

// A fact and no aim: "de sorte que vous serez payee", not "que vous receviez".
bool is_sure_fact(const SplitText& text, std::uint32_t verb) {
  const Features& features = text.tag(verb).features;
  if (features.mood == Mood::kCnd) return true;
  if (features.mood != Mood::kInd) return false;
  if (features.tense == Tense::kFut) return true;
  // "vous remplissiez" is both.
  if (features.tense == Tense::kImp) {
    return !(features.number == Number::kPlur && (features.person == 1 || features.person == 2));
  }
  const std::string& lemma = text.lemma(verb);
  return lemma == "\xC3\xAAtre" || lemma == "avoir" || lemma == "pouvoir" || lemma == "devoir";
}

class LinkCutter {
 public:
  LinkCutter(const SplitText& text, std::vector<Cut>& cuts) : text_(text), cuts_(cuts) {}

  void run() {
    for (std::uint32_t i = text_.first() + 1; i < text_.stop(); ++i) {
      const bool comma = text_.lower(i - 1) == ",";
      const SplitLink* link = nullptr;
      std::uint32_t end = 0;
      for (const SplitLink& row : text_.table().links) {
        if (!comma && !row.bare) continue;
        const auto found = match_formula(text_.analysis(), row.pattern, i, text_.stop());
        if (found && *found > end) {
          end = *found;
          link = &row;
        }
      }
      if (link != nullptr) add(*link, comma ? i - 1 : i, end);
    }
  }

 private:
  void add(const SplitLink& link, std::uint32_t from, std::uint32_t token) {
    if (!text_.is_sound(from, token) || !text_.may_open(token)) return;
    const std::uint32_t verb = text_.next_finite(token, text_.stop());
    if (!text_.states(verb) || !is_near(token, verb)) return;
    const std::uint32_t before = text_.last_finite(text_.first(), from);
    if (link.bare && !is_clause(from, before)) return;
    if (link.unconditional && text_.opens_on_condition(text_.first())) return;
    if (link.affirmed && text_.has_negation(last_part(from), from)) return;
    if (link.done && (before == kNoToken || !is_done(before))) return;
    if (link.stated && !is_sure_fact(text_, verb)) return;
    if (!link.completive && !link.bare && !has_subject(verb, token)) return;
    Cut cut{from, token, kNoToken, {text_.boundary(from, token, link.text)}, false};
    if (link.completive && !free_completives(token, cut)) return;
    cuts_.push_back(std::move(cut));
  }

  [[nodiscard]] bool is_done(std::uint32_t verb) const {
    const Clause* clause = text_.clause_of(verb);
    return clause != nullptr && clause->verb.compound && clause->verb.tense == Tense::kPres;
  }

  // Behind the last colon or semicolon.
  [[nodiscard]] std::uint32_t last_part(std::uint32_t from) const {
    for (std::uint32_t i = from; i > text_.first(); --i) {
      if (text_.lower(i - 1) == ":" || text_.lower(i - 1) == ";") return i;
    }
    return text_.first();
  }

  // The verb of the clause itself: no other clause opens before it.
  [[nodiscard]] bool is_near(std::uint32_t token, std::uint32_t verb) const {
    for (std::uint32_t i = token; i < verb; ++i) {
      if (text_.tag(i).features.pron_type == PronType::kRel) return false;
    }
    return true;
  }

  // "car" may be a coach: a verb with its subject on both sides.
  [[nodiscard]] bool is_clause(std::uint32_t from, std::uint32_t before) const {
    const Upos upos = text_.tag(text_.lower(from) == "," ? from + 1 : from).upos;
    if (upos != Upos::kCconj && upos != Upos::kSconj) return false;
    return text_.lower(from) == "," || (before != kNoToken && text_.is_main(before));
  }

  // Its own, behind the link: not "la mairie, toutefois, etudie".
  [[nodiscard]] bool has_subject(std::uint32_t verb, std::uint32_t token) const {
    const Clause* clause = text_.clause_of(verb);
    if (clause == nullptr) return false;
    if (clause->subject.kind == SubjectKind::kImpersonal) return true;
    return clause->subject.kind == SubjectKind::kExplicit && clause->subject.head != kNoWord &&
           token_of_word(text_.analysis(), clause->subject.head) >= token;
  }

  // "etant precise que A et que B": B stands alone too.
  [[nodiscard]] bool free_completives(std::uint32_t token, Cut& cut) const {
    std::uint32_t start = token;
    for (std::uint32_t i = token; i + 1 < text_.stop(); ++i) {
      const bool que = text_.lower(i) == "que" || text_.lower(i) == "qu'";
      if (!que || text_.lower(i - 1) != text_.input().resources.and_word) continue;
      for (std::uint32_t k = start; k < i - 1; ++k) {
        // "lorsque A et que B": whose "que"?
        if (text_.tag(k).upos == Upos::kSconj && !text_.is_restriction(k)) return false;
        if (text_.tag(k).features.pron_type == PronType::kRel && text_.lower(k) != "qui" &&
            !text_.is_restriction(k)) {
          return false;
        }
      }
      const std::uint32_t verb = text_.next_finite(i + 1, text_.stop());
      if (verb == kNoToken || !text_.states(verb) || !text_.may_open(i + 1)) return false;
      if (text_.words_between(start, i) < kLeastPart) return false;
      const std::uint32_t from = text_.lower(i - 2) == "," ? i - 2 : i - 1;
      cut.edits.push_back(text_.boundary(from, i + 1, {}));
      start = i + 1;
    }
    return true;
  }

  const SplitText& text_;
  std::vector<Cut>& cuts_;
};

}  // namespace

void add_cuts_at_links(const SplitText& text, std::vector<Cut>& cuts) {
  LinkCutter(text, cuts).run();
}

}  // namespace limpide
