#include <algorithm>
#include <array>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/structure/cue_phrases.h"

namespace limpide {
namespace {

constexpr std::uint32_t kGapReach = 12;  // tokens
constexpr std::uint32_t kBlankBytes = 4;
constexpr std::uint32_t kDotsBytes = 3;    // "..." or its one sign
constexpr std::uint32_t kFieldReach = 12;  // tokens from its opening to its closing sign
constexpr std::size_t kMaskBytes = 4;      // of a part of "jj/mm/aaaa"
constexpr std::size_t kRunBytes = 64;
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
      const bool named = static_cast<CueHolder>(kind) != CueHolder::kField ||
                         element.fields.empty() || (end != 0 && field_holds(element, {i, end}));
      if (end != 0 && named) return end;
    }
    return 0;
  }

  // "{SERVICE_TEL}" for "tel": a word of the field begins so, or goes on so after a low line.
  [[nodiscard]] bool field_holds(const CueElement& element, TokenRange field) const {
    for (std::uint32_t i = field.first; i < field.end; ++i) {
      const std::string& text = text_.folded[text_.segmentation.tokens[i].form];
      for (const std::string& word : element.fields) {
        if (text.compare(0, word.size(), word) == 0) return true;
        if (text.find("_" + word) != std::string::npos) return true;
      }
    }
    return false;
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
        return blank_end(i);
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

  // What the segmentation knows as a field, a name between single braces ("{NOM}"), or between
  // quotes, brackets or angles what begins with a word of the list: "[nom du service]".
  [[nodiscard]] std::uint32_t field_end(std::uint32_t i) const {
    const std::uint32_t end = protected_end(ProtectedKind::kMergeField, i);
    if (end != 0) return end;
    const std::string& key = form(i).key;
    const bool braces = key == "{" && i + 2 < end_ && form(i + 2).key == "}";
    if (braces && form(i + 1).letters > 0) return i + 3;
    if (key == "\xC2\xAB") return listed_end(i, "\xC2\xBB");
    if (key == "[") return listed_end(i, "]");
    if (key == "<") return listed_end(i, ">");
    return key.front() == '%' ? percent_end(i) : 0;
  }

  [[nodiscard]] std::uint32_t listed_end(std::uint32_t i, std::string_view close) const {
    if (i + 2 >= end_ || !text_.field_word[text_.segmentation.tokens[i + 1].form]) return 0;
    for (std::uint32_t at = i + 2; at < end_ && at - i <= kFieldReach; ++at) {
      if (form(at).key == close) return at + 1;
    }
    return 0;
  }

  // "%%date%%", however the tokens are cut.
  [[nodiscard]] std::uint32_t percent_end(std::uint32_t i) const {
    const std::string_view text = run_from(i);
    const std::size_t open = text.find_first_not_of('%');
    if (open == std::string_view::npos || open > 2) return 0;
    const std::size_t close = text.find('%', open);
    if (close == std::string_view::npos || close == open) return 0;
    for (const char c : text.substr(open, close - open)) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c < 0;
      if (!letter) return 0;
    }
    return token_end_at(i, std::min(text.size(), close + open));
  }

  // The text of the block from token i to the next space.
  [[nodiscard]] std::string_view run_from(std::uint32_t i) const {
    const auto& tokens = text_.segmentation.tokens;
    const Span block = text_.document.blocks[text_.block_of_token[i]].text;
    const std::string_view text =
        slice(text_.document.text, {tokens[i].span.begin, block.end}).substr(0, kRunBytes);
    return text.substr(0, text.find_first_of(" \t\n"));
  }
  // One past the tokens that the `bytes` from token i on take.
  [[nodiscard]] std::uint32_t token_end_at(std::uint32_t i, std::size_t bytes) const {
    const auto& tokens = text_.segmentation.tokens;
    std::uint32_t at = i;
    while (at < end_ && tokens[at].span.begin < tokens[i].span.begin + bytes) ++at;
    return at;
  }

  // "9 mars 2026", "09/03/26"
  [[nodiscard]] bool has_year(std::uint32_t i) const {
    const std::uint32_t end = protected_end(ProtectedKind::kDate, i);
    if (end == 0) return false;
    const std::string_view date =
        slice(text_.document.text, range_span(text_.segmentation, {i, end}));
    std::size_t groups = 0;
    std::size_t digits = 0;  // of the last group
    for (const char c : date) {
      const bool digit = c >= '0' && c <= '9';
      if (digit && digits == 0) ++groups;
      digits = digit ? digits + 1 : 0;
    }
    return digits >= 4 || (digits == 2 && groups == 3);
  }

  // Dots or low lines, "__/__/____", "jj/mm/aaaa", or the dots before a word of the list.
  [[nodiscard]] std::uint32_t blank_end(std::uint32_t i) const {
    const std::string_view run = run_from(i);
    if (const std::size_t mask = mask_bytes(run); mask > 0) return token_end_at(i, mask);
    const Span span = text_.segmentation.tokens[i].span;
    const char32_t first = decode_at(text_.document.text, span.begin).code_point;
    if (first != U'.' && first != U'_' && first != 0x2026) return 0;
    if (span.size() >= kBlankBytes) return i + 1;
    if (span.size() < kDotsBytes || i + 1 >= end_) return 0;
    return text_.field_word[text_.segmentation.tokens[i + 1].form] ? i + 2 : 0;
  }

  // Bytes of a date that is only drawn, or 0: day, month, year, each of its own sign.
  [[nodiscard]] static std::size_t mask_bytes(std::string_view run) {
    constexpr std::array<std::string_view, 3> kSigns = {"_xXjJdD", "_xXmM", "_xXaAyY"};
    std::size_t at = 0;
    for (std::size_t part = 0; part < kSigns.size(); ++part) {
      if (part > 0) {
        if (at >= run.size() || (run[at] != '/' && run[at] != '.' && run[at] != '-')) return 0;
        ++at;
      }
      const std::size_t begin = at;
      while (at < run.size() && kSigns[part].find(run[at]) != std::string_view::npos) ++at;
      const std::size_t size = at - begin;
      if (size < 2 || size > kMaskBytes) return 0;
    }
    return at;
  }

  // "Anne Leroy", "LEROY Anne", "A. Leroy": two words or more with a capital. In capitals only
  // after a civility: "ASSURANCE SANTE" is nobody.
  [[nodiscard]] std::uint32_t name_end(std::uint32_t i) const {
    std::uint32_t end = i;
    bool capitals = true;
    while (end < end_ && end - i < kMaxNameWords && is_name_word(end) &&
           (end == i || same_line(end))) {
      capitals = capitals && form(end).casing == Casing::kUpper && form(end).letters > 1;
      ++end;
    }
    if (end - i < 2 || form(end - 1).letters < 2) return 0;
    return capitals && !after_civility(i) ? 0 : end;
  }
  [[nodiscard]] bool after_civility(std::uint32_t i) const {
    return i > 0 && text_.block_of_token[i - 1] == text_.block_of_token[i] &&
           text_.civility[text_.segmentation.tokens[i - 1].form];
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
