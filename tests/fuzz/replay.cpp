// Replays the seeds of a fuzz target, so that they are tests without libFuzzer. Each seed is read
// as it stands and in its neighbourhood: every beginning of it, every byte left out, and joined
// with the seed after it.
//
//   number_replay seeds/number           reads every file of the folder
//   number_replay seeds/number OUT       also writes each seed to a file of its own in OUT
//
// A file *.seeds holds one seed a line, in which \n, \t, \\ and \xHH stand for bytes; lines that
// begin with # are comments. Any other file is one seed.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz_target.h"

namespace {

constexpr std::size_t kLongestNeighbour = 200;  // bytes; longer seeds are read as they stand

std::string unescaped(std::string_view line) {
  std::string seed;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\\' || i + 1 == line.size()) {
      seed += line[i];
      continue;
    }
    switch (line[++i]) {
      case 'n':
        seed += '\n';
        break;
      case 't':
        seed += '\t';
        break;
      case 'x':
        seed += static_cast<char>(std::stoi(std::string(line.substr(i + 1, 2)), nullptr, 16));
        i += 2;
        break;
      default:
        seed += line[i];
    }
  }
  return seed;
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> seeds_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry);
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const std::filesystem::path& file : files) {
    const std::string content = content_of(file);
    if (file.extension() != ".seeds") {
      seeds.push_back(content);
      continue;
    }
    for (const std::string_view line : fuzz::lines_of(content)) {
      if (!line.empty() && line.front() != '#') seeds.push_back(unescaped(line));
    }
  }
  return seeds;
}

std::size_t executions = 0;

void read(std::string_view input) {
  // A copy of its own size: reading past the end is seen by the sanitizer.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  ++executions;
}

void read_neighbours(const std::string& seed, const std::string& next) {
  for (std::size_t i = 0; i < seed.size(); ++i) {
    read(std::string_view(seed).substr(0, i));
    std::string shorter = seed;
    read(shorter.erase(i, 1));
  }
  read(seed + next);
  read(seed + " " + next);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: %s SEEDS-FOLDER [OUT-FOLDER]\n", argv[0]);
    return 1;
  }
  const std::vector<std::string> seeds = seeds_in(argv[1]);
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    read(seeds[i]);
    if (seeds[i].size() <= kLongestNeighbour) {
      read_neighbours(seeds[i], seeds[(i + 1) % seeds.size()]);
    }
    if (argc > 2) {
      std::filesystem::create_directories(argv[2]);
      std::ofstream(std::filesystem::path(argv[2]) / ("seed-" + std::to_string(i)),
                    std::ios::binary)
          << seeds[i];
    }
  }
  std::printf("%zu seeds, %zu inputs read\n", seeds.size(), executions);
  return seeds.empty() ? 1 : 0;
}
