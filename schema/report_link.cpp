#include "schema/report_link.h"

#include <filesystem>

namespace schema {

namespace {

constexpr char kDigits[] = "0123456789ABCDEF";

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string encoded(std::string_view text, std::string_view kept) {
  std::string out;
  for (const char c : text) {
    if (is_letter_or_digit(c) || kept.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    out += '%';
    out += kDigits[static_cast<unsigned char>(c) >> 4];
    out += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

std::string file_link(const std::string& path, const std::string& links_from) {
  std::filesystem::path file(path);
  if (file.is_relative() && !links_from.empty()) {
    file = std::filesystem::absolute(file).lexically_normal().lexically_relative(
        std::filesystem::absolute(links_from).lexically_normal());
  }
  return "external:" + percent_encoded(file.string());
}

}  // namespace

std::string percent_encoded(std::string_view path) { return encoded(path, "._~/-"); }

std::string web_address(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://")) return "";
  return encoded(text.substr(0, text.find('#')), "._~/-:?@!$&()*+,;=%[]");
}

ReportLinks::ReportLinks(Database& database, const std::string& links_from) {
  Statement select = database.prepare(
      "SELECT r.sha256, ifnull(r.source_url, ''), "
      "ifnull((SELECT min(f.path) FROM file AS f WHERE f.report_id = r.id), '') FROM report AS r");
  while (select.step()) {
    std::string link = web_address(select.text(1));
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
