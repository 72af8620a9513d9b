#include <algorithm>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/structure/cue_phrases.h"

namespace limpide {
namespace {

constexpr std::uint32_t kGapReach = 12;  // tokens
constexpr std::uint32_t kBlankBytes = 4;
constexpr std::uint32_t kMaxNameWords = 4;

// Tries the phrases of a table at tokens of one text.
class Matcher {
 public:
  Matcher(const CueTable& table, const CueText& text) : table_(table), text_(text) {}

  std::vector<CueHit> run() {
    find_candidates();
    std::vector<CueHit> hits;
    const auto& tokens = text_.segmentation.tokens;
    std::uint32_t block_end = 0;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (i >= block_end) {
        block_end = i + 1;
        while (block_end < tokens.size() &&
               text_.block_of_token[block_end] == text_.block_of_token[i]) {
          ++block_end;
        }
      }
      end_ = block_end;
      try_at(i, hits);
    }
    return hits;
  }

 private:
  void find_candidates() {
    candidates_.resize(text_.folded.size());
    for (std::size_t f = 0; f < text_.folded.size(); ++f) {
      const std::string& word = text_.folded[f];
      std::vector<std::uint32_t>& found = candidates_[f];
      const auto add = [&found](const std::vector<std::uint32_t>& phrases) {
        found.insert(found.end(), phrases.begin(), phrases.end());
      };
      const auto exact = table_.by_word.find(word);
      if (exact != table_.by_word.end()) add(exact->second);
      if (word.size() < kMinPrefix) continue;
      // Only the prefixes that share the first bytes of the word are looked at.
      const std::string_view start = std::string_view(word).substr(0, kMinPrefix);
      for (auto at = table_.by_prefix.lower_bound(start);
           at != table_.by_prefix.end() && at->first.compare(0, kMinPrefix, start) == 0; ++at) {
        if (word.compare(0, at->first.size(), at->first) == 0) add(at->second);
      }
    }
  }

  void try_at(std::uint32_t i, std::vector<CueHit>& hits) {
    tried_.assign(candidates_[text_.segmentation.tokens[i].form].begin(),
                  candidates_[text_.segmentation.tokens[i].form].end());
    for (std::size_t holder = 0; holder < table_.by_holder.size(); ++holder) {
      const auto& phrases = table_.by_holder[holder];
      if (phrases.empty() || holder_end(static_cast<CueHolder>(holder), i) == 0) continue;
      tried_.insert(tried_.end(), phrases.begin(), phrases.end());
    }
    std::sort(tried_.begin(), tried_.end());
    tried_.erase(std::unique(tried_.begin(), tried_.end()), tried_.end());
    for (const std::uint32_t phrase : tried_) {
      const std::uint32_t end = match(table_.phrases[phrase], 0, i);
      if (end > i) hits.push_back({phrase, {i, end}});
    }
  }

  // End of the shortest match of the elements from `at` on, or 0.
  [[nodiscard]] std::uint32_t match(const CuePhrase& phrase, std::size_t at,
                                    std::uint32_t token) const {
    if (at == phrase.size()) return token;
    const CueElement& element = phrase[at];
    if (element.gap) {
      for (std::uint32_t i = token; i <= std::min(token + kGapReach, end_); ++i) {
        const std::uint32_t end = match(phrase, at + 1, i);
        if (end != 0) return end;
        if (i < end_ && ends_sentence(i)) return 0;
      }
      return 0;
    }
    if (token < end_) {
      const std::uint32_t next = element_end(element, token);
      if (next != 0 && next <= end_) {
        const std::uint32_t end = match(phrase, at + 1, next);
        if (end != 0) return end;
      }
    }
    return element.optional ? match(phrase, at + 1, token) : 0;
  }

  [[nodiscard]] std::uint32_t element_end(const CueElement& element, std::uint32_t i) const {
    const std::string& word = text_.folded[text_.segmentation.tokens[i].form];
    if (std::binary_search(element.words.begin(), element.words.end(), word)) return i + 1;
    for (const std::string& prefix : element.prefixes) {
      if (word.compare(0, prefix.size(), prefix) == 0) return i + 1;
    }
    for (std::uint32_t bits = element.holders; bits != 0; bits &= bits - 1) {
      std::uint32_t kind = 0;
      while ((bits >> kind & 1U) == 0) ++kind;
      const std::uint32_t end = holder_end(static_cast<CueHolder>(kind), i);
      if (end != 0) return end;
    }
    return 0;
  }

  [[nodiscard]] bool ends_sentence(std::uint32_t i) const {
    const std::string& key = form(i).key;
    return key == "." || key == "!" || key == "?";
  }
  [[nodiscard]] const Form& form(std::uint32_t i) const {
    return text_.segmentation.forms[text_.segmentation.tokens[i].form];
  }

