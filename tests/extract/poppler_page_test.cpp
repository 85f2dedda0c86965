// Small PDFs with one property each; what is drawn in them stands in tests/data/make_pdfs.py.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "extract/document.h"

namespace {

using extract::Page;
using extract::Word;

Page first_page(const std::string& file) {
  extract::Diagnostics diagnostics;
  return extract::open_document(std::string(NAMNDATA_TEST_DATA) + "/" + file, diagnostics)->page(1);
}

// Words on one baseline (within half a point), left to right; none for rotation other than 0.
std::vector<std::string> line(const Page& page, double baseline) {
  std::vector<const Word*> found;
  for (const Word& word : page.words) {
    if (word.rotation == 0 && std::abs(word.baseline - baseline) < 0.5) found.push_back(&word);
  }
  std::sort(found.begin(), found.end(),
            [](const Word* a, const Word* b) { return a->box.x0 < b->box.x0; });
  std::vector<std::string> texts;
  for (const Word* word : found) texts.push_back(word->text);
  return texts;
}

const Word& word(const Page& page, const std::string& text) {
  const auto it = std::find_if(page.words.begin(), page.words.end(),
                               [&](const Word& one) { return one.text == text; });
  if (it == page.words.end()) FAIL("no word " << text);
  return *it;
}

using Line = std::vector<std::string>;

}  // namespace

TEST_CASE("words of a drawn line") {
  struct Case {
    const char* file;
    double baseline;
    Line words;
  };
  const std::vector<Case> cases = {
      {"gaps.pdf", 50, {"1", "234"}},
      {"gaps.pdf", 70, {"1", "234"}},
      {"gaps.pdf", 90, {"1", "234"}},
      {"gaps.pdf", 110, {"AVVIKELSE"}},
      {"gaps.pdf", 130, {"567", "890"}},
      {"gaps.pdf", 150, {"471,5"}},
      {"gaps.pdf", 146, {"1"}},
      {"gaps.pdf", 170, {}},
      {"gaps.pdf", 166, {"SUMMA"}},
      {"drawing_order.pdf", 50, {"Summa"}},
      {"drawing_order.pdf", 70, {"Utfall", "Budget"}},
      {"double_struck.pdf", 50, {"Totalt", "45"}},
      {"double_struck.pdf", 70, {"SU"}},
      {"double_struck.pdf", 90, {"11", "000"}},
      {"spaced_letters.pdf", 50, {"TRETTI", "ARENAN"}},
      {"spaced_letters.pdf", 70, {"BUDGET", "2024"}},
      {"spaced_letters.pdf", 90, {"1", "2", "3", "4", "5"}},
      {"ligatures.pdf", 50, {"effekt", "officer", "Afinitet"}},
      {"ligatures.pdf", 70, {"Kon\u00ADtakt"}},
      {"ligatures.pdf", 90, {"Mängd"}},
      {"actual_text.pdf", 50, {"Netto", "45", "E", "45"}},
      {"actual_text.pdf", 70, {"Kontakt\u00AD", "Fritt"}},
      {"actual_text.pdf", 90, {"Sida"}},
      {"actual_text.pdf", 110, {"Hemtjänst", "timmar"}},
      {"actual_text.pdf", 130, {"Rad", "ett"}},
      {"type3.pdf", 50, {"AB"}},
      {"encrypted_empty.pdf", 50, {"Hemlig"}},
      {"truncated.pdf", 50, {"Hel"}},
  };
  for (const Case& one : cases) {
    INFO(one.file << " at " << one.baseline);
    CHECK(line(first_page(one.file), one.baseline) == one.words);
  }
}

TEST_CASE("a word's look") {
  const Page struck = first_page("double_struck.pdf");
  CHECK(word(struck, "Totalt").bold);
  CHECK(word(struck, "SU").bold);
  CHECK_FALSE(word(struck, "11").bold);
  const Page seen = first_page("invisible.pdf");
  CHECK(word(seen, "Osynlig").invisible);
  CHECK(word(seen, "Bortklippt").invisible);
  CHECK_FALSE(word(seen, "Synlig").invisible);
  CHECK(word(seen, "Sidfot").artifact);
  CHECK_FALSE(word(seen, "Synlig").artifact);
  CHECK(word(seen, "Röd").color == extract::Color{255, 0, 0});
  CHECK(word(seen, "Fet").bold);
  const Page gaps = first_page("gaps.pdf");
  CHECK(word(gaps, "471,5").font_size == Approx(10));
  CHECK(word(gaps, "1").space_after);
  CHECK_FALSE(word(gaps, "567").space_after);
  CHECK(word(gaps, "AVVIKELSE").glyphs.size() == 9);
}

TEST_CASE("marked content ends where it ends") {
  const Page page = first_page("actual_text.pdf");
  CHECK(word(page, "E").content_id == 1);
  const auto is_marked = [](const Word& one) { return one.text == "45" && one.content_id == 1; };
  CHECK(std::count_if(page.words.begin(), page.words.end(), is_marked) == 1);
  CHECK(word(page, "Fritt").content_id == -1);
}

