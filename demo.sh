#!/usr/bin/env bash
# From a fresh Debian 12 to a comparison: installs what is missing, builds namndata, reads the sample
# reports of corpus/ into out/demo.db, and shows figures of several municipalities side by side, with
# the places where they stand and as a chart.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
say() { printf '\n[%4d s] %s\n' "$SECONDS" "$1"; }
trap 'status=$?; [ $status -eq 0 ] || say "FAILED (status $status)"' EXIT

say "Installing what is missing"
tools/install_dependencies.sh
say "Building the program"
cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release -- --quiet
namndata=build/release/namndata
database=out/demo.db

say "Reading the sample reports into $database"
mkdir -p out
rm -f "$database"
"$namndata" ingest corpus/reports --db "$database" --manifest corpus/manifest.csv
"$namndata" reports --db "$database"

say "Where three of the figures of March 2023 stand: report, page, box in points, as printed"
"$namndata" compare --db "$database" --indicator aldre.trygghetslarm --measure utfall \
  --from 2023-03 --to 2023-03 --at-least 3 --sources

say "Five indicators in eight municipalities, 2020-2023: table and out/comparison.svg"
"$namndata" compare --db "$database" --measure utfall --per year --from 2020 --to 2023 \
  --indicator aldre.hemtjanst_brukare --indicator aldre.trygghetslarm \
  --indicator ifo.ek_bistand_hushall --indicator ifo.orosanmalningar_barn \
  --indicator personal.sjukfranvaro \
  --municipality Alingsås --municipality Gotland --municipality Härnösand --municipality Kalmar \
  --municipality Mellerud --municipality Piteå --municipality Umeå --municipality Varberg \
  --chart out/comparison.svg --force

say "Done. Go on with:"
cat <<EOF
  $namndata compare --db $database --like Mellerud --indicator IFO --per year --per-1000
  $namndata compare --db $database --municipality Mellerud --indicator IFO --per month --chart out/mellerud.html
  $namndata inspect corpus/reports/mellerud-socialnamnden-2023-03/mellerud-socialnamnden-2023-03.pdf --page 1 -o out/page1.svg
  sqlite3 $database "SELECT * FROM comparison LIMIT 5"
EOF
