// The parts of one piece of work side by side. In: how many, what to do for each. Out: nothing; all
// are done on return. Refuses: order; each part writes where no other does. Where no thread can be
// had, the caller's does the work.
#pragma once

#include <cstddef>
#include <functional>

namespace limpide {

// The first exception of a part, in their order, is thrown again once all have ended.
void run_parts(std::size_t parts, const std::function<void(std::size_t)>& work);

}  // namespace limpide
