// A sigle that the document never says the words of. First occurrence only. A sigle that the table
// of acronyms does not know must be introduced like one (introduced-by="la le ..."): otherwise it
// may be the name of a firm or a product. Arguments: sigle, developpement (from
// dictionaries/fr/acronyms.tsv, empty when unknown).
#include <algorithm>
#include <functional>
#include <set>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/sigle_words.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 8;
constexpr std::uint32_t kCapitalRun = 3;      // so many words in capitals are a title, not sigles
constexpr std::uint16_t kWordInCapitals = 4;  // letters; a word of the language has more
constexpr std::uint32_t kWordsBefore = 12;
constexpr std::uint32_t kWordsInside = 3;
constexpr std::uint16_t kLongestUnknown = 5;    // letters; a longer one is a name
constexpr std::uint16_t kLongestAfterNoun = 4;  // letters, after a noun: "dossier SIAO"
constexpr std::uint16_t kSmallWord = 3;         // letters; a longer noun may bring a sigle

constexpr std::string_view kNumberSign = "n\xC2\xB0";

std::string letters_only(std::string_view written) {
  std::string letters;
  for (const char byte : written) {
    if (byte != '.') letters.push_back(byte);
  }
  return letters;
}

bool is_roman_numeral(std::string_view letters) {
  return letters.find_first_not_of("IVX") == std::string_view::npos;
}

