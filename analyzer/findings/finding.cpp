#include "analyzer/findings/finding.h"

#include <algorithm>
#include <array>

namespace limpide {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(OperationKind::kCount)> kOperationIds = {
    "none",
    "replace",
    "delete",
    "full-date",
    "spelling",
    "complete-negation",
    "active",
    "address-reader",
    "imperative",
    "split",
    "expand-acronym",
    "digits",
    "formula",
    "positive",
    "finite-clause",
    "name-sender",
    "reference-last",
    "lower-capitals",
    "calm-consequence",
    "this-document",
    "break-paragraph",
    "state-fact",
    "or-both",
    "list",
    "explain",
    "headings",
    "object-line",
    "lead"};

}  // namespace

bool breaks_paragraph(const Edit& edit) {
  return edit.text.find(kParagraphBreak) != std::string::npos;
}

bool only_adds(std::string_view text, const std::vector<Edit>& edits) {
  return !edits.empty() && std::all_of(edits.begin(), edits.end(), [text](const Edit& edit) {
    const std::string_view words = slice(text, edit.span);
    const std::string behind = std::string(words).append(kParagraphBreak);
    const std::string before = std::string(kParagraphBreak).append(words);
    const std::size_t size = edit.text.size();
    return size > behind.size() &&
           (edit.text.compare(0, behind.size(), behind) == 0 ||
            edit.text.compare(size - before.size(), before.size(), before) == 0);
  });
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = text.find(kParagraphBreak); at != std::string_view::npos;
       at = text.find(kParagraphBreak)) {
    pieces.push_back(text.substr(0, at));
    text.remove_prefix(at + kParagraphBreak.size());
  }
  pieces.push_back(text);
  return pieces;
}

const char* principle_id(Principle principle) {
  switch (principle) {
    case Principle::kSentences:
      return "phrases";
    case Principle::kWords:
      return "mots";
    case Principle::kOrder:
      return "ordre";
    case Principle::kLayout:
      return "presentation";
    case Principle::kTone:
      return "ton";
    case Principle::kLanguage:
      return "langue";
  }
  return "langue";
}

const char* severity_id(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "info";
    case Severity::kMinor:
      return "mineur";
    case Severity::kMajor:
      return "majeur";
    case Severity::kBlocking:
      return "bloquant";
  }
  return "info";
}

const char* confidence_id(Confidence confidence) {
  switch (confidence) {
    case Confidence::kLow:
      return "faible";
    case Confidence::kMedium:
      return "moyenne";
    case Confidence::kHigh:
      return "forte";
  }
  return "faible";
}

const char* operation_id(OperationKind kind) {
  return kOperationIds[static_cast<std::size_t>(kind)];
}

std::optional<OperationKind> operation_from_id(std::string_view id) {
  for (std::size_t i = 0; i < kOperationIds.size(); ++i) {
    if (id == kOperationIds[i]) return static_cast<OperationKind>(i);
  }
  return std::nullopt;
}

}  // namespace limpide
