#include "parsers/boards.h"

#include <map>

#include "parsers/codepoint.h"
#include "parsers/fold.h"

namespace parsers {

namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  while (!text.empty()) {
    const char32_t c = take_codepoint(text);
    if (is_space(c)) {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else if (!is_invisible(c)) {
      append_utf8(word, is_dash(c) ? U'-' : c);
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// The word without punctuation at its ends; `ended` tells that some closed it.
std::string bare(const std::string& word, bool& ended) {
  constexpr std::string_view kMarks = ".,:;!?()\"'/*#";
  const std::size_t first = word.find_first_not_of(kMarks);
  if (first == std::string::npos) return {};
  const std::size_t last = word.find_last_not_of(kMarks);
  ended = last + 1 < word.size();
  return word.substr(first, last - first + 1);
}

// "Nämnden för X", "Nämnden för X och Y": the words from `from` on that belong to the name.
std::string board_for(const std::vector<std::string>& words, std::size_t from) {
  std::string name;
  bool ended = false;
  for (std::size_t i = from; i < words.size() && !ended; ++i) {
    const std::string word = bare(words[i], ended);
    if (word.empty()) break;
    name += (name.empty() ? "" : " ") + word;
    if (word.ends_with('-') || ended || i + 1 >= words.size()) continue;
    bool next_ended = false;
    const std::string next = bare(words[i + 1], next_ended);
    if (next != "och" && word != "och") break;
  }
  return name;
}

// "Social- och omsorgsnämnden": the words before `at` that belong to the compound.
std::string compound(const std::vector<std::string>& words, std::size_t at,
                     const std::string& last) {
  std::string name = last;
  std::size_t i = at;
  if (i >= 2 && words[i - 1] == "och" &&
      (words[i - 2].ends_with('-') || words[i - 2].ends_with("-,"))) {
    name = words[i - 2] + " och " + name;
    i -= 2;
    while (i >= 1 && words[i - 1].ends_with("-,")) name = words[--i] + " " + name;
  }
  return name;
}

}  // namespace

std::vector<std::string> boards_in(std::string_view text) {
  std::vector<std::string> boards;
  const std::vector<std::string> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool ended = false;
    std::string word = bare(words[i], ended);
    std::string plain = plain_lower(word);
    if (plain == "nämnden") {
      if (!ended && i + 2 < words.size() && words[i + 1] == "för" && word.starts_with("N")) {
        if (const std::string name = board_for(words, i + 2); !name.empty()) {
          boards.push_back("Nämnden för " + name);
        }
      }
      continue;
    }
    if (plain.ends_with("styrelsens") && i + 1 < words.size()) {
      bool next_ended = false;
      std::string next = bare(words[i + 1], next_ended);
      if (plain_lower(next).ends_with("utskotts")) next.pop_back();
      if (plain_lower(next).ends_with("utskott")) {
        boards.push_back(with_capital(word) + " " + next);
        ++i;
        continue;
      }
    }
    const bool genitive = plain.ends_with("nämndens") || plain.ends_with("styrelsens");
    if (genitive) {
      word.pop_back();
      plain.pop_back();
    }
    const bool board =
        plain.ends_with("nämnden") || plain == "kommunstyrelsen" || plain == "regionstyrelsen";
    if (!board || plain == "nämnden" || plain == "facknämnden") continue;
    boards.push_back(with_capital(compound(words, i, word)));
  }
  return boards;
}

std::string likely_board(std::span<const TextPassage> passages) {
  struct Votes {
    std::string name;
    int count = 0;
  };
  constexpr int kOwnLine = 10, kFirstPage = 4, kFurniture = 3;
  std::map<std::string, Votes> votes;
  for (const TextPassage& passage : passages) {
    for (const std::string& board : boards_in(passage.text)) {
      Votes& vote = votes[match_key(board)];
      if (vote.name.empty()) vote.name = board;
      const bool own_line = match_key(passage.text) == match_key(board);
      vote.count += 1 + (own_line ? kOwnLine : 0) + (passage.page == 1 ? kFirstPage : 0) +
                    (passage.furniture ? kFurniture : 0);
    }
  }
  const Votes* best = nullptr;
  for (const auto& [key, vote] : votes) {
    if (best == nullptr || vote.count > best->count) best = &vote;
  }
  return best == nullptr ? std::string{} : best->name;
}

}  // namespace parsers
