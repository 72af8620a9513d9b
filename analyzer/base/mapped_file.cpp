#include "analyzer/base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace limpide {
namespace {

Error unreadable(const std::string& path) {
  const bool missing = errno == ENOENT || errno == ENOTDIR;
  return make_error(missing ? ErrorCode::kNotFound : ErrorCode::kIo,
                    missing ? "error.file.missing" : "error.file.unreadable", {{"path", path}},
                    {path, 0, 0});
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable(path);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor);
    return make_error(ErrorCode::kIo, "error.file.unreadable", {{"path", path}}, {path, 0, 0});
  }
  MappedFile file;
  file.size_ = static_cast<std::size_t>(status.st_size);
  if (file.size_ > 0) {
    void* address = ::mmap(nullptr, file.size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (address == MAP_FAILED) {
      file.size_ = 0;
      const Error error = unreadable(path);
      ::close(descriptor);
      return error;
    }
    file.address_ = address;
  }
  ::close(descriptor);
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : address_(std::exchange(other.address_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(address_, other.address_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (address_ != nullptr) ::munmap(address_, size_);
}

std::string_view MappedFile::bytes() const {
  if (address_ == nullptr) return {};
  return {static_cast<const char*>(address_), size_};
}

}  // namespace limpide
