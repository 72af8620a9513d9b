#include "tools/lexicon/expansion.h"

#include <algorithm>
#include <map>

#include "analyzer/lexicon/lexicon_format.h"

namespace limpide {
namespace {

// Prefix rules of the dictionary that only put an elided word before the form.
const std::map<Flag, std::uint32_t>& elisions() {
  static const std::map<Flag, std::uint32_t> kElisions = {
      {"L'", kElidesLe},      {"D'", kElidesDe}, {"Q'", kElidesQue},    {"Q*", kElidesLorsque},
      {"Qj", kElidesJusque},  {"Si", kElidesSi}, {"l'", kElidesVerbLe}, {"d'", kElidesVerbDe},
      {"q'", kElidesVerbQue}, {"n'", kElidesNe}, {"m'", kElidesMe},     {"t'", kElidesTe},
      {"s'", kElidesSe},      {"j'", kElidesJe}, {"c'", kElidesCe}};
  return kElisions;
}

bool has(const std::vector<Flag>& flags, const Flag& flag) {
  return !flag.empty() && std::find(flags.begin(), flags.end(), flag) != flags.end();
}

class Expansion {
 public:
  Expansion(const AffixFile& affixes, const DictionaryEntry& entry)
      : affixes_(affixes), entry_(entry) {}

  Result<std::vector<ExpandedForm>> run() {
    if (has(entry_.flags, affixes_.forbidden)) return forms_;
    if (has(entry_.flags, affixes_.keeps_case)) own_ |= kKeepsCase;
    if (has(entry_.flags, affixes_.never_suggested)) own_ |= kNeverSuggested;
    const Result<std::uint32_t> before = prefixes_of(entry_.flags, false);
    if (!before) return before.error();
    if (!has(entry_.flags, affixes_.needs_affix)) {
      forms_.push_back({entry_.word, own_ | before.value(), {}});
    }
    const Result<std::uint32_t> crossing = prefixes_of(entry_.flags, true);
    if (!crossing) return crossing.error();
    for (const Flag& flag : entry_.flags) {
      const auto rule = affixes_.rules.find(flag);
      if (rule == affixes_.rules.end() || elisions().count(flag) != 0) continue;
      const Status status = rule->second.prefix
                                ? add_prefixed(rule->second)
                                : add_suffixed(rule->second, entry_.word, crossing.value());
      if (!status) return status.error();
    }
    return forms_;
  }

 private:
  // Bits of the elisions among these flags; with `crossing`, of those that combine with a suffix.
  Result<std::uint32_t> prefixes_of(const std::vector<Flag>& flags, bool crossing) const {
    std::uint32_t bits = 0;
    for (const Flag& flag : flags) {
      const auto rule = affixes_.rules.find(flag);
      const auto known = elisions().find(flag);
      if (rule == affixes_.rules.end() || known == elisions().end()) continue;
      if (!crossing || rule->second.crosses) bits |= known->second;
    }
    return bits;
  }

  Status add_suffixed(const AffixRule& rule, const std::string& stem, std::uint32_t crossing) {
    for (const AffixEntry& entry : rule.entries) {
      if (!ends_with(stem, entry.strip) || !condition_holds(entry, false, stem)) continue;
      const Result<std::uint32_t> own = prefixes_of(entry.continuation, false);
      if (!own) return own.error();
      const std::string form = stem.substr(0, stem.size() - entry.strip.size()) + entry.add;
      forms_.push_back({form, own_ | own.value() | (rule.crosses ? crossing : 0), entry.fields});
    }
    return Done{};
  }

  // kilo + metre, then its plural. "l'exa" is the elided word and "exa".
  Status add_prefixed(const AffixRule& rule) {
    for (const AffixEntry& entry : rule.entries) {
      if (!condition_holds(entry, true, entry_.word)) continue;
      const std::size_t apostrophe = entry.add.find('\'');
      std::uint32_t elided = 0;
      if (apostrophe != std::string::npos) {
        const std::string word = entry.add.substr(0, apostrophe + 1);
        if (word != "l'" && word != "d'") {
          return make_error(ErrorCode::kUnsupported, "error.dictionary.unsupported",
                            {{"directive", entry.add}});
        }
        elided = word == "l'" ? kElidesVerbLe : kElidesVerbDe;
      }
      const std::string form =
          entry.add.substr(apostrophe == std::string::npos ? 0 : apostrophe + 1) + entry_.word;
      if (!has(entry.continuation, affixes_.needs_affix))
        forms_.push_back({form, own_ | elided, {}});
      for (const Flag& flag : entry.continuation) {
        const auto inner = affixes_.rules.find(flag);
        if (inner == affixes_.rules.end() || inner->second.prefix) continue;
        const std::size_t first = forms_.size();
        const Status status = add_suffixed(inner->second, form, 0);
        if (!status) return status;
        // Hunspell takes one prefix: the elided word is this one, or none.
        for (std::size_t i = first; i < forms_.size(); ++i) {
          forms_[i].flags = (forms_[i].flags & ~kElidesMask) | elided;
        }
      }
    }
    return Done{};
  }

  static bool ends_with(const std::string& word, const std::string& end) {
    return word.size() >= end.size() &&
           word.compare(word.size() - end.size(), end.size(), end) == 0;
  }

  const AffixFile& affixes_;
  const DictionaryEntry& entry_;
  std::uint32_t own_ = 0;
  std::vector<ExpandedForm> forms_;
};

}  // namespace

Result<std::vector<ExpandedForm>> expand(const AffixFile& affixes, const DictionaryEntry& entry) {
  return Expansion(affixes, entry).run();
}

}  // namespace limpide
