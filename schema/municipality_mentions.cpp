#include "schema/municipality_mentions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "parsers/codepoint.h"
#include "schema/label_key.h"

namespace schema {

namespace {

// Words before a name that tell that it is somebody else: "i samverkan med Åmåls kommun".
constexpr auto kNeighbourWords = std::to_array<std::string_view>({
    "med",
    "samt",
    "från",
    "bland",
    "exempelvis",
    "t.ex",
    "liksom",
    "som",
    "av",
    "mot",
    "mellan",
});
// How far back such a word, and how near another municipality, is looked for.
constexpr std::size_t kNeighbourWordsBack = 3;
constexpr std::size_t kNearbyWords = 8;
// A letterhead is a line of few words: the name, an office, an address.
constexpr std::size_t kLetterheadWords = 4;
constexpr std::size_t kLongestName = 3;  // words

struct Word {
  std::string_view text;  // as printed, without punctuation at its ends
  std::string key;
  int page = 0;
  bool furniture = false;
  bool short_line = false;   // its line has few words
  bool ends_clause = false;  // a comma, full stop or colon follows
};

bool is_punctuation(char32_t c) {
  return c == U',' || c == U'.' || c == U';' || c == U':' || c == U'(' || c == U')' || c == U'"' ||
         c == U'”' || c == U'“' || c == U'\'' || c == U'’' || c == U'•' || c == U'|' || c == U'<' ||
         c == U'>' || c == U'!' || c == U'?';
}

std::string_view without_punctuation(std::string_view word) {
  while (!word.empty()) {
    std::string_view rest = word;
    if (!is_punctuation(parsers::take_codepoint(rest))) break;
    word = rest;
  }
  while (!word.empty()) {
    std::size_t last = word.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(word[last]) & 0xC0) == 0x80) --last;
    std::string_view tail = word.substr(last);
    if (!is_punctuation(parsers::take_codepoint(tail))) break;
    word.remove_suffix(word.size() - last);
  }
  return word;
}

