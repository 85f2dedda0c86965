#include "extract/words.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using extract::DrawnText;
using extract::GlyphStyle;
using extract::Word;

// Draws letters half an em wide.
class Pen {
 public:
  explicit Pen(double size = 10) { style(size); }

  GlyphStyle& style(double size) {
    GlyphStyle style;
    style.font_size = size;
    text_.styles.push_back(style);
    return text_.styles.back();
  }
  Pen& at(double x, double y) {
    x_ = x;
    y_ = y;
    return *this;
  }
  Pen& draw(const std::u32string& letters) {
    const double width = text_.styles.back().font_size / 2;
    for (const char32_t letter : letters) {
      text_.add(std::u32string_view(&letter, 1), x_, y_, width);
      x_ += width;
    }
    return *this;
  }
  Pen& skip(double points) {
    x_ += points;
    return *this;
  }
  std::vector<Word> words() const { return extract::build_words(text_); }
  std::vector<std::string> texts() const {
    std::vector<std::string> result;
    for (const Word& word : words()) result.push_back(word.text);
    return result;
  }

 private:
  DrawnText text_;
  double x_ = 0, y_ = 100;
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a gap ends a word, kerning does not") {
  struct Case {
    double gap;
    Texts words;
  };
  // Size 10: 0.1 em is one point.
  const std::vector<Case> cases = {
      {0, {"12"}},  {0.9, {"12"}},  {1.1, {"1", "2"}}, {3, {"1", "2"}},
      {-1, {"12"}}, {-2.9, {"12"}}, {-20, {"1", "2"}},
  };
  for (const Case& one : cases) {
    INFO(one.gap);
    CHECK(Pen().draw(U"1").skip(one.gap).draw(U"2").texts() == one.words);
  }
}

TEST_CASE("spaces of every kind end words and belong to none") {
  for (const char32_t space : {U' ', char32_t{0xA0}, char32_t{0x202F}, char32_t{0x2009}}) {
    const auto words = Pen().draw(U"1" + std::u32string(1, space) + U"234").words();
    REQUIRE(words.size() == 2);
    CHECK(words[0].text == "1");
    CHECK(words[0].space_after);
    CHECK(words[1].text == "234");
    CHECK_FALSE(words[1].space_after);
  }
}

TEST_CASE("another size or baseline is another word") {
  Pen raised;
  raised.draw(U"5");
  raised.style(6);
  CHECK(raised.at(5, 96).draw(U"1").texts() == Texts{"5", "1"});
  Pen smaller;
  smaller.draw(U"5");
  smaller.style(6);
  CHECK(smaller.at(5, 100).draw(U"1").texts() == Texts{"5", "1"});
  Pen capitals;
  capitals.style(12);
  capitals.draw(U"S");
  capitals.style(9);
  CHECK(capitals.draw(U"UMMA").texts() == Texts{"SUMMA"});
}

TEST_CASE("marked content that changes between touching glyphs only is no end") {
  Pen pen;
  pen.style(10).content_id = 1;
  pen.draw(U"Kon");
  pen.style(10).content_id = 2;
  CHECK(pen.draw(U"takt").texts() == Texts{"Kontakt"});
  Pen apart;
  apart.style(10).content_id = 1;
  apart.draw(U"12");
  apart.style(10).content_id = 2;
  CHECK(apart.skip(0.8).draw(U"34").texts() == Texts{"12", "34"});
}

TEST_CASE("drawing order does not matter, except for the order of words") {
  CHECK(Pen().at(20, 100).draw(U"c").at(10, 100).draw(U"a").at(15, 100).draw(U"b").texts() ==
        Texts{"abc"});
  CHECK(Pen().at(50, 100).draw(U"y").at(10, 100).draw(U"x").texts() == Texts{"y", "x"});
  // A space that was drawn keeps the parts apart.
  CHECK(Pen().draw(U"a ").at(5.5, 100).draw(U"b").texts() == Texts{"a", "b"});
}

TEST_CASE("double strikes") {
  const auto words =
      Pen().draw(U"Summa").at(0.4, 100).draw(U"Summa").at(0, 120).draw(U"Summa").words();
  REQUIRE(words.size() == 2);
  CHECK(words[0].text == "Summa");
  CHECK(words[0].bold);
  CHECK_FALSE(words[1].bold);
  CHECK(words[0].box.x0 == Approx(0));
  // Equal digits in a row are not struck twice.
  CHECK(Pen().draw(U"111").texts() == Texts{"111"});
  // Other letters at the same place are another text.
  CHECK(Pen().draw(U"a").at(0.4, 100).draw(U"b").texts().size() == 2);
}

