// limpide-dump-text FILE: what a reader makes of a docx or an odt, one block a line, then what is
// laid over the text. For people who work on the readers. In: a path. Out: text on the standard
// output. Refuses: what the readers refuse, with the key of the message.
#include <array>
#include <cstdio>
#include <string>

#include "analyzer/base/files.h"
#include "analyzer/readers/docx/docx_reader.h"
#include "analyzer/readers/odt/odt_reader.h"

namespace {

using namespace limpide;

const char* kind_name(BlockKind kind) {
  constexpr std::array<const char*, 14> kNames = {"title",   "heading", "paragraph", "list", "cell",
                                                  "caption", "header",  "footer",    "note", "box",
                                                  "quote",   "code",    "subject",   "label"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    if (byte == '\n')
      line += "\\n";
    else if (byte == '\t')
      line += "\\t";
    else
      line.push_back(byte);
  }
  return line;
}

void print_blocks(const Document& document) {
  for (const Block& block : document.blocks) {
    std::printf("%s", kind_name(block.kind));
    if (block.level > 0) std::printf("%u%s", unsigned{block.level}, block.ordered ? "#" : "");
    std::printf(" p%u", block.paragraph);
    if (block.table > 0) std::printf(" t%u:%u:%u", block.table, block.row, block.column);
    std::printf(" %s|%s\n", block.language.c_str(),
                one_line(slice(document.text, block.text)).c_str());
  }
}

void print_overlays(const Document& document) {
  const auto text = [&document](Span span) { return one_line(slice(document.text, span)); };
  for (const Link& link : document.links) {
    std::printf("link [%s] %s\n", text(link.text).c_str(), link.target.c_str());
  }
  for (const MergeField& field : document.merge_fields) {
    std::printf("merge [%s] %s\n", text(field.text).c_str(), field.name.c_str());
  }
  for (const FormControl& control : document.controls) {
    std::printf("control %d [%s] name=%s label=%s help=%s options=%zu\n",
                static_cast<int>(control.kind), text(control.text).c_str(), control.name.c_str(),
                control.label.c_str(), control.help.c_str(), control.options.size());
  }
  for (const Comment& comment : document.comments) {
    std::printf("comment [%s] %s: %s\n", text(comment.anchor).c_str(), comment.author.c_str(),
                one_line(comment.text).c_str());
  }
  for (const Notice& notice : document.notices) {
    std::printf("notice %s", notice.message.key.c_str());
    for (const auto& [key, value] : notice.message.arguments) {
      std::printf(" %s=%s", key.c_str(), value.c_str());
    }
    std::printf("\n");
  }
  std::printf("runs %zu fonts %zu stretches %zu title [%s] language [%s]\n", document.runs.size(),
              document.fonts.size(), document.source_map.stretches().size(), document.title.c_str(),
              document.language.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: limpide-dump-text FILE\n");
    return 1;
  }
  const Limits limits;
  const DocxReader docx;
  const OdtReader odt;
  const Result<std::string> bytes = read_file(argv[1], limits.file_bytes);
  if (!bytes) {
    std::fprintf(stderr, "%s: %s\n", argv[1], bytes.error().message.key.c_str());
    return 2;
  }
  const SourceFile file{argv[1], *bytes};
  const bool is_odt = odt.confidence(file) > 0;
  const Result<Document> document = is_odt ? odt.read(file, limits) : docx.read(file, limits);
  if (!document) {
    std::fprintf(stderr, "%s: %s\n", argv[1], document.error().message.key.c_str());
    return 2;
  }
  print_blocks(*document);
  print_overlays(*document);
  return 0;
}
