#include "analyzer/rewriting/operations/adapted_text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr const char* kWe = "nous";
constexpr const char* kIt = "il";
constexpr const char* kRightQuote = "\xE2\x80\x99";

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

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// A conjugated verb among the words of a replacement: "devez", "n'avons".
struct SaidVerb {
  std::string prefix;  // "n'"
  LexicalAnalysis reading;
};

// "faut" is of "falloir" before "faillir".
std::optional<LexicalAnalysis> usual_verb(const LanguageResources& language,
                                          std::string_view word) {
  const FormId id = language.lexicon.find_any_case(word);
  if (id == kNoForm) return std::nullopt;
  std::optional<LexicalAnalysis> usual;
  std::uint32_t best = 0;
  for (LexicalAnalysis& reading : language.lexicon.analyses(id)) {
    const bool verb = reading.upos == Upos::kVerb || reading.upos == Upos::kAux;
    if (!verb || reading.features.verb_form != VerbForm::kFin) continue;
    const std::uint32_t rank = language.familiarity.rank(reading.lemma);
    if (usual && (rank == 0 || (best != 0 && best <= rank))) continue;
    best = rank;
    usual = std::move(reading);
  }
  return usual;
}

std::optional<SaidVerb> verb_in(const LanguageResources& language, const std::string& word) {
  const std::size_t quote = word.find(kRightQuote);
  const std::size_t begin =
      quote == std::string::npos ? 0 : quote + std::string_view(kRightQuote).size();
  auto reading = usual_verb(language, word.substr(begin));
  if (!reading) return std::nullopt;
  // "envoyons" is an order too.
  if (reading->features.mood == Mood::kImp) reading->features.mood = Mood::kInd;
  return SaidVerb{word.substr(0, begin), *std::move(reading)};
}

constexpr std::size_t kReach = 4;  // words among which the verb stands: "nous ne vous demandons"

// The first verb of the words, conjugated as `wanted` says of its features.
template <typename Change>
std::optional<std::size_t> conjugate_first(const LanguageResources& language,
                                           std::vector<std::string>& words, const Change& change) {
  for (std::size_t i = 1; i < words.size() && i < kReach; ++i) {
    const auto verb = verb_in(language, words[i]);
    if (!verb) continue;
    Features wanted = verb->reading.features;
    if (!change(wanted)) return std::nullopt;
    const auto form = form_of(language, verb->reading.lemma, verb->reading.upos, wanted);
    if (!form) return std::nullopt;
    words[i] = verb->prefix + *form;
    return i;
  }
  return std::nullopt;
}

bool says_we(const OperationInput& input) {
  for (std::uint32_t i = input.range.first; i < input.range.end; ++i) {
    const std::string& own = form_of_token(input.analysis, i).lower;
    if (own == kWe || own == "nos" || own == "notre") return true;
  }
  return false;
}

void say_as_writer(const OperationInput& input, std::vector<std::string>& words) {
  if (words.front() != kWe || words.size() < 2 || words[1] == kWe) return;
  if (says_we(input) || !writer_is_one(input.analysis)) return;
  const LanguageResources& language = *input.analysis.language;
  const auto verb = conjugate_first(language, words, [](Features& wanted) {
    if (wanted.person != 1 || wanted.number != Number::kPlur) return false;
    wanted.number = Number::kSing;
    return true;
  });
  if (!verb) return;
  words.front() = "je";
  if (*verb == 1 && elides_before(language.lexicon, words[1])) {
    words[1] = std::string("j") + kRightQuote + words[1];
    words.erase(words.begin());
  }
}

// The future or the past of "il vous appartiendra de"; nothing where it is told in the present.
std::optional<Tense> tense_of_impersonal(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (form_of_token(analysis, input.range.first).lower != kIt) return std::nullopt;
  for (std::uint32_t i = input.range.first; i < input.range.end; ++i) {
    const WordTag& own = analysis.tagging.words[analysis.segmentation.tokens[i].first_word];
    if (own.features.verb_form != VerbForm::kFin) continue;
    const bool told = own.features.mood == Mood::kInd &&
                      (own.features.tense == Tense::kFut || own.features.tense == Tense::kImp);
    return told ? std::optional(own.features.tense) : std::nullopt;
  }
  return std::nullopt;
}

// False when a form is missing.
bool say_in_tense(const OperationInput& input, std::vector<std::string>& words) {
  const auto tense = tense_of_impersonal(input);
  if (!tense || words.size() < 2) return true;
  bool present = false;
  const auto verb = conjugate_first(*input.analysis.language, words, [&](Features& wanted) {
    present = wanted.mood == Mood::kInd && wanted.tense == Tense::kPres;
    wanted.tense = *tense;
    return present;
  });
  return verb.has_value() || !present;
}

void use_apostrophe(std::string& text, const std::string& apostrophe) {
  const std::string_view curly = kRightQuote;
  if (apostrophe == curly) return;
  for (std::size_t at = text.find(curly); at != std::string::npos; at = text.find(curly, at)) {
    text.replace(at, curly.size(), apostrophe);
  }
}

}  // namespace

std::optional<std::string> adapted_text(const OperationInput& input, const std::string& text) {
  std::string said = text;
  if (input.analysis.depth == Depth::kTrees) {
    std::vector<std::string> words = words_of(text);
    say_as_writer(input, words);
    if (!say_in_tense(input, words)) return std::nullopt;
    said = joined(words);
  }
  use_apostrophe(said, apostrophe_of(input.analysis));
  return said;
}

}  // namespace limpide
