#include "analyzer/rules/house/pattern_variants.h"

#include <algorithm>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr int kDeepest = 4;                 // groups inside groups
constexpr std::size_t kLongestEnding = 12;  // bytes, of "(s)" in a table

using Texts = std::vector<std::string>;

// Runs of blanks are one space, the typographic apostrophe is straight, as forms are cut.
std::string tidied(std::string_view text) {
  std::string tidy;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_at(text, at);
    if (is_space(next.code_point)) {
      if (!tidy.empty() && tidy.back() != ' ') tidy.push_back(' ');
    } else if (next.code_point == 0x2019) {
      tidy.push_back('\'');
    } else {
      tidy.append(text.substr(at, next.size));
    }
    at += next.size;
  }
  if (!tidy.empty() && tidy.back() == ' ') tidy.pop_back();
  return tidy;
}

class KeyReader {
 public:
  KeyReader(std::string_view key, KeyManner manner) : key_(key), manner_(manner) {}

  PatternVariants read() {
    Texts texts = alternatives(0);
    if (refused_.empty() && at_ < key_.size()) refuse(1);  // a bracket that nobody opened
    PatternVariants variants;
    variants.refused = refused_;
    if (!refused_.empty()) return variants;
    for (const std::string& text : texts) {
      std::string tidy = tidied(text);
      // These mean something to the table of terms.
      const std::size_t sign =
          manner_ == KeyManner::kPattern ? tidy.find_first_of("|{}") : std::string::npos;
      if (sign != std::string::npos) variants.refused = tidy.substr(sign, 1);
      const auto& known = variants.texts;
      if (!tidy.empty() && std::find(known.begin(), known.end(), tidy) == known.end())
        variants.texts.push_back(std::move(tidy));
    }
    return variants;
  }

 private:
  [[nodiscard]] bool more() const { return refused_.empty() && at_ < key_.size(); }
  [[nodiscard]] bool here(std::string_view sign) const {
    return key_.substr(at_, sign.size()) == sign;
  }
  void refuse(std::size_t bytes) {
    if (!refused_.empty()) return;
    std::size_t end = std::min(at_ + bytes, key_.size());
    while (end < key_.size() && (static_cast<unsigned char>(key_[end]) & 0xC0U) == 0x80U) ++end;
    refused_ = std::string(key_.substr(at_, end - at_));
    if (refused_.empty()) refused_ = key_;  // it ends too early
  }

  Texts alternatives(int depth) {
    Texts all = sequence(depth);
    while (more() && here("|")) {
      ++at_;
      for (std::string& text : sequence(depth)) all.push_back(std::move(text));
      if (all.size() > kMostVariants) refuse(1);
    }
    return all;
  }

  Texts sequence(int depth) {
    Texts made{""};
    while (more() && !here("|") && !here(")")) {
      bool optional = false;
      const Texts piece = next_piece(depth, optional);
      if (!refused_.empty()) return {};
      Texts longer;
      for (const std::string& start : made) {
        for (const std::string& end : piece) longer.push_back(start + end);
        if (optional) longer.push_back(start);
      }
      if (longer.size() > kMostVariants) refuse(1);
      made = std::move(longer);
    }
    return made;
  }

  Texts next_piece(int depth, bool& optional) {
    Texts piece = here("(") ? group(depth, optional) : Texts{letter()};
    if (manner_ == KeyManner::kPattern && more()) {
      if (here("?")) {
        ++at_;
        optional = true;
      }
      // "a??", "a?+", "a*": repetition.
      if (here("?") || here("*") || here("+") || here("{")) refuse(1);
    }
    return piece;
  }

  Texts group(int depth, bool& optional) {
    const std::size_t open = at_;
    ++at_;
    if (manner_ == KeyManner::kPattern && here("?")) {
      if (!here("?:")) {
        at_ = open;
        refuse(3);  // "(?=", "(?i"
        return {};
      }
      at_ += 2;
    }
    if (depth == kDeepest) {
      refuse(1);
      return {};
    }
    Texts texts = alternatives(depth + 1);
    if (!more() || !here(")")) {
      refuse(1);
      return {};
    }
    ++at_;
    // Of a table, "usager(s)": an ending that may be there.
    if (manner_ == KeyManner::kPlain) optional = open > 0 && at_ - open <= kLongestEnding;
    if (manner_ == KeyManner::kPlain && !optional) {
      at_ = open;
      refuse(1);
    }
    return texts;
  }

  std::string letter() {
    if (manner_ == KeyManner::kPattern) {
      if (here("\\")) return escaped();
      if (here("[") || here("]") || here("{") || here("}") || here("*") || here("+") || here("^") ||
          here("$") || here("?")) {
        refuse(1);
        return {};
      }
    }
    const std::size_t size = decode_at(key_, at_).size;
    std::string own(key_.substr(at_, size));
    at_ += size;
    // An unescaped point is any sign to a machine; authors mean a point. Repeated, it is neither.
    if (own == "." && manner_ == KeyManner::kPattern && (here("*") || here("+") || here("?")))
      refuse(1);
    return own;
  }

  // "\b" stands between words, where a pattern begins and ends anyway.
  std::string escaped() {
    if (here("\\b")) {
      at_ += 2;
      return {};
    }
    if (here("\\s")) {
      at_ += here("\\s+") ? 3 : 2;
      return " ";
    }
    const std::size_t next = at_ + 1;
    const bool sign = next < key_.size() && static_cast<unsigned char>(key_[next]) < 0x80 &&
                      !is_letter(static_cast<unsigned char>(key_[next])) &&
                      !is_digit(static_cast<unsigned char>(key_[next]));
    if (!sign) {
      refuse(2);  // "\w", "\d"
      return {};
    }
    at_ += 2;
    return std::string(1, key_[next]);
  }

  std::string_view key_;
  KeyManner manner_;
  std::size_t at_ = 0;
  std::string refused_;
};

}  // namespace

PatternVariants pattern_variants(std::string_view key, KeyManner manner) {
  return KeyReader(key, manner).read();
}

}  // namespace limpide
