#include "analyzer/scoring/model.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "analyzer/lexicon/syllables.h"
#include "analyzer/rules/kinds/words.h"

namespace limpide {
namespace {

constexpr std::uint16_t kLongWordLetters = 6;
constexpr std::uint16_t kShortestRareWord = 4;
constexpr std::uint32_t kLeastWholeWords = 2;
constexpr std::uint8_t kSentenceLayer = 0;
constexpr std::uint8_t kNarrowLayer = 1;
constexpr std::uint8_t kWideLayer = 2;

// What a word measures, once a distinct form.
struct FormMeasures {
  std::uint32_t syllables = 0;
  bool is_long = false;
  bool rare = false;
};

class ModelBuilder {
 public:
  ModelBuilder(const Analysis& analysis, const RuleSet& rules, Profile profile,
               const ScoreParameters& parameters)
      : analysis_(analysis), rules_(rules), parameters_(parameters) {
    model_.parameters = &parameters;
    model_.profile = profile;
  }

  ScoreModel build(const std::vector<Finding>& findings) {
    measure_forms();
    add_sentences();
    set_weights();
    for (const Finding& finding : findings) add_finding(finding);
    settle_overlaps(findings);
    return std::move(model_);
  }

 private:
  void measure_forms() {
    const LanguageResources& language = *analysis_.language;
    forms_.reserve(analysis_.segmentation.forms.size());
    for (const Form& form : analysis_.segmentation.forms) {
      FormMeasures measures;
      measures.syllables = count_syllables(form.lower);
      measures.is_long = form.letters > kLongWordLetters;
      measures.rare = form.letters >= kShortestRareWord && form.lexicon != kNoForm &&
                      !language.lexicon.traits(form.lexicon).proper_noun &&
                      !is_familiar(language, form, parameters_.familiar_rank);
      forms_.push_back(measures);
    }
  }

  void add_sentences() {
    const Segmentation& cut = analysis_.segmentation;
    slot_of_sentence_.assign(cut.sentences.size(), kNowhere);
    slot_of_block_.assign(analysis_.structure.blocks.size(), kNowhere);
    for (std::uint32_t i = 0; i < cut.sentences.size(); ++i) {
      const Sentence& sentence = cut.sentences[i];
      const BlockStructure& block = analysis_.structure.blocks[sentence.block];
      const bool counts = is_prose(block.role) || block.role == Role::kFormLabel;
      const std::uint32_t words = analysis_.metrics.sentence_words[i];
      if (!counts || !block.judged || words == 0) continue;
      add_sentence(i, block.role, words);
    }
  }

  void add_sentence(std::uint32_t index, Role role, std::uint32_t words) {
    const Sentence& sentence = analysis_.segmentation.sentences[index];
    SentenceMeasures measures;
    measures.sentence = index;
    measures.words = words;
    measures.prose = is_prose(role);
    model_.words += words;
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      const Token& token = analysis_.segmentation.tokens[i];
      if (token.kind != TokenKind::kWord) continue;
      const FormMeasures& form = forms_[token.form];
      measures.syllables += form.syllables;
      if (form.is_long) ++measures.long_words;
      if (form.rare && is_plain_token(analysis_, i) && !is_probably_name(analysis_, i)) {
        ++measures.rare_words;
      }
    }
    measures.whole = role == Role::kBody && words >= kLeastWholeWords && !announces(sentence);
    measures.fragment = measures.whole && analysis_.depth == Depth::kTrees && !has_verb(sentence);
    const auto slot = static_cast<std::uint32_t>(model_.sentences.size());
    if (slot_of_block_[sentence.block] == kNowhere) {
      slot_of_block_[sentence.block] = static_cast<std::uint32_t>(model_.blocks.size());
      model_.blocks.push_back({slot, slot});
    }
    measures.block = slot_of_block_[sentence.block];
    model_.blocks.back().end = slot + 1;
    slot_of_sentence_[index] = slot;
    model_.sentences.push_back(measures);
  }

  // "Pieces a joindre :" opens a list and needs no verb.
  [[nodiscard]] bool announces(const Sentence& sentence) const {
    return form_of(analysis_, sentence.token_end - 1).key == ":";
  }

