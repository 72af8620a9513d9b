#include "analyzer/rules/explanations.h"

#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/kinds/words.h"

namespace limpide {
namespace {

std::string comparable(std::string_view text) { return with_straight_apostrophes(to_lower(text)); }

}  // namespace

bool Explanations::stand_before(WordIndex word) {
  const Segmentation& cut = analysis_.segmentation;
  return known(form_at(word)).first <= cut.tokens[cut.words[word].token].span.begin;
}

bool Explanations::stand_anywhere(WordIndex word) {
  if (stand_before(word)) return true;
  const std::string& form = form_at(word);
  return known(form).in_full || beside_.count(form) != 0;
}

const std::string& Explanations::form_at(WordIndex word) const {
  return form_of(analysis_, analysis_.segmentation.words[word].token).lower;
}

// One look at each bracket, so that the cost is that of the text and not of its sigles.
void Explanations::read_brackets() {
  constexpr std::uint32_t kWordsInside = 3;
  const auto& tokens = analysis_.segmentation.tokens;
  const auto count = static_cast<std::uint32_t>(tokens.size());
  const auto lower = [this](std::uint32_t token) -> const std::string& {
    return form_of(analysis_, token).lower;
  };
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!is_mark(analysis_, i, "(")) continue;
    // In the order of the text: the first place of a form stays.
    const std::uint32_t first = i == 0 ? 1 : i - 1;
    for (std::uint32_t near = first; near < count && near <= i + kWordsInside; ++near) {
      if (near != i) in_brackets_.emplace(lower(near), tokens[near].span.begin);
    }
    if (i + 2 < count && is_mark(analysis_, i + 2, ")")) beside_[lower(i + 1)] = true;
    if (i >= 2 && i + 2 < count && !is_mark(analysis_, i + 2, ")")) beside_[lower(i - 1)] = true;
  }
}

std::uint32_t Explanations::in_full(const std::string& form) {
  std::string sigle;
  for (const char byte : form) {
    const bool small = byte >= 'a' && byte <= 'z';
    if (byte != '.') sigle.push_back(small ? static_cast<char>(byte - 'a' + 'A') : byte);
  }
  const auto expansion = table_.expansions.find(sigle);
  if (expansion == table_.expansions.end() || expansion->second.empty()) return kNever;
  // Lower case may change lengths for rare letters; a word more or less does not matter here.
  if (text_.empty()) text_ = comparable(analysis_.document->text);
  const std::size_t found = text_.find(comparable(expansion->second));
  return found == std::string::npos ? kNever : static_cast<std::uint32_t>(found);
}

const Explanations::Known& Explanations::known(const std::string& form) {
  if (!read_) read_brackets();
  read_ = true;
  const auto added = known_.emplace(form, Known{});
  Known& one = added.first->second;
  if (!added.second) return one;
  const std::uint32_t full = in_full(form);
  const auto bracket = in_brackets_.find(form);
  one.in_full = full != kNever;
  one.first = std::min(full, bracket == in_brackets_.end() ? kNever : bracket->second);
  return one;
}

}  // namespace limpide
