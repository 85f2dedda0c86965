#include "schema/report_link.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "schema/json_text.h"

namespace schema {

namespace {

constexpr char kDigits[] = "0123456789ABCDEF";

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void append_encoded(std::string& out, char c, std::string_view kept) {
  if (is_letter_or_digit(c) || kept.find(c) != std::string_view::npos) {
    out += c;
    return;
  }
  out += '%';
  out += kDigits[static_cast<unsigned char>(c) >> 4];
  out += kDigits[static_cast<unsigned char>(c) & 15];
}

std::string file_link(const std::string& path, const std::string& links_from) {
  std::filesystem::path file(path);
  if (file.is_relative() && !links_from.empty()) {
    file = std::filesystem::absolute(file).lexically_normal().lexically_relative(
        std::filesystem::absolute(links_from).lexically_normal());
  }
  return file_address(file.string());
}

// libxlsxwriter takes a link with these words anywhere for one of another kind: the host of an
// address is written in capitals, which name the same one, and the colon of a path as %3A.
std::string without_prefixes(std::string address) {
  constexpr std::array<std::string_view, 2> kPrefixes = {"internal:", "external:"};
  const std::size_t path = address.find('/', address.find("//") + 2);
  for (const std::string_view prefix : kPrefixes) {
    for (std::size_t at = 0; (at = address.find(prefix, at)) != std::string::npos;) {
      if (at < path) {
        std::transform(address.begin() + static_cast<std::ptrdiff_t>(at),
                       address.begin() + static_cast<std::ptrdiff_t>(at + prefix.size()),
                       address.begin() + static_cast<std::ptrdiff_t>(at),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
      } else {
        address.replace(at + prefix.size() - 1, 1, "%3A");
      }
    }
  }
  return address;
}

}  // namespace

std::string file_address(std::string_view path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t length = std::max<std::size_t>(utf8_length(path.substr(at)), 1);
    const std::string_view character = path.substr(at, length);
    if (length > 1 && character != "\uFFFE" && character != "\uFFFF") {  // those XML cannot have
      out += character;
    } else {
      for (const char byte : character) append_encoded(out, byte, "._~/-");
    }
    at += length;
  }
  return out;
}

std::string web_address(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://")) return "";
  std::string out;
  for (const char c : text.substr(0, text.find('#'))) {
    append_encoded(out, c, "._~/-:?@!$&()*+,;=%[]");
  }
  return out;
}

ReportLinks::ReportLinks(Database& database, const std::string& links_from) {
  Statement select = database.prepare(
      "SELECT r.sha256, ifnull(r.source_url, ''), "
      "ifnull((SELECT min(f.path) FROM file AS f WHERE f.report_id = r.id), '') FROM report AS r");
  while (select.step()) {
    std::string link = without_prefixes(web_address(select.text(1)));
    if (link.empty() && !select.text(2).empty()) {
      link = file_link(std::string(select.text(2)), links_from);
    }
    if (!link.empty()) links_.emplace(select.text(0), link);
  }
}

std::string ReportLinks::page_link(std::string_view report_sha256, std::string_view page) const {
  const auto link = links_.find(report_sha256);
  return link == links_.end() ? "" : link->second + "#page=" + std::string(page);
}

}  // namespace schema
