// What each block of a document is for, and what the document is. In: Document, Segmentation.
// Out: parallel arrays by block, and a few facts with their evidence. Refuses: judgement; a block
// that is not French is named as such, rules leave it alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/document/document.h"
#include "analyzer/segmentation/segmentation.h"

namespace limpide {

enum class Role : std::uint8_t {
  kBody, kListItem, kHeading, kSalutation, kClosing, kObject,       // prose: judged
  kTable, kCaption, kFormLabel, kFootnote,                          // judged by some rules
  kSender, kRecipient, kPlaceDate, kReference, kSignature, kAttachments,
  kQuotedLaw, kQuote, kHeader, kFooter, kCode,                      // never judged as prose
};
[[nodiscard]] const char* role_name(Role role);  // "body", "list-item", "place-date", ...

enum class BlockLanguage : std::uint8_t { kUnknown, kFrench, kOther };

enum class DocumentKind : std::uint8_t { kUnknown, kLetter, kEmail, kForm, kPage };
[[nodiscard]] const char* document_kind_name(DocumentKind kind);

struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;  // one past the last
};

inline constexpr std::uint32_t kNoBlock = 0xFFFFFFFF;

struct Structure {
  std::vector<Role> roles;                  // by block
  std::vector<BlockLanguage> languages;     // by block; kUnknown: too short to tell, judged as French
  DocumentKind kind = DocumentKind::kUnknown;
  bool kind_is_certain = false;
  std::uint32_t object_block = kNoBlock;    // the object line, or the Subject of an e-mail
  std::vector<TokenRange> quoted_law;       // passages of law quoted inside a block, sorted
};

}  // namespace limpide
