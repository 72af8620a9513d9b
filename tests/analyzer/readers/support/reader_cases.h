// Tables of documents for the tests of readers. In: a .cases file beside the test. Out: cases,
// and a Document as lines of text to compare. Refuses: nothing; a fault in the file is a failure.
//
// A case:  === name that is a sentence
//          --- input   (as it stands; --- bytes: with \xHH \r \n \t \f \\, line ends dropped)
//          --- name    (optional: the file name given to the reader)
//          --- document
//          kind and marks| text, with U+23CE for "\n"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/readers/reader.h"

namespace limpide {

struct ReaderCase {
  std::string name;
  std::string file_name = "-";
  std::string input;
  std::string document;
};

[[nodiscard]] std::vector<ReaderCase> load_reader_cases(const std::string& path);

// All of a Document but its map and its fonts by number, one fact a line; or "error| key".
[[nodiscard]] std::string describe(const Result<Document>& document);

// Words of the text whose source bytes, decoded and in NFC, do not spell them: "word: bytes".
[[nodiscard]] std::vector<std::string> untraced_words(const Document& document);

// What every Document must hold: valid NFC text, blocks in order, spans inside. "" when it does.
[[nodiscard]] std::string broken_promise(const Document& document);

// Reads each case of a table with these readers and compares. For use inside a TEST.
void check_reader_cases(const Readers& readers, const std::string& table);

}  // namespace limpide
