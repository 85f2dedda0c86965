#pragma once
// The plan: which shard of a cluster's ingestion reads which file. A CSV that people can read and
// that `work` needs alone: it is a manifest with the columns shard, pages, sha256 and tool_version.
//
//   shard,pages,sha256,path,municipality_code,board,period,title,source_url,tool_version
//   1/12,8,0a4f…,mellerud/2023-12.pdf,1461,Socialnämnden,2023-12,,,0.1.0+2

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/catalogue.h"
#include "schema/manifest.h"

namespace schema {

struct PlannedFile {
  std::string sha256;   // lower-case hex of the file's bytes; "" when they could not be read
  int pages = 1;        // 1 when the file cannot be opened: it still gets its status
  ManifestEntry entry;  // its path, and what the manifest says of it
  int shard = 0;        // from 1
};

struct Plan {
  int shards = 0;
  std::string tool_version;
  std::vector<PlannedFile> files;  // by shard, digest and path
};

// Which shard's files are wanted of a plan with so many shards; 0 all.
using ShardChoice = std::function<int(int shards)>;

// Cuts the files into shards of about equal page counts, in the order of their digests, so that the
// order in which they are given does not matter; the same content under several paths is in one
// shard. There may be shards without files. REQUIRES: shards ≥ 1, no two files of one path.
Plan make_plan(std::vector<PlannedFile> files, int shards, std::string tool_version);

std::string plan_csv(const Plan& plan);

// Reads a plan back, or of a large one a shard; the other files are then looked at for their shard
// and tool version only. Throws extract::Error(bad_argument), naming `place` and the line, for what
// plan_csv does not write: a missing column, no such shard, a content in two shards, a path twice,
// two tool versions, no rows, what a manifest refuses.
Plan parse_plan(std::string_view csv, const std::string& place, const Catalogue& catalogue,
                const ShardChoice& choose = nullptr);

}  // namespace schema
