// Control tags of templates, the same in every format: no text of their own, words in their place.
#include "analyzer/readers/template_tags.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/readers/docx/docx_reader.h"
#include "analyzer/readers/html/html_reader.h"
#include "analyzer/readers/markdown/markdown_reader.h"
#include "analyzer/readers/odt/odt_reader.h"
#include "analyzer/readers/reader.h"
#include "analyzer/readers/text/text_reader.h"
#include "tests/support/archive_builder.h"
#include "tests/support/document_dump.h"

namespace limpide {
namespace {

Result<Document> read(std::string_view bytes) {
  static const TextReader text;
  static const HtmlReader html;
  static const MarkdownReader markdown;
  static const DocxReader docx;
  static const OdtReader odt;
  return read_document({&text, &html, &markdown, &docx, &odt}, {"-", bytes}, Limits{});
}

std::vector<std::string> blocks_of(const Document& document) {
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) texts.emplace_back(slice(document.text, block.text));
  return texts;
}

std::vector<std::string> tags_of(const Document& document) {
  std::vector<std::string> texts;
  for (const Span tag : document.template_tags) texts.emplace_back(slice(document.text, tag));
  return texts;
}

using Texts = std::vector<std::string>;

const Texts kParagraphs = {"Bonjour.", "{% if a %}", "Payez{% if b %} vite{% endif %}.",
                           "{%- endif -%} {# fin #}"};

std::string in_docx() {
  std::string body;
  for (const std::string& text : kParagraphs) {
    // Word parts the letters of a tag as it likes.
    const std::size_t middle = text.size() / 2;
    body += "<w:p><w:r><w:t xml:space=\"preserve\">" + text.substr(0, middle) +
            "</w:t></w:r><w:r><w:t xml:space=\"preserve\">" + text.substr(middle) +
            "</w:t></w:r></w:p>";
  }
  return testing::build_docx(body);
}

std::string in_odt() {
  std::string body;
  for (const std::string& text : kParagraphs) body += "<text:p>" + text + "</text:p>";
  return testing::build_odt(body);
}

std::string in_html() {
  std::string body = "<!DOCTYPE html><html lang=\"fr\"><body>";
  for (const std::string& text : kParagraphs) body += "<p>" + text + "</p>";
  return body + "</body></html>";
}

std::string in_text(const char* title) {
  std::string body = title;
  for (const std::string& text : kParagraphs) body += text + "\n\n";
  return body;
}

TEST(TemplateTags, AreTheSameInEveryFormat) {
  const struct {
    const char* format;
    std::string bytes;
  } kCases[] = {{"docx", in_docx()}, {"odt", in_odt()}, {"html", in_html()}, {"text", in_text("")}};
  for (const auto& one : kCases) {
    SCOPED_TRACE(one.format);
    const Result<Document> document = read(one.bytes);
    ASSERT_TRUE(document) << document.error().message.key;
    EXPECT_STREQ(format_name(document->format), one.format);
    EXPECT_EQ(blocks_of(*document), (Texts{"Bonjour.", "Payez{% if b %} vite{% endif %}."}));
    EXPECT_EQ(tags_of(*document),
              (Texts{"{% if a %}", "{% if b %}", "{% endif %}", "{%- endif -%}", "{# fin #}"}));
    EXPECT_TRUE(document->merge_fields.empty());
    std::size_t words = 0;
    std::size_t made = 0;
    EXPECT_EQ(testing::first_word_without_source(*document, words, made), "");
    EXPECT_GT(words, 0U);
  }
}

TEST(TemplateTags, OfMarkdownToo) {
  const Result<Document> document = read(in_text("# Titre\n\n"));
  ASSERT_TRUE(document);
  EXPECT_STREQ(format_name(document->format), "markdown");
  EXPECT_EQ(blocks_of(*document), (Texts{"Titre", "Bonjour.", "Payez{% if b %} vite{% endif %}."}));
}

TEST(TemplateTags, AreClosedInTheirParagraphAndAreNoMergeFields) {
  const struct {
    const char* text;
    Texts tags;
    std::size_t fields;
  } kCases[] = {
      {"Madame {{ nom }},", {}, 1},
      {"Le taux est {%", {}, 0},
      {"Le taux {% est\n\nde 3 %} net.", {}, 0},
      {"Vide {%%} et {##}.", {}, 0},
      {"{% if a == {{ b }} %}Oui.", {"{% if a == {{ b }} %}"}, 0},
      {"Oui {%tr for l in logements %}{{ l }}{%tr endfor %}.",
       {"{%tr for l in logements %}", "{%tr endfor %}"},
       1},
      {"Un {# mot # de plus #} ici.", {"{# mot # de plus #}"}, 0},
  };
  for (const auto& one : kCases) {
    SCOPED_TRACE(one.text);
    const Result<Document> document = read(one.text);
    ASSERT_TRUE(document);
    EXPECT_EQ(tags_of(*document), one.tags);
    EXPECT_EQ(document->merge_fields.size(), one.fields);
  }
}

TEST(TemplateTags, AloneAreNoText) {
  const Result<Document> document = read("{% if a %}\n\n{% endif %}\n");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().message.key, "error.read.no_text");
}

TEST(TemplateTags, OfALongLineCostNoMoreThanTheirLimit) {
  const Result<Document> document = read(std::string(200'000, '{') + " Bonjour.");
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->template_tags.empty());
}

}  // namespace
}  // namespace limpide
