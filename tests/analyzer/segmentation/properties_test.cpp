#include <gtest/gtest.h>

#include <numeric>

#include "analyzer/base/utf8.h"
#include "analyzer/document/document_builder.h"
#include "analyzer/segmentation/characters.h"
#include "tests/analyzer/segmentation/segmentation_support.h"
#include "tests/support/cpu_watch.h"

namespace limpide {
namespace {

// Everything that segmentation.h promises, whatever the text.
void expect_sound(const Document& document, const Segmentation& found) {
  std::uint32_t at = 0;
  std::size_t block = 0;
  for (std::size_t i = 0; i < found.tokens.size(); ++i) {
    const Token& token = found.tokens[i];
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_LE(token.span.end, document.text.size());
    // Nothing but space lies between two tokens.
    ASSERT_LE(at, token.span.begin);
    while (at < token.span.begin) {
      const std::uint32_t size = space_size(document.text, at);
      ASSERT_GT(size, 0U) << "a character at " << at << " is in no token";
      at += size;
    }
    at = token.span.end;
    while (document.blocks[block].text.end <= token.span.begin) ++block;
    ASSERT_TRUE(document.blocks[block].text.contains(token.span));
    ASSERT_LT(token.form, found.forms.size());
    ASSERT_FALSE(found.forms[token.form].key.empty());
    const std::size_t end =
        i + 1 < found.tokens.size() ? found.tokens[i + 1].first_word : found.words.size();
    ASSERT_LT(token.first_word, end);
    for (std::size_t word = token.first_word; word < end; ++word) {
      ASSERT_EQ(found.words[word].token, i);
      ASSERT_LT(found.words[word].form, found.forms.size());
    }
  }
  const std::size_t counted =
      std::accumulate(found.forms.begin(), found.forms.end(), std::size_t{0},
                      [](std::size_t sum, const Form& form) { return sum + form.count; });
  ASSERT_EQ(counted, found.tokens.size());

  std::uint32_t next = 0;
  std::vector<bool> starts(found.tokens.size() + 1);
  for (const Sentence& sentence : found.sentences) {
    // Only the tokens of code lie outside sentences.
    while (next < sentence.first_token) {
      ASSERT_EQ(document.blocks[block_at(document, found.tokens[next].span.begin)].kind,
                BlockKind::kCode);
      ++next;
    }
    ASSERT_LT(sentence.first_token, sentence.token_end);
    ASSERT_TRUE(document.blocks[sentence.block].text.contains(sentence_span(found, sentence)));
    starts[sentence.first_token] = true;
    next = sentence.token_end;
  }
  std::uint32_t span_end = 0;
  for (const ProtectedSpan& span : found.protected_spans) {
    ASSERT_LE(span_end, span.first_token);
    ASSERT_LT(span.first_token, span.token_end);
    ASSERT_LE(span.token_end, found.tokens.size());
    span_end = span.token_end;
    for (std::uint32_t i = span.first_token + 1; i < span.token_end; ++i) {
      ASSERT_FALSE(starts[i]) << "a sentence begins inside a protected span";
    }
  }
}

bool same(const Segmentation& a, const Segmentation& b) {
  if (a.tokens.size() != b.tokens.size() || a.words.size() != b.words.size() ||
      a.sentences.size() != b.sentences.size() || a.forms.size() != b.forms.size() ||
      a.protected_spans.size() != b.protected_spans.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.tokens.size(); ++i) {
    if (!(a.tokens[i].span == b.tokens[i].span) || a.tokens[i].form != b.tokens[i].form) {
      return false;
    }
  }
  for (std::size_t i = 0; i < a.sentences.size(); ++i) {
    if (a.sentences[i].token_end != b.sentences[i].token_end) return false;
  }
  return true;
}

std::uint32_t next_random(std::uint64_t& state) {
  state = state * 6364136223846793005U + 1442695040888963407U;
  return static_cast<std::uint32_t>(state >> 33U);
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> kPieces = {"l",
                                                   "'",
                                                   "\xE2\x80\x99",
                                                   "-",
                                                   ".",
                                                   "...",
                                                   "\xE2\x80\xA6",
                                                   "art",
                                                   "L",
                                                   "211-2",
                                                   "n\xC2\xB0",
                                                   "12",
                                                   "000",
                                                   "1er",
                                                   "mars",
                                                   "2026",
                                                   "du",
                                                   "des",
                                                   "code",
                                                   "civil",
                                                   "loi",
                                                   "\xE2\x82\xAC",
                                                   "%",
                                                   "FR76",
                                                   "01",
                                                   "23",
                                                   "+33",
                                                   "@",
                                                   "www.a.fr",
                                                   "http://",
                                                   "{{",
                                                   "}}",
                                                   "\xC2\xAB",
                                                   "\xC2\xBB",
                                                   "[",
                                                   "]",
                                                   "(",
                                                   ")",
                                                   "e",
                                                   "\xC2\xA0",
                                                   "\xE2\x80\xAF",
                                                   "\xC2\xAD",
                                                   "\xE2\x80\x8B",
                                                   "\xF0\x9F\x98\x80",
                                                   "A",
                                                   "M",
                                                   "Mme",
                                                   "Le",
                                                   "il",
                                                   "t",
                                                   "\n",
                                                   "\t",
                                                   " ",
                                                   " ",
                                                   " ",
                                                   " ",
                                                   ",",
                                                   ";",
                                                   ":",
                                                   "!",
                                                   "?",
                                                   "_",
                                                   "/",
                                                   "*",
                                                   "\"",
                                                   "0",
                                                   "7",
                                                   "\xC3\xA9t\xC3\xA9",
                                                   "\xEF\xAC\x81n",
                                                   "a\xCC\x81",
                                                   "lundi",
                                                   "h",
                                                   "30",
                                                   "article",
                                                   "articles",
                                                   "alin\xC3\xA9"
                                                   "a",
                                                   "2\xC2\xB0",
                                                   "cerfa",
                                                   "dossier",
                                                   "R\xC3\xA9"
                                                   "f",
                                                   "2A",
                                                   "75013",
                                                   "Paris",
                                                   "$",
                                                   "<",
                                                   ">",
                                                   "NOM",
                                                   "\xC2\xB7",
                                                   "&"};
  return kPieces;
}

TEST(Properties, AnyMixtureIsSound) {
  std::uint64_t state = 20260303;
  for (int round = 0; round < 3000; ++round) {
    DocumentBuilder builder(Format::kText, Limits{});
    for (std::uint32_t blocks = 1 + next_random(state) % 3; blocks > 0; --blocks) {
      Block block;
      block.hard_wrapped = next_random(state) % 2 == 0;
      block.kind = next_random(state) % 5 == 0 ? BlockKind::kCode : BlockKind::kParagraph;
      builder.open_block(block);
      for (std::uint32_t n = next_random(state) % 60; n > 0; --n) {
        const std::uint32_t begin = builder.offset();
        builder.append_made(pieces()[next_random(state) % pieces().size()]);
        if (next_random(state) % 40 == 0) builder.mark_merge_field(begin, builder.offset(), "x");
      }
      builder.close_block();
    }
    auto document = builder.finish();
    ASSERT_TRUE(document.has_value());
    const Segmentation found = segment(*document, test_resources());
    expect_sound(*document, found);
    // The edge of a merge field may cut a run of letters.
    EXPECT_LE(found.tokens.size(), token_bound(document->text) + 2 * document->merge_fields.size())
        << document->text;
    if (HasFatalFailure()) {
      FAIL() << "in: " << document->text;
    }
    ASSERT_TRUE(same(found, segment(*document, test_resources())));
  }
}

TEST(Properties, MergeFieldsOfTheDocumentAreSpans) {
  DocumentBuilder builder(Format::kDocx, Limits{});
  builder.open_block(Block{});
  builder.append_made("Vous devez ");
  const std::uint32_t begin = builder.offset();
  builder.append_made("412,33");
  builder.mark_merge_field(begin, builder.offset(), "Montant");
  builder.append_made("euros.");
  builder.close_block();
  auto document = builder.finish();
  ASSERT_TRUE(document.has_value());
  const Segmentation found = segment(*document, test_resources());
  ASSERT_EQ(found.protected_spans.size(), 1U);
  EXPECT_EQ(found.protected_spans[0].kind, ProtectedKind::kMergeField);
  EXPECT_EQ(slice(document->text, protected_text(found, found.protected_spans[0])), "412,33");
}

TEST(Properties, TypedMergeFields) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Bonjour {{ nom }}, merci.", "{{ nom }}"},
      {"Bonjour {{nom_usuel}}.", "{{nom_usuel}}"},
      {"Bonjour [NOM], merci.", "[NOM]"},
      {"Bonjour [NOM DU DESTINATAIRE].", "[NOM DU DESTINATAIRE]"},
      {"Bonjour ${nom}.", "${nom}"},
      {"Bonjour <NOM>.", "<NOM>"},
      {"Bonjour \xC2\xABNom\xC2\xBB.", "\xC2\xABNom\xC2\xBB"},
      {"Bonjour \xC2\xAB_\xC2\xBB.", "\xC2\xAB_\xC2\xBB"},
      {"Cochez \xC2\xABOui\xC2\xBB.", ""},
      {"Voir [voir annexe].", ""},
      {"La mention \xC2\xAB\xC2\xA0Nom\xC2\xA0\xC2\xBB suffit.", ""}};
  for (const auto& [text, field] : cases) {
    const Document document = one_block(text);
    const Segmentation found = segment(document, test_resources());
    if (field.empty()) {
      EXPECT_TRUE(found.protected_spans.empty()) << text;
      continue;
    }
    ASSERT_EQ(found.protected_spans.size(), 1U) << text;
    EXPECT_EQ(found.protected_spans[0].kind, ProtectedKind::kMergeField);
    EXPECT_EQ(slice(document.text, protected_text(found, found.protected_spans[0])), field);
  }
}