  [[nodiscard]] std::uint32_t holder_end(CueHolder holder, std::uint32_t i) const {
    switch (holder) {
      case CueHolder::kDate:
        return protected_end(ProtectedKind::kDate, i);
      case CueHolder::kFullDate:
        return has_year(i) ? protected_end(ProtectedKind::kDate, i) : 0;
      case CueHolder::kTime:
        return protected_end(ProtectedKind::kTime, i);
      case CueHolder::kAmount:
        return protected_end(ProtectedKind::kAmount, i);
      case CueHolder::kPhone:
        return protected_end(ProtectedKind::kPhone, i);
      case CueHolder::kEmail:
        return protected_end(ProtectedKind::kEmail, i);
      case CueHolder::kUrl:
        return protected_end(ProtectedKind::kUrl, i);
      case CueHolder::kPostalCode:
        return protected_end(ProtectedKind::kPostalCode, i);
      case CueHolder::kLaw:
        return protected_end(ProtectedKind::kLawReference, i);
      case CueHolder::kField:
        return field_end(i);
      case CueHolder::kNumber:
        return text_.segmentation.tokens[i].kind == TokenKind::kNumber ? i + 1 : 0;
      case CueHolder::kBlank:
        return is_blank(i) ? i + 1 : 0;
      case CueHolder::kName:
        return name_end(i);
      case CueHolder::kItem:
        return text_.item_at[i] ? i + 1 : 0;
      case CueHolder::kCount:
        break;
    }
    return 0;
  }

  [[nodiscard]] std::uint32_t protected_end(ProtectedKind kind, std::uint32_t i) const {
    if (text_.protected_at[i] == 0) return 0;
    const ProtectedSpan& span = text_.segmentation.protected_spans[text_.protected_at[i] - 1];
    return span.kind == kind ? span.token_end : 0;
  }

  // What the segmentation knows as a field, or a name between single braces: "{NOM}".
  [[nodiscard]] std::uint32_t field_end(std::uint32_t i) const {
    const std::uint32_t end = protected_end(ProtectedKind::kMergeField, i);
    if (end != 0) return end;
    const bool braces = i + 2 < end_ && form(i).key == "{" && form(i + 2).key == "}";
    return braces && form(i + 1).letters > 0 ? i + 3 : 0;
  }

  [[nodiscard]] bool has_year(std::uint32_t i) const {
    const std::uint32_t end = protected_end(ProtectedKind::kDate, i);
    if (end == 0) return false;
    const Span last = text_.segmentation.tokens[end - 1].span;
    const std::string_view word = slice(text_.document.text, last);
    const std::size_t digits = word.find_last_not_of("0123456789");
    return word.size() - (digits == std::string_view::npos ? 0 : digits + 1) >= 4;
  }

  [[nodiscard]] bool is_blank(std::uint32_t i) const {
    const Span span = text_.segmentation.tokens[i].span;
    const char32_t first = decode_at(text_.document.text, span.begin).code_point;
    return (first == U'.' || first == U'_' || first == 0x2026) && span.size() >= kBlankBytes;
  }

  // "Anne Leroy", "LEROY Anne", "A. Leroy": two words or more with a capital.
  [[nodiscard]] std::uint32_t name_end(std::uint32_t i) const {
    std::uint32_t end = i;
    while (end < end_ && end - i < kMaxNameWords && is_name_word(end) &&
           (end == i || same_line(end))) {
      ++end;
    }
    return end - i >= 2 && form(end - 1).letters >= 2 ? end : 0;
  }
  // No line break of the author stands before the token.
  [[nodiscard]] bool same_line(std::uint32_t i) const {
    const std::uint32_t begin = text_.segmentation.tokens[i - 1].span.end;
    const std::uint32_t end = text_.segmentation.tokens[i].span.begin;
    return slice(text_.document.text, {begin, end}).find('\n') == std::string_view::npos;
  }
  [[nodiscard]] bool is_name_word(std::uint32_t i) const {
    const Form& word = form(i);
    if (word.letters == 0 || text_.not_name[text_.segmentation.tokens[i].form]) return false;
    return word.casing == Casing::kCapitalized || word.casing == Casing::kUpper ||
           word.casing == Casing::kMixed;
  }

  const CueTable& table_;
  const CueText& text_;
  std::vector<std::vector<std::uint32_t>> candidates_;  // by form
  std::vector<std::uint32_t> tried_;
  std::uint32_t end_ = 0;  // of the block
};

}  // namespace

std::vector<CueHit> find_cues(const CueTable& table, const CueText& text) {
  return Matcher(table, text).run();
}

Span range_span(const Segmentation& segmentation, TokenRange range) {
  return {segmentation.tokens[range.first].span.begin, segmentation.tokens[range.end - 1].span.end};
}

}  // namespace limpide
