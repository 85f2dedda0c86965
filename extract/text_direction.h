#pragma once
// Text directions: positions on the page seen along and across a line of text that is turned by 0,
// 90, 180 or 270 degrees. `along` grows in reading direction, `across` downwards from the line.

#include "extract/geometry.h"

namespace extract {

inline double along(int rotation, double x, double y) {
  switch (rotation) {
    case 90:
      return y;
    case 180:
      return -x;
    case 270:
      return -y;
    default:
      return x;
  }
}
inline double across(int rotation, double x, double y) {
  switch (rotation) {
    case 90:
      return -x;
    case 180:
      return -y;
    case 270:
      return x;
    default:
      return y;
  }
}
// The box on the page between two positions along and two across.
inline Rect page_rect(int rotation, double from, double to, double top, double bottom) {
  switch (rotation) {
    case 90:
      return {-bottom, from, -top, to};
    case 180:
      return {-to, -bottom, -from, -top};
    case 270:
      return {top, -to, bottom, -from};
    default:
      return {from, top, to, bottom};
  }
}

}  // namespace extract
