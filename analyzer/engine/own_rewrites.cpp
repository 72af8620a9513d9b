#include "analyzer/engine/own_rewrites.h"

#include <algorithm>
#include <map>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/verification/sentence_pairs.h"

namespace limpide {
namespace {

constexpr std::size_t kMostTokens = 500;    // of a region, on either side
constexpr std::size_t kMostProposals = 60;  // of a region

using Tokens = std::vector<std::string>;

bool is_blank(char32_t code) { return code <= U' ' || code == 0xA0 || code == 0x202F; }

bool is_letter(char32_t code) {
  const bool ascii = (code >= U'0' && code <= U'9') || (code >= U'A' && code <= U'Z') ||
                     (code >= U'a' && code <= U'z');
  return ascii || (code >= 0xC0 && code < 0x2000);
}

// Words and marks; blanks and the look of an apostrophe tell nothing.
Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded one = decode_at(text, at);
    const std::size_t size = std::max<std::size_t>(one.size, 1);
    if (is_letter(one.code_point)) {
      if (!inside) tokens.emplace_back();
      tokens.back() += text.substr(at, size);
    } else if (one.code_point == 0x2019 || one.code_point == U'\'') {
      tokens.emplace_back("'");
    } else if (!is_blank(one.code_point)) {
      tokens.emplace_back(text.substr(at, size));
    }
    inside = is_letter(one.code_point);
    at += size;
  }
  return tokens;
}

// Tokens to put in, to take out or to change (Levenshtein).
std::size_t distance(const Tokens& a, const Tokens& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above + 1, row[j - 1] + 1, changed});
      corner = above;
    }
  }
  return row[b.size()];
}

bool holds(const Tokens& all, const Tokens& some) {
  return std::search(all.begin(), all.end(), some.begin(), some.end()) != all.end();
}

// Does the second text have all the words that the edit brings? Those that it keeps may have gone
// on to change: "Nous vous rappelons que, conformement" -> "Conformement".
bool brings(const Tokens& wanted, std::string_view old_words, std::string_view new_words) {
  const Tokens said = tokens_of(new_words);
  if (holds(wanted, said)) return true;
  const Tokens kept = tokens_of(to_lower(old_words));
  return std::all_of(said.begin(), said.end(), [&](const std::string& word) {
    return std::find(kept.begin(), kept.end(), to_lower(word)) != kept.end() ||
           std::find(wanted.begin(), wanted.end(), word) != wanted.end();
  });
}

// Sentences that say the same, with what stands up to the next ones.
struct Region {
  Span before;
  Span after;
};

std::vector<Region> regions_of(const Analysis& before, const Analysis& after) {
  WordNumbers numbers;
  const TextSide old = text_side(before, numbers, true);
  const TextSide now = text_side(after, numbers, true);
  const Result<std::vector<AlignedGroup>> groups = align_sentences(old.words, now.words);
  if (!groups) return {};
  std::vector<Region> regions;
  for (const AlignedGroup& group : *groups) {
    if (group.moved) continue;
    const Span was = side_span(before, old, group.before_first, group.before_end);
    const Span is = side_span(after, now, group.after_first, group.after_end);
    // A sentence that one side alone has belongs to the ones before it.
    if (!regions.empty() && (!group.has_before() || !group.has_after())) {
      if (group.has_before()) regions.back().before.end = was.end;
      if (group.has_after()) regions.back().after.end = is.end;
      continue;
    }
    regions.push_back({was, is});
  }
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const bool last = i + 1 == regions.size();
    regions[i].before.end = last ? static_cast<std::uint32_t>(before.document->text.size())
                                 : regions[i + 1].before.begin;
  }
  return regions;
}

bool overlaps(const std::vector<const Edit*>& taken, const std::vector<Edit>& edits) {
  for (const Edit* one : taken) {
    for (const Edit& other : edits) {
      const bool apart = one->span.end <= other.span.begin || other.span.end <= one->span.begin;
      const bool same_place = one->span.begin == other.span.begin;
      if (!apart || same_place) return true;
    }
  }
  return false;
}

std::vector<const Edit*> pointers_to(const std::vector<Edit>& edits) {
  std::vector<const Edit*> all;
  all.reserve(edits.size());
  for (const Edit& edit : edits) all.push_back(&edit);
  return all;
}

class RegionReader {
 public:
  RegionReader(std::string_view before, std::string_view after, const Region& region)
      : before_(before), region_(region), wanted_(tokens_of(slice(after, region.after))) {}

  void add(const Suggestion& suggestion) {
    if (proposals_.size() >= kMostProposals) return;
    for (const Edit& edit : suggestion.edits) {
      if (!brings(wanted_, slice(before_, edit.span), edit.text)) return;
    }
    proposals_.push_back(&suggestion);
  }

  // The best first, as long as one leads nearer to the second text.
  void take(OwnRewrites& rewrites) {
    std::size_t least = distance(edited({}), wanted_);
    if (wanted_.size() > kMostTokens || least == 0) return;
    std::vector<const Edit*> taken;
    std::vector<bool> used(proposals_.size(), false);
    for (;;) {
      std::size_t best = proposals_.size();
      for (std::size_t i = 0; i < proposals_.size(); ++i) {
        const std::vector<Edit>& edits = proposals_[i]->edits;
        if (used[i] || overlaps(taken, edits)) continue;
        const std::size_t left = distance(edited(with(taken, edits)), wanted_);
        if (left >= least) continue;
        least = left;
        best = i;
      }
      if (best == proposals_.size()) break;
      used[best] = true;
      taken = with(taken, proposals_[best]->edits);
      ++rewrites.count;
    }
    for (const Edit* edit : taken) rewrites.edits.push_back(*edit);
  }

