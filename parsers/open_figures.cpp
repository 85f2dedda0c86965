#include "parsers/open_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "parsers/number.h"
#include "parsers/verification.h"

namespace parsers {

namespace {

constexpr int kLeastOthers = 3;       // figures that agree on their decimals
constexpr std::size_t kMostOpen = 4;  // figures of a table; more leave too many ways to add up

std::optional<Decimal> only_value(std::string_view text, const NumberStyle& style) {
  const Figures read = parse_figures(text, style);
  if (read.figures.size() != 1) return std::nullopt;
  return read.figures.front().value;
}

// All other figures of the column have one decimal less than this one.
bool has_one_decimal_too_many(const Decimal& value, const DecimalsSeen& decimals) {
  if (value.scale < 2) return false;
  for (std::size_t scale = 0; scale < decimals.size(); ++scale) {
    const int own = static_cast<int>(scale) == value.scale ? 1 : 0;
    const bool expected = static_cast<int>(scale) == value.scale - 1;
    if (expected ? decimals[scale] < kLeastOthers : decimals[scale] > own) return false;
  }
  return true;
}

// Tries every choice of values for the open figures of one table.
class Settler {
 public:
  Settler(std::span<const Reading> table, std::vector<std::size_t> open)
      : table_(table.begin(), table.end()), open_(std::move(open)) {}

  // The one choice that verifies most of them: an index of Reading::open for each figure that it
  // verifies, none for the others and where two choices do as well.
  std::vector<std::optional<std::size_t>> settle() {
    choose(0, {});
    if (ties_ > 0 || best_merit_.first == 0) best_.assign(open_.size(), std::nullopt);
    return best_;
  }

 private:
  void choose(std::size_t figure, std::vector<std::size_t> choice) {
    if (figure == open_.size()) {
      judge(choice);
      return;
    }
    choice.push_back(0);
    for (; choice.back() < table_[open_[figure]].open.size(); ++choice.back()) {
      choose(figure + 1, choice);
    }
  }

  void judge(const std::vector<std::size_t>& choice) {
    std::vector<Reading> tried = table_;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      tried[open_[i]].value = tried[open_[i]].open[choice[i]];
      tried[open_[i]].missing.reset();
    }
    extract::Diagnostics unheard;
    const std::vector<Identity> identities = verify_tables(tried, unheard);
    std::vector<std::optional<std::size_t>> verified(open_.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (tried[open_[i]].status != Status::verified) continue;
      verified[i] = choice[i];
      ++count;
    }
    // An identity that holds to the last digit is worth more than one up to a rounding.
    const auto exact =
        std::count_if(identities.begin(), identities.end(), [&](const Identity& identity) {
          return identity.outcome == IdentityOutcome::holds &&
                 compare(*tried[identity.result].value, identity.expected) == 0;
        });
    const std::pair merit{count, exact};
    if (merit > best_merit_) {
      best_ = std::move(verified);
      best_merit_ = merit;
      ties_ = 0;
    } else if (merit == best_merit_ && verified != best_) {
      ++ties_;
    }
  }

  std::vector<Reading> table_;
  std::vector<std::size_t> open_;
  std::vector<std::optional<std::size_t>> best_;
  std::pair<std::size_t, std::ptrdiff_t> best_merit_{0, 0};  // figures verified, exact identities
  std::size_t ties_ = 0;
};

void settle_table(std::span<Reading> table) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (!table[i].open.empty()) open.push_back(i);
  }
  if (open.empty() || open.size() > kMostOpen) return;
  const auto choice = Settler(table, open).settle();
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (!choice[i]) continue;
    Reading& reading = table[open[i]];
    reading.value = reading.open[*choice[i]];
    reading.missing.reset();
    reading.open.clear();
    reading.checks.push_back(fmt::format("\"{}\" read as {}, with which its sum holds", reading.raw,
                                         reading.value->to_string()));
  }
}

}  // namespace

std::vector<Decimal> open_values(std::string_view text, const NumberStyle& style,
                                 const DecimalsSeen& decimals, bool marks_are_flat) {
  if (parse_figures(text, style).refusal == kAmbiguousPoint) {
    std::vector<Decimal> values;
    for (const NumberStyle::Mark mark : {NumberStyle::Mark::group, NumberStyle::Mark::decimal}) {
      NumberStyle settled = style;
      settled.point = mark;
      if (const auto value = only_value(text, settled)) values.push_back(*value);
    }
    return values;
  }
  const auto value = only_value(text, style);
  if (!marks_are_flat || !value || !has_one_decimal_too_many(*value, decimals)) return {};
  if (value->digits % 10 == 0) return {};  // no note is number 0
  return {*value, {value->digits / 10, value->scale - 1}};
}

void settle_open_figures(std::vector<Reading>& readings, extract::Diagnostics& diagnostics) {
  for (std::size_t first = 0; first < readings.size();) {
    const std::size_t last = table_end(readings, first);
    settle_table(std::span(readings).subspan(first, last - first));
    first = last;
  }
  for (const Reading& reading : readings) {
    if (reading.open.empty()) continue;
    std::string values;
    for (const Decimal& value : reading.open) {
      values += (values.empty() ? "" : " or ") + value.to_string();
    }
    diagnostics.add({.severity = extract::Severity::warning,
                     .code = "unread-figure",
                     .page = reading.page,
                     .box = reading.box,
                     .message = fmt::format("\"{}\" is not read as a figure: it may be {}",
                                            reading.raw, values)});
  }
}

}  // namespace parsers
