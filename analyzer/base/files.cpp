#include "analyzer/base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace limpide {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16U;  // bytes
constexpr std::size_t kTail = 64;  // bytes asked after a short read, most often the end

Error open_error(const std::string& path) {
  if (errno == ENOENT || errno == ENOTDIR) {
    return make_error(ErrorCode::kNotFound, "error.file.missing", {{"path", path}}, {path, 0, 0});
  }
  return make_error(ErrorCode::kIo, "error.file.unreadable", {{"path", path}}, {path, 0, 0});
}

Error write_error(const std::string& path) {
  return make_error(ErrorCode::kIo, "error.file.unwritable", {{"path", path}}, {path, 0, 0});
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<std::string> read_stream(int descriptor, const std::string& path, std::size_t limit_bytes) {
  std::string bytes;
  struct stat status {};
  // A chunk is filled with zeros before it is read: of a known size it is no larger than the file
  // and one byte, which finds the end. The size is a hint; a file may grow, and /proc says 0.
  std::size_t chunk = kChunk;
  bool sized = false;
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    sized = size <= limit_bytes;
    if (sized) chunk = size + 1;
  }
  while (true) {
    const std::size_t filled = bytes.size();
    bytes.resize(filled + chunk);
    const ssize_t got = ::read(descriptor, bytes.data() + filled, chunk);
    if (got < 0 && errno == EINTR) {
      bytes.resize(filled);
      continue;
    }
    if (got < 0)
      return make_error(ErrorCode::kIo, "error.file.unreadable", {{"path", path}}, {path, 0, 0});
    bytes.resize(filled + static_cast<std::size_t>(got));
    if (got == 0) return bytes;
    chunk = sized && static_cast<std::size_t>(got) < chunk ? kTail : kChunk;
    if (bytes.size() > limit_bytes) {
      return make_error(ErrorCode::kLimit, "error.file.too_large",
                        {{"path", path}, {"limit", std::to_string(limit_bytes >> 20U)}},
                        {path, 0, 0});
    }
  }
}

Result<std::string> read_file(const std::string& path, std::size_t limit_bytes) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return open_error(path);
  Result<std::string> bytes = read_stream(descriptor, path, limit_bytes);
  ::close(descriptor);
  return bytes;
}

Status write_file_atomically(const std::string& path, std::string_view bytes) {
  std::string beside = path + ".XXXXXX";
  const int descriptor = ::mkstemp(beside.data());
  if (descriptor < 0) return write_error(path);
  struct stat old {};
  mode_t mode = 0644;
  if (::stat(path.c_str(), &old) == 0) mode = old.st_mode & 07777U;
  const bool complete =
      write_all(descriptor, bytes) && ::fchmod(descriptor, mode) == 0 && ::fsync(descriptor) == 0;
  const bool closed = ::close(descriptor) == 0;
  if (!complete || !closed || ::rename(beside.c_str(), path.c_str()) != 0) {
    ::unlink(beside.c_str());
    return write_error(path);
  }
  return Done{};
}

}  // namespace limpide
