#include "extract/poppler_tags.h"

#include <Catalog.h>
#include <Object.h>
#include <PDFDoc.h>
#include <XRef.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace extract {
namespace {

// Bounds for hostile trees. Word nests about 12 deep; a report of 300 pages has 100,000 elements.
constexpr int kMaxDepth = 64;
constexpr int kMaxElements = 500'000;
constexpr int kMaxSpan = 1000;
constexpr int kMaxRoleSteps = 8;
constexpr std::size_t kMaxPagesOfRow = 8;

enum class Role { other, table, table_head, row, header_cell, data_cell };

Role standard_role(std::string_view name) {
  if (name == "Table") return Role::table;
  if (name == "THead") return Role::table_head;
  if (name == "TR") return Role::row;
  if (name == "TH") return Role::header_cell;
  if (name == "TD") return Role::data_cell;
  return Role::other;
}

class TreeReader {
 public:
  TreeReader(PDFDoc& document, std::vector<TagTree::Table>& tables)
      : document_(document), tables_(tables) {}

  void read() {
    const Object catalog = document_.getXRef()->getCatalog();
    if (!catalog.isDict()) return;
    const Object root = catalog.dictLookup("StructTreeRoot");
    if (!root.isDict()) return;
    role_map_ = root.dictLookup("RoleMap");
    class_map_ = root.dictLookup("ClassMap");
    for (int number = 1; number <= document_.getNumPages(); ++number) {
      if (const Ref* ref = document_.getCatalog()->getPageRef(number)) {
        pages_.emplace(ref->num, number);
      }
    }
    children(*root.getDict(), Place{}, 0);
  }

 private:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  // Where in the tree we are. Indexes, since the vectors grow.
  struct Place {
    int page = 0;
    std::size_t table = kNowhere;
    bool head = false;
    bool in_row = false;
    bool in_cell = false;
  };

  Role role_of(const Dict& element) {
    const Object name = element.lookup("S");
    if (!name.isName()) return Role::other;
    const auto [it, is_new] = roles_.try_emplace(name.getName(), Role::other);
    if (is_new) it->second = mapped_role(name.getName());
    return it->second;
  }

  Role mapped_role(std::string name) const {
    for (int step = 0; step < kMaxRoleSteps; ++step) {
      const Role role = standard_role(name);
      if (role != Role::other || !role_map_.isDict()) return role;
      const Object next = role_map_.dictLookup(name.c_str());
      if (!next.isName()) return Role::other;
      name = next.getName();
    }
    return Role::other;
  }

  // The entries of K: an element, a content id, a reference to content, or an array of these.
  void children(const Dict& element, const Place& place, int depth) {
    const Object& kids = element.lookupNF("K");
    const Object fetched = kids.isRef() ? kids.fetch(document_.getXRef()) : Object(objNull);
    const Object& value = kids.isRef() ? fetched : kids;
    if (value.isArray()) {
      const Array& array = *value.getArray();
      for (int i = 0; i < array.getLength(); ++i) child(array.getNF(i), place, depth);
    } else {
      child(kids, place, depth);
    }
  }

  void child(const Object& kid, const Place& place, int depth) {
    if (kid.isInt()) {
      content({place.page, 0, kid.getInt()}, place);
    } else if (kid.isRef()) {
      if (!seen_.insert(kid.getRefNum()).second) return;
      const Object fetched = kid.fetch(document_.getXRef());
      if (fetched.isDict()) dictionary(*fetched.getDict(), place, depth);
    } else if (kid.isDict()) {
      dictionary(*kid.getDict(), place, depth);
    }
  }

  void dictionary(const Dict& dict, Place place, int depth) {
    if (depth >= kMaxDepth || ++elements_ > kMaxElements) return;
    const Object& page = dict.lookupNF("Pg");
    if (page.isRef()) {
      const auto it = pages_.find(page.getRefNum());
      if (it != pages_.end()) place.page = it->second;
    }
    if (!dict.hasKey("S")) {
      const Object mcid = dict.lookup("MCID");
      const Object& stream = dict.lookupNF("Stm");
      if (mcid.isInt()) {
        content({place.page, stream.isRef() ? stream.getRefNum() : 0, mcid.getInt()}, place);
      }
      return;
    }
    switch (role_of(dict)) {
      case Role::table: {
        // A nested table stands alone; its content is not its cell's.
        Place inside;
        inside.page = place.page;
        inside.table = tables_.size();
        tables_.emplace_back();
        children(dict, inside, depth + 1);
        return;
      }
      case Role::table_head:
        place.head = true;
        break;
      case Role::row:
        if (place.table != kNowhere && !place.in_cell) {
          tables_[place.table].rows.push_back({place.head, {}});
          place.in_row = true;
        }
        break;
      case Role::header_cell:
        open_cell(dict, true, place);
        break;
      case Role::data_cell:
        open_cell(dict, false, place);
        break;
      case Role::other:
        break;
    }
    children(dict, place, depth + 1);
  }