TEST_CASE("an invisible text layer over the visible text adds no words") {
  Pen pen;
  pen.draw(U"45");
  pen.style(10).invisible = true;
  const auto words = pen.at(0, 100).draw(U"45").words();
  REQUIRE(words.size() == 1);
  CHECK_FALSE(words[0].invisible);
  CHECK_FALSE(words[0].bold);
}

TEST_CASE("an invisible layer between the glyphs does not keep a word apart") {
  Pen pen;
  pen.at(20, 100).draw(U"c").at(10, 100).draw(U"a");
  pen.style(10).invisible = true;
  pen.at(12, 100).draw(U"xy");
  pen.style(10);
  const auto texts = pen.at(15, 100).draw(U"b").texts();
  CHECK(texts == Texts{"abc", "xy"});
}

TEST_CASE("spaced-out headings") {
  const auto spaced = [](const std::u32string& letters, double gap, double word_gap) {
    Pen pen;
    for (const char32_t letter : letters) {
      if (letter == U' ') {
        pen.skip(word_gap - gap);
      } else {
        pen.draw(std::u32string(1, letter)).skip(gap);
      }
    }
    return pen.texts();
  };
  CHECK(spaced(U"TOTALT", 3, 0) == Texts{"TOTALT"});
  CHECK(spaced(U"TOTALT UTFALL", 3, 9) == Texts{"TOTALT", "UTFALL"});
  CHECK(spaced(U"MKT", 3, 0) == Texts{"M", "K", "T"});   // column heads, perhaps
  CHECK(spaced(U"JFMAMJ", 30, 0).size() == 6);           // column heads, surely
  CHECK(spaced(U"12345", 3, 0).size() == 5);             // never figures
  CHECK(spaced(U"TOTALT UTFALL", 3, 4.5).size() == 12);  // neither one nor the other
}

TEST_CASE("letter spacing that was asked for is no gap") {
  Pen pen;
  pen.style(10).letter_spacing = 4;
  CHECK(pen.draw(U"B").skip(4).draw(U"U").skip(4).draw(U"D").texts() == Texts{"BUD"});
}

TEST_CASE("accents drawn over letters") {
  CHECK(Pen().draw(U"M\u00A8").skip(-5).draw(U"ang").texts() == Texts{"Mäng"});
  CHECK(Pen().draw(U"a").skip(-5).draw(U"\u02DA").draw(U"r").texts() == Texts{"år"});
  CHECK(Pen().draw(U"\u00A8").texts() == Texts{"\u00A8"});
}

TEST_CASE("boxes follow the text's direction") {
  Pen pen;
  pen.style(10).rotation = 270;
  DrawnText text;
  GlyphStyle style;
  style.font_size = 10;
  style.rotation = 270;
  text.styles.push_back(style);
  text.add(U"a", 50, 100, 5);
  text.add(U"b", 50, 95, 5);
  const auto words = extract::build_words(text);
  REQUIRE(words.size() == 1);
  CHECK(words[0].text == "ab");
  CHECK(words[0].box == extract::Rect{42.5, 90, 52.5, 100});
  CHECK(words[0].baseline == 50);
}

TEST_CASE("typesetters' marks vanish, unknown glyphs stay") {
  DrawnText text;
  GlyphStyle style;
  style.font_size = 10;
  text.styles.push_back(style);
  text.add(U"\u0007", 0, 100, 2);
  text.add(U"1", 2, 100, 5);
  text.add(U"", 7, 100, 5);
  text.add(U"\u0003", 12, 100, 5);
  text.add(U"\u200B", 17, 100, 0);
  const auto words = extract::build_words(text);
  REQUIRE(words.size() == 1);
  CHECK(words[0].text == "1\uFFFD\uFFFD");
}

TEST_CASE("a page of 50,000 words is no trouble", "[large]") {
  Pen pen(1);
  for (int row = 0; row < 500; ++row) {
    pen.at(0, row * 2);
    for (int column = 0; column < 100; ++column) pen.draw(U"12345").skip(2);
  }
  CHECK(pen.words().size() == 50'000);
}
