#include "extract/page_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace extract {
namespace {

// To a tenth, and never "-0.0".
double tenth(double value) {
  const double rounded = std::round(value * 10) / 10;
  return rounded == 0 ? 0 : rounded;
}

std::string box_text(const Rect& box) {
  return fmt::format("{:.1f}\t{:.1f}\t{:.1f}\t{:.1f}", tenth(box.x0), tenth(box.y0), tenth(box.x1),
                     tenth(box.y1));
}

std::string color_text(const Color& color) {
  return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b);
}

std::string word_line(const Word& word) {
  std::string marks;
  if (word.rotation != 0) marks += fmt::format(" rotation={}", word.rotation);
  if (word.bold) marks += " bold";
  if (word.italic) marks += " italic";
  if (word.invisible) marks += " invisible";
  if (word.artifact) marks += " artifact";
  if (word.space_after) marks += " space";
  if (word.content_id >= 0) marks += fmt::format(" content={}", word.content_id);
  if (!(word.color == Color{})) marks += " color=" + color_text(word.color);
  return fmt::format("word\t{}\t{}\tsize={:.1f}\tbaseline={:.1f}\t{}", box_text(word.box),
                     word.text, tenth(word.font_size), tenth(word.baseline),
                     marks.empty() ? "-" : marks.substr(1));
}

std::string ruling_line(const Ruling& ruling) {
  return fmt::format("ruling\t{}\t{:.1f}\t{:.1f}\t{:.1f}\tthickness={:.1f}\t{}{}\t{}",
                     ruling.horizontal ? "horizontal" : "vertical", tenth(ruling.position),
                     tenth(ruling.from), tenth(ruling.to), tenth(ruling.thickness),
                     ruling.source == Ruling::Source::stroke ? "stroke" : "fill",
                     ruling.dashed ? " dashed" : "", color_text(ruling.color));
}

// The page's things of one kind, from the top left on.
template <typename Things, typename Key, typename Line>
void append_sorted(const Things& things, Key key, Line line, std::string& text) {
  std::vector<std::pair<std::pair<double, double>, std::string>> lines;
  lines.reserve(things.size());
  for (const auto& thing : things) lines.emplace_back(key(thing), line(thing));
  std::sort(lines.begin(), lines.end());
  for (const auto& [place, written] : lines) text += written + "\n";
}

}  // namespace

std::string page_text(const Page& page) {
  std::string text =
      fmt::format("page\t{}\t{:.1f}\t{:.1f}\n", page.number, tenth(page.width), tenth(page.height));
  const auto corner = [](const auto& thing) {
    return std::pair(tenth(thing.box.y0), tenth(thing.box.x0));
  };
  append_sorted(
      page.words,
      [](const Word& word) {
        return word.rotation == 0 ? std::pair(tenth(word.baseline), tenth(word.box.x0))
                                  : std::pair(tenth(word.box.y0), tenth(word.box.x0));
      },
      word_line, text);
  append_sorted(
      page.rulings,
      [](const Ruling& ruling) {
        return ruling.horizontal ? std::pair(tenth(ruling.position), tenth(ruling.from))
                                 : std::pair(tenth(ruling.from), tenth(ruling.position));
      },
      ruling_line, text);
  append_sorted(
      page.fills, corner,
      [](const FilledBox& fill) {
        return fmt::format("fill\t{}\t{}", box_text(fill.box), color_text(fill.color));
      },
      text);
  append_sorted(
      page.images, corner, [](const PageImage& image) { return "image\t" + box_text(image.box); },
      text);
  append_sorted(
      page.paths, corner,
      [](const DrawnPath& path) {
        return fmt::format("path\t{}\tlines={}\tcurves={}", box_text(path.box), path.lines,
                           path.curves);
      },
      text);
  for (const TaggedTable& table : page.tagged_tables) {
    text += fmt::format("table\t{}\n", table.id);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (const TaggedCell& cell : table.rows[row].cells) {
        text += fmt::format("cell\t{}\t{}{}\t{}x{}\t{}\n", row, table.rows[row].head ? "head " : "",
                            cell.header ? "TH" : "TD", cell.row_span, cell.column_span,
                            fmt::join(cell.content_ids, " "));
      }
    }
  }
  for (const std::string& line : page.text_lines) text += "text\t" + line + "\n";
  return text;
}

}  // namespace extract
