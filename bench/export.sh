#!/usr/bin/env bash
# Measures a full CSV export against the sqlite3 shell's .mode csv over the same view, in one run: see README.md.
#   bench/export.sh [OBSERVATIONS]      default 1000000
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

observations=${1:-1000000}
cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release -- --quiet
namndata=build/release/namndata
mkdir -p out
database=out/bench-export-$observations.db
if [ ! -e "$database" ]; then
  rm -f out/bench-export.db
  "$namndata" ingest --quiet corpus/reports/*/*.pdf --db out/bench-export.db
  /usr/bin/python3 bench/generate_database.py out/bench-export.db "$observations"
  mv out/bench-export.db "$database"
fi
ls -l --block-size=MB "$database"

hyperfine --shell=bash --warmup 1 --runs "${RUNS:-3}" --style basic --export-json out/bench-export.json \
  --command-name export "$namndata export --quiet --db $database >/dev/null" \
  --command-name sqlite3 "sqlite3 -readonly $database '.mode csv' '.headers on' 'SELECT * FROM observations' >/dev/null"
python3 - "$(sqlite3 -readonly "$database" 'SELECT count(*) FROM observation')" <<'PYTHON'
import json, sys

rows = int(sys.argv[1])
results = {result["command"]: result for result in json.load(open("out/bench-export.json"))["results"]}
for name, result in results.items():
    print(f"{name:8} {rows / result['mean']:10,.0f} rows/s   {rows / (result['user'] + result['system']):10,.0f} rows/s of processor time")
print(f"ratio    {results['sqlite3']['mean'] / results['export']['mean']:.2f} times as fast as the sqlite3 shell (aim: at least 0.5)")
PYTHON
