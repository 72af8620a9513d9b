// Work on many files at once, with results in the order given. In: how many, how many at a time,
// what to do for one, what to do with each result. Out: every result, in order, on the calling
// thread. Refuses: to run far ahead: memory holds a window of results, whatever the count.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace limpide {

template <typename Value>
void run_in_order(std::size_t count, unsigned jobs, const std::function<Value(std::size_t)>& work,
                  const std::function<void(std::size_t, Value)>& use) {
  constexpr std::size_t kWindowPerJob = 4;
  const std::size_t threads = std::min<std::size_t>(std::max(1U, jobs), count);
  if (threads <= 1) {
    for (std::size_t i = 0; i < count; ++i) use(i, work(i));
    return;
  }
  std::mutex mutex;  // guards next, used and done
  std::condition_variable changed;
  std::size_t next = 0;
  std::size_t used = 0;
  std::map<std::size_t, Value> done;
  const auto labour = [&] {
    while (true) {
      std::size_t mine = 0;
      {
        std::unique_lock<std::mutex> lock(mutex);
        changed.wait(lock, [&] { return next >= count || next < used + threads * kWindowPerJob; });
        if (next >= count) return;
        mine = next++;
      }
      Value value = work(mine);
      const std::lock_guard<std::mutex> lock(mutex);
      done.emplace(mine, std::move(value));
      changed.notify_all();
    }
  };
  std::vector<std::jthread> workers;
  for (std::size_t i = 0; i < threads; ++i) workers.emplace_back(labour);
  for (std::size_t i = 0; i < count; ++i) {
    std::unique_lock<std::mutex> lock(mutex);
    changed.wait(lock, [&] { return done.find(i) != done.end(); });
    Value value = std::move(done.find(i)->second);
    done.erase(i);
    used = i + 1;
    lock.unlock();
    changed.notify_all();
    use(i, std::move(value));
  }
}

}  // namespace limpide
