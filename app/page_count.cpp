#include "app/page_count.h"

#include <utility>

#include "app/reading_pool.h"
#include "extract/error.h"
#include "extract/input_file.h"
#include "extract/sha256.h"

namespace app {

std::vector<CountedPages> count_pages(const std::vector<std::string>& paths,
                                      const ReadingLimits& limits, std::size_t jobs,
                                      const std::function<void(const std::string& path)>& told) {
  std::vector<CountedPages> counted(paths.size());
  ReadingPool pool(&read_task, limits, jobs, ".");  // no rows are asked for, none are spooled
  std::size_t started = 0;
  while (started < paths.size() || !pool.idle()) {
    for (; started < paths.size() && pool.has_room(); ++started) {
      told(paths[started]);
      try {
        extract::InputFile file(paths[started]);
        counted[started].sha256 = sha256_of_file(file);
        ReadRequest request;
        request.path = paths[started];
        request.pages_only = true;
        pool.start({started, std::move(request), counted[started].sha256, std::move(file)});
      } catch (const extract::Error& error) {
        if (error.place() != paths[started]) throw;
        counted[started].message = error.message();
      }
    }
    for (const ReadingResult& result : pool.wait()) {
      if (result.status.empty()) counted[result.id].pages = result.pages;
    }
  }
  return counted;
}

}  // namespace app
