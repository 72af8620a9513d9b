#include <algorithm>
#include <map>
#include <tuple>

#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/lexicon_format.h"
#include "tools/lexicon/graph.h"
#include "tools/lexicon/lexicon_source.h"

namespace limpide {
namespace {

// How to write one word from another: drop some bytes of its end, put others.
struct Rewrite {
  std::uint8_t strip = 0;  // bytes
  std::string put;
};

Rewrite rewrite(std::string_view from, std::string_view to) {
  std::size_t common = 0;
  while (common < from.size() && common < to.size() && from[common] == to[common]) ++common;
  // Not inside a code point: the parts must stay UTF-8.
  while (common > 0 && common < from.size() &&
         (static_cast<unsigned char>(from[common]) & 0xC0U) == 0x80U) {
    --common;
  }
  while (common > 0 && common < to.size() &&
         (static_cast<unsigned char>(to[common]) & 0xC0U) == 0x80U) {
    --common;
  }
  return {static_cast<std::uint8_t>(from.size() - common), std::string(to.substr(common))};
}

// Numbers values in the order they come and keeps their bytes.
template <typename Key>
class Table {
 public:
  std::uint32_t number(const Key& key) {
    return numbers_.emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }
  [[nodiscard]] std::vector<Key> in_order() const {
    std::vector<Key> keys(numbers_.size());
    for (const auto& [key, number] : numbers_) keys[number] = key;
    return keys;
  }

 private:
  std::map<Key, std::uint32_t> numbers_;
};

std::string packed_tag(const LexicalAnalysis& analysis) {
  const Features& f = analysis.features;
  std::string bytes;
  for (const auto value : {static_cast<unsigned>(analysis.upos), static_cast<unsigned>(f.number),
                           static_cast<unsigned>(f.gender), static_cast<unsigned>(f.verb_form),
                           static_cast<unsigned>(f.mood), static_cast<unsigned>(f.tense),
                           static_cast<unsigned>(f.pron_type), static_cast<unsigned>(f.person)}) {
    bytes.push_back(static_cast<char>(value));
  }
  unsigned bits = 0;
  const auto set = [&bits](bool state, TagFlag flag) { bits |= state ? unsigned{flag} : 0U; };
  set(f.possessive, kTagPossessive);
  set(f.reflexive, kTagReflexive);
  set(f.negative, kTagNegative);
  set(f.ordinal, kTagOrdinal);
  set(f.cardinal, kTagCardinal);
  set(f.definite, kTagDefinite);
  set(f.indefinite, kTagIndefinite);
  set(analysis.transitive, kTagTransitive);
  set(analysis.etre_auxiliary, kTagEtre);
  set(analysis.pronominal_only, kTagPronominal);
  append_value(bytes, static_cast<std::uint16_t>(bits));
  append_value(bytes, std::uint16_t{0});
  return bytes;
}

using ClassKey = std::pair<std::uint32_t, std::vector<std::uint32_t>>;  // flags, analyses
using ItemKey = std::pair<std::uint32_t, std::uint8_t>;                 // suffix, strip

class Packer {
 public:
  explicit Packer(const LexiconSource& source) : source_(source) {}

  Result<std::string> run(const std::string& licence) {
    number_forms();
    add_classes();
    add_paradigms();
    const std::size_t widest = std::max(
        {tags_.size(), suffixes_.size(), analyses_.size(), classes_.size(), paradigms_.size()});
    if (widest > 0xFFFF || longest_ > kFormBytesAtMost) {
      return make_error(ErrorCode::kLimit, "error.lexicon.width",
                        {{"count", std::to_string(widest)}});
    }
    return write(licence);
  }

 private:
  void number_forms() {
    for (const auto& form : source_.forms) {
      numbers_.emplace(form.first, static_cast<std::uint32_t>(keys_.size()));
      keys_.push_back(form.first);
      longest_ = std::max(longest_, form.first.size());
    }
  }

  void add_classes() {
    for (const auto& [form, readings] : source_.forms) {
      ClassKey key{readings.flags, {}};
      for (const LexicalAnalysis& analysis : readings.analyses) {
        const Rewrite to_lemma = rewrite(form, analysis.lemma);
        const auto packed = std::make_tuple(tags_.number(packed_tag(analysis)),
                                            suffixes_.number(to_lemma.put), to_lemma.strip);
        key.second.push_back(analyses_.number(packed));
        lemmas_[numbers_.at(analysis.lemma)].push_back(&form);
      }
      append_value(form_classes_, static_cast<std::uint16_t>(classes_.number(key)));
    }
  }