 private:
  static std::vector<const Edit*> with(std::vector<const Edit*> taken,
                                       const std::vector<Edit>& edits) {
    for (const Edit& edit : edits) taken.push_back(&edit);
    std::sort(taken.begin(), taken.end(),
              [](const Edit* a, const Edit* b) { return a->span.begin < b->span.begin; });
    return taken;
  }
  [[nodiscard]] Tokens edited(const std::vector<const Edit*>& edits) const {
    std::string text;
    std::uint32_t at = region_.before.begin;
    for (const Edit* edit : edits) {
      text += slice(before_, {at, edit->span.begin});
      text += edit->text;
      at = edit->span.end;
    }
    text += slice(before_, {at, region_.before.end});
    Tokens tokens = tokens_of(text);
    if (tokens.size() > kMostTokens) tokens.resize(kMostTokens);
    return tokens;
  }

  std::string_view before_;
  Region region_;
  Tokens wanted_;
  std::vector<const Suggestion*> proposals_;
};

std::size_t region_at(const std::vector<Region>& regions, Span span) {
  const auto found = std::partition_point(
      regions.begin(), regions.end(),
      [span](const Region& region) { return region.before.end <= span.begin; });
  if (found == regions.end() || span.begin < found->before.begin || span.end > found->before.end) {
    return regions.size();
  }
  return static_cast<std::size_t>(found - regions.begin());
}

// Headings, a line for the object, what a word means: paragraphs that the second text alone has.
class AddedParagraphs {
 public:
  AddedParagraphs(const Analysis& before, const Analysis& after)
      : text_(before.document->text),
        was_(tokens_of(before.document->text)),
        is_(tokens_of(after.document->text)) {}

  [[nodiscard]] bool are_of(const Suggestion& suggestion) const {
    if (!only_adds(text_, suggestion.edits)) return false;
    return std::all_of(suggestion.edits.begin(), suggestion.edits.end(), [this](const Edit& edit) {
      const Tokens said = tokens_of(added_by(edit));
      return holds(is_, said) && !holds(was_, said);
    });
  }

  // Two meanings behind one paragraph: the second stands behind the first.
  [[nodiscard]] bool join(const Suggestion& suggestion, std::vector<Edit>& taken) const {
    if (suggestion.edits.size() != 1) return false;
    const Edit& edit = suggestion.edits.front();
    const auto same = std::find_if(taken.begin(), taken.end(),
                                   [&edit](const Edit& one) { return one.span == edit.span; });
    const std::string_view added = added_by(edit);
    const bool behind = added.rfind(kParagraphBreak, 0) == 0;
    if (same == taken.end() || !behind || added_by(*same).rfind(kParagraphBreak, 0) != 0) {
      return false;
    }
    same->text += added;
    return true;
  }

 private:
  // Without the words of the paragraph beside it.
  [[nodiscard]] std::string_view added_by(const Edit& edit) const {
    const std::string_view kept = slice(text_, edit.span);
    const std::string_view text = edit.text;
    const bool behind = text.substr(0, kept.size()) == kept &&
                        text.substr(kept.size()).rfind(kParagraphBreak, 0) == 0;
    return behind ? text.substr(kept.size()) : text.substr(0, text.size() - kept.size());
  }

  std::string_view text_;
  Tokens was_;
  Tokens is_;
};

}  // namespace

OwnRewrites own_rewrites(const Analysis& before, const std::vector<Finding>& findings,
                         const Analysis& after) {
  const std::vector<Region> regions = regions_of(before, after);
  const AddedParagraphs added(before, after);
  OwnRewrites rewrites;
  std::vector<Edit> paragraphs;
  for (const Finding& finding : findings) {
    for (const Suggestion& suggestion : finding.suggestions) {
      if (!added.are_of(suggestion)) continue;
      if (added.join(suggestion, paragraphs)) {
        ++rewrites.count;
      } else if (!overlaps(pointers_to(paragraphs), suggestion.edits)) {
        paragraphs.insert(paragraphs.end(), suggestion.edits.begin(), suggestion.edits.end());
        ++rewrites.count;
      }
    }
  }
  std::map<std::size_t, RegionReader> readers;
  for (const Finding& finding : findings) {
    for (const Suggestion& suggestion : finding.suggestions) {
      if (suggestion.edits.empty() || overlaps(pointers_to(paragraphs), suggestion.edits)) continue;
      const Span whole{suggestion.edits.front().span.begin, suggestion.edits.back().span.end};
      const std::size_t region = region_at(regions, whole);
      if (region == regions.size()) continue;
      const RegionReader reader(before.document->text, after.document->text, regions[region]);
      readers.emplace(region, reader).first->second.add(suggestion);
    }
  }
  rewrites.edits = std::move(paragraphs);
  for (auto& entry : readers) entry.second.take(rewrites);
  std::stable_sort(rewrites.edits.begin(), rewrites.edits.end(),
                   [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  return rewrites;
}

}  // namespace limpide
