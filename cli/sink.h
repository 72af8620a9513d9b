// Where what a command writes goes: standard output as it comes, or a file once it is whole. In:
// text. Out: the stream or the file, never half-written. Refuses: nothing; a closed pipe ends the
// writing quietly.
#pragma once

#include <string>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/base/result.h"
#include "cli/console.h"

namespace limpide {

class Sink {
 public:
  explicit Sink(std::string path) : path_(std::move(path)) {}
  void write(const std::string& text) {
    if (path_.empty())
      open_ = open_ && print(text);
    else
      whole_ += text;
  }
  Status finish() {
    if (path_.empty()) return Done{};
    return write_file_atomically(path_, whole_);
  }

 private:
  std::string path_;
  std::string whole_;
  bool open_ = true;
};

}  // namespace limpide
