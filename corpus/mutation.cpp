#include "corpus/mutation.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "corpus/evaluate.h"
#include "parsers/interpret.h"
#include "parsers/table_labels.h"
#include "parsers/verification.h"

namespace corpus {

namespace {

using parsers::Reading;
using parsers::Status;

// A table that can be understood again by itself.
struct Subject {
  parsers::Table table;
  parsers::ReportContext context;
  std::vector<Reading> readings;      // as verified without a change
  std::vector<std::size_t> verified;  // of these
};

std::vector<Reading> understand(const Subject& subject,
                                std::vector<parsers::Identity>* identities = nullptr) {
  extract::Diagnostics diagnostics;
  std::vector<Reading> readings = parsers::interpret_table(
      subject.table, parsers::label_cells(subject.table), subject.context, diagnostics);
  auto found = parsers::verify_tables(readings, diagnostics);
  if (identities != nullptr) *identities = std::move(found);
  return readings;
}

std::vector<Subject> subjects_of(const std::string& directory, MutationScore& score) {
  std::vector<Subject> subjects;
  for (const std::string& name : sample_names(directory)) {
    const Sample sample = read_sample(directory, name);
    const auto contexts =
        parsers::report_contexts(sample.report.tables, sample.report.period, "report");
    for (std::size_t i = 0; i < sample.report.tables.size(); ++i) {
      Subject subject{sample.report.tables[i], contexts[i], {}, {}};
      std::vector<parsers::Identity> identities;
      subject.readings = understand(subject, &identities);
      std::set<std::size_t> members;
      for (const parsers::Identity& identity : identities) {
        members.insert(identity.result);
        for (const parsers::IdentityTerm& term : identity.terms) members.insert(term.reading);
      }
      for (const std::size_t member : members) {
        if (subject.readings[member].status == Status::verified) subject.verified.push_back(member);
      }
      score.figures += members.size();
      score.verified += subject.verified.size();
      if (!subject.verified.empty()) subjects.push_back(std::move(subject));
    }
  }
  return subjects;
}

class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  std::size_t pick(std::size_t size) { return static_cast<std::size_t>(random_() % size); }

  // Cells that were changed, as (row, column); none where this kind changes nothing here.
  std::vector<std::pair<int, int>> mutate(Subject& subject, const Reading& reading,
                                          MutationKind kind) {
    parsers::Cell& cell = cell_at(subject.table, reading.row, reading.column);
    const std::pair<int, int> place{reading.row, reading.column};
    switch (kind) {
      case MutationKind::digit:
        return change_digit(cell.text) ? std::vector{place} : std::vector<std::pair<int, int>>{};
      case MutationKind::sign:
        if (reading.value->digits == 0) return {};
        change_sign(cell.text);
        return {place};
      case MutationKind::position:
        return exchange(subject, reading);
    }
    return {};
  }

 private:
  static parsers::Cell& cell_at(parsers::Table& table, int row, int column) {
    return *std::find_if(table.cells.begin(), table.cells.end(), [&](const parsers::Cell& cell) {
      return cell.row == row && cell.column == column;
    });
  }

  bool change_digit(std::string& text) {
    std::vector<std::size_t> digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] >= '0' && text[i] <= '9') digits.push_back(i);
    }
    const std::size_t at = digits[pick(digits.size())];
    // A number does not begin with 0.
    const bool leads = at == digits.front() && digits.size() > 1;
    char digit = text[at];
    while (digit == text[at]) {
      digit = static_cast<char>('0' + pick(10));
      if (leads && digit == '0') digit = text[at];
    }
    text[at] = digit;
    return true;
  }

  static void change_sign(std::string& text) {
    for (const std::string_view minus : {"-", "−", "–"}) {
      if (const std::size_t at = text.find(minus); at != std::string::npos) {
        text.erase(at, minus.size());
        if (text.starts_with(' ')) text.erase(0, 1);
        return;
      }
    }
    if (text.starts_with('(') && text.ends_with(')')) {
      text = text.substr(1, text.size() - 2);
    } else {
      text.insert(0, "-");
    }
  }

  static std::vector<std::pair<int, int>> exchange(Subject& subject, const Reading& reading) {
    const Reading* next = nullptr;
    for (const Reading& other : subject.readings) {
      if (other.row == reading.row && other.column > reading.column && other.value &&
          (next == nullptr || other.column < next->column)) {
        next = &other;
      }
    }
    if (next == nullptr || compare(*next->value, *reading.value) == 0) return {};
    std::swap(cell_at(subject.table, reading.row, reading.column).text,
              cell_at(subject.table, next->row, next->column).text);
    return {{reading.row, reading.column}, {next->row, next->column}};
  }

  std::mt19937_64 random_;
};

}  // namespace

const char* name(MutationKind kind) {
  switch (kind) {
    case MutationKind::digit:
      return "digit";
    case MutationKind::sign:
      return "sign";
    case MutationKind::position:
      return "position";
  }
  return "";
}

MutationScore mutate_samples(const std::string& directory, std::size_t count, std::uint64_t seed) {
  MutationScore score;
  const std::vector<Subject> subjects = subjects_of(directory, score);
  if (subjects.empty()) return score;
  // Every figure is as likely as any other.
  std::vector<std::pair<std::size_t, std::size_t>> figures;
  for (std::size_t s = 0; s < subjects.size(); ++s) {
    for (const std::size_t reading : subjects[s].verified) figures.emplace_back(s, reading);
  }
  Mutator mutator(seed);
  for (std::size_t done = 0; done < count;) {
    const auto [s, reading] = figures[mutator.pick(figures.size())];
    const std::size_t kind = done % kMutationKinds.size();
    Subject changed = subjects[s];
    const auto places =
        mutator.mutate(changed, subjects[s].readings[reading], kMutationKinds[kind]);
    if (places.empty()) continue;
    ++done;
    ++score.tried[kind];
    const std::vector<Reading> readings = understand(changed);
    const bool verified = std::any_of(readings.begin(), readings.end(), [&](const Reading& after) {
      return after.status == Status::verified &&
             std::find(places.begin(), places.end(), std::pair{after.row, after.column}) !=
                 places.end();
    });
    if (verified) ++score.still_verified[kind];
  }
  return score;
}

std::string mutation_text(const MutationScore& score) {
  const auto percent = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  };
  std::string text = fmt::format("figures in a sum: {}, verified {} ({:.1f} %)\n", score.figures,
                                 score.verified, percent(score.verified, score.figures));
  text += fmt::format("mutated figures:  {}, no longer verified {} ({:.1f} %)\n", score.all_tried(),
                      score.all_tried() - score.all_still_verified(),
                      percent(score.all_tried() - score.all_still_verified(), score.all_tried()));
  for (std::size_t kind = 0; kind < kMutationKinds.size(); ++kind) {
    const std::size_t found = score.tried[kind] - score.still_verified[kind];
    text += fmt::format("  {:<9} {} of {} ({:.1f} %)\n", name(kMutationKinds[kind]), found,
                        score.tried[kind], percent(found, score.tried[kind]));
  }
  return text;
}

}  // namespace corpus
