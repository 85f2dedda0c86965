#include "schema/plan.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "extract/error.h"

using schema::Catalogue;
using schema::make_plan;
using schema::Plan;
using schema::PlannedFile;

namespace {

std::string sha(int number) {
  std::string text = std::to_string(number);
  return std::string(64 - text.size(), '0') + text;
}

PlannedFile file(const std::string& path, int pages, const std::string& sha256) {
  PlannedFile planned{sha256, pages, {}, 0};
  planned.entry.path = path;
  return planned;
}

std::vector<PlannedFile> archive(int files) {
  std::vector<PlannedFile> result;
  for (int i = 0; i < files; ++i) {
    result.push_back(
        file("f" + std::to_string(i) + ".pdf", 1 + i * 37 % 50, sha(i * 7919 % 10007)));
  }
  return result;
}

std::map<int, int> pages_of_shards(const Plan& plan) {
  std::map<int, int> pages;
  for (const PlannedFile& planned : plan.files) pages[planned.shard] += planned.pages;
  return pages;
}

const std::string kHead =
    "shard,pages,sha256,path,municipality_code,board,period,title,source_url,tool_version\n";

}  // namespace

TEST_CASE("Shards have about the same number of pages", "[plan][issue-6]") {
  const Plan plan = make_plan(archive(1000), 12, "1");
  const std::map<int, int> pages = pages_of_shards(plan);
  CHECK(pages.size() == 12);
  int total = 0;
  for (const auto& [shard, count] : pages) total += count;
  for (const auto& [shard, count] : pages) {
    INFO(shard);
    CHECK(std::abs(count - total / 12) <= 50);  // one file's pages
  }
}

TEST_CASE("The order in which files are given does not matter", "[plan][issue-6]") {
  std::vector<PlannedFile> files = archive(50);
  const std::string plan = plan_csv(make_plan(files, 7, "1"));
  std::reverse(files.begin(), files.end());
  CHECK(plan_csv(make_plan(files, 7, "1")) == plan);
  std::rotate(files.begin(), files.begin() + 17, files.end());
  CHECK(plan_csv(make_plan(files, 7, "1")) == plan);
}

TEST_CASE("The same content under several paths is in one shard", "[plan][issue-6]") {
  std::vector<PlannedFile> files = archive(20);
  for (int copy = 0; copy < 30; ++copy) {
    files.push_back(file("copy" + std::to_string(copy) + ".pdf", files[3].pages, files[3].sha256));
  }
  std::set<int> shards;
  const Plan plan = make_plan(files, 10, "1");
  for (const PlannedFile& planned : plan.files) {
    if (planned.sha256 == files[3].sha256) shards.insert(planned.shard);
  }
  CHECK(shards.size() == 1);
  CHECK(pages_of_shards(plan).size() == 10);  // copies cost nothing
}

TEST_CASE("Few files, many shards; files that cannot be read; pages that nobody has",
          "[plan][issue-6]") {
  CHECK(make_plan({}, 3, "1").files.empty());
  const Plan few = make_plan({file("a", 3, sha(1)), file("b", 3, sha(2))}, 100, "1");
  CHECK(few.files[0].shard == 26);
  CHECK(few.files[1].shard == 76);

  std::vector<PlannedFile> unread;
  for (int i = 0; i < 9; ++i) unread.push_back(file("f" + std::to_string(i), 1, ""));
  CHECK(pages_of_shards(make_plan(unread, 3, "1")) == std::map<int, int>{{1, 3}, {2, 3}, {3, 3}});

  std::vector<PlannedFile> files = archive(2000);
  for (int i = 0; i < 5; ++i) files[static_cast<std::size_t>(i)].pages = 2'000'000'000;
  const Plan plan = make_plan(files, 1'000'000, "1");
  CHECK(std::all_of(plan.files.begin(), plan.files.end(), [](const PlannedFile& planned) {
    return planned.shard >= 1 && planned.shard <= 1'000'000;
  }));
}

TEST_CASE("A plan is a CSV that is read back as it was", "[plan][issue-6]") {
  std::vector<PlannedFile> files = {file("b, \"2\".pdf", 4, sha(2)), file("a.pdf", 1, "")};
  files[0].entry.municipality_code = "0580";
  files[0].entry.board = "Socialnämnden";
  files[0].entry.title = "Delår, mars";
  files[0].entry.period = parsers::canonical_period("2022-01/2022-03");
  files[0].entry.source_url = "https://example.org/b";
  const Plan plan = make_plan(files, 2, "0.1.0+2");
  const std::string csv = plan_csv(plan);
  CHECK(csv == kHead + "1/2,1,,a.pdf,,,,,,0.1.0+2\n2/2,4," + sha(2) +
                   ",\"b, \"\"2\"\".pdf\",0580,Socialnämnden,2022-01/2022-03,\"Delår, mars\","
                   "https://example.org/b,0.1.0+2\n");
  const Plan again = parse_plan(csv, "plan.csv", Catalogue::builtin());
  CHECK(plan_csv(again) == csv);
  CHECK(again.shards == 2);
  CHECK(again.tool_version == "0.1.0+2");
  CHECK(again.files[1].entry.fingerprint() == plan.files[1].entry.fingerprint());
}

