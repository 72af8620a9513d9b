// Words and locutions of dictionaries/fr/terms.tsv. first="yes": each entry once a document.
// unless-glossed="yes": not where the text itself explains the word: brackets or a colon after it,
// "c'est-a-dire", "veut dire", "(appele ...)", and the words of gloss-before, -after, -next,
// -within and -previous; nor between quotation marks. in-titles="no": not in the name of a text of
// law, "l'arrete du 3 mars 2020 relatif a ...", nor of a document between quotation marks.
// unless-named="yes": no edit where the sentence or
// the one before names another thing by the same noun: "cette convention" would point to that one.
// inflect="no": rows of advice propose no sentence. once="sentence": the terms of one sentence make
// one remark, from the first to the last; a term that the model left open ("...") makes none.
// Arguments: terme, remplacement, note.
#include <algorithm>
#include <set>
#include <utility>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/foreign_words.h"
#include "analyzer/rules/kinds/term_headword.h"
#include "analyzer/rules/kinds/term_shape.h"
#include "analyzer/rules/kinds/term_surroundings.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

enum class Position { kAnywhere, kOpening, kClosing };

constexpr std::uint32_t kOpeningSentences = 2;
constexpr std::uint32_t kClosingBlocks = 2;
constexpr std::uint32_t kNoSentence = 0xFFFFFFFF;