class AcronymMatcher final : public Matcher {
 public:
  AcronymMatcher(const AcronymTable& table, const std::string& codes_after,
                 const std::string& introduced_by, const std::string& joined_by)
      : table_(table),
        codes_after_(" " + codes_after + " "),
        introduced_by_(" " + introduced_by + " "),
        joined_by_(" " + joined_by + " ") {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    const std::vector<bool> sigles = sigle_forms(analysis);
    std::set<std::string> seen;
    std::string lowered;  // made once, only when a known expansion must be looked for
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      const Sentence& sentence = analysis.segmentation.sentences[i];
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        if (!sigles[analysis.segmentation.tokens[at].form]) continue;
        if (!is_word(analysis, at) || !is_plain_token(analysis, at)) continue;
        if (inside_capitals(analysis, sentence, at)) continue;
        if (names_a_code(analysis, sentence, at)) continue;
        if (is_half_a_name(analysis, sentence, at)) continue;
        if (is_quoted_name(analysis, sentence, at)) continue;
        const std::uint32_t end = end_of_sigle(analysis, sentence, sigles, at);
        const std::uint32_t first = at;
        at = end - 1;
        if (is_code(analysis, sentence, first, end)) continue;
        const std::string sigle = written_sigle(analysis, first, end);
        const bool judged = context.judges_sentence(i);
        const bool explained = explained_beside(analysis, sentence, first, end, sigle);
        if (!judged && !explained) continue;
        const bool named = is_known_or_introduced(analysis, sentence, first, end, sigle);
        if (!named && !explained) continue;
        if (!seen.insert(sigle).second || !judged || explained) continue;
        if (spelled_near(analysis, i, sigle)) continue;
        if (expansion_anywhere(analysis, sigle, lowered)) continue;
        // The object line is read alone.
        const bool alone = analysis.structure.blocks[sentence.block].role == Role::kObject;
        if (!alone && explained_soon(analysis, sigles, end, sigle)) continue;
        hits.push_back(make_hit(analysis, first, end, sigle));
      }
    }
  }

 private:
  // By form: is it written as a sigle that not everybody knows?
  [[nodiscard]] std::vector<bool> sigle_forms(const Analysis& analysis) const {
    const std::vector<Form>& forms = analysis.segmentation.forms;
    std::vector<bool> sigles(forms.size(), false);
    for (std::size_t i = 0; i < forms.size(); ++i) sigles[i] = is_sigle(analysis, forms[i]);
    return sigles;
  }

  // Some sigles are known to all only beside certain words of the document.
  [[nodiscard]] bool is_well_known(const Analysis& analysis, const std::string& sigle) const {
    const auto known = table_.well_known.find(sigle);
    if (known == table_.well_known.end()) return false;
    const std::vector<Form>& forms = analysis.segmentation.forms;
    const auto stands_here = [&forms](const std::string& word) {
      return std::any_of(forms.begin(), forms.end(),
                         [&word](const Form& form) { return form.lower == word; });
    };
    return known->second.empty() ||
           std::any_of(known->second.begin(), known->second.end(), stands_here);
  }

  // "AT/MP" is one sigle: one past its last token.
  [[nodiscard]] static std::uint32_t end_of_sigle(const Analysis& analysis,
                                                  const Sentence& sentence,
                                                  const std::vector<bool>& sigles,
                                                  std::uint32_t at) {
    const std::vector<Token>& tokens = analysis.segmentation.tokens;
    std::uint32_t end = at + 1;
    while (end + 1 < sentence.token_end && is_mark(analysis, end, "/") &&
           !tokens[end].space_before && !tokens[end + 1].space_before &&
           sigles[tokens[end + 1].form]) {
      end += 2;
    }
    return end;
  }

  [[nodiscard]] static std::string written_sigle(const Analysis& analysis, std::uint32_t at,
                                                 std::uint32_t end) {
    std::string sigle;
    for (; at < end; ++at) sigle += letters_only(form_of(analysis, at).key);
    return sigle;
  }

  // "DGFiP", "PsyEN": three capitals in one word that has small letters too.
  [[nodiscard]] bool is_mixed_sigle(const Form& form) const {
    if (form.casing != Casing::kMixed || form.letters > kLongest) return false;
    std::uint32_t capitals = 0;
    for (const char byte : form.key) {
      const bool capital = byte >= 'A' && byte <= 'Z';
      if (!capital && (byte < 'a' || byte > 'z')) return false;
      if (capital) ++capitals;
    }
    const auto is_capital = [](char byte) { return byte >= 'A' && byte <= 'Z'; };
    return capitals >= kCapitalRun && is_capital(form.key.front()) && is_capital(form.key.back()) &&
           table_.well_known.count(form.key) == 0;
  }

  [[nodiscard]] bool is_sigle(const Analysis& analysis, const Form& form) const {
    if (form.casing != Casing::kUpper) return is_mixed_sigle(form);
    if (form.letters < kShortest || form.letters > kLongest) return false;
    const std::string letters = letters_only(form.key);
    for (const char byte : letters) {
      if (byte < 'A' || byte > 'Z') return false;
    }
    if (is_roman_numeral(letters)) return false;
    // "XXX", "NNN": a place to fill in.
    const bool one_letter = letters.find_first_not_of(letters.front()) == std::string::npos;
    if (letters.size() > 2 && one_letter && table_.expansions.count(letters) == 0) return false;
    if (is_well_known(analysis, letters)) return false;
    return !is_ordinary_word(analysis, form, letters);
  }

  // "NF X 35-102", "S, M, L, XL": capitals among single letters or before a number are a code.
  static bool is_code(const Analysis& analysis, const Sentence& sentence, std::uint32_t at,
                      std::uint32_t end) {
    const auto single = [&](std::uint32_t other) {
      const Form& form = form_of(analysis, other);
      return form.casing == Casing::kUpper && form.letters == 1 && form.key.size() == 1;
    };
    if (end < sentence.token_end) {
      if (single(end) || form_of(analysis, end).lower == kNumberSign) return true;
      if (analysis.segmentation.tokens[end].kind == TokenKind::kNumber) return true;
    }
    return at >= sentence.first_token + 2 && is_mark(analysis, at - 1, ",") && single(at - 2);
  }

  // "DEMAT@MIANTE", "CARTO AMIANTE": half of a name, the other half is a word in capitals.
  [[nodiscard]] bool is_half_a_name(const Analysis& analysis, const Sentence& sentence,
                                    std::uint32_t at) const {
    if (at + 1 >= sentence.token_end) return false;
    const Token& next = analysis.segmentation.tokens[at + 1];
    if (!next.space_before && form_of(analysis, at + 1).key == "@") return true;
    const Form& form = form_of(analysis, at + 1);
    const bool word = is_word(analysis, at + 1) && form.casing == Casing::kUpper &&
                      form.letters > kWordInCapitals;
    return word && is_ordinary_word(analysis, form, letters_only(form.key));
  }

  // The same sigle further on, beside the words that it stands for.
  [[nodiscard]] bool explained_soon(const Analysis& analysis, const std::vector<bool>& sigles,
                                    std::uint32_t from, const std::string& sigle) const {
    const Segmentation& text = analysis.segmentation;
    for (std::uint32_t at = from; at < text.tokens.size(); ++at) {
      if (!sigles[text.tokens[at].form] || letters_only(form_of(analysis, at).key) != sigle)
        continue;
      const Sentence& sentence = text.sentences[analysis.sentence_of_token[at]];
      if (at >= sentence.first_token && at < sentence.token_end &&
          explained_beside(analysis, sentence, at, at + 1, sigle)) {
        return true;
      }
    }
    return false;
  }

  // "ligne XA", "case AB": a place of a form.
  [[nodiscard]] bool names_a_code(const Analysis& analysis, const Sentence& sentence,
                                  std::uint32_t at) const {
    if (at == sentence.first_token) return false;
    std::string_view before = form_of(analysis, at - 1).lower;
    before.remove_prefix(before.rfind('-') + 1);  // "case-ligne XA"; npos + 1 is 0
    return codes_after_.find(" " + std::string(before) + " ") != std::string::npos;
  }

  // Between quotation marks it is the name of something that the words around describe; touching a
  // slash and a word that is no sigle, it is part of a name.
  static bool is_quoted_name(const Analysis& analysis, const Sentence& sentence, std::uint32_t at) {
    if (at == sentence.first_token || at + 1 >= sentence.token_end) return false;
    const auto quotes = [&](std::uint32_t i) {
      const std::string& key = form_of(analysis, i).key;
      return key == "\"" || key == "\xC2\xAB" || key == "\xC2\xBB" || key == "\xE2\x80\x9C" ||
             key == "\xE2\x80\x9D";
    };
    if (quotes(at - 1) && quotes(at + 1)) return true;
    const std::vector<Token>& tokens = analysis.segmentation.tokens;
    return at + 2 < sentence.token_end && is_mark(analysis, at + 1, "/") &&
           !tokens[at + 1].space_before && !tokens[at + 2].space_before &&
           form_of(analysis, at + 2).casing == Casing::kCapitalized;
  }

  // "OBJET", "URGENT": a word that somebody wrote in capitals.
  [[nodiscard]] bool is_ordinary_word(const Analysis& analysis, const Form& form,
                                      const std::string& sigle) const {
    if (table_.expansions.find(sigle) != table_.expansions.end()) return false;
    const Lexicon& lexicon = analysis.language->lexicon;
    const FormId lower = lexicon.find_any_case(form.lower);
    return lower != kNoForm && lexicon.form(lower) != sigle;
  }

  static bool inside_capitals(const Analysis& analysis, const Sentence& sentence,
                              std::uint32_t at) {
    std::uint32_t run = 1;
    for (std::uint32_t i = at; i > sentence.first_token && is_capital(analysis, i - 1); --i) ++run;
    for (std::uint32_t i = at + 1; i < sentence.token_end && is_capital(analysis, i); ++i) ++run;
    return run >= kCapitalRun || run == sentence.token_end - sentence.first_token;
  }

  static bool is_capital(const Analysis& analysis, std::uint32_t token) {
    return form_of(analysis, token).casing == Casing::kUpper;
  }

  [[nodiscard]] static bool in_list(const std::string& list, const std::string& form) {
    return list.find(" " + form + " ") != std::string::npos;
  }

  // An unknown sigle: "la MDX", "votre dossier SIAX", "(MDX)" alone; not "avec JAWX".
  [[nodiscard]] bool is_known_or_introduced(const Analysis& analysis, const Sentence& sentence,
                                            std::uint32_t at, std::uint32_t end,
                                            const std::string& sigle) const {
    if (table_.expansions.count(sigle) != 0 || sigle.find('/') != std::string::npos) return true;
    const Form& form = form_of(analysis, at);
    if (form.letters > kLongestUnknown || is_unaccented_word(analysis, form)) return false;
    if (at == sentence.first_token) return false;
    const Form& before = form_of(analysis, at - 1);
    // Put in brackets after other words, it is given as their short name; "lot 2 (AX)" is not.
    if (before.key == "(" && form.casing == Casing::kUpper) {
      const bool alone = (end < sentence.token_end && is_mark(analysis, end, ")")) ||
                         (end + 2 < sentence.token_end && is_mark(analysis, end + 2, ")"));
      return !alone || at < sentence.first_token + 2 || !is_word(analysis, at - 2);
    }
    if (in_list(introduced_by_, before.lower)) return true;
    if (before.lexicon == kNoForm || before.casing != Casing::kLower) return false;
    const LexicalTraits& traits = analysis.language->lexicon.traits(before.lexicon);
    return traits.may_be(Upos::kNoun) && before.letters > kSmallWord &&
           form.letters <= kLongestAfterNoun;
  }

  // "ETAT": a word of the language typed without its accents.
  static bool is_unaccented_word(const Analysis& analysis, const Form& form) {
    const Lexicon& lexicon = analysis.language->lexicon;
    for (const FormId id : lexicon.accent_variants(form.lower)) {
      if (is_common_word(lexicon.traits(id))) return true;
    }
    return false;
  }

  // "Caisse d'allocations familiales (CAF)" or "CAF (Caisse d'allocations familiales)".
  [[nodiscard]] bool explained_beside(const Analysis& analysis, const Sentence& sentence,
                                      std::uint32_t at, std::uint32_t after,
                                      const std::string& written) const {
    std::string sigle = written;  // its letters alone
    sigle.erase(std::remove(sigle.begin(), sigle.end(), '/'), sigle.end());
    // "une adresse internet (ou URL)": another name for the words before.
    if (at >= sentence.first_token + 2 && is_mark(analysis, at - 2, "(") &&
        in_list(joined_by_, form_of(analysis, at - 1).lower) && after < sentence.token_end &&
        is_mark(analysis, after, ")")) {
      return true;
    }
    // "(volet CFE)": a word or two may stand between the parenthesis and the sigle; a dash and a
    // colon do too, and "ou".
    for (std::uint32_t open = at; open > sentence.first_token && at - open < kWordsInside; --open) {
      const bool mark = is_mark(analysis, open - 1, "(") || is_mark(analysis, open - 1, "-") ||
                        is_mark(analysis, open - 1, "\xE2\x80\x93") ||
                        is_mark(analysis, open - 1, ":");
      const bool joined = in_list(joined_by_, form_of(analysis, open - 1).lower);
      if (!mark && !joined) continue;
      const std::uint32_t back = open - 1 - sentence.first_token;
      const std::uint32_t from = open - 1 - std::min(back, kWordsBefore);
      if (has_initial(analysis, from, open - 1, sigle)) return true;
      const bool closes = is_mark(analysis, open - 1, ":") ||
                          (after < sentence.token_end && is_mark(analysis, after, ")"));
      if ((joined || (open == at && closes)) && covers_initials(analysis, from, open - 1, sigle))
        return true;
    }
    const bool opens = after + 1 < sentence.token_end &&
                       (is_mark(analysis, after, "(") || is_mark(analysis, after, ":") ||
                        is_mark(analysis, after, ","));
    if (!opens) return false;
    const std::uint32_t end = std::min<std::uint32_t>(sentence.token_end, after + 1 + kWordsBefore);
    return has_initial(analysis, after + 1, end, sigle);
  }

  // Said anywhere in the document.
  [[nodiscard]] bool expansion_anywhere(const Analysis& analysis, const std::string& sigle,
                                        std::string& lowered) const {
    const auto known = table_.expansions.find(sigle);
    if (known == table_.expansions.end() || known->second.empty()) return false;
    if (lowered.empty()) lowered = to_lower(analysis.document->text);
    const std::string expansion = to_lower(known->second);
    const std::boyer_moore_horspool_searcher search(expansion.begin(), expansion.end());
    return std::search(lowered.begin(), lowered.end(), search) != lowered.end();
  }

  [[nodiscard]] Hit make_hit(const Analysis& analysis, std::uint32_t at, std::uint32_t end,
                             const std::string& sigle) const {
    Hit hit;
    hit.span = span_of(analysis, at, end);
    const auto known = table_.expansions.find(sigle);
    hit.arguments = {{"sigle", sigle},
                     {"developpement", known == table_.expansions.end() ? "" : known->second}};
    if (known != table_.expansions.end() && !known->second.empty()) {
      hit.operation.kind = OperationKind::kExpandAcronym;
      hit.operation.texts = {known->second};
    }
    return hit;
  }

  const AcronymTable& table_;
  std::string codes_after_;
  std::string introduced_by_;  // words, each between spaces
  std::string joined_by_;
};

}  // namespace

MatcherResult make_acronym(const RuleSpec& spec, const RuleResources& resources) {
  const Status known = check_parameters(spec, {"codes-after", "introduced-by", "joined-by"});
  if (!known) return known.error();
  return std::unique_ptr<const Matcher>(std::make_unique<AcronymMatcher>(
      *resources.acronyms, *text_parameter(spec, "codes-after", ""),
      *text_parameter(spec, "introduced-by", ""), *text_parameter(spec, "joined-by", "")));
}

}  // namespace limpide
