#include "analyzer/rewriting/operations/infinitive_group.h"

#include <array>
#include <string_view>

#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

struct Pronoun {
  std::string_view before;  // as it stands before a verb
  std::string_view after;   // as it stands behind an imperative; "" where it is better not
};
constexpr std::array<Pronoun, 14> kPronouns{{{"me", "moi"},
                                             {"m'", "moi"},
                                             {"nous", "nous"},
                                             {"vous", "vous"},
                                             {"le", "le"},
                                             {"la", "la"},
                                             {"les", "les"},
                                             {"lui", "lui"},
                                             {"leur", "leur"},
                                             {"y", "y"},
                                             {"l'", ""},
                                             {"en", "en"},
                                             {"se", ""},
                                             {"s'", ""}}};

const Pronoun* pronoun_of(const std::string& lower) {
  for (const Pronoun& pronoun : kPronouns) {
    if (lower == pronoun.before) return &pronoun;
  }
  return nullptr;
}

const WordTag& tag_of(const Analysis& analysis, std::uint32_t token) {
  return analysis.tagging.words[analysis.segmentation.tokens[token].first_word];
}

std::optional<std::string> verb_form(const Analysis& analysis, std::uint32_t token, Mood mood,
                                     std::uint8_t person, Number number) {
  Features wanted;
  wanted.verb_form = VerbForm::kFin;
  wanted.mood = mood;
  wanted.tense = Tense::kPres;
  wanted.person = person;
  wanted.number = number;
  const std::string& lemma = lemma_of(analysis, analysis.segmentation.tokens[token].first_word);
  if (auto form = form_of(*analysis.language, lemma, Upos::kVerb, wanted)) return form;
  return form_of(*analysis.language, lemma, Upos::kAux, wanted);
}

bool elides(const Analysis& analysis, const std::string& text) {
  return elides_before(analysis.language->lexicon, text.substr(0, text.find(' ')));
}

std::string denied_text(const Analysis& analysis, const std::string& words) {
  const std::string ne = elides(analysis, words) ? "n" + apostrophe_of(analysis) : "ne ";
  return ne + words + " pas";
}

// The pronouns as they stand before a verb that begins so; they may gain or lose their elision.
std::optional<std::string> before_verb(const Analysis& analysis, const InfinitiveGroup& group,
                                       const std::string& verb) {
  std::string text;
  for (std::size_t i = 0; i < group.pronouns.size(); ++i) {
    const std::string& lower = form_of_token(analysis, group.pronouns[i]).lower;
    const bool elided = lower.back() == '\'';
    const std::string& next =
        i + 1 < group.pronouns.size() ? form_of_token(analysis, group.pronouns[i + 1]).lower : verb;
    if (elided != (elides(analysis, next) && lower.size() == 2 && lower != "en")) {
      return std::nullopt;
    }
    text += elided ? lower.substr(0, lower.size() - 1) + apostrophe_of(analysis) : lower + " ";
  }
  return text + verb;
}

}  // namespace

std::optional<InfinitiveGroup> infinitive_group(const Analysis& analysis, std::uint32_t first,
                                                std::uint32_t end) {
  InfinitiveGroup group;
  group.first = first;
  std::uint32_t at = first;
  const auto lower = [&](std::uint32_t token) -> const std::string& {
    return form_of_token(analysis, token).lower;
  };
  if (at + 1 < end && lower(at) == "ne" && lower(at + 1) == "pas") {
    group.denied = true;
    at += 2;
  }
  while (at < end && pronoun_of(lower(at)) != nullptr && group.pronouns.size() < 3) {
    group.pronouns.push_back(at++);
  }
  if (at >= end || tag_of(analysis, at).features.verb_form != VerbForm::kInf) return std::nullopt;
  group.verb = at;
  for (std::uint32_t i = first; i <= at; ++i) {
    if (analysis.protected_of_token[i] != 0) return std::nullopt;
  }
  return group;
}

std::optional<std::string> imperative_text(const Analysis& analysis, const InfinitiveGroup& group) {
  const auto verb = verb_form(analysis, group.verb, Mood::kImp, 2, Number::kPlur);
  if (!verb) return std::nullopt;
  if (group.denied) {
    const auto words = before_verb(analysis, group, *verb);
    return words ? std::optional<std::string>(denied_text(analysis, *words)) : std::nullopt;
  }
  std::vector<std::string_view> after;
  for (const std::uint32_t token : group.pronouns) {
    const std::string& lower = form_of_token(analysis, token).lower;
    // "l'envoyer": "le" or "la"? Only the thing could tell.
    const Pronoun* pronoun = pronoun_of(lower);
    if (pronoun->after.empty()) return std::nullopt;
    after.push_back(pronoun->after);
  }
  if (after.size() > 2) return std::nullopt;
  if (after.size() == 2) {
    const bool thing_second = after[1] == "le" || after[1] == "la" || after[1] == "les";
    const bool thing_first = after[0] == "le" || after[0] == "la" || after[0] == "les";
    if (thing_second && (after[0] == "moi" || after[0] == "nous")) {
      std::swap(after[0], after[1]);  // "me le transmettre" -> "transmettez-le-moi"
    } else if (!thing_first || (after[1] != "lui" && after[1] != "leur")) {
      return std::nullopt;
    }
  }
  std::string text = *verb;
  for (const std::string_view pronoun : after) text += "-" + std::string(pronoun);
  return text;
}

std::optional<std::string> present_text(const Analysis& analysis, const InfinitiveGroup& group,
                                        const std::string& subject) {
  const bool plural = subject == "nous";
  for (const std::uint32_t token : group.pronouns) {
    const std::string& lower = form_of_token(analysis, token).lower;
    if (lower == "se" || lower == "s'") return std::nullopt;
    const bool own = plural ? lower == "nous" : lower == "me" || lower == "m'";
    const bool others = plural ? lower == "me" || lower == "m'" : lower == "nous";
    if (others && !own) return std::nullopt;
  }
  const auto verb =
      verb_form(analysis, group.verb, Mood::kInd, 1, plural ? Number::kPlur : Number::kSing);
  if (!verb) return std::nullopt;
  const auto said = conjugated_text(analysis, group, *verb);
  if (!said) return std::nullopt;
  if (!plural && elides(analysis, *said)) return "j" + apostrophe_of(analysis) + *said;
  return subject + " " + *said;
}

std::optional<std::string> conjugated_text(const Analysis& analysis, const InfinitiveGroup& group,
                                           const std::string& verb) {
  const auto words = before_verb(analysis, group, verb);
  if (!words) return std::nullopt;
  return group.denied ? denied_text(analysis, *words) : *words;
}

}  // namespace limpide