class TermsMatcher final : public Matcher {
 public:
  TermsMatcher(std::uint32_t slot, const TermTable& table, Position position, bool first,
               bool unless_glossed, GlossWords words, bool in_titles, bool unless_named,
               bool inflect, bool once, bool own_operation)
      : slot_(slot),
        table_(table),
        inflects_(inflect),
        reads_trees_(has_advice(table, slot, inflect)),
        own_operation_(own_operation),
        position_(position),
        first_(first),
        unless_glossed_(unless_glossed),
        words_(std::move(words)),
        in_titles_(in_titles),
        unless_named_(unless_named),
        once_(once) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Limits limits = limits_of(context);
    std::set<std::uint32_t> told = explained_in(context);
    std::uint32_t last_sentence = kNoSentence;
    for (const TermHit& found : context.terms_by_rule.of(slot_)) {
      const TermEntry& entry = table_.entries[found.entry];
      const std::uint32_t sentence = context.analysis.sentence_of_token[found.first_token];
      if (!context.judges_sentence(sentence) || !stands_well(context, limits, sentence)) continue;
      if (!in_titles_ && (in_title_of_text(context.analysis, found, sentence) ||
                          in_quoted_title(context.analysis, found, sentence))) {
        continue;
      }
      if (is_drafting_note(context.analysis, found)) continue;
      if (once_ && is_left_open(context.analysis, found)) continue;
      // In a title in English the word is not the writer's.
      if (entry.register_name == "anglais" &&
          stands_in_foreign_title(context.analysis, found.first_token)) {
        continue;
      }
      if (unless_glossed_ && (is_only_named(context.analysis, found, sentence) ||
                              is_in_quotes(context.analysis, found, sentence))) {
        continue;
      }
      if (first_ && !told.insert(found.entry).second) continue;
      Hit hit = make_hit(context.analysis, found, entry);
      if (!inflects_ && entry.operation == TermOperation::kAdvice) {
        hit.operation.kind = OperationKind::kNone;
        if (own_operation_) hit.operation.texts.clear();
      }
      const bool another = unless_named_ && names_another(context.analysis, found, sentence);
      if (another || leaves_preposition(context.analysis, found, entry, sentence)) {
        hit.operation.kind = OperationKind::kNone;
        if (own_operation_) hit.operation.texts.clear();
      }
      if (once_ && sentence == last_sentence && !hits.empty()) {
        join(context.analysis, hits.back(), hit);
        continue;
      }
      last_sentence = sentence;
      hits.push_back(std::move(hit));
    }
  }
  [[nodiscard]] std::optional<std::uint32_t> term_slot() const override { return slot_; }
  // Words that are put in the form of the sentence ask what the form is.
  [[nodiscard]] Depth depth() const override {
    return reads_trees_ ? Depth::kTrees : Depth::kWords;
  }

 private:
  struct Limits {
    std::uint32_t last_opening_sentence = 0;
    std::uint32_t first_closing_block = 0;
  };

  // "dans l'attente de votre reponse, veuillez agreer": one formula, which no one term replaces.
  static void join(const Analysis& analysis, Hit& first, const Hit& next) {
    first.span.end = std::max(first.span.end, next.span.end);
    first.arguments[0].second = written(analysis, first.span);
    first.operation = {};
    first.operation.kind = OperationKind::kNone;
  }

  // Explained once, before or after, a word may come again.
  [[nodiscard]] std::set<std::uint32_t> explained_in(const MatchContext& context) const {
    std::set<std::uint32_t> explained;
    if (!unless_glossed_) return explained;
    for (const TermHit& found : context.terms_by_rule.of(slot_)) {
      const std::uint32_t sentence = context.analysis.sentence_of_token[found.first_token];
      if (is_glossed(context.analysis, found, sentence, words_)) explained.insert(found.entry);
    }
    return explained;
  }

  // The opening is the salutation and the first two sentences of the body; the closing is what
  // structure/ calls so and the last two blocks of body.
  [[nodiscard]] Limits limits_of(const MatchContext& context) const {
    Limits limits;
    const Structure& structure = context.analysis.structure;
    if (position_ == Position::kOpening) {
      std::uint32_t seen = 0;
      const auto& sentences = context.analysis.segmentation.sentences;
      for (std::uint32_t i = 0; i < sentences.size() && seen < kOpeningSentences; ++i) {
        if (structure.blocks[sentences[i].block].role != Role::kBody) continue;
        ++seen;
        limits.last_opening_sentence = i;
      }
    }
    if (position_ == Position::kClosing) {
      std::uint32_t seen = 0;
      for (auto i = static_cast<std::uint32_t>(structure.blocks.size()); i > 0; --i) {
        if (structure.blocks[i - 1].role != Role::kBody) continue;
        limits.first_closing_block = i - 1;
        if (++seen == kClosingBlocks) break;
      }
    }
    return limits;
  }

  [[nodiscard]] bool stands_well(const MatchContext& context, const Limits& limits,
                                 std::uint32_t sentence) const {
    const std::uint32_t block = context.analysis.segmentation.sentences[sentence].block;
    const Role role = context.analysis.structure.blocks[block].role;
    switch (position_) {
      case Position::kAnywhere:
        return true;
      case Position::kOpening:
        return role == Role::kSalutation || sentence <= limits.last_opening_sentence;
      case Position::kClosing:
        return role == Role::kClosing ||
               (role == Role::kBody && block >= limits.first_closing_block);
    }
    return true;
  }

  // The message puts the quotation marks around: "a >>, << b" stands for << a >>, << b >>.
  static std::string joined(const std::vector<std::string>& texts) {
    constexpr const char* kBetween = "\xC2\xA0\xC2\xBB, \xC2\xAB\xC2\xA0";
    std::string list;
    for (const std::string& text : texts) {
      if (!list.empty()) list += kBetween;
      list += text;
    }
    return list;
  }

  // What the row of an imported list has, for the message of such lists.
  static std::string case_of(const TermEntry& entry) {
    const bool offers = entry.operation == TermOperation::kReplace;
    if (entry.note.empty()) return offers ? "remplacer" : "eviter";
    return offers ? "remplacer_note" : "eviter_note";
  }

  [[nodiscard]] Hit make_hit(const Analysis& analysis, const TermHit& found,
                             const TermEntry& entry) const {
    Hit hit;
    hit.span = span_of(analysis, found.first_token, found.token_end);
    hit.operation.texts = replacements_of(entry);
    hit.arguments = {{"terme", written(analysis, hit.span)},
                     {"remplacement", joined(hit.operation.texts)},
                     {"note", std::string(entry.note)}};
    if (entry.imported) hit.arguments.emplace_back("cas", case_of(entry));
    switch (entry.operation) {
      case TermOperation::kReplace:
        hit.operation.kind = own_operation_ ? OperationKind::kNone : OperationKind::kReplace;
        hit.operation.literal = true;
        break;
      case TermOperation::kDelete:
        hit.operation.kind = OperationKind::kDelete;
        break;
      case TermOperation::kAgree:
      case TermOperation::kAdvice: {
        const TermShape shape = shape_of(analysis, found, entry);
        const bool offers = !hit.operation.texts.empty() && entry.risk < 2 && shape.whole;
        hit.operation.kind = offers ? OperationKind::kReplace : OperationKind::kNone;
        hit.operation.kept_tail = shape.kept_tail;
        if (!own_operation_) break;
        hit.operation.kind = OperationKind::kNone;
        if (!offers) hit.operation.texts.clear();
        break;
      }
      case TermOperation::kExplain:
        hit.operation.kind = own_operation_ ? OperationKind::kNone : OperationKind::kExplain;
        hit.operation.texts = {headword_of(analysis, found, entry), std::string(entry.note)};
        break;
      case TermOperation::kTell:
      case TermOperation::kKeep:  // never found
        hit.operation.kind = OperationKind::kNone;
        if (own_operation_) hit.operation.texts.clear();
        break;
    }
    hit.operation.safe = entry.risk == 0;
    // "satisfaire aux [conditions]": before words that stay, "aux" is the term's too.
    hit.operation.open_ending = found.token_end - found.first_token > 1 &&
                                (hit.operation.kept_tail > 0 || has_open_ending(entry.pattern));
    return hit;
  }

  [[nodiscard]] static bool has_advice(const TermTable& table, std::uint32_t slot, bool inflect) {
    return std::any_of(table.entries.begin(), table.entries.end(), [&](const TermEntry& entry) {
      const bool agrees = entry.operation == TermOperation::kAgree ||
                          (inflect && entry.operation == TermOperation::kAdvice);
      return entry.slot == slot && agrees && !entry.replacements.empty();
    });
  }

  std::uint32_t slot_;
  const TermTable& table_;
  bool inflects_;
  bool reads_trees_;
  bool own_operation_;  // of the rule: tried before the texts of a row
  Position position_;
  bool first_;
  bool unless_glossed_;
  GlossWords words_;
  bool in_titles_;
  bool unless_named_;
  bool once_;
};

}  // namespace

