#pragma once
// OutputFile: a file that is there whole or not at all. What is written goes to a new file beside
// the one meant, which takes its name at the end; an existing file is replaced only when that was
// asked for.
//
//   OutputFile file("observations.csv", Existing::keep);
//   file.stream() << rows;
//   file.commit();

#include <CLI/CLI.hpp>
#include <fstream>
#include <string>

namespace app {

enum class Existing { keep, replace };

// The option --force of every command that writes a file.
void add_force(CLI::App& cli, Existing& existing);

class OutputFile {
 public:
  // Throws extract::Error(file_access) when the file exists and is to be kept, is a folder or a
  // device, or its folder cannot be written.
  OutputFile(const std::string& path, Existing existing);
  // Removes what was written, unless commit() was called.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  std::ostream& stream() { return stream_; }
  // The new file, for a writer that opens it itself (and does not use stream()).
  const std::string& written_path() const { return written_; }
  // Throws extract::Error(file_access) when not everything could be written, or when somebody else
  // has made the file meanwhile.
  void commit();

 private:
  std::string path_, written_;
  Existing existing_;
  std::ofstream stream_;
};

}  // namespace app
