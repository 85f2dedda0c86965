#!/usr/bin/env bash
# Measures compare and a full CSV export on generated figures, against the sqlite3 shell in the same run: see README.md.
#   bench/database.sh [OBSERVATIONS]      default 1000000
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

observations=${1:-1000000}
indicator=ifo.orosanmalningar_barn
cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release -- --quiet
namndata=build/release/namndata
mkdir -p out
database=out/bench-$observations.db
if [ ! -e "$database" ]; then
  rm -f out/bench-new.db
  "$namndata" ingest --quiet corpus/reports/*/*.pdf --db out/bench-new.db
  time /usr/bin/python3 bench/generate_database.py out/bench-new.db "$observations"
  mv out/bench-new.db "$database"
fi
/usr/bin/python3 bench/database_size.py "$database"

compare="$namndata compare --quiet --db $database --indicator $indicator"
# Everything that compare shows, in its order, as the shell finds it.
plain="SELECT o.indicator, o.municipality_code, r.board, o.measure, o.period, o.digits, o.scale, o.unit, o.revised,
  o.status, r.document, o.page, r.sha256 FROM observation AS o CROSS JOIN report AS r ON r.id = o.report_id
  WHERE o.newest = 1 AND o.indicator = '$indicator'
  ORDER BY o.indicator, o.measure, o.municipality_code, o.period_start, o.period_end"
hyperfine --shell=bash --warmup 2 --runs "${RUNS:-10}" --style basic --export-json out/bench-compare.json \
  --command-name "compare --format csv" "$compare --format csv >/dev/null" \
  --command-name "compare --format json" "$compare --format json >/dev/null" \
  --command-name "compare" "$compare >/dev/null" \
  --command-name "compare --per-1000" "$compare --per-1000 >/dev/null" \
  --command-name "compare --per year" "$compare --per year >/dev/null" \
  --command-name "compare --per quarter" "$compare --per quarter >/dev/null" \
  --command-name "compare --per month" "$compare --per month >/dev/null" \
  --command-name "compare --breaks" "$compare --breaks >/dev/null" \
  --command-name "compare --as-of" "$compare --as-of 2005-06-30 --format csv >/dev/null" \
  --command-name "compare --sources" "$compare --sources --format csv >/dev/null" \
  --command-name sqlite3 "sqlite3 -readonly $database '.mode csv' \"$plain\" >/dev/null"

hyperfine --shell=bash --warmup 1 --runs "${EXPORT_RUNS:-3}" --style basic --export-json out/bench-export.json \
  --command-name export "$namndata export --quiet --db $database >/dev/null" \
  --command-name sqlite3 "sqlite3 -readonly $database '.mode csv' '.headers on' 'SELECT * FROM observations' >/dev/null"

echo
/usr/bin/python3 bench/database_report.py out/bench-compare.json out/bench-export.json \
  "$(sqlite3 -readonly "$database" 'SELECT count(*) FROM observation')"
