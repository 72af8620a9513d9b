#include "analyzer/mentions/mentions.h"

#include <algorithm>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/document/document.h"

namespace limpide {
namespace {

// Blocks before and after a mention in which what completes it may stand.
constexpr std::uint32_t kNearBefore = 2;
constexpr std::uint32_t kNearAfter = 3;

constexpr std::uint32_t kNegationReach = 4;  // tokens between "aucun" and what it takes away

struct Hit {
  TokenRange range;
  std::uint32_t block = 0;
};

class MentionChecker {
 public:
  MentionChecker(const Analysis& analysis, const MentionResources& resources)
      : analysis_(analysis), hits_(resources.table.phrases.size()) {
    const Document& document = *analysis.document;
    std::vector<bool> items(document.blocks.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      items[i] = analysis.structure.blocks[i].role == Role::kListItem;
    }
    const CueText text = cue_text(document, analysis.segmentation, items, resources.words);
    for (const CueHit& hit : find_cues(resources.table, text)) {
      hits_[hit.phrase].push_back({hit.range, text.block_of_token[hit.range.first]});
    }
    for (const Mention& mention : resources.mentions) {
      anchors_.push_back(anchors_of(mention.parts.front()));
    }
  }

  [[nodiscard]] MentionResult check(const Mention& mention, LetterKind kind,
                                    const std::vector<std::string>& declared) const {
    MentionResult result;
    result.id = mention.id;
    result.title = mention.title;
    result.weight = mention.weight;
    result.place = mention.place;
    result.wording = mention.wording;
    result.sources = mention.sources;
    if (!applies(mention, kind, declared)) return result;
    result.state = MentionState::kPresent;
    for (const MentionPart& part : mention.parts) check_part(part, result);
    if (result.state != MentionState::kNotFound) return result;
    // Nothing to stand beside: before the closing, as what it completes would.
    const bool alone = mention.place == MentionPlace::kNear && !near_block(mention);
    if (alone) result.place = MentionPlace::kBeforeClosing;
    result.place_block = place_of(mention, result.place);
    return result;
  }

 private:
  [[nodiscard]] bool applies(const Mention& mention, LetterKind kind,
                             const std::vector<std::string>& declared) const {
    if ((mention.kinds >> static_cast<unsigned>(kind) & 1U) == 0) return false;
    if (mention.never_in_emails && analysis_.structure.kind == DocumentKind::kEmail) return false;
    const bool said = !mention.declared.empty() && std::find(declared.begin(), declared.end(),
                                                             mention.declared) != declared.end();
    if (said) return true;
    if (mention.conditions.empty()) return mention.declared.empty();
    return any_stands(mention.conditions);
  }

  void check_part(const MentionPart& part, MentionResult& result) const {
    if (!part.conditions.empty() && !any_stands(part.conditions)) return;
    std::uint32_t found = 0;
    std::optional<Hit> first;
    for (const MentionCue& cue : part.cues) {
      const std::optional<Hit> hit = first_hit(cue);
      if (!hit) continue;
      ++found;
      if (!first) first = hit;
    }
    if (found >= part.need) {
      result.passages.push_back(passage_of(*first));
    } else {
      result.state = MentionState::kNotFound;
      result.missing.push_back(part.title);
    }
  }

  // One word proves nothing to a reader: its sentence does.
  [[nodiscard]] Span passage_of(const Hit& hit) const {
    const Segmentation& segmentation = analysis_.segmentation;
    const std::uint32_t token = hit.range.first;
    if (hit.range.end - token > 1 || speaks_alone(token)) {
      return range_span(segmentation, hit.range);
    }
    const std::uint32_t sentence = analysis_.sentence_of_token[token];
    return sentence_span(segmentation, segmentation.sentences[sentence]);
  }
  // A date or an address of the network; a postal code shows nothing without its street.
  [[nodiscard]] bool speaks_alone(std::uint32_t token) const {
    const auto& spans = analysis_.segmentation.protected_spans;
    const auto at = std::partition_point(
        spans.begin(), spans.end(),
        [token](const ProtectedSpan& span) { return span.first_token < token; });
    return at != spans.end() && at->first_token == token && at->kind != ProtectedKind::kPostalCode;
  }

  [[nodiscard]] bool any_stands(const std::vector<MentionCue>& cues) const {
    return std::any_of(cues.begin(), cues.end(),
                       [this](const MentionCue& cue) { return first_hit(cue).has_value(); });
  }

  // The first place in the text where one of the cue's phrases stands.
  [[nodiscard]] std::optional<Hit> first_hit(const MentionCue& cue) const {
    std::optional<Hit> best;
    for (std::uint32_t phrase = cue.first_phrase; phrase < cue.phrase_end; ++phrase) {
      for (const Hit& hit : hits_[phrase]) {
        if (best && hit.range.first >= best->range.first) break;
        if (allowed(cue, hit)) best = hit;
      }
    }
    return best;
  }

  [[nodiscard]] bool allowed(const MentionCue& cue, const Hit& hit) const {
    const Role role = analysis_.structure.blocks[hit.block].role;
    if ((cue.roles >> static_cast<unsigned>(role) & 1U) == 0) return false;
    if (!cue.never_after.empty() && is_taken_away(cue, hit)) return false;
    if (!cue.after_block.empty() && !follows_block(cue, hit)) return false;
    return !cue.near || stands_near(cue, hit);
  }

