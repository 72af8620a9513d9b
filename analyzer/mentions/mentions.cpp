#include "analyzer/mentions/mentions.h"

#include <algorithm>
#include <utility>

namespace limpide {
namespace {

// Blocks before and after a mention in which what completes it may stand.
constexpr std::uint32_t kNearBefore = 2;
constexpr std::uint32_t kNearAfter = 3;

struct Hit {
  Span span;
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
    const CueText text = cue_text(document, analysis.segmentation, items, resources.not_names);
    for (const CueHit& hit : find_cues(resources.table, text)) {
      hits_[hit.phrase].push_back(
          {range_span(analysis.segmentation, hit.range), text.block_of_token[hit.range.first]});
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
    if (result.state == MentionState::kNotFound) result.place_block = place_of(mention);
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
      result.passages.push_back(first->span);
    } else {
      result.state = MentionState::kNotFound;
      result.missing.push_back(part.title);
    }
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
        if (best && hit.span.begin >= best->span.begin) break;
        if (allowed(cue, hit)) best = hit;
      }
    }
    return best;
  }

  [[nodiscard]] bool allowed(const MentionCue& cue, const Hit& hit) const {
    const Role role = analysis_.structure.blocks[hit.block].role;
    if ((cue.roles >> static_cast<unsigned>(role) & 1U) == 0) return false;
    if (!cue.near) return true;
    const std::vector<std::uint32_t>& anchors = anchors_[*cue.near];
    const std::uint32_t least = hit.block < kNearAfter ? 0 : hit.block - kNearAfter;
    const auto at = std::lower_bound(anchors.begin(), anchors.end(), least);
    return at != anchors.end() && *at <= hit.block + kNearBefore;
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

  [[nodiscard]] Span place_of(const Mention& mention) const {
    const auto& blocks = analysis_.structure.blocks;
    const auto text = [this](std::size_t block) { return analysis_.document->blocks[block].text; };
    const auto first = [&](Role role) -> std::optional<std::size_t> {
      for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].role == role) return i;
      }
      return std::nullopt;
    };
    if (blocks.empty()) return {};
    std::optional<std::size_t> block;
    switch (mention.place) {
      case MentionPlace::kTop:
        block = 0;
        break;
      case MentionPlace::kOpening:
        block = first(Role::kBody);
        break;
      case MentionPlace::kBeforeClosing:
        block = first(Role::kClosing);
        break;
      case MentionPlace::kSignature:
        block = first(Role::kSignature);
        break;
      case MentionPlace::kNear:
        block = near_block(mention);
        break;
      case MentionPlace::kBottom:
        block = blocks.size() - 1;
        break;
    }
    return block ? text(*block) : Span{};
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