TEST(Properties, TemplateTagsHaveNoWordsAndPartSentences) {
  Document document = one_block("Payez 10{% if a %}000 euros{% else %} vite{% endif %}. Merci.");
  for (const char* tag : {"{% if a %}", "{% else %}", "{% endif %}"}) {
    const auto begin = static_cast<std::uint32_t>(document.text.find(tag));
    document.template_tags.push_back(
        {begin, begin + static_cast<std::uint32_t>(std::string_view(tag).size())});
  }
  const Segmentation found = segment(document, test_resources());
  std::vector<std::string> sentences;
  for (const Sentence& sentence : found.sentences)
    sentences.emplace_back(slice(document.text, sentence_span(found, sentence)));
  EXPECT_EQ(sentences, (std::vector<std::string>{"Payez 10", "000 euros", "vite", ".", "Merci."}));
}

TEST(Properties, KeysAreFolded) {
  const Document document = one_block(
      "l\xE2\x80\x99"
      "admi\xC2\xADnistration \xEF\xAC\x81nale 10\xE2\x80\xAF"
      "000 aujourd\xE2\x80\x99hui");
  const Segmentation found = segment(document, test_resources());
  std::vector<std::string> keys;
  for (const Token& token : found.tokens) keys.push_back(found.forms[token.form].key);
  EXPECT_EQ(keys,
            (std::vector<std::string>{"l'", "administration", "finale", "10 000", "aujourd'hui"}));
}

