#include "parsers/verification.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "parsers/figure_grid.h"
#include "parsers/identity_mend.h"
#include "parsers/line_cues.h"
#include "parsers/relation.h"

namespace parsers {

namespace {

constexpr std::size_t kMostTermsInText = 4;

// Rounded figures meet to the last digit with the odds of sqrt(6 / (pi n)) for n of them: the
// density at 0 of a sum of n errors, each even over one unit.
int odds_against_exactness(std::size_t figures) {
  return static_cast<int>(
      std::lround(500 * std::log10(std::numbers::pi * static_cast<double>(figures) / 6)));
}

Relation with_plus_only(Relation relation) {
  for (RelationTerm& term : relation.terms) term.sign = 1;
  return relation;
}

// An identity with what the relation behind it says of it.
struct Instance {
  Identity identity;
  bool exact = true;
  bool may_contradict = false;
  std::vector<std::size_t> members;  // readings: the result and the printed terms
};

class TableVerifier {
 public:
  TableVerifier(std::vector<Reading>& readings, std::size_t first, std::size_t last,
                const VerificationOptions& options)
      : readings_(readings), grid_(readings, first, last), options_(options) {}

  std::vector<Identity> run() {
    for (const Direction direction : {Direction::rows, Direction::columns}) find(direction);
    doubt_lone_roundings();
    for (const Instance& instance : holding_) {
      if (instance.identity.outcome == IdentityOutcome::doubted) continue;
      for (const std::size_t member : instance.members) verified_.insert(member);
    }
    for (const std::size_t member : disputed_) verified_.erase(member);
    judge_failures();
    std::vector<Identity> identities;
    for (std::vector<Instance>* list : {&holding_, &failing_}) {
      for (Instance& instance : *list) identities.push_back(std::move(instance.identity));
    }
    for (const std::size_t member : verified_) set_status(member, Status::verified);
    for (const std::size_t member : contradicted_) set_status(member, Status::contradicted);
    return identities;
  }

 private:
  void set_status(std::size_t reading, Status status) { readings_[reading].status = status; }

  const std::vector<std::string>& path_of(const GridFigure& figure, Direction direction) const {
    const Reading& reading = readings_[figure.reading];
    return direction == Direction::rows ? reading.row_path : reading.column_path;
  }

  void find(Direction direction) {
    const GridLines lines(grid_, direction);
    std::vector<LineCue> cues(lines.size());
    labels_.assign(lines.size(), {});
    for (std::size_t line = 0; line < lines.size(); ++line) {
      for (std::size_t position = 0; position < lines.length(); ++position) {
        const GridFigure& figure = lines.at(line, position);
        if (figure.state == GridFigure::State::unknown) continue;
        const std::vector<std::string>& path = path_of(figure, direction);
        cues[line] = cue_of(path);
        if (!path.empty()) labels_[line] = path.back();
        break;
      }
    }
    for (const Relation& relation : find_relations(lines, cues, readings_, options_.relations)) {
      use(relation, lines);
    }
  }

  void use(const Relation& relation, const GridLines& lines) {
    std::vector<Instance> held, failed;
    for (std::size_t position = 0; position < lines.length(); ++position) {
      RelationTest test = test_relation(relation, lines, position, readings_);
      if (test.outcome == Outcome::untested || test.outcome == Outcome::vacuous) continue;
      Instance instance = instance_of(relation, lines, position, test);
      if (test.outcome == Outcome::fails && is_deviation(instance)) {
        // Netto = Kostnader - Intäkter, but their deviations add up where all count as good or bad.
        const Relation added = with_plus_only(relation);
        const RelationTest retest = test_relation(added, lines, position, readings_);
        if (retest.outcome == Outcome::holds || retest.outcome == Outcome::copy) {
          test = retest;
          instance = instance_of(added, lines, position, test);
        }
      }
      if (test.outcome == Outcome::fails) {
        instance.identity.mends = smallest_mends(instance.identity, readings_);
        turn_for_gain(instance);
      }
      (instance.identity.outcome == IdentityOutcome::fails ? failed : held)
          .push_back(std::move(instance));
    }
    const double all = static_cast<double>(held.size() + failed.size());
    const bool rare = static_cast<double>(failed.size()) <= options_.most_failing * all;
    for (Instance& instance : failed) {
      const bool mended = !instance.identity.mends.empty();
      if (sums_up_otherwise(instance.identity)) continue;
      // Where a sum fails as often as it holds, nothing tells which of its figures are wrong.
      if (!relation.proven || (!rare && !mended))
        disputed_.insert(instance.members.begin(), instance.members.end());
      instance.may_contradict = relation.proven && (rare || mended);
      failing_.push_back(std::move(instance));
    }
    if (relation.proven) std::move(held.begin(), held.end(), std::back_inserter(holding_));
  }

