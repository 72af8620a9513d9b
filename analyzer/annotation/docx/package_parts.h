// The parts of a docx that know of comments: word/comments.xml, the list of content types, the
// relationships of the main part. In: the archive, comments. Out: the changed bytes of each part
// that must change; existing comments stay as they are. Refuses: parts that are not well-formed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/annotation/annotate.h"
#include "analyzer/annotation/archive_copy.h"
#include "analyzer/readers/office/archive.h"

namespace limpide::ooxml {

struct DocxComment {
  std::string id;
  std::vector<std::string> paragraphs;  // the first one is its title
};

struct CommentsPart {
  std::string name;      // "word/comments.xml"
  std::string source;    // "" when the file has none
  bool related = false;  // the main part names it
};

[[nodiscard]] Result<CommentsPart> find_comments_part(Archive& archive, const std::string& main,
                                                      const Limits& limits);

// `strict`: the file is Strict OOXML, which has names of its own.
[[nodiscard]] Result<std::vector<ArchiveChange>> with_comments(
    Archive& archive, const std::string& main, const CommentsPart& part, bool strict,
    const std::vector<DocxComment>& comments, const AnnotationOptions& options);

// ' xmlns:w="..."' of that kind of file.
[[nodiscard]] std::string declared_w(bool strict);

}  // namespace limpide::ooxml
