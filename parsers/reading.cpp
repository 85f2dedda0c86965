#include "parsers/reading.h"

namespace parsers {

const char* name(Source source) {
  switch (source) {
    case Source::table:
      return "table";
    case Source::chart:
      return "chart";
    case Source::prose:
      return "prose";
  }
  return "";
}

const char* name(Status status) {
  switch (status) {
    case Status::unverified:
      return "unverified";
    case Status::verified:
      return "verified";
    case Status::contradicted:
      return "contradicted";
  }
  return "";
}

const char* name(Missing missing) {
  switch (missing) {
    case Missing::nothing_to_report:
      return "nothing_to_report";
    case Missing::not_available:
      return "not_available";
    case Missing::not_applicable:
      return "not_applicable";
    case Missing::suppressed:
      return "suppressed";
    case Missing::closed:
      return "closed";
    case Missing::blank:
      return "blank";
    case Missing::text:
      return "text";
  }
  return "";
}

}  // namespace parsers
