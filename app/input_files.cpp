#include "app/input_files.h"

#include <algorithm>
#include <filesystem>
#include <istream>

namespace app {

namespace fs = std::filesystem;
using extract::Error;
using extract::ErrorCode;

namespace {

bool named_as_report(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension == ".pdf" || extension == ".txt";
}

void search(const fs::path& folder, InputFiles& found) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code unknown;
    if (entry->is_directory(unknown) && !entry->is_symlink(unknown)) {
      search(entry->path(), found);
    } else if (named_as_report(entry->path()) && !entry->is_directory(unknown)) {
      found.paths.push_back(entry->path().string());
    }
  }
  if (error) found.failures.emplace_back(ErrorCode::file_access, folder.string(), error.message());
}

void add(const std::string& argument, InputFiles& found) {
  std::error_code unknown;
  if (!fs::is_directory(argument, unknown)) {
    found.paths.push_back(argument);
    return;
  }
  InputFiles inside;
  search(argument, inside);
  if (inside.paths.empty() && inside.failures.empty()) {
    inside.failures.emplace_back(ErrorCode::not_found, argument,
                                 "the folder holds no reports (.pdf or .txt)");
  }
  found.paths.insert(found.paths.end(), inside.paths.begin(), inside.paths.end());
  found.failures.insert(found.failures.end(), inside.failures.begin(), inside.failures.end());
}

}  // namespace

InputFiles find_input_files(const std::vector<std::string>& arguments, std::istream& list) {
  InputFiles found;
  for (const std::string& argument : arguments) {
    if (argument != "-") {
      add(argument, found);
      continue;
    }
    for (std::string line; std::getline(list, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (!line.empty()) add(line, found);
    }
  }
  std::sort(found.paths.begin(), found.paths.end());
  found.paths.erase(std::unique(found.paths.begin(), found.paths.end()), found.paths.end());
  return found;
}

}  // namespace app