  [[nodiscard]] bool has_verb(const Sentence& sentence) const {
    const Segmentation& cut = analysis_.segmentation;
    const std::uint32_t first = cut.tokens[sentence.first_token].first_word;
    const std::uint32_t end = sentence.token_end < cut.tokens.size()
                                  ? cut.tokens[sentence.token_end].first_word
                                  : static_cast<std::uint32_t>(cut.words.size());
    for (std::uint32_t word = first; word < end; ++word) {
      const WordTag& tag = analysis_.tagging.words[word];
      if (tag.features.verb_form == VerbForm::kFin) return true;
    }
    return false;
  }

  // A dimension for which no rule is at work is not measured; the others share its points. Nor are
  // order and layout of a text too short to have any.
  void set_weights() {
    const auto profile = static_cast<std::size_t>(model_.profile);
    std::array<bool, kDimensionCount> measured{};
    for (const LoadedRule& rule : rules_.rules) {
      if (rule.spec.enabled[profile]) {
        measured[static_cast<std::size_t>(dimension_of(rule.spec.principle))] = true;
      }
    }
    double sum = 0;
    for (std::size_t i = 0; i < kDimensionCount; ++i) {
      const auto dimension = static_cast<Dimension>(i);
      const bool outline = dimension == Dimension::kOrder || dimension == Dimension::kLayout;
      const bool counts = (measured[i] || parameters_.measure_part[i] > 0) &&
                          !(outline && model_.words < parameters_.least_words);
      model_.weights[i] = counts ? parameters_.weights[profile][i] : 0;
      sum += model_.weights[i];
    }
    for (double& weight : model_.weights) weight = sum > 0 ? weight / sum : 0;
  }

  std::uint32_t term_of(const Finding& finding) {
    const auto known = terms_.find(finding.rule);
    if (known != terms_.end()) return known->second;
    const RuleSpec& spec = rules_.spec(finding.rule);
    const auto own = spec.severity[static_cast<std::size_t>(model_.profile)];
    const SeverityParameters& usual = parameters_.severities[static_cast<std::size_t>(own)];
    ScoreTerm term;
    term.rule = finding.rule;
    term.advice = rules_.advices.of_rule[finding.rule];
    term.dimension = dimension_of(spec.principle);
    term.unit = parameters_.units[static_cast<std::size_t>(term.dimension)];
    term.part = usual.part;
    term.reference = usual.reference;
    if (finding.span.empty()) term.unit = RateUnit::kDocument;
    const auto given = parameters_.rules.find(spec.id);
    // The price of a rule of ours was measured on our rule, not on one that a house put in its
    // place.
    if (given != parameters_.rules.end() && spec.layer == 0) {
      const RuleParametersOfScore& rule = given->second;
      if (rule.part >= 0) term.part = rule.part;
      if (rule.has_unit) term.unit = rule.unit;
      if (rule.reference > 0) term.reference = rule.reference;
      term.part *= rule.precision;
    }
    // A violation of the whole document is there or not: there is no rate to compare.
    if (term.unit == RateUnit::kDocument) term.reference = 1;
    term.part = std::min(term.part, parameters_.most_part);
    const auto index = static_cast<std::uint32_t>(model_.terms.size());
    terms_.emplace(finding.rule, index);
    model_.terms.push_back(term);
    return index;
  }

  void add_finding(const Finding& finding) {
    ScoreItem item;
    item.term = term_of(finding);
    item.amount = parameters_.severities[static_cast<std::size_t>(finding.severity)].amount;
    if (!finding.span.empty()) {
      const std::uint32_t sentence = sentence_at(finding.span);
      if (sentence != kNowhere) {
        item.sentence = slot_of_sentence_[sentence];
        if (!inside(finding.span, sentence)) {
          item.sentence = kNowhere;
          item.block = slot_of_block_[analysis_.segmentation.sentences[sentence].block];
        }
      }
    }
    model_.items.push_back(item);
  }

