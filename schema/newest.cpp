#include "schema/newest.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "parsers/decimal.h"

namespace schema {

namespace {

// The words on some figures, figure by figure (a figure is a board's, of a municipality), the newest
// first. The columns are those of Words.
constexpr const char* kColumns =
    "SELECT coalesce(r.board, ''), o.series, o.period, o.measure, o.report_id, o.position, "
    "o.shown_digits, o.shown_scale, o.unit, o.newest, o.revised, o.confirmed ";

// The figures of a report, also those that no longer count.
constexpr const char* kFiguresOfReport =
    "WITH figure AS (SELECT DISTINCT o.municipality_code, o.series, o.period, o.measure, r.board "
    "FROM observation AS o JOIN report AS r ON r.id = o.report_id WHERE o.report_id = ?1 "
    "AND o.municipality_code IS NOT NULL AND o.period IS NOT NULL) ";
constexpr const char* kWordsOnThem =
    "FROM figure AS f CROSS JOIN observation AS o ON o.municipality_code = f.municipality_code "
    "AND o.series = f.series AND o.period = f.period AND o.measure = f.measure "
    "AND o.comparable = 1 AND o.report_id IS NOT ?2 "
    "JOIN report AS r ON r.id = o.report_id AND r.board IS f.board ";

constexpr const char* kWordsOnMunicipality =
    "FROM observation AS o JOIN report AS r ON r.id = o.report_id "
    "WHERE o.municipality_code = ?1 AND o.comparable = 1 ";

constexpr const char* kByFigure = "ORDER BY r.board, o.series, o.period, o.measure, ";

struct Judgement {
  bool newest = false, revised = false, confirmed = false;
  bool operator==(const Judgement&) const = default;
};

struct Judged {
  std::int64_t report = 0, position = 0;
  Judgement judgement;
};

// What a report says of a figure.
struct Word {
  std::int64_t report = 0, position = 0;
  parsers::Decimal value;
  std::string unit;
  Judgement stored, judged;
};

bool says_the_same(const Word& a, const Word& b) {
  return a.unit == b.unit && parsers::compare(a.value, b.value) == 0;
}

// All words on one figure, the newest first.
void judge(std::vector<Word>& words) {
  Word& newest = words.front();
  newest.judged.newest = true;
  newest.judged.revised = std::any_of(words.begin() + 1, words.end(), [&](const Word& word) {
    return word.report != newest.report && word.unit == newest.unit && !says_the_same(word, newest);
  });

  std::vector<Word*> by_value;
  for (Word& word : words) by_value.push_back(&word);
  std::sort(by_value.begin(), by_value.end(), [](const Word* a, const Word* b) {
    if (a->unit != b->unit) return a->unit < b->unit;
    return parsers::compare(a->value, b->value) < 0;
  });
  for (auto first = by_value.begin(); first != by_value.end();) {
    const auto last = std::find_if(
        first, by_value.end(), [&](const Word* word) { return !says_the_same(*word, **first); });
    const bool confirmed = std::any_of(
        first, last, [&](const Word* word) { return word->report != (*first)->report; });
    for (; first != last; ++first) (*first)->judged.confirmed = confirmed;
  }
}

// Reads the words that a statement gives, and keeps those that are not judged as they were.
class Words {
 public:
  explicit Words(Statement& select) {
    while (select.step()) {
      if (!of_present_figure(select)) end_figure();
      words_.push_back({select.integer(4),
                        select.integer(5),
                        {select.integer(6), static_cast<int>(select.integer(7))},
                        std::string(select.text(8)),
                        {select.integer(9) != 0, select.integer(10) != 0, select.integer(11) != 0},
                        {}});
    }
    end_figure();
  }

  const std::vector<Judged>& changed() const { return changed_; }

 private:
  bool of_present_figure(const Statement& select) {
    const auto figure = std::tuple(select.text(0), select.integer(1), select.text(2), select.text(3));
    if (figure == std::tie(board_, series_, period_, measure_)) return true;
    std::tie(board_, series_, period_, measure_) = figure;
    return false;
  }

  void end_figure() {
    if (words_.empty()) return;
    judge(words_);
    for (const Word& word : words_) {
      if (word.judged != word.stored) changed_.push_back({word.report, word.position, word.judged});
    }
    words_.clear();
  }

  std::string board_, period_, measure_;
  std::int64_t series_ = 0;
  std::vector<Word> words_;  // on the present figure
  std::vector<Judged> changed_;
};

void choose(Database& database, Statement& select) {
  const Words words(select);
  Statement update = database.prepare(
      "UPDATE observation SET newest = ?3, revised = ?4, confirmed = ?5 "
      "WHERE report_id = ?1 AND position = ?2");
  for (const auto& [report, position, judgement] : words.changed()) {
    update.bind(1, report).bind(2, position).bind(3, judgement.newest ? 1 : 0);
    update.bind(4, judgement.revised ? 1 : 0).bind(5, judgement.confirmed ? 1 : 0).run();
  }
}

}  // namespace

void choose_newest(Database& database, std::int64_t report_id, Presence presence) {
  Statement select = database.prepare(std::string(kFiguresOfReport) + kColumns + kWordsOnThem +
                                      kByFigure + kNewestFirst);
  const bool leaves = presence == Presence::leaving;
  select.bind(1, report_id).bind(2, leaves ? std::optional(report_id) : std::nullopt);
  choose(database, select);
}

void choose_newest_of_all(Database& database) {
  std::vector<std::string> municipalities;
  {
    Statement select = database.prepare(
        "SELECT code FROM municipality WHERE code IN (SELECT municipality_code FROM report)");
    while (select.step()) municipalities.emplace_back(select.text(0));
  }
  // One after the other: the words on all figures of one are sorted in memory.
  Statement select =
      database.prepare(std::string(kColumns) + kWordsOnMunicipality + kByFigure + kNewestFirst);
  for (const std::string& code : municipalities) choose(database, select.bind(1, code));
}

}  // namespace schema
