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
  const bool examples = line.command == "rules" || line.command == "explain";
  Result<Engine> engine = Engine::build({*folder, all_readers(), line.all("--rules"), examples});
  if (!engine) return engine.error();
  // One engine a run, never destroyed: the system takes its memory back at once when the program
  // ends, which spares a tenth of a short run.
  static const Engine* kept = nullptr;
  kept = new Engine(*std::move(engine));
  return Session{*std::move(folder), *kept};
}

void print_faults(const Session& session) {
  for (const Error& fault : session.engine.data_faults()) print_error(fault);
}

}  // namespace limpide
