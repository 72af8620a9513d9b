// What a rule has to say of a place in a document. In: nothing. Out: plain values that later stages
// order, merge and print. Refuses: French; texts are made by reports from the rule's own message
// and the arguments here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/message.h"
#include "analyzer/base/span.h"

namespace limpide {

// The four principles of plain language of Services Publics+ (commitment 5), then tone and
// language. Values are the order of reports.
enum class Principle : std::uint8_t {
  kSentences = 1,  // short simple sentences
  kWords = 2,      // words that fit the reader
  kOrder = 3,      // information in a logical order
  kLayout = 4,     // a layout that helps
  kTone = 5,
  kLanguage = 6,  // spelling and typing
};

enum class Severity : std::uint8_t { kInfo, kMinor, kMajor, kBlocking };
enum class Confidence : std::uint8_t { kLow, kMedium, kHigh };

// What rewriting/ is asked to do with the span. It decides whether it can.
enum class OperationKind : std::uint8_t {
  kNone,              // advice only
  kReplace,           // by Operation::texts, inflected unless they are literal
  kDelete,            // with the spaces and comma it leaves behind
  kFullDate,          // "03/03/2026" written in full
  kSpelling,          // a close word of the lexicon
  kCompleteNegation,  // "ne peut" -> "ne peut pas"
  kActive,            // a passive turned round when it is sure who acts
  kAddressReader,     // "le demandeur doit" -> "vous devez"
  kImperative,        // a polite request -> "envoyez"
  kSplit,             // one sentence -> two
  kExpandAcronym,     // written in full at its first use
  kDigits,            // a number in letters -> figures
  kFormula,           // "j'ai l'honneur de vous informer que X" -> "X"
  kPositive,          // "n'est pas inutile" -> "est utile"
  kFiniteClause,      // "votre dossier etant incomplet" -> "comme votre dossier est incomplet"
  kNameSender,        // "votre demande a ete rejetee" -> "nous avons rejete votre demande"
  kReferenceLast,     // "selon l'article 3, X" -> "X (article 3)"
  kLowerCapitals,     // "DOSSIER INCOMPLET" -> "Dossier incomplet"
  kCalmConsequence,   // "faute de quoi X" -> "sinon, X"
  kThisDocument,      // "le present courrier" -> "ce courrier", "la presente" -> "cette lettre"
  kBreakParagraph,    // one paragraph -> several, no word changed
  kStateFact,         // "vous n'avez pas daigne repondre" -> "vous n'avez pas repondu"
  kOrBoth,            // "l'un et/ou l'autre" -> "l'un ou l'autre, ou les deux"
  kList,              // "Joignez : a, b et c." -> one item a paragraph
  kExplain,           // a word of law, and what it means in a paragraph behind
  kHeadings,          // of the whole document: short lines that announce its paragraphs
  kObjectLine,        // of the whole document: "Objet : ..." before the salutation
  kLead,              // of the whole document: what it says in the main, before its first paragraph
  kCount,
};
[[nodiscard]] const char* operation_id(OperationKind kind);  // "full-date"
[[nodiscard]] std::optional<OperationKind> operation_from_id(std::string_view id);

struct Operation {
  OperationKind kind = OperationKind::kNone;
  std::vector<std::string> texts;  // of kReplace: best first; of kExplain: the word, its meaning
  bool safe = false;               // risk class 0: may be applied without reading
  bool literal = false;            // of kReplace: as written, nothing is inflected
  std::uint32_t kept_tail = 0;     // tokens at the end of the span that are the sentence's own
  bool open_ending = false;  // the last word of the span is a "de" or "a" that may hold an article
};

// In the text of an edit: a new paragraph begins here, of the same kind and look. No other line
// break stands beside it.
inline constexpr std::string_view kParagraphBreak = "\n\n";

// One change of text. Edits of a suggestion do not overlap.
struct Edit {
  Span span;
  std::string text;
  friend bool operator==(const Edit&, const Edit&) = default;
};
[[nodiscard]] bool breaks_paragraph(const Edit& edit);
// Paragraphs put in before or behind others, no word changed?
[[nodiscard]] bool only_adds(std::string_view text, const std::vector<Edit>& edits);
// What stands before, between and after its paragraph breaks: one piece without any.
[[nodiscard]] std::vector<std::string_view> paragraphs_of(std::string_view text);

struct Suggestion {
  std::vector<Edit> edits;
  bool safe = false;  // risk class 0: may be applied without reading
};

struct RelatedSpan {
  Span span;
  Message note;  // why it is shown, may be empty
};

struct Finding {
  std::uint32_t rule = 0;  // index into the RuleSet that made it
  Severity severity = Severity::kMinor;
  Confidence confidence = Confidence::kHigh;
  Span span;  // exact words, never empty unless the document misses something
  std::vector<RelatedSpan> related;
  MessageArguments arguments;  // of the rule's message
  Operation operation;
  std::vector<Suggestion> suggestions;  // filled by rewriting/
  std::uint64_t fingerprint = 0;        // stays when other text moves; filled by selection/
};

// A finding that the writer of the document muted, with the reason given in the document.
struct MutedFinding {
  Finding finding;
  std::string reason;
};

[[nodiscard]] const char* principle_id(Principle principle);  // "phrases", "mots", "ordre", ...
[[nodiscard]] const char* severity_id(Severity severity);  // "info", "mineur", "majeur", "bloquant"
[[nodiscard]] const char* confidence_id(Confidence confidence);

}  // namespace limpide
