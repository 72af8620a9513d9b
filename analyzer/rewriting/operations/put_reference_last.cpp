// "En application de l'article L. 123-4 du code X, votre demande est refusee." -> "Votre demande
// est refusee (article L. 123-4 du code X)." In: a reference of law in the opening words of its
// sentence, or further on: "la majoration prevue a l'article 1730" -> "la majoration (article
// 1730)". The reference keeps its bytes. Too long for brackets, it makes a sentence of its own,
// "Textes appliques : ...". Refuses: a question, brackets in brackets, words that point back to the
// text ("cet article", "du meme code").
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/operations/sentence_tokens.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLongestReference = 40;  // tokens before the comma
constexpr std::uint32_t kLongestRest = 45;       // tokens
constexpr std::uint32_t kLongestList = 80;       // tokens, when it makes a sentence of its own
constexpr std::uint32_t kLeastRest = 3;

class Mover : private SentenceTokens {
 public:
  using SentenceTokens::SentenceTokens;

  [[nodiscard]] std::vector<Suggestion> run() const {
    const std::uint32_t reference = after_lead();
    if (reference == 0 || reference >= input_.range.end) return in_place();
    const auto comma = comma_after_reference();
    if (!comma || !names_only(reference, *comma) || !is_one_statement(*comma)) {
      return apart(reference);
    }
    const std::string& text = analysis_.document->text;
    const std::uint32_t first = *comma + 1;
    const std::uint32_t last = sentence_.token_end - 1;
    const Span moved{span_of(reference).begin, span_of(*comma).begin};
    const Span opening = span_of(first);
    std::vector<Edit> edits;
    edits.push_back(
        {{span_of(sentence_.first_token).begin, opening.end}, capitalized(slice(text, opening))});
    const std::uint32_t stop = span_of(last).begin;
    edits.push_back({{stop, stop}, " (" + std::string(slice(text, moved)) + ")"});
    return {{std::move(edits), false}};
  }

 private:
  // "un manquement au sens de l'article 4 du code X" -> "un manquement (article 4 du code X)"
  [[nodiscard]] std::vector<Suggestion> in_place() const {
    const std::uint32_t first = input_.range.first;
    const std::uint32_t end = input_.range.end;
    const std::uint32_t lead = lead_before(first);
    if (lead <= sentence_.first_token || end >= sentence_.token_end) return {};
    const std::uint32_t from = lower(lead - 1) == "," ? lead - 1 : lead;
    // ", en application de l'article 4, il": the second comma goes with the first.
    const bool closes = from != lead && lower(end) == ",";
    if (is_bracketed(lead) || lower(end) == "(" || (!closes && goes_on(end))) return {};
    if (from <= sentence_.first_token || lower(from - 1) == input_.resources.and_word) return {};
    std::vector<Edit> edits;
    edits.push_back({{span_of(from - 1).end, span_of(first).begin}, " ("});
    const std::uint32_t stop = span_of(end - 1).end;
    edits.push_back({{stop, closes ? span_of(end).end : stop}, ")"});
    return {{std::move(edits), false}};
  }
  // First token of the words that lead to the text of law; 0 when there are none.
  [[nodiscard]] std::uint32_t lead_before(std::uint32_t reference) const {
    constexpr std::uint32_t kLongestLead = 6;  // tokens
    for (std::uint32_t i = std::max(reference, kLongestLead) - kLongestLead; i < reference; ++i) {
      if (i < sentence_.first_token) continue;
      for (const Formula& lead : table_.references_inside) {
        auto past = match_formula(analysis_, lead.pattern, i, sentence_.token_end);
        if (!past) continue;
        while (*past < reference && tag(*past).upos == Upos::kDet) ++*past;
        if (*past == reference) return i;
      }
    }
    return 0;
  }
  [[nodiscard]] bool is_bracketed(std::uint32_t token) const {
    int depth = 0;
    for (std::uint32_t i = sentence_.first_token; i < token; ++i) {
      if (lower(i) == "(") ++depth;
      if (lower(i) == ")") --depth;
    }
    return depth != 0;
  }
  // "de l'article 4 et du decret", "de l'article 4 qui": more hangs from the text.
  [[nodiscard]] bool goes_on(std::uint32_t end) const {
    std::uint32_t next = end;
    if (lower(next) == "," && next + 1 < sentence_.token_end) ++next;
    const WordTag& own = tag(next);
    const bool joins =
        lower(next) == input_.resources.and_word || lower(next) == input_.resources.or_word;
    const bool more = joins && next + 1 < sentence_.token_end &&
                      (tag(next + 1).upos == Upos::kAdp || tag(next + 1).upos == Upos::kAdv);
    return more || is_of(next) || own.features.pron_type == PronType::kRel ||
           own.features.verb_form == VerbForm::kPart || own.upos == Upos::kAdj ||
           (next == end && own.upos == Upos::kNum);
  }

