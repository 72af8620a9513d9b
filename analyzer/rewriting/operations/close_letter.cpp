// "Veuillez agreer, Madame, l'expression de mes salutations distinguees." -> "Cordialement,". In:
// any words of the closing. "Vous souhaitant une bonne rentree, je vous prie..." keeps its wish:
// "Je vous souhaite une bonne rentree." Refuses: a sentence with a word that is no formula; a lead
// ("dans l'attente de votre reponse") whose speaker is unsure.
#include <algorithm>

#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/sentence_tokens.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLongestOffice = 8;  // tokens of "le Directeur general des services"

class Closer : private SentenceTokens {
 public:
  using SentenceTokens::SentenceTokens;

  // The whole sentence, or nothing.
  [[nodiscard]] std::vector<Suggestion> run() const {
    std::uint32_t first = sentence_.first_token;
    const Formula* lead = nullptr;
    for (const Formula& formula : table_.leads) {
      const auto end =
          match_formula(analysis_, formula.pattern, sentence_.first_token, sentence_.token_end);
      if (end && *end > first) {
        first = *end;
        lead = &formula;
      }
    }
    std::string before;
    if (!is_closing(first)) {
      const auto wish = kept_wish();
      if (!wish) return {};
      before = *wish + ". ";
    } else if (lead != nullptr && !lead->texts.empty()) {
      const auto speaker = speaker_from(first);
      if (!speaker) return {};
      before = lead->texts[std::min<std::size_t>(*speaker, lead->texts.size() - 1)] + " ";
    }
    const Span span{span_of(sentence_.first_token).begin, span_of(sentence_.token_end - 1).end};
    std::vector<Suggestion> all;
    for (const std::string& text : table_.closings.front().texts) {
      all.push_back({{{span, before + text}}, false});
    }
    if (is_grave()) std::rotate(all.begin(), all.begin() + 1, all.end());
    return all;
  }

 private:
  // "[en] [vous] souhaitant une bonne rentree, " and a formula: what is wished, said by whom.
  [[nodiscard]] std::optional<std::string> kept_wish() const {
    std::uint32_t at = sentence_.first_token;
    if (lower(at) == "en") ++at;
    const bool told = lower(at) == "vous";
    if (told) ++at;
    if (!is_word(at) || tag(at).features.verb_form != VerbForm::kPart ||
        tag(at).features.tense != Tense::kPres || table_.wishes.count(lemma(at)) == 0) {
      return std::nullopt;
    }
    std::uint32_t comma = sentence_.token_end;
    for (std::uint32_t i = at + 2; i + 1 < sentence_.token_end; ++i) {
      if (lower(i) == "," && is_closing(i + 1)) {
        comma = i;
        break;
      }
    }
    const auto speaker = comma < sentence_.token_end ? speaker_from(comma) : std::nullopt;
    if (!speaker) return std::nullopt;
    Features wanted;
    wanted.verb_form = VerbForm::kFin;
    wanted.mood = Mood::kInd;
    wanted.tense = Tense::kPres;
    wanted.person = 1;
    wanted.number = *speaker == 0 ? Number::kSing : Number::kPlur;
    const auto verb = form_of(*analysis_.language, lemma(at), Upos::kVerb, wanted);
    if (!verb) return std::nullopt;
    const std::string said = (told ? "vous " : "") + *verb + " " + words(at + 1, comma);
    if (*speaker == 1) return "Nous " + said;
    const bool elides = !told && elides_before(analysis_.language->lexicon, *verb);
    return (elides ? "J" + apostrophe_of(analysis_) : std::string("Je ")) + said;
  }

  // "Cordialement," under a dismissal hurts.
  [[nodiscard]] bool is_grave() const {
    const auto& forms = analysis_.segmentation.forms;
    return std::any_of(forms.begin(), forms.end(), [this](const Form& form) {
      return table_.grave_words.count(form.lower) != 0;
    });
  }

  [[nodiscard]] bool is_closing(std::uint32_t first) const {
    bool verb = false;
    bool noun = false;
    for (std::uint32_t i = first; i < sentence_.token_end; ++i) {
      if (!is_word(i) || is_merge_field(i)) continue;
      const std::string& word = lower(i);
      const bool is_verb = table_.closing_verbs.count(word) != 0;
      const bool is_noun = table_.closing_nouns.count(word) != 0;
      verb = verb || is_verb;
      noun = noun || is_noun;
      if (table_.titles.count(word) != 0) {
        i = end_of_title(i) - 1;
        continue;
      }
      if (!is_verb && !is_noun && table_.closing_words.count(word) == 0) return false;
    }
    return verb && noun;
  }

  // "{TITLE}": filled later with how the reader is addressed.
  [[nodiscard]] bool is_merge_field(std::uint32_t token) const {
    const std::uint32_t item = analysis_.protected_of_token[token];
    return item != 0 &&
           analysis_.segmentation.protected_spans[item - 1].kind == ProtectedKind::kMergeField;
  }

  // "Monsieur le Maire,": the office goes up to the comma.
  [[nodiscard]] std::uint32_t end_of_title(std::uint32_t title) const {
    for (std::uint32_t i = title + 1; i < sentence_.token_end && i <= title + kLongestOffice; ++i) {
      if (lower(i) == ",") return i;
      if (is_word(i) && table_.closing_words.count(lower(i)) != 0 && lower(i) != "la" &&
          lower(i) != "le" && lower(i) != "l'" && lower(i) != "de" && lower(i) != "les") {
        break;
      }
    }
    return title + 1;
  }

  // 0: "je", 1: "nous"; nothing when the sentence does not say, or says both.
  [[nodiscard]] std::optional<std::size_t> speaker_from(std::uint32_t first) const {
    bool one = false;
    bool several = false;
    for (std::uint32_t i = first; i < sentence_.token_end; ++i) {
      one = one || table_.mine.count(lower(i)) != 0;
      several = several || table_.ours.count(lower(i)) != 0;
    }
    if (one == several) return std::nullopt;
    return several ? 1 : 0;
  }
};

}  // namespace

std::vector<Suggestion> close_letter(const OperationInput& input) { return Closer(input).run(); }

}  // namespace limpide
