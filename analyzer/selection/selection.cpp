#include "analyzer/selection/selection.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "analyzer/base/hash.h"
#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

std::string_view next_word(std::string_view& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) {
    text = {};
    return {};
  }
  text.remove_prefix(begin);
  const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

Span scope_of(const Document& document, Span anchor) {
  const auto whole = static_cast<std::uint32_t>(document.text.size());
  if (document.blocks.empty() || (anchor.empty() && anchor.begin == 0)) return {0, whole};
  if (!anchor.empty()) {
    Span scope = anchor;
    for (const Block& block : document.blocks) {
      if (!block.text.overlaps(anchor)) continue;
      scope = {std::min(scope.begin, block.text.begin), std::max(scope.end, block.text.end)};
    }
    return scope;
  }
  const std::size_t at = block_at(document, anchor.begin);
  if (at >= document.blocks.size()) return anchor;
  const Span block = document.blocks[at].text;
  const bool between = anchor.begin == block.end && at + 1 < document.blocks.size();
  return between ? document.blocks[at + 1].text : block;
}

// The more a finding tells of the same words, the earlier it comes: severity, then what a house
// says before what we say, then length.
bool tells_more(const RuleSet& rules, const Finding& a, const Finding& b) {
  if (a.severity != b.severity) return a.severity > b.severity;
  const std::uint32_t layer_a = rules.spec(a.rule).layer;
  const std::uint32_t layer_b = rules.spec(b.rule).layer;
  if (layer_a != layer_b) return layer_a > layer_b;
  if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  return a.rule < b.rule;
}

bool reads_before(const Finding& a, const Finding& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end > b.span.end;
  return a.rule < b.rule;
}

// Rules about words compete for the same words; a rule about a whole sentence or paragraph does
// not compete with a rule about a word in it.
bool is_about_words(const RuleSpec& spec) {
  return spec.kind == "terms" || spec.kind == "long-word" || spec.kind == "rare-word" ||
         spec.kind == "spelling" || spec.kind == "acronym" || spec.kind == "repeated-word" ||
         (spec.kind == "pattern" && spec.condition.name == "term");
}

std::vector<bool> rules_about_words(const RuleSet& rules) {
  std::vector<bool> about_words;
  for (const LoadedRule& rule : rules.rules) about_words.push_back(is_about_words(rule.spec));
  return about_words;
}

std::vector<Finding> without_overlaps(const RuleSet& rules, std::vector<Finding> raw) {
  // A finding is large: pointers to them are what is sorted.
  std::vector<Finding*> order;
  order.reserve(raw.size());
  for (Finding& finding : raw) order.push_back(&finding);
  std::stable_sort(order.begin(), order.end(), [&rules](const Finding* a, const Finding* b) {
    return tells_more(rules, *a, *b);
  });
  const std::vector<bool> about_words = rules_about_words(rules);
  std::map<std::uint32_t, std::uint32_t> taken;  // begin -> end of the words already told
  const auto is_told = [&](const Finding* finding) {
    if (!about_words[finding->rule] || finding->span.empty()) return false;
    const auto after = taken.lower_bound(finding->span.end);
    if (after != taken.begin() && std::prev(after)->second > finding->span.begin) return true;
    taken[finding->span.begin] = finding->span.end;
    return false;
  };
  std::vector<Finding*> kept_order;
  kept_order.reserve(order.size());
  for (Finding* finding : order) {
    if (!is_told(finding)) kept_order.push_back(finding);
  }
  order = std::move(kept_order);
  std::stable_sort(order.begin(), order.end(),
                   [](const Finding* a, const Finding* b) { return reads_before(*a, *b); });
  std::vector<Finding> kept;
  kept.reserve(order.size());
  for (Finding* finding : order) kept.push_back(std::move(*finding));
  return kept;
}

// The rule, the words marked and which of their occurrences this is: moving other text, changing
// the sentence around or the layout leaves it alone.
void add_fingerprints(const Document& document, const RuleSet& rules,
                      std::vector<Finding>& findings) {
  std::map<std::uint64_t, std::uint32_t> occurrences;
  for (Finding& finding : findings) {
    std::string words = to_lower(slice(document.text, finding.span));
    const auto is_blank = [](char byte) { return byte == ' ' || byte == '\n' || byte == '\t'; };
    words.erase(std::remove_if(words.begin(), words.end(), is_blank), words.end());
    const std::uint64_t base =
        hash_bytes(words, hash_bytes("\n", hash_bytes(rules.spec(finding.rule).id)));
    const std::uint32_t occurrence = occurrences[base]++;
    finding.fingerprint = hash_bytes(std::to_string(occurrence), base);
  }
}

const Mute* mute_of(const std::vector<Mute>& mutes, const RuleSpec& spec, Span span) {
  for (const Mute& mute : mutes) {
    const bool names = mute.rule == spec.id || mute.rule == "tout";
    const bool whole = span.empty() && mute.scope.begin == 0;
    if (names && (whole || mute.scope.contains(span))) return &mute;
  }
  return nullptr;
}

}  // namespace

std::vector<Mute> find_mutes(const Document& document) {
  std::vector<Mute> mutes;
  for (const Comment& comment : document.comments) {
    std::string_view text = comment.text;
    if (next_word(text) != "limpide:" || next_word(text) != "ignorer") continue;
    const std::string_view rule = next_word(text);
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    const std::size_t end = text.find_last_not_of(" \t\r\n");
    // Without a reason nothing is muted: the next reader must know why.
    if (rule.empty() || begin == std::string_view::npos) continue;
    mutes.push_back({std::string(rule), std::string(text.substr(begin, end - begin + 1)),
                     scope_of(document, comment.anchor)});
  }
  return mutes;
}

Selected select_findings(const Analysis& analysis, const RuleSet& rules, std::vector<Finding> raw,
                         const Baseline& baseline, const UserWords& user_words) {
  const std::vector<Mute> mutes = find_mutes(*analysis.document);
  if (!user_words.empty()) {
    const std::string& text = analysis.document->text;
    raw.erase(std::remove_if(raw.begin(), raw.end(),
                             [&](const Finding& finding) {
                               return finding.operation.kind == OperationKind::kSpelling &&
                                      user_words.count(to_lower(slice(text, finding.span))) != 0;
                             }),
              raw.end());
  }
  Selected selected;
  std::vector<Finding> kept = without_overlaps(rules, std::move(raw));
  add_fingerprints(*analysis.document, rules, kept);
  for (Finding& finding : kept) {
    const Mute* mute = mute_of(mutes, rules.spec(finding.rule), finding.span);
    if (mute != nullptr)
      selected.muted.push_back({std::move(finding), mute->reason});
    else if (baseline.count(finding.fingerprint) != 0)
      ++selected.known;
    else
      selected.findings.push_back(std::move(finding));
  }
  return selected;
}

}  // namespace limpide
