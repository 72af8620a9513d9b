#include "analyzer/structure/structure.h"

#include "analyzer/structure/block_cues.h"
#include "analyzer/structure/language.h"
#include "analyzer/structure/roles.h"

namespace limpide {
namespace {

void note(Structure& structure, EvidenceKind kind, std::size_t block) {
  structure.evidence.push_back({kind, static_cast<std::uint32_t>(block)});
}

bool has_evidence(const Structure& structure, EvidenceKind kind) {
  for (const Evidence& evidence : structure.evidence) {
    if (evidence.kind == kind) return true;
  }
  return false;
}

void gather_evidence(const Document& document, const std::vector<BlockCues>& cues,
                     Structure& structure) {
  if (document.format == Format::kEml) note(structure, EvidenceKind::kEmailFormat, 0);
  if (!document.controls.empty()) note(structure, EvidenceKind::kFormControl, 0);
  constexpr PhraseBits kHeaders = bit_of(Phrase::kEmailFrom) | bit_of(Phrase::kEmailTo);
  for (std::size_t i = 0; i < structure.blocks.size(); ++i) {
    switch (structure.blocks[i].role) {
      case Role::kSalutation:
        note(structure, EvidenceKind::kSalutation, i);
        break;
      case Role::kClosing:
        note(structure, EvidenceKind::kClosing, i);
        break;
      case Role::kPlaceDate:
        note(structure, EvidenceKind::kPlaceDate, i);
        break;
      case Role::kObject:
        note(structure, EvidenceKind::kObject, i);
        break;
      case Role::kSender:
      case Role::kRecipient:
        if ((cues[i].starts & kHeaders) != 0)
          note(structure, EvidenceKind::kEmailHeader, i);
        else if (structure.blocks[i].role == Role::kRecipient) {
          note(structure, EvidenceKind::kRecipient, i);
        }
        break;
      default:
        break;
    }
    if (cues[i].blanks > 0) note(structure, EvidenceKind::kFormBlank, i);
  }
}

DocumentKind guess_kind(const Structure& structure) {
  if (has_evidence(structure, EvidenceKind::kEmailFormat) ||
      has_evidence(structure, EvidenceKind::kEmailHeader)) {
    return DocumentKind::kEmail;
  }
  const bool greets = has_evidence(structure, EvidenceKind::kSalutation);
  const bool closes = has_evidence(structure, EvidenceKind::kClosing);
  std::size_t blanks = 0;
  for (const Evidence& evidence : structure.evidence) {
    if (evidence.kind == EvidenceKind::kFormBlank) ++blanks;
  }
  const bool form = has_evidence(structure, EvidenceKind::kFormControl) || blanks >= 2;
  if (form && !(greets && closes)) return DocumentKind::kForm;
  const bool addressed = has_evidence(structure, EvidenceKind::kRecipient) ||
                         has_evidence(structure, EvidenceKind::kPlaceDate) ||
                         has_evidence(structure, EvidenceKind::kObject);
  if ((greets && (closes || addressed)) || (closes && addressed)) return DocumentKind::kLetter;
  return form || blanks > 0 ? DocumentKind::kForm : DocumentKind::kUnknown;
}

}  // namespace

Structure describe(const Document& document, const Segmentation& segmentation,
                   const StructureResources& resources) {
  const std::vector<BlockCues> cues = block_cues(document, segmentation, resources);
  const std::vector<Role> roles = assign_roles(document, cues);
  const std::vector<LanguageVerdict> languages =
      block_languages(document, segmentation, cues, resources);
  Structure structure;
  structure.blocks.reserve(cues.size());
  for (std::size_t i = 0; i < cues.size(); ++i) {
    const bool judged = roles[i] != Role::kCode && languages[i] != LanguageVerdict::kOther;
    structure.blocks.push_back({roles[i], languages[i], judged});
    structure.has_object = structure.has_object || roles[i] == Role::kObject;
  }
  gather_evidence(document, cues, structure);
  structure.kind = guess_kind(structure);
  structure.letter = guess_letter(document, segmentation, structure, resources.letter_cues);
  return structure;
}

const char* role_name(Role role) {
  switch (role) {
    case Role::kSender:
      return "sender";
    case Role::kRecipient:
      return "recipient";
    case Role::kPlaceDate:
      return "place-date";
    case Role::kReference:
      return "reference";
    case Role::kObject:
      return "object";
    case Role::kSalutation:
      return "salutation";
    case Role::kBody:
      return "body";
    case Role::kListItem:
      return "list-item";
    case Role::kHeading:
      return "heading";
    case Role::kQuotedLaw:
      return "quoted-law";
    case Role::kClosing:
      return "closing";
    case Role::kSignature:
      return "signature";
    case Role::kAttachments:
      return "attachments";
    case Role::kFooter:
      return "footer";
    case Role::kHeader:
      return "header";
    case Role::kTable:
      return "table";
    case Role::kFormLabel:
      return "form-label";
    case Role::kCode:
      return "code";
  }
  return "";
}

const char* language_verdict_name(LanguageVerdict verdict) {
  switch (verdict) {
    case LanguageVerdict::kFrench:
      return "french";
    case LanguageVerdict::kOther:
      return "other";
    case LanguageVerdict::kTooShort:
      return "too-short";
  }
  return "";
}

const char* document_kind_name(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::kUnknown:
      return "unknown";
    case DocumentKind::kLetter:
      return "letter";
    case DocumentKind::kEmail:
      return "email";
    case DocumentKind::kForm:
      return "form";
  }
  return "";
}

const char* evidence_name(EvidenceKind kind) {
  switch (kind) {
    case EvidenceKind::kSalutation:
      return "salutation";
    case EvidenceKind::kClosing:
      return "closing";
    case EvidenceKind::kPlaceDate:
      return "place-date";
    case EvidenceKind::kObject:
      return "object";
    case EvidenceKind::kRecipient:
      return "recipient";
    case EvidenceKind::kEmailFormat:
      return "email-format";
    case EvidenceKind::kEmailHeader:
      return "email-header";
    case EvidenceKind::kFormControl:
      return "form-control";
    case EvidenceKind::kFormBlank:
      return "form-blank";
  }
  return "";
}

}  // namespace limpide
