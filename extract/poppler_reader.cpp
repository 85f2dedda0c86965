#include "extract/poppler_reader.h"

#include <Annot.h>
#include <Catalog.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "extract/content_ids.h"
#include "extract/error.h"
#include "extract/marked_content_scan.h"
#include "extract/page_checks.h"
#include "extract/poppler_errors.h"
#include "extract/poppler_page.h"
#include "extract/poppler_tags.h"
#include "extract/poppler_text.h"

namespace extract {
namespace {

// "D:20230214093000+01'00'" → "2023-02-14"; "" for what is no date.
std::string iso_date(std::string text) {
  if (text.starts_with("D:")) text.erase(0, 2);
  if (text.size() < 8 ||
      !std::all_of(text.begin(), text.begin() + 8, [](char c) { return c >= '0' && c <= '9'; })) {
    return "";
  }
  return text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2);
}

// Of the annotations, form fields and typed notes are text of the report; link borders, comments
// and highlights are not.
bool is_content(Annot* annotation, void* /*user_data*/) {
  return annotation->getType() == Annot::typeWidget || annotation->getType() == Annot::typeFreeText;
}

// Bytes. Pages of reports have less than 1 MB of content; a few hostile ones have gigabytes.
constexpr std::size_t kMaxScanned = 16U << 20;

// The ends of marked content that the device is not told the beginning of; only looked for on pages
// that name properties in their resources, since it means reading the content twice.
std::vector<bool> named_ends(::Page& page) {
  Dict* resources = page.getResourceDict();
  if (resources == nullptr || !resources->hasKey("Properties")) return {};
  std::string content;
  const auto append = [&content](const Object& part) {
    if (!part.isStream()) return;
    Stream* stream = part.getStream();
    stream->reset();
    for (int c = stream->getChar(); c != EOF && content.size() < kMaxScanned;
         c = stream->getChar()) {
      content.push_back(static_cast<char>(c));
    }
    stream->close();
    content.push_back('\n');
  };
  const Object contents = page.getContents();
  append(contents);
  for (int i = 0; contents.isArray() && i < contents.arrayGetLength(); ++i) {
    append(contents.arrayGet(i));
  }
  return ends_of_named_content(content);
}

// A page may be no larger than this many points (140 m): coordinates stay exact to 0.001.
constexpr double kMaxPage = 400'000;

class PdfDocument final : public Document {
 public:
  PdfDocument(InputFile file, DocumentInfo info, Diagnostics& diagnostics)
      : info_(std::move(info)), diagnostics_(diagnostics), file_(std::move(file)) {
    if (!globalParams) globalParams = std::make_unique<GlobalParams>();
    const PopplerErrors errors(diagnostics_, 0);
    const std::string_view bytes = file_.map();
    // PDFDoc owns the stream; the stream does not own the bytes.
    pdf_ = std::make_unique<PDFDoc>(new MemStream(
        const_cast<char*>(bytes.data()), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
    if (!pdf_->isOk()) refuse();
    pages_ = pdf_->getNumPages();
    if (pages_ <= 0) {
      throw Error(ErrorCode::no_pages, file_.path(),
                  "the PDF has no pages; fetch the report again");
    }
    read_info();
  }

  const DocumentInfo& info() const override { return info_; }
  int page_count() const override { return pages_; }

  Page page(int number) override {
    const PopplerErrors errors(diagnostics_, number);
    Page page;
    page.number = number;
    ::Page* source = pdf_->getPage(number);
    const bool usable = source != nullptr && source->isOk() && source->getCropWidth() <= kMaxPage &&
                        source->getCropHeight() <= kMaxPage;
    if (!usable) {
      diagnostics_.add({Severity::error, "page-unreadable", number, std::nullopt,
                        fmt::format("page {} is damaged and was not read", number)});
      return page;
    }
    const bool turned = source->getRotate() % 180 != 0;
    page.width = turned ? source->getCropHeight() : source->getCropWidth();
    page.height = turned ? source->getCropWidth() : source->getCropHeight();
    if (!tags_) tags_.emplace(*pdf_);
    ContentIds content_ids;
    device_.begin(page, content_ids, named_ends(*source));
    source->display(&device_, 72, 72, 0, false, true, false, nullptr, nullptr, &is_content);
    device_.finish();
    if (auto doubt = check_page(page)) diagnostics_.add(std::move(*doubt));
    page.tagged_tables = tags_->tables_on(number, content_ids);
    return page;
  }

 private:
  [[noreturn]] void refuse() const {
    switch (pdf_->getErrorCode()) {
      case errEncrypted:
        if (has_unknown_handler()) {
          throw Error(ErrorCode::unsupported, file_.path(),
                      "the PDF is locked by a program of its own kind; ask for a plain copy");
        }
        throw Error(ErrorCode::password, file_.path(),
                    "the PDF needs a password; save a copy without one and read that");
      default:
        throw Error(ErrorCode::damaged, file_.path(),
                    "the PDF is damaged and cannot be opened; fetch the report again");
    }
  }

  bool has_unknown_handler() const {
    const Object* trailer = pdf_->getXRef() ? pdf_->getXRef()->getTrailerDict() : nullptr;
    if (trailer == nullptr || !trailer->isDict()) return false;
    const Object encryption = trailer->dictLookup("Encrypt");
    return encryption.isDict() && !encryption.dictLookup("Filter").isName("Standard");
  }

  std::string entry(const char* key) const {
    const std::unique_ptr<GooString> value = pdf_->getDocInfoStringEntry(key);
    return value ? utf8(*value) : "";
  }

  void read_info() {
    info_.title = entry("Title");
    info_.author = entry("Author");
    info_.producer = entry("Producer");
    info_.creation_date = iso_date(entry("CreationDate"));
    info_.tagged = (pdf_->getCatalog()->getMarkInfo() & Catalog::markInfoMarked) != 0;
    const Object catalog = pdf_->getXRef()->getCatalog();
    if (catalog.isDict()) {
      const Object language = catalog.dictLookup("Lang");
      if (language.isString()) info_.language = utf8(*language.getString());
    }
  }

  DocumentInfo info_;
  Diagnostics& diagnostics_;
  InputFile file_;
  std::unique_ptr<PDFDoc> pdf_;
  PageDevice device_;
  int pages_ = 0;
  std::optional<TagTree> tags_;  // read with the first page
};

}  // namespace

std::unique_ptr<Document> open_pdf(InputFile file, DocumentInfo info, Diagnostics& diagnostics) {
  return std::make_unique<PdfDocument>(std::move(file), std::move(info), diagnostics);
}

}  // namespace extract
