// Opening files: what is read, what is refused, and with which words.

#include "extract/document.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "extract/error.h"

namespace {

using extract::ErrorCode;

const std::string kData = std::string(NAMNDATA_TEST_DATA) + "/";

std::string written(const std::string& name, const std::string& bytes) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

}  // namespace

TEST_CASE("files that cannot be read say why in one line, naming the file") {
  const std::string fifo =
      (std::filesystem::temp_directory_path() / "namndata-document-test-pipe").string();
  ::mkfifo(fifo.c_str(), 0600);
  const std::vector<std::pair<std::string, ErrorCode>> cases = {
      {kData + "not-there.pdf", ErrorCode::not_found},
      {kData + "gaps.pdf/inside", ErrorCode::not_found},
      {kData, ErrorCode::file_access},
      {fifo, ErrorCode::file_access},
      {written("namndata-document-test-empty.pdf", ""), ErrorCode::empty_file},
      {kData + "picture.pdf", ErrorCode::not_a_report},
      {kData + "damaged.pdf", ErrorCode::damaged},
      {kData + "encrypted_secret.pdf", ErrorCode::password},
      {kData + "encrypted_other.pdf", ErrorCode::unsupported},
      {kData + "no_pages.pdf", ErrorCode::no_pages},
      {written("namndata-document-test-header.pdf", "%PDF-1.7\n"), ErrorCode::damaged},
  };
  for (const auto& [path, code] : cases) {
    INFO(path);
    extract::Diagnostics diagnostics;
    try {
      extract::open_document(path, diagnostics);
      FAIL("was opened");
    } catch (const extract::Error& error) {
      CHECK(std::string(extract::name(error.code())) == extract::name(code));
      CHECK(error.place() == path);
      CHECK(std::string(error.what()).find('\n') == std::string::npos);
      CHECK(std::string(error.what()).starts_with(path));
    }
  }
  std::filesystem::remove(fifo);
}

TEST_CASE("what a PDF says of itself") {
  extract::Diagnostics diagnostics;
  const auto document = extract::open_document(kData + "gaps.pdf", diagnostics);
  const extract::DocumentInfo& info = document->info();
  CHECK(info.name == "gaps");
  CHECK(info.title == "Månadsrapport");
  CHECK(info.author == "N. N.");
  CHECK(info.producer == "by hand");
  CHECK(info.creation_date == "2023-02-14");
  CHECK_FALSE(info.tagged);
  CHECK_FALSE(info.is_text);
  CHECK(document->page_count() == 1);
}

TEST_CASE("the identity of a file is the SHA-256 of its bytes") {
  extract::Diagnostics diagnostics;
  const std::string path = written("namndata-document-test-abc.txt", "abc");
  CHECK(extract::open_document(path, diagnostics)->info().sha256 ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a PDF is known by its content, even after other bytes") {
  std::ifstream in(kData + "gaps.pdf", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  extract::Diagnostics diagnostics;
  const auto document = extract::open_document(
      written("namndata-document-test-mail.txt", "X-Header: 1\n\n" + bytes), diagnostics);
  CHECK_FALSE(document->info().is_text);
  CHECK(document->page_count() == 1);
}

TEST_CASE("Poppler's complaints become diagnostics") {
  extract::Diagnostics diagnostics;
  CHECK_THROWS_AS(extract::open_document(kData + "damaged.pdf", diagnostics), extract::Error);
  REQUIRE_FALSE(diagnostics.all().empty());
  for (const extract::Diagnostic& one : diagnostics.all()) CHECK(one.code == "pdf-syntax");
}

TEST_CASE("pages that cannot be trusted are told") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"scanned.pdf", "scanned-page"}, {"garbled.pdf", "garbled-text"}, {"gaps.pdf", ""}};
  for (const auto& [file, code] : cases) {
    INFO(file);
    extract::Diagnostics diagnostics;
    extract::open_document(kData + file, diagnostics)->page(1);
    const std::string found = diagnostics.all().empty() ? "" : diagnostics.all().front().code;
    CHECK(found == code);
  }
}
