// Which kind of letter a document is. In: a Document, its Segmentation, the roles of its blocks,
// the cues of fr/structure/letter-kinds.tsv. Out: the kind with its confidence and the passages
// that speak for it. Refuses: to read the law; it looks for words that experts listed. No tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/document/document.h"
#include "analyzer/findings/finding.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/structure/cue_phrases.h"

namespace limpide {

struct Structure;

// Ties go to the first.
enum class LetterKind : std::uint8_t {
  kUnknown,
  kFormalNotice,
  kOverpayment,
  kUnfavourable,
  kPieces,
  kAcknowledgement,
  kSummons,
  kReminder,
  kFavourable,
  kInformation,
  kForm,
  kEmail,    // an e-mail without a purpose that the cues know
  kPrivate,  // from a private person: no mention is expected
  kEmployer,
  kCount,
};
[[nodiscard]] const char* letter_kind_id(LetterKind kind);  // "decision-defavorable", "indu", ...
[[nodiscard]] std::optional<LetterKind> letter_kind_from_id(std::string_view id);
// "a, b, c": every kind that a user may name.
[[nodiscard]] std::string letter_kind_ids();

struct LetterCue {
  Span passage;
  std::int32_t weight = 0;
};
struct LetterGuess {
  LetterKind kind = LetterKind::kUnknown;
  Confidence confidence = Confidence::kLow;
  std::vector<LetterCue> evidence;  // for the kind chosen, heaviest first
};

enum class CueZone : std::uint8_t { kObject, kOpening, kBody, kWhole, kSender };
struct LetterCueRow {
  LetterKind kind = LetterKind::kUnknown;
  CueZone zone = CueZone::kWhole;
  std::int32_t weight = 0;  // negative: speaks against
};
struct LetterCues {
  CueTable table;
  std::vector<LetterCueRow> rows;
  std::vector<std::uint32_t> row_of_phrase;
  CueWords words;             // first words of blanks, from the row "@a-remplir"
  std::vector<Error> faults;  // rows left out, each with its line
};

// Refuses no row list as a whole: a bad row becomes a fault.
[[nodiscard]] LetterCues parse_letter_cues(std::string_view tsv, const std::string& path);

// structure: its blocks and its kind of document. A document of unknown kind gets no kind.
[[nodiscard]] LetterGuess guess_letter(const Document& document, const Segmentation& segmentation,
                                       const Structure& structure, const LetterCues& cues);

}  // namespace limpide
