// Our own gold of administrative sentences (tests/stages/french/*.gold, format in its README). In:
// the text of one file. Out: records with their sentence and annotated lines, quoted parts as byte
// spans of the sentence. Refuses: a line that the format does not have, a quoted text that the
// sentence does not hold at word limits (one Error with its line).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/base/span.h"

namespace limpide {

struct GoldLine {
  std::string type;  // "clause", "negation", "fact", ...
  std::string kind;  // first bare word after the type: "relative", "date"; else empty
  // Quoted parts in order; an empty span at 0 stands for "-".
  std::vector<Span> parts;
  std::map<std::string, Span> spans;          // verb="...", subject="...": bytes of the sentence
  std::map<std::string, std::string> values;  // depth=1, voice=passive, verb=verifier
  bool debatable = false;                     // neither required nor wrong
};

struct GoldRecord {
  std::string id;
  std::string sentence;
  std::vector<GoldLine> lines;
};

Result<std::vector<GoldRecord>> parse_gold(std::string_view text, const std::string& path);

}  // namespace limpide
