#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "analyzer/base/catalogue.h"
#include "analyzer/base/files.h"
#include "analyzer/readers/eml/eml_reader.h"
#include "analyzer/readers/html/html_reader.h"
#include "analyzer/readers/markdown/markdown_reader.h"
#include "analyzer/readers/reader.h"
#include "analyzer/readers/text/text_reader.h"
#include "tests/analyzer/readers/support/reader_cases.h"

namespace limpide {
namespace {

using std::string_view_literals::operator""sv;

class Dispatch : public testing::Test {
 protected:
  [[nodiscard]] Result<Document> read(std::string_view bytes, const char* name = "-") const {
    return read_document({&text_, &markdown_, &html_, &eml_}, {name, bytes}, Limits{});
  }
  TextReader text_;
  MarkdownReader markdown_;
  HtmlReader html_;
  EmlReader eml_;
};

TEST_F(Dispatch, FindsTheFormatByContentNotByName) {
  const struct {
    std::string_view bytes;
    const char* name;
    Format format;
  } kCases[] = {
      {"Bonjour.\n", "a.html", Format::kText},
      {"<!DOCTYPE html><p>Bonjour", "a.txt", Format::kHtml},
      {"\n <HTML><body>Bonjour", "-", Format::kHtml},
      {"<p>Bonjour</p>", "a.txt", Format::kHtml},
      {"<?xml version='1.0'?><html xmlns='x'><body>a</body></html>", "-", Format::kHtml},
      {"\xFF\xFE<\0p\0>\0a\0<\0/\0p\0>\0"sv, "-", Format::kHtml},
      {"Vous avez <3 ans> ou 5 < 6.\n", "a.txt", Format::kText},
      {"# Titre\n\nUn **mot**.\n", "a.txt", Format::kMarkdown},
      {"# Titre\n\nUn mot.\n", "a.md", Format::kMarkdown},
      {"Rien de plus.\n", "a.md", Format::kMarkdown},
      {"- un\n- deux\n", "a.txt", Format::kText},
      {"From: a@b.fr\nTo: c@d.fr\nSubject: S\n\nOui.\n", "a.txt", Format::kEml},
      {"From a@b Mon\nFrom: a@b.fr\nMessage-ID: <1>\n\nOui.\n", "-", Format::kEml},
      {"Objet : votre demande\n\nMadame,\n", "a.eml", Format::kText},
      {"To: you\n\nOui.\n", "a.txt", Format::kText},
  };
  for (const auto& one : kCases) {
    SCOPED_TRACE(std::string(one.bytes));
    const Result<Document> document = read(one.bytes, one.name);
    ASSERT_TRUE(document) << document.error().message.key;
    EXPECT_STREQ(format_name(document->format), format_name(one.format));
  }
}

TEST_F(Dispatch, NamesWhatItRefuses) {
  const struct {
    std::string_view bytes;
    const char* key;
  } kCases[] = {
      {""sv, "error.read.empty"},
      {" \n\t\n"sv, "error.read.no_text"},
      {"<html><script>x</script></html>"sv, "error.read.no_text"},
      {"%PDF-1.7\n"sv, "error.read.pdf"},
      {"\x89PNG\r\n\x1a\n"sv, "error.read.image"},
      {"\xFF\xD8\xFF\xE0"sv, "error.read.image"},
      {"GIF89a"sv, "error.read.image"},
      {"II*\0"sv, "error.read.image"},
      {"BM\x36\x10\0\0"sv, "error.read.image"},
      {"RIFF\0\0\0\0WEBP"sv, "error.read.image"},
      {"RIFF\0\0\0\0WAVE"sv, "error.read.media"},
      {"\0\0\0\x18"
       "ftypheic"sv,
       "error.read.image"},
      {"\0\0\0\x18"
       "ftypisom"sv,
       "error.read.media"},
      {"<svg xmlns='x'><text>a</text></svg>"sv, "error.read.image"},
      {"{\\rtf1\\ansi Bonjour}"sv, "error.read.rtf"},
      {"\x7F"
       "ELF\2"sv,
       "error.read.executable"},
      {"MZ\x90\0"sv, "error.read.executable"},
      {"\x1F\x8B\x08"sv, "error.read.archive"},
      {"7z\xBC\xAF\x27\x1C"sv, "error.read.archive"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv,
       "error.read.old_word"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
       "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv,
       "error.read.encrypted"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "error.read.old_office"},
      {"PK\x03\x04\x14\0\0\0\0\0"sv, "error.read.archive"},
      {"PK\x03\x04\x14\0\x01\0\0\0"sv, "error.read.encrypted"},
      {"PK\x03\x04\x14\0\0\0\0\0....xl/workbook.xml"sv, "error.read.spreadsheet"},
      {"PK\x03\x04\x14\0\0\0\0\0....ppt/presentation.xml"sv, "error.read.presentation"},
      {"PK\x03\x04\x14\0\0\0\0\0....mimetypeapplication/epub+zip"sv, "error.read.epub"},
      {"PK\x03\x04\x14\0\0\0\0\0....word/document.xml"sv, "error.read.damaged_office"},
      {"%!PS-Adobe-3.0"sv, "error.read.postscript"},
      {"-----BEGIN PGP MESSAGE-----\n"sv, "error.read.encrypted"},
      {"<?xml version='1.0'?><note>a</note>"sv, "error.read.xml"},
      {"abc\0def"sv, "error.read.binary"},
      {"\x01\x02\x03\x04\x05"sv, "error.read.binary"},
      {"From: a\nDate: x\nSubject: s\nContent-Type: application/pkcs7-mime\n\nx\n"sv,
       "error.read.encrypted"},
  };
  for (const auto& one : kCases) {
    SCOPED_TRACE(one.key);
    const Result<Document> document = read(one.bytes, "lettre.docx");
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().message.key, one.key);
    EXPECT_EQ(document.error().location.path, "lettre.docx");
  }
}

TEST_F(Dispatch, RefusesMoreBytesThanTheLimit) {
  Limits limits;
  limits.file_bytes = 10;
  const Result<Document> document = read_document({&text_}, {"-", "12345678901"}, limits);
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::kLimit);
  EXPECT_TRUE(read_document({&text_}, {"-", "1234567890"}, limits));
}

