#include "parsers/report_identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "parsers/boards.h"
#include "parsers/codepoint.h"
#include "parsers/fold.h"
#include "parsers/period_expression.h"

namespace parsers {

namespace {

constexpr double kSameSize = 0.6;           // points by which lines of one title may differ in size
constexpr std::size_t kLongestTitle = 200;  // bytes; more is running text
constexpr std::size_t kShortTitle = 80;     // bytes; "Bilaga 1. Styrkort" is no two sentences
constexpr std::size_t kTitleLines = 4;
constexpr std::size_t kFirstLines = 12;  // of a plain-text report, in which its title stands

// What boards call their reports.
constexpr auto kReportWords = std::to_array<std::string_view>(
    {"rapport", "bokslut", "uppföljning", "verksamhetsberättelse", "redovisning", "styrkort",
     "prognos", "statistik", "protokoll", "budget"});

bool is_report_title(std::string_view plain) {
  return std::any_of(kReportWords.begin(), kReportWords.end(), [&](std::string_view word) {
    return plain.find(word) != std::string_view::npos;
  });
}

struct TitleCandidate {
  std::string text;
  double font_size = 0;
  std::size_t lines = 1;
};

bool is_heading_text(std::string_view text) {
  // Bullets and numbered headings are inside a report, not over it.
  std::string_view rest = text;
  const char32_t first = rest.empty() ? U' ' : take_codepoint(rest);
  const bool quote = first == 0x201D || first == 0x201C || first == U'"';
  const bool capital = is_letter(first) && lower(first) != first;
  const bool sentence = text.ends_with('.') ||
                        (text.size() > kShortTitle && text.find(". ") != std::string_view::npos);
  return text.size() <= kLongestTitle && (capital || quote) && !sentence;
}

// A line of plain text goes on in the next when that begins with a small letter.
bool begins_small(std::string_view text) {
  const char32_t first = text.empty() ? U' ' : take_codepoint(text);
  return is_letter(first) && lower(first) == first;
}

// Lines of one size that follow each other on the first page are one title.
std::vector<TitleCandidate> title_candidates(std::span<const TextPassage> passages) {
  std::vector<TitleCandidate> candidates;
  const TextPassage* last = nullptr;
  for (const TextPassage& passage : passages) {
    if (passage.page > 1) break;
    if (passage.furniture || passage.text.empty()) continue;
    const bool same_type = last != nullptr && passage.bold == last->bold &&
                           std::abs(passage.font_size - last->font_size) < kSameSize;
    const bool goes_on = same_type && candidates.back().lines < kTitleLines &&
                         (passage.font_size > 0 || begins_small(passage.text));
    if (goes_on) {
      const std::array<std::string, 2> pieces = {candidates.back().text, passage.text};
      candidates.back().text = join_label_lines(pieces);
      ++candidates.back().lines;
    } else {
      candidates.push_back({passage.text, passage.font_size, 1});
    }
    last = &passage;
  }
  return candidates;
}

// The size that most of the report's text is set in; 0 for plain text.
double body_size(std::span<const TextPassage> passages) {
  std::map<long, std::size_t> bytes;  // by tenths of a point
  for (const TextPassage& passage : passages) {
    bytes[std::lround(passage.font_size * 10)] += passage.text.size();
  }
  const auto most = std::max_element(
      bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == bytes.end() ? 0 : static_cast<double>(most->first) / 10;
}

// The largest heading of the first page, one that names a kind of report before all others; for
// plain text the first line that does, among the first few.
std::string printed_title(std::span<const TextPassage> passages, bool report_only) {
  const double body = body_size(passages);
  const std::vector<TitleCandidate> candidates = title_candidates(passages);
  const TitleCandidate* best = nullptr;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const TitleCandidate& candidate = candidates[i];
    const bool stands_out = body > 0
                                ? candidate.font_size > body + kSameSize || candidates.size() == 1
                                : i < kFirstLines;
    if (body == 0 && !report_only)
      continue;  // nothing but its words makes a line of plain text a title
    if (!stands_out || !is_heading_text(candidate.text)) continue;
    if (report_only && !is_report_title(plain_lower(candidate.text))) continue;
    if (best == nullptr || candidate.font_size > best->font_size + kSameSize) best = &candidate;
  }
  return best == nullptr ? std::string{} : best->text;
}

// Printed and named a report, else the metadata's if that does, else whatever heads the first page.
std::string title_of(const extract::DocumentInfo& info, const ReportHints& hints,
                     std::span<const TextPassage> passages) {
  if (std::string title = printed_title(passages, true); !title.empty()) return title;
  if (is_report_title(plain_lower(info.title))) return info.title;
  if (!hints.title.empty()) return hints.title;
  if (std::string title = printed_title(passages, false); !title.empty()) return title;
  return info.title;
}

std::optional<Period> period_in(std::string_view text) {
  const PeriodExpression expression = find_period(text);
  return expression.year ? resolve(expression, {}) : std::nullopt;
}

// A day without "per" is the day the paper was written.
bool is_written_date(std::string_view text) {
  return find_period(text).day > 0 && plain_lower(text).find("per ") == std::string::npos;
}

bool names_its_period(std::string_view text) {
  return is_heading_text(text) && is_report_title(plain_lower(text)) && !is_written_date(text) &&
         period_in(text).has_value();
}

// The period that most headings of the report name, where nothing else tells: "Resultat 31 mars
// 2022".
std::optional<Period> period_of_headings(std::span<const TextPassage> passages) {
  std::map<std::string, int> votes;
  for (const TextPassage& passage : passages) {
    if (names_its_period(passage.text)) ++votes[period_in(passage.text)->text];
  }
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == votes.end() ? std::nullopt : canonical_period(most->first);
}

struct PeriodClaim {
  std::string place;
  Period period;
};

std::vector<PeriodClaim> period_claims(const extract::DocumentInfo& info, const ReportHints& hints,
                                       const std::string& title,
                                       std::span<const TextPassage> passages) {
  std::vector<PeriodClaim> claims;
  const auto claim = [&](std::string place, const std::optional<Period>& period) {
    if (period) claims.push_back({std::move(place), *period});
  };
  claim("caller", hints.period);
  claim("title", period_in(title));
  const auto first_of = [&](const char* place, bool furniture) {
    std::size_t lines = 0;
    for (const TextPassage& passage : passages) {
      if (passage.furniture != furniture || (!furniture && passage.page > 1)) continue;
      // A plain-text report is one long page.
      if (passage.font_size == 0 && ++lines > kFirstLines) break;
      if (!names_its_period(passage.text)) continue;
      claim(place, period_in(passage.text));
      return;
    }
  };
  first_of("first page", false);
  first_of("page header or footer", true);
  std::string name = info.name;
  std::replace(name.begin(), name.end(), '_', ' ');
  claim("file name", period_in(name));
  claim("metadata title", period_in(info.title));
  if (claims.empty()) claim("headings", period_of_headings(passages));
  return claims;
}

void report_contradictions(const std::vector<PeriodClaim>& claims,
                           extract::Diagnostics& diagnostics) {
  for (const PeriodClaim& other : claims) {
    const Period& taken = claims.front().period;
    const bool overlaps = other.period.start <= taken.end && taken.start <= other.period.end;
    if (overlaps || end_year(other.period) == end_year(taken)) continue;
    diagnostics.add(
        {.severity = extract::Severity::warning,
         .code = "period-contradiction",
         .page = 0,
         .box = std::nullopt,
         .message = fmt::format("the report's period is {} by its {} and {} by its {}", taken.text,
                                claims.front().place, other.period.text, other.place)});
  }
}

}  // namespace

ReportIdentity identify_report(const extract::DocumentInfo& info, const ReportHints& hints,
                               std::span<const TextPassage> passages,
                               extract::Diagnostics& diagnostics) {
  ReportIdentity identity;
  identity.title = title_of(info, hints, passages);
  identity.board = hints.board.empty() ? likely_board(passages) : hints.board;
  const std::vector<PeriodClaim> claims = period_claims(info, hints, identity.title, passages);
  if (!claims.empty()) {
    identity.period = claims.front().period;
    identity.period_place = claims.front().place;
    report_contradictions(claims, diagnostics);
  }
  return identity;
}

}  // namespace parsers
