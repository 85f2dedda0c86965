#include "schema/series_breaks.h"

#include <map>
#include <set>
#include <utility>

#include "parsers/period.h"
#include "schema/label_key.h"
#include "schema/series_numbers.h"

namespace schema {

namespace {

// What a figure was said to be; texts as printed.
struct Definition {
  std::string label, unit, level, footnote;
  auto operator<=>(const Definition&) const = default;
};

// The definitions of the figures, each kept once: most figures of a series share theirs.
class Definitions {
 public:
  Definitions(Database& database, std::vector<ComparedFigure>& figures) : of_(figures.size()) {
    const Snapshot snapshot(database);
    Statement select = database.prepare(
        "SELECT o.series_label, o.unit, p.kind, o.qualifier FROM observation AS o JOIN place AS p "
        "ON p.report_id = o.report_id AND p.number = o.place "
        "WHERE o.report_id = ?1 AND o.position = ?2");
    for (const ComparedFigure* figure : as_stored(figures)) {
      select.bind(1, figure->report_id).bind(2, figure->position);
      Definition found;
      while (select.step()) {
        found = {std::string(select.text(0)), std::string(select.text(1)),
                 std::string(select.text(2)), std::string(select.text(3))};
      }
      of_[static_cast<std::size_t>(figure - figures.data())] =
          &*distinct_.insert(std::move(found)).first;
    }
  }

  const Definition* of(std::size_t figure) const { return of_[figure]; }

 private:
  std::set<Definition> distinct_;
  std::vector<const Definition*> of_;
};

void tell(std::string& reason, const char* what, const std::string& before,
          const std::string& after, bool folded) {
  if (before == after || (folded && label_key(before) == label_key(after))) return;
  const auto shown = [](const std::string& text) { return text.empty() ? "none" : text; };
  reason += (reason.empty() ? "" : "; ") + std::string(what) + ": " + shown(before) + " → " +
            shown(after);
}

// The length of a period in months; 0 for a day: a series has figures of one length.
int length_of(const std::string& period) {
  const auto parsed = parsers::canonical_period(period);
  if (!parsed || parsed->start == parsed->end) return 0;
  return (parsers::end_year(*parsed) - parsers::start_year(*parsed)) * 12 +
         parsers::end_month(*parsed) - parsers::start_month(*parsed) + 1;
}

}  // namespace

void add_breaks(Database& database, std::vector<ComparedFigure>& figures) {
  const Definitions definitions(database, figures);
  SeriesNumbers series;
  std::map<std::pair<std::size_t, int>, const Definition*> before;  // by series and length
  std::map<std::string, int> lengths;                               // of the periods
  for (std::size_t i = 0; i < figures.size(); ++i) {
    ComparedFigure& figure = figures[i];
    figure.series_break.clear();
    const auto [length, is_new] = lengths.try_emplace(figure.period, 0);
    if (is_new) length->second = length_of(figure.period);
    const Definition* const now = definitions.of(i);
    const Definition* const then = std::exchange(
        before.try_emplace({series.of(figure), length->second}, now).first->second, now);
    if (then == now) continue;
    tell(figure.series_break, "label", then->label, now->label, true);
    tell(figure.series_break, "unit", then->unit, now->unit, false);
    if (!then->level.empty() && !now->level.empty()) {  // prose has no level of its own
      tell(figure.series_break, "level", then->level, now->level, true);
    }
    tell(figure.series_break, "footnote", then->footnote, now->footnote, true);
  }
}

}  // namespace schema
