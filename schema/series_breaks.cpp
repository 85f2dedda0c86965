#include "schema/series_breaks.h"

#include <map>
#include <tuple>

#include "parsers/period.h"
#include "schema/label_key.h"

namespace schema {

namespace {

// What a figure was said to be; texts as printed.
struct Definition {
  std::string label, unit, level, footnote;
};

class Definitions {
 public:
  explicit Definitions(Database& database)
      : select_(database.prepare("SELECT o.series_label, o.unit, p.kind, o.qualifier "
                                 "FROM observation AS o JOIN place AS p "
                                 "ON p.report_id = o.report_id AND p.number = o.place "
                                 "WHERE o.report_id = ?1 AND o.position = ?2")) {}

  Definition of(const ComparedFigure& figure) {
    select_.bind(1, figure.report_id).bind(2, figure.position);
    Definition found;
    while (select_.step()) {
      found.label = select_.text(0);
      found.unit = select_.text(1);
      found.level = select_.text(2);
      found.footnote = select_.text(3);
    }
    return found;
  }

 private:
  Statement select_;
};

void tell(std::string& reason, const char* what, const std::string& before,
          const std::string& after, bool folded) {
  if (folded ? label_key(before) == label_key(after) : before == after) return;
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
  Definitions definitions(database);
  using Key = std::tuple<std::string, std::string, std::string, std::string, int>;
  std::map<Key, Definition> before;
  for (ComparedFigure& figure : figures) {
    figure.series_break.clear();
    const Key key{figure.indicator, figure.measure, figure.municipality_code, figure.board,
                  length_of(figure.period)};
    Definition now = definitions.of(figure);
    const auto [last, first] = before.try_emplace(key, now);
    if (first) continue;
    const Definition& then = last->second;
    tell(figure.series_break, "label", then.label, now.label, true);
    tell(figure.series_break, "unit", then.unit, now.unit, false);
    if (!then.level.empty() && !now.level.empty()) {  // prose has no level of its own
      tell(figure.series_break, "level", then.level, now.level, true);
    }
    tell(figure.series_break, "footnote", then.footnote, now.footnote, true);
    last->second = std::move(now);
  }
}

}  // namespace schema
