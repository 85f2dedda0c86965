#include "corpus/agreement.h"

#include <algorithm>
#include <map>

#include "parsers/codepoint.h"

namespace corpus {

namespace {

using parsers::is_digit;

bool is_raised_mark(char32_t c) {
  return parsers::superscript_digit(c) >= 0 || c == U'⁽' || c == U'⁾';
}

char32_t plain_mark(char32_t c) {
  if (const int digit = parsers::superscript_digit(c); digit >= 0) return U'0' + char32_t(digit);
  return c == U'⁽' ? U'(' : c == U'⁾' ? U')' : c;
}

std::u32string decode(std::string_view text) {
  std::u32string result;
  while (!text.empty()) result += parsers::take_codepoint(text);
  return result;
}

// What is left of a label when only its letters, digits and signs count.
std::string skeleton(const std::u32string& text) {
  std::string result;
  for (const char32_t c : text) {
    if (parsers::is_space(c) || parsers::is_dash(c) || parsers::is_invisible(c) || c == U'*')
      continue;
    parsers::append_utf8(result, parsers::lower(plain_mark(c)));
  }
  return result;
}

void strip(std::u32string& text) {
  while (!text.empty() && parsers::is_space(text.back())) text.pop_back();
  while (!text.empty() && parsers::is_space(text.front())) text.erase(text.begin());
}

// Length of the text before a closing footnote mark "1)", "(2)"; npos without one.
std::size_t before_closing_mark(const std::u32string& text) {
  const std::size_t size = text.size();
  if (size < 3 || text[size - 1] != U')' || !is_digit(text[size - 2])) return text.npos;
  std::size_t end = size - 2;
  if (text[end - 1] == U'(') --end;
  while (end > 0 && parsers::is_space(text[end - 1])) --end;
  return end == 0 ? text.npos : end;
}

bool share(const LabelForms& a, const LabelForms& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& form) {
    return std::find(b.begin(), b.end(), form) != b.end();
  });
}

void add_forms(LabelForms& to, const LabelForms& forms) {
  to.insert(to.end(), forms.begin(), forms.end());
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
}

bool has_form(std::string_view text, std::string_view form) {  // '#' stands for a digit
  return text.size() == form.size() &&
         std::equal(text.begin(), text.end(), form.begin(),
                    [](char c, char f) { return f == '#' ? c >= '0' && c <= '9' : c == f; });
}

int days_of_month(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

std::string first_day(std::string_view part) {
  if (has_form(part, "####")) return std::string(part) + "-01-01";
  if (has_form(part, "####-##")) return std::string(part) + "-01";
  return std::string(part);
}

std::string last_day(std::string_view part) {
  if (has_form(part, "####")) return std::string(part) + "-12-31";
  if (has_form(part, "####-##")) {
    const int month = std::stoi(std::string(part.substr(5)));
    if (month < 1 || month > 12) return std::string(part);
    const int days = days_of_month(std::stoi(std::string(part.substr(0, 4))), month);
    return std::string(part) + "-" + std::to_string(days);
  }
  return std::string(part);
}

// Splits a path at " / "; parts of white space alone do not count.
std::vector<std::string> path_parts(std::string_view path) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = path.find(" / ");
    const std::string_view part = parsers::trim(path.substr(0, at));
    if (!part.empty()) parts.emplace_back(part);
    if (at == path.npos) break;
    path.remove_prefix(at + 3);
  }
  if (parts.empty()) parts.emplace_back();
  return parts;
}

}  // namespace

const char* name(Level level) {
  switch (level) {
    case Level::value:
      return "value";
    case Level::period:
      return "period";
    case Level::full:
      return "full";
  }
  return "";
}

LabelForms label_forms(std::string_view label) {
  std::u32string text = decode(label);
  std::erase(text, U'*');
  strip(text);
  LabelForms forms;
  if (const std::size_t end = before_closing_mark(text); end != text.npos) {
    std::u32string with_digit = text;
    while (with_digit.back() == U')') with_digit.pop_back();
    std::erase(with_digit, U'(');
    add_forms(forms, {skeleton(text.substr(0, end)), skeleton(with_digit)});
    return forms;
  }
  if (std::any_of(text.begin(), text.end(), is_raised_mark)) {
    std::u32string without = text;
    std::erase_if(without, is_raised_mark);
    add_forms(forms, {skeleton(without)});
  }
  add_forms(forms, {skeleton(text)});
  return forms;
}

LabelKey label_key(std::string_view path) {
  const std::vector<std::string> parts = path_parts(path);
  std::string joined;
  for (const std::string& part : parts) joined += part;
  LabelKey key{label_forms(joined), label_forms(parts.back())};
  add_forms(key.whole, label_forms(path));
  return key;
}

bool same_label(const LabelKey& a, const LabelKey& b) {
  return share(a.whole, b.whole) || share(a.leaf, b.leaf) || share(a.whole, b.leaf) ||
         share(a.leaf, b.whole);
}

std::string canonical_unit(std::string_view unit) {
  static const std::map<std::string, std::string, std::less<>> kSynonyms = {
      {"%", "procent"},        {"pct", "procent"},   {"kkr", "tkr"},
      {"mkr", "mnkr"},         {"sek", "kr"},        {"milj kr", "mnkr"},
      {"kronor", "kr"},        {"st", "antal"},      {"miljoner kronor", "mnkr"},
      {"tusen kronor", "tkr"}, {"h", "timmar"},      {"tim", "timmar"},
      {"stycken", "antal"},    {"personer", "antal"}};
  std::string word = parsers::plain_lower(unit);
  while (!word.empty() && word.back() == '.') word.pop_back();
  if (const auto found = kSynonyms.find(word); found != kSynonyms.end()) word = found->second;
  return word.starts_with("antal") ? "antal" : word;
}

std::string canonical_measure(std::string_view measure) {
  static const std::map<std::string, std::string, std::less<>> kSynonyms = {
      {"bokslut", "utfall"},     {"redovisat", "utfall"},    {"ack", "utfall"},
      {"ackumulerat", "utfall"}, {"ram", "budget"},          {"mål", "målvärde"},
      {"diff", "avvikelse"},     {"differens", "avvikelse"}, {"förändring", "avvikelse"}};
  const std::string word = parsers::plain_lower(measure);
  const auto found = kSynonyms.find(word);
  return found == kSynonyms.end() ? word : found->second;
}

std::string day_span(std::string_view period) {
  if (period.empty()) return "";
  const std::size_t slash = period.find('/');
  if (slash == period.npos) return first_day(period) + "/" + last_day(period);
  return first_day(period.substr(0, slash)) + "/" + last_day(period.substr(slash + 1));
}

ComparableFigure::ComparableFigure(const Figure& figure)
    : row(label_key(figure.row)),
      column(label_key(figure.column)),
      value(figure.value),
      measure(canonical_measure(figure.measure)),
      unit(canonical_unit(figure.unit)) {
  for (const std::string& period : figure.periods) spans.push_back(day_span(period));
}

bool agree(const ComparableFigure& expected, const ComparableFigure& read, Level level) {
  if (parsers::compare(expected.value, read.value) != 0) return false;
  if (!same_label(expected.row, read.row) || !same_label(expected.column, read.column))
    return false;
  if (level == Level::value) return true;
  if (!expected.spans.empty() && !share(expected.spans, read.spans)) return false;
  if (level == Level::period) return true;
  return (expected.measure.empty() || expected.measure == read.measure) &&
         (expected.unit.empty() || expected.unit == read.unit);
}

}  // namespace corpus
