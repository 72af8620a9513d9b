// own_comments.h for docx. In: the bytes of the file. Out: no comment of ours in the list of
// comments, in the body, and in the lists that Word keeps beside (answers, identities, dates).
// Refuses: parts that are not well-formed.
#pragma once

#include "analyzer/annotation/own_comments.h"

namespace limpide {

[[nodiscard]] Result<WithoutOwn> docx_without_own(const std::string& path, std::string_view bytes,
                                                  std::string_view author, const Limits& limits);

}  // namespace limpide
