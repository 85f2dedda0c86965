#include "schema/identify.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "schema/label_key.h"
#include "schema/municipality_mentions.h"

namespace schema {

namespace {

// What each kind of evidence weighs, in quarters of one plain mention of "X kommun" in running
// text.
struct Weights {
  int letterhead = 16;   // page header or footer, or a line of its own on the first page
  int domain = 16;       // www.x.se, name@x.se
  int metadata = 4;      // author or title of the file: often a template's, never enough alone
  int address = 6;       // "464 80 Mellerud" where the name is no common word
  int weak_address = 1;  // the same for Lund, Mark, …
  int genitive = 6;      // "Linköpings kommuns reglemente": a municipality speaks so of itself
  int prose = 4;         // "Linköpings kommun"
  int neighbour = 1;     // "i samverkan med Åmåls kommun", or one of several named together
  int bare_name = 1;     // "i Linköping": supports other evidence, is none by itself
  int most_prose = 24;   // running text weighs no more than this, however long it is
  int most_bare = 4;
  int enough = 8;  // below this nobody is named
  // The first must weigh this many quarters of the second.
  int lead_quarters = 6;
};
constexpr Weights kWeights;
constexpr std::size_t kEvidenceShown = 3;

struct Score {
  int strong = 0, prose = 0, bare = 0;
  std::set<std::string> seen;         // strong evidence counts once per kind and text
  std::vector<std::string> evidence;  // in reading order

  int total() const {
    const int firm = strong + std::min(prose, kWeights.most_prose);
    return firm == 0 ? 0 : firm + std::min(bare, kWeights.most_bare);
  }
};

bool counts_once(Mention::Kind kind) {
  return kind == Mention::Kind::letterhead || kind == Mention::Kind::domain ||
         kind == Mention::Kind::metadata || kind == Mention::Kind::address;
}

void add(Score& score, const Mention& mention) {
  using Kind = Mention::Kind;
  if (counts_once(mention.kind)) {
    const std::string key =
        std::to_string(static_cast<int>(mention.kind)) + label_key(mention.text);
    if (!score.seen.insert(key).second) return;
  }
  switch (mention.kind) {
    case Kind::letterhead:
      score.strong += kWeights.letterhead;
      break;
    case Kind::domain:
      score.strong += kWeights.domain;
      break;
    case Kind::metadata:
      score.strong += kWeights.metadata;
      break;
    case Kind::address:
      score.strong += mention.municipality->common_word ? kWeights.weak_address : kWeights.address;
      break;
    case Kind::genitive:
      score.prose += kWeights.genitive;
      break;
    case Kind::prose:
      score.prose += kWeights.prose;
      break;
    case Kind::neighbour:
      score.prose += kWeights.neighbour;
      break;
    case Kind::bare_name:
      score.bare += mention.municipality->common_word ? 0 : kWeights.bare_name;
      return;
  }
  const std::string place = mention.page > 0 ? "p. " + std::to_string(mention.page) : "metadata";
  score.evidence.push_back(mention.text + " (" + place + ")");
}

std::string told(const Score& score) {
  std::string text;
  for (std::size_t i = 0; i < std::min(score.evidence.size(), kEvidenceShown); ++i) {
    text += (i > 0 ? ", " : "") + score.evidence[i];
  }
  return text;
}

}  // namespace

const char* name(IdentitySource source) {
  switch (source) {
    case IdentitySource::document:
      return "document";
    case IdentitySource::manifest:
      return "manifest";
    case IdentitySource::unknown:
      break;
  }
  return "unknown";
}

Identity identify_municipality(const parsers::Report& report, const Catalogue& catalogue,
                               extract::Diagnostics& diagnostics) {
  std::map<std::string, Score> scores;  // by code
  for (const Mention& mention : find_mentions(report, catalogue)) {
    add(scores[mention.municipality->code], mention);
  }
  std::string best, second;
  for (const auto& [code, score] : scores) {
    if (score.total() == 0) continue;
    if (best.empty() || score.total() > scores[best].total()) {
      second = best;
      best = code;
    } else if (second.empty() || score.total() > scores[second].total()) {
      second = code;
    }
  }
  const int most = best.empty() ? 0 : scores[best].total();
  const int next = second.empty() ? 0 : scores[second].total();
  if (most >= kWeights.enough && most * 4 >= next * kWeights.lead_quarters) {
    return {best, IdentitySource::document, told(scores[best])};
  }
  std::string message = "the report does not say which municipality it is of";
  if (most >= kWeights.enough) {
    message = "the report names several municipalities: " + told(scores[best]) + "; " +
              told(scores[second]);
  } else if (most > 0) {
    message += " (only: " + told(scores[best]) + ")";
  }
  diagnostics.add({extract::Severity::warning, "municipality-unknown", 0, std::nullopt,
                   message + "; a manifest can say it"});
  return {};
}

}  // namespace schema
