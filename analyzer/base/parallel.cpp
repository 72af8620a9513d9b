#include "analyzer/base/parallel.h"

#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace limpide {

void run_parts(std::size_t parts, const std::function<void(std::size_t)>& work) {
  if (parts == 0) return;
  std::vector<std::exception_ptr> thrown(parts);
  const auto run = [&](std::size_t part) {
    try {
      work(part);
    } catch (...) {
      thrown[part] = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    threads.reserve(parts - 1);
    for (std::size_t part = 1; part < parts; ++part) {
      try {
        threads.emplace_back([&run, part] { run(part); });
      } catch (const std::system_error&) {
        run(part);
      }
    }
    run(0);
  }
  for (const std::exception_ptr& one : thrown) {
    if (one) std::rethrow_exception(one);
  }
}

}  // namespace limpide
