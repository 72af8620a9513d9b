#include "analyzer/rules/kinds/term_shape.h"

#include <set>
#include <string>
#include <vector>

namespace limpide {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// Nouns that the alternatives are forms of; one set of "demande|demandes" holds one. Nouns of
// action alone are the term's: "proceder au paiement|reglement de"; among things they are things:
// "instruire un dossier|recours".
bool names_several_things(const LanguageResources& language, std::string_view alternatives) {
  const Lexicon& lexicon = language.lexicon;
  std::set<std::string> lemmas;
  std::set<std::string> actions;
  for (const std::string_view word : split(alternatives, '|')) {
    const FormId form = lexicon.find_any_case(word);
    if (form == kNoForm) continue;
    const LexicalTraits& traits = lexicon.traits(form);
    if (traits.may_be(Upos::kDet) || traits.may_be(Upos::kPron) || traits.may_be(Upos::kAdj))
      continue;
    for (const LexicalAnalysis& reading : lexicon.analyses(form)) {
      if (reading.upos != Upos::kNoun) continue;
      const bool action = language.syntax != nullptr &&
                          !language.syntax->clauses.verb_of_noun(reading.lemma).empty();
      (action ? actions : lemmas).insert(reading.lemma);
      break;
    }
  }
  return lemmas.size() > 1 || (!lemmas.empty() && !actions.empty());
}

}  // namespace

TermShape shape_of(const Analysis& analysis, const TermHit& hit, const TermEntry& entry) {
  TermShape shape;
  const std::vector<std::string_view> words = split(entry.pattern, ' ');
  std::vector<bool> own(words.size());  // the sentence's
  bool any = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool open = words[i].find('|') != std::string_view::npos && words[i].front() != '{';
    own[i] = open && names_several_things(*analysis.language, words[i]);
    any = any || own[i];
  }
  if (!any) return shape;
  // Words that are cut into several tokens no longer tell which is which.
  shape.whole = words.size() == hit.token_end - hit.first_token;
  std::size_t last = words.size();
  while (last > 0 && own[last - 1]) --last;
  shape.kept_tail = static_cast<std::uint32_t>(words.size() - last);
  for (std::size_t i = 0; i < last; ++i) shape.whole = shape.whole && !own[i];
  return shape;
}

}  // namespace limpide