TEST_CASE("Of a large plan a shard can be read", "[plan][issue-6]") {
  const std::string csv = plan_csv(make_plan(archive(100), 7, "1"));
  const Plan all = parse_plan(csv, "plan.csv", Catalogue::builtin());
  std::size_t files = 0;
  for (int shard = 1; shard <= 7; ++shard) {
    const Plan part = parse_plan(csv, "plan.csv", Catalogue::builtin(), [&](int shards) {
      CHECK(shards == 7);
      return shard;
    });
    CHECK(part.shards == 7);
    CHECK(part.tool_version == "1");
    for (const PlannedFile& planned : part.files) {
      CHECK(planned.shard == shard);
      CHECK(planned.entry.path == all.files[files++].entry.path);
    }
  }
  CHECK(files == 100);
  // What is wrong elsewhere is seen still.
  CHECK_THROWS_WITH(parse_plan(csv + "1/8,1,,z.pdf,,,,,,1\n", "plan.csv", Catalogue::builtin(),
                               [](int) { return 2; }),
                    "plan.csv: line 102: another number of shards than line 2");
}

TEST_CASE("A plan that is wrong is refused with its line", "[plan][issue-6]") {
  const std::string good = "1/2,1," + sha(1) + ",a.pdf,,,,,,1\n";
  struct Case {
    std::string text, message;
  };
  for (const Case& c : {
           Case{"path\na.pdf\n",
                "line 1: a plan needs the column \"shard\"; make one with: "
                "namndata plan PATH… --shards N -o plan.csv"},
           Case{"",
                "line 1: a plan needs the column \"shard\"; make one with: "
                "namndata plan PATH… --shards N -o plan.csv"},
           Case{kHead, "line 1: the plan has no files"},
           Case{kHead + good + "3/2,1,,b.pdf,,,,,,1\n", "line 3: \"3/2\" is no shard such as 3/12"},
           Case{kHead + "0/2,1,,b.pdf,,,,,,1\n", "line 2: \"0/2\" is no shard such as 3/12"},
           Case{kHead + "1,1,,b.pdf,,,,,,1\n", "line 2: \"1\" is no shard such as 3/12"},
           Case{kHead + ",1,,b.pdf,,,,,,1\n", "line 2: \"\" is no shard such as 3/12"},
           Case{kHead + "1/99999999999,1,,b.pdf,,,,,,1\n",
                "line 2: \"1/99999999999\" is no shard such as 3/12"},
           Case{kHead + good + "1/3,1,,b.pdf,,,,,,1\n",
                "line 3: another number of shards than line 2"},
           Case{kHead + good + "1/2,0,,b.pdf,,,,,,1\n", "line 3: \"0\" is no number of pages"},
           Case{kHead + good + "1/2,-1,,b.pdf,,,,,,1\n", "line 3: \"-1\" is no number of pages"},
           Case{kHead + good + "1/2,2x,,b.pdf,,,,,,1\n", "line 3: \"2x\" is no number of pages"},
           Case{kHead + good + "1/2,1,ABC,b.pdf,,,,,,1\n",
                "line 3: sha256 must be 64 hexadecimal digits, or empty"},
           Case{kHead + good + "1/2,1,,b.pdf,,,,,,2\n", "line 3: another tool_version than line 2"},
           Case{kHead + good + "2/2,1," + sha(1) + ",b.pdf,,,,,,1\n",
                "line 3: the content of line 2 in another shard"},
           Case{kHead + good + "1/2,1,,a.pdf,,,,,,1\n", "line 3: a second line for a.pdf"},
           Case{kHead + good + "1/2,1,,,,,,,,1\n", "line 3: no path"},
           Case{kHead + good + "1/2,1,,b.pdf,9999,,,,,1\n",
                "line 3: no municipality has the code 9999"},
           Case{kHead + good + "1/2,1,,b.pdf,,,x,,,1\n",
                "line 3: not a period: x (2023, 2023-01, 2022-01/2022-03 or 2022-03-31)"},
       }) {
    INFO(c.text);
    CHECK_THROWS_WITH(parse_plan(c.text, "plan.csv", Catalogue::builtin()),
                      "plan.csv: " + c.message);
  }
}
