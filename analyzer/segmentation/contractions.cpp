#include "analyzer/segmentation/contractions.h"

#include <utility>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::uint8_t kNotContracted = 0xFF;

// Index into resources.contractions for each form.
std::vector<std::uint8_t> contractions_of(const TokenStream& stream,
                                          const std::vector<Contraction>& contractions) {
  std::vector<std::uint8_t> result(stream.forms.size(), kNotContracted);
  for (std::size_t form = 0; form < stream.forms.size(); ++form) {
    const std::string& lower = stream.forms[form].lower;
    if (lower.size() > 16) continue;
    for (std::size_t i = 0; i < contractions.size() && i < kNotContracted; ++i) {
      if (contractions[i].form == lower) result[form] = static_cast<std::uint8_t>(i);
    }
  }
  return result;
}

ContextWord context_word(const TokenStream& stream, const Lexicon* lexicon, std::size_t i) {
  const Form& form = stream.forms[stream.tokens[i].form];
  ContextWord word;
  word.lower = form.lower;
  word.capitalized = form.casing != Casing::kLower && form.casing != Casing::kNone;
  if (form.lexicon == kNoForm || lexicon == nullptr) return word;
  const LexicalTraits& traits = lexicon->traits(form.lexicon);
  word.upos_mask = traits.upos_mask;
  word.finite_verb = traits.finite_verb;
  word.infinitive = traits.infinitive;
  word.past_participle = traits.past_participle;
  return word;
}

bool ends_sentence(std::string_view key) {
  return key == "." || key == "!" || key == "?" || key == "...";
}

ContractionContext context_of(const TokenStream& stream, const Lexicon* lexicon, std::size_t i) {
  ContractionContext context;
  context.form = stream.lower(i);
  std::size_t at = i;
  const bool opens = stream.is_capital(i) && i > 0 && ends_sentence(stream.key(i - 1));
  for (ContextWord& word : context.before) {
    if (opens || stream.starts_line(at)) break;
    word = context_word(stream, lexicon, --at);
  }
  at = i + 1;
  for (ContextWord& word : context.after) {
    if (!stream.follows(at)) break;
    word = context_word(stream, lexicon, at++);
  }
  return context;
}

// The spelling of the parts follows the token: "Du" gives "De", "le"; "DU" gives "DE", "LE".
class PartForms {
 public:
  PartForms(TokenStream& stream, const SegmentationResources& resources)
      : stream_(stream), resources_(resources), of_form_(stream.forms.size()) {}

  std::pair<FormIndex, FormIndex> parts(FormIndex form, const Contraction& contraction) {
    std::pair<FormIndex, FormIndex>& known = of_form_[form];
    if (known.second != 0) return known;
    const Casing casing = stream_.forms[form].casing;
    std::string first = contraction.first;
    std::string second = contraction.second;
    if (casing == Casing::kCapitalized) first = capitalized(first);
    if (casing == Casing::kUpper) {
      first = to_upper(first);
      second = to_upper(second);
    }
    const FormIndex first_form = add(std::move(first));
    known = {first_form, add(std::move(second))};
    return known;
  }

 private:
  FormIndex add(std::string key) {
    if (!mapped_) {
      for (std::size_t i = 0; i < stream_.forms.size(); ++i) map_short(i);
      mapped_ = true;
    }
    for (const FormIndex index : short_forms_) {
      if (stream_.forms[index].key == key) return index;
    }
    Form form;
    form.lower = to_lower(key);
    form.letters = static_cast<std::uint16_t>(count_code_points(key));
    form.casing = key == form.lower ? Casing::kLower
                  : is_upper(decode_before(key, key.size()).code_point) ? Casing::kUpper
                                                                        : Casing::kCapitalized;
    if (resources_.lexicon != nullptr) form.lexicon = resources_.lexicon->find_any_case(key);
    form.key = std::move(key);
    stream_.bits.push_back(resources_.classes.of(form.lower));
    stream_.forms.push_back(std::move(form));
    const auto index = static_cast<FormIndex>(stream_.forms.size() - 1);
    map_short(index);
    return index;
  }

  void map_short(std::size_t index) {
    const std::string& lower = stream_.forms[index].lower;
    for (const Contraction& contraction : resources_.contractions) {
      if (lower == contraction.first || lower == contraction.second) {
        short_forms_.push_back(static_cast<FormIndex>(index));
        return;
      }
    }
  }

  TokenStream& stream_;
  const SegmentationResources& resources_;
  std::vector<std::pair<FormIndex, FormIndex>> of_form_;
  std::vector<FormIndex> short_forms_;
  bool mapped_ = false;
};

}  // namespace

std::vector<Word> make_words(TokenStream& stream, const SegmentationResources& resources) {
  const std::vector<std::uint8_t> contraction_of =
      contractions_of(stream, resources.contractions);
  PartForms part_forms(stream, resources);
  std::vector<Word> words;
  words.reserve(stream.tokens.size() + stream.tokens.size() / 8);
  for (std::size_t i = 0; i < stream.tokens.size(); ++i) {
    const auto token = static_cast<std::uint32_t>(i);
    const FormIndex form = stream.tokens[i].form;
    stream.tokens[i].first_word = static_cast<std::uint32_t>(words.size());
    const std::uint8_t which = contraction_of[form];
    bool splits = which != kNotContracted;
    if (splits && resources.contractions[which].ambiguous) {
      splits = resources.model.score(context_of(stream, resources.lexicon, i)) > 0;
    }
    if (!splits) {
      words.push_back({token, form});
      continue;
    }
    const auto parts = part_forms.parts(form, resources.contractions[which]);
    words.push_back({token, parts.first});
    words.push_back({token, parts.second});
  }
  return words;
}

void visit_ambiguous(const TokenStream& stream, const SegmentationResources& resources,
                     const std::function<void(std::size_t, const ContractionContext&)>& visit) {
  const std::vector<std::uint8_t> contraction_of =
      contractions_of(stream, resources.contractions);
  for (std::size_t i = 0; i < stream.tokens.size(); ++i) {
    const std::uint8_t which = contraction_of[stream.tokens[i].form];
    if (which == kNotContracted || !resources.contractions[which].ambiguous) continue;
    visit(i, context_of(stream, resources.lexicon, i));
  }
}

}  // namespace limpide
