#include "tools/train/lemma_learner.h"

#include <algorithm>
#include <map>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/tagging/lemmatizer.h"

namespace limpide {
namespace {

using Script = std::pair<std::uint8_t, std::string>;
using Votes = std::map<Script, std::size_t>;

// The script with most votes; the first of equals.
const std::pair<const Script, std::size_t>& winner(const Votes& votes) {
  return *std::max_element(votes.begin(), votes.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
}

std::size_t sum_of_votes(const Votes& votes) {
  std::size_t sum = 0;
  for (const auto& item : votes) sum += item.second;
  return sum;
}

struct Learner {
  const TaggerData& data;
  const Lexicon& lexicon;
  std::map<std::uint64_t, Votes> forms;     // by lemma_key
  std::map<std::uint64_t, Script> lexical;  // what the lexicon alone gives
  std::map<std::uint64_t, Votes> endings;

  void add(const TrainingForm& form, const GoldWord& gold) {
    const Tag& tag = gold.tag;
    const bool skipped = gold.lemma.empty() || tag.upos == Upos::kPropn || tag.upos == Upos::kX ||
                         tag.upos == Upos::kPunct || tag.upos == Upos::kSym || form.facts.figures;
    if (skipped) return;
    const Form& written = data.gold.segmentation.forms[form.form];
    const bool capitals = form.facts.own_capitals;
    const std::string& spelling = form.facts.spelling;
    const std::string lexical_lemma = lemma_of_word(written, form.facts, tag, lexicon, {});
    // A capital in a lemma comes from the sentence more often than from the word.
    const bool same_letters = to_lower(gold.lemma) == to_lower(lexical_lemma);
    if (!capitals && gold.lemma != lexical_lemma && same_letters) return;
    const std::uint64_t key = lemma_key(form.facts, tag);
    ++forms[key][script_between(spelling, gold.lemma)];
    lexical.emplace(key, script_between(spelling, lexical_lemma));
    const Script script = script_between(form.facts.lower, gold.lemma);
    const bool open = tag.upos == Upos::kNoun || tag.upos == Upos::kAdj || tag.upos == Upos::kVerb;
    if (!open || capitals) return;
    for (const Property suffix :
         {Property::kSuffix5, Property::kSuffix4, Property::kSuffix3, Property::kSuffix2}) {
      const auto value = form.facts.properties[static_cast<std::size_t>(suffix)];
      ++endings[feature_hash(kLemmaOfSuffix, value, tag_code(tag))][script];
    }
  }

  [[nodiscard]] std::vector<LemmaTable::Entry> entries() const {
    std::vector<LemmaTable::Entry> result;
    const auto add_entry = [&result](std::uint64_t key, const Script& script) {
      result.push_back({key, script.first, script.second});
    };
    for (const auto& [key, votes] : forms) {
      const auto& best = winner(votes);
      if (best.first == lexical.at(key)) continue;
      add_entry(key, best.first);
    }
    for (const auto& [key, votes] : endings) {
      const auto& best = winner(votes);
      const std::size_t sum = sum_of_votes(votes);
      if (sum < 2 || best.second * 10 < sum * 6) continue;
      add_entry(key, best.first);
    }
    return result;
  }
};

}  // namespace

std::string learn_lemmas(const TaggerData& data, const Lexicon& lexicon) {
  Learner learner{data, lexicon, {}, {}, {}};
  for (std::size_t s = 0; s < data.sentences.size(); ++s) {
    const TrainingSentence& sentence = data.sentences[s];
    for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
      learner.add(data.forms[data.words[i].form], data.gold_words[s][i - sentence.first]);
    }
  }
  return LemmaTable::to_section(learner.entries());
}

}  // namespace limpide
