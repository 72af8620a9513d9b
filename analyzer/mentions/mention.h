// What a kind of letter must say, as experts describe it, and what was found in one letter. In:
// nothing. Out: plain values. Refuses: the verdict "illegal": a mention is found or not found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/base/span.h"
#include "analyzer/findings/finding.h"
#include "analyzer/structure/cue_phrases.h"
#include "analyzer/structure/letter_kind.h"
#include "analyzer/structure/structure.h"

namespace limpide {

enum class MentionWeight : std::uint8_t { kExpected, kBlocking };
[[nodiscard]] const char* mention_weight_id(MentionWeight weight);  // "attendue", "bloquante"

enum class MentionState : std::uint8_t { kPresent, kNotFound, kNotApplicable };
[[nodiscard]] const char* mention_state_id(MentionState state);  // "presente", "non-reperee", ...

// Where a mention that was not found belongs.
enum class MentionPlace : std::uint8_t {
  kTop,            // letterhead
  kOpening,        // first paragraph of the body
  kBeforeClosing,  // end of the body
  kSignature,
  kNear,    // beside the mention that it completes
  kBottom,  // last block
};
[[nodiscard]] const char* mention_place_id(MentionPlace place);  // "en-tete", "debut", ...

struct MentionSource {
  std::string article;  // "article L. 211-2 du code ..."
  std::string read;     // YYYY-MM: when the article was read; "" not read again by us
};

using RoleBits = std::uint32_t;
using KindBits = std::uint32_t;

// Any of its phrases, in blocks of these roles.
struct MentionCue {
  RoleBits roles = 0;
  std::optional<std::uint32_t> near;     // index of a mention: only beside its first part
  bool from_there = false;               // and not before it
  std::vector<std::string> never_after;  // "aucun": these words near before take it away; sorted
  std::string after_block;               // "date": what the block before must say; "" any
  std::uint32_t first_phrase = 0;        // into MentionResources::table
  std::uint32_t phrase_end = 0;
};

struct MentionPart {
  std::string title;
  std::uint32_t need = 1;              // how many of the cues must stand in the letter
  std::vector<MentionCue> conditions;  // one of them must stand, else the part is not asked for
  std::vector<MentionCue> cues;
};

struct Mention {
  std::string id;
  std::string title;
  MentionWeight weight = MentionWeight::kExpected;
  KindBits kinds = 0;            // letters that are expected to have it
  bool never_in_emails = false;  // the message itself carries it
  std::string declared;          // asked for only when the service says so; "" always
  MentionPlace place = MentionPlace::kBeforeClosing;
  std::vector<MentionCue> conditions;  // one of them must stand, else it is not asked for
  std::vector<MentionPart> parts;      // never empty
  std::string wording;                 // with blanks: [nom du service]
  std::vector<MentionSource> sources;
};

struct MentionResources {
  std::vector<Mention> mentions;  // in the order of the file
  CueTable table;
  CueWords words;
  std::vector<Error> faults;  // what was left out, each with file, line and column
};

struct MentionResult {
  std::string id;
  std::string title;
  MentionWeight weight = MentionWeight::kExpected;
  MentionState state = MentionState::kNotApplicable;
  std::vector<Span> passages;        // of the parts found, in their order
  std::vector<std::string> missing;  // titles of the parts that were not found
  MentionPlace place = MentionPlace::kBeforeClosing;
  Span place_block;  // text of the block that `place` means; empty when the letter has none
  std::string wording;
  std::vector<MentionSource> sources;
};

struct MentionReport {
  LetterGuess letter;
  bool kind_given = false;             // by the caller: no guess was needed
  std::vector<MentionResult> results;  // one a mention, in the order of the file
};

}  // namespace limpide
