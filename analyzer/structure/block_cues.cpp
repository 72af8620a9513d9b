#include "analyzer/structure/block_cues.h"

#include <algorithm>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::uint32_t kColonReach = 6;   // tokens
constexpr std::uint32_t kBareArticle = 4;  // tokens of "article L. 12 bis", without its code
constexpr std::uint32_t kBlankBytes = 4;   // a run of dots or low lines at least that long

bool is_bullet(char32_t c) {
  return c == U'-' || c == 0x2013 || c == 0x2014 || c == U'*' || c == 0x2022 || c == 0x00B7 ||
         c == 0x25AA || c == 0x25CF || (c >= 0x2610 && c <= 0x2612) || c == 0x25A1 || c == 0x27A2 ||
         c == 0x2192 || (c >= 0xE000 && c <= 0xF8FF);
}

bool is_closing_mark(char32_t c) {
  return c == 0xBB || c == 0x201D || c == U')' || c == U']' || c == U'"';
}

bool is_opening_mark(char32_t c) {
  return c == 0xAB || c == 0x201C || c == U'(' || c == U'[' || c == U'"';
}

class CueReader {
 public:
  CueReader(const Document& document, const Segmentation& segmentation,
            const StructureResources& resources)
      : document_(document),
        segmentation_(segmentation),
        resources_(resources),
        tails_(segmentation.forms.size()),
        marks_(segmentation.forms.size()) {
    for (std::size_t i = 0; i < segmentation.forms.size(); ++i) {
      const Form& form = segmentation.forms[i];
      const auto found = resources.phrases.find(form.lower);
      if (found != resources.phrases.end()) tails_[i] = &found->second;
      marks_[i] = marks_of(form);
    }
  }

  std::vector<BlockCues> run() {
    std::vector<BlockCues> all;
    all.reserve(document_.blocks.size());
    std::uint32_t token = 0;
    for (const Block& block : document_.blocks) {
      BlockCues cues;
      cues.first_token = token;
      while (token < segmentation_.tokens.size() &&
             segmentation_.tokens[token].span.begin < block.text.end) {
        ++token;
      }
      cues.token_end = token;
      read(block, cues);
      all.push_back(cues);
    }
    return all;
  }

 private:
  // What is asked of every token is asked once of its form.
  enum FormMark : std::uint8_t {
    kHasLetter = 1,
    kLong = 2,         // four letters or more
    kLongCapital = 4,  // the same, all in capitals
    kFinite = 8,
    kSmall = 16,  // a small word of French
    kColon = 32,
    kBar = 64,
  };
  [[nodiscard]] std::uint8_t marks_of(const Form& form) const {
    unsigned marks = 0;
    if (form.letters > 0) marks |= kHasLetter;
    if (form.letters >= 4) marks |= kLong;
    if (form.letters >= 4 && form.casing == Casing::kUpper) marks |= kLongCapital;
    if (is_finite_verb(form)) marks |= kFinite;
    const auto small = resources_.small_words.find(form.lower);
    if (small != resources_.small_words.end() && (small->second & kFrenchBit) != 0) marks |= kSmall;
    if (form.key == ":") marks |= kColon;
    if (form.key == "|") marks |= kBar;
    return static_cast<std::uint8_t>(marks);
  }
  [[nodiscard]] bool has(std::uint32_t i, FormMark mark) const {
    return (marks_[token(i).form] & mark) != 0;
  }

  // Names and nouns that are also a form of a verb do not count; "est", "a" do: they are verbs
  // nearly always.
  [[nodiscard]] bool is_finite_verb(const Form& written) const {
    if (resources_.lexicon == nullptr || written.lexicon == kNoForm) return false;
    if (written.casing == Casing::kUpper) return false;
    const LexicalTraits& traits = resources_.lexicon->traits(written.lexicon);
    if (!traits.finite_verb) return false;
    const std::uint32_t verbs =
        (1U << static_cast<unsigned>(Upos::kVerb)) | (1U << static_cast<unsigned>(Upos::kAux));
    return traits.may_be(Upos::kAux) || (traits.upos_mask & ~verbs) == 0;
  }

