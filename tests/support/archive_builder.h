// Zip archives made in memory for tests. In: names and bytes. Out: the bytes of the archive.
// Refuses: nothing; a failure of libzip gives an empty archive, which no test expects.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace limpide::testing {

struct ArchiveEntry {
  std::string name;
  std::string bytes;
  bool stored = false;  // not compressed
};

[[nodiscard]] std::string build_archive(const std::vector<ArchiveEntry>& entries);

// A minimal docx around the content of <w:body>; `parts` are added or replace ours. Relationships
// of the main part are made for the parts that a docx knows by name (styles, numbering, comments,
// footnotes, endnotes, settings, theme, header1 to header3, footer1 to footer3: ids "header1"...).
[[nodiscard]] std::string build_docx(const std::string& body,
                                     const std::vector<ArchiveEntry>& parts = {});
// Wraps the content of a docx part: <w:styles ...>content</w:styles>, with the namespaces.
[[nodiscard]] std::string docx_part(const std::string& root, const std::string& content);

// A minimal odt around the content of <office:text> and of the automatic styles.
[[nodiscard]] std::string build_odt(const std::string& text, const std::string& styles = {},
                                    const std::vector<ArchiveEntry>& parts = {});
// Wraps the content of styles.xml or of another part with its root and the namespaces.
[[nodiscard]] std::string odt_part(const std::string& root, const std::string& content);

}  // namespace limpide::testing