  bool is_deviation(const Instance& instance) const {
    return std::all_of(instance.members.begin(), instance.members.end(), [&](std::size_t member) {
      return readings_[member].measure == "avvikelse";
    });
  }

  Instance instance_of(const Relation& relation, const GridLines& lines, std::size_t position,
                       const RelationTest& test) const {
    Instance instance;
    Identity& identity = instance.identity;
    const GridFigure& result = lines.at(relation.result, position);
    identity.result = result.reading;
    instance.members = {result.reading};
    int decimals = result.decimals;
    for (const RelationTerm& term : relation.terms) {
      const GridFigure& figure = lines.at(term.line, position);
      if (figure.state != GridFigure::State::printed) continue;
      identity.terms.push_back({figure.reading, term.sign});
      instance.members.push_back(figure.reading);
      decimals = std::max(decimals, figure.decimals);
    }
    if (test.outcome == Outcome::fails) identity.outcome = IdentityOutcome::fails;
    instance.exact = test.difference == 0;
    const auto as_printed = [&](std::int64_t value) {
      Decimal decimal{value, lines.scale()};
      while (decimal.scale > decimals && decimal.digits % 10 == 0) {
        decimal.digits /= 10;
        --decimal.scale;
      }
      return decimal;
    };
    identity.expected = as_printed(result.value - test.difference);
    identity.tolerance = as_printed(test.tolerance);
    identity.text = text_of(relation, identity);
    return instance;
  }

  // More revenue or a better result than budgeted is a positive deviation where more costs are a
  // negative one: such an identity holds the other way round.
  void turn_for_gain(Instance& instance) const {
    Identity& identity = instance.identity;
    const auto turned =
        std::find_if(identity.mends.begin(), identity.mends.end(), [&](const Mend& mend) {
          return mend.kind == MendKind::sign && readings_[mend.reading].measure == "avvikelse" &&
                 is_gain(readings_[mend.reading].row_path);
        });
    if (turned == identity.mends.end()) return;
    if (turned->reading == identity.result) identity.expected = negate(identity.expected);
    for (IdentityTerm& term : identity.terms) {
      const bool turns = turned->reading == identity.result || term.reading == turned->reading;
      if (turns) term.sign = -term.sign;
      if (turns && term.reading == turned->reading)
        identity.expected = *readings_[identity.result].value;
    }
    identity.mends.clear();
    identity.outcome = IdentityOutcome::holds;
    instance.exact = compare(identity.expected, *readings_[identity.result].value) == 0;
    identity.text += ", the other way round for a gain";
  }

  std::string text_of(const Relation& relation, const Identity& identity) const {
    std::string terms;
    const std::size_t count = relation.terms.size();
    for (std::size_t t = 0; t < count; ++t) {
      if (count > kMostTermsInText && t == 1) {
        terms += " + …";
        t = count - 1;
      }
      const RelationTerm& term = relation.terms[t];
      if (t > 0 || term.sign < 0) terms += term.sign < 0 ? " - " : " + ";
      terms += labels_[term.line];
    }
    if (count > kMostTermsInText) terms += fmt::format(" ({} terms)", count);
    const std::string printed = readings_[identity.result].value->to_string();
    const std::string expected = identity.expected.to_string();
    const bool equal = compare(*readings_[identity.result].value, identity.expected) == 0;
    const char* sign = equal ? "=" : identity.outcome == IdentityOutcome::fails ? "≠" : "≈";
    return fmt::format("{} = {}: {} {} {}", labels_[relation.result], terms, printed, sign,
                       expected);
  }

  // A result between the least and the largest of three terms or more is their mean, the last or
  // the largest of them: "Totalt" of what is counted at the end of each month.
  bool sums_up_otherwise(const Identity& identity) const {
    if (identity.terms.size() < 3) return false;
    const Decimal& result = *readings_[identity.result].value;
    bool below = false, above = false;
    for (const IdentityTerm& term : identity.terms) {
      if (term.sign < 0) return false;
      const Decimal& value = *readings_[term.reading].value;
      if (value.digits < 0) return false;
      below |= compare(value, result) <= 0;
      above |= compare(value, result) >= 0;
    }
    return below && above;
  }

