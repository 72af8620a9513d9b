#include "analyzer/rules/loader.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "analyzer/base/catalogue.h"
#include "analyzer/base/files.h"
#include "analyzer/rules/house/house_layer.h"
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/layers.h"
#include "analyzer/rules/term_rows.h"
#include "analyzer/rules/word_lists.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRuleFileBytes = std::size_t{1} << 20;
constexpr std::size_t kTableBytes = std::size_t{32} << 20;

// Sorted, so that the order never depends on the disk.
std::vector<std::string> files_of(const fs::path& folder, std::string_view extension) {
  std::vector<std::string> paths;
  std::error_code ignored;
  for (fs::recursive_directory_iterator at(folder, ignored), end; at != end;
       at.increment(ignored)) {
    if (ignored) break;
    if (at->path().extension() == extension) paths.push_back(at->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find_first_of("\r\n")));
}

AcronymTable read_acronyms(std::string_view expansions, std::string_view well_known) {
  AcronymTable table;
  const auto each_line = [](std::string_view text, const auto& use) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      std::string_view line = text.substr(0, end);
      text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (!line.empty() && line.front() != '#') use(line);
    }
  };
  each_line(expansions, [&table](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    const std::string_view rest = line.substr(tab + 1);
    table.expansions.emplace(line.substr(0, tab), rest.substr(0, rest.find('\t')));
  });
  each_line(well_known, [&table](std::string_view line) {
    std::vector<std::string> beside;
    std::string_view sigle;
    while (!line.empty()) {
      const std::size_t end = std::min(line.find_first_of("\t "), line.size());
      if (sigle.empty())
        sigle = line.substr(0, end);
      else if (end > 0)
        beside.emplace_back(line.substr(0, end));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    table.well_known.emplace(sigle, std::move(beside));
  });
  return table;
}

Result<WordLists> read_lists(const std::string& folder) {
  WordLists lists;
  for (const std::string& path : files_of(folder, ".txt")) {
    const Result<std::string> text = read_file(path, kTableBytes);
    if (!text) return text.error();
    lists.emplace(fs::path(path).stem().string(), parse_word_list(*text));
  }
  return lists;
}

// A house may mute or rewrite what the table names, and a rule with a fault is not there: only a
// whole set of our own is judged.
void group_by_advice(RuleSet& set, std::string_view table, const std::string& path) {
  std::vector<const RuleSpec*> specs;
  specs.reserve(set.rules.size());
  for (const LoadedRule& rule : set.rules) specs.push_back(&rule.spec);
  set.advices = group_rules(table, path, specs);
  if (set.layers.size() == 1 && set.faults.empty()) set.faults = std::move(set.advices.faults);
  set.advices.faults.clear();
}

void index_rules(RuleSet& set) {
  set.keyed.assign(set.rules.size(), false);
  for (std::uint32_t i = 0; i < set.rules.size(); ++i) {
    const Matcher& matcher = *set.rules[i].matcher;
    if (matcher.depth() == Depth::kTrees) set.depth = Depth::kTrees;
    for (std::string& key : matcher.keys()) {
      set.keyed[i] = true;
      set.rules_of_key[std::move(key)].push_back(i);
    }
  }
}

// Ours: layer 0.
Result<JoinedRules> read_our_rules(const std::string& data_folder, bool examples) {
  const std::string words = data_folder + "/fr/";
  Result<std::string> terms = read_file(words + "terms.tsv", kTableBytes);
  if (!terms) return terms.error();
  const Result<std::string> acronyms = read_file(words + "acronyms.tsv", kTableBytes);
  if (!acronyms) return acronyms.error();
  const Result<std::string> known = read_file(words + "known-acronyms.txt", kTableBytes);
  if (!known) return known.error();
  Result<WordLists> lists = read_lists(words + "lists");
  if (!lists) return lists.error();

  JoinedRules joined;
  joined.layers.push_back({"limpide", "", ""});
  joined.acronyms = read_acronyms(*acronyms, *known);
  joined.lists = *std::move(lists);
  joined.terms = read_term_rows(*std::move(terms), "fr/terms.tsv");
  joined.faults = std::move(joined.terms.faults);
  const std::string folder = data_folder + "/rules/fr/";
  for (const std::string& path : files_of(folder, ".xml")) {
    const Result<std::string> xml = read_file(path, kRuleFileBytes);
    if (!xml) {
      joined.faults.push_back(xml.error());
      continue;
    }
    Result<RuleSpec> spec = parse_rule(*xml, "rules/fr/" + path.substr(folder.size()), examples);
    if (!spec) {
      joined.faults.push_back(spec.error());
      continue;
    }
    const Location place{spec->path, spec->line, 1};
    std::string id = spec->id;
    if (!joined.rules.emplace(id, draft_of(*std::move(spec))).second) {
      joined.faults.push_back(
          make_error(ErrorCode::kInvalidInput, "error.rule.twice", {{"id", id}}, place));
    }
  }
  return joined;
}

