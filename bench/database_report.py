"""Prints the times of bench/database.sh beside those of the sqlite3 shell.

    python3 bench/database_report.py COMPARE.json EXPORT.json FIGURES
"""

import json
import sys


def results(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)["results"]


print(f"{'':24} {'mean':>9} {'least':>9} {'processor':>9}")
for result in results(sys.argv[1]):
    processor = result["user"] + result["system"]
    print(f"{result['command']:24} {result['mean'] * 1000:6.0f} ms {min(result['times']) * 1000:6.0f} ms {processor * 1000:6.0f} ms")
figures = int(sys.argv[3])
exports = {result["command"]: result for result in results(sys.argv[2])}
for name, result in exports.items():
    print(f"full CSV export, {name:8} {figures / result['mean']:10,.0f} rows/s "
          f"{figures / (result['user'] + result['system']):10,.0f} rows/s of processor time")
print(f"export is {exports['sqlite3']['mean'] / exports['export']['mean']:.2f} times as fast as the sqlite3 shell")
