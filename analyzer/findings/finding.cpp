#include "analyzer/findings/finding.h"

namespace limpide {

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

}  // namespace limpide
