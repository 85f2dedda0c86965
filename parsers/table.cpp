#include "parsers/table.h"

namespace parsers {

const char* name(Method method) {
  switch (method) {
    case Method::tagged: return "tagged";
    case Method::lattice: return "lattice";
    case Method::stream: return "stream";
    case Method::text: return "text";
    case Method::ocr: return "ocr";
  }
  return "";
}

const char* name(CellRole role) {
  switch (role) {
    case CellRole::boxhead: return "boxhead";
    case CellRole::stub: return "stub";
    case CellRole::data: return "data";
  }
  return "";
}

}  // namespace parsers
