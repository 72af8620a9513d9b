#include "analyzer/tagging/word_facts.h"

#include <algorithm>

#include "analyzer/base/hash.h"
#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::uint64_t kBoundary = 0xB0;
constexpr std::uint64_t kUnknownClass = 0xA0;
constexpr std::uint64_t kClusterSeed = 6;

std::uint64_t& at(Properties& properties, Property property) {
  return properties[static_cast<std::size_t>(property)];
}

bool is_figure(char c) { return c >= '0' && c <= '9'; }

std::string with_zeros(std::string text) {
  for (char& c : text) {
    if (is_figure(c)) c = '0';
  }
  return text;
}

// The form without what says nothing of its kind: "inscrit(e)s" is "inscrits", "-6" is "6".
std::string plain_key(const std::string& key) {
  if (key.size() > 1 && (key[0] == '-' || key[0] == '+') && is_figure(key[1])) {
    return key.substr(1);
  }
  const std::size_t open = key.find('(');
  const std::size_t close = key.find(')', open);
  constexpr std::size_t kLongestEnding = 6;
  if (open == 0 || close == std::string::npos || close - open > kLongestEnding) return key;
  return key.substr(0, open) + key.substr(close + 1);
}

// Capitals are often written without accents: the lexicon's own form gives them back.
std::string lower_of(const std::string& key, FormId id, Casing casing, const Lexicon& lexicon) {
  std::string lower = to_lower(key);
  const bool capitals = casing == Casing::kUpper || casing == Casing::kCapitalized;
  if (!capitals || id == kNoForm) return lower;
  const bool exact = lexicon.find(lower) != kNoForm || lexicon.find(key) != kNoForm;
  return exact ? lower : to_lower(lexicon.form(id));
}

// "3e", "1er", "2emes": an adjective, whatever the lexicon knows.
bool is_ordinal(std::string_view lower) {
  const std::size_t letters = lower.find_first_not_of("0123456789");
  if (letters == 0 || letters == std::string_view::npos) return false;
  const std::string plain = without_accents(lower.substr(letters));
  std::string_view ending(plain);
  if (ending.size() > 1 && ending.back() == 's') ending.remove_suffix(1);
  for (const std::string_view known : {"e", "er", "re", "ere", "eme", "ieme", "nd", "nde", "d"}) {
    if (ending == known) return true;
  }
  return false;
}

LexicalAnalysis ordinal_analysis(std::string_view lower) {
  LexicalAnalysis analysis;
  analysis.lemma =
      lower.substr(0, 1) == "1" && lower.find_first_of("0123456789", 1) == std::string_view::npos
          ? "1er"
          : std::string(lower);
  analysis.upos = Upos::kAdj;
  analysis.features.ordinal = true;
  analysis.features.number = lower.back() == 's' ? Number::kPlur : Number::kSing;
  return analysis;
}

struct Letters {
  std::vector<std::size_t> starts;  // bytes; one more at the end
};

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t i = 0; i < text.size();) {
    letters.starts.push_back(i);
    i += decode_at(text, i).size;
  }
  letters.starts.push_back(text.size());
  return letters;
}

void set_affixes(const std::string& lower, Properties& properties) {
  const Letters letters = letters_of(lower);
  const std::size_t count = letters.starts.size() - 1;
  const std::string_view text(lower);
  for (std::size_t n = 1; n <= 5; ++n) {
    // A word shorter than the affix is its own affix, and says that it is whole.
    const bool whole = count <= n;
    const std::string_view suffix = whole ? text : text.substr(letters.starts[count - n]);
    const auto place = static_cast<std::size_t>(Property::kSuffix1) + n - 1;
    properties[place] = mix_feature(hash_bytes(suffix), whole ? 1 : 0);
    if (n > 3) continue;
    const std::string_view prefix = whole ? text : text.substr(0, letters.starts[n]);
    const auto prefix_place = static_cast<std::size_t>(Property::kPrefix1) + n - 1;
    properties[prefix_place] = mix_feature(hash_bytes(prefix), whole ? 1 : 0);
  }
}

std::uint64_t shape_of(std::string_view key, std::uint16_t letters, Casing casing) {
  unsigned figures = 0;
  unsigned marks = 0;
  unsigned dots = 0;
  unsigned hyphens = 0;
  for (const char c : key) {
    if (is_figure(c))
      ++figures;
    else if (c == '.')
      ++dots;
    else if (c == '-')
      ++hyphens;
    else if (static_cast<unsigned char>(c) < 0x80 && (c < 'A' || c > 'z'))
      ++marks;
  }
  const auto some = [](unsigned count, unsigned most) { return std::min(count, most); };
  return feature_hash(static_cast<std::uint64_t>(casing), some(figures, 5), some(dots, 2),
                      some(hyphens, 2), some(marks, 2), some(letters, 4),
                      is_figure(key.front()) ? 1 : 0);
}

