#pragma once
// Prose: figures in running text, by a few forms that say everything themselves. Silence is
// preferred to a doubtful figure: comparisons, goals, forecasts and figures of others are passed
// by.
//
//   "• Inhyrd personal -1,6 mnkr"                         a signed amount with its label: avvikelse
//   "Antal barn i förskolor april 2017: 3 047 st"         a label, a colon and a figure
//   "April: 179 svarande. HME-Index: 78"                  a month and its figures
//   "Andelen … uppgår i januari till 13% och februari till 12%"   Andel, Antal and their verbs
//   "…, sammanlagt 101 serviceärenden"                    a sum of things that are counted

#include <span>
#include <vector>

#include "parsers/interpret.h"
#include "parsers/reading.h"
#include "parsers/report.h"

namespace parsers {

// Readings of Source::prose in reading order: row_path is the label, column_path is empty. Figures
// whose period is not told and whose report has none are left out. Page headers and footers are not
// read.
std::vector<Reading> read_prose(std::span<const TextPassage> passages, const ReportContext& context,
                                Method method);

}  // namespace parsers
