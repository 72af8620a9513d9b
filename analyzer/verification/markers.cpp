#include "analyzer/verification/markers.h"

#include <algorithm>

namespace limpide {
namespace {

// "ne sera versee, car le solde est inferieur a": the gap of a phrase stays in its clause.
bool crosses_clause(const Segmentation& cut, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    const std::string& key = cut.forms[cut.tokens[i].form].key;
    if (key == "," || key == ";" || key == ":") return true;
  }
  return false;
}

}  // namespace

std::vector<MarkerHit> find_markers(const Analysis& analysis,
                                    const VerificationResources& resources) {
  const CueText text = cue_text(*analysis.document, analysis.segmentation, {}, resources.words);
  std::vector<CueHit> hits = find_cues(resources.phrases, text);
  std::stable_sort(hits.begin(), hits.end(), [](const CueHit& a, const CueHit& b) {
    return a.range.first != b.range.first ? a.range.first < b.range.first
                                          : a.range.end > b.range.end;
  });
  std::vector<MarkerHit> markers;
  std::uint32_t covered = 0;  // tokens before it belong to a phrase
  for (const CueHit& hit : hits) {
    const MarkerIndex marker = resources.class_of_phrase[hit.phrase];
    const CuePhrase& phrase = resources.phrases.phrases[hit.phrase];
    const bool open = std::any_of(phrase.begin(), phrase.end(),
                                  [](const CueElement& element) { return element.gap; });
    if (open && crosses_clause(analysis.segmentation, hit.range)) continue;
    const bool beside = marker != kNoMarker && resources.classes[marker].beside;
    if (!beside) {
      if (hit.range.first < covered) continue;
      // "ne ... plus" reaches far: what stands in its gap counts too.
      covered = open ? hit.range.first + 1 : hit.range.end;
    }
    if (marker != kNoMarker) markers.push_back({marker, hit.range});
  }
  return markers;
}

}  // namespace limpide
