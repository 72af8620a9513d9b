// The seam between rules and the kinds of conditions. In: an Analysis, a profile's parameters.
// Out: hits. Refuses: texts, severities by hand, overlaps, order: those belong to the spec, the
// runner and selection/.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/base/result.h"
#include "analyzer/rules/rule.h"
#include "analyzer/rules/terms.h"

namespace limpide {

class Explanations;
struct Pattern;

// A place where a rule's condition holds.
struct Hit {
  Span span;                         // empty: the document as a whole
  std::optional<Severity> severity;  // when the kind grades it, else the rule's own
  Confidence confidence = Confidence::kHigh;
  MessageArguments arguments;
  std::vector<RelatedSpan> related;
  Operation operation;
};

struct MatchContext {
  const Analysis& analysis;
  Profile profile = Profile::kCourrier;
  const std::vector<TermHit>& terms;       // of every rule, searched once a document
  const TermHits& terms_by_rule;           // the same
  const std::vector<bool>& judged_blocks;  // by block: the rule's roles, French, not code
  Explanations& explanations;              // of the sigles of this document
  // Sentences that hold one of the keys of the rule, in order; null: any may fire.
  const std::vector<std::uint32_t>* sentences = nullptr;

  [[nodiscard]] bool judges_sentence(std::size_t sentence) const {
    return judged_blocks[analysis.segmentation.sentences[sentence].block];
  }
};

// Immutable after it is made; match() is called from several threads.
class Matcher {
 public:
  virtual ~Matcher() = default;
  virtual void match(const MatchContext& context, std::vector<Hit>& hits) const = 0;
  // How far the analysis must go for this rule.
  [[nodiscard]] virtual Depth depth() const { return Depth::kWords; }
  // Lower-case forms and lemmas of which every sentence where the rule fires holds one; empty: it
  // may fire anywhere.
  [[nodiscard]] virtual std::vector<std::string> keys() const { return {}; }
  // The rule only fires on the hits of this slot of the table of terms.
  [[nodiscard]] virtual std::optional<std::uint32_t> term_slot() const { return std::nullopt; }
  // Null for every kind but "pattern".
  [[nodiscard]] virtual const Pattern* pattern(Profile) const { return nullptr; }
};

// A list of words that rules share: dictionaries/fr/lists/<name>.txt, forms or lemmas.
using WordList = std::set<std::string, std::less<>>;
using WordLists = std::map<std::string, WordList, std::less<>>;

// Sigles: what they stand for, and those that everybody knows, some only beside certain words
// (lower case; one of them is enough): "BIC" is known near "iban", not in a letter on taxes.
struct AcronymTable {
  std::map<std::string, std::string, std::less<>> expansions;
  std::map<std::string, std::vector<std::string>, std::less<>> well_known;
};

// What a kind may keep a pointer to; outlives the matchers.
struct RuleResources {
  const LanguageResources* language = nullptr;
  const TermTable* terms = nullptr;
  const AcronymTable* acronyms = nullptr;
  const WordLists* lists = nullptr;
};

}  // namespace limpide
