#include "analyzer/rules/layers.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/term_rows.h"

namespace limpide {
namespace {

// Two ways to write the same pattern: capitals, the apostrophe.
std::string pattern_key(std::string_view pattern) {
  return with_straight_apostrophes(to_lower(pattern));
}

void append(std::vector<Error>& to, std::vector<Error>& more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

class LayerJoin {
 public:
  LayerJoin(JoinedRules& joined, HouseLayer layer)
      : joined_(joined),
        layer_(std::move(layer)),
        index_(static_cast<std::uint32_t>(joined.layers.size())) {}

  void run() {
    joined_.layers.push_back({layer_.name, layer_.version, layer_.folder});
    append(joined_.faults, layer_.faults);
    append(joined_.notices, layer_.notices);
    for (auto& list : layer_.word_lists) joined_.lists[list.first] = std::move(list.second);
    for (const HouseAcronym& acronym : layer_.settings.acronyms) add_acronym(acronym);
    for (RuleSpec& spec : layer_.rules) add_rule(std::move(spec));
    mute_terms();
    for (TermRows& rows : layer_.terms) add_rows(std::move(rows));
    for (ImportedList& list : layer_.lists) add_list(std::move(list));
    for (const RuleChange& change : layer_.settings.rules) decide(change);
  }

 private:
  bool fault(const Location& place, const char* key, MessageArguments arguments) {
    joined_.faults.push_back(
        make_error(ErrorCode::kInvalidInput, key, std::move(arguments), place));
    return false;
  }

  void add_acronym(const HouseAcronym& acronym) {
    if (!acronym.expansion.empty()) joined_.acronyms.expansions[acronym.sigle] = acronym.expansion;
    if (acronym.known)
      joined_.acronyms.well_known[acronym.sigle] = {};
    else
      joined_.acronyms.well_known.erase(acronym.sigle);
  }

  bool is_new(const RuleSpec& spec) {
    if (own_.insert(spec.id).second) return true;
    return fault({spec.path, spec.line, 1}, "error.rule.twice", {{"id", spec.id}});
  }

  void add_rule(RuleSpec spec) {
    if (!is_new(spec)) return;
    spec.layer = index_;
    const auto known = joined_.rules.find(spec.id);
    if (known == joined_.rules.end()) {
      std::string id = spec.id;
      joined_.rules.emplace(std::move(id), draft_of(std::move(spec)));
      return;
    }
    RuleDraft draft = draft_of(std::move(spec));
    draft.spec.decisions = known->second.spec.decisions;
    draft.spec.decisions.push_back({HouseDecisionKind::kReplaced, index_, ""});
    draft.earlier = std::move(known->second.earlier);
    draft.earlier.push_back(std::move(known->second.spec));
    known->second = std::move(draft);
  }

  void mute_terms() {
    std::unordered_map<std::string, std::vector<const TermMute*>> mutes;
    std::set<const TermMute*> used;
    for (const TermMute& mute : layer_.settings.terms)
      mutes[pattern_key(mute.term)].push_back(&mute);
    if (mutes.empty()) return;
    const auto is_muted = [&](const TermEntry& entry) {
      const auto found = mutes.find(pattern_key(entry.pattern));
      if (found == mutes.end()) return false;
      bool muted = false;
      for (const TermMute* mute : found->second) {
        if (!mute->rule.empty() && mute->rule != entry.rule) continue;
        used.insert(mute);
        muted = true;
      }
      return muted;
    };
    auto& entries = joined_.terms.entries;
    entries.erase(std::remove_if(entries.begin(), entries.end(), is_muted), entries.end());
    for (const TermMute& mute : layer_.settings.terms) {
      if (used.count(&mute) == 0)
        fault(mute.place, "error.house.unknown_term", {{"term", mute.term}});
    }
  }

  // A row takes the place of the same pattern of the same rule.
  void add_rows(TermRows rows) {
    const auto key_of = [](const TermEntry& entry) {
      return pattern_key(entry.pattern) + '\t' + std::string(entry.rule);
    };
    std::unordered_set<std::string> own;
    for (const TermEntry& entry : rows.entries) own.insert(key_of(entry));
    auto& entries = joined_.terms.entries;
    entries.erase(
        std::remove_if(entries.begin(), entries.end(),
                       [&](const TermEntry& entry) { return own.count(key_of(entry)) != 0; }),
        entries.end());
    take_rows(std::move(rows));
  }

  void take_rows(TermRows rows) {
    for (TermRows::Source& source : rows.sources) source.layer = index_;
    append_rows(joined_.terms, std::move(rows));
  }

  void add_list(ImportedList list) {
    const std::string id = list.rule.id;
    const auto known = joined_.rules.find(id);
    const bool taken = known != joined_.rules.end() && !known->second.spec.imported;
    if (taken) {
      fault({list.rule.path, 1, 1}, "error.house.list_id", {{"id", id}});
      return;
    }
    if (own_.count(id) == 0 && known != joined_.rules.end()) {
      auto& entries = joined_.terms.entries;
      entries.erase(std::remove_if(entries.begin(), entries.end(),
                                   [&](const TermEntry& entry) { return entry.rule == id; }),
                    entries.end());
    }
    if (own_.count(id) != 0) {
      fault({list.rule.path, 1, 1}, "error.rule.twice", {{"id", id}});
      return;
    }
    add_rule(std::move(list.rule));
    take_rows(std::move(list.rows));
  }

  void decide(const RuleChange& change) {
    const auto known = joined_.rules.find(change.rule);
    if (known == joined_.rules.end()) {
      fault(change.place, "error.rule.unknown", {{"id", change.rule}});
      return;
    }
    const bool changes = change.kind == HouseDecisionKind::kChanged;
    if (!changes && own_.count(change.rule) != 0 && !known->second.spec.imported) {
      fault(change.place, "error.house.both", {{"id", change.rule}});
      return;
    }
    RuleDraft& draft = known->second;
    RuleSpec& spec = draft.spec;
    for (std::size_t i = 0; i < kProfileCount; ++i) {
      if (!change.profiles[i]) continue;
      if (change.severity) spec.severity[i] = *change.severity;
      if (change.kind == HouseDecisionKind::kMuted) spec.enabled[i] = false;
      if (change.kind == HouseDecisionKind::kRestored) spec.enabled[i] = draft.own_profiles[i];
    }
    if (!change.values.empty()) draft.changes.push_back(change);
    // Muted in some profiles only, the rule is still at work: a change.
    const HouseDecisionKind kind = change.every_profile ? change.kind : HouseDecisionKind::kChanged;
    spec.decisions.push_back({kind, index_, change.reason});
  }

  JoinedRules& joined_;
  HouseLayer layer_;
  std::uint32_t index_;
  std::set<std::string, std::less<>> own_;  // ids that this layer writes
};

// <term rule="id"> anywhere in the pattern.
bool names_terms_of(const ConditionNode& node, std::string_view id) {
  const auto rules = node.attributes.find("rule");
  if (node.name == "term" && rules != node.attributes.end()) {
    const std::string padded = " " + rules->second + " ";
    if (padded.find(" " + std::string(id) + " ") != std::string::npos) return true;
  }
  return std::any_of(node.children.begin(), node.children.end(),
                     [id](const ConditionNode& child) { return names_terms_of(child, id); });
}

bool reads_terms(const RuleSpec& spec) {
  return spec.kind == "terms" || names_terms_of(spec.condition, spec.id);
}

}  // namespace

RuleDraft draft_of(RuleSpec spec) {
  RuleDraft draft;
  draft.own_profiles = spec.enabled;
  draft.spec = std::move(spec);
  return draft;
}

void join_layer(JoinedRules& joined, HouseLayer layer) {
  LayerJoin(joined, std::move(layer)).run();
}

void drop_idle_terms(JoinedRules& joined) {
  // Rows of a rule follow each other: what is known of the last one is nearly always the answer.
  std::string_view last;
  const RuleSpec* rule = nullptr;
  bool reads = false;
  const auto is_idle = [&](const TermEntry& entry) {
    if (entry.rule != last || last.empty()) {
      const auto found = joined.rules.find(entry.rule);
      rule = found == joined.rules.end() ? nullptr : &found->second.spec;
      reads = rule != nullptr && reads_terms(*rule);
      last = entry.rule;
    }
    if (reads) return false;
    const TermRows::Source& source = joined.terms.sources[entry.source];
    if (rule == nullptr || rule->layer <= source.layer) {
      joined.faults.push_back(
          make_error(ErrorCode::kInvalidInput, "error.terms.rule",
                     {{"term", std::string(entry.pattern)}, {"id", std::string(entry.rule)}},
                     {source.path, entry.line, 1}));
    }
    return true;
  };
  auto& entries = joined.terms.entries;
  entries.erase(std::remove_if(entries.begin(), entries.end(), is_idle), entries.end());
}

void set_value(RuleSpec& spec, const RuleChange& change,
               const std::pair<std::string, std::string>& value) {
  for (std::size_t i = 0; i < kProfileCount; ++i) {
    if (!change.profiles[i]) continue;
    if (spec.kind != "pattern") {
      spec.parameters[i][value.first] = value.second;
      continue;
    }
    const auto profile = static_cast<Profile>(i);
    RuleParameters one;
    one[value.first] = value.second;
    spec.condition.overrides.emplace_back(profile, std::move(one));
  }
}

}  // namespace limpide
