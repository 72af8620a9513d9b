// An infinitive with the words that belong before it: "ne pas nous l'envoyer". In: an Analysis, the
// token where such a group may begin. Out: its parts; the group as an order to the reader
// ("envoyez-nous"), or as what "je" or "nous" do ("nous vous envoyons"). Refuses: a pronoun whose
// place French does not settle ("informez-nous-en"), a verb without that form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"

namespace limpide {

struct InfinitiveGroup {
  std::uint32_t first = 0;              // token
  std::uint32_t verb = 0;               // token of the infinitive
  bool denied = false;                  // "ne pas"
  std::vector<std::uint32_t> pronouns;  // tokens
};

// `end`: of the sentence.
[[nodiscard]] std::optional<InfinitiveGroup> infinitive_group(const Analysis& analysis,
                                                              std::uint32_t first,
                                                              std::uint32_t end);
[[nodiscard]] std::optional<std::string> imperative_text(const Analysis& analysis,
                                                         const InfinitiveGroup& group);
// `subject`: "je" or "nous", which the text begins with; the present.
[[nodiscard]] std::optional<std::string> present_text(const Analysis& analysis,
                                                      const InfinitiveGroup& group,
                                                      const std::string& subject);
// With this form of its verb: "vous tenir" and "tiendrai" -> "vous tiendrai".
[[nodiscard]] std::optional<std::string> conjugated_text(const Analysis& analysis,
                                                         const InfinitiveGroup& group,
                                                         const std::string& verb);

}  // namespace limpide
