// Phrases that an expert writes in a data file, searched in a document all at once. In: one line of
// text a phrase, word sets; then tokens. Out: a table, and the places where its phrases stand.
// Refuses: a phrase that begins with a gap, an unknown set or place holder, regular expressions.
//
// A phrase is words between spaces, in lower case: "vous pouvez contester". One word may be several
// ("refus/rejet"), a beginning ("contest*"), a set ("@fonction"), something recognised
// ("<date>"), optional ("notre?"); "..." stands for at most twelve tokens of the same sentence.
// "d'" and "de" are one word, as are all elided words.
// Cost: one look-up a distinct form, then for each token the phrases that its form may begin, each
// bounded by its own length: linear in the tokens.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/document/document.h"
#include "analyzer/segmentation/segmentation.h"

namespace limpide {

// What "<...>" may stand for.
enum class CueHolder : std::uint8_t {
  kDate,
  kFullDate,  // with its year
  kTime,
  kAmount,
  kPhone,
  kEmail,
  kUrl,
  kPostalCode,
  kLaw,     // article, act or decree
  kNumber,  // figures
  kField,   // that a mailing fills: "{NOM}", or "[nom du service]" in a model
  kBlank,   // dots, low lines or "jj/mm/aaaa" to fill in
  kName,    // first name and name
  kItem,    // start of an item of a list
  kCount,
};

// A beginning ("refus*") is at least that long.
inline constexpr std::size_t kMinPrefix = 2;  // bytes

struct CueElement {
  std::vector<std::string> words;     // sorted
  std::vector<std::string> prefixes;  // sorted
  std::uint32_t holders = 0;          // bits of CueHolder
  std::vector<std::string> fields;    // "<champ:tel>": a field must hold one of them
  bool optional = false;
  bool gap = false;
};
using CuePhrase = std::vector<CueElement>;

// Words of "@name", each as in a phrase: "direct*", "<nombre>".
using WordSets = std::map<std::string, std::vector<std::string>, std::less<>>;

// Keys error.cue.*, without place: the caller knows the line.
[[nodiscard]] Result<CuePhrase> parse_cue(std::string_view text, const WordSets& sets);

struct CueTable {
  std::vector<CuePhrase> phrases;
  // Which phrases a first element may begin; indices into phrases.
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_word;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_prefix;
  std::vector<std::vector<std::uint32_t>> by_holder;  // by CueHolder
};
// Its index, which hits name.
std::uint32_t add_phrase(CueTable& table, CuePhrase phrase);

// Words that an expert lists, in lower case.
struct CueWords {
  std::vector<std::string> not_names;   // are in no name of a person
  std::vector<std::string> civilities;  // before a name in capitals
  std::vector<std::string> fields;      // first word of a blank: "date", "nom"
};

// The tokens of one document with what "<...>" stands for, made once for all tables.
// `item_blocks`: a list item starts there.
struct CueText {
  const Document& document;
  const Segmentation& segmentation;
  std::vector<std::uint32_t> block_of_token;
  std::vector<std::uint32_t> protected_at;  // index + 1 of the span that starts there, else 0
  std::vector<bool> item_at;
  std::vector<std::string> folded;  // by form
  std::vector<bool> not_name;       // by form
  std::vector<bool> civility;       // by form
  std::vector<bool> field_word;     // by form
};
[[nodiscard]] CueText cue_text(const Document& document, const Segmentation& segmentation,
                               const std::vector<bool>& item_blocks, const CueWords& words);

struct CueHit {
  std::uint32_t phrase = 0;  // into CueTable::phrases
  TokenRange range;
};
// In the order of the text, then of the table. A phrase never crosses a block.
[[nodiscard]] std::vector<CueHit> find_cues(const CueTable& table, const CueText& text);
[[nodiscard]] Span range_span(const Segmentation& segmentation, TokenRange range);

}  // namespace limpide
