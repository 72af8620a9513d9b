#include "analyzer/rules/patterns/word_filter.h"

#include <algorithm>

namespace limpide {
namespace {

bool holds(const std::vector<std::string>& sorted, std::string_view text) {
  return std::binary_search(sorted.begin(), sorted.end(), text, std::less<>());
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
}

// Every attribute that is asked has the value asked.
bool includes(const Features& has, const Features& asked) {
  const auto same = [](auto own, auto wanted) {
    return wanted == decltype(wanted){} || own == wanted;
  };
  return same(has.number, asked.number) && same(has.gender, asked.gender) &&
         same(has.verb_form, asked.verb_form) && same(has.mood, asked.mood) &&
         same(has.tense, asked.tense) && same(has.pron_type, asked.pron_type) &&
         same(has.person, asked.person) && same(has.possessive, asked.possessive) &&
         same(has.reflexive, asked.reflexive) && same(has.negative, asked.negative) &&
         same(has.ordinal, asked.ordinal) && same(has.cardinal, asked.cardinal) &&
         same(has.definite, asked.definite) && same(has.indefinite, asked.indefinite);
}

const char* casing_name(Casing casing) {
  switch (casing) {
    case Casing::kNone:
      return "none";
    case Casing::kLower:
      return "lower";
    case Casing::kCapitalized:
      return "capitalized";
    case Casing::kUpper:
      return "upper";
    case Casing::kMixed:
      return "mixed";
  }
  return "";
}

}  // namespace

WordFilter::WordFilter(AttributeReader& attributes, const RuleResources& resources)
    : forms_(attributes.words("form")),
      lemmas_(attributes.words("lemma")),
      not_lemmas_(attributes.words("not-lemma")),
      ends_(attributes.words("ends")),
      casing_(attributes.choices("casing", casing_name, 5)) {
  for (const std::string& name : attributes.words("pos")) {
    const std::optional<Upos> pos = upos_from_name(name);
    if (!pos) attributes.refuse("pos", name);
    if (pos) pos_ |= std::uint32_t{1} << static_cast<std::uint32_t>(*pos);
  }
  for (const std::string& name : attributes.words("relation")) {
    const std::optional<Relation> relation = relation_from_name(name);
    if (!relation || relation_name(*relation) != name) {
      attributes.refuse("relation", name);
      continue;
    }
    for (std::size_t i = 0; i < kRelationCount; ++i) {
      const auto sub = static_cast<Relation>(i);
      if (sub == *relation || universal_relation(sub) == *relation)
        relations_ |= std::uint64_t{1} << i;
    }
  }
  const std::string features = attributes.text("features");
  if (!features.empty()) {
    features_ = features_from_name(features);
    if (!features_) attributes.refuse("features", features);
  }
  const std::string list = attributes.text("list");
  if (!list.empty()) {
    const auto found = resources.lists->find(list);
    if (found == resources.lists->end())
      attributes.refuse("list", list);
    else
      list_ = &found->second;
  }
  keys_ = forms_;
  keys_.insert(keys_.end(), lemmas_.begin(), lemmas_.end());
  if (!forms_.empty() && !lemmas_.empty()) keys_ = lemmas_;
  if (keys_.empty() && list_ != nullptr) keys_.assign(list_->begin(), list_->end());
  std::sort(forms_.begin(), forms_.end());
  std::sort(lemmas_.begin(), lemmas_.end());
  std::sort(not_lemmas_.begin(), not_lemmas_.end());
  needs_trees_ = pos_ != 0 || relations_ != 0 || features_ || !lemmas_.empty() ||
                 !not_lemmas_.empty() || list_ != nullptr;
}

bool WordFilter::matches(const Analysis& analysis, WordIndex word) const {
  const Form& form = analysis.segmentation.forms[analysis.segmentation.words[word].form];
  if (!forms_.empty() && !holds(forms_, form.lower)) return false;
  if (!ends_.empty() && std::none_of(ends_.begin(), ends_.end(), [&form](const std::string& end) {
        return ends_with(form.lower, end);
      })) {
    return false;
  }
  if (!chosen(casing_, form.casing)) return false;
  if (!needs_trees_) return true;
  const WordTag& tag = analysis.tagging.words[word];
  if (!chosen(pos_, tag.upos)) return false;
  if (features_ && !includes(tag.features, *features_)) return false;
  if (relations_ != 0 &&
      (relations_ >> static_cast<unsigned>(analysis.trees.arcs[word].relation) & 1U) == 0) {
    return false;
  }
  const std::string_view lemma = analysis.tagging.lemmas[tag.lemma];
  if (!lemmas_.empty() && !holds(lemmas_, lemma)) return false;
  if (holds(not_lemmas_, lemma)) return false;
  return list_ == nullptr || list_->count(lemma) != 0 || list_->count(form.lower) != 0;
}

std::uint32_t WordFilter::token_match(const Analysis& analysis, WordIndex word) const {
  const Segmentation& cut = analysis.segmentation;
  const std::uint32_t token = cut.words[word].token;
  if (forms_.empty() || cut.tokens[token].first_word != word) return 0;
  std::uint32_t end = word + 1;
  while (end < cut.words.size() && cut.words[end].token == token) ++end;
  if (end == word + 1) return 0;
  return holds(forms_, cut.forms[cut.tokens[token].form].lower) ? end - word : 0;
}

}  // namespace limpide