  [[nodiscard]] const Token& token(std::uint32_t i) const { return segmentation_.tokens[i]; }
  [[nodiscard]] const Form& form(std::uint32_t i) const {
    return segmentation_.forms[token(i).form];
  }
  [[nodiscard]] char32_t first_char(std::uint32_t i) const {
    return decode_at(document_.text, token(i).span.begin).code_point;
  }

  [[nodiscard]] std::string_view gap_before(std::uint32_t i, std::uint32_t first) const {
    if (i == first) return {};
    const std::uint32_t begin = token(i - 1).span.end;
    return std::string_view(document_.text).substr(begin, token(i).span.begin - begin);
  }

  // Phrases that begin with token i and lie before `end`.
  [[nodiscard]] PhraseBits phrases_at(std::uint32_t i, std::uint32_t end) const {
    const std::vector<PhraseTail>* tails = tails_[token(i).form];
    if (tails == nullptr) return 0;
    PhraseBits bits = 0;
    for (const PhraseTail& tail : *tails) {
      if (tail.words.size() > end - i - 1) continue;
      std::uint32_t at = i + 1;
      const bool fits =
          std::all_of(tail.words.begin(), tail.words.end(),
                      [&](const std::string& word) { return form(at++).lower == word; });
      if (fits) bits |= bit_of(tail.phrase);
    }
    return bits;
  }

  void read(const Block& block, BlockCues& cues) {
    std::uint32_t line = cues.first_token;
    bool wide = false;
    quotation_ = 0;
    quoted_ = false;
    first_word_ = cues.first_token;
    while (first_word_ + 1 < cues.token_end && is_opening_mark(first_char(first_word_)))
      ++first_word_;
    for (std::uint32_t i = cues.first_token; i < cues.token_end; ++i) {
      const std::string_view gap = gap_before(i, cues.first_token);
      if (gap.empty() || gap == " ") {
        wide = wide || (i > line && has(i, kBar));
        read_token(i, i == line, cues);
        continue;
      }
      const bool breaks = !block.hard_wrapped && gap.find('\n') != std::string_view::npos;
      if (breaks) {
        read_line(line, i, wide, cues);
        line = i;
        wide = false;
      } else if (i > line) {
        wide = wide || gap.find('\t') != std::string_view::npos ||
               gap.find("  ") != std::string_view::npos || has(i, kBar);
      }
      read_token(i, i == line, cues);
    }
    if (line < cues.token_end) read_line(line, cues.token_end, wide, cues);
    read_spans(cues);
    read_ends(cues);
  }

  void read_token(std::uint32_t i, bool opens_line, BlockCues& cues) {
    const char32_t c = first_char(i);
    if (c == 0xAB || c == 0x201C) {
      quoted_ = true;
      quotation_ = 0;
    }
    if (c == 0xBB || c == 0x201D) quoted_ = false;
    const PhraseBits phrases = phrases_at(i, cues.token_end);
    cues.holds |= phrases;
    if ((phrases & bit_of(Phrase::kPostalField)) != 0) ++cues.postal_codes;
    if (opens_line) cues.line_starts |= phrases;
    if (i == first_word_) cues.starts = phrases;
    if (has(i, kHasLetter)) {
      ++cues.words;
      if (quoted_) cues.quoted_words = std::max(cues.quoted_words, ++quotation_);
      if (has(i, kLong)) ++cues.long_words;
      if (has(i, kFinite)) ++cues.finite_verbs;
      if (has(i, kLongCapital)) ++cues.capital_words;
      return;
    }
    const bool fill = c == 0x2026 || c == U'.' || c == U'_';
    if (fill && token(i).span.size() >= kBlankBytes) ++cues.blanks;
    const bool dash = c == 0x2013 || c == 0x2014 || (c == U'-' && token(i).span.size() == 1);
    if (dash && !opens_line && token(i).space_before) ++cues.dashes;
    if (c == U':' && i - cues.first_token < kColonReach) cues.colon_after_start = true;
  }

