// limpide-train clusters: raw text, a paragraph a line, to a list "word fine wide" a line. In:
// options. Out: a file. Refuses: unreadable files.
#pragma once

#include <string>

#include "analyzer/base/result.h"
#include "tools/train/train_options.h"

namespace limpide {

Status run_train_clusters(const TrainOptions& options);

// The list as the section of a tagger model (analyzer/tagging/word_facts.h reads it). Refuses: a
// line that is not a word and two numbers.
Result<std::string> cluster_section(std::string_view list, const std::string& path);

}  // namespace limpide
