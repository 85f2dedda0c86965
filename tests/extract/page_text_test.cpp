#include "extract/page_text.h"

#include <catch2/catch.hpp>

TEST_CASE("a page as text is sorted and says what is on it") {
  extract::Page page;
  page.number = 2;
  page.width = 100;
  page.height = 50.04;
  extract::Word word;
  word.text = "45";
  word.box = {10, 20, 15, 30};
  word.baseline = 28;
  word.font_size = 9;
  word.bold = true;
  word.content_id = 3;
  page.words.push_back(word);
  word.text = "jan";
  word.box = {-0.01, 20, 8, 30};
  word.bold = false;
  word.content_id = -1;
  page.words.push_back(word);
  page.rulings.push_back({true, 31, 0, 90, 0.5, true, extract::Ruling::Source::fill, {255, 0, 0}});
  page.fills.push_back({{0, 0, 10, 10}, {1, 2, 3}});
  page.images.push_back({{0, 0, 5, 5}});
  page.paths.push_back({{0, 0, 5, 5}, 2, 1});
  page.tagged_tables.push_back({4, {{true, {{true, 1, 2, {3, 5}}}}}});
  CHECK(extract::page_text(page) ==
        "page\t2\t100.0\t50.0\n"
        "word\t0.0\t20.0\t8.0\t30.0\tjan\tsize=9.0\tbaseline=28.0\t-\n"
        "word\t10.0\t20.0\t15.0\t30.0\t45\tsize=9.0\tbaseline=28.0\tbold content=3\n"
        "ruling\thorizontal\t31.0\t0.0\t90.0\tthickness=0.5\tfill dashed\t#ff0000\n"
        "fill\t0.0\t0.0\t10.0\t10.0\t#010203\n"
        "image\t0.0\t0.0\t5.0\t5.0\n"
        "path\t0.0\t0.0\t5.0\t5.0\tlines=2\tcurves=1\n"
        "table\t4\n"
        "cell\t0\thead TH\t1x2\t3 5\n");
}
