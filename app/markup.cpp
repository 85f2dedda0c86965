#include "app/markup.h"

#include <fmt/format.h>

namespace app {

std::string html_head(const std::string& title) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n"
      "<style>body{{font-family:sans-serif}} table{{border-collapse:collapse;margin:1em 0}} "
      "caption{{text-align:left;font-weight:bold}} th,td{{border:1px solid #999;padding:2px 6px}} "
      "td{{text-align:right}} th{{text-align:left;background:#eee}}</style>\n</head>\n<body>\n",
      escaped(title));
}

std::string html_tail() { return "</body>\n</html>\n"; }

std::string escaped(const std::string& text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += static_cast<unsigned char>(c) < 0x20 && c != '\n' ? ' ' : c;
    }
  }
  return result;
}

}  // namespace app