TEST_CASE("turned text") {
  const Page page = first_page("turned_text.pdf");
  CHECK(word(page, "Rak").rotation == 0);
  const Word& up = word(page, "Uppåt");
  CHECK(up.rotation == 270);
  CHECK(up.baseline == Approx(60));
  CHECK(up.box.y1 == Approx(200));
  CHECK(up.glyphs.front().box.y0 > up.glyphs.back().box.y0);
  const Word& down = word(page, "Nedåt");
  CHECK(down.rotation == 90);
  CHECK(down.baseline == Approx(100));
  CHECK(down.box.y0 == Approx(100));
  const Word& back = word(page, "Bakvänd");
  CHECK(back.rotation == 180);
  CHECK(back.box.x1 == Approx(300));
  // A watermark across the page is an ornament.
  for (const Word& one : page.words) {
    if (one.font_size > 30) CHECK(one.artifact);
  }
}

TEST_CASE("the page is upright and cut to its crop box") {
  const Page turned = first_page("rotated_page.pdf");
  CHECK(turned.width == Approx(300));
  CHECK(turned.height == Approx(400));
  CHECK(word(turned, "Antal").rotation == 90);
  CHECK(word(turned, "Antal").box.y0 == Approx(20));
  REQUIRE(turned.rulings.size() == 1);
  CHECK_FALSE(turned.rulings[0].horizontal);
  CHECK(turned.rulings[0].position == Approx(240));

  const Page cropped = first_page("crop_box.pdf");
  CHECK(cropped.width == Approx(200));
  CHECK(cropped.height == Approx(200));
  REQUIRE(cropped.words.size() == 1);
  CHECK(cropped.words[0].text == "Inne");
  CHECK(cropped.words[0].box.x0 == Approx(20));
  CHECK(cropped.words[0].baseline == Approx(100));
}

TEST_CASE("rulings, fills, images and other shapes") {
  const Page page = first_page("rulings.pdf");
  const auto has = [&](bool horizontal, double position, double from, double to, double thickness,
                       const char* what) {
    INFO(what);
    CHECK(std::any_of(page.rulings.begin(), page.rulings.end(), [&](const extract::Ruling& one) {
      return one.horizontal == horizontal && std::abs(one.position - position) < 0.01 &&
             std::abs(one.from - from) < 0.01 && std::abs(one.to - to) < 0.01 &&
             std::abs(one.thickness - thickness) < 0.01;
    }));
  };
  has(true, 20, 20, 220, 1, "stroke");
  has(true, 50, 20, 120, 1, "box, top");
  has(true, 100, 20, 120, 1, "box, bottom");
  has(false, 20, 50, 100, 1, "box, left");
  has(false, 120, 50, 100, 1, "box, right");
  has(false, 150, 50, 100, 0.5, "corner, upright");
  has(true, 50, 150, 250, 0.5, "corner, level");
  has(true, 119.75, 20, 220, 0.5, "thin fill");
  has(false, 20.375, 140, 200, 0.75, "thin upright fill");
  has(true, 210, 30, 220, 0.5, "dashed");
  has(true, 220, 30, 220, 0.5, "white");
  has(true, 230, 100, 150, 1, "cut by the clip");
  has(true, 239.5, 250, 350, 1, "image as a line");
  has(true, 250, 40, 120, 1, "doubled");
  CHECK(page.rulings.size() == 14);
  for (const extract::Ruling& one : page.rulings) {
    CHECK(one.dashed == (one.position == Approx(210)));
    if (one.position == Approx(220)) {
      CHECK((one.color == extract::Color{255, 255, 255} || !one.horizontal));
    }
  }
  REQUIRE(page.fills.size() == 2);
  CHECK(page.fills[0].box == extract::Rect{240, 180, 340, 200});
  CHECK(page.fills[0].color == extract::Color{204, 229, 255});
  CHECK(page.fills[1].box == extract::Rect{20, 270, 120, 290});
  REQUIRE(page.images.size() == 1);
  CHECK(page.images[0].box == extract::Rect{250, 250, 330, 290});
  REQUIRE(page.paths.size() == 2);
  CHECK(page.paths[0].lines == 1);
  CHECK(page.paths[1].curves == 1);
}

TEST_CASE("patterns, masks, inline images, link borders and hidden layers") {
  const Page page = first_page("painted.pdf");
  CHECK(line(page, 250) == Line{"Efter"});
  CHECK(page.words.size() == 1);  // the mask's own text is not on the page
  REQUIRE(page.fills.size() == 2);
  CHECK(page.fills[0].box == extract::Rect{20, 50, 120, 100});   // the pattern, once
  CHECK(page.fills[1].box == extract::Rect{20, 150, 120, 200});  // seen through a mask
  REQUIRE(page.images.size() == 3);
  CHECK(page.images[0].box == extract::Rect{200, 50, 250, 100});
  CHECK(page.images[2].box == extract::Rect{200, 170, 260, 200});
  CHECK(page.rulings.empty());  // a link's border is none of the page

  const Page layers = first_page("layers.pdf");
  REQUIRE(layers.words.size() == 1);
  CHECK(layers.words[0].text == "Synlig");
  CHECK(layers.rulings.empty());
}
