#include "cli/session.h"

#include "analyzer/readers/docx/docx_reader.h"
#include "analyzer/readers/eml/eml_reader.h"
#include "analyzer/readers/html/html_reader.h"
#include "analyzer/readers/markdown/markdown_reader.h"
#include "analyzer/readers/odt/odt_reader.h"
#include "analyzer/readers/text/text_reader.h"
#include "cli/console.h"

namespace limpide {

Readers all_readers() {
  static const DocxReader kDocx;
  static const OdtReader kOdt;
  static const EmlReader kEml;
  static const HtmlReader kHtml;
  static const MarkdownReader kMarkdown;
  static const TextReader kText;
  return {&kDocx, &kOdt, &kEml, &kHtml, &kMarkdown, &kText};
}

Result<Session> open_session(const CommandLine& line) {
  Result<std::string> folder = find_data_folder(line.value("--data").value_or(""));
  if (!folder) return folder.error();
  Result<Engine> engine = Engine::build({*folder, all_readers()});
  if (!engine) return engine.error();
  return Session{*std::move(folder), *std::move(engine)};
}

}  // namespace limpide
