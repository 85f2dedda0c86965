#include "parsers/period_expression.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "parsers/codepoint.h"
#include "parsers/months.h"
#include "parsers/period_tokens.h"

namespace parsers {

namespace {

constexpr int kCenturyPivot = 70;  // "69" is 2069, "70" is 1970
constexpr auto kLinks = std::to_array<std::string_view>({"-", "/", "till", "och", "samt", "tom"});
constexpr auto kOrdinals = std::to_array<std::string_view>({"första", "andra", "tredje", "fjärde"});

class Finder {
 public:
  explicit Finder(const std::vector<PeriodToken>& tokens) : tokens_(tokens) {}

  PeriodExpression run() {
    while (at_ < tokens_.size()) {
      // What follows "jämfört med" is what the figure is compared with, not what it is about.
      if (word("jämfört") || word("jmf") || word("jfr")) break;
      if (!iso() && !years() && !month() && !part_of_year() && !short_year() && !relative()) ++at_;
    }
    return found_;
  }

 private:
  static constexpr PeriodToken kNone{};
  const PeriodToken& peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : kNone;
  }
  bool word(std::string_view text, std::size_t ahead = 0) const { return peek(ahead).text == text; }
  bool number(std::size_t length, std::size_t ahead) const {
    return peek(ahead).kind == PeriodToken::Kind::number && peek(ahead).text.size() == length;
  }
  bool is_year(std::size_t ahead = 0) const {
    return number(4, ahead) && peek(ahead).value >= 1900 && peek(ahead).value < 2100;
  }
  static int full_year(int two_digits) {
    return two_digits + (two_digits < kCenturyPivot ? 2000 : 1900);
  }
  // How many tokens link the ends of a span: "-", "--", "till", "till och med", "t.o.m."; 0 none.
  std::size_t link(std::size_t ahead) const {
    if (word("till", ahead) && word("och", ahead + 1) && word("med", ahead + 2)) return 3;
    if (word("-", ahead) && word("-", ahead + 1)) return 2;
    if (std::find(kLinks.begin(), kLinks.end(), peek(ahead).text) != kLinks.end()) return 1;
    std::size_t used = ahead;
    for (const std::string_view letter : {"t", "o", "m"}) {
      if (!word(letter, used++)) return 0;
      if (word(".", used)) ++used;
    }
    return used - ahead;
  }
  // "och" and "samt" name two months, with nothing between only when they follow each other.
  bool leaves_gap(std::size_t ahead, int first, int last) const {
    return (word("och", ahead) || word("samt", ahead)) && last != first % 12 + 1;
  }
  void set_year(int year) {
    if (!found_.year) found_.year = year;
  }
  // Months with the year that stands at them. Passed over after other months or another year: what
  // is said first is what the text is about, and parts of two times make a third that nobody wrote.
  bool set_months(int first, int last, std::optional<int> year) {
    if (found_.has_months() || (year && found_.year && *year != *found_.year)) return false;
    found_.first_month = first;
    found_.last_month = last;
    if (year) found_.year = year;
    return true;
  }

  // "2022-03", "2022-03-31" and spans of them: "2022-01/2022-03", "2023-01-01-2023-11-30".
  bool iso() {
    std::size_t used = 0;
    const auto take = [&](int& year, int& month, int& day) {
      if (!is_year(used) || !word("-", used + 1) || !number(2, used + 2) || !peek(used + 2).glued) {
        return false;
      }
      if (peek(used + 2).value < 1 || peek(used + 2).value > 12) return false;
      year = peek(used).value;
      month = peek(used + 2).value;
      used += 3;
      if (word("-", used) && number(2, used + 1) && peek(used + 1).glued) {
        day = peek(used + 1).value;
        if (!single_day(year, month, day)) return false;
        used += 2;
      }
      return true;
    };
    int year = 0, month = 0, day = 0;
    if (!take(year, month, day)) return false;
    int last_year = year, last_month = month, last_day = 0;
    bool span = false;
    if (link(used) > 0) {
      const std::size_t before = used;
      used += link(used);
      span = take(last_year, last_month, last_day);
      if (!span) used = before;
    }
    at_ += used;
    if (backwards(year, month, last_year, last_month)) return true;
    if (set_months(month, last_month, year)) {
      if (last_year != year) found_.last_year = last_year;
      if (!span) found_.day = day;
    }
    set_year(year);  // of months that were said before without one
    return true;
  }

  // Two months with their years in the wrong order are a comparison or a slip, not a time.
  static bool backwards(int year, int month, int last_year, int last_month) {
    return last_year < year || (last_year == year && last_month < month);
  }

