#include "parsers/label_meaning.h"

#include <algorithm>
#include <array>

#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/fold.h"
#include "parsers/measure.h"
#include "parsers/unit.h"

namespace parsers {

namespace {

constexpr auto kTotals = std::to_array<std::string_view>(
    {"totalt", "total", "summa", "sa", "snitt", "medel", "medelvärde", "genomsnitt", "ack",
     "ackumulerat", "totalsumma", "hela året", "år", "året"});

constexpr auto kCodeHeads = std::to_array<std::string_view>({"projekt",
                                                             "projektnr",
                                                             "projektnummer",
                                                             "projekt nr",
                                                             "projekt-nr",
                                                             "projektkod",
                                                             "proj.nr",
                                                             "nr",
                                                             "kod",
                                                             "konto",
                                                             "kontonr",
                                                             "ansvar",
                                                             "ansvarskod",
                                                             "verksamhetskod",
                                                             "id",
                                                             "objekt",
                                                             "dnr",
                                                             "diarienr",
                                                             "diarienummer",
                                                             "sida",
                                                             "sid",
                                                             "sid.",
                                                             "slutår",
                                                             "startår",
                                                             "klart år",
                                                             "telefon"});

constexpr auto kMoneyWords =
    std::to_array<std::string_view>({"kostnad", "intäkt", "nettokostnad", "belopp", "lönesumma",
                                     "avgift", "hyra", "hyror", "inköp"});

bool speaks_of_money(std::string_view plain) {
  return std::any_of(kMoneyWords.begin(), kMoneyWords.end(), [&](std::string_view word) {
    return plain.find(word) != std::string_view::npos;
  });
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view plain) {
  return std::find(words.begin(), words.end(), plain) != words.end();
}

// The mark at a note's beginning: "**" of "** Antal timmar", "1" of "1) Avser …" and "¹ Avser …".
std::string mark_of_note(std::string_view note) {
  std::string mark;
  note = trim(note);
  while (!note.empty()) {
    const char32_t c = take_codepoint(note);
    if (c == U'*') {
      mark += '*';
    } else if (const int raised = superscript_digit(c); raised >= 0) {
      mark += static_cast<char>('0' + raised);
    } else if (is_digit(c)) {
      mark += static_cast<char>(c);
    } else {
      // A plain figure is a mark only before its parenthesis.
      const bool figure = !mark.empty() && mark.front() != '*';
      return figure && c != U')' && !is_space(c) ? std::string{} : mark;
    }
  }
  return {};
}

// "¹" and "1)" are the mark "1".
std::string plain_mark(std::string_view mark) {
  std::string plain;
  while (!mark.empty()) {
    const char32_t c = take_codepoint(mark);
    if (const int raised = superscript_digit(c); raised >= 0) {
      plain += static_cast<char>('0' + raised);
    } else if (c == U'*' || is_digit(c)) {
      append_utf8(plain, c);
    }
  }
  return plain;
}

}  // namespace

LabelMeaning meaning_of(std::span<const std::string> path) {
  LabelMeaning meaning;
  const MeasureWords measure = find_measure(path);
  meaning.measure = measure.measure;
  meaning.measure_in_parentheses = measure.in_parentheses;
  for (std::size_t i = path.size(); i-- > 0;) {
    const MarkedLabel label = split_marks(path[i]);
    const CellClass cell_class = classify_cell(label.text);
    meaning.is_time |= cell_class == CellClass::year || cell_class == CellClass::period;
    meaning.period = merged(meaning.period, find_period(label.text));
    meaning.is_money |= speaks_of_money(plain_lower(label.text));
    const UnitWords unit = find_unit(label.text);
    if (i + 1 == path.size()) meaning.counts = unit.counts;
    if (meaning.printed_unit.empty()) meaning.printed_unit = unit.printed;
    if (meaning.implied_unit.empty()) meaning.implied_unit = unit.implied;
    if (std::string mark = plain_mark(label.marks); !mark.empty()) meaning.marks.push_back(mark);
  }
  if (!path.empty()) {
    const std::string plain = plain_lower(split_marks(path.back()).text);
    meaning.is_total = is_one_of(kTotals, plain);
    meaning.is_code = is_one_of(kCodeHeads, plain);
    meaning.is_measure = is_measure_label(path.back());
  }
  return meaning;
}

std::string unit_of_notes(std::span<const std::string> marks, std::span<const std::string> notes) {
  for (const std::string& mark : marks) {
    for (const std::string& note : notes) {
      if (mark.empty() || mark_of_note(note) != plain_mark(mark)) continue;
      if (std::string unit = stated_unit(note); !unit.empty()) return unit;
    }
  }
  return {};
}

}  // namespace parsers