  // Where sums hold to the last digit, one that is off in the last digit is no rounding but may be
  // a misread digit: it proves nothing, nor does it contradict.
  void doubt_lone_roundings() {
    std::set<std::size_t> common;
    std::size_t count = 0;
    int exactness = 0;
    for (const Instance& instance : holding_) {
      if (instance.exact) {
        exactness += odds_against_exactness(instance.members.size());
        continue;
      }
      const std::set<std::size_t> members(instance.members.begin(), instance.members.end());
      if (count++ == 0) {
        common = members;
        continue;
      }
      std::set<std::size_t> both;
      std::set_intersection(common.begin(), common.end(), members.begin(), members.end(),
                            std::inserter(both, both.begin()));
      common = std::move(both);
    }
    const bool one_figure_explains = count > 0 && !common.empty();
    if (one_figure_explains && exactness >= options_.exactness_before_doubt) {
      for (Instance& instance : holding_) {
        if (!instance.exact) instance.identity.outcome = IdentityOutcome::doubted;
      }
    }
  }

  bool is_verified(std::size_t reading) const { return verified_.contains(reading); }

  // A failure of which every figure is confirmed elsewhere is none of theirs: a deviation counted
  // the other way round for revenue. Where one figure spoils several identities, the longest tells
  // it; the confirmed figures of the others stay so.
  void judge_failures() {
    std::erase_if(failing_, [&](const Instance& instance) {
      return !instance.may_contradict ||
             std::all_of(instance.members.begin(), instance.members.end(),
                         [&](std::size_t member) { return is_verified(member); });
    });
    std::stable_sort(failing_.begin(), failing_.end(), [](const Instance& a, const Instance& b) {
      return a.members.size() > b.members.size();
    });
    std::set<std::size_t> blamed;
    for (Instance& instance : failing_) {
      // A figure that is confirmed elsewhere needs no mend.
      const auto confirmed = [&](const Mend& mend) { return is_verified(mend.reading); };
      std::vector<Mend>& mends = instance.identity.mends;
      if (!std::all_of(mends.begin(), mends.end(), confirmed)) std::erase_if(mends, confirmed);
      const auto is_blamed = [&](std::size_t member) { return blamed.contains(member); };
      const bool told = std::any_of(instance.members.begin(), instance.members.end(), is_blamed);
      for (const std::size_t member : instance.members) {
        if (!told || !is_verified(member)) contradicted_.insert(member);
        if (!is_verified(member)) blamed.insert(member);
      }
    }
  }

  std::vector<Reading>& readings_;
  FigureGrid grid_;
  const VerificationOptions& options_;
  std::vector<std::string> labels_;  // of the lines of the direction at hand
  std::vector<Instance> holding_, failing_;
  std::set<std::size_t> verified_, disputed_, contradicted_;
};

void tell(const Identity& identity, std::vector<Reading>& readings,
          extract::Diagnostics& diagnostics) {
  const std::string mend = mend_text(identity, readings);
  const std::string text = identity.text + (mend.empty() ? "" : "; mended by " + mend);
  readings[identity.result].checks.push_back(text);
  for (const IdentityTerm& term : identity.terms) readings[term.reading].checks.push_back(text);
  if (identity.outcome != IdentityOutcome::fails) return;
  const Reading& at = readings[identity.result];
  diagnostics.add({.severity = extract::Severity::warning,
                   .code = "arithmetic-contradiction",
                   .page = at.page,
                   .box = at.box,
                   .message = fmt::format("\"{}\": {}", at.table_title, text)});
}

}  // namespace

std::size_t table_end(std::span<const Reading> readings, std::size_t first) {
  std::size_t end = first;
  while (end < readings.size() && readings[end].table == readings[first].table) ++end;
  return end;
}

std::vector<Identity> verify_tables(std::vector<Reading>& readings,
                                    extract::Diagnostics& diagnostics,
                                    const VerificationOptions& options) {
  std::vector<Identity> identities;
  for (std::size_t first = 0; first < readings.size();) {
    const std::size_t last = table_end(readings, first);
    if (readings[first].table >= 0) {
      for (Identity& identity : TableVerifier(readings, first, last, options).run()) {
        tell(identity, readings, diagnostics);
        identities.push_back(std::move(identity));
      }
    }
    first = last;
  }
  return identities;
}

}  // namespace parsers