bool capitalised(std::string_view word) {
  if (word.empty()) return false;
  const char32_t first = parsers::take_codepoint(word);
  return parsers::lower(first) != first;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \t\n\r", at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

void append_words(std::vector<Word>& words, std::string_view text, int page, bool furniture) {
  const std::vector<std::string_view> printed = split(text);
  for (const std::string_view word : printed) {
    const std::string_view bare = without_punctuation(word);
    if (bare.empty()) continue;
    const char last = word.back();
    words.push_back({bare, parsers::plain_lower(bare), page, furniture,
                     printed.size() <= kLetterheadWords,
                     last == ',' || last == '.' || last == ':' || last == ';'});
  }
}

class Finder {
 public:
  explicit Finder(const Catalogue& catalogue) : catalogue_(catalogue) {
    for (const Municipality& m : catalogue.municipalities()) {
      domains_.emplace(m.domain, &m);
      // The name itself in a domain with å, ä, ö: www.åre.se.
      std::string idn = label_key(m.name);
      std::erase(idn, ' ');
      domains_.emplace(idn, &m);
    }
  }

  std::vector<Mention> in(const std::vector<Word>& words) const {
    std::vector<Mention> mentions;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::optional<Mention> mention = domain(words, i);
      if (!mention) mention = official_name(words, i);
      if (!mention) mention = address(words, i);
      if (!mention) mention = bare_name(words, i);
      if (!mention) continue;
      mention->page = words[i].page;
      mentions.push_back(*mention);
      places.push_back(i);
    }
    mark_enumerations(mentions, places);
    return mentions;
  }

 private:
  const Municipality* name_before(const std::vector<Word>& words, std::size_t end,
                                  std::string_view suffix, std::size_t& length) const {
    for (length = kLongestName; length >= 1; --length) {
      if (length > end || !capitalised(words[end - length].text)) continue;
      std::string name;
      for (std::size_t i = end - length; i < end; ++i) name += words[i].key + ' ';
      name += suffix;
      if (const Municipality* found = catalogue_.find_municipality(name)) return found;
    }
    return nullptr;
  }

  static std::string printed(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i <= end; ++i) {
      if (!text.empty()) text += ' ';
      text += words[i].text;
    }
    return text;
  }

  std::optional<Mention> official_name(const std::vector<Word>& words, std::size_t i) const {
    const std::string& key = words[i].key;
    const bool city = key == "stad" || key == "stads";
    const bool genitive = key == "kommuns" || key == "stads";
    if (key == "gotland" && i > 0 && words[i - 1].key == "region") {
      return classify(words, i, 1, catalogue_.find_municipality("Region Gotland"), false);
    }
    if (!city && !genitive && key != "kommun") return std::nullopt;
    std::size_t length = 0;
    const Municipality* found = name_before(words, i, city ? "stad" : "kommun", length);
    // "Nacka stad" is a building project: only those that call themselves so are cities.
    if (found == nullptr || (city && !found->official_name.ends_with(" stad"))) return std::nullopt;
    return classify(words, i, length, found, genitive);
  }

  Mention classify(const std::vector<Word>& words, std::size_t i, std::size_t length,
                   const Municipality* found, bool genitive) const {
    Mention mention{Mention::Kind::prose, found, printed(words, i - length, i), 0};
    const Word& word = words[i];
    if (word.furniture || (word.page == 1 && word.short_line && !genitive) ||
        postcode_follows(words, i)) {
      mention.kind = Mention::Kind::letterhead;
    } else if (neighbour(words, i - length)) {
      mention.kind = Mention::Kind::neighbour;
    } else if (genitive) {
      mention.kind = Mention::Kind::genitive;
    }
    return mention;
  }

  static bool digits(const Word& word, std::size_t count) {
    return word.key.size() == count &&
           word.key.find_first_not_of("0123456789") == std::string::npos;
  }

  // "Nacka kommun, 131 81 Nacka"
  static bool postcode_follows(const std::vector<Word>& words, std::size_t i) {
    return i + 2 < words.size() && digits(words[i + 1], 3) && digits(words[i + 2], 2);
  }

  static bool neighbour(const std::vector<Word>& words, std::size_t begin) {
    for (std::size_t back = 1; back <= std::min(kNeighbourWordsBack, begin); ++back) {
      const Word& word = words[begin - back];
      if (word.ends_clause || word.page != words[begin].page) return false;
      if (std::find(kNeighbourWords.begin(), kNeighbourWords.end(), word.key) !=
          kNeighbourWords.end()) {
        return true;
      }
    }
    return false;
  }

  std::optional<Mention> domain(const std::vector<Word>& words, std::size_t i) const {
    std::string_view host = words[i].key;
    if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) {
      host.remove_prefix(at + 1);
    } else if (const std::size_t scheme = host.find("://"); scheme != std::string_view::npos) {
      host.remove_prefix(scheme + 3);
    } else if (!host.starts_with("www.")) {
      return std::nullopt;
    }
    host = host.substr(0, host.find_first_of("/?:"));
    if (!host.ends_with(".se")) return std::nullopt;
    host.remove_suffix(3);
    if (const std::size_t dot = host.rfind('.'); dot != std::string_view::npos) {
      host.remove_prefix(dot + 1);
    }
    const auto found = domains_.find(std::string(host));
    if (found == domains_.end()) return std::nullopt;
    return Mention{Mention::Kind::domain, found->second, std::string(words[i].text), 0};
  }

  // "464 80 MELLERUD": three digits, two digits, a name.
  std::optional<Mention> address(const std::vector<Word>& words, std::size_t i) const {
    if (i < 2 || !digits(words[i - 2], 3) || !digits(words[i - 1], 2) ||
        !capitalised(words[i].text)) {
      return std::nullopt;
    }
    const Municipality* found = catalogue_.find_municipality(words[i].key);
    if (found == nullptr || label_key(found->name) != words[i].key) return std::nullopt;
    return Mention{Mention::Kind::address, found, printed(words, i - 2, i), 0};
  }

  std::optional<Mention> bare_name(const std::vector<Word>& words, std::size_t i) const {
    if (!capitalised(words[i].text)) return std::nullopt;
    const Municipality* found = catalogue_.find_municipality(words[i].key);
    if (found == nullptr) return std::nullopt;
    // The name of "Melleruds kommun" is counted with its second word.
    if (i + 1 < words.size() &&
        (words[i + 1].key.starts_with("kommun") || words[i + 1].key.starts_with("stad"))) {
      return std::nullopt;
    }
    return Mention{Mention::Kind::bare_name, found, std::string(words[i].text), 0};
  }

  // Two municipalities named close together are an enumeration: neither is the report's own.
  static void mark_enumerations(std::vector<Mention>& mentions,
                                const std::vector<std::size_t>& places) {
    const auto in_prose = [](const Mention& m) {
      return m.kind == Mention::Kind::prose || m.kind == Mention::Kind::genitive ||
             m.kind == Mention::Kind::neighbour;
    };
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      Mention& a = mentions[i - 1];
      Mention& b = mentions[i];
      if (!in_prose(a) || !in_prose(b) || a.municipality == b.municipality) continue;
      if (places[i] - places[i - 1] > kNearbyWords || a.page != b.page) continue;
      a.kind = b.kind = Mention::Kind::neighbour;
    }
  }

  const Catalogue& catalogue_;
  std::unordered_map<std::string, const Municipality*> domains_;
};

}  // namespace

std::vector<Mention> find_mentions(const parsers::Report& report, const Catalogue& catalogue) {
  const Finder finder(catalogue);
  // Page headers and running text apart: a footer must not come between two lines of a sentence.
  std::vector<Word> furniture, running;
  for (const parsers::TextPassage& passage : report.passages) {
    append_words(passage.furniture ? furniture : running, passage.text, passage.page,
                 passage.furniture);
  }
  std::vector<Word> cells;
  for (const parsers::Table& table : report.tables) {
    for (const parsers::Cell& cell : table.cells) append_words(cells, cell.text, cell.page, false);
  }
  std::vector<Mention> mentions = finder.in(furniture);
  for (const std::vector<Word>* words : {&running, &cells}) {
    const std::vector<Mention> found = finder.in(*words);
    mentions.insert(mentions.end(), found.begin(), found.end());
  }
  for (const std::string* text : {&report.info.title, &report.info.author}) {
    std::vector<Word> words;
    append_words(words, *text, 0, false);
    for (Mention& mention : finder.in(words)) {
      if (mention.kind == Mention::Kind::bare_name) continue;  // an author's surname
      mention.kind = Mention::Kind::metadata;
      mentions.push_back(std::move(mention));
    }
  }
  return mentions;
}

}  // namespace schema