  void open_cell(const Dict& dict, bool header, Place& place) {
    if (!place.in_row || place.in_cell) return;
    TagTree::Cell cell;
    cell.header = header;
    cell.row_span = span(dict, "RowSpan");
    cell.column_span = span(dict, "ColSpan");
    tables_[place.table].rows.back().cells.push_back(std::move(cell));
    place.in_cell = true;
  }

  void content(const TagTree::Content& content, const Place& place) {
    if (!place.in_cell || content.page == 0) return;
    tables_[place.table].rows.back().cells.back().content.push_back(content);
  }

  // An attribute from A (a dictionary or an array with revisions among them), else from the
  // element's classes.
  int span(const Dict& element, const char* key) const {
    int value = span_in(element.lookup("A"), key);
    if (value == 0 && class_map_.isDict()) {
      const Object classes = element.lookup("C");
      if (classes.isName()) {
        value = span_in(class_map_.dictLookup(classes.getName()), key);
      } else if (classes.isArray()) {
        for (int i = 0; i < classes.arrayGetLength() && value == 0; ++i) {
          const Object name = classes.arrayGet(i);
          if (name.isName()) value = span_in(class_map_.dictLookup(name.getName()), key);
        }
      }
    }
    return std::clamp(value, 1, kMaxSpan);
  }

  static int span_in(const Object& attributes, const char* key) {
    if (attributes.isDict()) {
      const Object value = attributes.dictLookup(key);
      return value.isInt() ? value.getInt() : 0;
    }
    if (!attributes.isArray()) return 0;
    for (int i = 0; i < attributes.arrayGetLength(); ++i) {
      const Object one = attributes.arrayGet(i);
      if (!one.isDict()) continue;
      const Object value = one.dictLookup(key);
      if (value.isInt()) return value.getInt();
    }
    return 0;
  }

  PDFDoc& document_;
  std::vector<TagTree::Table>& tables_;
  Object role_map_, class_map_;
  std::unordered_map<int, int> pages_;  // object number → page number
  std::unordered_map<std::string, Role> roles_;
  std::unordered_set<int> seen_;  // object numbers of elements: each is read once
  int elements_ = 0;
};

// The pages on which a row has content, in order of appearance.
std::vector<int> pages_of(const TagTree::Row& row) {
  std::vector<int> pages;
  for (const TagTree::Cell& cell : row.cells) {
    for (const TagTree::Content& content : cell.content) {
      const bool known = std::find(pages.begin(), pages.end(), content.page) != pages.end();
      if (!known && pages.size() < kMaxPagesOfRow) pages.push_back(content.page);
    }
  }
  return pages;
}

}  // namespace

TagTree::TagTree(PDFDoc& document) {
  TreeReader(document, tables_).read();
  index_rows();
}

void TagTree::index_rows() {
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    std::vector<int> pages;
    for (std::size_t row = 0; row < tables_[table].rows.size(); ++row) {
      std::vector<int> own = pages_of(tables_[table].rows[row]);
      if (!own.empty()) pages = std::move(own);
      for (const int page : pages) rows_on_[page].push_back({table, row});
    }
  }
}

std::vector<TaggedTable> TagTree::tables_on(int number, ContentIds& content_ids) const {
  std::vector<TaggedTable> result;
  const auto found = rows_on_.find(number);
  if (found == rows_on_.end()) return result;
  for (const RowPlace& place : found->second) {
    const int id = static_cast<int>(place.table);
    if (result.empty() || result.back().id != id) result.push_back({id, {}});
    const Row& row = tables_[place.table].rows[place.row];
    TaggedRow tagged_row{row.head, {}};
    for (const Cell& cell : row.cells) {
      TaggedCell tagged{cell.header, cell.row_span, cell.column_span, {}};
      for (const Content& content : cell.content) {
        if (content.page != number) continue;
        const int content_id = content_ids.id(content.form, content.mcid);
        if (content_id >= 0) tagged.content_ids.push_back(content_id);
      }
      tagged_row.cells.push_back(std::move(tagged));
    }
    result.back().rows.push_back(std::move(tagged_row));
  }
  return result;
}

}  // namespace extract
