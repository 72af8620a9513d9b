#include "tools/lexicon/lexicon_source.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "analyzer/base/hash.h"
#include "analyzer/base/utf8.h"
#include "tools/lexicon/affix_file.h"
#include "tools/lexicon/expansion.h"
#include "tools/lexicon/translation.h"

namespace limpide {
namespace {

auto feature_key(const Features& f) {
  return std::make_tuple(f.mood, f.tense, f.verb_form, f.person, f.number, f.gender, f.pron_type,
                         f.possessive, f.reflexive, f.negative, f.ordinal, f.cardinal, f.definite,
                         f.indefinite);
}

bool before(const LexicalAnalysis& a, const LexicalAnalysis& b) {
  return std::make_tuple(a.upos, std::string_view(a.lemma), feature_key(a.features)) <
         std::make_tuple(b.upos, std::string_view(b.lemma), feature_key(b.features));
}

// One reading a lemma, part of speech and features; what two entries say of the verb adds up.
void merge(std::vector<LexicalAnalysis>& analyses) {
  std::stable_sort(analyses.begin(), analyses.end(), before);
  std::vector<LexicalAnalysis> merged;
  for (const LexicalAnalysis& analysis : analyses) {
    if (merged.empty() || before(merged.back(), analysis)) {
      merged.push_back(analysis);
      continue;
    }
    merged.back().transitive |= analysis.transitive;
    merged.back().etre_auxiliary |= analysis.etre_auxiliary;
    merged.back().pronominal_only &= analysis.pronominal_only;
  }
  analyses = std::move(merged);
}

std::string field_value(const std::vector<std::string>& fields, std::string_view name) {
  for (const std::string& field : fields) {
    if (field.compare(0, name.size(), name) == 0) return field.substr(name.size());
  }
  return {};
}

// The masculine singular past participle among the forms of an entry.
std::string participle_lemma(const std::vector<ExpandedForm>& forms) {
  const auto among = [](const std::vector<std::string>& fields, std::string_view field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  for (const ExpandedForm& form : forms) {
    const auto& fields = form.affix_fields;
    if (among(fields, "po:ppas") && among(fields, "is:mas") && !among(fields, "is:pl"))
      return form.form;
  }
  return {};
}

struct ExtraLine {
  std::string kind;
  std::vector<std::string> cells;
  std::uint32_t number = 0;
};

std::vector<ExtraLine> extra_lines(std::string_view text) {
  std::vector<ExtraLine> lines;
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.empty() || line[0] == '#') continue;
    ExtraLine read;
    read.number = number;
    while (true) {
      const std::size_t tab = line.find('\t');
      read.cells.emplace_back(line.substr(0, tab));
      if (tab == std::string_view::npos) break;
      line = line.substr(tab + 1);
    }
    read.kind = read.cells[0];
    lines.push_back(std::move(read));
  }
  return lines;
}

class Reader {
 public:
  explicit Reader(const LexiconTexts& texts) : texts_(texts) {}

  Result<LexiconSource> run() {
    Result<AffixFile> affixes = parse_affix_file(texts_.affixes, texts_.affix_path);
    if (!affixes) return std::move(affixes).error();
    affixes_ = std::move(affixes).value();
    const auto entries = parse_dictionary(texts_.dictionary, texts_.dictionary_path);
    if (!entries) return entries.error();
    for (const DictionaryEntry& entry : entries.value()) {
      const Status status = add_entry(entry, 0);
      if (!status) return status.error();
    }
    for (const ExtraLine& line : extra_lines(texts_.extra)) {
      const Status status = add_extra(line);
      if (!status) return status.error();
    }
    for (auto& [form, readings] : source_.forms) finish(form, readings);
    drop_lost_lemmas();
    source_.version = affixes_.version;
    source_.checksum =
        hash_bytes(texts_.extra, hash_bytes(texts_.dictionary, hash_bytes(texts_.affixes)));
    return std::move(source_);
  }