TEST_F(Dispatch, MarksTypedMergeFieldsInEveryFormat) {
  const struct {
    const char* text;
    std::vector<std::string> names;
  } kCases[] = {
      {"Madame {{ nom }}, le ${date}, <<Ville_2>> [DATE DE FIN].",
       {"nom", "date", "Ville_2", "DATE DE FIN"}},
      {"\xC2\xABNom\xC2\xBB et \xC2\xABnum_dossier\xC2\xBB", {"Nom", "num_dossier"}},
      {"\xC2\xABoui\xC2\xBB \xC2\xAB\xC2\xA0Non\xC2\xA0\xC2\xBB [note] [1] [A] {{}} {{\n}}", {}},
      {"{{ [NOM] }} puis [NOM]", {"[NOM]", "NOM"}},
      {"{{ jamais clos [NOM", {}},
  };
  for (const auto& one : kCases) {
    SCOPED_TRACE(one.text);
    const Result<Document> document = read(one.text);
    ASSERT_TRUE(document);
    std::vector<std::string> names;
    for (const MergeField& field : document->merge_fields) names.push_back(field.name);
    EXPECT_EQ(names, one.names);
  }
}

TEST_F(Dispatch, RefusesMoreTokensThanTheLimit) {
  Limits limits;
  limits.tokens = 3;
  const SourceFile file{"lettre.txt", "un deux trois quatre"};
  const Result<Document> refused = read_document({&text_}, file, limits);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.key, "error.document.too_many_tokens");
  limits.tokens = 4;
  EXPECT_TRUE(read_document({&text_}, file, limits));
}

TEST_F(Dispatch, HasATextForEveryMessageOfTheReaders) {
  const std::string folder = std::string(LIMPIDE_SOURCE_DIR) + "/dictionaries/fr/";
  const Result<std::string> texts = read_file(folder + "messages.txt", std::size_t{8} << 20);
  ASSERT_TRUE(texts);
  const Result<Catalogue> catalogue = Catalogue::parse(*texts, "messages.txt");
  ASSERT_TRUE(catalogue);
  for (const char* key : {"error.read.empty",
                          "error.read.no_text",
                          "error.read.pdf",
                          "error.read.image",
                          "error.read.media",
                          "error.read.rtf",
                          "error.read.executable",
                          "error.read.archive",
                          "error.read.old_word",
                          "error.read.old_office",
                          "error.read.encrypted",
                          "error.read.spreadsheet",
                          "error.read.presentation",
                          "error.read.epub",
                          "error.read.damaged_office",
                          "error.read.postscript",
                          "error.read.xml",
                          "error.read.binary",
                          "error.read.outlook",
                          "error.read.word_processor",
                          "error.read.memory",
                          "error.document.too_long",
                          "error.document.too_many_blocks",
                          "error.document.too_many_tokens",
                          "error.html.too_deep",
                          "error.html.too_large",
                          "error.html.too_complex",
                          "error.markdown.unreadable",
                          "error.eml.unreadable",
                          "error.eml.too_deep",
                          "error.eml.too_complex",
                          "error.markdown.too_large",
                          "notice.read.comments",
                          "notice.read.hidden",
                          "notice.read.damaged_text",
                          "notice.eml.attachments"}) {
    EXPECT_TRUE(catalogue->has(key)) << key;
  }
}

}  // namespace
}  // namespace limpide
