#include "analyzer/structure/letter_kind.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "analyzer/structure/data_rows.h"
#include "analyzer/structure/structure.h"

namespace limpide {
namespace {

constexpr std::uint32_t kOpeningWords = 90;  // of the body
constexpr std::size_t kColumns = 4;
constexpr std::int32_t kMaxWeight = 20;
// Score and lead over the second kind; set on the letters of tests/stages/mentions.
constexpr std::int32_t kFormLead = 8;  // of a document made to be filled in
constexpr std::int32_t kLeast = 4;
constexpr std::int32_t kHighScore = 7;
constexpr std::int32_t kHighLead = 4;
constexpr std::int32_t kMediumLead = 2;

constexpr std::size_t kKinds = static_cast<std::size_t>(LetterKind::kCount);
constexpr std::array<const char*, kKinds> kIds = {"inconnu",
                                                  "mise-en-demeure",
                                                  "indu",
                                                  "decision-defavorable",
                                                  "demande-pieces",
                                                  "accuse-reception",
                                                  "convocation",
                                                  "relance",
                                                  "decision-favorable",
                                                  "information",
                                                  "formulaire",
                                                  "courriel",
                                                  "particulier",
                                                  "employeur"};

std::optional<CueZone> zone_named(std::string_view name) {
  constexpr std::array<std::string_view, 5> kZones = {"objet", "debut", "corps", "partout",
                                                      "expediteur"};
  for (std::size_t i = 0; i < kZones.size(); ++i) {
    if (kZones[i] == name) return static_cast<CueZone>(i);
  }
  return std::nullopt;
}

class RowReader {
 public:
  RowReader(std::string path, LetterCues& cues) : path_(std::move(path)), cues_(cues) {}

  void read(const DataRow& row) {
    if (row.cells.front().front() == '@') return read_set(row);
    if (row.cells.size() != kColumns) return fault(row, "error.letter.columns", {});
    const auto kind = letter_kind_from_id(row.cells[0]);
    if (!kind) return fault(row, "error.letter.kind", row.cells[0]);
    const auto zone = zone_named(row.cells[1]);
    if (!zone) return fault(row, "error.letter.zone", row.cells[1]);
    std::int32_t weight = 0;
    const std::string_view digits = row.cells[2];
    const char* end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, weight);
    if (parsed.ec != std::errc{} || parsed.ptr != end || weight == 0 ||
        std::abs(weight) > kMaxWeight) {
      return fault(row, "error.letter.weight", digits);
    }
    read_phrases(row, {*kind, *zone, weight});
  }

 private:
  void read_set(const DataRow& row) {
    if (row.cells.size() != 2) return fault(row, "error.letter.set", row.cells[0]);
    const std::string name(row.cells[0].substr(1));
    std::vector<std::string>& words = sets_[name];
    for (const std::string_view word : split_cell(row.cells[1], ' ')) words.emplace_back(word);
    if (name == "a-remplir") cues_.words.fields = words;
  }

  void read_phrases(const DataRow& row, LetterCueRow meaning) {
    std::vector<CuePhrase> phrases;
    for (const std::string_view text : split_cell(row.cells[3], '|')) {
      Result<CuePhrase> phrase = parse_cue(text, sets_);
      if (!phrase) {
        Error error = phrase.error();
        error.location = {path_, row.line, 1};
        return cues_.faults.push_back(std::move(error));
      }
      phrases.push_back(*std::move(phrase));
    }
    if (phrases.empty()) return fault(row, "error.cue.empty", {});
    cues_.rows.push_back(meaning);
    for (CuePhrase& phrase : phrases) {
      add_phrase(cues_.table, std::move(phrase));
      cues_.row_of_phrase.push_back(static_cast<std::uint32_t>(cues_.rows.size() - 1));
    }
  }

  void fault(const DataRow& row, const char* key, std::string_view text) {
    cues_.faults.push_back(make_error(ErrorCode::kInvalidInput, key,
                                      {{"text", std::string(text)}, {"known", letter_kind_ids()}},
                                      {path_, row.line, 1}));
  }