  // "2022", "2022/2023", "2020-2040", "2017/18"; not "SFS 2018:1937", "2000-talet", "KS 2017/123".
  bool years() {
    if (!is_year()) return false;
    const int year = peek().value;
    const bool attached = peek().glued && at_ > 0;
    const bool after_mark =
        attached && (tokens_[at_ - 1].text == "," || tokens_[at_ - 1].text == "." ||
                     tokens_[at_ - 1].kind == PeriodToken::Kind::word);
    const bool glued_number =
        peek(1).glued && peek(2).glued && peek(2).kind == PeriodToken::Kind::number;
    const bool part_of_number = glued_number && (word(":", 1) || word(",", 1) || word(".", 1));
    if (after_mark || part_of_number) {
      at_ += part_of_number ? 3 : 1;
      return true;
    }
    if (const std::size_t last = 1 + link(1); last > 1 && is_year(last)) {
      if (!found_.year) {
        found_.year = year;
        if (peek(last).value > year) found_.last_year = peek(last).value;
      }
      at_ += last + 1;
      return true;
    }
    if (glued_number && (word("/", 1) || word("-", 1))) {
      if (number(2, 2) && peek(2).value == (year + 1) % 100 && !found_.year) {
        found_.year = year;
        found_.last_year = year + 1;
      }
      at_ += 3;  // another number after "/" is a diary number's
      return true;
    }
    if (word("-", 1) && word("talet", 2)) {
      at_ += 3;
      return true;
    }
    set_year(year);
    at_ += 1;
    return true;
  }

  // The year after a month or term: "2022", "-23", "'23", "23" at the end. Gives the tokens used.
  std::size_t year_after(std::size_t ahead, std::optional<int>& year) const {
    std::size_t used = ahead;
    if (word("månad", used) || word(".", used) || word(",", used)) ++used;
    if (word("år", used)) ++used;
    if (is_year(used) && !(word(":", used + 1) && peek(used + 1).glued)) {
      year = peek(used).value;
      return used + 1;
    }
    const bool marked = word("-", used) || word("'", used) || word("’", used) || word("/", used);
    if (marked) ++used;
    if (!number(2, used)) return ahead;
    const PeriodToken& after = peek(used + 1);
    const bool alone = after.text.empty() || after.text == "-" || after.text == "/" ||
                       after.text == ")" || after.kind == PeriodToken::Kind::word;
    if (marked ? !alone : !(alone && (peek(used).glued || after.kind != PeriodToken::Kind::word))) {
      return ahead;
    }
    year = full_year(peek(used).value);
    return used + 1;
  }

  bool month() {
    if (peek().kind != PeriodToken::Kind::word) return false;
    const int first = month_number(peek().text);
    if (first == 0) return false;
    int day = 0;
    if (at_ > 0 && !peek().glued) {
      const PeriodToken& before = tokens_[at_ - 1];
      const bool span_of_days = at_ > 1 && tokens_[at_ - 2].kind != PeriodToken::Kind::word;
      if (before.kind == PeriodToken::Kind::number && before.value >= 1 && before.value <= 31 &&
          !span_of_days) {
        day = before.value;
      }
    }
    std::optional<int> year, last_year;
    std::size_t used = year_after(1, year);
    bool open = false;  // two months that are no span
    int last = first;
    const std::size_t joint = used + (word(".", used) ? 1 : 0);
    if (link(joint) > 0) {
      std::size_t next = joint + link(joint);
      if (number(1, next) || (number(2, next) && month_number(peek(next + 1).text) > 0)) ++next;
      const int second = month_number(peek(next).text);
      if (second > 0) {
        last = second;
        used = year_after(next + 1, last_year);
        open = leaves_gap(joint, first, last) ||
               (year && last_year && backwards(*year, first, *last_year, last));
        if (!year) year = last_year;
        day = 0;
      }
    }
    at_ += used;
    if (!open && set_months(first, last, year)) {
      found_.day = day;
      if (last_year && *last_year != *year) found_.last_year = last_year;
    }
    return true;
  }

  // "T1", "tertial 2", "Kv 2", "första kvartalet", "H1", "VT 18".
  bool part_of_year() {
    if (peek().kind != PeriodToken::Kind::word) return false;
    const std::string_view name = peek().text;
    if (name == "vt" || name == "ht" || name.starts_with("vårtermin") ||
        name.starts_with("hösttermin")) {
      std::optional<int> year;
      at_ += year_after(1, year);
      const bool spring = name.front() == 'v';
      set_months(spring ? 1 : 7, spring ? 6 : 12, year);
      return true;
    }
    const bool letter_and_digit = number(1, 1) && peek(1).glued;
    int length = 0;
    if (name.starts_with("tertial") || (name == "t" && letter_and_digit)) length = 4;
    if (name.starts_with("kvartal") || name == "kv" ||
        ((name == "k" || name == "q") && letter_and_digit)) {
      length = 3;
    }
    if (name.starts_with("halvår") || (name == "h" && letter_and_digit)) length = 6;
    if (length == 0) return false;
    int which = number(1, 1) ? peek(1).value : 0;
    std::size_t used = which > 0 ? 2 : 1;
    if (which == 0) which = ordinal_before();
    if (which >= 1 && which <= 12 / length) {
      std::optional<int> year;
      used = year_after(used, year);
      set_months((which - 1) * length + 1, which * length, year);
    }
    at_ += used;
    return true;
  }

