#include "parsers/grid_rows.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "parsers/codepoint.h"
#include "parsers/column_numbers.h"
#include "parsers/median.h"

namespace parsers {
namespace {

// Lower-case first letter: the text goes on from a line before.
bool starts_lower(std::string_view text) {
  if (text.empty()) return false;
  const char32_t first = take_codepoint(text);
  return is_letter(first) && lower(first) == first && !(first >= U'A' && first <= U'Z');
}

bool ends_open(const std::string& text) {
  if (text.ends_with("-") || text.ends_with(",") || text.ends_with("/")) return true;
  if (text.ends_with(" och") || text.ends_with(" eller") || text.ends_with(" av") ||
      text.ends_with(" för") || text.ends_with(" i") || text.ends_with(" med") ||
      text.ends_with(" per") || text.ends_with(" till")) {
    return true;
  }
  return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

bool has_datum(const PlacedLine& line) {
  return std::any_of(line.pieces.begin(), line.pieces.end(),
                     [](const PlacedPiece& p) { return p.column > 0 && is_datum(*p.piece); });
}

const TextPiece* stub_of(const PlacedLine& line) {
  return line.pieces.front().column == 0 ? line.pieces.front().piece : nullptr;
}

bool label_only(const PlacedLine& line) {
  return std::all_of(line.pieces.begin(), line.pieces.end(),
                     [](const PlacedPiece& p) { return p.column == 0; });
}

// The label goes on from line `i`, line by line, down to the next row's figures.
bool goes_on_to_anchor(const std::vector<PlacedLine>& lines, const std::vector<bool>& anchor,
                       std::size_t i) {
  for (std::size_t j = i + 1; j < lines.size(); ++j) {
    const TextPiece* label = stub_of(lines[j]);
    if (label != nullptr && !starts_lower(label->text)) return false;
    if (anchor[j]) return true;
  }
  return false;
}

// A row of its own under the label above, further in than that.
bool is_indented_row(const std::vector<PlacedLine>& lines, const std::vector<bool>& anchor,
                     std::size_t i) {
  const TextPiece *label = stub_of(lines[i]), *above = stub_of(lines[i - 1]);
  return label != nullptr && above != nullptr && anchor[i] && !anchor[i - 1] &&
         label->box.x0 > above->box.x0 + 0.5 * lines[i].font_size && !starts_lower(label->text);
}

// The widest pitch of lines that belong together, where the body's pitches fall in two kinds: those
// within a row, all alike, and those between rows. Two rows of figures must show the latter.
std::optional<double> wrapped_pitch(const std::vector<PlacedLine>& lines,
                                    const std::vector<bool>& anchor, std::size_t head,
                                    const RowOptions& options) {
  std::vector<double> pitches;
  for (std::size_t i = head + 1; i < lines.size(); ++i) {
    pitches.push_back(lines[i].baseline - lines[i - 1].baseline);
  }
  std::sort(pitches.begin(), pitches.end());
  std::optional<double> widest;
  for (std::size_t i = 2; i + 1 < pitches.size() && !widest; ++i) {  // two lines of each kind
    const double jump = pitches[i] - pitches[i - 1], spread = pitches[i - 1] - pitches.front();
    if (jump >= options.pitch_jump * lines[head].font_size && jump >= options.jitter * spread) {
      widest = pitches[i - 1];
    }
  }
  if (!widest) return std::nullopt;
  bool rows = false, figures = anchor[head];  // in the row so far
  for (std::size_t i = head + 1; i < lines.size(); ++i) {
    const bool wrapped = lines[i].baseline - lines[i - 1].baseline <= *widest;
    if (wrapped && figures && anchor[i]) return std::nullopt;
    rows = rows || (!wrapped && anchor[i] && anchor[i - 1]);
    figures = anchor[i] || (wrapped && figures);
  }
  return rows ? widest : std::nullopt;
}

// Lines before the first row of data, without label lines that follow the last line of headings.
std::size_t count_head_lines(const std::vector<PlacedLine>& lines) {
  std::size_t first = 0;
  while (first < lines.size() && !has_datum(lines[first])) ++first;
  if (first == lines.size()) return 0;
  std::size_t head = first;
  while (head > 0 && label_only(lines[head - 1])) --head;
  // A rule between says better: label lines above the rule are a stub head.
  for (std::size_t i = first; i > head; --i) {
    if (lines[i].rule_above && head > 0 && !lines[head].rule_above) return i;
  }
  return head;
}

bool counts_columns(const PlacedLine& line) {
  std::vector<std::string> texts;
  for (const PlacedPiece& p : line.pieces) texts.push_back(p.piece->text);
  return numbers_columns(texts, {});
}

// Boxhead: numbers of columns are a level of their own; others end where headings that span several
// columns stand over others, or at a rule.
void group_head(const std::vector<PlacedLine>& lines, std::size_t count,
                std::vector<RowGroup>& groups) {
  auto spans = [](const PlacedLine& line) {
    return std::any_of(line.pieces.begin(), line.pieces.end(),
                       [](const PlacedPiece& p) { return p.column_span > 1; });
  };
  // Some heading of the line before spans more columns than one below it.
  auto narrower = [](const PlacedLine& above, const PlacedLine& below) {
    for (const PlacedPiece& p : above.pieces) {
      for (const PlacedPiece& q : below.pieces) {
        const bool under = q.column >= p.column && q.column < p.column + p.column_span;
        if (p.column > 0 && under && q.column_span < p.column_span) return true;
      }
    }
    return false;
  };
  for (std::size_t i = 0; i < count; ++i) {
    const bool new_level = groups.empty() || lines[i].rule_above || counts_columns(lines[i]) ||
                           (spans(lines[i - 1]) && !spans(lines[i])) ||
                           narrower(lines[i - 1], lines[i]);
    if (new_level) {
      groups.push_back({i, i, true});
    } else {
      groups.back().last = i;
    }
  }
}

}  // namespace

std::vector<RowGroup> group_rows(const std::vector<PlacedLine>& lines, const RowOptions& options) {
  std::vector<RowGroup> groups;
  const std::size_t head = count_head_lines(lines);
  group_head(lines, head, groups);
  if (head == lines.size()) return groups;

  const std::size_t n = lines.size();
  std::vector<bool> anchor(n, false);
  std::vector<double> pitches;
  bool any = false;
  for (std::size_t i = head; i < n; ++i) {
    anchor[i] = has_datum(lines[i]);
    any = any || anchor[i];
    if (i > head && anchor[i] && anchor[i - 1])
      pitches.push_back(lines[i].baseline - lines[i - 1].baseline);
  }
  if (!any) {
    // A table of words: a line that fills the first column starts a row.
    for (std::size_t i = head; i < n; ++i) {
      const bool starts = i == head || lines[i].rule_above || stub_of(lines[i]) != nullptr;
      if (starts) {
        groups.push_back({i, i, false});
      } else {
        groups.back().last = i;
      }
    }
    return groups;
  }

  if (const auto widest = wrapped_pitch(lines, anchor, head, options)) {
    for (std::size_t i = head; i < n; ++i) {
      const bool wrapped = i > head && !lines[i].rule_above &&
                           lines[i].baseline - lines[i - 1].baseline <= *widest &&
                           !is_indented_row(lines, anchor, i);
      if (wrapped) {
        groups.back().last = i;
      } else {
        groups.push_back({i, i, false});
      }
    }
    return groups;
  }

  // For each line that is no anchor: attach to the row above (-1), below (+1), or neither (0).
  // Cues first; what they say most often decides those without a cue.
  const double unit = lines[head].font_size;
  const double row_pitch = median(pitches, 1e9);
  auto distance = [&](std::size_t a, std::size_t b) {
    return lines[b].baseline - lines[a].baseline;
  };
  // Nearer than a row's pitch: a hint; much nearer: enough by itself.
  auto pitch_cue = [&](double pitch) {
    if (row_pitch > 1e8 || pitch > row_pitch - options.pitch_jump * unit) return 0.0;
    return pitch < options.wrap_pitch * row_pitch ? 1.6 : 1.0;
  };
  std::vector<int> attach(n, 0);
  int votes_up = 0, votes_down = 0;
  std::vector<std::pair<double, double>> cues(n, {0, 0});
  for (std::size_t i = head; i < n; ++i) {
    if (anchor[i]) continue;
    const TextPiece* label = stub_of(lines[i]);
    double up = 0, down = 0;
    const bool has_up = i > head && !lines[i].rule_above;
    const bool has_down = i + 1 < n && !lines[i + 1].rule_above;
    if (has_up) {
      const TextPiece* before = stub_of(lines[i - 1]);
      if (label != nullptr && starts_lower(label->text)) up += 2;
      if (before != nullptr && ends_open(before->text)) up += 2;
      if (before == nullptr && label != nullptr) up += 1;
      up += pitch_cue(distance(i - 1, i));
    }
    if (has_down) {
      const TextPiece* after = stub_of(lines[i + 1]);
      if (label != nullptr && after != nullptr && goes_on_to_anchor(lines, anchor, i) &&
          std::abs(after->box.x0 - label->box.x0) < 0.5 * unit) {
        down += 2;
      }
      if (label != nullptr && ends_open(label->text)) down += 2;
      if (after == nullptr && label != nullptr && anchor[i + 1]) down += 2;
      down += pitch_cue(distance(i, i + 1));
    }
    if (has_up && has_down) {
      const double difference = distance(i - 1, i) - distance(i, i + 1);
      if (difference > options.pitch_jump * unit) down += 1;
      if (difference < -options.pitch_jump * unit) up += 1;
    }
    cues[i] = {up, down};
    if (up > down + 0.5) ++votes_up;
    if (down > up + 0.5) ++votes_down;
  }
  for (std::size_t i = head; i < n; ++i) {
    if (anchor[i]) continue;
    const auto [up, down] = cues[i];
    const double up_sum = up + (votes_up > votes_down ? 0.5 : 0);
    const double down_sum = down + (votes_down > votes_up ? 0.5 : 0);
    if (std::max(up, down) < 1.5) continue;  // no cue: a row of its own
    attach[i] = up_sum >= down_sum ? -1 : 1;
  }
  for (std::size_t i = head; i < n; ++i) {
    const bool joins_before = i > head && !lines[i].rule_above &&
                              (attach[i] < 0 || attach[i - 1] > 0) && !(anchor[i] && anchor[i - 1]);
    if (joins_before && !groups.empty() && !groups.back().boxhead) {
      groups.back().last = i;
    } else {
      groups.push_back({i, i, false});
    }
  }
  return groups;
}

}  // namespace parsers