  [[nodiscard]] bool stands_near(const MentionCue& cue, const Hit& hit) const {
    const std::vector<std::uint32_t>& anchors = anchors_[*cue.near];
    const std::uint32_t least = hit.block < kNearAfter ? 0 : hit.block - kNearAfter;
    const auto at = std::lower_bound(anchors.begin(), anchors.end(), least);
    return at != anchors.end() && *at <= hit.block + (cue.from_there ? 0 : kNearBefore);
  }

  // "sans aucun report", "pas de report": a word of denial shortly before, in the sentence.
  [[nodiscard]] bool is_taken_away(const MentionCue& cue, const Hit& hit) const {
    const Segmentation& segmentation = analysis_.segmentation;
    const std::uint32_t token = hit.range.first;
    const Sentence& sentence = segmentation.sentences[analysis_.sentence_of_token[token]];
    for (std::uint32_t i = token; i > sentence.first_token && token - i < kNegationReach;) {
      --i;
      const std::string& word = segmentation.forms[segmentation.tokens[i].form].lower;
      if (std::binary_search(cue.never_after.begin(), cue.never_after.end(), word)) return true;
    }
    return false;
  }

  // A cell after the cell "Date :".
  [[nodiscard]] bool follows_block(const MentionCue& cue, const Hit& hit) const {
    if (hit.block == 0) return false;
    const Document& document = *analysis_.document;
    const std::string before = to_lower(slice(document.text, document.blocks[hit.block - 1].text));
    if (before.compare(0, cue.after_block.size(), cue.after_block) != 0) return false;
    // Nothing but spaces, also unbreakable ones, and a colon after it.
    return before.find_first_not_of(" \t:\xC2\xA0\xE2\x80\xAF", cue.after_block.size()) ==
           std::string::npos;
  }

  // Blocks, sorted, where the first part of a mention stands.
  [[nodiscard]] std::vector<std::uint32_t> anchors_of(const MentionPart& part) const {
    std::vector<std::uint32_t> blocks;
    for (const MentionCue& cue : part.cues) {
      for (std::uint32_t phrase = cue.first_phrase; phrase < cue.phrase_end; ++phrase) {
        for (const Hit& hit : hits_[phrase]) {
          if (cue.near || allowed(cue, hit)) blocks.push_back(hit.block);
        }
      }
    }
    std::sort(blocks.begin(), blocks.end());
    blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
    return blocks;
  }

  [[nodiscard]] Span place_of(const Mention& mention, MentionPlace place) const {
    std::optional<std::size_t> block;
    switch (place) {
      case MentionPlace::kTop:
        block = first_text();
        break;
      case MentionPlace::kOpening:
        block = first_of(Role::kBody);
        break;
      case MentionPlace::kBeforeClosing:
        break;
      case MentionPlace::kSignature:
        block = first_of(Role::kSignature);
        break;
      case MentionPlace::kNear:
        block = near_block(mention);
        break;
      case MentionPlace::kBottom:
        block = last_text();
        break;
    }
    // Where the place that is wanted does not exist: the end of the message.
    if (!block) block = first_of(Role::kClosing);
    if (!block) block = last_of_message();
    return block ? analysis_.document->blocks[*block].text : Span{};
  }

  [[nodiscard]] bool is_page_part(std::size_t i) const {
    const BlockKind kind = analysis_.document->blocks[i].kind;
    const Role role = analysis_.structure.blocks[i].role;
    return is_page_furniture(kind) || kind == BlockKind::kFootnote || role == Role::kFooter ||
           role == Role::kHeader;
  }
  [[nodiscard]] std::optional<std::size_t> first_of(Role role) const {
    const auto& blocks = analysis_.structure.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].role == role && !is_page_part(i)) return i;
    }
    return std::nullopt;
  }
  // The head of the page counts; the subject of an e-mail is no place for an address.
  [[nodiscard]] std::optional<std::size_t> first_text() const {
    const auto& blocks = analysis_.document->blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind != BlockKind::kSubject) return i;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::optional<std::size_t> last_text() const {
    for (std::size_t i = analysis_.structure.blocks.size(); i > 0; --i) {
      if (!is_page_part(i - 1)) return i - 1;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::optional<std::size_t> last_of_message() const {
    for (std::size_t i = analysis_.structure.blocks.size(); i > 0; --i) {
      if (analysis_.structure.blocks[i - 1].role == Role::kBody && !is_page_part(i - 1)) {
        return i - 1;
      }
    }
    return last_text();
  }

  // Where the mention that the cues of this one refer to stands; then its own first part.
  [[nodiscard]] std::optional<std::size_t> near_block(const Mention& mention) const {
    for (const MentionPart& part : mention.parts) {
      for (const MentionCue& cue : part.cues) {
        if (cue.near && !anchors_[*cue.near].empty()) return anchors_[*cue.near].front();
      }
    }
    return std::nullopt;
  }

  const Analysis& analysis_;
  std::vector<std::vector<Hit>> hits_;               // by phrase, in the order of the text
  std::vector<std::vector<std::uint32_t>> anchors_;  // by mention
};

}  // namespace

std::optional<MentionReport> check_mentions(const Analysis& analysis,
                                            const MentionResources& resources,
                                            const MentionOptions& options) {
  if (!options.wanted) return std::nullopt;
  MentionReport report;
  report.letter = analysis.structure.letter;
  if (options.kind) {
    report.letter = {*options.kind, Confidence::kHigh, {}};
    report.kind_given = true;
  }
  if (report.letter.kind == LetterKind::kUnknown) return std::nullopt;
  const MentionChecker checker(analysis, resources);
  report.results.reserve(resources.mentions.size());
  for (const Mention& mention : resources.mentions) {
    report.results.push_back(checker.check(mention, report.letter.kind, options.declared));
  }
  return report;
}

}  // namespace limpide