MatcherResult make_terms(const RuleSpec& spec, const RuleResources& resources) {
  const Status known = check_parameters(
      spec, {"position", "first", "unless-glossed", "in-titles", "unless-named", "inflect", "once",
             "gloss-before", "gloss-after", "gloss-next", "gloss-within", "gloss-previous"});
  if (!known) return known.error();
  const Result<std::string> place = text_parameter(spec, "position", "");
  Position position = Position::kAnywhere;
  if (*place == "opening")
    position = Position::kOpening;
  else if (*place == "closing")
    position = Position::kClosing;
  else if (!place->empty()) {
    return make_error(ErrorCode::kInvalidInput, "error.rule.value",
                      {{"name", "position"}, {"value", *place}});
  }
  const Result<std::string> first = text_parameter(spec, "first", "no");
  const Result<std::string> glossed = text_parameter(spec, "unless-glossed", "no");
  const Result<std::string> titles = text_parameter(spec, "in-titles", "yes");
  const Result<std::string> named = text_parameter(spec, "unless-named", "no");
  const Result<std::string> inflect = text_parameter(spec, "inflect", "yes");
  const Result<std::string> once = text_parameter(spec, "once", "no");
  if (*once != "no" && *once != "sentence") {
    return make_error(ErrorCode::kInvalidInput, "error.rule.value",
                      {{"name", "once"}, {"value", *once}});
  }
  for (const auto& value :
       {std::make_pair("first", *first), std::make_pair("inflect", *inflect),
        std::make_pair("unless-glossed", *glossed), std::make_pair("in-titles", *titles),
        std::make_pair("unless-named", *named)}) {
    if (value.second == "yes" || value.second == "no") continue;
    return make_error(ErrorCode::kInvalidInput, "error.rule.value",
                      {{"name", value.first}, {"value", value.second}});
  }
  const auto listed = [&spec](const char* name) {
    return " " + *text_parameter(spec, name, "") + " ";
  };
  return std::unique_ptr<const Matcher>(std::make_unique<TermsMatcher>(
      resources.terms->slot_of(spec.id), *resources.terms, position, *first == "yes",
      *glossed == "yes",
      GlossWords{listed("gloss-before"), listed("gloss-after"), listed("gloss-next"),
                 listed("gloss-within"), listed("gloss-previous")},
      *titles == "yes", *named == "yes", *inflect == "yes", *once == "sentence",
      spec.operation == OperationKind::kFormula));
}

}  // namespace limpide
