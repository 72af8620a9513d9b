// own_comments.h for odt. In: the bytes of the file. Out: no annotation of ours in content.xml, nor
// the mark of its end. Refuses: a content that is not well-formed.
#pragma once

#include "analyzer/annotation/own_comments.h"

namespace limpide {

[[nodiscard]] Result<WithoutOwn> odt_without_own(const std::string& path, std::string_view bytes,
                                                 std::string_view author, const Limits& limits);

}  // namespace limpide
