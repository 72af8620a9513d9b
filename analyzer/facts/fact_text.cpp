#include "analyzer/facts/fact_text.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::uint32_t kLongestPhrase = 8;       // tokens of a listed phrase
constexpr std::uint32_t kLongestNounPhrase = 60;  // tokens

bool matches(const FactText& text, const FactPhrase& phrase, std::uint32_t i, std::uint32_t end) {
  if (phrase.rest.size() >= end - i) return false;
  for (std::size_t at = 0; at < phrase.rest.size(); ++at) {
    if (text.lower(i + 1 + static_cast<std::uint32_t>(at)) != phrase.rest[at]) return false;
  }
  return true;
}

bool is_content(Upos upos) {
  switch (upos) {
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kVerb:
    case Upos::kAdj:
    case Upos::kAdv:
    case Upos::kPron:
    case Upos::kX:
      return true;
    default:
      return false;
  }
}

bool is_of(std::string_view lower) {
  return lower == "de" || lower == "du" || lower == "des" || lower == "d'";
}

bool is_determiner(const FactText& text, std::uint32_t i) {
  return text.upos(i) == Upos::kDet || (text.upos(i) == Upos::kNum && !text.is_number(i));
}

// A noun, with its adjectives on both sides; `i` when there is none.
std::uint32_t bare_phrase_end(const FactText& text, std::uint32_t i, std::uint32_t end) {
  std::uint32_t at = i;
  while (at < end && (is_determiner(text, at) || text.upos(at) == Upos::kAdj ||
                      text.has(at, FactRole::kDropped))) {
    ++at;
  }
  if (at < end && text.is_number(at) && text.unit(at) == nullptr) ++at;
  // "la presente" stands for a noun.
  const bool bare =
      at > i && (text.upos(at - 1) == Upos::kAdj || text.has(at - 1, FactRole::kDropped));
  if (at == end) return bare ? at : i;
  const ProtectedSpan* unit = text.unit(at);
  if (unit != nullptr) return std::min(unit->token_end, end);
  const Upos upos = text.upos(at);
  const bool noun = upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kX;
  if (!noun) return bare ? at : i;
  ++at;
  while (at < end) {
    const bool adjective = text.upos(at) == Upos::kAdj || text.upos(at) == Upos::kPropn;
    const bool dated = text.unit(at) != nullptr && text.unit(at)->first_token == at;
    if (adjective) {
      ++at;
    } else if (dated) {
      at = std::min(text.unit(at)->token_end, end);
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

FactText make_fact_text(const FactInput& input, const FactResources& resources) {
  FactText text{input, resources, {}, {}, {}, {}, {}};
  const Segmentation& cut = input.segmentation;
  text.entries.resize(cut.forms.size());
  for (std::size_t i = 0; i < cut.forms.size(); ++i) {
    text.entries[i] = resources.find(cut.forms[i].lower);
  }
  text.protected_at.assign(cut.tokens.size(), 0);
  for (std::uint32_t i = 0; i < cut.protected_spans.size(); ++i) {
    const ProtectedSpan& unit = cut.protected_spans[i];
    for (std::uint32_t at = unit.first_token; at < unit.token_end; ++at) {
      text.protected_at[at] = i + 1;
    }
  }
  text.opened_at.assign(cut.tokens.size(), kNoClause);
  text.negated.assign(cut.words.size(), 0);
  for (const Negation& negation : input.clauses.negations) {
    const bool denies = negation.kind == NegationKind::kNegation;
    if (denies && negation.verb != kNoWord) text.negated[negation.verb] = 1;
  }
  text.denied.assign(input.clauses.negations.size(), kNoWord);
  for (std::uint32_t i = 0; i < input.clauses.clauses.size(); ++i) {
    const VerbGroup& group = input.clauses.clauses[i].verb;
    if (group.negation < text.denied.size()) text.denied[group.negation] = group.lexical;
    const WordRange words = input.clauses.clauses[i].introducer;
    for (WordIndex word = words.first; word < words.end; ++word) {
      text.opened_at[text.token_of(word)] = i;
    }
  }
  return text;
}

bool FactText::lemma_has(WordIndex word, FactRole role) const {
  if (word == kNoWord) return false;
  const FactWord* entry = resources.find(input.tagging.lemmas[input.tagging.words[word].lemma]);
  return entry != nullptr && (entry->roles & bit_of(role)) != 0;
}

PhraseMatch phrase_at(const FactText& text, std::uint32_t i, std::uint32_t end, FactRole role) {
  if (i >= end || !text.has(i, role)) return {};
  for (const FactPhrase& phrase : text.entries[text.token(i).form]->phrases) {
    if (phrase.role != role || !matches(text, phrase, i, end)) continue;
    return {&phrase, i, i + 1 + static_cast<std::uint32_t>(phrase.rest.size())};
  }
  return {};
}

PhraseMatch phrase_before(const FactText& text, std::uint32_t first, std::uint32_t end,
                          FactRole role) {
  const std::uint32_t earliest = end - std::min(end - first, kLongestPhrase);
  for (std::uint32_t i = earliest; i < end; ++i) {
    if (!text.has(i, role)) continue;
    for (const FactPhrase& phrase : text.entries[text.token(i).form]->phrases) {
      const bool exact = phrase.role == role && phrase.rest.size() + 1 == end - i;
      if (exact && matches(text, phrase, i, end)) return {&phrase, i, end};
    }
  }
  return {};
}

Span span_of(const FactText& text, std::uint32_t first_token, std::uint32_t token_end) {
  return {text.token(first_token).span.begin, text.token(token_end - 1).span.end};
}

Fact& Scan::add(const FactText& text, FactKind kind, std::uint32_t first_token,
                std::uint32_t token_end) {
  Fact fact;
  fact.kind = kind;
  fact.span = span_of(text, first_token, token_end);
  fact.sentence = sentence;
  units.push_back({kind, first_token, token_end, static_cast<std::uint32_t>(facts.size())});
  facts.push_back(std::move(fact));
  return facts.back();
}

void Scan::take(std::uint32_t first_token, std::uint32_t token_end) {
  for (std::uint32_t i = first_token; i < token_end; ++i) taken[i] = 1;
}

std::string content_of(const FactText& text, const Scan& scan, std::uint32_t first_token,
                       std::uint32_t token_end) {
  std::string out;
  for (std::uint32_t i = first_token; i < token_end; ++i) {
    const bool said = is_content(text.upos(i)) || text.tag(i).features.possessive;
    if (!said || text.token(i).kind == TokenKind::kPunctuation) continue;
    if (scan.taken[i] != 0 || text.has(i, FactRole::kDropped)) continue;
    if (!out.empty()) out.push_back(' ');
    const PhraseMatch same = phrase_at(text, i, token_end, FactRole::kSame);
    const std::string_view lemma = text.lemma(i);
    if (same) {
      out += same.phrase->name;
    } else {
      out += lemma.empty() ? text.lower(i) : lemma;
    }
  }
  return out;
}

std::uint32_t noun_phrase_end(const FactText& text, std::uint32_t i, std::uint32_t end) {
  end = std::min(end, i + kLongestNounPhrase);
  std::uint32_t at = bare_phrase_end(text, i, end);
  if (at == i) return i;
  while (at + 1 < end) {
    // "mise en demeure", "entree en vigueur"
    const bool in = text.lower(at) == "en" && text.upos(at + 1) == Upos::kNoun;
    if (!in && !is_of(text.lower(at))) break;
    const std::uint32_t next = bare_phrase_end(text, at + 1, end);
    if (next == at + 1) break;
    at = next;
  }
  return at;
}

}  // namespace limpide