  std::string path_;
  LetterCues& cues_;
  WordSets sets_;
};

// Which part of the letter each block is: a zone and those it lies in.
std::vector<CueZone> zones_of(const Document& document, const Segmentation& segmentation,
                              const Structure& structure) {
  std::vector<std::uint32_t> words(document.blocks.size());
  std::uint32_t block = 0;
  for (const Token& token : segmentation.tokens) {
    while (token.span.begin >= document.blocks[block].text.end) ++block;
    if (token.kind == TokenKind::kWord) ++words[block];
  }
  std::vector<CueZone> zones(document.blocks.size(), CueZone::kWhole);
  std::uint32_t read = 0;
  bool opened = false;  // the message has begun: a heading is no longer the title
  for (std::size_t i = 0; i < zones.size(); ++i) {
    const BlockKind kind = document.blocks[i].kind;
    const Role role = structure.blocks[i].role;
    const bool title = kind == BlockKind::kTitle || kind == BlockKind::kSubject;
    const bool heads = role == Role::kHeading && !opened;
    const bool object = kind == BlockKind::kSubject || role == Role::kObject;
    // The heading of an option or of an annex is no title.
    opened = opened || role == Role::kSalutation || object;
    if (title || object || heads) {
      zones[i] = CueZone::kObject;
    } else if (role == Role::kSender) {
      zones[i] = CueZone::kSender;
    } else if (role == Role::kBody || role == Role::kListItem || role == Role::kHeading ||
               role == Role::kTable) {
      zones[i] = read < kOpeningWords ? CueZone::kOpening : CueZone::kBody;
      read += words[i];
      opened = opened || role == Role::kBody;
    }
  }
  return zones;
}

bool lies_in(CueZone place, CueZone asked) {
  if (asked == CueZone::kWhole) return true;
  if (asked == CueZone::kBody) return place == CueZone::kBody || place == CueZone::kOpening;
  return place == asked;
}

Confidence confidence_of(std::int32_t best, std::int32_t second) {
  if (best >= kHighScore && best - second >= kHighLead) return Confidence::kHigh;
  return best - second >= kMediumLead ? Confidence::kMedium : Confidence::kLow;
}

// An object line and a place with a date make a letter, even when nobody is greeted.
DocumentKind kind_for_guess(const Structure& structure) {
  if (structure.kind != DocumentKind::kUnknown) return structure.kind;
  const bool dated =
      std::any_of(structure.blocks.begin(), structure.blocks.end(),
                  [](const BlockStructure& block) { return block.role == Role::kPlaceDate; });
  return structure.has_object && dated ? DocumentKind::kLetter : DocumentKind::kUnknown;
}

// What a document without any cue still is.
LetterGuess plain_guess(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::kForm:
      return {LetterKind::kForm, Confidence::kLow, {}};
    case DocumentKind::kEmail:
      return {LetterKind::kEmail, Confidence::kLow, {}};
    case DocumentKind::kLetter:
      return {LetterKind::kInformation, Confidence::kLow, {}};
    case DocumentKind::kUnknown:
      break;
  }
  return {};
}

}  // namespace

const char* letter_kind_id(LetterKind kind) { return kIds[static_cast<std::size_t>(kind)]; }

std::optional<LetterKind> letter_kind_from_id(std::string_view id) {
  for (std::size_t i = 1; i < kKinds; ++i) {
    if (id == kIds[i]) return static_cast<LetterKind>(i);
  }
  return std::nullopt;
}

std::string letter_kind_ids() {
  std::string ids;
  for (std::size_t i = 1; i < kKinds; ++i) ids += (i > 1 ? ", " : "") + std::string(kIds[i]);
  return ids;
}

LetterCues parse_letter_cues(std::string_view tsv, const std::string& path) {
  LetterCues cues;
  RowReader reader(path, cues);
  for (const DataRow& row : data_rows(tsv)) reader.read(row);
  return cues;
}

LetterGuess guess_letter(const Document& document, const Segmentation& segmentation,
                         const Structure& structure, const LetterCues& cues) {
  const DocumentKind kind = kind_for_guess(structure);
  if (kind == DocumentKind::kUnknown) return {};
  const std::vector<CueZone> zones = zones_of(document, segmentation, structure);
  const CueText text = cue_text(document, segmentation, {}, cues.words);
  std::array<std::int32_t, kKinds> scores{};
  std::vector<Span> passages(cues.rows.size());  // the first of each row; a row counts once
  for (const CueHit& hit : find_cues(cues.table, text)) {
    const std::uint32_t row = cues.row_of_phrase[hit.phrase];
    const std::uint32_t block = text.block_of_token[hit.range.first];
    if (!passages[row].empty() || structure.blocks[block].role == Role::kQuotedLaw) continue;
    if (!lies_in(zones[block], cues.rows[row].zone)) continue;
    passages[row] = range_span(segmentation, hit.range);
    scores[static_cast<std::size_t>(cues.rows[row].kind)] += cues.rows[row].weight;
  }
  std::int32_t& form = scores[static_cast<std::size_t>(LetterKind::kForm)];
  if (kind != DocumentKind::kForm) {
    form = 0;  // a letter that speaks of a form is none
  } else {
    if (form > 0) form += kFormLead;
    // "Mon logement" heads a part of a form: its words are those of the person who fills it.
    scores[static_cast<std::size_t>(LetterKind::kPrivate)] = 0;
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < kKinds; ++i) {
    if (scores[i] > scores[best]) best = i;
  }
  std::int32_t second = 0;
  for (std::size_t i = 1; i < kKinds; ++i) {
    if (i != best) second = std::max(second, scores[i]);
  }
  if (scores[best] < kLeast) {
    // A certificate or a notice speaks against being a letter at all.
    const bool other = structure.kind == DocumentKind::kUnknown &&
                       scores[static_cast<std::size_t>(LetterKind::kInformation)] < 0;
    return other ? LetterGuess{} : plain_guess(kind);
  }
  LetterGuess guess{static_cast<LetterKind>(best), confidence_of(scores[best], second), {}};
  for (std::size_t row = 0; row < cues.rows.size(); ++row) {
    if (passages[row].empty() || cues.rows[row].kind != guess.kind) continue;
    if (cues.rows[row].weight > 0) guess.evidence.push_back({passages[row], cues.rows[row].weight});
  }
  std::stable_sort(guess.evidence.begin(), guess.evidence.end(),
                   [](const LetterCue& a, const LetterCue& b) { return a.weight > b.weight; });
  return guess;
}

}  // namespace limpide