  // Too long for brackets: a sentence of its own, "Textes appliques : ...", behind this one.
  [[nodiscard]] std::vector<Suggestion> apart(std::uint32_t reference) const {
    const std::uint32_t last = sentence_.token_end - 1;
    const std::uint32_t comma = last_comma(reference, last);
    if (comma == 0 || !comma_after_reference() || lower(last) != "." ||
        analysis_.protected_of_token[last] != 0)
      return {};
    std::uint32_t first = comma + 1;
    const bool more = lower(first) == input_.resources.and_word;
    if (more) ++first;
    const bool several = *comma_after_reference() != comma;
    if (!several && !more && last - first <= kLongestRest) return {};
    if (!may_open(first, more) || !stands_alone(first, last)) return {};
    const auto list = cleaned(reference, comma);
    if (!list) return {};
    const std::string& text = analysis_.document->text;
    const Span opening = span_of(first);
    std::vector<Edit> edits;
    edits.push_back(
        {{span_of(sentence_.first_token).begin, opening.end}, capitalized(slice(text, opening))});
    const std::uint32_t stop = span_of(last).end;
    edits.push_back(
        {{stop, stop}, " " + table_.applied[is_plural(*list) ? 1 : 0] + " " + *list + "."});
    return {{std::move(edits), false}};
  }

  // The comma behind the last text named: what follows does not go on with "du", "et notamment".
  [[nodiscard]] std::uint32_t last_comma(std::uint32_t reference, std::uint32_t last) const {
    const std::uint32_t end = std::min(last, sentence_.first_token + kLongestList);
    for (std::uint32_t i = std::max(reference, input_.range.end); i + 1 < end; ++i) {
      if (lower(i) != "," || analysis_.protected_of_token[i] != 0) continue;
      std::uint32_t next = i + 1;
      if (lower(next) == input_.resources.and_word && lower(next + 1) == "notamment") continue;
      if (is_of(next) || analysis_.protected_of_token[next] != 0) continue;
      if (tag(next).upos == Upos::kNum) continue;
      return i;
    }
    return 0;
  }
  [[nodiscard]] bool is_of(std::uint32_t token) const {
    const std::string& word = lower(token);
    return word == "des" || word == "du" || word == "de" || word == "d'";
  }
  [[nodiscard]] bool may_open(std::uint32_t first, bool more) const {
    const WordTag& opening = tag(first);
    if (more)
      return opening.upos == Upos::kAdp || lower(first) == "suite" || lower(first) == "comme";
    return opening.upos == Upos::kDet || opening.upos == Upos::kPropn ||
           (opening.upos == Upos::kPron && opening.features.pron_type != PronType::kRel);
  }
  // It points to no text before it.
  [[nodiscard]] bool stands_alone(std::uint32_t first, std::uint32_t last) const {
    bool verb = false;
    for (std::uint32_t i = first; i < last; ++i) {
      const std::string& word = lower(i);
      if (word == "m\xC3\xAAme" || word == "dudit" || word == "ledit") return false;
      if (word == ";" || word == ":") return false;
      // Further on they point to words of the sentence itself.
      if (i < first + 4 && table_.backward.count(word) != 0) return false;
      if (table_.texts.count(word) != 0 &&
          (lower(i - 1) == "cet" || lower(i - 1) == "ce" || lower(i - 1) == "cette")) {
        return false;
      }
      verb = verb || tag(i).features.verb_form == VerbForm::kFin;
    }
    return verb;
  }
  // "articles 1 et 2 du code X, des articles 3" without the "des" that hung from the lead. Only
  // names of texts.
  [[nodiscard]] std::optional<std::string> cleaned(std::uint32_t first, std::uint32_t comma) const {
    const std::string& text = analysis_.document->text;
    std::string list;
    std::uint32_t at = span_of(first).begin;
    for (std::uint32_t i = first; i < comma; ++i) {
      if (analysis_.protected_of_token[i] != 0) continue;
      const VerbForm form = tag(i).features.verb_form;
      if (form == VerbForm::kFin || form == VerbForm::kInf) return std::nullopt;
      const std::string& word = lower(i);
      if (word == ";" || word == ":" || word == "votre" || word == "vos") return std::nullopt;
      if (tag(i).features.pron_type == PronType::kRel) return std::nullopt;
      const std::string& before = lower(i - 1);
      const bool joins =
          before == "," || before == input_.resources.and_word || before == "notamment";
      if (i == first || !joins || !is_of(i)) continue;
      std::uint32_t end = i + 1;
      if (word == "de" && (lower(end) == "la" || lower(end) == "l'")) ++end;
      list += slice(text, {at, span_of(i).begin});
      at = span_of(end).begin;
    }
    list += slice(text, {at, span_of(comma).begin});
    return list;
  }
  [[nodiscard]] static bool is_plural(const std::string& list) {
    return list.find(',') != std::string::npos || list.find(" et ") != std::string::npos;
  }

