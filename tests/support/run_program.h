// Runs the built program as a user would: arguments, standard input, exit code, both streams.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace limpide {

struct Ran {
  int code = -1;  // exit code; 128 + n when signal n ended it
  std::string out;
  std::string err;
};

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

inline void write_text(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

// `arguments` is for the shell: quote what needs it. `input` goes to standard input.
inline Ran run_program(const std::string& program, const std::string& arguments,
                       const std::string& input = "", const std::string& environment = "") {
  static int count = 0;
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() /
      ("limpide_run_" + std::to_string(::getpid()) + "_" + std::to_string(count++));
  std::filesystem::create_directories(folder);
  write_text(folder / "in", input);
  const std::string command = environment + " '" + program + "' " + arguments + " <'" +
                              (folder / "in").string() + "' >'" + (folder / "out").string() +
                              "' 2>'" + (folder / "err").string() + "'";
  const int status = std::system(command.c_str());
  Ran ran;
  if (WIFEXITED(status))
    ran.code = WEXITSTATUS(status);
  else if (WIFSIGNALED(status))
    ran.code = 128 + WTERMSIG(status);
  ran.out = file_text(folder / "out");
  ran.err = file_text(folder / "err");
  std::filesystem::remove_all(folder);
  return ran;
}

}  // namespace limpide
