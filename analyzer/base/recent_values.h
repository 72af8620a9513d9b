// What was computed lately, found again by its key. In: keys, values and about how many bytes each
// holds. Out: the same value for the same key, or nothing. Refuses: to grow past its bound: what
// was not asked for again goes first. Safe to share between threads; a value never changes.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace limpide {

template <typename Value>
class RecentValues {
 public:
  // `most_bytes`: of keys and values together, about.
  explicit RecentValues(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // Null: not known, or no more.
  [[nodiscard]] std::shared_ptr<const Value> find(const std::string& key) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto fresh = fresh_.find(key);
    if (fresh != fresh_.end()) return fresh->second.value;
    auto aged = aged_.extract(key);
    if (aged.empty()) return nullptr;
    std::shared_ptr<const Value> value = aged.mapped().value;
    const std::size_t bytes = aged.mapped().bytes;
    fresh_.insert(std::move(aged));
    grow(bytes);
    return value;
  }

  // `bytes`: what the value holds. The first value of a key stays.
  void keep(std::string key, std::shared_ptr<const Value> value, std::size_t bytes) {
    const std::lock_guard<std::mutex> lock(mutex_);
    bytes += key.size();
    if (fresh_.emplace(std::move(key), Entry{std::move(value), bytes}).second) grow(bytes);
  }

 private:
  struct Entry {
    std::shared_ptr<const Value> value;
    std::size_t bytes = 0;
  };
  using Entries = std::unordered_map<std::string, Entry>;

  // Two generations: when the young one has half of the room, the old one is forgotten.
  void grow(std::size_t bytes) {
    fresh_bytes_ += bytes;
    if (fresh_bytes_ <= most_bytes_ / 2) return;
    aged_ = std::move(fresh_);
    fresh_ = Entries();
    fresh_bytes_ = 0;
  }

  std::mutex mutex_;
  std::size_t most_bytes_;
  std::size_t fresh_bytes_ = 0;
  Entries fresh_;  // kept or asked for since the last change of generation
  Entries aged_;
};

}  // namespace limpide
