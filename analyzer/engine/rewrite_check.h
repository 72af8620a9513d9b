// Does a second text keep the facts of the first, once the rewrites that Limpide itself proposes
// for the first, and proved one by one, are made in it? In: an engine, both texts analysed. Out:
// what changed, with the words of both texts; how many of our rewrites the second text holds.
// Refuses: what verify_texts refuses.
#pragma once

#include <cstddef>

#include "analyzer/engine/engine.h"

namespace limpide {

struct RewriteCheck {
  Verification verification;
  std::size_t own = 0;  // rewrites of ours
};

// REQUIRES: both are analysed with trees.
[[nodiscard]] Result<RewriteCheck> check_rewrite(const Engine& engine, const Analysis& before,
                                                 const Analysis& after);

}  // namespace limpide
