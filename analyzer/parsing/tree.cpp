#include "analyzer/parsing/tree.h"

#include <array>

namespace limpide {
namespace {

constexpr std::array<std::string_view, kRelationCount> kNames = {
    "acl",       "acl:relcl",  "advcl",        "advcl:cleft", "advmod",
    "amod",      "appos",      "aux",          "aux:caus",    "aux:pass",
    "aux:tense", "case",       "cc",           "ccomp",       "clf",
    "compound",  "conj",       "cop",          "csubj",       "csubj:pass",
    "dep",       "dep:comp",   "det",          "discourse",   "dislocated",
    "expl",      "expl:comp",  "expl:pass",    "expl:pv",     "expl:subj",
    "fixed",     "flat",       "flat:foreign", "flat:name",   "goeswith",
    "iobj",      "iobj:agent", "list",         "mark",        "nmod",
    "nsubj",     "nsubj:caus", "nsubj:outer",  "nsubj:pass",  "nummod",
    "obj",       "obj:agent",  "obj:lvc",      "obl",         "obl:agent",
    "obl:arg",   "obl:mod",    "orphan",       "parataxis",   "parataxis:insert",
    "punct",     "reparandum", "root",         "vocative",    "xcomp",
};

std::string_view base_name(std::string_view name) { return name.substr(0, name.find(':')); }

std::optional<Relation> exact(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Relation>(i);
  }
  return std::nullopt;
}

constexpr std::array<Relation, kRelationCount> universal_table() {
  std::array<Relation, kRelationCount> table{};
  std::size_t base = 0;
  for (std::size_t i = 0; i < kRelationCount; ++i) {
    // The table lists each universal relation just before its subtypes.
    if (kNames[i].find(':') == std::string_view::npos) base = i;
    table[i] = static_cast<Relation>(base);
  }
  return table;
}

constexpr std::array<Relation, kRelationCount> kUniversal = universal_table();

}  // namespace

std::string_view relation_name(Relation relation) {
  return kNames[static_cast<std::size_t>(relation)];
}

std::optional<Relation> relation_from_name(std::string_view name) {
  const std::optional<Relation> found = exact(name);
  return found ? found : exact(base_name(name));
}

Relation universal_relation(Relation relation) {
  return kUniversal[static_cast<std::size_t>(relation)];
}

}  // namespace limpide