TEST(Properties, CodeHasTokensButNoSentences) {
  const Document document = one_block("int x = 1. Le 3 mars 2026.", false, BlockKind::kCode);
  const Segmentation found = segment(document, test_resources());
  EXPECT_FALSE(found.tokens.empty());
  EXPECT_TRUE(found.sentences.empty());
  EXPECT_TRUE(found.protected_spans.empty());
}

TEST(Properties, WrappedLinesAreOneSentence) {
  const std::string text =
      "Nous avons re\xC3\xA7u\nvotre demande.\n- une pi\xC3\xA8"
      "ce\n- un bail";
  EXPECT_EQ(segment(one_block(text, true), test_resources()).sentences.size(), 3U);
  EXPECT_EQ(segment(one_block(text, false), test_resources()).sentences.size(), 4U);
}

// Marks without anything before them; found by fuzzing.
TEST(Properties, TextsThatBeginWithAStop) {
  for (const char* text : {". le dossier", "! le dossier", ". - Le dossier", "... Le dossier",
                           "etc. le dossier", ") . le", ".", "- . Le", "\". le\" . Le"}) {
    const Document document = one_block(text);
    expect_sound(document, segment(document, test_resources()));
  }
}

// Text made to hurt: every case must take a time that grows like its size.
TEST(Properties, HostileTextsAreLinear) {
  const std::vector<std::string> seeds = {"a",
                                          "'",
                                          "a'",
                                          "-",
                                          "a-",
                                          ".",
                                          "a.",
                                          "1",
                                          "1 ",
                                          "000 ",
                                          "12 345 ",
                                          "(",
                                          "(e)",
                                          "@",
                                          "a@",
                                          "a%",
                                          "/",
                                          "a/",
                                          "L. ",
                                          "article 1, ",
                                          "articles L. 1, ",
                                          "n\xC2\xB0 ",
                                          "\xC2\xAB",
                                          "[",
                                          "{{ ",
                                          "R\xC3\xA9"
                                          "f. : ",
                                          "FR76 ",
                                          "1 79 ",
                                          "+33 ",
                                          "du ",
                                          "des ",
                                          "M. ",
                                          "\xC2\xAD",
                                          "\xE2\x80\xA6",
                                          "? ",
                                          "lundi ",
                                          "2\xC2\xB0 de l'",
                                          "\xF0\x9F\x98\x80",
                                          "http://",
                                          "www.",
                                          "appelez le ",
                                          "-il",
                                          "a-t-il",
                                          "vu\n",
                                          "\t"};
  constexpr std::size_t kBytes = 1'000'000;
  for (const std::string& seed : seeds) {
    std::string text;
    while (text.size() < kBytes) text += seed;
    const Document document = one_block(text + " fin");
    const CpuWatch watch;
    const Segmentation found = segment(document, test_resources());
    const double taken = watch.seconds();
    EXPECT_LT(taken, 4.0) << "repeated: " << seed;
    expect_sound(document, found);
    if (HasFatalFailure()) FAIL() << "repeated: " << seed;
  }
}

}  // namespace
}  // namespace limpide
