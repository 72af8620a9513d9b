// `limpide verify` as a person or a program reads it: what a rewrite changed in the facts, with the
// words of both texts. In: both documents and their Verification. Out: text for a terminal, JSON.
// Refuses: to let a document act on the terminal (visible.h); to say that a change is wrong.
#pragma once

#include <cstddef>
#include <string>

#include "analyzer/base/catalogue.h"
#include "analyzer/document/document.h"
#include "analyzer/verification/verification.h"

namespace limpide {

struct VerificationPage {
  const Catalogue& texts;
  std::string before_name;  // as the user gave it
  std::string after_name;
  const Document& before;
  const Document& after;
  const Verification& verification;
  std::size_t own = 0;  // rewrites that Limpide proposes and that the second text holds
};

struct VerificationTerminal {
  bool colour = false;
  int width = 80;  // columns
};
[[nodiscard]] std::string terminal_verification(const VerificationPage& page,
                                                const VerificationTerminal& options);
[[nodiscard]] std::string json_verification(const VerificationPage& page);

// One sentence: "Date : << 3 mars >> est devenu << 4 mars >>."
[[nodiscard]] std::string change_text(const Catalogue& texts, const FactChange& change,
                                      std::string_view before, std::string_view after);

}  // namespace limpide
