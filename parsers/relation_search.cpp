#include "parsers/relation_search.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace parsers {

namespace {

// The same equation whatever side its lines stand on: signed lines in order, the first one
// positive.
using Equation = std::vector<std::pair<std::size_t, int>>;

Equation equation_of(const Relation& relation) {
  Equation equation = {{relation.result, -1}};
  for (const RelationTerm& term : relation.terms) equation.emplace_back(term.line, term.sign);
  std::sort(equation.begin(), equation.end());
  if (equation.front().second < 0) {
    for (auto& [line, sign] : equation) sign = -sign;
  }
  return equation;
}

int odds_of_trials(std::size_t trials) {
  return static_cast<int>(
      std::lround(1000 * std::log10(static_cast<double>(std::max<std::size_t>(trials, 1)))));
}

// a + b - c = d holds wherever a line hardly changes: for a month's stocks it says nothing.
bool holds_for_constants(const Relation& relation) {
  int sum = -1;
  for (const RelationTerm& term : relation.terms) sum += term.sign;
  return sum == 0;
}

bool has_minus(const Relation& relation) {
  return std::any_of(relation.terms.begin(), relation.terms.end(),
                     [](const RelationTerm& term) { return term.sign < 0; });
}

class Search {
 public:
  Search(const GridLines& lines, std::span<const LineCue> cues, std::span<const Reading> readings,
         const RelationOptions& options)
      : lines_(lines), cues_(cues), readings_(readings), options_(options), closed_(lines.size()) {}

