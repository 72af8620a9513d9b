// Which of the expected mentions a letter has. In: an Analysis (Depth::kWords is enough), the
// mentions of the data, what the caller knows of the letter. Out: one result a mention. Refuses:
// documents of unknown kind, unless the caller names the kind; to say that a letter is illegal; to
// fill a blank of a wording. Linear in the tokens. Apart from the score.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/mentions/mention.h"

namespace limpide {

struct MentionOptions {
  bool wanted = true;
  std::optional<LetterKind> kind;     // overrules the guess
  std::vector<std::string> declared;  // what the service says of itself: "rapo"
};

// Nothing when they are not wanted or the kind of document is unknown.
[[nodiscard]] std::optional<MentionReport> check_mentions(const Analysis& analysis,
                                                          const MentionResources& resources,
                                                          const MentionOptions& options);

}  // namespace limpide
