#include "app/plan_file.h"

#include <fstream>
#include <iterator>

#include "app/version.h"
#include "extract/error.h"
#include "extract/sha256.h"

namespace app {

PlanFile read_plan_file(const std::string& path, const schema::ShardChoice& choose) {
  std::ifstream stream(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream) {
    throw extract::Error(extract::ErrorCode::file_access, path, "the plan cannot be read");
  }
  PlanFile file;
  file.sha256 = extract::sha256_of_text(text);
  file.plan = schema::parse_plan(text, path, schema::Catalogue::builtin(),
                                 [&](int shards) { return file.shard = choose(shards); });
  if (file.plan.tool_version != tool_version()) {
    throw extract::Error(extract::ErrorCode::bad_argument, path,
                         "was made by namndata " + file.plan.tool_version + ", this is " +
                             tool_version() + "; use one version for plan, work and merge");
  }
  return file;
}

}  // namespace app
