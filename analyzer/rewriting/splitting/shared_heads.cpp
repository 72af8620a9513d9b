// Cuts between two things that share what stands before them, which is then said again: "vous devez
// remplir le formulaire et joindre une photo" -> "Vous devez remplir le formulaire. Vous devez
// aussi joindre une photo"; "la commission est chargee d'examiner A et de proposer B" -> "Elle est
// aussi chargee de proposer B". Refuses: three things or more, "ou", a denial, a circumstance
// before them, a condition behind, an infinitive that the tree hangs elsewhere, a subject that no
// pronoun stands for.
#include <optional>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/splitting/split_text.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLeastBefore = 10;  // words
constexpr std::uint32_t kLeastBehind = 7;

class SharedHeads {
 public:
  SharedHeads(const SplitText& text, std::vector<Cut>& cuts)
      : text_(text), analysis_(text.analysis()), cuts_(cuts) {}

  void run() {
    if (text_.opens_on_circumstance(text_.first())) return;
    if (text_.has_negation(text_.first(), text_.stop())) return;
    if (text_.has_pair(text_.first(), text_.stop())) return;
    for (std::uint32_t i = text_.first(); i < text_.stop(); ++i) {
      if (text_.is_main(i) && add_of(i)) return;
    }
  }

 private:
  // The words to say again behind the subject, and the first of the two infinitives.
  struct Head {
    std::string words;  // "devez aussi", "est aussi chargee"
    std::uint32_t infinitive = 0;
    bool preposition = false;  // "d'examiner"
  };

  bool add_of(std::uint32_t finite) {
    const auto head = head_of(finite);
    if (!head) return false;
    const std::uint32_t joint = joint_behind(*head);
    if (joint == kNoToken) return false;
    // "doivent calculer et publier la note": what follows is of both.
    constexpr std::uint32_t kOwn = 2;  // words
    if (text_.words_between(head->infinitive + 1, joint) < kOwn) return false;
    const auto subject = pronoun_of(*text_.clause_of(finite));
    if (!subject || text_.has_shared_end(joint, text_.stop())) return false;
    if (text_.words_between(text_.first(), joint) < kLeastBefore) return false;
    if (text_.words_between(joint + 1, text_.stop()) < kLeastBehind) return false;
    const std::string opening = capitalized(*subject) + " " + head->words;
    cuts_.push_back(
        {joint, joint + 1, kNoToken, {text_.boundary(joint, joint + 1, opening)}, false});
    return true;
  }

  [[nodiscard]] std::optional<Head> head_of(std::uint32_t finite) const {
    const SplitTable& table = text_.table();
    const std::string verb(text_.text(finite));
    if (table.duties.count(text_.lemma(finite)) != 0 && is_infinitive(finite + 1)) {
      return Head{verb + " " + table.also, finite + 1, false};
    }
    const std::uint32_t participle = finite + 1;
    if (participle + 2 >= text_.stop() || table.charges.count(text_.lower(participle)) == 0) {
      return std::nullopt;
    }
    const std::string& preposition = text_.lower(participle + 1);
    if ((preposition != "de" && preposition != "d'") || !is_infinitive(participle + 2)) {
      return std::nullopt;
    }
    return Head{verb + " " + table.also + " " + std::string(text_.text(participle)), participle + 2,
                true};
  }

  [[nodiscard]] bool is_infinitive(std::uint32_t token) const {
    return token < text_.stop() && text_.tag(token).features.verb_form == VerbForm::kInf;
  }

  // The one "et" before a second infinitive that goes with the first.
  [[nodiscard]] std::uint32_t joint_behind(const Head& head) const {
    std::uint32_t found = kNoToken;
    for (std::uint32_t i = head.infinitive + 1; i + 2 < text_.stop(); ++i) {
      if (text_.is_enclosed(i)) continue;
      const std::uint32_t infinitive = infinitive_at(i + 1, head.preposition);
      if (infinitive == kNoToken) continue;
      if (text_.lower(i) == ",") return kNoToken;  // the second of three
      if (text_.lower(i) != text_.input().resources.and_word) continue;
      if (found != kNoToken || !goes_with(infinitive, head.infinitive)) return kNoToken;
      found = i;
    }
    return found;
  }
  [[nodiscard]] std::uint32_t infinitive_at(std::uint32_t token, bool preposition) const {
    if (!preposition) return is_infinitive(token) ? token : kNoToken;
    const std::string& word = text_.lower(token);
    const bool of = word == "de" || word == "d'";
    return of && is_infinitive(token + 1) ? token + 1 : kNoToken;
  }
  [[nodiscard]] bool goes_with(std::uint32_t second, std::uint32_t first) const {
    const Arc& arc = analysis_.trees.arcs[text_.word_of(second)];
    return arc.head == text_.word_of(first) && universal_relation(arc.relation) == Relation::kConj;
  }

  [[nodiscard]] std::optional<std::string> pronoun_of(const Clause& clause) const {
    const std::uint32_t head = clause.subject.head;
    if (head == kNoWord) return std::nullopt;
    const WordTag& own = analysis_.tagging.words[head];
    const std::string& lower = form_of_token(analysis_, token_of_word(analysis_, head)).lower;
    if (text_.table().quantifiers.count(lower) != 0) return std::nullopt;
    if (own.upos == Upos::kPron) {
      if (own.features.pron_type == PronType::kRel || lower.back() == '\'') return std::nullopt;
      return lower == "je" ? std::nullopt : std::optional<std::string>(lower);
    }
    if (own.upos != Upos::kNoun) return std::nullopt;
    for (const std::uint32_t child : children_of(analysis_, head)) {
      const std::string& word = form_of_token(analysis_, token_of_word(analysis_, child)).lower;
      const bool several =
          universal_relation(analysis_.trees.arcs[child].relation) == Relation::kConj;
      if (several || text_.table().quantifiers.count(word) != 0) return std::nullopt;
    }
    const NounPlace place = noun_place(analysis_, head);
    if (place.gender == Gender::kNone) return std::nullopt;
    const std::size_t plural = place.number == Number::kPlur ? 2 : 0;
    return text_.input().resources.third_person[plural + (place.gender == Gender::kFem ? 1 : 0)];
  }

  const SplitText& text_;
  const Analysis& analysis_;
  std::vector<Cut>& cuts_;
};

}  // namespace

void add_cuts_at_shared_heads(const SplitText& text, std::vector<Cut>& cuts) {
  SharedHeads(text, cuts).run();
}

}  // namespace limpide
