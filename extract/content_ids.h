#pragma once
// ContentIds: one number for each piece of marked content on a page. A page's own MCIDs keep their
// value; those inside form XObjects, which count from 0 again, get numbers above them.

#include <map>
#include <utility>

namespace extract {

class ContentIds {
 public:
  // `form` is the form's object number, 0 for the page itself. -1 for an id that cannot be.
  int id(int form, int mcid) {
    if (mcid < 0 || mcid >= kFirstOfForms) return -1;
    if (form == 0) return mcid;
    const int next = kFirstOfForms + static_cast<int>(forms_.size());
    return forms_.emplace(std::pair(form, mcid), next).first->second;
  }

 private:
  static constexpr int kFirstOfForms = 1 << 24;
  std::map<std::pair<int, int>, int> forms_;
};

}  // namespace extract