  // The sentence where the span begins, or the one before it.
  [[nodiscard]] std::uint32_t sentence_at(Span span) const {
    const auto& sentences = analysis_.segmentation.sentences;
    const auto after =
        std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                         [this](std::uint32_t begin, const Sentence& sentence) {
                           return begin < sentence_span(analysis_.segmentation, sentence).begin;
                         });
    if (after == sentences.begin()) return kNowhere;
    return static_cast<std::uint32_t>(after - sentences.begin() - 1);
  }
  [[nodiscard]] bool inside(Span span, std::uint32_t sentence) const {
    const Sentence& found = analysis_.segmentation.sentences[sentence];
    return span.begin < sentence_span(analysis_.segmentation, found).end &&
           span.end <= sentence_span(analysis_.segmentation, found).end;
  }

  // Sentences compete with what is wrong inside them; words with words; a whole sentence or more
  // with its like. A long sentence does not hide its jargon.
  [[nodiscard]] std::uint8_t layer_of(const Finding& finding, const ScoreItem& item) const {
    if (model_.terms[item.term].dimension == Dimension::kSentences) return kSentenceLayer;
    const std::uint32_t sentence = sentence_at(finding.span);
    if (sentence == kNowhere) return kWideLayer;
    const Span whole =
        sentence_span(analysis_.segmentation, analysis_.segmentation.sentences[sentence]);
    const bool most = 10 * finding.span.size() >= 9 * whole.size();
    return most && is_long(sentence) ? kWideLayer : kNarrowLayer;
  }
  // One or two words may be a whole sentence and are no less words.
  [[nodiscard]] bool is_long(std::uint32_t sentence) const {
    return analysis_.metrics.sentence_words[sentence] > 3;
  }

  // Points that a finding would cost alone in the text, before saturation.
  [[nodiscard]] double price_of(const ScoreItem& item, double sentences) const {
    const ScoreTerm& term = model_.terms[item.term];
    const auto dimension = static_cast<std::size_t>(term.dimension);
    const double weight = model_.weights[dimension] * (1 - parameters_.measure_part[dimension]);
    const double units =
        units_of(parameters_, term.unit, sentences, static_cast<double>(model_.blocks.size()));
    return weight * term.part * item.amount / (term.reference * units);
  }

  void settle_overlaps(const std::vector<Finding>& findings) {
    const auto sentences = static_cast<double>(
        std::count_if(model_.sentences.begin(), model_.sentences.end(),
                      [](const SentenceMeasures& sentence) { return !sentence.fragment; }));
    std::vector<PricedSpan> priced;
    priced.reserve(findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const ScoreItem& item = model_.items[i];
      if (findings[i].span.empty()) {
        priced.push_back({{}, kWideLayer, 0});
      } else {
        priced.push_back(
            {findings[i].span, layer_of(findings[i], item), price_of(item, sentences)});
      }
    }
    model_.overlaps = Overlaps(std::move(priced));
    model_.pays = model_.overlaps.payers();
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (findings[i].span.empty()) model_.pays[i] = true;
    }
  }

  const Analysis& analysis_;
  const RuleSet& rules_;
  const ScoreParameters& parameters_;
  ScoreModel model_;
  std::vector<FormMeasures> forms_;
  std::vector<std::uint32_t> slot_of_sentence_;
  std::vector<std::uint32_t> slot_of_block_;
  std::map<std::uint32_t, std::uint32_t> terms_;  // rule -> term
};

}  // namespace

double units_of(const ScoreParameters& parameters, RateUnit unit, double sentences, double blocks) {
  sentences = std::max(parameters.least_sentences, sentences);
  blocks = std::max(parameters.least_blocks, blocks);
  switch (unit) {
    case RateUnit::kSentence:
      return sentences;
    case RateUnit::kBlock:
      return blocks;
    case RateUnit::kPassage:
      return std::sqrt(sentences * std::clamp(blocks, sentences / 4, sentences));
    case RateUnit::kDocument:
      return 1;
  }
  return sentences;
}

ScoreModel build_score_model(const Analysis& analysis, const RuleSet& rules,
                             const std::vector<Finding>& findings, Profile profile,
                             const ScoreParameters& parameters) {
  return ModelBuilder(analysis, rules, profile, parameters).build(findings);
}

}  // namespace limpide