  std::vector<Relation> run() {
    // A sum first closes its parts, so that sums over such sums are seen the other way, and again.
    for (const bool downwards : {true, false, true}) find_sums(downwards);
    find_triples();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.score > b.score; });
    std::vector<Relation> relations;
    for (Found& found : found_) relations.push_back(std::move(found.relation));
    return relations;
  }

 private:
  struct Found {
    Relation relation;
    int score = 0;
  };

  void find_sums(bool downwards) {
    std::vector<std::size_t> open;  // lines that no sum has taken yet
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::size_t line = downwards ? i : lines_.size() - 1 - i;
      if (closed_[line]) continue;
      const std::size_t taken = find_sum(line, open);
      for (std::size_t k = 0; k < taken; ++k) closed_[open[open.size() - 1 - k]] = true;
      open.resize(open.size() - taken);
      if (!cues_[line].part) open.push_back(line);
    }
  }

  // The longest of the best proven sums over the last open lines that `line` is; how many they are.
  std::size_t find_sum(std::size_t line, const std::vector<std::size_t>& open) {
    const std::size_t most = std::min(open.size(), options_.longest_sum);
    Relation relation{.direction = lines_.direction(), .result = line, .terms = {}};
    Found best;
    for (std::size_t k = 1; k <= most; ++k) {
      relation.terms.push_back({open[open.size() - k], 1});
      if (k < 2) continue;
      try_sum(relation, most, best);
      if (k <= options_.signed_terms) try_signs(relation, most, best);
    }
    if (best.relation.terms.empty()) return 0;
    keep(best);
    return best.relation.terms.size();
  }

  void try_signs(const Relation& plain, std::size_t trials, Found& best) {
    const std::size_t terms = plain.terms.size();
    for (unsigned minus = 1; minus + 1 < (1U << terms); ++minus) {
      Relation relation = plain;
      for (std::size_t t = 0; t < terms; ++t) {
        if ((minus >> t & 1U) != 0) relation.terms[t].sign = -1;
      }
      try_sum(relation, trials << terms, best);
    }
  }

  void try_sum(const Relation& relation, std::size_t trials, Found& best) {
    const RelationEvidence weight = weigh_relation(relation, lines_, readings_);
    const bool total = cues_[relation.result].total;
    if (!total && holds_for_constants(relation)) return;
    const int needed = total ? options_.least_odds_if_labelled + odds_of_trials(trials) / 2
                             : options_.least_odds + odds_of_trials(trials * lines_.size());
    const bool mostly_holds =
        weight.holds >= options_.least_share_of_sum * (weight.holds + weight.fails);
    const bool proven = weight.score() >= needed && mostly_holds;
    // What is labelled as a sum is one for some reason where several of its columns fail.
    const bool promised = total && !has_minus(relation) && weight.evidence >= needed;
    if (!proven && !promised) return;
    if (!best.relation.terms.empty() && best.relation.proven && !proven) return;
    const bool better_proven = proven && !best.relation.proven;
    const bool longer = relation.terms.size() > best.relation.terms.size();
    if (best.relation.terms.empty() || better_proven || weight.score() > best.score ||
        (weight.score() == best.score && longer)) {
      best = {relation, weight.score()};
      best.relation.proven = proven;
    }
  }

  void find_triples() {
    const std::size_t size = lines_.size();
    std::size_t trials = 0;
    std::vector<Found> candidates;
    for (std::size_t a = 0; a < size; ++a) {
      const std::size_t end = std::min(size, a + options_.reach + 1);
      for (std::size_t b = a + 1; b < end; ++b) {
        for (std::size_t c = b + 1; c < end; ++c) {
          // The last line is the result where nothing else tells: Budget, Utfall, Avvikelse.
          for (const auto& [x, y] :
               {std::pair{1, 1}, std::pair{1, -1}, std::pair{-1, 1}, std::pair{-1, -1}}) {
            ++trials;
            try_triple({lines_.direction(), c, {{a, x}, {b, y}}}, candidates);
          }
        }
      }
    }
    const int needed = options_.least_odds + odds_of_trials(trials);
    for (const Found& found : candidates) {
      const bool labelled = is_labelled_deviation(found.relation);
      if (found.score >= (labelled ? options_.least_odds_if_labelled : needed)) keep(found);
    }
  }

  void try_triple(const Relation& relation, std::vector<Found>& candidates) {
    const RelationEvidence weight = weigh_relation(relation, lines_, readings_);
    const double share = options_.least_share * (weight.holds + weight.fails);
    const bool one_fails = weight.fails == 1 && weight.holds >= 2;
    if (weight.score() < options_.least_odds_if_labelled || (weight.holds < share && !one_fails))
      return;
    candidates.push_back({relation, weight.score()});
  }

  bool is_labelled_deviation(const Relation& relation) const {
    int amounts = 0, deviations = 0;
    const auto count = [&](std::size_t line) {
      amounts += cues_[line].amount ? 1 : 0;
      deviations += cues_[line].deviation ? 1 : 0;
    };
    count(relation.result);
    for (const RelationTerm& term : relation.terms) count(term.line);
    return amounts == 2 && deviations == 1;
  }

  // "Netto = Kostnader - Intäkter" rather than "Intäkter = Kostnader - Netto".
  void make_total_the_result(Relation& relation) const {
    const auto is_total = [&](const RelationTerm& term) { return cues_[term.line].total; };
    const auto total = std::find_if(relation.terms.begin(), relation.terms.end(), is_total);
    if (cues_[relation.result].total || total == relation.terms.end()) return;
    // result = s × total + rest, so total = s × result - s × rest.
    const int sign = total->sign;
    for (RelationTerm& term : relation.terms) term.sign *= -sign;
    *total = {std::exchange(relation.result, total->line), sign};
  }

  void keep(Found found) {
    make_total_the_result(found.relation);
    std::sort(found.relation.terms.begin(), found.relation.terms.end(),
              [](const RelationTerm& a, const RelationTerm& b) {
                return a.sign != b.sign ? a.sign > b.sign : a.line < b.line;
              });
    if (known_.insert(equation_of(found.relation)).second) {
      found_.push_back(found);
    }
  }

  const GridLines& lines_;
  std::span<const LineCue> cues_;
  std::span<const Reading> readings_;
  const RelationOptions& options_;
  std::vector<bool> closed_;  // part of a sum that is believed
  std::set<Equation> known_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Relation> find_relations(const GridLines& lines, std::span<const LineCue> cues,
                                     std::span<const Reading> readings,
                                     const RelationOptions& options) {
  return Search(lines, cues, readings, options).run();
}

}  // namespace parsers