  void read_line(std::uint32_t begin, std::uint32_t end, bool wide, BlockCues& cues) {
    ++cues.lines;
    std::uint32_t words = 0;
    std::uint32_t colon = end;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (has(i, kHasLetter)) ++words;
      if (colon == end && has(i, kColon)) colon = i;
    }
    cues.longest_line = std::max(cues.longest_line, words);
    if (wide) ++cues.column_lines;
    if (is_item(begin, end)) ++cues.item_lines;
    const bool label = colon < end && colon > begin && colon - begin <= kColonReach;
    if (label && colon + 1 < end && words <= 12) ++cues.label_lines;
  }

  // A bullet; "a)", "1)", "2" + degree sign.
  [[nodiscard]] bool is_item(std::uint32_t begin, std::uint32_t end) const {
    if (begin + 1 >= end) return false;
    if (is_bullet(first_char(begin)) && token(begin + 1).space_before) return true;
    const Form& head = form(begin);
    const bool short_head = head.key.size() <= 2;
    if (short_head && form(begin + 1).key == ")" && !token(begin + 1).space_before) return true;
    return token(begin).kind == TokenKind::kNumber && head.key.size() <= 4 && head.key.size() > 2 &&
           head.key.compare(head.key.size() - 2, 2, "\xC2\xB0") == 0;
  }

  void read_spans(BlockCues& cues) {
    const auto& spans = segmentation_.protected_spans;
    while (next_span_ < spans.size() && spans[next_span_].first_token < cues.first_token) {
      ++next_span_;
    }
    for (; next_span_ < spans.size() && spans[next_span_].first_token < cues.token_end;
         ++next_span_) {
      const ProtectedSpan& span = spans[next_span_];
      switch (span.kind) {
        case ProtectedKind::kDate:
          ++cues.dates;
          break;
        case ProtectedKind::kPhone:
        case ProtectedKind::kEmail:
        case ProtectedKind::kUrl:
          ++cues.contacts;
          break;
        case ProtectedKind::kPostalCode:
          ++cues.postal_codes;
          break;
        case ProtectedKind::kLawReference:
          ++cues.law_references;
          break;
        case ProtectedKind::kCaseNumber:
          ++cues.case_numbers;
          break;
        default:
          break;
      }
      const bool first = span.first_token == cues.first_token;
      if (first && span.kind == ProtectedKind::kLawReference) {
        cues.starts_with_article = true;
        const bool colon = span.token_end < cues.token_end && form(span.token_end).key == ":";
        cues.code_before_colon = colon && span.token_end - span.first_token > kBareArticle;
      }
      if (span.kind == ProtectedKind::kDate && span.token_end + 1 >= cues.token_end) {
        cues.ends_with_date = is_place(cues.first_token, span.first_token);
      }
    }
  }

  // Names and the little words between them: "Saint-Denis, le", "Bourg en Bresse le".
  [[nodiscard]] bool is_place(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (form(i).casing == Casing::kLower && !has(i, kSmall)) return false;
    }
    return true;
  }

  void read_ends(BlockCues& cues) const {
    if (cues.first_token == cues.token_end) return;
    std::uint32_t last = cues.token_end;
    while (last > cues.first_token + 1 && is_closing_mark(first_char(last - 1))) --last;
    cues.last = decode_before(document_.text, token(last - 1).span.end).code_point;
    if (cues.token_end - cues.first_token < 3) return;
    const Form& head = form(cues.first_token);
    const bool number = token(cues.first_token).kind == TokenKind::kNumber || head.letters <= 4;
    cues.numbered = number && head.key.size() <= 4 && form(cues.first_token + 1).key == "." &&
                    (head.casing == Casing::kUpper || head.letters == 0);
    const bool initial = head.letters == 1 && head.casing == Casing::kUpper &&
                         head.key.size() == 2 && head.key.back() == '.';
    cues.numbered = cues.numbered || initial;
  }

  const Document& document_;
  const Segmentation& segmentation_;
  const StructureResources& resources_;
  std::vector<const std::vector<PhraseTail>*> tails_;
  std::vector<std::uint8_t> marks_;  // FormMark bits of each form
  std::size_t next_span_ = 0;
  std::uint32_t first_word_ = 0;  // token of the block, after opening marks
  bool quoted_ = false;
  std::uint32_t quotation_ = 0;  // words of the quotation being read
};

}  // namespace

std::vector<BlockCues> block_cues(const Document& document, const Segmentation& segmentation,
                                  const StructureResources& resources) {
  return CueReader(document, segmentation, resources).run();
}

}  // namespace limpide
