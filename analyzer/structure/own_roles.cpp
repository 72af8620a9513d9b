#include "analyzer/structure/own_roles.h"

namespace limpide {
namespace {

// Words.
constexpr std::uint32_t kSalutationWords = 9;
constexpr std::uint32_t kShortLine = 9;  // a line of an address or a signature
constexpr std::uint32_t kPlaceDateWords = 10;
constexpr std::uint32_t kPlaceDateShort = 7;
constexpr std::uint32_t kPlaceDateSentence = 4;  // with a full stop
constexpr std::uint32_t kShortClosingWords = 14;
constexpr std::uint32_t kQuotedWords = 8;

std::optional<Role> role_of_kind(const Block& block) {
  switch (block.kind) {
    case BlockKind::kCode:
      return Role::kCode;
    case BlockKind::kHeader:
      return Role::kHeader;
    case BlockKind::kFooter:
      return Role::kFooter;
    case BlockKind::kTableCell:
      return Role::kTable;
    case BlockKind::kListItem:
      return Role::kListItem;
    case BlockKind::kHeading:
    case BlockKind::kTitle:
      return Role::kHeading;
    case BlockKind::kSubject:
      return Role::kObject;
    case BlockKind::kFormLabel:
      return Role::kFormLabel;
    default:
      return std::nullopt;
  }
}

// "Vu les articles ..., je vous informe que ... ." goes on and says something: no visa.
bool goes_on_after_visa(const BlockCues& cues) {
  constexpr std::uint32_t kVerbs = 2;  // "Vu l'arrete qui fixe ..." has one
  return cues.finite_verbs >= kVerbs && ends_sentence(cues.last);
}

bool is_quoted_law(const Block& block, const BlockCues& cues) {
  if (has(cues.starts, Phrase::kVisa) && !has(cues.starts, Phrase::kPostscript) &&
      !goes_on_after_visa(cues)) {
    return true;
  }
  const bool law = cues.law_references > 0;
  if (block.kind == BlockKind::kQuote) return law;
  const bool long_quote = cues.quoted_words > kQuotedWords;
  // A field to fill in may be quoted too: a quotation is made of sentences.
  const bool all_quoted = cues.quoted_words * 10 >= cues.words * 9 && cues.last == U'.';
  if (long_quote && all_quoted && cues.lines == 1) return true;
  const bool half_quoted = cues.quoted_words * 5 >= cues.words * 2;
  if (long_quote && has(cues.holds, Phrase::kQuoteIntroduction) && (law || half_quoted))
    return true;
  if (long_quote && law && half_quoted) return true;
  // "Article L. 247 du livre ... : text of the article", not "Article 2 : what this order says".
  return cues.starts_with_article && cues.code_before_colon;
}

bool is_salutation(const BlockCues& cues) {
  // "<<Civilite>>," greets; "<<Civilite>> <<Nom>>" begins an address.
  const bool field = has(cues.starts, Phrase::kSalutationField);
  if (field && cues.lines == 1 && cues.words <= kSalutationWords) return cues.last == U',';
  if (!has(cues.starts, Phrase::kSalutation) || cues.lines != 1) return false;
  if (cues.words > kSalutationWords || cues.postal_codes > 0) return false;
  return cues.last == U',' || cues.last == U'!' ||
         (cues.words <= 3 && cues.last != U'.' && cues.last != U':');
}

bool is_place_date(const BlockCues& cues) {
  if (cues.words > kPlaceDateWords || cues.lines > 1) return false;
  if (has(cues.starts, Phrase::kEmailDate)) return true;
  // "Le formulaire doit etre renvoye avant le 2 juin." starts like "Le 2 juin 2026" and has a date.
  const bool made = has(cues.starts, Phrase::kMadeAt) && (cues.dates > 0 || cues.blanks > 0);
  if (made && cues.words >= 2 && !is_prose(cues)) return true;
  if (has(cues.holds, Phrase::kDateField) && cues.words <= 5 && !is_prose(cues)) return true;
  const std::uint32_t most = ends_sentence(cues.last) ? kPlaceDateSentence : kPlaceDateShort;
  return cues.dates == 1 && cues.ends_with_date && cues.words <= most && !cues.colon_after_start &&
         !is_prose(cues);
}

}  // namespace

bool ends_sentence(char32_t last) { return last == U'.' || last == U'!' || last == 0x2026; }

bool is_prose(const BlockCues& cues) {
  const bool stops =
      ends_sentence(cues.last) || cues.last == U';' || cues.last == U':' || cues.last == U'?';
  const bool full_stop = ends_sentence(cues.last) || cues.last == U'?';
  // "Votre carte est prete." is short, but its verb and its full stop make it a sentence.
  if (full_stop && cues.words >= 2 && cues.finite_verbs > 0) return true;
  return (stops && cues.longest_line >= 5 && cues.words >= 6) || cues.longest_line > 16;
}

bool is_short_lines(const BlockCues& cues) {
  return cues.longest_line <= kShortLine + 3 && !ends_sentence(cues.last);
}

bool is_table(const BlockCues& cues) {
  if (cues.lines >= 2 && cues.column_lines * 2 > cues.lines) return true;
  if (cues.blanks > 0 && cues.colon_after_start && cues.words <= 12) return true;
  return cues.lines >= 2 && cues.label_lines == cues.lines && !is_prose(cues);
}

std::optional<Role> own_role(const Block& block, const BlockCues& cues) {
  if (const auto role = role_of_kind(block); role) return role;
  if (has(cues.starts, Phrase::kObject) && cues.colon_after_start) return Role::kObject;
  if (is_quoted_law(block, cues)) return Role::kQuotedLaw;
  if (has(cues.starts, Phrase::kEmailFrom)) return Role::kSender;
  if (has(cues.starts, Phrase::kEmailTo)) return Role::kRecipient;
  if (has(cues.starts, Phrase::kPostscript)) return Role::kBody;
  if (has(cues.starts, Phrase::kAttachments) && (cues.colon_after_start || cues.lines == 1) &&
      !(is_prose(cues) && !cues.colon_after_start)) {
    return Role::kAttachments;
  }
  if (is_salutation(cues)) return Role::kSalutation;
  if (is_place_date(cues)) return Role::kPlaceDate;
  if (cues.lines > 0 && cues.item_lines == cues.lines) return Role::kListItem;
  if (has(cues.holds, Phrase::kClosing) && cues.words >= 3) return Role::kClosing;
  if (has(cues.starts, Phrase::kShortClosing) && cues.words <= kShortClosingWords &&
      cues.lines == 1) {
    return Role::kClosing;
  }
  return std::nullopt;
}

}  // namespace limpide
