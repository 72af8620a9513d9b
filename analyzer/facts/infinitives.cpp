#include "analyzer/facts/infinitives.h"

#include <algorithm>

namespace limpide {
namespace {

constexpr std::uint32_t kReach = 14;      // tokens between a trigger and its infinitive
constexpr std::uint32_t kTreeReach = 40;  // the same where the tree shows the way

bool is_infinitive(const FactText& text, std::uint32_t i) {
  return text.tag(i).features.verb_form == VerbForm::kInf;
}

// Past an insertion between commas that starts at i; i when there is none.
std::uint32_t after_insertion(const FactText& text, const Scan& scan, std::uint32_t i) {
  if (i >= scan.end || text.lower(i) != ",") return i;
  const std::uint32_t limit = std::min(scan.end, i + kTreeReach);
  std::uint32_t at = i + 1;
  while (at < limit && text.lower(at) != ",") ++at;
  return at < limit ? at + 1 : i;
}

}  // namespace

std::uint32_t governed_infinitive(const FactText& text, const Scan& scan, WordIndex word) {
  const std::vector<Arc>& arcs = text.input.trees.arcs;
  const std::uint32_t from = text.token_of(word) + 1;
  const std::uint32_t limit = std::min(scan.end, from + kTreeReach);
  for (std::uint32_t i = from; i < limit && !arcs.empty(); ++i) {
    const Arc& arc = arcs[text.token(i).first_word];
    if (arc.head != word || universal_relation(arc.relation) != Relation::kXcomp) continue;
    const VerbForm form = text.tag(i).features.verb_form;
    const bool compound = form == VerbForm::kPart && i > from && is_infinitive(text, i - 1);
    if (form == VerbForm::kInf || compound) return i;
  }
  return infinitive_after(text, scan, after_insertion(text, scan, from));
}

std::uint32_t infinitive_after(const FactText& text, const Scan& scan, std::uint32_t i) {
  const std::uint32_t limit = std::min(scan.end, i + kReach);
  for (; i < limit; ++i) {
    if (is_infinitive(text, i)) {
      const bool wish = text.lower(i) == "vouloir" && i + 1 < limit;
      const std::uint32_t next = wish ? infinitive_after(text, scan, i + 1) : kNoToken;
      return next == kNoToken ? i : next;
    }
    const std::string_view lower = text.lower(i);
    if (lower == ";" || lower == ":" || lower == "." || lower == "que" || lower == "qu'") break;
    if (text.tag(i).features.verb_form == VerbForm::kFin) break;
  }
  return kNoToken;
}

std::uint32_t whole_infinitive_end(const FactText& text, const Scan& scan, std::uint32_t i) {
  if (!is_infinitive(text, i) || i + 1 >= scan.end) return i + 1;
  const VerbForm next = text.tag(i + 1).features.verb_form;
  const bool compound = text.upos(i) == Upos::kAux && next == VerbForm::kPart;
  const bool causes =
      (text.lower(i) == "faire" || text.lower(i) == "laisser") && next == VerbForm::kInf;
  return compound || causes ? i + 2 : i + 1;
}

}  // namespace limpide
