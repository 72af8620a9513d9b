// What the lexicon will hold, before it is packed. In: .aff, .dic and our own list
// (dictionaries/fr/lexicon-extra.tsv). Out: every form with its readings and bits, sorted. Refuses:
// a malformed line of ours, with its place.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/lexicon/lexicon.h"

namespace limpide {

struct FormReadings {
  std::uint32_t flags = 0;                // FormFlag bits
  std::vector<LexicalAnalysis> analyses;  // sorted, each once
};

struct LexiconSource {
  std::map<std::string, FormReadings> forms;
  std::string version;
  std::uint64_t checksum = 0;  // of the three texts
};

struct LexiconTexts {
  std::string affixes;
  std::string dictionary;
  std::string extra;
  std::string affix_path;  // for messages
  std::string dictionary_path;
  std::string extra_path;
};

Result<LexiconSource> read_lexicon_source(const LexiconTexts& texts);

// The file, byte for byte the same for the same source. kLimit when a table outgrows its width.
Result<std::string> pack_lexicon(const LexiconSource& source, const std::string& licence);

}  // namespace limpide
