#include "analyzer/segmentation/protected_spans.h"

#include <algorithm>

#include "analyzer/segmentation/scanners.h"

namespace limpide {
namespace {

constexpr ClassBits kReferenceBits = bit_of(WordClass::kForm) | bit_of(WordClass::kNumberSign) |
                                     bit_of(WordClass::kNumberWord) | bit_of(WordClass::kCaseLabel);
constexpr ClassBits kLawBits = bit_of(WordClass::kArticle) | bit_of(WordClass::kLawText) |
                               bit_of(WordClass::kParagraph) | bit_of(WordClass::kOrdinal) |
                               bit_of(WordClass::kArticleLetter);
constexpr ClassBits kDateBits = bit_of(WordClass::kWeekday) | bit_of(WordClass::kMonth);

class Finder {
 public:
  Finder(const Document& document, const TokenStream& stream,
         const SegmentationResources& resources)
      : stream_(stream), resources_(resources) {
    for (const MergeField& field : document.merge_fields) {
      if (!field.text.empty()) fields_.push_back(field.text);
    }
    std::sort(fields_.begin(), fields_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  }

  void run(std::size_t begin, std::size_t end, std::vector<ProtectedSpan>& out) {
    for (std::size_t i = begin; i < end;) {
      const FoundReference found = find(i);
      if (found.end <= found.begin) {
        ++i;
        continue;
      }
      out.push_back({found.kind, static_cast<std::uint32_t>(found.begin),
                     static_cast<std::uint32_t>(std::min(found.end, end))});
      i = found.end;
    }
  }

 private:
  [[nodiscard]] FoundReference find(std::size_t i) {
    if (!fields_.empty()) {
      if (const std::size_t end = document_field(i); end > i) {
        return {ProtectedKind::kMergeField, i, end};
      }
    }
    switch (stream_.tokens[i].kind) {
      case TokenKind::kNumber:
        return of_number(i);
      case TokenKind::kWord:
        return of_word(i);
      case TokenKind::kSymbol:
      case TokenKind::kPunctuation: {
        return {ProtectedKind::kMergeField, i, scan_merge_field(stream_, i)};
      }
      case TokenKind::kOther:
        break;
    }
    return {ProtectedKind::kNumber, i, i};
  }

  [[nodiscard]] std::size_t document_field(std::size_t i) {
    const Span span = stream_.tokens[i].span;
    while (next_field_ < fields_.size() && fields_[next_field_].end <= span.begin) ++next_field_;
    if (next_field_ == fields_.size() || !fields_[next_field_].overlaps(span)) return i;
    std::size_t end = i + 1;
    while (stream_.follows(end) && fields_[next_field_].overlaps(stream_.tokens[end].span)) ++end;
    return end;
  }

  [[nodiscard]] FoundReference of_number(std::size_t i) const {
    if (const auto end = scan_law_reference(stream_, resources_, i); end > i) {
      return {ProtectedKind::kLawReference, i, end};
    }
    if (const auto end = scan_date(stream_, i); end > i) return {ProtectedKind::kDate, i, end};
    if (const auto end = scan_time(stream_, i); end > i) return {ProtectedKind::kTime, i, end};
    if (const auto end = scan_amount(stream_, i); end > i) return {ProtectedKind::kAmount, i, end};
    if (const auto end = scan_percentage(stream_, i); end > i) {
      return {ProtectedKind::kPercentage, i, end};
    }
    if (const auto end = scan_nir(stream_, i); end > i) return {ProtectedKind::kNir, i, end};
    if (const auto end = scan_phone(stream_, i); end > i) return {ProtectedKind::kPhone, i, end};
    return {ProtectedKind::kPostalCode, i, scan_postal_code(stream_, i)};
  }

  [[nodiscard]] FoundReference of_word(std::size_t i) const {
    const ClassBits bits = stream_.bits_at(i);
    if (bits == 0) return of_plain_word(i);
    if ((bits & kLawBits) != 0) {
      if (const auto end = scan_law_reference(stream_, resources_, i); end > i) {
        return {ProtectedKind::kLawReference, i, end};
      }
    }
    if ((bits & kReferenceBits) != 0) {
      const FoundReference found = scan_reference(stream_, i);
      if (found.end > found.begin) return found;
    }
    if ((bits & kDateBits) != 0) {
      if (const auto end = scan_date(stream_, i); end > i) return {ProtectedKind::kDate, i, end};
    }
    return {ProtectedKind::kNumber, i, i};
  }

  // A word of no list: an address, an account, a Roman figure before "de l'article".
  [[nodiscard]] FoundReference of_plain_word(std::size_t i) const {
    const Form& form = stream_.forms[stream_.tokens[i].form];
    const bool plain = form.casing == Casing::kLower && form.letters == form.key.size();
    if (plain) return {ProtectedKind::kNumber, i, i};
    if (const auto end = scan_email(stream_, i); end > i) return {ProtectedKind::kEmail, i, end};
    if (const auto end = scan_url(stream_, resources_.classes, i); end > i) {
      return {ProtectedKind::kUrl, i, end};
    }
    if (const auto end = scan_iban(stream_, i); end > i) return {ProtectedKind::kIban, i, end};
    if (form.casing != Casing::kUpper) return {ProtectedKind::kNumber, i, i};
    return {ProtectedKind::kLawReference, i, scan_law_reference(stream_, resources_, i)};
  }

  const TokenStream& stream_;
  const SegmentationResources& resources_;
  std::vector<Span> fields_;  // by begin
  std::size_t next_field_ = 0;
};

}  // namespace

std::vector<ProtectedSpan> find_protected_spans(const Document& document, const TokenStream& stream,
                                                const SegmentationResources& resources) {
  std::vector<ProtectedSpan> spans;
  Finder finder(document, stream, resources);
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    if (document.blocks[block].kind == BlockKind::kCode) continue;
    finder.run(stream.block_tokens[block], stream.block_tokens[block + 1], spans);
  }
  return spans;
}

}  // namespace limpide
