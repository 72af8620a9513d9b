// The bounds that every entry checks. In: nothing. Out: figures with their units.
// Refuses: time. Elapsed time may abort a whole document (the caller does it), never shorten its
// analysis, or the same input would not always give the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace limpide {

struct Limits {
  std::size_t file_bytes = std::size_t{64} << 20;            // of the file as given
  std::size_t text_bytes = std::size_t{256} << 20;           // of the text once read
  std::size_t archive_entries = 2000;                        // files in a docx or odt
  std::size_t archive_entry_bytes = std::size_t{64} << 20;   // counted while unpacking
  std::size_t archive_total_bytes = std::size_t{256} << 20;  // counted while unpacking
  std::size_t archive_ratio = 200;                           // unpacked : packed, past 1 MiB
  std::size_t xml_depth = 256;                               // nested elements
  std::size_t html_depth = 512;                              // nested elements
  std::size_t html_bytes = std::size_t{4} << 20;             // of a page: its parser is slow
  std::size_t html_tags = 300'000;                           // start and end tags of a page
  std::size_t markdown_bytes = std::size_t{4} << 20;         // longer texts are plain text
  std::size_t mime_depth = 16;                               // nested parts of an e-mail
  std::size_t blocks = 2'000'000;
  std::size_t tokens = 20'000'000;  // at most, by token_bound(); 64 MiB of prose hold 12 millions
};

}  // namespace limpide