  // 1 for "första" or "1:a" before the token at hand.
  int ordinal_before() const {
    if (at_ == 0) return 0;
    const std::string_view before = tokens_[at_ - 1].text;
    const auto found = std::find(kOrdinals.begin(), kOrdinals.end(), before);
    if (found != kOrdinals.end()) return static_cast<int>(found - kOrdinals.begin()) + 1;
    const bool suffix = before == "a" || before == "e";
    if (suffix && at_ >= 3 && tokens_[at_ - 2].text == ":")
      return std::max(0, tokens_[at_ - 3].value);
    return 0;
  }

  // "Bokslut -21", "Budget 22": two digits are a year after these words alone.
  bool short_year() {
    constexpr auto kBefore =
        std::to_array<std::string_view>({"bokslut", "budget", "utfall", "prognos", "redovisat"});
    if (std::find(kBefore.begin(), kBefore.end(), peek().text) == kBefore.end()) return false;
    std::optional<int> year;
    const std::size_t used = year_after(1, year);
    if (!year || *year < 2000 || !number(2, used - 1)) return false;
    set_year(*year);
    if (peek().text == "bokslut") found_.whole_year = true;
    at_ += used;
    return true;
  }

  bool relative() {
    const std::string_view name = peek().text;
    if (name == "fg" || name == "föreg" || name == "föregående" || name == "förra") {
      const std::size_t next = word(".", 1) ? 2 : 1;
      if (peek(next).text.starts_with("år")) {
        found_.years_back = 1;
        at_ += next + 1;
        return true;
      }
    } else if (name.starts_with("fjolår") || name.starts_with("föregåendeår")) {
      found_.years_back = 1;
    } else if (name.starts_with("helår") || name.starts_with("årsbudget") ||
               name.starts_with("årsprognos") || name.starts_with("årsbokslut") ||
               name == "bokslut" || name == "bokslutet") {
      found_.whole_year = true;
    } else if (name == "ack" || name.starts_with("ackumuler") || name == "tom") {
      found_.accumulated = true;
    } else if ((name == "t" && word("o", 2) && word("m", 4)) ||
               (name == "till" && word("och", 1) && word("med", 2))) {
      found_.accumulated = true;
    } else if (name == "period" || name == "perioden" || name == "periodens") {
      found_.report_period = true;
    } else if (name == "månaden" || name == "månadens" ||
               (name == "månad" && at_ > 0 && tokens_[at_ - 1].text == "aktuell")) {
      found_.report_month = true;
    } else {
      return false;
    }
    at_ += 1;
    return true;
  }

  const std::vector<PeriodToken>& tokens_;
  std::size_t at_ = 0;
  PeriodExpression found_;
};

// What the report is about, as the span that "perioden" means in it.
Period reported_span(const PeriodExpression& expression, const Period& report) {
  if (expression.report_month && !expression.accumulated) {
    return month_span(end_year(report), end_month(report), end_year(report), end_month(report));
  }
  return year_to_date(report);
}

}  // namespace

PeriodExpression find_period(std::string_view text) {
  const std::string plain = plain_lower(text);
  return Finder(period_tokens(plain)).run();
}

PeriodExpression merged(const PeriodExpression& first, const PeriodExpression& second) {
  PeriodExpression result = first;
  // A month of one and a span of years of the other: which of the years is not said.
  const bool open =
      (first.has_months() && second.last_year) || (first.last_year && second.has_months());
  if (!first.year && first.years_back == 0 && !open) {
    result.year = second.year;
    result.last_year = second.last_year;
    result.years_back = second.years_back;
  }
  const bool spans =
      first.has_months() || first.whole_year || first.report_period || first.report_month;
  if (!spans && !open) {
    result.first_month = second.first_month;
    result.last_month = second.last_month;
    result.day = second.day;
    result.whole_year = second.whole_year;
    result.report_period = second.report_period;
    result.report_month = second.report_month;
  }
  result.accumulated = first.accumulated || (second.accumulated && !first.whole_year);
  return result;
}

std::optional<Period> resolve(const PeriodExpression& expression, const PeriodContext& context) {
  const PeriodExpression& e = expression;
  std::optional<int> year = e.year;
  if (!year && context.year) year = *context.year - e.years_back;
  if (!year && context.report) year = end_year(*context.report) - e.years_back;
  if (e.day > 0 && year) {
    if (const auto day = single_day(*year, e.first_month, e.day)) return day;
  }
  if (e.has_months()) {
    if (!year) return std::nullopt;
    const int first = e.accumulated ? 1 : e.first_month;
    int last_year = e.last_year.value_or(*year);
    if (last_year < *year || (last_year == *year && e.last_month < first)) last_year = *year + 1;
    return month_span(*year, first, last_year, e.last_month);
  }
  if (e.whole_year && year) return whole_year(*year);
  if ((e.report_period || e.report_month || e.accumulated) && context.report) {
    const Period span = reported_span(e, *context.report);
    return shifted(span, *year - end_year(span));
  }
  if (e.year) return month_span(*e.year, 1, std::max(*e.year, e.last_year.value_or(*e.year)), 12);
  if (e.years_back > 0 && context.report) {
    return shifted(*context.report, *year - end_year(*context.report));
  }
  return std::nullopt;
}

}  // namespace parsers