  void add_paradigms() {
    for (auto& [lemma, forms] : lemmas_) {
      std::vector<ItemKey> items;
      for (const std::string* form : forms) {
        const Rewrite from_lemma = rewrite(keys_[lemma], *form);
        items.emplace_back(suffixes_.number(from_lemma.put), from_lemma.strip);
      }
      std::sort(items.begin(), items.end());
      items.erase(std::unique(items.begin(), items.end()), items.end());
      append_value(lemma_ids_, lemma);
      append_value(lemma_paradigms_, static_cast<std::uint16_t>(paradigms_.number(items)));
    }
  }

  std::string write(const std::string& licence) const {
    const PackedGraph graph = build_graph(keys_);
    std::string meta;
    append_value(meta, static_cast<std::uint32_t>(keys_.size()));
    append_value(meta, graph.root);
    append_value(meta, static_cast<std::uint32_t>(longest_));

    std::string classes;
    std::string class_items;
    for (const ClassKey& key : classes_.in_order()) {
      append_value(classes, static_cast<std::uint32_t>(class_items.size() / 2));
      append_value(classes, key.first);
      for (const std::uint32_t item : key.second)
        append_value(class_items, static_cast<std::uint16_t>(item));
    }
    append_value(classes, static_cast<std::uint32_t>(class_items.size() / 2));
    append_value(classes, std::uint32_t{0});

    std::string analyses;
    for (const auto& [tag, suffix, strip] : analyses_.in_order()) {
      append_value(analyses, static_cast<std::uint16_t>(tag));
      append_value(analyses, static_cast<std::uint16_t>(suffix));
      append_value(analyses, strip);
      append_value(analyses, std::uint8_t{0});
    }
    std::string tags;
    for (const std::string& tag : tags_.in_order()) tags += tag;
    std::string suffix_offsets;
    std::string suffix_bytes;
    for (const std::string& suffix : suffixes_.in_order()) {
      append_value(suffix_offsets, static_cast<std::uint32_t>(suffix_bytes.size()));
      suffix_bytes += suffix;
    }
    append_value(suffix_offsets, static_cast<std::uint32_t>(suffix_bytes.size()));

    std::string paradigms;
    std::string items;
    for (const std::vector<ItemKey>& paradigm : paradigms_.in_order()) {
      append_value(paradigms, static_cast<std::uint32_t>(items.size() / kItemBytes));
      for (const ItemKey& item : paradigm) {
        append_value(items, static_cast<std::uint16_t>(item.first));
        append_value(items, item.second);
        append_value(items, std::uint8_t{0});
      }
    }
    append_value(paradigms, static_cast<std::uint32_t>(items.size() / kItemBytes));

    return pack_sections(kLexiconKind, source_.checksum,
                         {{kSectionVersion, source_.version},
                          {kSectionLicence, licence},
                          {kSectionMeta, meta},
                          {kSectionLabels, graph.labels},
                          {kSectionTargets, graph.targets},
                          {kSectionSkips, graph.skips},
                          {kSectionFormClasses, form_classes_},
                          {kSectionClasses, classes},
                          {kSectionClassItems, class_items},
                          {kSectionAnalyses, analyses},
                          {kSectionTags, tags},
                          {kSectionSuffixOffsets, suffix_offsets},
                          {kSectionSuffixBytes, suffix_bytes},
                          {kSectionLemmas, lemma_ids_},
                          {kSectionLemmaParadigms, lemma_paradigms_},
                          {kSectionParadigms, paradigms},
                          {kSectionParadigmItems, items}});
  }

  const LexiconSource& source_;
  std::vector<std::string> keys_;
  std::map<std::string, std::uint32_t> numbers_;
  std::size_t longest_ = 0;  // bytes
  Table<std::string> tags_;
  Table<std::string> suffixes_;
  Table<std::tuple<std::uint32_t, std::uint32_t, std::uint8_t>> analyses_;
  Table<ClassKey> classes_;
  Table<std::vector<ItemKey>> paradigms_;
  std::map<std::uint32_t, std::vector<const std::string*>> lemmas_;  // forms of each lemma
  std::string form_classes_;
  std::string lemma_ids_;
  std::string lemma_paradigms_;
};

}  // namespace

Result<std::string> pack_lexicon(const LexiconSource& source, const std::string& licence) {
  return Packer(source).run(licence);
}

}  // namespace limpide
