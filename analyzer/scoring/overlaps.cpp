#include "analyzer/scoring/overlaps.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace limpide {

Overlaps::Overlaps(std::vector<PricedSpan> items)
    : items_(std::move(items)), pays_(items_.size(), false), cluster_(items_.size(), 0) {
  std::vector<std::uint32_t> order(items_.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [this](std::uint32_t i) {
    const PricedSpan& item = items_[i];
    return std::make_tuple(item.layer, item.span.begin, item.span.end, i);
  };
  std::sort(order.begin(), order.end(),
            [&key](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  std::uint32_t reach = 0;
  std::uint8_t layer = 0;
  for (const std::uint32_t i : order) {
    const PricedSpan& item = items_[i];
    if (members_.empty() || item.layer != layer || item.span.begin >= reach) {
      members_.emplace_back();
      reach = item.span.end;
    }
    layer = item.layer;
    reach = std::max(reach, item.span.end);
    cluster_[i] = static_cast<std::uint32_t>(members_.size() - 1);
    members_.back().push_back(i);
  }
  std::vector<std::uint32_t> paying;
  for (std::vector<std::uint32_t>& members : members_) {
    std::stable_sort(members.begin(), members.end(), [this](std::uint32_t a, std::uint32_t b) {
      return items_[a].span.end < items_[b].span.end;
    });
    paying.clear();
    solve(
        members, [](std::uint32_t) { return true; }, paying);
    for (const std::uint32_t i : paying) pays_[i] = true;
  }
}

// Weighted interval scheduling: best[k] is the dearest choice among the first k members.
void Overlaps::solve(const std::vector<std::uint32_t>& members, const Kept& kept,
                     std::vector<std::uint32_t>& paying) const {
  const std::size_t count = members.size();
  std::vector<double> best(count + 1, 0);
  std::vector<std::size_t> before(count, 0);
  std::vector<bool> taken(count, false);
  for (std::size_t k = 0; k < count; ++k) {
    const PricedSpan& item = items_[members[k]];
    best[k + 1] = best[k];
    if (!kept(members[k]) || item.price <= 0) continue;
    const auto free =
        std::upper_bound(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(k),
                         item.span.begin, [this](std::uint32_t begin, std::uint32_t other) {
                           return begin < items_[other].span.end;
                         });
    before[k] = static_cast<std::size_t>(free - members.begin());
    const double with = best[before[k]] + item.price;
    if (with <= best[k]) continue;
    best[k + 1] = with;
    taken[k] = true;
  }
  for (std::size_t k = count; k > 0;) {
    if (!taken[k - 1]) {
      --k;
      continue;
    }
    paying.push_back(members[k - 1]);
    k = before[k - 1];
  }
}

std::vector<Overlaps::Change> Overlaps::changes(std::uint32_t item, const Kept& kept) const {
  const std::vector<std::uint32_t>& members = members_[cluster_[item]];
  std::vector<Change> changed;
  if (members.size() > kMostInCluster) {
    for (const std::uint32_t i : members) {
      if (pays_[i] && !kept(i)) changed.push_back({i, false});
    }
    return changed;
  }
  std::vector<std::uint32_t> paying;
  solve(members, kept, paying);
  std::sort(paying.begin(), paying.end());
  for (const std::uint32_t i : members) {
    const bool pays = std::binary_search(paying.begin(), paying.end(), i);
    if (pays != pays_[i]) changed.push_back({i, pays});
  }
  return changed;
}

}  // namespace limpide
