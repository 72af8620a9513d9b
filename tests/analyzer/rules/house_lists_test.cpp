// Word lists of a house: keys of lists, tables of spreadsheets, styles of Vale, and what each
// refuses with its place.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzer/base/windows1252.h"
#include "analyzer/rules/house/csv_records.h"
#include "analyzer/rules/house/house_files.h"
#include "analyzer/rules/house/pattern_variants.h"
#include "analyzer/rules/house/vale_style.h"
#include "analyzer/rules/house/yaml_tree.h"
#include "tests/analyzer/rules/house_support.h"

namespace limpide {
namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : "/") + text;
  return all;
}

struct Key {
  const char* key;
  KeyManner manner;
  const char* texts;    // between slashes
  const char* refused;  // the sign
};

TEST(PatternVariants, OfKeys) {
  const std::vector<Key> keys{
      {"usager", KeyManner::kPlain, "usager", ""},
      {"usager(s)", KeyManner::kPlain, "usagers/usager", ""},
      {"agent(e)(s)", KeyManner::kPlain, "agentes/agente/agents/agent", ""},
      {"un|deux mots", KeyManner::kPlain, "un/deux mots", ""},
      {"  deux \t mots ", KeyManner::kPlain, "deux mots", ""},
      {"l\xE2\x80\x99usager", KeyManner::kPlain, "l'usager", ""},
      {"{proc\xC3\xA9"
       "der} \xC3\xA0",
       KeyManner::kPlain,
       "{proc\xC3\xA9"
       "der} \xC3\xA0",
       ""},
      {"a.b*", KeyManner::kPlain, "a.b*", ""},
      {"(s)", KeyManner::kPlain, "", "("},
      {"un (bien trop long pour finir)", KeyManner::kPlain, "", "("},
      {"un(", KeyManner::kPlain, "", "un("},
      {"un)", KeyManner::kPlain, "", ")"},
      {"(?:a|b) c", KeyManner::kPattern, "a c/b c", ""},
      {"(a|b) c", KeyManner::kPattern, "a c/b c", ""},
      {"a|b", KeyManner::kPattern, "a/b", ""},
      {"mot(s)?", KeyManner::kPattern, "mots/mot", ""},
      {"mots?", KeyManner::kPattern, "mots/mot", ""},
      {"\\bmot\\b", KeyManner::kPattern, "mot", ""},
      {"e\\.g\\.", KeyManner::kPattern, "e.g.", ""},
      {"etc.", KeyManner::kPattern, "etc.", ""},
      {"deux\\s+mots", KeyManner::kPattern, "deux mots", ""},
      {"(?:a|b(?:c|d))", KeyManner::kPattern, "a/bc/bd", ""},
      {"\\w+ation", KeyManner::kPattern, "", "\\w"},
      {"mot.*", KeyManner::kPattern, "", "*"},
      {"[ab]c", KeyManner::kPattern, "", "["},
      {"mot+", KeyManner::kPattern, "", "+"},
      {"mot{2}", KeyManner::kPattern, "", "{"},
      {"^mot", KeyManner::kPattern, "", "^"},
      {"(?=mot)", KeyManner::kPattern, "", "(?="},
      {"(?i)mot", KeyManner::kPattern, "", "(?i"},
      {"a\\|b", KeyManner::kPattern, "", "|"},
      {"\\", KeyManner::kPattern, "", "\\"},
      {"((((((a))))))", KeyManner::kPattern, "", "("},
      {"a?b?c?d?e?f?g?h?", KeyManner::kPattern, "", "?"},
  };
  for (const Key& key : keys) {
    const PatternVariants found = pattern_variants(key.key, key.manner);
    if (*key.refused == '\0') {
      EXPECT_EQ(joined(found.texts), key.texts) << key.key;
    }
    const bool many = std::string(key.key) == "a?b?c?d?e?f?g?h?";
    if (many) {
      EXPECT_FALSE(found.refused.empty()) << key.key;
    } else {
      EXPECT_EQ(found.refused, key.refused) << key.key;
    }
  }
}

std::string shown(const CsvTable& table) {
  std::string text;
  for (const CsvRecord& record : table.records) {
    for (std::size_t i = 0; i < record.size(); ++i) text += (i == 0 ? "" : "|") + record[i].text;
    text += "\n";
  }
  return text;
}

struct Csv {
  const char* what;
  std::string text;
  const char* shown;
  std::vector<std::string> faults;
};