// Two lexical tags with one code are one to the tagger.
std::uint64_t lexical_code(const LexicalAnalysis& analysis) {
  return tag_code({analysis.upos, analysis.features});
}

std::uint64_t class_of(const std::vector<LexicalAnalysis>& analyses) {
  std::vector<std::uint64_t> codes;
  codes.reserve(analyses.size());
  for (const LexicalAnalysis& analysis : analyses) codes.push_back(lexical_code(analysis));
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  std::uint64_t hash = kUnknownClass + 1;
  for (const std::uint64_t code : codes) hash = mix_feature(hash, code);
  return hash;
}

std::uint64_t coarse_of(const std::vector<LexicalAnalysis>& analyses) {
  std::uint64_t bits = 0;
  for (const LexicalAnalysis& analysis : analyses) {
    bits |= std::uint64_t{1} << static_cast<unsigned>(analysis.upos);
    const Features& features = analysis.features;
    const bool verb = analysis.upos == Upos::kVerb || analysis.upos == Upos::kAux;
    if (!verb) continue;
    if (features.verb_form == VerbForm::kFin) bits |= 1U << 20U;
    if (features.verb_form == VerbForm::kInf) bits |= 1U << 21U;
    if (features.verb_form != VerbForm::kPart) continue;
    bits |= features.tense == Tense::kPast ? 1U << 22U : 1U << 23U;
  }
  return bits;
}

// "sous-prefets" is as "prefets" to the tagger when the lexicon has not the whole.
FormId last_part(std::string_view lower, const Lexicon& lexicon) {
  const std::size_t hyphen = lower.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 == lower.size()) return kNoForm;
  return lexicon.find(lower.substr(hyphen + 1));
}

}  // namespace

std::uint64_t cluster_key(std::uint64_t lower) { return feature_hash(kClusterSeed, lower); }

Cluster Clusters::of(std::uint64_t lower) const {
  const SparseRows::Row row = rows.find(cluster_key(lower));
  if (row == nullptr) return {};
  return {row[2] + 100U * row[4], row[6]};
}

std::string cluster_word(const Form& form, const Lexicon& lexicon) {
  return with_zeros(lower_of(plain_key(form.key), form.lexicon, form.casing, lexicon));
}

WordFacts describe_word(const Form& form, const Lexicon& lexicon, const Clusters& clusters,
                        bool in_capitals) {
  WordFacts facts;
  const Casing casing = in_capitals && form.casing != Casing::kNone ? Casing::kLower : form.casing;
  const std::string key = plain_key(form.key);
  FormId id = key == form.key ? form.lexicon : lexicon.find_any_case(key);
  facts.lower = lower_of(key, id, form.casing, lexicon);
  facts.known = id != kNoForm;
  facts.capital = casing == Casing::kCapitalized || casing == Casing::kUpper ||
                  (casing == Casing::kMixed && form.key.front() != form.lower.front());
  facts.acronym = !facts.known && (casing == Casing::kUpper || casing == Casing::kMixed);
  facts.own_capitals =
      casing == Casing::kUpper || (form.letters == 1 && casing == Casing::kCapitalized);
  facts.spelling = facts.own_capitals ? key : facts.lower;
  for (const char c : key) facts.figures |= is_figure(c);
  if (!facts.known) id = last_part(facts.lower, lexicon);
  if (id != kNoForm) facts.analyses = lexicon.analyses(id);
  if (facts.figures && is_ordinal(facts.lower)) {
    facts.analyses = {ordinal_analysis(facts.lower)};
    facts.known = true;
  }

  Properties& properties = facts.properties;
  const std::string zeroed = with_zeros(facts.lower);
  const std::uint64_t lower = hash_bytes(zeroed);
  at(properties, Property::kLower) = lower;
  at(properties, Property::kForm) = in_capitals ? lower : hash_bytes(with_zeros(key));
  set_affixes(zeroed, properties);
  const std::uint64_t shape = shape_of(key, form.letters, casing);
  at(properties, Property::kShape) = shape;
  if (facts.analyses.empty()) {
    at(properties, Property::kClass) = mix_feature(kUnknownClass, shape);
    at(properties, Property::kCoarse) = mix_feature(kUnknownClass, facts.capital ? 1 : 0);
  } else {
    const std::uint64_t exact = class_of(facts.analyses);
    at(properties, Property::kClass) = facts.known ? exact : mix_feature(exact, 1);
    at(properties, Property::kCoarse) = coarse_of(facts.analyses);
  }
  const Cluster cluster = clusters.of(lower);
  at(properties, Property::kCluster) = cluster.fine;
  at(properties, Property::kWideCluster) = cluster.wide;
  return facts;
}

const Properties& boundary_properties() {
  static constexpr Properties kOutside = [] {
    Properties properties{};
    for (std::uint64_t& value : properties) value = kBoundary;
    return properties;
  }();
  return kOutside;
}

}  // namespace limpide
