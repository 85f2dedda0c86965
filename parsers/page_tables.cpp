#include "parsers/page_tables.h"

#include <algorithm>

#include "parsers/captions.h"
#include "parsers/chart_areas.h"
#include "parsers/grid_builder.h"
#include "parsers/page_zones.h"
#include "parsers/ruling_lines.h"
#include "parsers/table_regions.h"
#include "parsers/table_roles.h"
#include "parsers/tagged_table.h"
#include "parsers/text_layout.h"
#include "parsers/text_table.h"
#include "parsers/turned_page.h"
#include "parsers/typed_rules.h"
#include "parsers/verdict.h"

namespace parsers {
namespace {

using extract::Rect;

const char* witness_name(Witness witness) {
  switch (witness) {
    case Witness::crossings:
      return "rulings that cross";
    case Witness::rules:
      return "rules of equal extent";
    case Witness::text_band:
      return "aligned text";
  }
  return "";
}

// What is tried and taken on one page.
class PageReader {
 public:
  PageReader(const extract::Page& page, const Furniture& furniture)
      : page_(page),
        words_(page, {}),
        rulings_(join_rulings(words_, {})),
        charts_(find_chart_areas(words_)) {
    std::vector<TextLine> lines;
    for (TextLine& line : find_lines(words_, rulings_.vertical, {})) {
      (furniture.is_furniture(page, line) ? furniture_ : lines).push_back(std::move(line));
    }
    auto& rules = rulings_.horizontal;
    const std::vector<extract::Ruling> typed = take_typed_rules(lines, {});
    rules.insert(rules.end(), typed.begin(), typed.end());
    std::stable_sort(
        rules.begin(), rules.end(),
        [](const extract::Ruling& a, const extract::Ruling& b) { return a.position < b.position; });
    zones_ = find_zones(std::move(lines), rulings_, charts_, words_.unit(), {});
  }

  PageTables read() {
    std::vector<TableRegion> crossing;
    for (const auto& zone : zones_) {
      for (TableRegion& region : find_crossing_regions(words_, zone, rulings_, {}))
        crossing.push_back(std::move(region));
    }
    // Small frames inside a larger one first: the outer one may be but a border.
    std::stable_sort(
        crossing.begin(), crossing.end(), [](const TableRegion& a, const TableRegion& b) {
          return a.horizontal.size() + a.vertical.size() > b.horizontal.size() + b.vertical.size();
        });
    for (const TableRegion& region : crossing) judge(region);
    auto free_rules = rulings_.horizontal;
    std::erase_if(free_rules, [&](const extract::Ruling& r) {
      return is_taken({r.from, r.position - 0.1, r.to, r.position + 0.1});
    });
    judge_zones(find_rule_regions, free_rules);
    judge_zones(find_text_bands, free_rules);
    std::stable_sort(result_.tables.begin(), result_.tables.end(),
                     [](const Table& a, const Table& b) {
                       return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
                     });
    judge_tags();
    // In reading order first, then by height.
    std::vector<TextLine> lines;
    for (const auto& zone : zones_) lines.insert(lines.end(), zone.begin(), zone.end());
    add_passages(lines, false);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const TextLine& a, const TextLine& b) { return a.baseline < b.baseline; });
    find_orphan_row(lines);
    attach_captions(words_, lines, result_.tables, "", {});
    for (const TextLine& line : lines) {
      if (result_.tables.empty()) break;
      result_.text_above = result_.text_above || line.baseline < result_.tables.front().box.y0;
      result_.text_below = result_.text_below || (line.baseline > result_.tables.back().box.y1 &&
                                                  result_.tables.back().notes.empty());
    }
    add_passages(furniture_, true);
    return std::move(result_);
  }

 private:
  template <typename Finder>
  void judge_zones(const Finder& find, const std::vector<extract::Ruling>& rules) {
    // Each zone as it is when its turn comes; what is taken leaves it.
    for (std::size_t i = 0; i < zones_.size(); ++i) {
      for (const TableRegion& region : find(words_, zones_[i], rules, RegionOptions{}))
        judge(region);
    }
  }

  bool is_taken(const Rect& box) const {
    return std::any_of(result_.tables.begin(), result_.tables.end(),
                       [&](const Table& table) { return extract::intersects(table.box, box); });
  }

  // A complete lattice inside or under a chart is its data table; everything else there is not.
  bool in_chart(const TableRegion& region, const Grid& grid) const {
    constexpr double kMostWords = 0.5, kComplete = 0.9;
    if (region.witness == Witness::crossings && grid.ruled_share >= kComplete) return false;
    return share_inside(region.lines, charts_) > kMostWords;
  }

  void judge(const TableRegion& region) {
    if (is_taken(region.box) || region.lines.empty()) return;
    Grid grid = build_grid(words_, region, {});
    grid.reason = witness_name(region.witness);
    Table table = make_table(words_, grid);
    auto reason = rejection(table, region.witness, {});
    if (!reason && in_chart(region, grid)) reason = "words of a chart";
    if (reason) {
      extract::Diagnostic diagnostic;
      diagnostic.severity = extract::Severity::info;
      diagnostic.code = "no-table";
      diagnostic.page = page_.number;
      diagnostic.box = region.box;
      diagnostic.message = std::string(witness_name(region.witness)) + ", but no table: " + *reason;
      result_.diagnostics.push_back(std::move(diagnostic));
      return;
    }
    take(std::move(table));
  }

