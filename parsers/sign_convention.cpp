#include "parsers/sign_convention.h"

#include <cstdlib>
#include <utility>

#include "parsers/codepoint.h"
#include "parsers/kind.h"
#include "parsers/unit.h"

namespace parsers {

namespace {

enum class Flow { cost, revenue, result, unnamed };

// What the innermost label that says so names: "Intäkter", "Personalkostnader", "Utfall kostnader".
Flow flow_of(const Reading& reading) {
  for (const std::vector<std::string>* path : {&reading.row_path, &reading.column_path}) {
    for (std::size_t i = path->size(); i-- > 0;) {
      const std::string plain = plain_lower((*path)[i]);
      const bool revenue = plain.find("intäkt") != std::string::npos;
      const bool cost = plain.find("kostnad") != std::string::npos;
      if (revenue != cost) return revenue ? Flow::revenue : Flow::cost;
      if (plain.find("resultat") != std::string::npos) return Flow::result;
    }
  }
  return Flow::unnamed;
}

bool is_deviation(const Reading& reading) { return reading.measure == "avvikelse"; }

bool is_amount(const Reading& reading) {
  return reading.measure == "budget" || reading.measure == "utfall" || reading.measure == "prognos";
}

int sign_of(const Decimal& value) { return value.digits > 0 ? 1 : value.digits < 0 ? -1 : 0; }

// Votes of figures for one sign.
struct Votes {
  int sum = 0, count = 0;
  void add(int sign) {
    sum += sign;
    count += sign != 0 ? 1 : 0;
  }
  // A few figures may have the other sign: revenue paid back, a unit with a surplus.
  int verdict() const { return count == 0 || 2 * std::abs(sum) < count ? 0 : sum > 0 ? 1 : -1; }
};

class Inference {
 public:
  explicit Inference(std::span<const Reading> readings) : readings_(readings) {}

  void hear(const Identity& identity) {
    if (identity.outcome != IdentityOutcome::holds) return;
    bool has_cost = false, has_revenue = false, has_deviation = false;
    const auto see = [&](std::size_t index) {
      has_cost |= flow_of(readings_[index]) == Flow::cost;
      has_revenue |= flow_of(readings_[index]) == Flow::revenue;
      has_deviation |= is_deviation(readings_[index]);
    };
    see(identity.result);
    for (const IdentityTerm& term : identity.terms) see(term.reading);
    if (has_deviation) {
      hear_deviation(identity);
    } else if (has_cost && has_revenue) {
      hear_netting(identity);
    }
  }

  SignConvention verdict() {
    SignConvention convention;
    convention.costs = costs_.verdict();
    convention.revenue = revenue_.verdict();
    convention.net = net_.verdict();
    if (convention.costs != 0 || convention.revenue != 0) convention.evidence = netting_;
    for (const auto& [orientation, flow] : deviations_) {
      const int costs = convention.costs != 0 ? convention.costs : convention.net;
      const int sign = flow == Flow::revenue ? -convention.revenue : costs;
      deviation_.add(orientation * sign);
    }
    convention.deviation = deviation_.verdict();
    if (convention.deviation != 0 || convention.net != 0) {
      convention.evidence += (convention.evidence.empty() ? "" : "; ") + deviation_text_;
    }
    return convention;
  }

 private:
  void hear_netting(const Identity& identity) {
    const auto vote = [&](std::size_t index) {
      const Flow flow = flow_of(readings_[index]);
      if (flow == Flow::cost) costs_.add(sign_of(*readings_[index].value));
      if (flow == Flow::revenue) revenue_.add(sign_of(*readings_[index].value));
    };
    vote(identity.result);
    for (const IdentityTerm& term : identity.terms) vote(term.reading);
    if (netting_.empty()) netting_ = identity.text;
  }

  // Avvikelse = Budget - Utfall has the orientation 1, Utfall - Budget -1.
  void hear_deviation(const Identity& identity) {
    if (!is_deviation(readings_[identity.result]) || identity.terms.size() != 2) return;
    int orientation = 0;
    for (const IdentityTerm& term : identity.terms) {
      const Reading& reading = readings_[term.reading];
      if (!is_amount(reading)) return;
      if (reading.measure == "budget") orientation = term.sign;
      // What the unnamed rows of accounts print is net cost.
      if (flow_of(reading) == Flow::unnamed && is_money_kind(reading.kind)) {
        net_.add(sign_of(*reading.value));
      }
    }
    if (orientation == 0) return;
    deviations_.emplace_back(orientation, flow_of(readings_[identity.result]));
    if (deviation_text_.empty()) deviation_text_ = identity.text;
  }

  std::span<const Reading> readings_;
  Votes costs_, revenue_, net_, deviation_;
  std::vector<std::pair<int, Flow>> deviations_;
  std::string netting_, deviation_text_;
};

}  // namespace

SignConvention infer_signs(std::span<const Identity> identities,
                           std::span<const Reading> readings) {
  Inference inference(readings);
  for (const Identity& identity : identities) inference.hear(identity);
  return inference.verdict();
}

int comparison_sign(const SignConvention& convention, const Reading& reading) {
  if (!is_money(reading.unit)) return 1;
  if (is_deviation(reading)) return convention.deviation < 0 ? -1 : 1;
  switch (flow_of(reading)) {
    case Flow::cost:
      return convention.costs < 0 ? -1 : 1;
    case Flow::revenue:
      return convention.revenue < 0 ? -1 : 1;
    case Flow::unnamed:
      return convention.net < 0 && is_amount(reading) ? -1 : 1;
    case Flow::result:
      return 1;
  }
  return 1;
}

void set_signs(std::vector<Table>& tables, std::vector<Reading>& readings,
               std::span<const Identity> identities) {
  const auto table_of = [&](const Identity& identity) { return readings[identity.result].table; };
  for (std::size_t first = 0; first < identities.size();) {
    std::size_t last = first;
    while (last < identities.size() && table_of(identities[last]) == table_of(identities[first])) {
      ++last;
    }
    Table& table = tables[static_cast<std::size_t>(table_of(identities[first]))];
    table.signs = infer_signs(identities.subspan(first, last - first), readings);
    first = last;
  }
  for (Reading& reading : readings) {
    if (reading.table < 0) continue;
    reading.comparison_sign =
        comparison_sign(tables[static_cast<std::size_t>(reading.table)].signs, reading);
  }
}

}  // namespace parsers
