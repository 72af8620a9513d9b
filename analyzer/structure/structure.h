// What each block is for, whether it is French, and what the document is. In: a Document, its
// Segmentation, the resources. Out: one BlockStructure a block and a guess at the kind of document
// with its evidence. Refuses: layout that only a page image shows; enumerations inside a line.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/document/document.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/structure/letter_kind.h"
#include "analyzer/structure/structure_resources.h"

namespace limpide {

enum class Role : std::uint8_t {
  kSender,
  kRecipient,
  kPlaceDate,
  kReference,
  kObject,
  kSalutation,
  kBody,
  kListItem,
  kHeading,
  kQuotedLaw,
  kClosing,
  kSignature,
  kAttachments,
  kFooter,
  kHeader,
  kTable,
  kFormLabel,
  kCode,
};
[[nodiscard]] const char* role_name(Role role);  // "sender", "place-date", "list-item", ...

enum class LanguageVerdict : std::uint8_t { kFrench, kOther, kTooShort };
[[nodiscard]] const char* language_verdict_name(LanguageVerdict verdict);

enum class DocumentKind : std::uint8_t { kUnknown, kLetter, kEmail, kForm };
[[nodiscard]] const char* document_kind_name(DocumentKind kind);

// What speaks for the kind of document: the block where it stands.
enum class EvidenceKind : std::uint8_t {
  kSalutation,
  kClosing,
  kPlaceDate,
  kObject,
  kRecipient,
  kEmailFormat,
  kEmailHeader,
  kFormControl,
  kFormBlank,  // dots, low lines or boxes to fill in
};
[[nodiscard]] const char* evidence_name(EvidenceKind kind);
struct Evidence {
  EvidenceKind kind = EvidenceKind::kSalutation;
  std::uint32_t block = 0;  // into Document::blocks; 0 when the document as a whole shows it
};

struct BlockStructure {
  Role role = Role::kBody;
  LanguageVerdict language = LanguageVerdict::kTooShort;
  bool judged = true;  // false: code, or not French; no rule looks at it
};

struct Structure {
  std::vector<BlockStructure> blocks;  // one a block of the document
  DocumentKind kind = DocumentKind::kUnknown;
  std::vector<Evidence> evidence;  // in the order of the text
  bool has_object = false;
  LetterGuess letter;  // which kind of letter, unknown for a document of unknown kind
};

[[nodiscard]] Structure describe(const Document& document, const Segmentation& segmentation,
                                 const StructureResources& resources);

}  // namespace limpide
