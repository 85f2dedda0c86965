#include "schema/manifest.h"

#include <catch2/catch.hpp>

#include "extract/error.h"

using schema::Catalogue;
using schema::Manifest;

namespace {
Manifest parse(const char* text) { return Manifest::parse(text, "m.csv", Catalogue::builtin()); }
}  // namespace

TEST_CASE("A manifest's fields, any column missing", "[manifest]") {
  const Manifest manifest = parse(
      "path,municipality_code,board,period,title,source_url\n"
      "a.pdf,0580,Socialnämnden,2022-01/2022-03,\"Delår, mars\",https://example.org/a\n"
      "b.pdf\n");
  REQUIRE(manifest.entries().size() == 2);
  const schema::ManifestEntry& a = manifest.entries()[0];
  CHECK(a.municipality_code == "0580");
  CHECK(a.period->end == "2022-03-31");
  CHECK(a.hints().title == "Delår, mars");
  CHECK(a.source_url == "https://example.org/a");
  CHECK(manifest.entries()[1].fingerprint() == "");
  CHECK(parse("path,municipality\nx.pdf,Håbo kommun\n").entries()[0].municipality_code == "0305");
  CHECK(parse("path,municipality\nx.pdf,habo\n").entries()[0].municipality_code == "0643");
}

TEST_CASE("A manifest that is wrong is refused with its line", "[manifest]") {
  struct Case {
    const char* text;
    const char* message;
  };
  for (const Case& c : {
           Case{"file\na.pdf\n", "m.csv: line 1: a manifest needs the column \"path\""},
           Case{"path,municipality_code\na.pdf,0580\nb.pdf,9999\n",
                "m.csv: line 3: no municipality has the code 9999"},
           Case{"path,municipality_code\na.pdf,580\n",
                "m.csv: line 2: no municipality has the code 580 (codes have four digits: 0580?)"},
           Case{"path,municipality\na.pdf,Linkoping\n",
                "m.csv: line 2: no municipality is named Linkoping"},
           Case{"path,municipality_code,municipality\na.pdf,0580,Mellerud\n",
                "m.csv: line 2: the code 0580 is not Mellerud's, which is 1461"},
           Case{"path,period\na.pdf,mars 2022\n",
                "m.csv: line 2: not a period: mars 2022 (2023, 2023-01, 2022-01/2022-03 or "
                "2022-03-31)"},
           Case{"path\na.pdf\na.pdf\n", "m.csv: line 3: a second line for a.pdf"},
           Case{"path,title\n,x\n", "m.csv: line 2: no path"},
       }) {
    INFO(c.text);
    CHECK_THROWS_WITH(parse(c.text), c.message);
  }
  CHECK_THROWS_AS(Manifest::read("/no/such/manifest.csv", Catalogue::builtin()), extract::Error);
}

TEST_CASE("A path as it is written in the manifest goes before what is as near", "[manifest]") {
  const Manifest manifest = parse("path,title\na.pdf,A\n./a.pdf,B\nx/a.pdf,\n");
  CHECK(manifest.find("a.pdf")->title == "A");
  CHECK(manifest.find("./a.pdf")->title == "B");
  CHECK(manifest.find("x/a.pdf")->title.empty());
  CHECK(manifest.find("y/a.pdf") == nullptr);
}

TEST_CASE("Files are found in a manifest by the tail of their path", "[manifest]") {
  const Manifest manifest =
      parse("path,title\nrebuilt/a.pdf,A\nb.pdf,B\nx/c.pdf,X\ny/c.pdf,Y\n2022/mars/d.pdf,D\n");
  struct Case {
    const char* path;
    const char* title;  // nullptr: not found
  };
  for (const Case& c :
       {Case{"rebuilt/a.pdf", "A"}, Case{"/archive/rebuilt/a.pdf", "A"},
        Case{"./rebuilt//a.pdf", "A"}, Case{"a.pdf", "A"}, Case{"other/a.pdf", nullptr},
        Case{"/any/where/b.pdf", "B"}, Case{"c.pdf", nullptr}, Case{"z/x/c.pdf", "X"},
        Case{"mars/d.pdf", "D"}, Case{"2023/mars/d.pdf", nullptr}, Case{"ta.pdf", nullptr},
        Case{"", nullptr}}) {
    INFO(c.path);
    const schema::ManifestEntry* entry = manifest.find(c.path);
    CHECK((entry == nullptr) == (c.title == nullptr));
    if (entry != nullptr && c.title != nullptr) CHECK(entry->title == c.title);
  }
}