  // First token of the reference, behind "en application de l'"; 0 when there is no such lead.
  [[nodiscard]] std::uint32_t after_lead() const {
    std::uint32_t best = 0;
    for (const Formula& lead : table_.references) {
      const auto end =
          match_formula(analysis_, lead.pattern, sentence_.first_token, sentence_.token_end);
      if (end) best = std::max(best, *end);
    }
    if (best == 0) return 0;
    while (best < sentence_.token_end && tag(best).upos == Upos::kDet &&
           (lower(best) == "l'" || lower(best) == "le" || lower(best) == "la" ||
            lower(best) == "les")) {
      ++best;
    }
    return best;
  }

  // The comma right behind the last reference of law of the opening.
  [[nodiscard]] std::optional<std::uint32_t> comma_after_reference() const {
    const std::uint32_t end =
        std::min(sentence_.token_end, sentence_.first_token + kLongestReference);
    for (std::uint32_t i = input_.range.end; i < end; ++i) {
      if (lower(i) != "," || analysis_.protected_of_token[i] != 0) continue;
      return i;
    }
    return std::nullopt;
  }

  // Nothing but the text and its parts: no verb, no other sentence member.
  [[nodiscard]] bool names_only(std::uint32_t first, std::uint32_t comma) const {
    for (std::uint32_t i = first; i < comma; ++i) {
      const VerbForm form = tag(i).features.verb_form;
      const bool is_protected = analysis_.protected_of_token[i] != 0;
      if (is_protected) continue;
      if (form == VerbForm::kFin || form == VerbForm::kInf) return false;
      const std::string& word = lower(i);
      if (word == "(" || word == ")" || word == "," || word == ";" || word == ":") return false;
      if (word == "votre" || word == "vos" || tag(i).upos == Upos::kPron) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_one_statement(std::uint32_t comma) const {
    const std::uint32_t first = comma + 1;
    const std::uint32_t last = sentence_.token_end - 1;
    if (last <= first + kLeastRest || last - first > kLongestRest) return false;
    if (lower(last) != "." || lower(last - 1) == ")") return false;
    if (analysis_.segmentation.tokens[first].kind != TokenKind::kWord) return false;
    if (analysis_.protected_of_token[last] != 0) return false;
    // The statement itself, no relative clause or further text: "qui date de", "du decret".
    const WordTag& opening = tag(first);
    const bool starts =
        opening.upos == Upos::kDet || opening.upos == Upos::kPropn || opening.upos == Upos::kNoun ||
        (opening.upos == Upos::kPron && opening.features.pron_type != PronType::kRel);
    if (!starts) return false;
    bool verb = false;
    for (std::uint32_t i = first; i < last; ++i) {
      const std::string& word = lower(i);
      if (word == ";" || word == ":" || word == "(" || word == "\xC2\xAB") return false;
      if (table_.backward.count(word) != 0) return false;
      const bool pointed = word == "article" || word == "texte" || word == "loi" ||
                           word ==
                               "d\xC3\xA9"
                               "cret" ||
                           word == "code";
      if (pointed && (lower(i - 1) == "cet" || lower(i - 1) == "ce" || lower(i - 1) == "cette" ||
                      lower(i - 1) == "m\xC3\xAAme")) {
        return false;
      }
      // Another reference at the end would stand beside this one.
      if (analysis_.protected_of_token[i] != 0 && is_law(i)) return false;
      verb = verb || tag(i).features.verb_form == VerbForm::kFin;
    }
    return verb;
  }
  [[nodiscard]] bool is_law(std::uint32_t token) const {
    const auto& spans = analysis_.segmentation.protected_spans;
    return spans[analysis_.protected_of_token[token] - 1].kind == ProtectedKind::kLawReference;
  }
};

}  // namespace

std::vector<Suggestion> put_reference_last(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  return Mover(input).run();
}

}  // namespace limpide
