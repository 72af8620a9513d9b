// One sentence that may be cut. In: what an operation receives. Out: its tokens, which of its verbs
// are main ones, what opens it; a Cut is one place of cutting with its edits. Refuses: to choose
// among cuts; that is in operations/split_sentence.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

inline constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

struct Cut {
  std::uint32_t from = 0;   // the first token taken away: mark, conjunction
  std::uint32_t token = 0;  // the first that stays of the second half
  // Where the second half must end: kNoToken anywhere, else the `from` of another cut that is made
  // too, or the last mark of the sentence.
  std::uint32_t until = kNoToken;
  std::vector<Edit> edits;  // in order
  bool safe = false;
};

class SplitText {
 public:
  explicit SplitText(const OperationInput& input);

  [[nodiscard]] const OperationInput& input() const { return input_; }
  [[nodiscard]] const Analysis& analysis() const { return analysis_; }
  [[nodiscard]] const SplitTable& table() const { return input_.resources.splits; }
  // First token; the full stop or colon at the end; kNoToken when the sentence ends otherwise.
  [[nodiscard]] std::uint32_t first() const { return sentence_.first_token; }
  [[nodiscard]] std::uint32_t stop() const { return stop_; }

  [[nodiscard]] const WordTag& tag(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t word_of(std::uint32_t token) const;
  [[nodiscard]] const std::string& lower(std::uint32_t token) const;
  [[nodiscard]] std::string_view text(std::uint32_t token) const;
  [[nodiscard]] Span span(std::uint32_t token) const;
  [[nodiscard]] bool is_word(std::uint32_t token) const;
  [[nodiscard]] bool is_protected(std::uint32_t token) const;
  [[nodiscard]] const std::string& lemma(std::uint32_t token) const;

  [[nodiscard]] bool is_finite(std::uint32_t token) const;
  // Not the verb of a relative or of "si vous payez".
  [[nodiscard]] bool is_main(std::uint32_t token) const;
  [[nodiscard]] bool has_main(std::uint32_t first, std::uint32_t end) const;
  // The first conjugated verb in the range; kNoToken when there is none.
  [[nodiscard]] std::uint32_t next_finite(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t last_finite(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] const Clause* clause_of(std::uint32_t finite) const;
  // Indices of the sentence's clauses.
  [[nodiscard]] WordRange clauses() const;
  // Does it state something: indicative or conditional?
  [[nodiscard]] bool states(std::uint32_t finite) const;

  [[nodiscard]] std::uint32_t words_between(std::uint32_t first, std::uint32_t end) const;
  // Inside brackets or quotation marks of the sentence.
  [[nodiscard]] bool is_enclosed(std::uint32_t token) const;
  // Both halves have words enough and a main verb; the second may have any verb.
  [[nodiscard]] bool is_sound(std::uint32_t from, std::uint32_t token) const;
  // The same, whatever the first half holds.
  [[nodiscard]] bool stands_by_itself(std::uint32_t from, std::uint32_t token) const;
  // "qui", "que", a conjunction: what no sentence opens with.
  [[nodiscard]] bool may_open(std::uint32_t token) const;

  // One past the longest of the patterns that stands there.
  [[nodiscard]] std::optional<std::uint32_t> match(const std::vector<FormulaPattern>& patterns,
                                                   std::uint32_t token) const;
  // Behind connectors.
  [[nodiscard]] std::uint32_t after_connectors(std::uint32_t token) const;
  // A condition or a time opens the part from this token on.
  [[nodiscard]] bool opens_on_condition(std::uint32_t token) const;
  // Anything but its subject opens it: "pour cela, vous", "le 3 mai, nous".
  [[nodiscard]] bool opens_on_circumstance(std::uint32_t token) const;
  // "soit", "ni", "d'une part" in the range.
  [[nodiscard]] bool has_pair(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool has_negation(std::uint32_t first, std::uint32_t end) const;
  // The "que" of "ne ... que".
  [[nodiscard]] bool is_restriction(std::uint32_t token) const;
  // ", sous peine de rejet", ", conformement a": behind a comma in the range.
  [[nodiscard]] bool has_shared_end(std::uint32_t first, std::uint32_t end) const;

  // A full stop instead of the tokens from `from` to `token`; the second half opens with `opening`
  // or with a capital.
  [[nodiscard]] Edit boundary(std::uint32_t from, std::uint32_t token,
                              const std::string& opening) const;

 private:
  const OperationInput& input_;
  const Analysis& analysis_;
  const Sentence& sentence_;
  std::uint32_t stop_ = kNoToken;
};

// Where a sentence may be cut, one file a kind; each adds cuts in the order of the text.
// "A ; B", "A : B", "A (B)."
void add_cuts_at_marks(const SplitText& text, std::vector<Cut>& cuts);
// "A et B", "que A et que B", "d'une part A, d'autre part B"
void add_cuts_at_coordinations(const SplitText& text, std::vector<Cut>& cuts);
// ", faute de quoi B", ", etant precise que B"
void add_cuts_at_links(const SplitText& text, std::vector<Cut>& cuts);
// ", les frais etant a votre charge"
void add_cuts_at_participles(const SplitText& text, std::vector<Cut>& cuts);
// ", qui devra etre signe", ", ce qui retarde". `cuts` are those of the other kinds.
void add_cuts_at_relatives(const SplitText& text, std::vector<Cut>& cuts);
// "Ce classement, qui ..., ne", "un entretien qui se tiendra"
void add_cuts_at_inner_relatives(const SplitText& text, std::vector<Cut>& cuts);
// "vous devez A et B", "en raison de X, A et B"
void add_cuts_at_shared_heads(const SplitText& text, std::vector<Cut>& cuts);

// Where a clause with its verb at `own` must end, so that nothing of the main clause hangs
// behind it: kNoToken when nothing follows; else the `from` of a cut. Empty: it must not be cut.
[[nodiscard]] std::optional<std::uint32_t> end_of_clause(const SplitText& text,
                                                         const std::vector<Cut>& cuts,
                                                         std::uint32_t own);

// The noun that a relative clause behind the comma says something of.
struct Antecedent {
  std::uint32_t noun = kNoToken;
  Gender gender = Gender::kNone;
  Number number = Number::kSing;
  std::string again;     // "cette demande", "le maire": said again, lower case
  std::string this_one;  // "cette demande", "ce maire"; empty for a name
};
struct AntecedentSearch {
  Number number = Number::kNone;  // kNone: unknown
  Gender gender = Gender::kNone;
  bool far = false;  // the subject of the verb before, when no noun stands behind it
};
struct FoundAntecedent {
  std::optional<Antecedent> sure;
  std::size_t candidates = 0;
  bool joined = false;  // "la demande et le dossier, lesquels"
};
[[nodiscard]] FoundAntecedent find_antecedent_before(const SplitText& text, std::uint32_t comma,
                                                     const AntecedentSearch& search);

}  // namespace limpide
