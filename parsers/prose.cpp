#include "parsers/prose.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "parsers/codepoint.h"
#include "parsers/fold.h"
#include "parsers/months.h"
#include "parsers/number.h"
#include "parsers/paragraphs.h"
#include "parsers/period_expression.h"
#include "parsers/unit.h"

namespace parsers {

namespace {

constexpr std::size_t kLongestLabel = 140;  // bytes; a longer subject is more than a label

const std::string kMonth =
    "(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)";
const std::string kNumber = R"((?:\d{1,3}(?:[ \x{00A0}]\d{3})+(?:,\d+)?|\d+(?:,\d+)?))";
const std::string kBullet = R"((?:[^A-Za-zÅÄÖÉåäöé0-9\s(]\s*)?)";
const std::string kLetter = "[A-Za-zÅÄÖÉåäöé]";

// The forms, in groups that are compiled when a text may hold one: most reports have few. RE2
// matches in linear time, whatever the text; lengths are limited in code and letters are the
// Swedish ones, since counted repetition and all of Unicode make large automata.
struct AmountForms {
  RE2 signed_amount{"^" + kBullet + R"(([A-ZÅÄÖÉ][^.:;!?\d]+?)\s+([+\-\x{2212}])" + kNumber +
                    R"(\s?(?:tkr|kkr|mnkr|mkr|Mkr|miljoner kronor))\.?$)"};
};

struct ColonForms {
  RE2 labelled{"^" + kBullet + R"(((?:Antal|Andel)[^:.;]+):\s*()" + kNumber +
               R"((?:\s?(?:%|procent|st|stycken|personer))?)\.?$)"};
};

struct ListForms {
  RE2 dated_list{R"(^([A-Za-z]+)(?: (\d{4}))?:\s+(\S.*)$)"};
  RE2 counted{"^(" + kNumber + ") (" + kLetter + "+)$"};
  RE2 valued{"^(" + kLetter + "(?:" + kLetter + R"(|[ -])+):\s*()" + kNumber + ")$"};
};

struct SentenceForms {
  RE2 statement{
      R"(\s(?:är|var|uppgår|uppgick|blev|hamnar|hamnade)(?:\s+i\s+)" + kMonth +
      R"((?:\s+månad)?)?(?:\s+(?:till|på))?\s+((?:(?:ca|cirka|ungefär|drygt|knappt)\s+)?)" +
      kNumber + R"((?:\s?(%|procent|st|stycken|personer))?)(?:\s+i\s+)" + kMonth +
      R"((?:\s+månad)?)?(?:\s+och\s+(?:i\s+)?)" + kMonth +
      R"((?:\s+månad)?\s+(?:till\s+|på\s+)?()" + kNumber + R"(\s?(?:%|procent)))?)"};
  RE2 share{
      R"((\S*(?:personalomsättning|sjukfrånvaro))(?:en|n)?((?:\s+(?:för|under)\s+[^.:;,]+)?)$)"};
  RE2 coordinated{R"(^(.*?)\s(?:är|har|ligger|var)\s.*\s(?:och|men)$)"};
  RE2 other_figure{R"(\d ?(?:%|procent))"};
};

struct SumForms {
  RE2 summed{R"((?:[Ss]ammanlagt|[Tt]otalt)\s+()" + kNumber + R"()\s()" + kLetter +
             "*(?:ärenden|beslut|utredningar|anmälningar|ansökningar|placeringar))(?:[.,;]|$)"};
};

template <typename Forms>
const Forms& forms() {
  static const Forms compiled;
  return compiled;
}

// Words, and beginnings of words, that compare, hope or are about others.
constexpr auto kDoubtfulWords = std::to_array<std::string_view>(
    {"mål", "målet", "målvärdet", "ska", "skall", "bör", "riket", "länet"});
constexpr auto kDoubtfulBeginnings =
    std::to_array<std::string_view>({"förvänt", "prognos", "budget", "nationell", "jämfört",
                                     "skillnad", "ökning", "minskning", "snitt", "genomsnitt"});

bool is_doubtful(std::string_view text) {
  const std::string plain = " " + plain_lower(text) + " ";
  const auto begins = [&](std::string_view word) {
    return plain.find(" " + std::string(word)) != std::string::npos;
  };
  return std::any_of(kDoubtfulWords.begin(), kDoubtfulWords.end(),
                     [&](std::string_view word) { return begins(std::string(word) + " "); }) ||
         std::any_of(kDoubtfulBeginnings.begin(), kDoubtfulBeginnings.end(), begins);
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool ends_with_word(std::string_view label, std::initializer_list<std::string_view> words) {
  const std::string plain = plain_lower(label);
  const std::size_t space = plain.rfind(' ');
  const std::string_view last = space == std::string::npos
                                    ? std::string_view(plain)
                                    : std::string_view(plain).substr(space + 1);
  return std::find(words.begin(), words.end(), last) != words.end();
}

class ProseReader {
 public:
  ProseReader(const ReportContext& context, Method method) : context_(context), method_(method) {}

  void read_line(const TextPassage& line) {
    if (!has_digit(line.text)) return;
    signed_amount(line) || labelled(line) || dated_list(line);
  }

  void read_sentences(const Paragraph& paragraph) {
    // Sentences end at a full stop before a space; figures have none inside.
    std::size_t start = 0;
    const std::string& text = paragraph.text;
    while (start < text.size()) {
      std::size_t end = text.find(". ", start);
      if (end == std::string::npos) end = text.size();
      const std::string_view sentence = std::string_view(text).substr(start, end - start);
      if (has_digit(sentence)) {
        if (names_subject(sentence)) statement(sentence, paragraph, start);
        summed(sentence, paragraph, start);
      }
      start = end + 2;
    }
  }

  std::vector<Reading> take() { return std::move(readings_); }

 private:
  // The report's period, or the month of its year that the text names. A month after the report's
  // end is last year's or a plan: nothing.
  std::optional<Period> period_of(const PeriodExpression& said) const {
    if (!said.year && !said.has_months()) return context_.period;
    const auto period = resolve(said, {.report = context_.period, .year = std::nullopt});
    if (period && context_.period && period->start > context_.period->end) return std::nullopt;
    return period;
  }

  void add(const TextPassage& line, std::string_view label, const std::string& figure,
           const std::optional<Period>& period, std::string_view measure, std::string_view unit) {
    const Figures read = parse_figures(figure);
    if (read.figures.size() != 1 || !period || label.empty() || label.size() > kLongestLabel)
      return;
    Reading reading;
    reading.row_path = {split_marks(label).text};
    reading.period = period;
    reading.measure = measure;
    reading.value = read.figures[0].value;
    reading.unit = read.figures[0].unit.empty() ? unit : read.figures[0].unit;
    reading.qualifier = read.figures[0].qualifier;
    reading.raw = figure;
    reading.page = line.page;
    reading.box = line.box;
    reading.source = Source::prose;
    reading.method = method_;
    if (reading.unit.empty()) return;
    readings_.push_back(std::move(reading));
  }

  // "• Vakanta tjänster +3,5 mnkr": the sign says that it is a deviation.
  bool signed_amount(const TextPassage& line) {
    if (!holds(line.text, "kr")) return false;
    std::string label, figure;
    if (!RE2::FullMatch(line.text, forms<AmountForms>().signed_amount, &label, &figure))
      return false;
    // "… ett underskott på -7,7 mnkr" is the end of a sentence.
    if (ends_with_word(label,
                       {"om", "på", "med", "till", "av", "från", "är", "blev", "visar", "mot"})) {
      return true;
    }
    add(line, label, figure, context_.period, "avvikelse", {});
    return true;
  }

  bool labelled(const TextPassage& line) {
    if (!holds(line.text, "Antal") && !holds(line.text, "Andel")) return false;
    std::string label, figure;
    if (!RE2::FullMatch(line.text, forms<ColonForms>().labelled, &label, &figure)) return false;
    if (label.starts_with("Andel") && is_digit(static_cast<unsigned char>(figure.back())))
      return true;
    const std::string named = find_unit(label).printed;
    add(line, label, figure, period_of(find_period(label)), "utfall",
        named.empty() ? "antal" : named);
    return true;
  }

  // "April: 179 svarande. HME-Index: 78": every part must be a count or an index.
  bool dated_list(const TextPassage& line) {
    std::string month, year, rest;
    if (month_number(plain_lower(line.text.substr(0, line.text.find_first_of(" :")))) == 0)
      return false;
    if (!RE2::FullMatch(line.text, forms<ListForms>().dated_list, &month, &year, &rest))
      return false;
    const auto period = period_of(find_period(month + " " + year));
    std::size_t start = 0;
    while (start < rest.size()) {
      std::size_t end = rest.find(". ", start);
      if (end == std::string::npos) end = rest.size();
      std::string part = rest.substr(start, end - start);
      if (part.ends_with('.')) part.pop_back();
      start = end + 2;
      std::string number, label;
      if (RE2::FullMatch(part, forms<ListForms>().counted, &number, &label)) {
        add(line, "Antal " + label, number, period, "utfall", "antal");
      } else if (RE2::FullMatch(part, forms<ListForms>().valued, &label, &number)) {
        const UnitWords unit = find_unit(label);
        add(line, label, number, period, "utfall",
            unit.printed.empty() ? unit.implied : unit.printed);
      }
    }
    return true;
  }

  // The subjects that a statement may have.
  static bool names_subject(std::string_view sentence) {
    return holds(sentence, "Antal") || holds(sentence, "Andel") ||
           holds(sentence, "personalomsättning") || holds(sentence, "sjukfrånvaro");
  }

  // "Andelen … uppgår i januari till 13% och februari till 12%".
  void statement(std::string_view sentence, const Paragraph& paragraph, std::size_t offset) {
    std::string before, figure, unit, after, second, second_figure;
    re2::StringPiece rest(sentence.data(), sentence.size());
    if (!RE2::FindAndConsume(&rest, forms<SentenceForms>().statement, &before, &figure, &unit,
                             &after, &second, &second_figure)) {
      return;
    }
    const std::size_t end = sentence.size() - rest.size();
    const std::size_t verb = verb_before(sentence, end);
    const Subject said_of = subject(sentence.substr(0, verb));
    const std::string& label = said_of.label;
    const bool counts = label.starts_with("Antal");
    const bool percent = unit == "%" || unit == "procent";
    if (label.empty() || counts == percent) return;  // a share is told in percent, a number is not
    const bool stops =
        rest.empty() || rest[0] == ',' || rest[0] == '.' || rest[0] == ' ' || rest[0] == ')';
    // "15 fler", "3 procent högre" are differences, "15 barn" is another thing than the subject.
    const bool more_follows =
        rest.starts_with(" ") && (unit.empty() ? after.empty() : !rest.starts_with(" av "));
    if (!stops || (more_follows && after.empty() && second.empty())) return;
    const std::string& month = before.empty() ? after : before;
    const PeriodExpression said = find_period(month.empty() ? said_of.time : month);
    if (said.years_back > 0) return;
    const TextPassage& line = line_at(paragraph, offset + end - 1);
    add(line, label, figure, period_of(said), "utfall", "antal");
    if (second.empty()) return;
    add(line, label, second_figure, period_of(find_period(second)), "utfall", {});
  }

  // Where the verb of the statement that ends at `end` begins.
  static std::size_t verb_before(std::string_view sentence, std::size_t end) {
    std::size_t verb = 0;
    for (const std::string_view word :
         {" är ", " var ", " uppgår ", " uppgick ", " blev ", " hamnar ", " hamnade "}) {
      const std::size_t at = sentence.rfind(word, end);
      if (at != std::string_view::npos) verb = std::max(verb, at);
    }
    return verb;
  }

  struct Subject {
    std::string label;  // "" when the words compare, hope or are about others
    std::string time;   // where a period may stand
  };

  // What the words before the verb are about.
  static Subject subject(std::string_view words) {
    std::string label(trim(words));
    std::string first;
    if (RE2::FullMatch(label, forms<SentenceForms>().coordinated, &first)) label = first;
    if (RE2::PartialMatch(label, forms<SentenceForms>().other_figure) || is_doubtful(label)) {
      return {};
    }
    if (label.starts_with("Antal") || label.starts_with("Andel")) return {label, label};
    std::string share, time;
    if (!RE2::PartialMatch(label, forms<SentenceForms>().share, &share, &time)) return {};
    return {with_capital(share), time};
  }

  // "sammanlagt 101 serviceärenden".
  void summed(std::string_view sentence, const Paragraph& paragraph, std::size_t offset) {
    if (!holds(sentence, "ammanlagt") && !holds(sentence, "otalt")) return;
    std::string number, thing;
    re2::StringPiece rest(sentence.data(), sentence.size());
    if (!RE2::FindAndConsume(&rest, forms<SumForms>().summed, &number, &thing)) return;
    if (is_doubtful(sentence)) return;
    const PeriodExpression said = find_period(sentence);
    if (said.years_back > 0) return;
    add(line_at(paragraph, offset + sentence.size() - rest.size() - 1), "Antal " + thing, number,
        period_of(said), "utfall", "antal");
  }

  const ReportContext& context_;
  Method method_;
  std::vector<Reading> readings_;
};

}  // namespace

std::vector<Reading> read_prose(std::span<const TextPassage> passages, const ReportContext& context,
                                Method method) {
  ProseReader reader(context, method);
  for (const Paragraph& paragraph : paragraphs_of(passages)) {
    for (const auto& [start, line] : paragraph.lines) reader.read_line(*line);
    reader.read_sentences(paragraph);
  }
  return reader.take();
}

}  // namespace parsers