Status join_house_layers(const RuleSources& sources, JoinedRules& joined) {
  if (sources.house_folders.empty()) return Done{};
  const std::string path = sources.data_folder + "/fr/house.txt";
  const Result<std::string> bytes = read_file(path, kRuleFileBytes);
  if (!bytes) return bytes.error();
  const Result<Catalogue> texts = Catalogue::parse(*bytes, path);
  if (!texts) return texts.error();
  for (const std::string& folder : sources.house_folders) {
    Result<HouseLayer> layer = read_house_layer(folder, *texts, sources.examples);
    if (!layer) return layer.error();
    join_layer(joined, *std::move(layer));
  }
  return Done{};
}

// The newest writing of a rule that makes a matcher; nothing when there is none.
std::optional<LoadedRule> make_rule(RuleDraft draft, const RuleResources& resources,
                                    std::vector<Error>& faults) {
  MatcherResult matcher = make_matcher(draft.spec, resources);
  while (!matcher) {
    Error error = matcher.error();
    error.location.path = draft.spec.path;
    if (error.location.line == 0) error.location = {draft.spec.path, draft.spec.line, 1};
    faults.push_back(std::move(error));
    if (draft.earlier.empty()) return std::nullopt;
    draft.changes.clear();
    draft.spec = std::move(draft.earlier.back());
    draft.earlier.pop_back();
    matcher = make_matcher(draft.spec, resources);
  }
  LoadedRule rule{std::move(draft.spec), *std::move(matcher)};
  for (const RuleChange& change : draft.changes) {
    for (const auto& value : change.values) {
      RuleSpec changed = rule.spec;
      set_value(changed, change, value);
      MatcherResult other = make_matcher(changed, resources);
      if (other) {
        rule = {std::move(changed), *std::move(other)};
      } else {
        Error error = other.error();
        error.location = change.place;
        faults.push_back(std::move(error));
      }
    }
  }
  return rule;
}

}  // namespace

std::optional<std::uint32_t> RuleSet::find(std::string_view id) const {
  const auto found = std::lower_bound(
      rules.begin(), rules.end(), id,
      [](const LoadedRule& rule, std::string_view wanted) { return rule.spec.id < wanted; });
  if (found == rules.end() || found->spec.id != id) return std::nullopt;
  return static_cast<std::uint32_t>(found - rules.begin());
}

Result<RuleSet> load_rules(const RuleSources& sources, const LanguageResources& language) {
  const Result<std::string> version =
      read_file(sources.data_folder + "/rules/fr/VERSION", kRuleFileBytes);
  if (!version) return version.error();
  const Result<std::string> advices =
      read_file(sources.data_folder + "/rules/fr/advices.tsv", kRuleFileBytes);
  if (!advices) return advices.error();
  Result<JoinedRules> joined = read_our_rules(sources.data_folder, sources.examples);
  if (!joined) return joined.error();
  joined->layers.front().version = first_line(*version);
  const Status houses = join_house_layers(sources, *joined);
  if (!houses) return houses.error();
  drop_idle_terms(*joined);

  RuleSet set;
  set.version = first_line(*version);
  set.layers = std::move(joined->layers);
  set.faults = std::move(joined->faults);
  set.notices = std::move(joined->notices);
  set.terms = std::make_unique<const TermTable>(compile_terms(std::move(joined->terms), language));
  set.acronyms = std::make_unique<const AcronymTable>(std::move(joined->acronyms));
  set.lists = std::make_unique<const WordLists>(std::move(joined->lists));
  const RuleResources resources{&language, set.terms.get(), set.acronyms.get(), set.lists.get()};
  set.rules.reserve(joined->rules.size());
  for (auto& draft : joined->rules) {
    std::optional<LoadedRule> rule = make_rule(std::move(draft.second), resources, set.faults);
    if (rule) set.rules.push_back(*std::move(rule));
  }
  group_by_advice(set, *advices, "rules/fr/advices.tsv");
  index_rules(set);
  return set;
}

}  // namespace limpide
