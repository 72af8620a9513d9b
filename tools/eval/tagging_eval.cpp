#include "tools/eval/tagging_eval.h"

#include <algorithm>

#include "analyzer/tagging/tagging.h"
#include "tools/treebank/gold_segmentation.h"
#include "tools/treebank/normalise.h"

namespace limpide {
namespace {

using Attributes = std::map<std::string, std::string>;

Attributes attributes_of(const Features& features) {
  Attributes attributes;
  std::string text = features_name(features);
  if (text == "_") return attributes;
  text.push_back('|');
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('|', begin);
    const std::size_t equals = text.find('=', begin);
    attributes[text.substr(begin, equals - begin)] = text.substr(equals + 1, end - equals - 1);
    begin = end + 1;
  }
  return attributes;
}

bool same_verb(const Tag& gold, const WordTag& found) {
  const Features& have = gold.features;
  const Features& got = found.features;
  const bool finite = have.verb_form == VerbForm::kFin;
  return gold.upos == found.upos && have.verb_form == got.verb_form && have.mood == got.mood &&
         have.tense == got.tense && have.person == got.person &&
         (!finite || have.number == got.number);
}

std::string around(const TreebankSentence& sentence, std::size_t index) {
  std::string text;
  const std::size_t begin = index < 5 ? 0 : index - 5;
  const std::size_t end = std::min(sentence.words.size(), index + 6);
  for (std::size_t i = begin; i < end; ++i) {
    text += i == index ? "[" + sentence.words[i].form + "] " : sentence.words[i].form + " ";
  }
  return text;
}

class Scorer {
 public:
  TaggingScores scores;

  void add(const TreebankSentence& sentence, std::size_t index, const GoldWord& gold,
           const WordTag& found, const std::string& lemma, bool unknown) {
    const TreebankWord& word = sentence.words[index];
    const Upos upos = *upos_from_name(word.upos);
    const bool upos_right = upos == found.upos;
    scores.upos.count(upos_right);
    if (unknown) scores.unknown_upos.count(upos_right);
    if (!upos_right) {
      const std::string found_name(upos_name(found.upos));
      ++scores.confusions[{word.upos, found_name}];
      miss("upos", sentence, index, word.upos, found_name);
    }
    add_features(gold.tag.features, found.features);
    if (upos == Upos::kVerb || upos == Upos::kAux) {
      const bool right = same_verb({upos, *features_from_name(word.features)}, found);
      scores.verbs.count(right);
      if (!right) {
        miss("verb", sentence, index, word.upos + " " + word.features,
             std::string(upos_name(found.upos)) + " " + features_name(found.features));
      }
    }
    add_lemma(sentence, index, gold, lemma, unknown);
  }

 private:
  void miss(const char* kind, const TreebankSentence& sentence, std::size_t index,
            const std::string& gold, const std::string& found) {
    scores.misses.push_back(std::string(kind) + "\t" + sentence.words[index].form + "\t" + gold +
                            "\t" + found + "\t" + around(sentence, index));
  }
  void add_features(const Features& gold, const Features& found) {
    const Attributes wanted = attributes_of(gold);
    const Attributes got = attributes_of(found);
    for (const auto& [name, value] : wanted) {
      const auto at = got.find(name);
      scores.features[name].count(at != got.end() && at->second == value);
    }
    for (const auto& item : got) {
      if (!wanted.contains(item.first)) scores.features[item.first].count(false);
    }
    scores.features["all"].count(wanted == got);
  }
  void add_lemma(const TreebankSentence& sentence, std::size_t index, const GoldWord& gold,
                 const std::string& lemma, bool unknown) {
    if (gold.lemma.empty()) return;
    const TreebankWord& word = sentence.words[index];
    const bool right = word.lemma == lemma;
    scores.lemma.count(right);
    if (unknown) scores.unknown_lemma.count(right);
    const bool content =
        word.upos == "NOUN" || word.upos == "VERB" || word.upos == "ADJ" || word.upos == "ADV";
    if (content) scores.content_lemma.count(right);
    if (!right) {
      miss(content ? "lemma" : "lemma-other", sentence, index, word.upos + " " + word.lemma, lemma);
    }
  }
};

}  // namespace

Result<TaggingScores> evaluate_tagging(const std::vector<TreebankSentence>& sentences,
                                       const SegmentationResources& resources,
                                       const TaggingModel& model) {
  const GoldSegmentation gold = gold_segmentation(sentences, resources);
  const Tagging tagging = tag_words(gold.segmentation, *resources.lexicon, model);
  Scorer scorer;
  std::size_t next = 0;
  for (const TreebankSentence& sentence : sentences) {
    const auto words = normalise(sentence);
    if (!words) {
      return make_error(ErrorCode::kInvalidInput, "error.treebank.line", {{"text", sentence.text}});
    }
    for (std::size_t i = 0; i < words->size(); ++i, ++next) {
      const WordTag& found = tagging.words[next];
      const std::string& upos = sentence.words[i].upos;
      const bool marks = upos == "PUNCT" || upos == "SYM" || upos == "NUM";
      const bool unknown =
          !marks && gold.segmentation.forms[gold.segmentation.words[next].form].lexicon == kNoForm;
      scorer.add(sentence, i, (*words)[i], found, tagging.lemmas[found.lemma], unknown);
    }
  }
  return std::move(scorer.scores);
}

}  // namespace limpide
