#include "tools/lexicon/graph.h"

#include <cassert>
#include <map>
#include <memory>
#include <unordered_map>

#include "analyzer/lexicon/lexicon_format.h"
#include "analyzer/lexicon/packed_file.h"

namespace limpide {
namespace {

struct State {
  bool final = false;
  std::vector<std::pair<unsigned char, std::uint32_t>> edges;  // label, index of a state
};

// Daciuk, Mihov, Watson and Watson (2000): sorted keys, one pass; what the last key left behind is
// replaced by an equal state that is already there.
class Builder {
 public:
  Builder() { states_.emplace_back(); }

  void add(const std::string& key) {
    std::size_t common = 0;
    while (common < key.size() && common < last_.size() && key[common] == last_[common]) ++common;
    assert(last_.empty() || last_ < key);
    minimise(common);
    for (std::size_t i = common; i < key.size(); ++i) {
      const auto made = static_cast<std::uint32_t>(states_.size());
      states_.emplace_back();
      const std::uint32_t from = path_.empty() ? 0 : path_.back();
      states_[from].edges.emplace_back(static_cast<unsigned char>(key[i]), made);
      path_.push_back(made);
    }
    states_[path_.empty() ? 0 : path_.back()].final = true;
    last_ = key;
  }

  PackedGraph finish() {
    minimise(0);
    PackedGraph graph;
    graph.root = pack(0, graph);
    graph.states = static_cast<std::uint32_t>(packed_.size());
    return graph;
  }

 private:
  void minimise(std::size_t keep) {
    while (path_.size() > keep) {
      const std::uint32_t last = path_.back();
      path_.pop_back();
      const std::uint32_t parent = path_.empty() ? 0 : path_.back();
      const auto [found, is_new] = registry_.emplace(signature(states_[last]), last);
      if (!is_new) {
        states_[parent].edges.back().second = found->second;
        if (last + 1 == states_.size()) states_.pop_back();
      }
    }
  }

  static std::string signature(const State& state) {
    std::string text(1, state.final ? 'F' : 'N');
    for (const auto& [label, target] : state.edges) {
      text.push_back(static_cast<char>(label));
      append_value(text, target);
    }
    return text;
  }

  // Children first, so that edges lead backwards.
  std::uint32_t pack(std::uint32_t index, PackedGraph& graph) {
    const auto known = packed_.find(index);
    if (known != packed_.end()) return known->second;
    std::vector<std::uint32_t> targets;
    for (const auto& edge : states_[index].edges) targets.push_back(pack(edge.second, graph));
    const State& state = states_[index];
    const auto first = static_cast<std::uint32_t>(graph.labels.size());
    std::uint32_t forms = state.final ? 1 : 0;
    for (std::size_t i = 0; i < targets.size(); ++i) {
      graph.labels.push_back(static_cast<char>(state.edges[i].first));
      append_value(graph.targets, targets[i]);
      append_value(graph.skips, forms);
      forms += forms_[state.edges[i].second];
    }
    forms_[index] = forms;
    assert(first <= kNodeFirstMask && targets.size() < 256);
    const std::uint32_t node = (targets.empty() ? 0 : first) | (state.final ? kNodeFinal : 0) |
                               (static_cast<std::uint32_t>(targets.size()) << kNodeCountShift);
    packed_.emplace(index, node);
    return node;
  }

  std::vector<State> states_;
  std::vector<std::uint32_t> path_;  // states of the last key that may still change
  std::string last_;
  std::unordered_map<std::string, std::uint32_t> registry_;  // looked up, never walked
  std::unordered_map<std::uint32_t, std::uint32_t> packed_;
  std::unordered_map<std::uint32_t, std::uint32_t> forms_;
};

}  // namespace

PackedGraph build_graph(const std::vector<std::string>& keys) {
  Builder builder;
  for (const std::string& key : keys) builder.add(key);
  return builder.finish();
}

}  // namespace limpide
