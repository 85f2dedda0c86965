#!/usr/bin/env python3
"""Prints the ratios of two hyperfine runs: report.py INGEST.json TABLES.json"""
import json
import sys


def results(path):
    with open(path, encoding="utf-8") as file:
        return {result["command"]: result for result in json.load(file)["results"]}


def processor_time(result):
    return result["user"] + result["system"]


ingest, tables = (results(path) for path in sys.argv[1:3])
rows = [
    ("ingest, wall time", ingest["ingest"]["mean"], ingest["pdftotext"]["mean"], 1.5),
    ("tables, processor time", processor_time(tables["tables"]), processor_time(tables["pdftotext"]), None),
]
for name, ours, theirs, aim in rows:
    wanted = f", aim at most {aim}" if aim else ""
    print(f"{name:24} {ours * 1000:7.0f} ms, pdftotext -layout {theirs * 1000:7.0f} ms: ratio {ours / theirs:.2f}{wanted}")