  // Its words are spoken for.
  void take(Table table) {
    const Rect taken = table.box;
    for (auto& zone : zones_) {
      for (TextLine& line : zone) {
        std::erase_if(line.pieces, [&](const TextPiece& piece) {
          return taken.contains(piece.box.center_x(), piece.baseline - 0.3 * piece.font_size);
        });
        line.box = {};
        for (const TextPiece& piece : line.pieces) line.box = extract::unite(line.box, piece.box);
      }
      std::erase_if(zone, [](const TextLine& line) { return line.pieces.empty(); });
    }
    result_.tables.push_back(std::move(table));
  }

  // Tags that hold confirm what geometry found, and stand in where it found nothing.
  void judge_tags() {
    for (const extract::TaggedTable& tags : page_.tagged_tables) {
      const std::optional<Grid> grid = tagged_grid(words_, tags);
      if (!grid) continue;
      Table tagged = make_table(words_, *grid);
      Table* found = nullptr;
      for (Table& table : result_.tables) {
        if (extract::intersects(table.box, tagged.box)) found = &table;
      }
      if (found == nullptr) {
        if (!rejection(tagged, Witness::crossings, {})) take(std::move(tagged));
      } else if (same_texts(*found, tagged)) {
        found->reason += "; the tags agree";
        for (Cell& cell : found->cells) cell.tags_agree = true;
      }
    }
  }

  static bool same_texts(const Table& a, const Table& b) {
    if (a.rows != b.rows || a.columns != b.columns) return false;
    const auto first = cell_positions(a), second = cell_positions(b);
    for (std::size_t i = 0; i < first.size(); ++i) {
      if (a.cells[first[i]].text != b.cells[second[i]].text) return false;
    }
    return true;
  }

  // The page's first line, when it is a row of figures that no table took.
  void find_orphan_row(const std::vector<TextLine>& lines) {
    if (lines.empty() || lines.front().pieces.size() < 3) return;
    if (!result_.tables.empty() && result_.tables.front().box.y0 < lines.front().box.y0) return;
    TableRegion region;
    region.witness = Witness::text_band;
    region.lines = {lines.front()};
    region.box = lines.front().box;
    Table table = make_table(words_, build_grid(words_, region, {}));
    set_roles(table, 0);
    int figures = 0;
    for (const Cell& cell : table.cells) {
      figures += cell.role == CellRole::data && is_data(classify_cell(cell.text)) ? 1 : 0;
    }
    if (figures + 1 >= table.columns && figures >= 2) result_.orphan_row = std::move(table);
  }

  void add_passages(const std::vector<TextLine>& lines, bool furniture) {
    for (const TextLine& line : lines) {
      TextPassage passage;
      passage.page = page_.number;
      passage.box = line.box;
      passage.font_size = line.font_size;
      passage.furniture = furniture;
      passage.bold = true;
      passage.text = line_text(line);
      for (const TextPiece& piece : line.pieces) passage.bold = passage.bold && piece.bold;
      result_.passages.push_back(std::move(passage));
    }
  }

  const extract::Page& page_;
  PageWords words_;
  RulingSet rulings_;
  std::vector<Rect> charts_;
  std::vector<std::vector<TextLine>> zones_;  // what no table has taken, in reading order
  std::vector<TextLine> furniture_;
  PageTables result_;
};

// Everything with its box on the page as drawn. Column edges stay those of the turned page, which
// the next page's part of a table is compared with.
PageTables turn_back(PageTables found, const extract::Page& page, int turn) {
  const auto turn_table = [&](Table& table) {
    table.box = turned_back(table.box, page, turn);
    for (Cell& cell : table.cells) cell.box = turned_back(cell.box, page, turn);
  };
  std::for_each(found.tables.begin(), found.tables.end(), turn_table);
  if (found.orphan_row) turn_table(*found.orphan_row);
  for (TextPassage& passage : found.passages) passage.box = turned_back(passage.box, page, turn);
  for (extract::Diagnostic& diagnostic : found.diagnostics) {
    if (diagnostic.box) diagnostic.box = turned_back(*diagnostic.box, page, turn);
  }
  return found;
}

}  // namespace

PageTables find_page_tables(const extract::Page& page, const Furniture& furniture) {
  if (const int turn = text_turn(page, {}); turn != 0) {
    const extract::Page upright = turned_page(page, turn);
    return turn_back(PageReader(upright, furniture).read(), page, turn);
  }
  if (page.text_lines.empty()) return PageReader(page, furniture).read();
  if (!is_laid_out(page.text_lines, {})) return find_text_tables(page);
  return as_plain_text(PageReader(typewritten_page(page, {}), furniture).read());
}

}  // namespace parsers