 private:
  // `own` is kAddedByUs for entries of ours.
  Status add_entry(const DictionaryEntry& entry, std::uint32_t own) {
    const auto forms = expand(affixes_, entry);
    if (!forms) return forms.error();
    const std::string stated = field_value(entry.fields, "st:");
    const std::string participle = participle_lemma(forms.value());
    for (const ExpandedForm& expanded : forms.value()) {
      const std::string key = to_nfc(expanded.form);
      if (key.empty() || key.size() > kFormBytesAtMost) continue;
      const bool is_new = source_.forms.count(key) == 0;
      FormReadings& form = source_.forms[key];
      const std::uint32_t shared = own | kNeverSuggested | kKeepsCase;
      // A form from two entries is held back only if both hold it back.
      form.flags = is_new ? expanded.flags | own
                          : ((form.flags | expanded.flags) & ~shared) |
                                (form.flags & (expanded.flags | own) & shared);
      for (Reading& reading : translate(entry.fields, expanded.affix_fields)) {
        LexicalAnalysis& analysis = reading.analysis;
        analysis.lemma = reading.of_participle && !participle.empty() ? participle
                         : stated.empty()                             ? lemma_of(entry, expanded)
                                                                      : stated;
        form.analyses.push_back(std::move(analysis));
      }
    }
    return Done{};
  }

  // A unit's prefix belongs to the lemma: kilometres is kilometre, not metre.
  static std::string lemma_of(const DictionaryEntry& entry, const ExpandedForm& expanded) {
    const std::size_t at = expanded.form.rfind(entry.word);
    if (at == std::string::npos || at == 0) return entry.word;
    const bool whole_end =
        at + entry.word.size() == expanded.form.size() ||
        expanded.form.compare(at + entry.word.size(), std::string::npos, "s") == 0;
    return whole_end ? expanded.form.substr(0, at + entry.word.size()) : entry.word;
  }

  Status add_extra(const ExtraLine& line) {
    const auto refuse = [&] {
      return make_error(ErrorCode::kInvalidInput, "error.lexicon.extra", {},
                        {texts_.extra_path, line.number, 0});
    };
    const auto& cells = line.cells;
    if (line.kind == "dic" && cells.size() >= 3) {
      const DictionaryEntry entry = parse_dictionary_line(cells[1] + " " + cells[2]);
      const auto forms = expand(affixes_, entry);
      if (!forms || forms.value().empty()) return refuse();  // flags that make nothing of the word
      return add_entry(entry, kAddedByUs);
    }
    if (line.kind == "etre" && cells.size() >= 2) {
      etre_verbs_.insert(cells[1]);
      return Done{};
    }
    if (line.kind == "aspire" && cells.size() >= 2 && !cells[1].empty()) {
      aspirates_.insert(cells[1]);
      return Done{};
    }
    if (line.kind == "ordinal" && cells.size() >= 2 && !cells[1].empty()) {
      ordinals_.insert(cells[1]);
      return Done{};
    }
    if ((line.kind != "set" && line.kind != "add") || cells.size() < 5) return refuse();
    const auto upos = upos_from_name(cells[3]);
    const auto features = features_from_name(cells[4]);
    if (!upos || !features) return refuse();
    const bool is_new = source_.forms.count(cells[1]) == 0;
    FormReadings& form = source_.forms[cells[1]];
    if (is_new) form.flags = kAddedByUs;
    // The first "set" of a form drops what the dictionary says of it as a function word.
    if (line.kind == "set" && replaced_.insert(cells[1]).second)
      drop_function_readings(form.analyses);
    ours_.insert(cells[1]);
    LexicalAnalysis analysis;
    analysis.lemma = cells[2];
    analysis.upos = *upos;
    analysis.features = *features;
    form.analyses.push_back(std::move(analysis));
    return Done{};
  }

