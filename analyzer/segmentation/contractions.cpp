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

bool ends_sentence(std::string_view key) {
  return key == "." || key == "!" || key == "?" || key == "...";
}

bool is_transitive(const Lexicon& lexicon, FormId id) {
  for (const LexicalAnalysis& analysis : lexicon.analyses(id)) {
    if (analysis.upos == Upos::kVerb && analysis.transitive) return true;
  }
  return false;
}

// Contexts of tokens; what a form may be is asked once.
class Contexts {
 public:
  Contexts(const TokenStream& stream, const Lexicon* lexicon)
      : stream_(stream),
        lexicon_(lexicon),
        known_(stream.forms.size()),
        words_(stream.forms.size()) {}

  [[nodiscard]] ContractionContext of(std::size_t i) {
    ContractionContext context;
    context.form = stream_.lower(i);
    std::size_t at = i;
    const bool opens = stream_.is_capital(i) && i > 0 && ends_sentence(stream_.key(i - 1));
    for (ContextWord& before : context.before) {
      if (opens || stream_.starts_line(at)) break;
      before = word(--at);
      // "Avez -vous des": the verb counts, not the pronoun cut from it.
      if (&before == context.before.data() && before.lower.size() > 1 &&
          before.lower.front() == '-' && !stream_.starts_line(at)) {
        before = word(--at);
      }
    }
    at = i + 1;
    for (ContextWord& after : context.after) {
      if (!stream_.follows(at)) break;
      after = word(at++);
    }
    return context;
  }

 private:
  ContextWord word(std::size_t i) {
    const FormIndex index = stream_.tokens[i].form;
    ContextWord& word = words_[index];
    if (known_[index]) {
      word.lower = stream_.forms[index].lower;
      return word;
    }
    known_[index] = true;
    const Form& form = stream_.forms[index];
    word.lower = form.lower;
    word.capitalized = form.casing != Casing::kLower && form.casing != Casing::kNone;
    word.symbol = form.letters == 0;
    word.reflexive = has_class(stream_.bits[index], WordClass::kReflexive);
    word.takes_de = has_class(stream_.bits[index], WordClass::kTakesDe);
    word.takes_partitive = has_class(stream_.bits[index], WordClass::kTakesPartitive);
    if (form.lexicon == kNoForm || lexicon_ == nullptr) return word;
    const LexicalTraits& traits = lexicon_->traits(form.lexicon);
    word.upos_mask = traits.upos_mask;
    word.infinitive = traits.infinitive;
    word.past_participle = traits.past_participle;
    word.transitive = traits.may_be(Upos::kVerb) && is_transitive(*lexicon_, form.lexicon);
    return word;
  }

  const TokenStream& stream_;
  const Lexicon* lexicon_;
  std::vector<bool> known_;
  std::vector<ContextWord> words_;
};

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
    form.casing = key == form.lower                                     ? Casing::kLower
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
  const std::vector<std::uint8_t> contraction_of = contractions_of(stream, resources.contractions);
  PartForms part_forms(stream, resources);
  Contexts contexts(stream, resources.lexicon);
  std::vector<Word> words;
  words.reserve(stream.tokens.size() + stream.tokens.size() / 8);
  for (std::size_t i = 0; i < stream.tokens.size(); ++i) {
    const auto token = static_cast<std::uint32_t>(i);
    const FormIndex form = stream.tokens[i].form;
    stream.tokens[i].first_word = static_cast<std::uint32_t>(words.size());
    const std::uint8_t which = contraction_of[form];
    bool splits = which != kNotContracted;
    if (splits && resources.contractions[which].ambiguous) {
      const ContractionContext context = contexts.of(i);
      splits = !follows_transitive_verb(context) && resources.model.score(context) > 0;
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
  const std::vector<std::uint8_t> contraction_of = contractions_of(stream, resources.contractions);
  Contexts contexts(stream, resources.lexicon);
  for (std::size_t i = 0; i < stream.tokens.size(); ++i) {
    const std::uint8_t which = contraction_of[stream.tokens[i].form];
    if (which == kNotContracted || !resources.contractions[which].ambiguous) continue;
    visit(i, contexts.of(i));
  }
}

}  // namespace limpide
