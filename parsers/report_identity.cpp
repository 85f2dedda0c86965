#include "parsers/report_identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "parsers/codepoint.h"
#include "parsers/fold.h"
#include "parsers/period_expression.h"

namespace parsers {

namespace {

constexpr double kSameSize = 0.6;           // points by which lines of one title may differ in size
constexpr std::size_t kLongestTitle = 200;  // bytes; more is running text
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
  return text.size() <= kLongestTitle && (is_letter(first) || first >= 0x2018);
}

// Lines of one size that follow each other on the first page are one title.
std::vector<TitleCandidate> title_candidates(std::span<const TextPassage> passages) {
  std::vector<TitleCandidate> candidates;
  const TextPassage* last = nullptr;
  for (const TextPassage& passage : passages) {
    if (passage.page > 1) break;
    if (passage.furniture || passage.text.empty()) continue;
    const bool goes_on =
        last != nullptr && passage.font_size > 0 && candidates.back().lines < kTitleLines &&
        std::abs(passage.font_size - last->font_size) < kSameSize && passage.bold == last->bold;
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
    for (const TextPassage& passage : passages) {
      if (passage.furniture != furniture || (!furniture && passage.page > 1)) continue;
      if (!is_report_title(plain_lower(passage.text)) || is_written_date(passage.text)) continue;
      if (const auto period = period_in(passage.text)) {
        claim(place, period);
        return;
      }
    }
  };
  first_of("first page", false);
  first_of("page header or footer", true);
  std::string name = info.name;
  std::replace(name.begin(), name.end(), '_', ' ');
  claim("file name", period_in(name));
  claim("metadata title", period_in(info.title));
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

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  while (!text.empty()) {
    const char32_t c = take_codepoint(text);
    if (is_space(c)) {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else if (!is_invisible(c)) {
      append_utf8(word, is_dash(c) ? U'-' : c);
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// The word without punctuation at its ends; `ended` tells that some closed it.
std::string bare(const std::string& word, bool& ended) {
  constexpr std::string_view kMarks = ".,:;!?()\"'/*#";
  const std::size_t first = word.find_first_not_of(kMarks);
  if (first == std::string::npos) return {};
  const std::size_t last = word.find_last_not_of(kMarks);
  ended = last + 1 < word.size();
  return word.substr(first, last - first + 1);
}

std::string with_capital(const std::string& text) {
  std::string_view rest = text;
  if (rest.empty()) return text;
  const char32_t c = take_codepoint(rest);
  const bool small = (c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
  std::string result;
  append_utf8(result, small ? c - 32 : c);
  return result.append(rest);
}

// "Nämnden för X", "Nämnden för X och Y": the words from `from` on that belong to the name.
std::string board_for(const std::vector<std::string>& words, std::size_t from) {
  std::string name;
  bool ended = false;
  for (std::size_t i = from; i < words.size() && !ended; ++i) {
    const std::string word = bare(words[i], ended);
    if (word.empty()) break;
    name += (name.empty() ? "" : " ") + word;
    if (word.ends_with('-') || ended || i + 1 >= words.size()) continue;
    bool next_ended = false;
    const std::string next = bare(words[i + 1], next_ended);
    if (next != "och" && word != "och") break;
  }
  return name;
}

// "Social- och omsorgsnämnden": the words before `at` that belong to the compound.
std::string compound(const std::vector<std::string>& words, std::size_t at,
                     const std::string& last) {
  std::string name = last;
  std::size_t i = at;
  if (i >= 2 && words[i - 1] == "och" &&
      (words[i - 2].ends_with('-') || words[i - 2].ends_with("-,"))) {
    name = words[i - 2] + " och " + name;
    i -= 2;
    while (i >= 1 && words[i - 1].ends_with("-,")) name = words[--i] + " " + name;
  }
  return name;
}

std::string likely_board(std::span<const TextPassage> passages) {
  struct Votes {
    std::string name;
    int count = 0;
  };
  constexpr int kOwnLine = 10, kFirstPage = 4, kFurniture = 3;
  std::map<std::string, Votes> votes;
  for (const TextPassage& passage : passages) {
    for (const std::string& board : boards_in(passage.text)) {
      Votes& vote = votes[match_key(board)];
      if (vote.name.empty()) vote.name = board;
      const bool own_line = match_key(passage.text) == match_key(board);
      vote.count += 1 + (own_line ? kOwnLine : 0) + (passage.page == 1 ? kFirstPage : 0) +
                    (passage.furniture ? kFurniture : 0);
    }
  }
  const Votes* best = nullptr;
  for (const auto& [key, vote] : votes) {
    if (best == nullptr || vote.count > best->count) best = &vote;
  }
  return best == nullptr ? std::string{} : best->name;
}

}  // namespace

std::vector<std::string> boards_in(std::string_view text) {
  std::vector<std::string> boards;
  const std::vector<std::string> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool ended = false;
    std::string word = bare(words[i], ended);
    std::string plain = plain_lower(word);
    if (plain == "nämnden") {
      if (!ended && i + 2 < words.size() && words[i + 1] == "för" && word.starts_with("N")) {
        if (const std::string name = board_for(words, i + 2); !name.empty()) {
          boards.push_back("Nämnden för " + name);
        }
      }
      continue;
    }
    if (plain.ends_with("styrelsens") && i + 1 < words.size()) {
      bool next_ended = false;
      std::string next = bare(words[i + 1], next_ended);
      if (plain_lower(next).ends_with("utskotts")) next.pop_back();
      if (plain_lower(next).ends_with("utskott")) {
        boards.push_back(with_capital(word) + " " + next);
        ++i;
        continue;
      }
    }
    const bool genitive = plain.ends_with("nämndens") || plain.ends_with("styrelsens");
    if (genitive) {
      word.pop_back();
      plain.pop_back();
    }
    const bool board =
        plain.ends_with("nämnden") || plain == "kommunstyrelsen" || plain == "regionstyrelsen";
    if (!board || plain == "nämnden" || plain == "facknämnden") continue;
    boards.push_back(with_capital(compound(words, i, word)));
  }
  return boards;
}

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
