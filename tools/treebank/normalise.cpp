#include "tools/treebank/normalise.h"

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

Number number_stated(const TreebankWord& word) {
  const auto features = features_from_name(word.features);
  return features ? features->number : Number::kNone;
}

bool starts_with(const std::string& text, std::string_view prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

// The number of a noun whose form has none.
Number number_around(const TreebankSentence& sentence, std::size_t noun) {
  for (const char* const wanted : {"det", "amod", "acl", "nummod"}) {
    for (const TreebankWord& word : sentence.words) {
      if (word.head != noun + 1 || !starts_with(word.relation, wanted)) continue;
      if (word.upos == "NUM") return Number::kPlur;
      const Number number = number_stated(word);
      if (number != Number::kNone) return number;
    }
  }
  const TreebankWord& own = sentence.words[noun];
  if (starts_with(own.relation, "nsubj") && own.head > 0) {
    const Number number = number_stated(sentence.words[own.head - 1]);
    if (number != Number::kNone) return number;
  }
  return Number::kSing;
}

void normalise_features(const TreebankSentence& sentence, std::size_t index, Tag& tag) {
  Features& features = tag.features;
  const std::string lower = to_lower(sentence.words[index].form);
  if (tag.upos == Upos::kAdj && lower[0] >= '0' && lower[0] <= '9') features.ordinal = true;
  if (tag.upos == Upos::kNum) {
    features = {};
    features.cardinal = true;
  } else if (tag.upos == Upos::kPropn) {
    features = {};
  } else if (tag.upos == Upos::kNoun) {
    features.cardinal = false;
    features.possessive = false;
    if (features.number == Number::kNone) features.number = number_around(sentence, index);
  } else if (tag.upos == Upos::kAux && features.verb_form == VerbForm::kPart) {
    features.gender = Gender::kNone;
    features.number = Number::kNone;
  } else if (tag.upos == Upos::kDet) {
    if (features.possessive) features.pron_type = PronType::kPrs;
    if (features.pron_type == PronType::kNone) features.pron_type = PronType::kInd;
    if (lower == "l'" || lower == "l\xE2\x80\x99") features.gender = Gender::kNone;
  } else if (tag.upos == Upos::kAdp || tag.upos == Upos::kCconj || tag.upos == Upos::kSconj ||
             tag.upos == Upos::kPunct || tag.upos == Upos::kSym || tag.upos == Upos::kX ||
             tag.upos == Upos::kIntj) {
    features = {};
  }
}

void normalise_word(const TreebankWord& word, Tag& tag) {
  const std::string lower = to_lower(word.form);
  if (word.form == "%" && tag.upos == Upos::kSym) {
    tag.upos = Upos::kNoun;
  } else if (lower == "1er" || lower == "1re") {
    tag.upos = Upos::kAdj;
    tag.features = {};
    tag.features.ordinal = true;
    tag.features.number = Number::kSing;
    tag.features.gender = lower == "1er" ? Gender::kMasc : Gender::kFem;
  }
}

std::string normalised_lemma(const TreebankWord& word) {
  const std::string& lemma = word.lemma;
  if (lemma == "_" && word.form != "_") return {};
  if (lemma.size() > 1 && lemma.find('_') != std::string::npos) return {};
  const std::string lower = to_lower(word.form);
  if (lower == "m.") return "monsieur";
  return to_nfc(lemma);
}

}  // namespace

std::optional<std::vector<GoldWord>> normalise(const TreebankSentence& sentence) {
  std::vector<GoldWord> words;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const TreebankWord& word = sentence.words[i];
    const std::optional<Upos> upos = upos_from_name(word.upos);
    const std::optional<Features> features = features_from_name(word.features);
    if (!upos || !features) return std::nullopt;
    GoldWord gold{{*upos, *features}, normalised_lemma(word)};
    normalise_features(sentence, i, gold.tag);
    normalise_word(word, gold.tag);
    words.push_back(std::move(gold));
  }
  return words;
}

}  // namespace limpide
