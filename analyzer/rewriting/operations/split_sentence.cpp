// One long sentence as two or more. In: words of the sentence; the whole of it, or the mark or word
// that a rule shows, where it is then cut. Out: all sure cuts together, then those that change
// nothing but marks, then the cut nearest to the middle. Refuses: a question, an item of a list,
// visas and grounds of a decision, a sentence without a full stop, parts of a few words.
#include <algorithm>
#include <cstdint>
#include <utility>

#include "analyzer/rewriting/splitting/split_text.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLeastPart = 5;  // words, when several cuts are made
constexpr std::size_t kMostProposals = 4;

class Splitter {
 public:
  explicit Splitter(const OperationInput& input) : input_(input), text_(input) {}

  [[nodiscard]] std::vector<Suggestion> run() {
    if (text_.stop() == kNoToken || is_item() || is_recital() || is_capitals()) return {};
    find_cuts();
    const bool whole = input_.range.first == text_.first() && input_.range.end > text_.stop() - 1;
    if (!whole) keep_marked();
    std::vector<Suggestion> found;
    if (whole) found = list_long_sentence(input_);
    if (cuts_.empty()) return found;
    add(together(cuts_), found);
    std::vector<Cut> safe;
    std::copy_if(cuts_.begin(), cuts_.end(), std::back_inserter(safe),
                 [](const Cut& cut) { return cut.safe; });
    add(together(safe), found);
    for (const Cut& cut : by_middle()) {
      if (cut.until == kNoToken) add({cut}, found);
    }
    if (found.size() > kMostProposals) found.resize(kMostProposals);
    return found;
  }

 private:
  // It goes on in lower case.
  [[nodiscard]] bool is_item() const {
    const Form& form = form_of_token(text_.analysis(), text_.first());
    return form.casing == Casing::kLower || !text_.is_word(text_.first()) || form.lower == "ne";
  }
  [[nodiscard]] bool is_recital() const {
    return text_.table().recitals.count(text_.lower(text_.first())) != 0;
  }

  // Acronyms are no capitals.
  [[nodiscard]] bool is_capitals() const {
    std::uint32_t words = 0;
    std::uint32_t upper = 0;
    for (std::uint32_t i = text_.first(); i < text_.stop(); ++i) {
      const Form& form = form_of_token(text_.analysis(), i);
      if (form.letters < 2) continue;
      ++words;
      if (form.casing == Casing::kUpper) ++upper;
    }
    return upper * 2 > words;
  }

  void find_cuts() {
    add_cuts_at_marks(text_, cuts_);
    add_cuts_at_coordinations(text_, cuts_);
    add_cuts_at_links(text_, cuts_);
    add_cuts_at_participles(text_, cuts_);
    add_cuts_at_relatives(text_, cuts_);
    add_cuts_at_inner_relatives(text_, cuts_);
    add_cuts_at_shared_heads(text_, cuts_);
    std::stable_sort(cuts_.begin(), cuts_.end(),
                     [](const Cut& a, const Cut& b) { return a.from < b.from; });
  }

  // A rule that shows a semicolon or the subject of a second clause asks for that cut.
  void keep_marked() {
    const std::uint32_t mark = input_.range.first;
    cuts_.erase(std::remove_if(cuts_.begin(), cuts_.end(),
                               [mark](const Cut& cut) {
                                 return cut.until != kNoToken || mark < cut.from ||
                                        mark > cut.token;
                               }),
                cuts_.end());
  }

  // Those that go together, from the first on.
  [[nodiscard]] std::vector<Cut> together(const std::vector<Cut>& cuts) const {
    std::vector<Cut> chosen;
    for (const Cut& cut : cuts) {
      const std::uint32_t start = chosen.empty() ? text_.first() : chosen.back().token;
      if (cut.from <= start || text_.words_between(start, cut.from) < kLeastPart) continue;
      if (!chosen.empty() && cut.edits.front().span.begin < chosen.back().edits.back().span.end) {
        continue;
      }
      if (text_.words_between(cut.token, text_.stop()) < kLeastPart && !chosen.empty()) continue;
      chosen.push_back(cut);
    }
    // A part whose end depends on another cut.
    for (std::size_t i = chosen.size(); i > 0; --i) {
      const std::uint32_t until = chosen[i - 1].until;
      if (until == kNoToken) continue;
      const bool made = std::any_of(chosen.begin(), chosen.end(),
                                    [until](const Cut& cut) { return cut.from == until; });
      if (!made) chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(i - 1));
    }
    return chosen;
  }

  [[nodiscard]] std::vector<Cut> by_middle() const {
    const std::uint32_t middle = (text_.first() + text_.stop()) / 2;
    const auto distance = [middle](const Cut& cut) {
      return cut.token > middle ? cut.token - middle : middle - cut.token;
    };
    std::vector<Cut> cuts = cuts_;
    std::stable_sort(cuts.begin(), cuts.end(),
                     [&](const Cut& a, const Cut& b) { return distance(a) < distance(b); });
    return cuts;
  }

  static void add(const std::vector<Cut>& cuts, std::vector<Suggestion>& found) {
    if (cuts.empty()) return;
    Suggestion suggestion;
    suggestion.safe = true;
    for (const Cut& cut : cuts) {
      suggestion.edits.insert(suggestion.edits.end(), cut.edits.begin(), cut.edits.end());
      suggestion.safe = suggestion.safe && cut.safe;
    }
    const bool known = std::any_of(found.begin(), found.end(), [&](const Suggestion& other) {
      return other.edits == suggestion.edits;
    });
    if (!known) found.push_back(std::move(suggestion));
  }

  const OperationInput& input_;
  SplitText text_;
  std::vector<Cut> cuts_;
};

}  // namespace

std::vector<Suggestion> split_sentence(const OperationInput& input) {
  if (input.analysis.depth != Depth::kTrees) return {};
  return Splitter(input).run();
}

}  // namespace limpide
