#include "parsers/ruling_coverage.h"

#include <algorithm>

namespace parsers {

using extract::Ruling;

std::vector<double> divider_positions(const std::vector<Ruling>& rulings) {
  std::vector<double> positions;
  for (const Ruling& r : rulings) positions.push_back(r.position);
  std::sort(positions.begin(), positions.end());
  std::vector<double> merged;
  double sum = 0;
  int count = 0;
  for (double p : positions) {
    if (count > 0 && p - sum / count > kDividerWidth) {
      merged.push_back(sum / count);
      sum = 0;
      count = 0;
    }
    sum += p;
    ++count;
  }
  if (count > 0) merged.push_back(sum / count);
  return merged;
}

double drawn_share(const std::vector<Ruling>& rulings, double position, double from, double to) {
  std::vector<std::pair<double, double>> parts;
  auto it = std::lower_bound(rulings.begin(), rulings.end(), position - kDividerWidth,
                             [](const Ruling& r, double x) { return r.position < x; });
  for (; it != rulings.end() && it->position <= position + kDividerWidth; ++it) {
    const double a = std::max(from, it->from), b = std::min(to, it->to);
    if (b > a) parts.emplace_back(a, b);
  }
  std::sort(parts.begin(), parts.end());
  double covered = 0, reached = from;
  for (const auto& [a, b] : parts) {
    if (b <= reached) continue;
    covered += b - std::max(a, reached);
    reached = b;
  }
  return to > from ? covered / (to - from) : 0;
}

}  // namespace parsers
