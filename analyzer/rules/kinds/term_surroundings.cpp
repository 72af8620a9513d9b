#include "analyzer/rules/kinds/term_surroundings.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/rules/kinds/words.h"

namespace limpide {
namespace {

// Words between spaces.
bool holds(std::string_view list, const std::string& words) {
  return list.find(" " + words + " ") != std::string_view::npos;
}

bool names_a_text(const std::string& form) {
  return holds(
      " accord arr\xC3\xAAt\xC3\xA9 avenant circulaire convention directive d\xC3\xA9\x63ret "
      "instruction loi norme ordonnance r\xC3\xA8glement ",
      form);
}

bool names_the_matter(const std::string& form) {
  return holds(
      " d\xC3\xA9\x66inissant fixant instituant modifiant portant pr\xC3\xA9\x63isant relatif "
      "relatifs relative relatives tendant visant \xC3\xA9tablissant ",
      form);
}

// "la presente convention", "votre accord": the text at hand is spoken of, no title is quoted.
bool points_at_own(const std::string& form) {
  return holds(" ce cet cette ladite ledit leur notre pr\xC3\xA9sent pr\xC3\xA9sente son votre ",
               form);
}

bool begins_with(const std::string& form, std::string_view start) {
  return form.compare(0, start.size(), start) == 0;
}

// This token or it and the next one, as the rule lists them.
bool is_listed(const Analysis& analysis, std::uint32_t at, const std::string& list) {
  const std::string& form = form_of(analysis, at).lower;
  if (holds(list, form)) return true;
  return at + 1 < analysis.segmentation.tokens.size() &&
         holds(list, form + "+" + form_of(analysis, at + 1).lower);
}

// "(appeles droits de mutation)": the words before the brackets say what it is.
bool is_named_so(const Analysis& analysis, const TermHit& found, std::uint32_t sentence,
                 const std::string& before) {
  constexpr std::uint32_t kReach = 3;  // "aussi appele le"
  const std::uint32_t first = analysis.segmentation.sentences[sentence].first_token;
  for (std::uint32_t i = 1; i <= kReach && first + i <= found.first_token; ++i) {
    const std::string& form = form_of(analysis, found.first_token - i).lower;
    if (i == 1 && holds(before, form)) return true;
    const std::string& next = form_of(analysis, found.first_token - i + 1).lower;
    if (i > 1 && holds(before, form + "+" + next)) return true;  // "c'est l'attribution"
    if (begins_with(form, "appel\xC3\xA9") || begins_with(form, "d\xC3\xA9nomm\xC3\xA9"))
      return true;
  }
  return false;
}

// "(RAPO)" gives the sigle of the term, and explains nothing.
bool opens_explanation(const Analysis& analysis, std::uint32_t at, std::uint32_t end) {
  if (is_mark(analysis, at, ":")) return true;
  if (!is_mark(analysis, at, "(")) return false;
  const bool one_word = at + 2 < end && is_mark(analysis, at + 2, ")");
  return !one_word || form_of(analysis, at + 1).casing != Casing::kUpper;
}

bool is_de(const Analysis& analysis, std::uint32_t token) {
  const std::string& form = form_of(analysis, token).lower;
  return form == "de" || form == "d'" || form == "du" || form == "des";
}

// Whose preposition rewriting looks after: "afin de lire et d'ecrire".
bool is_infinitive(const Analysis& analysis, std::uint32_t token) {
  const auto& tokens = analysis.segmentation.tokens;
  for (; token < tokens.size() && tokens[token].kind == TokenKind::kWord; ++token) {
    const FormId form = form_of(analysis, token).lexicon;
    if (form == kNoForm) return false;
    const LexicalTraits& traits = analysis.language->lexicon.traits(form);
    if (traits.infinitive) return true;
    if (!traits.may_be(Upos::kPron) && !traits.may_be(Upos::kAdv)) return false;
  }
  return false;
}

// "et a", "ainsi qu'a": the token joins a second complement.
bool joins(const Analysis& analysis, std::uint32_t token) {
  const std::string& form = form_of(analysis, token).lower;
  if (form == "et" || form == "ou") return true;
  return token > 0 && (form == "que" || form == "qu'") &&
         form_of(analysis, token - 1).lower == "ainsi";
}

bool is_at(const Analysis& analysis, std::uint32_t token) {
  const std::string& form = form_of(analysis, token).lower;
  return form == "\xC3\xA0" || form == "au" || form == "aux";
}

}  // namespace

// "<< Cabines de projection, ... et sechage >>": quoted words that begin like a title.
bool in_quoted_title(const Analysis& analysis, const TermHit& found, std::uint32_t sentence) {
  constexpr std::uint32_t kReach = 24;  // tokens from the mark that opens
  const std::uint32_t first = analysis.segmentation.sentences[sentence].first_token;
  for (std::uint32_t i = 1; i <= kReach && first + i <= found.first_token; ++i) {
    const std::string& key = form_of(analysis, found.first_token - i).key;
    if (key == "\xC2\xBB") return false;
    if (key != "\xC2\xAB") continue;
    // A sentence that someone said begins with a capital too: it has a verb.
    if (form_of(analysis, found.first_token - i + 1).casing != Casing::kCapitalized) return false;
    const std::uint32_t end = analysis.segmentation.sentences[sentence].token_end;
    for (std::uint32_t at = found.first_token - i + 1; at < end; ++at) {
      if (form_of(analysis, at).key == "\xC2\xBB") return true;
      if (is_clear_verb(analysis, at)) return false;
    }
    return true;
  }
  return false;
}

// From a reference to a text of law with a date or number and what names its matter ("relatif a",
// "portant") on, up to a conjugated verb.
bool in_title_of_text(const Analysis& analysis, const TermHit& found, std::uint32_t sentence) {
  constexpr std::uint32_t kLongestTitle = 40;  // tokens
  const std::uint32_t first = analysis.segmentation.sentences[sentence].first_token;
  const std::uint32_t from = found.first_token - std::min(found.first_token - first, kLongestTitle);
  bool law = false;
  bool title = false;
  for (std::uint32_t at = from; at < found.first_token; ++at) {
    const std::uint32_t unit = analysis.protected_of_token[at];
    if (unit != 0) {
      const ProtectedKind kind = analysis.segmentation.protected_spans[unit - 1].kind;
      law = law || kind == ProtectedKind::kLawReference;
      continue;
    }
    const std::string& form = form_of(analysis, at).lower;
    const bool own = at > first && points_at_own(form_of(analysis, at - 1).lower);
    law = law || (names_a_text(form) && !own);
    if (names_the_matter(form)) title = law;
    // "relative au Fonds d'inclusion (FIE) en faveur de": a name in brackets ends no title.
    const bool closes = is_mark(analysis, at, ")") && (at < 2 || !is_mark(analysis, at - 2, "("));
    if (is_mark(analysis, at, ";") || closes || is_clear_verb(analysis, at)) {
      law = false;
      title = false;
    }
  }
  return title;
}

// A list of values or papers, where the term is the whole item; or "[...]", a note to the writer.
bool is_only_named(const Analysis& analysis, const TermHit& found, std::uint32_t sentence) {
  constexpr std::uint32_t kOthers = 8;  // "curatelle renforcee aux biens et a la personne"
  const Sentence& around = analysis.segmentation.sentences[sentence];
  const std::uint32_t words = analysis.metrics.sentence_words[sentence];
  const std::uint32_t own = count_words(analysis.segmentation, found.first_token, found.token_end);
  const Role role = analysis.structure.blocks[around.block].role;
  const bool stops = is_mark(analysis, around.token_end - 1, ".");
  // "Maintien dans les lieux et conge.": prose does not begin with a noun alone.
  const bool title = found.first_token == around.first_token;
  const bool item = role == Role::kListItem || (role == Role::kBody && (!stops || title));
  if (item && words <= own + kOthers) {
    bool verb = false;
    for (std::uint32_t at = around.first_token; at < around.token_end; ++at)
      verb = verb || is_clear_verb(analysis, at);
    if (!verb) return true;
  }
  for (std::uint32_t at = found.first_token; at > around.first_token; --at) {
    const std::string& key = form_of(analysis, at - 1).key;
    if (key == "]") return false;
    if (key == "[") return true;
  }
  return false;
}

namespace {

bool said_just_before(const Analysis& analysis, std::uint32_t sentence, const std::string& list) {
  const auto& sentences = analysis.segmentation.sentences;
  if (sentence == 0 || sentences[sentence - 1].block != sentences[sentence].block) return false;
  const Sentence& before = sentences[sentence - 1];
  for (std::uint32_t i = before.first_token; i < before.token_end; ++i) {
    if (is_listed(analysis, i, list)) return true;
  }
  return false;
}

// "rejet implicite. Le rejet est implicite lorsque": the next sentence parts the words of the term.
bool is_parted_next(const Analysis& analysis, const TermHit& found, const Sentence& next) {
  constexpr std::uint32_t kReach = 4;  // "le rejet est donc implicite"
  if (found.token_end - found.first_token != 2) return false;
  const std::string& noun = form_of(analysis, found.first_token).lower;
  const std::string& quality = form_of(analysis, found.first_token + 1).lower;
  const std::uint32_t end = std::min(next.token_end, next.first_token + 2 + kReach);
  bool met = false;
  bool is = false;
  for (std::uint32_t i = next.first_token; i < end; ++i) {
    const std::string& form = form_of(analysis, i).lower;
    if (is && form == quality) return true;
    is = is || (met && (form == "est" || form == "sont"));
    met = met || (i < next.first_token + 2 && form == noun);
  }
  return false;
}

}  // namespace

bool is_glossed(const Analysis& analysis, const TermHit& found, std::uint32_t sentence,
                const GlossWords& words) {
  constexpr std::uint32_t kReach = 3;
  const auto& sentences = analysis.segmentation.sentences;
  const std::uint32_t end = sentences[sentence].token_end;
  if (is_named_so(analysis, found, sentence, words.before)) return true;
  for (std::uint32_t i = found.token_end; i < end && i < found.token_end + kReach; ++i) {
    if (opens_explanation(analysis, i, end)) return true;
    if (is_listed(analysis, i, words.after)) return true;
  }
  // The other words of the sentence may say it before the term too.
  for (std::uint32_t i = sentences[sentence].first_token; i < end; ++i) {
    const std::string& form = form_of(analysis, i).lower;
    if (form == "signifie" || form == "c'est-\xC3\xA0-dire" || form == "autrement") return true;
    const bool means = form == "veut" || form == "veulent" || form == "c'";
    if (means && i + 1 < end && form_of(analysis, i + 1).lower == "dire") return true;
    if (is_listed(analysis, i, words.within)) return true;
  }
  if (said_just_before(analysis, sentence, words.previous)) return true;
  if (sentence + 1 >= sentences.size()) return false;
  const std::uint32_t next = sentences[sentence + 1].first_token;
  const std::string& opening = form_of(analysis, next).lower;
  constexpr std::uint32_t kSubject = 3;  // "le salarie dispose ainsi"
  const std::uint32_t next_end = sentences[sentence + 1].token_end;
  for (std::uint32_t i = next; i < next_end && i < next + kSubject; ++i) {
    if (is_listed(analysis, i, words.next)) return true;
  }
  if (is_parted_next(analysis, found, sentences[sentence + 1])) return true;
  return opening == "c'" || opening == "cela" || opening == "autrement";
}

bool is_in_quotes(const Analysis& analysis, const TermHit& found, std::uint32_t sentence) {
  constexpr std::uint32_t kReach = 12;  // tokens from the mark that opens
  const std::uint32_t first = analysis.segmentation.sentences[sentence].first_token;
  for (std::uint32_t i = 1; i <= kReach && first + i <= found.first_token; ++i) {
    const std::string& key = form_of(analysis, found.first_token - i).key;
    if (key == "\xC2\xBB") return false;
    if (key == "\xC2\xAB") return true;
  }
  return false;
}

// "[Le cas echeant]": a note for who fills the model, which the reader never sees.
bool is_drafting_note(const Analysis& analysis, const TermHit& found) {
  return found.first_token > 0 && found.token_end < analysis.segmentation.tokens.size() &&
         is_mark(analysis, found.first_token - 1, "[") && is_mark(analysis, found.token_end, "]");
}

// "Veuillez recevoir, ... (formule de politesse)": a model leaves the rest to who writes.
bool is_left_open(const Analysis& analysis, const TermHit& found) {
  std::uint32_t next = found.token_end;
  const std::size_t end = analysis.segmentation.tokens.size();
  if (next < end && is_mark(analysis, next, ",")) ++next;
  return next < end && (is_mark(analysis, next, "...") || is_mark(analysis, next, "\xE2\x80\xA6"));
}

// The last word of the term stands near under another determiner: a rival for "cette".
bool names_another(const Analysis& analysis, const TermHit& found, std::uint32_t sentence) {
  const auto& sentences = analysis.segmentation.sentences;
  const FormIndex noun = analysis.segmentation.tokens[found.token_end - 1].form;
  const std::uint32_t from = sentences[sentence == 0 ? 0 : sentence - 1].first_token;
  for (std::uint32_t i = from; i < sentences[sentence].token_end; ++i) {
    const bool own = i >= found.first_token && i < found.token_end;
    if (own || analysis.segmentation.tokens[i].form != noun) continue;
    const std::string before = i == from ? "" : form_of(analysis, i - 1).lower;
    const bool same = before == "cette" || before == "ce" || before == "cet" ||
                      before == "ladite" || before == "ledit" || before == "pr\xC3\xA9sente" ||
                      before == "pr\xC3\xA9sent";
    if (!same) return true;
  }
  return false;
}

// "a l'exception de A et de B": with "sauf A", the second "de" would hang in the air; so would the
// second "a" of "remedier a A et a B".
bool leaves_preposition(const Analysis& analysis, const TermHit& found, const TermEntry& entry,
                        std::uint32_t sentence) {
  constexpr std::uint32_t kReach = 12;
  const bool offers = entry.operation == TermOperation::kReplace ||
                      entry.operation == TermOperation::kAgree ||
                      entry.operation == TermOperation::kAdvice;
  const bool de = is_de(analysis, found.token_end - 1);
  if (!offers || (!de && !is_at(analysis, found.token_end - 1))) return false;
  const std::vector<std::string> texts = replacements_of(entry);
  if (texts.empty()) return false;
  const std::string& text = texts.front();
  if (is_infinitive(analysis, found.token_end)) return false;
  const std::string_view kept = de ? " de" : " \xC3\xA0";
  if (text.size() >= kept.size() && text.compare(text.size() - 3, 3, kept) == 0) return false;
  const std::uint32_t end =
      std::min(found.token_end + kReach, analysis.segmentation.sentences[sentence].token_end);
  for (std::uint32_t i = found.token_end; i + 1 < end && !is_clear_verb(analysis, i); ++i) {
    if (!joins(analysis, i)) continue;
    if (de ? is_de(analysis, i + 1) : is_at(analysis, i + 1)) return true;
  }
  return false;
}

}  // namespace limpide
