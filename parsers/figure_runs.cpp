#include "parsers/figure_runs.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "parsers/number.h"

namespace parsers {
namespace {

struct Ends {
  double first = 0, second = 0;  // right ends of two neighbouring figures, middles of headings
};

class Splitter {
 public:
  Splitter(const PageWords& words, double unit, const RunOptions& options)
      : words_(words), slack_(options.same_end * unit), options_(options) {}

  // What is cut shows further columns apart, so again until nothing is.
  void split(TableRegion& region) {
    do {
      gather(region);
    } while (!apart_.empty() && cut(region));
  }

 private:
  void gather(const TableRegion& region) {
    apart_.clear(), heads_.clear(), runs_.clear();
    for (const TextLine& line : region.lines) {
      for (std::size_t p = 0; p + 1 < line.pieces.size(); ++p) {
        const TextPiece &a = line.pieces[p], &b = line.pieces[p + 1];
        if (is_datum(a) && is_datum(b)) apart_.push_back({a.box.x1, b.box.x1});
        if (!is_datum(a) && !is_datum(b)) heads_.push_back({a.box.center_x(), b.box.center_x()});
      }
    }
    std::sort(apart_.begin(), apart_.end(),
              [](const Ends& a, const Ends& b) { return a.first < b.first; });
    for (const TextLine& line : region.lines) {
      for (const TextPiece& piece : line.pieces) {
        if (!is_run(piece) || parse_figures(piece.text).figures.size() == 1) continue;
        if (const auto at = find_cut(piece, 1)) {
          runs_.push_back({word_end(piece, *at - 1), piece.box.x1});
        }
      }
    }
  }

  // Whether any run was cut; each loses its last figure.
  bool cut(TableRegion& region) const {
    bool any = false;
    for (TextLine& line : region.lines) {
      std::vector<TextPiece> pieces;
      for (TextPiece& piece : line.pieces) {
        const auto at = is_run(piece) ? find_cut(piece, options_.min_rows) : std::nullopt;
        if (!at) {
          pieces.push_back(std::move(piece));
          continue;
        }
        const auto middle = piece.words.begin() + static_cast<long>(*at);
        pieces.push_back(make_piece(words_, {piece.words.begin(), middle}));
        pieces.push_back(make_piece(words_, {middle, piece.words.end()}));
        any = true;
      }
      line.pieces = std::move(pieces);
    }
    return any;
  }

  // Groups of digits, perhaps with signs, and nothing else.
  static bool is_run(const TextPiece& piece) {
    return piece.words.size() > 1 &&
           piece.text.find_first_not_of("0123456789 ,+-−–") == std::string::npos;
  }

  double word_end(const TextPiece& piece, std::size_t word) const {
    return words_.page().words[piece.words[word]].box.x1;
  }

  // The word at which the last figure of the run begins, where `rows` others show both.
  std::optional<std::size_t> find_cut(const TextPiece& piece, int rows) const {
    for (std::size_t cut = piece.words.size() - 1; cut > 0; --cut) {
      const auto middle = piece.words.begin() + static_cast<long>(cut);
      const std::string last = words_.text({middle, piece.words.end()});
      if (parse_figures(last).figures.size() != 1) continue;
      const double first = word_end(piece, cut - 1);
      if (count(piece.box.x0, first, piece.box.x1) >= rows) return cut;
    }
    return std::nullopt;
  }

  // How much of the region shows two figures, the first from `start` on, that end at `first` and
  // `second`: rows, and a line with a heading over each.
  int count(double start, double first, double second) const {
    const auto same = [&](const Ends& ends) {
      return std::abs(ends.first - first) < slack_ && std::abs(ends.second - second) < slack_;
    };
    auto it = std::lower_bound(apart_.begin(), apart_.end(), first - slack_,
                               [](const Ends& ends, double x) { return ends.first < x; });
    int found = 0;
    for (; it != apart_.end() && it->first < first + slack_ && found < options_.min_rows; ++it) {
      found += same(*it) ? 1 : 0;
    }
    if (found == 0) return 0;  // runs alone show nothing
    const bool headed = std::any_of(heads_.begin(), heads_.end(), [&](const Ends& middles) {
      return middles.first > start && middles.first < first && middles.second > first &&
             middles.second < second;
    });
    const auto runs = std::count_if(runs_.begin(), runs_.end(), same);
    return found + (headed ? 1 : 0) + static_cast<int>(runs);
  }

  const PageWords& words_;
  double slack_;
  const RunOptions& options_;
  std::vector<Ends> apart_;  // of figures that stand apart, by their first end
  std::vector<Ends> runs_;   // of runs that are no number
  std::vector<Ends> heads_;  // middles of neighbouring headings
};

}  // namespace

void split_figure_runs(const PageWords& words, TableRegion& region, double unit,
                       const RunOptions& options) {
  Splitter(words, unit, options).split(region);
}

}  // namespace parsers
