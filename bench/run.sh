#!/usr/bin/env bash
# Measures namndata against pdftotext -layout over the same files, in one run: see README.md.
#   bench/run.sh [REPORTS [MORE_PDFS]]      folders; default: the shared reports, else those of corpus/
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

reports=${1:-../shared/reports}
more=${2:-../shared/icdar2013}
[ -d "$reports" ] || reports=corpus/reports
[ -d "$more" ] || more=$reports

cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release -- --quiet
namndata=build/release/namndata
mkdir -p out
find "$reports" -name '*.pdf' | LC_ALL=C sort >out/bench-reports.txt
find "$reports" "$more" -name '*.pdf' | LC_ALL=C sort -u >out/bench-all.txt
echo "ingest: $(wc -l <out/bench-reports.txt) PDFs of $reports; tables: $(wc -l <out/bench-all.txt) PDFs"

measure=(hyperfine --shell=bash --warmup 1 --runs "${RUNS:-10}" --style basic)
"${measure[@]}" --export-json out/bench-ingest.json --prepare 'rm -f out/bench.db' \
  --command-name ingest "$namndata ingest - --quiet --jobs 1 --db out/bench.db <out/bench-reports.txt" \
  --command-name pdftotext 'bench/pdftotext_each.sh <out/bench-reports.txt'
"${measure[@]}" --export-json out/bench-tables.json \
  --command-name tables "xargs $namndata tables --quiet --format json <out/bench-all.txt >out/bench-tables.out" \
  --command-name pdftotext 'bench/pdftotext_each.sh <out/bench-all.txt'

echo
python3 bench/report.py out/bench-ingest.json out/bench-tables.json
python3 bench/peak_memory.py "$namndata" out/bench-reports.txt
