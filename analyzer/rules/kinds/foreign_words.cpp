#include "analyzer/rules/kinds/foreign_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "analyzer/lexicon/spelling.h"
#include "analyzer/rules/kinds/words.h"

namespace limpide {
namespace {

constexpr std::uint32_t kAround = 2;        // words on each side that tell the language
constexpr std::uint32_t kMostLabels = 6;    // of a web address
constexpr std::uint32_t kMostOfValue = 12;  // tokens of the value of an attribute
constexpr std::size_t kShortestPart = 3;    // "aria" in "aria-label"
constexpr std::uint32_t kWordsOfCode = 8;   // distinct words of the list in a technical document

constexpr std::array<std::string_view, 8> kEndings = {"fr", "com", "org",  "net",
                                                      "eu", "be",  "gouv", "html"};

const Sentence& sentence_at(const Analysis& analysis, std::uint32_t token) {
  return analysis.segmentation.sentences[analysis.sentence_of_token[token]];
}

bool same_block(const Analysis& analysis, std::uint32_t a, std::uint32_t b) {
  return sentence_at(analysis, a).block == sentence_at(analysis, b).block;
}

bool is_label(const Analysis& analysis, std::uint32_t token) {
  const Form& form = form_of(analysis, token);
  return form.casing == Casing::kLower && form.key.find('\'') == std::string::npos;
}

bool is_glued_stop(const Analysis& analysis, std::uint32_t token) {
  return is_mark(analysis, token, ".") && !analysis.segmentation.tokens[token].space_before;
}

// "www", or a longer token that the blank cut after it: "https://www."
bool opens_address(const std::string& key) {
  const std::string_view text = key;
  if (text == "www" || text == "www.") return true;
  return text.find("://") != std::string_view::npos;
}

bool ends_address(std::string_view key) {
  return std::find(kEndings.begin(), kEndings.end(), key) != kEndings.end();
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

// The next word token of the sentence in this direction, kNoToken beyond it.
constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

std::uint32_t next_word(const Analysis& analysis, std::uint32_t token, bool forward) {
  const Sentence& sentence = sentence_at(analysis, token);
  std::uint32_t at = token;
  while (forward ? at + 1 < sentence.token_end : at > sentence.first_token) {
    at = forward ? at + 1 : at - 1;
    if (is_word(analysis, at)) return at;
  }
  return kNoToken;
}

}  // namespace

bool stands_in_cut_address(const Analysis& analysis, std::uint32_t token) {
  const auto count = static_cast<std::uint32_t>(analysis.segmentation.tokens.size());
  if (!is_label(analysis, token)) return false;
  std::uint32_t at = token;
  for (std::uint32_t i = 0; i < kMostLabels && at >= 1; ++i) {
    if (!same_block(analysis, token, at - 1)) break;
    if (opens_address(form_of(analysis, at - 1).key)) return true;
    if (at < 2 || !is_glued_stop(analysis, at - 1) || !same_block(analysis, token, at - 2)) break;
    if (opens_address(form_of(analysis, at - 2).key)) return true;
    if (!is_label(analysis, at - 2)) break;
    at -= 2;
  }
  const bool joined = at != token;  // something stands before, joined by a full stop
  if (joined && ends_address(form_of(analysis, token).key)) return true;
  at = token;
  for (std::uint32_t i = 0; i < kMostLabels && at + 2 < count; ++i) {
    if (!is_glued_stop(analysis, at + 1) || !same_block(analysis, token, at + 2)) break;
    if (!is_label(analysis, at + 2)) break;
    at += 2;
    if (ends_address(form_of(analysis, at).key)) return true;
  }
  return false;
}

bool stands_in_foreign_title(const Analysis& analysis, std::uint32_t token) {
  if (form_of(analysis, token).casing != Casing::kCapitalized) return false;
  if (token == sentence_at(analysis, token).first_token) return false;
  for (const bool forward : {false, true}) {
    const std::uint32_t next = next_word(analysis, token, forward);
    if (next == kNoToken) continue;
    const Form& form = form_of(analysis, next);
    if (form.lexicon == kNoForm && form.casing != Casing::kUpper) return true;
  }
  return false;
}

ForeignWords::ForeignWords(const Analysis& analysis, const WordList* foreign,
                           const std::vector<bool>& refused)
    : analysis_(analysis), foreign_(foreign), refused_(refused) {
  std::uint32_t listed = 0;
  for (FormIndex form = 0; form < refused.size() && listed < kWordsOfCode; ++form) {
    if (refused[form] && is_listed(form)) ++listed;
  }
  speaks_of_code_ = listed >= kWordsOfCode;
}

bool ForeignWords::holds(std::uint32_t token) {
  const FormIndex form = analysis_.segmentation.tokens[token].form;
  if (is_listed(form) || is_value_of_code(token)) return true;
  if (speaks_of_code_ && is_ascii(form_of(analysis_, token).key)) return true;
  // Only its accents are missing: a slip, unless the neighbours are surely of another language.
  const bool slip =
      !analysis_.language->lexicon.accent_variants(form_of(analysis_, token).key).empty();
  std::uint32_t unknown = 0;
  bool far = false;
  for (const bool forward : {false, true}) {
    std::uint32_t at = token;
    for (std::uint32_t i = 0; i < kAround; ++i) {
      at = next_word(analysis_, at, forward);
      if (at == kNoToken) break;
      const FormIndex neighbour = analysis_.segmentation.tokens[at].form;
      if (!refused_[neighbour]) continue;
      if (is_listed(neighbour)) return true;
      ++unknown;
      far = far || is_far_from_french(neighbour);
    }
  }
  return far && (!slip || unknown > 1);
}

// "aria-label", "background-color": one part of the list makes the word foreign.
bool ForeignWords::is_listed(FormIndex form) const {
  if (foreign_ == nullptr) return false;
  const std::string& key = analysis_.segmentation.forms[form].lower;
  if (foreign_->find(key) != foreign_->end()) return true;
  if (key.find('-') == std::string::npos) return false;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find('-', at), key.size());
    const std::string_view part = std::string_view(key).substr(at, end - at);
    if (part.size() >= kShortestPart && foreign_->find(part) != foreign_->end()) return true;
    at = end + 1;
  }
  return false;
}

// advice['type'], role="contentinfo", autocomplete="shipping name": an index, or an equals sign
// before the opening mark.
bool ForeignWords::is_value_of_code(std::uint32_t token) const {
  const std::string_view text = analysis_.document->text;
  const Span span = analysis_.segmentation.tokens[token].span;
  if (span.end < text.size() && text[span.end] == '[') return true;
  if (span.begin > 1 && (text[span.begin - 1] == '\'' || text[span.begin - 1] == '"') &&
      std::string_view("[{(=").find(text[span.begin - 2]) != std::string_view::npos) {
    return true;
  }
  const std::uint32_t first = sentence_at(analysis_, token).first_token;
  for (std::uint32_t i = 0; i < kMostOfValue && token > first + 1; ++i) {
    --token;
    if (!is_mark(analysis_, token, "\"")) continue;
    return form_of(analysis_, token - 1).key.back() == '=';
  }
  return false;
}

// No known word is one edit away.
bool ForeignWords::is_far_from_french(FormIndex form) {
  const auto known = far_from_french_.find(form);
  if (known != far_from_french_.end()) return known->second;
  const LanguageResources& language = *analysis_.language;
  const std::string& key = analysis_.segmentation.forms[form].key;
  const bool far = suggest_close(language.lexicon, language.familiarity, key, 1).empty();
  far_from_french_.emplace(form, far);
  return far;
}

}  // namespace limpide
