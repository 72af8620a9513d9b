// Files made to harm: each is refused with a message, or read, in less than a second.
#include <gtest/gtest.h>

#include <sys/resource.h>

#include <cstring>
#include <ctime>
#include <random>
#include <string>

#include "analyzer/base/catalogue.h"
#include "analyzer/base/files.h"
#include "analyzer/readers/docx/docx_reader.h"
#include "analyzer/readers/odt/odt_reader.h"
#include "tests/support/archive_builder.h"

namespace limpide {
namespace {

using testing::ArchiveEntry;
using testing::build_archive;
using testing::build_docx;
using testing::build_odt;
using testing::docx_part;
using testing::odt_part;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kMostSeconds = 20;  // a sanitizer slows down, and we look for faults
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr double kMostSeconds = 20;
#else
constexpr double kMostSeconds = 1;
#endif
#else
constexpr double kMostSeconds = 1;
#endif

// The key of the refusal, "" when the file was read. Bytes are copied to a buffer of their exact
// size, so that a sanitizer sees any read past the end.
std::string read_key(const Reader& reader, const std::string& bytes, const Limits& limits = {}) {
  const std::vector<char> exact(bytes.begin(), bytes.end());
  // Processor time: other programs of the machine must not decide.
  const std::clock_t start = std::clock();
  const Result<Document> document =
      reader.read({"f", std::string_view(exact.data(), exact.size())}, limits);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  EXPECT_LT(seconds, kMostSeconds);
  return document ? "" : document.error().message.key;
}
std::string docx_key(const std::string& bytes, const Limits& limits = {}) {
  return read_key(DocxReader(), bytes, limits);
}
std::string odt_key(const std::string& bytes, const Limits& limits = {}) {
  return read_key(OdtReader(), bytes, limits);
}

std::string repeated(const std::string& text, std::size_t count) {
  std::string result;
  result.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

std::string paragraph(const std::string& text) {
  return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

// Text that does not compress to nothing, so that only the other bounds can refuse it.
std::string noise(std::size_t bytes) {
  std::mt19937 random(7);
  std::string text(bytes, ' ');
  for (char& byte : text) byte = static_cast<char>('a' + random() % 26);
  return text;
}

TEST(HostileOffice, EmptyAndForeignFilesAreRefused) {
  EXPECT_EQ(docx_key(""), "error.archive.damaged");
  EXPECT_EQ(docx_key("PK\x03\x04"), "error.archive.damaged");
  EXPECT_EQ(docx_key("Bonjour"), "error.archive.damaged");
  EXPECT_EQ(docx_key(build_archive({{"xl/workbook.xml", "<a/>"}})), "error.docx.other_office");
  EXPECT_EQ(docx_key(build_archive({{"a.txt", "x"}})), "error.docx.no_document");
  EXPECT_EQ(docx_key(build_docx("", {{"word/document.xml", docx_part("w:document", "")}})),
            "error.docx.no_body");
  EXPECT_EQ(odt_key(build_archive({{"a.txt", "x"}})), "error.odt.no_text");
  EXPECT_EQ(docx_key(build_docx("", {{"word/document.xml", ""}})), "error.xml.ill_formed");
  EXPECT_EQ(docx_key(build_docx("")), "");
  EXPECT_EQ(odt_key(build_odt("")), "");
  EXPECT_EQ(DocxReader().confidence({"a.docx", "Bonjour"}), 0);
  EXPECT_EQ(DocxReader().confidence({"a", build_docx("")}), 100);
  EXPECT_EQ(DocxReader().confidence({"a", build_odt("")}), 0);
  EXPECT_EQ(OdtReader().confidence({"a", build_odt("")}), 100);
  EXPECT_EQ(OdtReader().confidence({"a", build_docx("")}), 0);
}

TEST(HostileOffice, BombsAreRefused) {
  const std::string zeros =
      docx_part("w:document", "<w:body>" + paragraph(std::string(100 << 20, 'a')) + "</w:body>");
  EXPECT_EQ(docx_key(build_docx("", {{"word/document.xml", zeros}})), "error.archive.too_large");
  EXPECT_EQ(odt_key(build_odt("", "", {{"content.xml", zeros}})), "error.archive.too_large");
  EXPECT_EQ(docx_key(std::string(65 << 20, 'a')), "error.file.too_large");
  // Under the ratio, over the size.
  Limits small;
  small.archive_entry_bytes = 100'000;
  EXPECT_EQ(docx_key(build_docx(paragraph(noise(200'000))), small), "error.archive.too_large");
  small = Limits{};
  small.archive_total_bytes = 100'000;
  EXPECT_EQ(docx_key(build_docx(paragraph(noise(60'000)),
                                {{"word/styles.xml", docx_part("w:styles", noise(60'000))}}),
                     small),
            "error.archive.too_large");
  small = Limits{};
  small.text_bytes = 1000;
  EXPECT_EQ(docx_key(build_docx(paragraph(noise(2000))), small), "error.document.too_long");
  EXPECT_EQ(odt_key(build_odt("<text:p>" + noise(2000) + "</text:p>"), small),
            "error.document.too_long");
  std::vector<ArchiveEntry> many;
  for (int i = 0; i < 3000; ++i) many.push_back({"word/a" + std::to_string(i), "x"});
  EXPECT_EQ(docx_key(build_docx("", many)), "error.archive.too_many_files");
}

TEST(HostileOffice, OneLetterSixtyMegabytesLongIsBounded) {
  // Stored, so that no ratio helps: 60 MB of one word in one paragraph.
  const std::string part =
      docx_part("w:document", "<w:body>" + paragraph(std::string(60'000'000, 'a')) + "</w:body>");
  const std::string bytes = build_docx("", {{"word/document.xml", part, true}});
  EXPECT_EQ(docx_key(bytes), "");
  const std::string empties =
      docx_part("w:document", "<w:body>" + repeated("<w:p/>", 9'000'000) + "</w:body>");
  EXPECT_EQ(docx_key(build_docx("", {{"word/document.xml", empties, true}})), "error.xml.too_many");
}

TEST(HostileOffice, LyingSizesAreNotTrusted) {
  std::string bytes = build_docx(paragraph(noise(100'000)));
  // The uncompressed size stands 22 bytes after the mark of a local header, 24 of a central one.
  const auto lie = [&bytes](const char* mark, std::size_t distance) {
    for (std::size_t at = bytes.find(mark, 0, 4); at != std::string::npos;
         at = bytes.find(mark, at + 4, 4)) {
      const std::uint32_t size = 100;
      std::memcpy(bytes.data() + at + distance, &size, 4);
    }
  };
  lie("PK\x03\x04", 22);
  lie("PK\x01\x02", 24);
  Limits limits;
  limits.archive_entry_bytes = 50'000;
  EXPECT_EQ(docx_key(bytes, limits), "error.archive.too_large");
}

TEST(HostileOffice, DeepNestingIsRefusedOrRead) {
  const std::size_t depth = 200'000;
  const std::string deep = repeated("<w:sdt><w:sdtContent>", depth) + paragraph("a") +
                           repeated("</w:sdtContent></w:sdt>", depth);
  EXPECT_EQ(
      docx_key(build_docx("", {{"word/document.xml",
                                docx_part("w:document", "<w:body>" + deep + "</w:body>"), true}})),
      "error.xml.too_deep");
  const std::string spans = "<text:p>" + repeated("<text:span>", depth) + "a" +
                            repeated("</text:span>", depth) + "</text:p>";
  const std::string content =
      odt_part("office:document-content",
               "<office:body><office:text>" + spans + "</office:text></office:body>");
  EXPECT_EQ(odt_key(build_odt("", "", {{"content.xml", content, true}})), "error.xml.too_deep");
  // As deep as allowed, through every kind of recursion.
  EXPECT_EQ(docx_key(build_docx(repeated("<w:sdt><w:sdtContent>", 120) + paragraph("a") +
                                repeated("</w:sdtContent></w:sdt>", 120))),
            "");
  EXPECT_EQ(docx_key(build_docx(repeated("<w:tbl><w:tr><w:tc>", 80) + paragraph("a") +
                                repeated("</w:tc></w:tr></w:tbl>", 80))),
            "");
  EXPECT_EQ(docx_key(build_docx(repeated("<w:p><w:r><w:pict><w:txbxContent>", 60) + paragraph("a") +
                                repeated("</w:txbxContent></w:pict></w:r></w:p>", 60))),
            "");
  EXPECT_EQ(odt_key(build_odt(repeated("<text:list><text:list-item>", 120) + "<text:p>a</text:p>" +
                              repeated("</text:list-item></text:list>", 120))),
            "");
}

TEST(HostileOffice, CountsOfMillionsAreBounded) {
  EXPECT_EQ(odt_key(build_odt("<text:p>a<text:s text:c=\"2000000000\"/>b</text:p>")), "");
  EXPECT_EQ(odt_key(build_odt(
                "<table:table><table:table-row table:number-rows-repeated=\"2000000000\">"
                "<table:table-cell table:number-columns-repeated=\"2000000000\"><text:p>a</text:p>"
                "</table:table-cell></table:table-row></table:table>")),
            "");
  EXPECT_EQ(docx_key(build_docx(
                "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"99999999999999\"/></w:tcPr>" +
                paragraph("a") + "</w:tc></w:tr></w:tbl>")),
            "");
  std::string links;
  for (int i = 0; i < 20'000; ++i)
    links += "<w:commentRangeStart w:id=\"" + std::to_string(i) + "\"/>";
  EXPECT_EQ(docx_key(build_docx("<w:p>" + links + "</w:p>")), "");
  std::string fonts;
  for (int i = 0; i < 50'000; ++i) {
    fonts += "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"F" + std::to_string(i) +
             "\"/></w:rPr><w:t>a</w:t></w:r></w:p>";
  }
  EXPECT_EQ(docx_key(build_docx(fonts)), "");
  std::string prefixes;
  for (int i = 0; i < 50'000; ++i) {
    prefixes +=
        " xmlns:p" + std::to_string(i) + "=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"";
  }
  const std::string renamed = "<p0:document" + prefixes + "><p0:body>" +
                              repeated("<p0:p/>", 50'000) + "</p0:body></p0:document>";
  EXPECT_EQ(docx_key(build_docx("", {{"word/document.xml", renamed, true}})), "");
}

std::string rich_docx() {
  return build_docx("<w:tbl><w:tr><w:tc>" + paragraph("Un") +
                        "</w:tc></w:tr></w:tbl><w:p><w:r><w:fldChar "
                        "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>MERGEFIELD "
                        "A</w:instrText></w:r></w:p>" +
                        paragraph("d&#233;c&amp;s"),
                    {{"word/styles.xml",
                      docx_part("w:styles", "<w:style w:type=\"paragraph\" w:styleId=\"A\"/>")}});
}
std::string rich_odt() {
  return build_odt(
      "<text:list><text:list-item><text:p>Un<text:note><text:note-body><text:p>N</text:p>"
      "</text:note-body></text:note></text:p></text:list-item></text:list><text:p>d&#233;s</"
      "text:p>",
      "<style:style style:name=\"P1\" style:family=\"paragraph\"/>");
}

TEST(HostileOffice, TruncatedFilesNeverCrash) {
  const DocxReader docx;
  const OdtReader odt;
  for (const auto& [reader, whole] : std::vector<std::pair<const Reader*, std::string>>{
           {&docx, rich_docx()}, {&odt, rich_odt()}}) {
    ASSERT_EQ(read_key(*reader, whole), "");
    for (std::size_t size = 0; size < whole.size(); ++size) {
      EXPECT_NE(read_key(*reader, whole.substr(0, size)), "") << size;
    }
  }
}

TEST(HostileOffice, FlippedBitsNeverCrash) {
  const DocxReader docx;
  const OdtReader odt;
  std::mt19937 random(11);
  for (const auto& [reader, whole] : std::vector<std::pair<const Reader*, std::string>>{
           {&docx, rich_docx()}, {&odt, rich_odt()}}) {
    for (int round = 0; round < 3000; ++round) {
      std::string bytes = whole;
      for (int i = 0; i < 3; ++i)
        bytes[random() % bytes.size()] ^= static_cast<char>(1U << (random() % 8));
      read_key(*reader, bytes);
    }
  }
}

// Flips inside the XML, where the checksum of the archive does not protect us.
TEST(HostileOffice, FlippedXmlNeverCrashes) {
  const std::string body = docx_part(
      "w:document",
      "<w:body><w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>d&#233;c&amp;s</w:t><w:tab/>"
      "<w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r></w:p><w:tbl><w:tr><w:tc>" +
          paragraph("x") + "</w:tc></w:tr></w:tbl></w:body>");
  std::mt19937 random(13);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = body;
    for (int i = 0; i < 2; ++i) {
      bytes[500 + random() % (bytes.size() - 500)] = static_cast<char>(random() % 256);
    }
    docx_key(build_docx("", {{"word/document.xml", bytes}}));
  }
}

TEST(HostileOffice, EveryRefusalHasItsFrenchText) {
  const char* const path = LIMPIDE_SOURCE_DIR "/dictionaries/fr/messages.txt";
  const Result<std::string> text = read_file(path, std::size_t{1} << 22U);
  ASSERT_TRUE(text.has_value());
  const Result<Catalogue> catalogue = Catalogue::parse(*text, path);
  ASSERT_TRUE(catalogue.has_value());
  for (const char* key : {"error.archive.damaged",
                          "error.archive.too_many_files",
                          "error.archive.too_large",
                          "error.archive.password",
                          "error.archive.part_missing",
                          "error.archive.part_damaged",
                          "error.xml.doctype",
                          "error.xml.too_deep",
                          "error.xml.too_many",
                          "error.xml.encoding",
                          "error.xml.utf8",
                          "error.xml.ill_formed",
                          "error.docx.other_office",
                          "error.docx.no_document",
                          "error.docx.no_body",
                          "error.odt.no_text",
                          "error.file.too_large",
                          "error.document.too_long",
                          "notice.reading.changes",
                          "notice.reading.comments",
                          "notice.reading.hidden",
                          "notice.reading.images",
                          "notice.reading.embedded"}) {
    EXPECT_TRUE(catalogue->has(key)) << key;
  }
}

TEST(HostileOffice, MemoryStaysBounded) {
  rusage usage{};
  ASSERT_EQ(getrusage(RUSAGE_SELF, &usage), 0);
  // Kilobytes, of the whole program with its own 100 MB bombs and their copies.
  if (kMostSeconds > 1) GTEST_SKIP() << "a sanitizer keeps memory";
  EXPECT_LT(usage.ru_maxrss, 900'000);
}

}  // namespace
}  // namespace limpide
