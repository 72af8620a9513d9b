// The words around a threat, as the ways of saying it calmly ask of them (calm_consequence.cpp,
// calm_verbs.cpp, calm_penalty.cpp). In: an OperationInput whose range is the words of the threat.
// Out: spans, lemmas, readings of tokens of that sentence; nothing where the sentence ends.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/sentence_tokens.h"

namespace limpide {

using CalmEdits = std::vector<Edit>;
struct CalmWay {
  CalmEdits edits;
  bool safe = true;
};

class CalmWords : protected SentenceTokens {
 public:
  using SentenceTokens::SentenceTokens;

 protected:
  static constexpr const char* kOtherwise = "sinon";
  static constexpr const char* kGraveA = "\xC3\xA0";

  [[nodiscard]] bool opens(std::uint32_t token) const { return token == sentence_.first_token; }
  [[nodiscard]] std::uint32_t last_word_end() const { return sentence_.token_end - 1; }

  // "paiement=payer": what a list says of the word; "" when it has none.
  [[nodiscard]] static std::string value_of(const FormulaWords& words, const std::string& key) {
    const auto found = words.lower_bound(key + "=");
    if (found == words.end() || found->compare(0, key.size() + 1, key + "=") != 0) return "";
    return found->substr(key.size() + 1);
  }
  // What the reader does: "payez".
  [[nodiscard]] std::optional<std::string> asked_form(const std::string& verb) const {
    Features wanted;
    wanted.verb_form = VerbForm::kFin;
    wanted.mood = Mood::kInd;
    wanted.tense = Tense::kPres;
    wanted.person = 2;
    wanted.number = Number::kPlur;
    return form_of(*analysis_.language, verb, Upos::kVerb, wanted);
  }
  // The other verb in the form of the one that stands there.
  [[nodiscard]] std::optional<std::string> same_form(std::uint32_t verb, const char* other,
                                                     bool future) const {
    Features wanted = tag(verb).features;
    if (future && wanted.mood == Mood::kSub) wanted.mood = Mood::kInd;  // "se reserve" is both
    if (wanted.mood != Mood::kInd) return std::nullopt;
    if (future && wanted.tense == Tense::kPres) wanted.tense = Tense::kFut;
    wanted.gender = Gender::kNone;
    return form_of(*analysis_.language, other, Upos::kVerb, wanted);
  }
};

// One way of saying it each; empty when the words are others.
[[nodiscard]] CalmEdits calm_verb(const OperationInput& input);
// "sous peine de", "a peine de", best first.
[[nodiscard]] std::vector<CalmWay> calm_penalty(const OperationInput& input);

}  // namespace limpide