  static void drop_function_readings(std::vector<LexicalAnalysis>& analyses) {
    const auto is_function = [](const LexicalAnalysis& analysis) {
      const Upos upos = analysis.upos;
      return upos == Upos::kDet || upos == Upos::kPron || upos == Upos::kAdp ||
             upos == Upos::kCconj || upos == Upos::kSconj || upos == Upos::kAdv;
    };
    analyses.erase(std::remove_if(analyses.begin(), analyses.end(), is_function), analyses.end());
  }

  [[nodiscard]] bool is_ordinal(const std::string& lemma) const {
    if (!lemma.empty() && lemma[0] >= '0' && lemma[0] <= '9') return true;  // "2e"
    for (const std::string& ordinal : ordinals_) {
      if (ordinal == lemma) return true;
      const std::size_t end = ordinal.size() - 1;
      if (ordinal[0] == '*' && lemma.size() > end &&
          lemma.compare(lemma.size() - end, end, ordinal, 1, end) == 0) {
        return true;
      }
    }
    return false;
  }

  // "haricot" is that lemma, "hurl*" every lemma that starts so; either before a hyphen too.
  [[nodiscard]] bool is_aspirate(const std::string& lemma) const {
    const std::string lower = to_lower(lemma);
    for (std::size_t size = 1; size <= lower.size(); ++size) {
      if (aspirates_.count(lower.substr(0, size) + "*") != 0) return true;
    }
    return aspirates_.count(lower.substr(0, lower.find('-'))) != 0;
  }

  // Whether French elides before the form: it starts with a vowel, or an h that no reading makes
  // aspirate. y is a vowel before a consonant only.
  [[nodiscard]] bool is_elided(const std::string& form, const FormReadings& readings) const {
    const std::string plain = to_lower(without_accents(form));
    const bool vowel =
        !plain.empty() && std::string_view("aeiouhy").find(plain[0]) != std::string_view::npos;
    if (!vowel || (readings.flags & kSymbol) != 0) return false;
    if (plain[0] == 'y' && plain.size() > 1 && plain.substr(0, 4) != "yeux" &&
        plain.substr(0, 5) != "yonne" &&
        std::string_view("aeiou").find(plain[1]) != std::string_view::npos) {
      return false;
    }
    return std::none_of(
        readings.analyses.begin(), readings.analyses.end(),
        [this](const LexicalAnalysis& analysis) { return is_aspirate(analysis.lemma); });
  }

  void finish(const std::string& form, FormReadings& readings) {
    for (LexicalAnalysis& analysis : readings.analyses) {
      if (analysis.upos == Upos::kVerb && etre_verbs_.count(analysis.lemma) != 0) {
        analysis.etre_auxiliary = true;
      }
      if (analysis.upos == Upos::kAdj && is_ordinal(analysis.lemma))
        analysis.features.ordinal = true;
    }
    if (readings.analyses.empty()) {
      LexicalAnalysis unknown;
      unknown.lemma = form;
      readings.analyses.push_back(unknown);
    }
    merge(readings.analyses);
    if ((readings.flags & kKeepsCase) != 0 && ours_.count(form) == 0) readings.flags |= kSymbol;
    if (is_elided(form, readings)) readings.flags |= kElided;
  }

  // A lemma is a form, or there would be no way back from it.
  void drop_lost_lemmas() {
    for (auto& [form, readings] : source_.forms) {
      for (LexicalAnalysis& analysis : readings.analyses) {
        if (source_.forms.count(analysis.lemma) == 0) analysis.lemma = form;
      }
      merge(readings.analyses);
    }
  }

  const LexiconTexts& texts_;
  AffixFile affixes_;
  LexiconSource source_;
  std::set<std::string> replaced_;
  std::set<std::string> ours_;
  std::set<std::string> etre_verbs_;
  std::set<std::string> ordinals_;
  std::set<std::string> aspirates_;
};

}  // namespace

Result<LexiconSource> read_lexicon_source(const LexiconTexts& texts) { return Reader(texts).run(); }

}  // namespace limpide