TEST(Csv, AsSpreadsheetsWriteIt) {
  const std::vector<Csv> tables{
      {"semicolons", "a;b\nc;d\n", "a|b\nc|d\n", {}},
      {"tabs", "a\tb, c\n", "a|b, c\n", {}},
      {"commas", "a,b\r\nc,d\r\n", "a|b\nc|d\n", {}},
      {"old Mac ends", "a;b\rc;d", "a|b\nc|d\n", {}},
      {"one column", "un\ndeux\n", "un\ndeux\n", {}},
      {"sep= line", "sep=,\r\na;b,c\r\n", "a;b|c\n", {}},
      {"quotes", "\"a;b\";\"c \"\"d\"\"\"\n", "a;b|c \"d\"\n", {}},
      {"a line break inside", "\"a\nb\";c\nd;e\n", "a b|c\nd|e\n", {}},
      {"blanks and blank lines", " a ; b \n\n;;\nc;d", "a|b\nc|d\n", {}},
      {"an open quote", "a;b\n\"c;d\ne;f\n", "a|b\ne|f\n", {"2:1 error.csv.quote"}},
      {"a long cell", "a;" + std::string(5000, 'x') + "\nb;c\n", "b|c\n", {"1:3 error.csv.cell"}},
      {"many cells", std::string(70, ';') + "a\nb;c\n", "b|c\n", {"1:65 error.csv.cells"}},
      {"empty", "", "", {}},
  };
  for (const Csv& csv : tables) {
    const CsvTable table = read_csv(csv.text, "t.csv");
    EXPECT_EQ(shown(table), csv.shown) << csv.what;
    std::vector<std::string> faults;
    for (const Error& fault : table.faults) {
      faults.push_back(std::to_string(fault.location.line) + ":" +
                       std::to_string(fault.location.column) + " " + fault.message.key);
    }
    EXPECT_EQ(faults, csv.faults) << csv.what;
  }
  const CsvTable endless = read_csv(std::string(200'000, '\n') + "a;b\n", "t.csv");
  EXPECT_EQ(endless.records.size(), 1U);
  std::string rows;
  for (int i = 0; i < 60'000; ++i) rows += "a;b\n";
  EXPECT_EQ(read_csv(rows, "t.csv").faults.size(), 1U);
  std::string quotes;
  for (int i = 0; i < 20'000; ++i) quotes += "\"\n";
  EXPECT_LE(read_csv(quotes, "t.csv").faults.size(), 100U);
}

TEST(Csv, Encodings) {
  EXPECT_EQ(utf8_from_windows1252("d\xE9lai \x80"), "d\xC3\xA9lai \xE2\x82\xAC");
  EXPECT_EQ(*house_text("\xEF\xBB\xBF"
                        "a",
                        "t", true),
            "a");
  EXPECT_EQ(*house_text("d\xE9lai", "t", true), "d\xC3\xA9lai");
  const Result<std::string> strict = house_text("ab\nd\xE9lai", "t", false);
  ASSERT_FALSE(strict.has_value());
  EXPECT_EQ(strict.error().message.key, "error.house.utf8");
  EXPECT_EQ(strict.error().location.line, 2U);
  EXPECT_EQ(strict.error().location.column, 2U);
  EXPECT_FALSE(house_text(std::string("\xFF\xFE"
                                      "a\0",
                                      4),
                          "t", true)
                   .has_value());
  EXPECT_FALSE(house_text(std::string("a\0b", 3), "t", true).has_value());
}

TEST(Yaml, LimitsAndFaults) {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "[";
  const std::vector<std::pair<std::string, std::string>> refused{
      {"a: &x 1\nb: *x\n", "error.yaml.alias"},
      {"a: 1\n---\nb: 2\n", "error.yaml.documents"},
      {deep, "error.yaml.depth"},
      {"a: [1\n", "error.yaml.form"},
      {"a:\n\t- b\n", "error.yaml.form"},
  };
  for (const auto& yaml : refused) {
    const Result<YamlNode> tree = read_yaml(yaml.first, "t.yml");
    ASSERT_FALSE(tree.has_value()) << yaml.first;
    EXPECT_EQ(tree.error().message.key, yaml.second) << yaml.first;
    EXPECT_GT(tree.error().location.line, 0U);
  }
  const Result<YamlNode> tree = read_yaml("a:\n  b: [c, 'd e']\n", "t.yml");
  ASSERT_TRUE(tree.has_value());
  ASSERT_EQ(tree->items.size(), 2U);
  const YamlNode& inner = tree->items[1];
  EXPECT_EQ(inner.items[1].items[1].text, "d e");
  EXPECT_EQ(inner.items[0].line, 2U);
  EXPECT_EQ(inner.items[0].column, 3U);
  EXPECT_TRUE(read_yaml("", "t.yml").has_value());
}

TEST(Lists, ValeStyle) {
  const Catalogue texts = house_texts();
  const std::string style =
      "extends: substitution\nmessage: \"Use '%s', not %s {x}\"\nlevel: error\nlink: L\n"
      "ignorecase: false\nswap:\n  Internet: web\n  IDEM: idem\n  a b: A B\n";
  const ImportedList list = read_vale_style({style, "d/Mon Style.yml", "Mon Style", "M"}, texts);
  EXPECT_EQ(list.rule.id, "mon-style");
  EXPECT_EQ(list.rule.severity[0], Severity::kMajor);
  EXPECT_EQ(format_pattern(list.rule.message, {{"remplacement", "r"}, {"terme", "t"}}),
            "Use \xC2\xAB\xC2\xA0r\xC2\xA0\xC2\xBB, not t (x)");
  ASSERT_EQ(list.rule.sources.size(), 2U);
  EXPECT_EQ(list.rule.sources[1].reference, "L");
  ASSERT_EQ(list.rows.entries.size(), 2U);
  EXPECT_EQ(list.rows.entries[0].pattern, "internet");
  EXPECT_EQ(list.rows.entries[0].exact, "Internet");
  ASSERT_EQ(list.notices.size(), 1U);  // "a b" only asks for capitals
  EXPECT_EQ(list.notices[0].message.key, "notice.house.casing");
}

TEST(Lists, IdsComeFromFileNames) {
  EXPECT_EQ(rule_id_from("Mots du minist\xC3\xA8re (2026)"), "mots-du-ministere-2026");
  EXPECT_EQ(rule_id_from("__"), "");
  EXPECT_LE(rule_id_from(std::string(500, 'a')).size(), 60U);
}

}  // namespace
}  // namespace limpide
