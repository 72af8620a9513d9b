// The dictionary's own mechanics, on small dictionaries.
#include <gtest/gtest.h>

#include <algorithm>

#include "tools/lexicon/affix_file.h"
#include "tools/lexicon/expansion.h"
#include "tools/lexicon/graph.h"
#include "tools/lexicon/lexicon_source.h"
#include "tools/lexicon/translation.h"

namespace limpide {
namespace {

constexpr char kHead[] =
    "SET UTF-8\nFLAG long\nNEEDAFFIX ()\nKEEPCASE ||\nNOSUGGEST --\nFORBIDDENWORD {}\n";

std::vector<std::string> forms_of(const std::string& rules, const std::string& entry) {
  const auto affixes = parse_affix_file(std::string(kHead) + rules, "test.aff");
  EXPECT_TRUE(affixes.has_value());
  const auto expanded = expand(affixes.value(), parse_dictionary_line(entry));
  EXPECT_TRUE(expanded.has_value());
  std::vector<std::string> forms;
  for (const ExpandedForm& form : expanded.value()) {
    forms.push_back(form.form + ((form.flags & kElidesLe) != 0 ? "*" : "") +
                    ((form.flags & kKeepsCase) != 0 ? "!" : ""));
  }
  return forms;
}

TEST(Expansion, SuffixesConditionsAndElisions) {
  const std::string rules =
      "PFX L' Y 1\nPFX L' 0 l' .\nSFX S. Y 2\nSFX S. 0 0/L' [^sxz] is:sg\nSFX S. 0 s [^sxz] is:pl\n"
      "SFX X. Y 2\nSFX X. 0 0 [ul]\nSFX X. al aux al\nSFX Q. Y 1\nSFX Q. abc d .bc\n";
  using Forms = std::vector<std::string>;
  EXPECT_EQ(forms_of(rules, "arbre/S.() po:nom"), (Forms{"arbre*", "arbres"}));
  EXPECT_EQ(forms_of(rules, "arbre/S. po:nom"), (Forms{"arbre", "arbre*", "arbres"}));
  EXPECT_EQ(forms_of(rules, "bras/S.() po:nom"), Forms{});
  EXPECT_EQ(forms_of(rules, "cheval/X.()"), (Forms{"cheval", "chevaux"}));
  EXPECT_EQ(forms_of(rules, "\u00e9tat/L'"), (Forms{"\u00e9tat*"}));
  EXPECT_EQ(forms_of(rules, "kHz/||"), (Forms{"kHz!"}));
  EXPECT_EQ(forms_of(rules, "faux/{}"), Forms{});
  EXPECT_EQ(forms_of(rules, "abc/Q.()"), (Forms{"d"}));  // the whole word may go
  EXPECT_EQ(forms_of(rules, "bc/Q.()"), Forms{});
}

TEST(Expansion, UnitPrefixesMakeWords) {
  const std::string rules =
      "SFX S. Y 2\nSFX S. 0 0 [^sxz] is:sg\nSFX S. 0 s [^sxz] is:pl\n"
      "PFX Um Y 3\nPFX Um 0 0/S. .\nPFX Um 0 kilo/S.() .\nPFX Um 0 l' [aeiou]\nPFX U. N 1\nPFX U. "
      "0 k .\n";
  EXPECT_EQ(forms_of(rules, "gramme/Um()"),
            (std::vector<std::string>{"gramme", "gramme", "grammes", "kilogramme", "kilogrammes"}));
  EXPECT_EQ(forms_of(rules, "Hz/U.||"), (std::vector<std::string>{"Hz!", "kHz!"}));
}

TEST(AffixFile, RefusesWhatItWouldReadWrong) {
  for (const char* text :
       {"SET ISO8859-1\n", "FLAG num\n", "COMPOUNDFLAG a\n", "COMPLEXPREFIXES\n", "IGNORE x\n"}) {
    const auto file = parse_affix_file(text, "test.aff");
    ASSERT_FALSE(file.has_value()) << text;
    EXPECT_EQ(file.error().message.key, "error.dictionary.unsupported");
    EXPECT_EQ(file.error().location.line, 1U);
  }
  EXPECT_FALSE(parse_affix_file("SFX ab\n", "test.aff").has_value());
  EXPECT_FALSE(parse_dictionary("1\n\xff\n", "test.dic").has_value());
}

std::vector<std::string> translated(const std::vector<std::string>& entry,
                                    const std::vector<std::string>& affix) {
  std::vector<std::string> texts;
  for (const Reading& reading : translate(entry, affix)) {
    texts.push_back(std::string(upos_name(reading.analysis.upos)) + " " +
                    features_name(reading.analysis.features));
  }
  return texts;
}

TEST(Translation, CodesInUniversalDependencies) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(translated({"po:nom", "is:fem"}, {"is:pl"}), (Texts{"NOUN Gender=Fem|Number=Plur"}));
  EXPECT_EQ(translated({"po:nom", "po:adj"}, {"is:mas", "is:inv"}),
            (Texts{"NOUN Gender=Masc", "ADJ Gender=Masc"}));
  EXPECT_EQ(translated({"po:npr", "is:epi", "is:inv"}, {}), (Texts{"PROPN _"}));
  EXPECT_EQ(translated({"po:v1__t___zz"}, {"po:ipre", "po:spre", "po:1sg", "po:3sg"}),
            (Texts{"VERB Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin",
                   "VERB Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
                   "VERB Mood=Sub|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin",
                   "VERB Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"}));
  EXPECT_EQ(translated({"po:v1__t___zz"}, {"po:ppas", "po:adj", "is:fem", "is:sg"}),
            (Texts{"VERB Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part",
                   "ADJ Gender=Fem|Number=Sing"}));
  EXPECT_EQ(translated({"po:v0ei_____a"}, {"po:infi"}),
            (Texts{"VERB VerbForm=Inf", "AUX VerbForm=Inf"}));
  EXPECT_EQ(translated({"po:unknown"}, {}), Texts{});
}

TEST(Graph, RanksAreInOrderAndEdgesLeadBackwards) {
  const std::vector<std::string> keys = {"a", "ab", "abc", "b", "bc", "\u00e9tat"};
  const PackedGraph graph = build_graph(keys);
  EXPECT_EQ(graph.targets.size(), graph.labels.size() * 4);
  EXPECT_EQ(graph.skips.size(), graph.labels.size() * 4);
  for (std::size_t edge = 0; edge < graph.labels.size(); ++edge) {
    const auto node = load_item<std::uint32_t>(graph.targets.data(), edge);
    EXPECT_LE((node & kNodeFirstMask) + (node >> kNodeCountShift), edge);
  }
  EXPECT_TRUE(build_graph({}).labels.empty());
}

TEST(LexiconSource, OurOwnLines) {
  const std::string affixes = std::string(kHead) +
                              "SFX S. Y 2\nSFX S. 0 0 [^sxz] is:sg\nSFX S. 0 s [^sxz] is:pl\n"
                              "SFX a0 Y 1\nSFX a0 er er er po:infi\n";
  const std::string dictionary =
      "3\nla/S.() po:nom is:fem\nla po:mg po:det is:fem\ntomber/a0() po:v1_i_____a\n";
  const auto read = [&](const std::string& extra) {
    return read_lexicon_source({affixes, dictionary, extra, "a", "d", "extra.tsv"});
  };
  const auto source = read(
      "# "
      "comment\nset\tla\tle\tDET\tGender=Fem|Number=Sing\twhy\nset\tle\tle\tDET\t_"
      "\twhy\netre\ttomber\n"
      "dic\tvisio/S.()\tpo:nom is:fem\twhy\n");
  ASSERT_TRUE(source.has_value());
  const auto& forms = source.value().forms;
  ASSERT_EQ(forms.at("la").analyses.size(), 2U);  // ours for the determiner, the noun kept
  EXPECT_EQ(forms.at("la").analyses[0].lemma, "le");
  EXPECT_EQ(forms.at("la").analyses[1].upos, Upos::kNoun);
  EXPECT_TRUE(forms.at("tomber").analyses[0].etre_auxiliary);
  EXPECT_NE(forms.at("visios").flags & kAddedByUs, 0U);
  EXPECT_EQ(forms.at("la").flags & kAddedByUs, 0U);
  for (const char* line : {"set\tla\tle\tDETE\t_\twhy\n", "set\tla\n", "nope\tx\n",
                           "dic\tbras/S.()\tpo:nom\twhy\n", "add\tla\tle\tDET\tGender=X\twhy\n"}) {
    const auto refused = read(std::string("# head\n") + line);
    ASSERT_FALSE(refused.has_value()) << line;
    EXPECT_EQ(refused.error().location.line, 2U) << line;
  }
}

}  // namespace
}  // namespace limpide
