// "DOSSIER INCOMPLET" -> "Dossier incomplet"; "AIDE AU LOGEMENT" -> "Aide au logement". In: the
// words of a run in capitals. Out: the same letters, small but for the first of a sentence and
// those of names (capitals/small_letters.h). Refuses: addresses, people, a look that shows small
// letters as capitals, names of bodies, a run of which too little is known.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/capitals/small_letters.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr std::uint32_t kMostKept = 2;  // words that stay and are no acronyms
constexpr std::uint32_t kLoweredForKept = 3;

class Lowerer {
 public:
  Lowerer(const OperationInput& input, TokenRange range)
      : input_(input),
        analysis_(input.analysis),
        lexicon_(input.analysis.language->lexicon),
        run_(input.analysis, input.resources.capitals, range) {}

  [[nodiscard]] std::vector<Suggestion> run() {
    const LanguageVerdict language = analysis_.structure.blocks[run_.sentence().block].language;
    if (language == LanguageVerdict::kOther || run_.is_look()) return {};
    if (run_.is_address_or_person(input_.resources.formulas.titles)) return {};
    std::optional<std::vector<SmallWord>> words = small_letters(run_);
    if (!words) return {};
    new_ = *std::move(words);
    doubt_neighbours();
    names_body_ = names_body_ || follows_name_in_list();
    if (names_body_) return {};
    std::uint32_t lowered = 0;
    std::uint32_t kept = 0;
    bool doubt = false;
    for (const SmallWord& word : new_) {
      lowered += word.kept == Kept::kNo ? 1U : 0U;
      kept += word.kept == Kept::kUnknown || word.kept == Kept::kDoubt ? 1U : 0U;
      doubt = doubt || word.kept == Kept::kDoubt;
    }
    const bool many = kept > 1 && kept * kLoweredForKept > lowered;  // another language, perhaps
    if (lowered == 0 || kept > kMostKept || many) return {};
    for (SmallWord& word : new_) {
      if (word.kept == Kept::kNo && run_.opens(word.token)) word.text = capitalized(word.text);
    }
    std::vector<Edit> edits = edits_of_lines();
    if (edits.empty()) return {};
    return {{std::move(edits), !doubt}};
  }

  // "AFNOR CERTIFICATION": not a common noun.
  [[nodiscard]] bool names_body() const { return names_body_; }

 private:
  [[nodiscard]] const Form& form(std::uint32_t token) const { return run_.form(token); }

  // "MOULIN" beside "JEAN", "TRAVAIL" beside "FRANCE": part of the name, perhaps.
  void doubt_neighbours() {
    const auto is_name = [](const SmallWord& word) {
      return !word.named && (word.kept == Kept::kName || word.kept == Kept::kUnknown);
    };
    std::vector<bool> beside(new_.size(), false);
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (new_[i].kept != Kept::kNo || new_[i].named || !is_content(new_[i].token)) continue;
      const bool behind = i > 0 && new_[i - 1].token + 1 == new_[i].token;
      names_body_ = names_body_ || (behind && is_behind_acronym(i));
      const bool left = behind && is_name(new_[i - 1]);
      const bool right =
          i + 1 < new_.size() && is_name(new_[i + 1]) && new_[i].token + 1 == new_[i + 1].token;
      beside[i] = left || right;
    }
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (!beside[i]) continue;
      new_[i].text = run_.written(new_[i].token);
      new_[i].kept = Kept::kDoubt;
    }
  }
  // "AFNOR CERTIFICATION": a noun, and no preposition before it.
  [[nodiscard]] bool is_behind_acronym(std::size_t i) const {
    if (new_[i - 1].kept != Kept::kSurely || form(new_[i - 1].token).letters < 3) return false;
    const FormId id = lexicon_.find(form(new_[i].token).lower);
    return id != kNoForm && lexicon_.traits(id).may_be(Upos::kNoun) &&
           !lexicon_.traits(id).may_be(Upos::kAdj) && !lexicon_.traits(id).past_participle;
  }
  // "ICERT, CERTIBAT et GLOBAL CERTIFICATION"
  [[nodiscard]] bool follows_name_in_list() const {
    std::uint32_t at = run_.range().first;
    while (at > run_.sentence().first_token &&
           (form(at - 1).key == "," || form(at - 1).lower == "et" || form(at - 1).lower == "ou")) {
      --at;
    }
    if (at == run_.range().first || at == run_.sentence().first_token) return false;
    return run_.is_shouted_word(at - 1) && form(at - 1).letters > 2 &&
           lexicon_.find(form(at - 1).lower) == kNoForm;
  }
  [[nodiscard]] bool is_content(std::uint32_t at) const {
    const FormId id = lexicon_.find(form(at).lower);
    if (id == kNoForm) return true;
    return !is_grammar(lexicon_.traits(id));
  }

  [[nodiscard]] std::vector<Edit> edits_of_lines() const {
    const std::string& text = analysis_.document->text;
    std::vector<Edit> edits;
    std::uint32_t last = 0;
    for (const SmallWord& word : new_) {
      const Span span = run_.span_of(word.token);
      if (word.text == run_.written(word.token)) continue;
      bool joined = !edits.empty();
      for (std::uint32_t at = last; joined && at < word.token; ++at) {
        if (!run_.is_free(at)) joined = false;
      }
      const Span gap = joined ? Span{edits.back().span.end, span.begin} : Span{};
      const std::string_view between = slice(text, gap);
      if (joined && between.find_first_of("\n\t") != std::string_view::npos) joined = false;
      if (joined) {
        edits.back().text += std::string(between) + word.text;
        edits.back().span.end = span.end;
      } else {
        edits.push_back({span, word.text});
      }
      last = word.token;
    }
    return edits;
  }

  const OperationInput& input_;
  const Analysis& analysis_;
  const Lexicon& lexicon_;
  ShoutedRun run_;
  std::vector<SmallWord> new_;
  bool names_body_ = false;
};

}  // namespace

std::vector<Suggestion> lower_capitals(const OperationInput& input) {
  if (input.analysis.depth != Depth::kTrees) return {};
  const TokenRange wider = whole_shout(input.analysis, input.range);
  Lowerer whole(input, wider);
  std::vector<Suggestion> made = whole.run();
  if (!made.empty() || whole.names_body()) return made;
  return Lowerer(input, input.range).run();
}

}  // namespace limpide
