// 1 - e^-t, the same bits on every x86-64: the library's exp() is not, since it picks its
// instructions by machine. In: t >= 0. Out: 0 to 1, exact to 1e-15. Refuses: nothing; a negative t
// gives 0.
#pragma once

#include <cmath>

namespace limpide {

[[nodiscard]] inline double saturation(double t) {
  constexpr double kLn2 = 0.69314718055994530942;
  constexpr double kFar = 40;  // e^-40 is nothing beside 1
  constexpr int kTerms = 18;
  if (!(t > 0)) return 0;
  if (t >= kFar) return 1;
  const int halvings = static_cast<int>(t / kLn2);
  const double rest = t - halvings * kLn2;
  double term = 1;
  double sum = 1;
  for (int i = 1; i <= kTerms; ++i) {
    term *= -rest / i;
    sum += term;
  }
  return 1 - std::ldexp(sum, -halvings);
}

}  // namespace limpide
