#include "analyzer/rewriting/operations/writer_person.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr const char* kWe = "nous";
constexpr const char* kRightQuote = "\xE2\x80\x99";
constexpr std::uint32_t kVerbs =
    (1U << static_cast<unsigned>(Upos::kVerb)) | (1U << static_cast<unsigned>(Upos::kAux));

bool says(const Analysis& analysis, std::string_view word) {
  const auto& forms = analysis.segmentation.forms;
  return std::any_of(forms.begin(), forms.end(),
                     [word](const Form& form) { return form.count > 0 && form.lower == word; });
}

bool is_subject(const Analysis& analysis, std::string_view pronoun) {
  const auto& clauses = analysis.clauses.clauses;
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    const std::uint32_t head = clause.subject.head;
    return clause.subject.kind == SubjectKind::kExplicit && head != kNoWord &&
           form_of_token(analysis, token_of_word(analysis, head)).lower == pronoun;
  });
}

// The writer says "je", and never "nous" of those who act.
bool writer_is_one(const Analysis& analysis) {
  if (!says(analysis, "je") && !says(analysis, "j'")) return false;
  return (is_subject(analysis, "je") || is_subject(analysis, "j'")) && !is_subject(analysis, kWe);
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// "conseillons" -> "conseille", "n'avons" -> "n'ai"; nothing for another word.
std::optional<std::string> of_one(const LanguageResources& language, const std::string& word) {
  const std::size_t quote = word.find(kRightQuote);
  const std::size_t begin =
      quote == std::string::npos ? 0 : quote + std::string_view(kRightQuote).size();
  const auto reading = reading_of(language, word.substr(begin), kVerbs);
  if (!reading || reading->features.verb_form != VerbForm::kFin) return std::nullopt;
  if (reading->features.person != 1 || reading->features.number != Number::kPlur) {
    return std::nullopt;
  }
  Features wanted = reading->features;
  wanted.number = Number::kSing;
  if (wanted.mood == Mood::kImp) wanted.mood = Mood::kInd;  // "envoyons" is both
  const auto form = form_of(language, reading->lemma, reading->upos, wanted);
  if (!form) return std::nullopt;
  return word.substr(0, begin) + *form;
}

}  // namespace

std::string in_writers_person(const OperationInput& input, const std::string& text) {
  constexpr std::size_t kReach = 3;  // words from "nous" to its verb: "nous ne vous demandons"
  if (text.find(kWe) == std::string::npos || input.analysis.depth != Depth::kTrees) return text;
  for (std::uint32_t i = input.range.first; i < input.range.end; ++i) {
    const std::string& own = form_of_token(input.analysis, i).lower;
    if (own == kWe || own == "nos" || own == "notre") return text;
  }
  std::vector<std::string> words = words_of(text);
  const auto we = std::find(words.begin(), words.end(), kWe);
  if (we == words.end() || !writer_is_one(input.analysis)) return text;
  const LanguageResources& language = *input.analysis.language;
  const auto last = we + static_cast<std::ptrdiff_t>(std::min<std::size_t>(
                             kReach, static_cast<std::size_t>(words.end() - we) - 1));
  for (auto verb = we + 1; verb <= last && verb != words.end(); ++verb) {
    if (*verb == kWe) return text;  // "nous nous reservons"
    const auto form = of_one(language, *verb);
    if (!form) continue;
    *verb = *form;
    *we = "je";
    std::string said;
    for (const std::string& word : words) said += (said.empty() ? "" : " ") + word;
    if (verb == we + 1 && elides_before(language.lexicon, *verb)) {
      const std::size_t at = said.find("je " + *verb);
      said.replace(at, 3, std::string("j") + kRightQuote);
    }
    return said;
  }
  return text;
}

}  // namespace limpide
