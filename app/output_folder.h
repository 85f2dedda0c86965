#pragma once
// OutputFolder: a folder of files that is there whole or not at all, as OutputFile is for a file.

#include <string>

#include "app/output_file.h"

namespace app {

class OutputFolder {
 public:
  // Throws extract::Error(file_access) when there is something at `path` that is to be kept, or no
  // folder, or when its parent cannot be written.
  OutputFolder(const std::string& path, Existing existing);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  // Where a file of the folder is to be written until commit().
  std::string file(const std::string& name) const { return written_ + "/" + name; }
  // The folder takes its name. In a folder that is there the files written replace those of their
  // names, and all others stay.
  void commit();

 private:
  std::string path_, written_;
};

}  // namespace app
