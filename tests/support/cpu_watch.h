// Processor time of this process since a start. Watchdogs use it: on a shared machine the clock on
// the wall measures the neighbours.
#pragma once

#include <ctime>

namespace limpide {

class CpuWatch {
 public:
  CpuWatch() : start_(std::clock()) {}
  [[nodiscard]] double seconds() const {
    return static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC;
  }

 private:
  std::clock_t start_;
};

}  // namespace limpide
