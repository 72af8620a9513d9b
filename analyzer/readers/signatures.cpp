#include "analyzer/readers/signatures.h"

#include <string>

#include "analyzer/readers/encoding.h"

namespace limpide {
namespace {

using std::string_view_literals::operator""sv;

struct Signature {
  std::string_view magic;
  const char* key;
};

constexpr Signature kSignatures[] = {
    {"%PDF-"sv, "error.read.pdf"},
    {"\x89PNG"sv, "error.read.image"},
    {"\xFF\xD8\xFF"sv, "error.read.image"},
    {"GIF8"sv, "error.read.image"},
    {"II*\0"sv, "error.read.image"},
    {"MM\0*"sv, "error.read.image"},
    {"{\\rtf"sv, "error.read.rtf"},
    {"\x7F"
     "ELF"sv,
     "error.read.executable"},
    {"\xFE\xED\xFA\xCE"sv, "error.read.executable"},
    {"\xCF\xFA\xED\xFE"sv, "error.read.executable"},
    {"\x1F\x8B"sv, "error.read.archive"},
    {"7z\xBC\xAF\x27\x1C"sv, "error.read.archive"},
    {"Rar!\x1A"sv, "error.read.archive"},
    {"\xFD"
     "7zXZ"sv,
     "error.read.archive"},
    {"BZh"sv, "error.read.archive"},
    {"\x28\xB5\x2F\xFD"sv, "error.read.archive"},
    {"\xFFWPC"sv, "error.read.word_processor"},
    {"\xDB\xA5\x2D\0"sv, "error.read.old_word"},
    {"%!PS"sv, "error.read.postscript"},
    {"ID3"sv, "error.read.media"},
    {"OggS"sv, "error.read.media"},
    {"SQLite format 3"sv, "error.read.binary"},
    {"-----BEGIN PGP MESSAGE"sv, "error.read.encrypted"},
};

// Names inside an OLE file are UTF-16.
std::string wide(std::string_view ascii) {
  std::string bytes;
  for (const char letter : ascii) {
    bytes.push_back(letter);
    bytes.push_back('\0');
  }
  return bytes;
}

bool contains(std::string_view bytes, std::string_view part) {
  return bytes.find(part) != std::string_view::npos;
}

const char* ole_kind(std::string_view bytes) {
  if (contains(bytes, wide("EncryptedPackage"))) return "error.read.encrypted";
  if (contains(bytes, wide("WordDocument"))) return "error.read.old_word";
  if (contains(bytes, wide("__substg1.0_"))) return "error.read.outlook";
  if (contains(bytes, wide("Workbook"))) return "error.read.spreadsheet";
  if (contains(bytes, wide("PowerPoint Document"))) return "error.read.presentation";
  return "error.read.old_office";
}

// BMP, executables for Windows and RIFF start with common letters: a NUL byte must follow.
const char* weak_signature(std::string_view bytes) {
  const bool binary = contains(bytes.substr(0, 64), "\0"sv);
  if (!binary) return nullptr;
  const std::string_view two = bytes.substr(0, 2);
  const std::string_view type = bytes.size() >= 12 ? bytes.substr(8, 4) : std::string_view();
  if (two == "BM") return "error.read.image";
  if (two == "MZ") return "error.read.executable";
  if (bytes.substr(0, 4) == "RIFF") {
    return type == "WEBP" ? "error.read.image" : "error.read.media";
  }
  if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp") {
    const bool picture = type == "heic" || type == "heix" || type == "avif" || type == "mif1";
    return picture ? "error.read.image" : "error.read.media";
  }
  return nullptr;
}

const char* zip_kind(std::string_view bytes) {
  const bool has_flags = bytes.size() > 8;
  if (has_flags && (static_cast<unsigned char>(bytes[6]) & 1U) != 0) return "error.read.encrypted";
  if (contains(bytes, "opendocument.spreadsheet") || contains(bytes, "xl/workbook")) {
    return "error.read.spreadsheet";
  }
  if (contains(bytes, "opendocument.presentation") || contains(bytes, "ppt/presentation")) {
    return "error.read.presentation";
  }
  if (contains(bytes.substr(0, 256), "application/epub+zip")) return "error.read.epub";
  if (contains(bytes, "word/document") || contains(bytes, "opendocument.text")) {
    return "error.read.damaged_office";
  }
  return "error.read.archive";
}

}  // namespace

const char* refused_signature(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.substr(0, signature.magic.size()) == signature.magic) return signature.key;
  }
  if (bytes.substr(0, 8) == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv) return ole_kind(bytes);
  // Some PDF files start with a few bytes of rubbish, always with a line of binary soon after.
  const std::string_view head = bytes.substr(0, 1024);
  const std::size_t pdf = head.find("\n%PDF-1.");
  if (pdf != std::string_view::npos && contains(bytes, "endobj")) return "error.read.pdf";
  return weak_signature(bytes);
}

const char* unclaimed_kind(std::string_view bytes) {
  const bool zip = bytes.substr(0, 4) == "PK\x03\x04"sv || bytes.substr(0, 4) == "PK\x05\x06"sv ||
                   bytes.substr(0, 4) == "PK\x07\x08"sv;
  if (zip) return zip_kind(bytes);
  std::string storage;
  std::string_view prefix = text_prefix(bytes, storage);
  const std::size_t first = prefix.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos) prefix.remove_prefix(first);
  if (prefix.substr(0, 4) == "<svg") return "error.read.image";
  if (prefix.substr(0, 5) == "<?xml") {
    const bool picture = contains(prefix.substr(0, 1024), "<svg");
    return picture ? "error.read.image" : "error.read.xml";
  }
  return "error.read.binary";
}

}  // namespace limpide
