// Where a condition looks, around a place. In: an Analysis, a scope, a place. Out: ranges of words,
// none of them empty. Refuses: nothing; a place without clause has no subject, verb or agent.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analyzer/rules/patterns/condition.h"

namespace limpide {

[[nodiscard]] std::optional<Scope> scope_from_name(std::string_view name);  // "near"
[[nodiscard]] bool scope_needs_trees(Scope scope);
[[nodiscard]] std::vector<WordRange> words_of_scope(const Analysis& analysis, Scope scope,
                                                    const MatchPlace& place);

}  // namespace limpide
