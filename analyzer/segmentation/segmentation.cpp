#include "analyzer/segmentation/segmentation.h"

namespace limpide {

const char* protected_kind_name(ProtectedKind kind) {
  switch (kind) {
    case ProtectedKind::kDate:
      return "date";
    case ProtectedKind::kTime:
      return "time";
    case ProtectedKind::kAmount:
      return "amount";
    case ProtectedKind::kPercentage:
      return "percentage";
    case ProtectedKind::kPhone:
      return "phone";
    case ProtectedKind::kEmail:
      return "email";
    case ProtectedKind::kUrl:
      return "url";
    case ProtectedKind::kIban:
      return "iban";
    case ProtectedKind::kNir:
      return "nir";
    case ProtectedKind::kPostalCode:
      return "postal-code";
    case ProtectedKind::kLawReference:
      return "law-reference";
    case ProtectedKind::kFormNumber:
      return "form-number";
    case ProtectedKind::kCaseNumber:
      return "case-number";
    case ProtectedKind::kNumber:
      return "number";
    case ProtectedKind::kMergeField:
      return "merge-field";
  }
  return "";
}

Span sentence_span(const Segmentation& segmentation, const Sentence& sentence) {
  return {segmentation.tokens[sentence.first_token].span.begin,
          segmentation.tokens[sentence.token_end - 1].span.end};
}

Span protected_text(const Segmentation& segmentation, const ProtectedSpan& span) {
  return {segmentation.tokens[span.first_token].span.begin,
          segmentation.tokens[span.token_end - 1].span.end};
}

}  // namespace limpide
