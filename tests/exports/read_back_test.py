"""Reads every export back with the tools that users have, and compares it with the database byte for byte.

    read_back_test.py NAMNDATA REPORT_PDF SCHEMAS

Needs Debian's python3-openpyxl, python3-pandas, python3-jsonschema, miller, csvkit, sqlite-utils and
r-cran-readr.
"""

import csv
import io
import json
import math
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

import jsonschema
import openpyxl
import pandas

NAMNDATA, REPORT, SCHEMAS = sys.argv[1:4]
VIEWS = ["observations", "comparison", "comparison_sources", "files", "reports", "revisions",
         "contradictions", "identities", "confirmations", "corrections", "unmatched_labels"]

# What a label, title or file name could be at worst. The last ones are no UTF-8.
NAUGHTY = [
    b"=cmd|' /C calc'!A0", b"=HYPERLINK(\"http://example.org\";\"x\")", b"+1+1", b"-1+1", b"@SUM(A1)",
    b"\t=1+1", b"\r=1+1", b"'apostrophe", b"''two", b"say \"hej\"", b"\"", b",;|\t", b"a\nb", b"a\r\nb",
    b"a\rb", b"\n", b" leading and trailing ", b"0580", b"1-2", b"2023-01", b"1e5", b"null", b"NaN", b"NA",
    b"TRUE", b"_x0041_", b"_x005F_", b"\x01\x02\x08\x0b\x1b[31m\x1f\x7f", "\u202Etxt.exe\u200F\u2066".encode(),
    "\U0001F600\U00020000".encode(), "a\u0308 = \u00E4".encode(), "\uFEFFbom".encode(), "\u2028\u2029".encode(),
    "\uFF1D1+1".encode(), b"<script>alert(1)</script>&amp;]]>", b"{{7*7}}${x}", b"'; DROP TABLE report; --",
    b"../../etc/passwd", b"%s%n%d", b"\\n\\\\", b"#", b"a\x00b", b"\x00", "\uFFFE\uFFFF".encode(),
    ("l\u00E5ng " * 20000).encode(),
    b"\xff\xfe", b"\xc3(", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"stem\xc3",
]


def is_utf8(text):
    try:
        text.decode("utf-8")
        return True
    except UnicodeDecodeError:
        return False


def replaced(text):
    """As the exports write it: U+FFFD for each byte that is part of no character."""
    out, at = "", 0
    while at < len(text):
        for length in (1, 2, 3, 4):
            if is_utf8(text[at:at + length]) and text[at:at + length]:
                out += text[at:at + length].decode()
                at += length
                break
        else:
            out += "\uFFFD"
            at += 1
    return out


# readr as its documentation says: every text as it stands, the empty field as missing; the labels come
# out in hexadecimal, so that nothing of R's own printing comes between.
READR = r"""
suppressMessages(library(readr))
options(digits = 15)
arguments <- commandArgs(TRUE)
read <- if (arguments[1] == "csv2") read_csv2 else read_csv
rows <- read(arguments[2], na = "", trim_ws = FALSE, progress = FALSE,
             col_types = cols(.default = col_character(), value = col_double()))
bytes <- function(text) if (is.na(text)) "" else paste(as.character(charToRaw(text)), collapse = "")
cat(names(rows), sep = ",")
cat("\n")
cat(paste(vapply(rows$row_label, bytes, ""), ifelse(is.na(rows$value), "", format(rows$value, trim = TRUE,
    scientific = FALSE, drop0trailing = TRUE)), sep = ","), sep = "\n")
"""


def run(*arguments, status=0, folder=None):
    result = subprocess.run([NAMNDATA, *map(str, arguments)], capture_output=True, cwd=folder, check=False)
    assert result.returncode == status, (arguments, result)
    return result


def make_database(folder, name="naughty.db", texts=tuple(NAUGHTY), stray=b"\x00\xff"):
    """A database whose labels are `texts`; `stray` bytes stand in its titles too."""
    path = folder / name
    run("ingest", REPORT, "--db", path)
    database = sqlite3.connect(path)
    database.text_factory = bytes
    keys = database.execute("SELECT report_id, position FROM observation ORDER BY position").fetchall()
    assert len(keys) > len(texts)
    for (report, position), text in zip(keys, texts):
        database.execute("UPDATE observation SET row_label = CAST(?1 AS TEXT), "
                         "column_label = CAST(?1 AS TEXT), raw = CAST(?1 AS TEXT), "
                         "series_label = CAST(?1 AS TEXT) WHERE report_id = ?2 AND position = ?3",
                         (text, report, position))
    database.execute("UPDATE place SET table_title = CAST(?1 AS TEXT), section = CAST(?2 AS TEXT)",
                     (texts[0], b"a" + stray + b"\"\r\n;"))
    database.execute("UPDATE report SET document = CAST(?1 AS TEXT), title = CAST(?2 AS TEXT), "
                     "board = CAST(?3 AS TEXT)", (b"=1+1\"\n\x01rapport", stray[-1:] + b"=1+1", b"@n\xc3\xa4mnd\x02"))
    for text in texts:
        database.execute("INSERT OR IGNORE INTO file (path, status, message, manifest) "
                         "VALUES (CAST(?1 AS TEXT), 'damaged', CAST(?1 AS TEXT), '')", (text,))
    database.execute("UPDATE observation SET status = 'contradicted' WHERE position = 3")
    database.execute("INSERT INTO observation_check SELECT report_id, 3, 99, '=1+1 fails' FROM observation "
                     "WHERE position = 3")
    database.commit()
    database.close()
    return path


class ReadBack(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.database = make_database(cls.folder)
        # The same without the bytes that are no characters, for readers that refuse a file with them.
        cls.characters = make_database(cls.folder, "characters.db", [t for t in NAUGHTY if is_utf8(t)], b"")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def rows(self, view):
        """Columns and rows as bytes (NULL is None), in the order of the CSV export."""
        output = run("export", "--db", self.database, "--view", view).stdout
        return self.parse_csv(output, ",")

    @staticmethod
    def parse_csv(output, delimiter):
        text = output.decode("utf-8", "surrogateescape")
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        rows = [[field.encode("utf-8", "surrogateescape") for field in row] for row in rows]
        return [name.decode() for name in rows[0]], rows[1:]

    def stored(self, view):
        database = sqlite3.connect(self.database)
        database.text_factory = bytes
        cursor = database.execute(f"SELECT * FROM {view}")
        names = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
        database.close()
        return names, rows

    def test_csv_has_the_rows_of_each_view_byte_for_byte(self):
        csv.field_size_limit(10**8)
        for view in VIEWS:
            with self.subTest(view):
                names, expected = self.stored(view)
                columns, rows = self.rows(view)
                self.assertEqual(columns, names)
                texts = [i for i, name in enumerate(names) if not re.search("value|per_1000", name)]
                kept = lambda row: [b"" if row[i] is None else
                                    row[i] if isinstance(row[i], bytes) else str(row[i]).encode() for i in texts]
                self.assertEqual(sorted(kept(row) for row in rows), sorted(kept(row) for row in expected))

    def test_csv_figures_are_those_of_the_view(self):
        names, expected = self.stored("comparison")
        columns, rows = self.rows("comparison")
        for name in ("value", "base_value", "per_1000_inhabitants"):
            i = names.index(name)
            ours = sorted(float(row[i]) for row in rows if row[i])
            self.assertEqual(ours, sorted(row[i] for row in expected if row[i] is not None))

    def test_excel_csv_gives_back_every_byte_and_no_formula(self):
        columns, plain = self.rows("observations")
        output = run("export", "--db", self.database, "--excel-sv").stdout
        self.assertTrue(output.startswith(b"\xef\xbb\xbf"))
        names, rows = self.parse_csv(output[3:], ";")
        self.assertEqual(names, columns)
        for row, expected in zip(rows, plain, strict=True):
            for name, field, text in zip(names, row, expected, strict=True):
                if name in ("value", "base_value"):
                    self.assertEqual(field.replace(b",", b"."), text)
                else:
                    self.assertEqual(field[1:] if field.startswith(b"'") else field, text)
                    self.assertNotRegex(field.lstrip(b" \n"), rb"^[=+\-@\t\r]")

    def test_csv_is_read_by_miller(self):
        columns, expected = self.rows("files")
        output = run("export", "--db", self.database, "--view", "files").stdout
        result = subprocess.run(["mlr", "-S", "--icsv", "--ojson", "cat"], input=output, capture_output=True, check=True)
        rows = json.loads(result.stdout.decode("utf-8", "surrogateescape"), strict=False)
        self.assertEqual(len(rows), len(expected))
        for row, fields in zip(rows, expected):
            # Miller passes over a NUL and makes one line end of two.
            if b"\0" in fields[0] or b"\r" in fields[0] or not is_utf8(fields[0]):
                continue
            self.assertEqual(str(row["path"]).encode(), fields[0])

    def test_csv_is_read_by_pandas(self):
        columns, expected = self.rows("observations")
        frame = pandas.read_csv(self.write("o.csv"), dtype=str, keep_default_na=False, encoding_errors="surrogateescape",
                                engine="python")
        self.assertEqual(list(frame.columns), columns)
        ours = [text.encode("utf-8", "surrogateescape") for text in frame["row_label"]]
        for text, row in zip(ours, expected, strict=True):
            if b"\0" not in row[columns.index("row_label")]:
                self.assertEqual(text, row[columns.index("row_label")])

    def write(self, name, *options, database=None):
        path = self.folder / name
        run("export", "--db", database or self.database, "-o", path, "--force", *options)
        return path

    def characters_rows(self):
        columns, rows = self.parse_csv(self.write("c.csv", database=self.characters).read_bytes(), ",")
        return columns, [dict(zip(columns, row)) for row in rows]

    def check_rows(self, ours, expected, lines_made_one):
        self.assertEqual(len(ours), len(expected))
        for row, fields in zip(ours, expected):
            self.assertEqual(list(row), list(fields))
            for name, text in fields.items():
                if lines_made_one:
                    text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
                self.assertEqual((row[name] or "").encode(), text)

    def test_csv_is_read_by_csvkit(self):
        expected = self.characters_rows()[1]
        for tool in (["csvjson"], ["in2csv", "-f", "csv"]):
            with self.subTest(tool):
                result = subprocess.run([*tool, "--no-inference", "--blanks", "--maxfieldsize", "10000000",
                                         self.folder / "c.csv"], capture_output=True, check=True)
                rows = (json.loads(result.stdout) if tool[0] == "csvjson" else
                        list(csv.DictReader(io.StringIO(result.stdout.decode(), newline=""))))
                # csvkit opens its file as text, in which every line end is a line feed.
                self.check_rows(rows, expected, lines_made_one=True)

    def test_csv_and_json_lines_go_into_sqlite_utils(self):
        expected = self.characters_rows()[1]
        lines = self.write("c.jsonl", "--format", "jsonl", database=self.characters)
        for source, form in ((self.folder / "c.csv", "--csv"), (lines, "--nl")):
            with self.subTest(form):
                fresh = self.folder / ("utils" + form + ".db")
                subprocess.run(["sqlite-utils", "insert", fresh, "figures", source, form], capture_output=True,
                               check=True)
                database = sqlite3.connect(fresh)
                database.row_factory = sqlite3.Row
                rows = [dict(row) for row in database.execute("SELECT * FROM figures ORDER BY rowid")]
                database.close()
                if form == "--nl":  # numbers are numbers there: test_json_lines has them
                    for row, fields in zip(rows, expected):
                        for name in ("value", "base_value", "page", "corrected"):
                            del row[name], fields[name]
                # A CSV is opened as text, in which every line end is a line feed; JSON escapes them.
                self.check_rows(rows, expected, lines_made_one=form == "--csv")

    def test_the_database_itself_is_read_by_sqlite_utils(self):
        for view in VIEWS:
            result = subprocess.run(["sqlite-utils", "rows", self.characters, view], capture_output=True, check=True)
            rows = json.loads(result.stdout)
            output = run("export", "--db", self.characters, "--view", view).stdout
            columns, expected = self.parse_csv(output, ",")
            texts = [name for name in columns if not re.search("value|per_1000", name)]
            ours = sorted([str("" if row[name] is None else row[name]).encode() for name in texts] for row in rows)
            self.assertEqual(ours, sorted([row[columns.index(name)] for name in texts] for row in expected))

    def test_csv_and_swedish_csv_are_read_by_readr(self):
        script = self.folder / "read.R"
        script.write_text(READR)
        columns, expected = self.characters_rows()
        swedish = self.write("c2.csv", "--excel-sv", database=self.characters)
        for reader, path in (("csv", self.folder / "c.csv"), ("csv2", swedish)):
            with self.subTest(reader):
                result = subprocess.run(["Rscript", "--vanilla", script, reader, path], capture_output=True, check=True)
                names, *rows = result.stdout.decode().splitlines()
                self.assertEqual(names.split(","), columns)
                self.assertEqual(len(rows), len(expected))
                for row, fields in zip(rows, expected):
                    label, value = row.split(",")
                    label = bytes.fromhex(label)
                    if reader == "csv2" and label.startswith(b"'"):
                        label = label[1:]  # docs/exports.md: one apostrophe is taken away
                    # A text of R ends before its first NUL.
                    self.assertEqual(label, fields["row_label"].split(b"\0")[0])
                    self.assertEqual(float(value) if value else None,
                                     float(fields["value"]) if fields["value"] else None)

    def test_json_lines(self):
        for view in VIEWS:
            columns, expected = self.rows(view)
            output = run("export", "--db", self.database, "--format", "jsonl", "--view", view).stdout
            lines = output.decode("utf-8").split("\n")
            self.assertEqual(lines.pop(), "")
            for line, fields in zip(lines, expected, strict=True):
                row = json.loads(line, parse_float=str, parse_int=str)
                hexadecimal = row.pop("bytes", {})
                self.assertEqual(list(row), columns)
                for name, text in zip(columns, fields):
                    if name in hexadecimal:
                        self.assertEqual(bytes.fromhex(hexadecimal[name]), text)
                        self.assertEqual(row[name], replaced(text))
                    else:
                        self.assertEqual((row[name] or "").encode(), text)
        frame = pandas.read_json(self.write("o.jsonl", "--format", "jsonl"), lines=True, dtype=False)
        self.assertEqual(len(frame), len(self.rows("observations")[1]))

    def test_xlsx(self):
        columns, expected = self.rows("observations")
        book = openpyxl.load_workbook(self.write("o.xlsx", "--format", "xlsx"))
        self.assertEqual(book.sheetnames, ["observations"])
        cells = list(book["observations"].iter_rows())
        self.assertEqual([cell.value for cell in cells[0]], columns)
        unescape = lambda text: re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)
        value, page = columns.index("value"), columns.index("page")
        notes = 0
        for row, fields in zip(cells[1:], expected, strict=True):
            linked = row[value] if fields[value] else row[page]
            self.assertTrue(linked.hyperlink.target.endswith(".pdf"), linked.hyperlink)
            self.assertEqual(linked.hyperlink.location, "page=" + fields[page].decode())
            for name, cell, text in zip(columns, row, fields, strict=True):
                self.assertNotEqual(cell.data_type, "f")
                if not text:
                    self.assertIsNone(cell.value)
                elif name in ("value", "base_value", "page", "corrected"):
                    self.assertEqual(cell.data_type, "n")
                    self.assertTrue(math.isclose(cell.value, float(text), rel_tol=1e-15))
                elif len(text) > 32000:
                    self.assertIn(f"[shortened: the whole text has {len(text)} bytes]", cell.value)
                elif is_utf8(text):
                    # XML has one line end; Excel shows _xHHHH_ as the character.
                    self.assertEqual(unescape(cell.value), text.decode())
                else:
                    self.assertEqual(unescape(cell.value), replaced(text))
                    self.assertIn(text.hex(), linked.comment.text)
            notes += any(cell.comment and "check: =1+1 fails" in cell.comment.text for cell in row)
        self.assertEqual(notes, 1)
        frame = pandas.read_excel(self.folder / "o.xlsx", dtype=str, keep_default_na=False)
        self.assertEqual(len(frame), len(expected))
        self.assertEqual(self.write("again.xlsx", "--format", "xlsx").read_bytes(),
                         (self.folder / "o.xlsx").read_bytes())

    def test_a_link_of_a_workbook_finds_its_report(self):
        shelf = self.folder / "hylla"
        reports = shelf / "N\u00E4mnden \u00E9 #1 100% a+b&c;" / "2023%20[mars]"
        reports.mkdir(parents=True)
        report = reports / "m\u00E5nad, 'mars'?.pdf"
        report.write_bytes(pathlib.Path(REPORT).read_bytes())
        for name, given, prefix in (("relative", report.relative_to(self.folder), ""), ("absolute", report, "file://")):
            with self.subTest(name):
                run("ingest", given, "--db", shelf / f"{name}.db", folder=self.folder)
                run("export", "--db", shelf / f"{name}.db", "--format", "xlsx", "-o", shelf / f"{name}.xlsx",
                    folder=self.folder)
                rows = openpyxl.load_workbook(shelf / f"{name}.xlsx")["observations"].iter_rows(min_row=2)
                targets = {cell.hyperlink.target for row in rows for cell in row if cell.hyperlink}
                self.assertEqual(len(targets), 1)
                target = targets.pop()
                self.assertTrue(target.startswith(prefix), target)
                self.assertNotRegex(target, r"[\\ #?\[\]]")
                self.assertTrue((shelf / urllib.parse.unquote(target[len(prefix):])).samefile(report), target)

    def test_frictionless(self):
        folder = self.write("package", "--format", "frictionless")
        package = json.loads((folder / "datapackage.json").read_text("utf-8"))
        self.check_form(package, "data_package.json")
        types = {"string": str, "integer": int, "number": float, "date": str}
        for resource in package["resources"]:
            columns, rows = self.parse_csv((folder / resource["path"]).read_bytes(), ",")
            self.assertEqual([field["name"] for field in resource["schema"]["fields"]], columns)
            for i, field in enumerate(resource["schema"]["fields"]):
                for row in rows:
                    if row[i]:
                        types[field["type"]](row[i].decode("utf-8", "replace"))
                    if field["type"] == "date":
                        self.assertRegex(row[i], rb"^(\d{4}-\d\d-\d\d)?$")
            key = resource["schema"].get("primaryKey")
            if key:
                values = [row[columns.index(key)] for row in rows]
                self.assertEqual(len(set(values)), len(values))
        self.assertEqual({resource["name"] for resource in package["resources"]}, {*VIEWS, "indicator"})

    def test_datasette(self):
        metadata = json.loads(self.write("metadata.json", "--format", "datasette").read_text("utf-8"))
        self.check_form(metadata, "datasette.json")
        tables = metadata["databases"]["naughty"]["tables"]
        for view in VIEWS:
            names = self.stored(view)[0]
            self.assertEqual(list(tables[view]["columns"]), names)
            self.assertIn(tables[view]["sort"], names)
            self.assertLessEqual(set(tables[view].get("facets", [])), set(names))
        self.assertTrue(tables["observation"]["hidden"])

    def cube(self):
        output = run("export", "--db", self.database, "--format", "json-stat", "--granularity", "month").stdout
        cube = json.loads(output, parse_float=str, parse_int=str)
        cube["size"] = [int(size) for size in cube["size"]]
        return cube

    def test_json_stat(self):
        cube = self.cube()
        self.check_form(json.loads(json.dumps(cube)), "json_stat.json")
        codes = [cube["dimension"][name]["category"]["index"] for name in cube["id"]]
        self.assertEqual([len(code) for code in codes], cube["size"])
        self.assertEqual(math.prod(cube["size"]), len(cube["value"]))
        columns, rows = self.rows("comparison")
        months = [dict(zip(columns, map(bytes.decode, row))) for row in rows]
        months = [row for row in months if re.fullmatch(r"\d{4}-\d\d", row["period"])]
        self.assertEqual(sum(value is not None for value in cube["value"]), len(months))
        self.assertGreater(len(months), 20)
        for row in months:
            indicator = row["indicator"]
            if indicator not in codes[0]:
                indicator += f" [{row['base_unit']}]"
            at = [codes[0].index(indicator), codes[1].index(row["municipality_code"]),
                  codes[2].index(row["period"].replace("-", "M")), codes[3].index(row["measure"])]
            index = 0
            for size, i in zip(cube["size"], at):
                index = index * size + i
            self.assertEqual(float(cube["value"][index]), float(row["base_value"]))
            self.assertEqual(cube["status"][str(index)], row["status"])

    def test_px_has_the_cube_of_json_stat(self):
        text = self.write("o.px", "--format", "px", "--granularity", "month").read_text("utf-8")
        keywords = {}
        for key, values in re.findall(r'([A-Z-]+(?:\([^)]*\))?)=((?:[^";]|"[^"]*")*);\n', text):
            keywords[key] = values
        for key in ("CHARSET", "AXIS-VERSION", "CODEPAGE", "DECIMALS", "MATRIX", "SUBJECT-CODE", "SUBJECT-AREA",
                    "TITLE", "CONTENTS", "UNITS", "STUB", "HEADING", "DATA"):
            self.assertIn(key, keywords)
        cube = self.cube()
        for name, swedish in zip(cube["id"], ("indikator", "kommun", "period", "mått")):
            category = cube["dimension"][name]["category"]
            self.assertEqual(re.findall('"([^"]*)"', keywords[f'CODES("{swedish}")']), category["index"])
            self.assertEqual(re.findall('"([^"]*)"', keywords[f'VALUES("{swedish}")']),
                             [category["label"][code] for code in category["index"]])
        data = [None if cell == '".."' else cell for cell in keywords["DATA"].split()]
        self.assertEqual(data, cube["value"])
        self.assertEqual(re.findall('"([^"]*)"', keywords['TIMEVAL("period")']),
                         cube["dimension"]["period"]["category"]["index"])

    def test_a_file_is_replaced_only_when_asked(self):
        for name, options in (("once.csv", []), ("once.xlsx", ["--format", "xlsx"]),
                              ("once", ["--format", "frictionless"])):
            path = self.folder / name
            run("export", "--db", self.database, "-o", path, *options)
            result = run("export", "--db", self.database, "-o", path, *options, status=5)
            self.assertIn(b"--force", result.stderr)
            run("export", "--db", self.database, "-o", path, "--force", *options)
        self.assertEqual([name for name in self.folder.iterdir() if name.name.startswith(".namndata")], [])

    def test_file_names_may_be_naughty(self):
        folder = self.folder / "naughty names"
        folder.mkdir()
        for text in NAUGHTY:
            if b"\0" in text or b"/" in text or len(text) > 200 or text.startswith(b"-"):
                continue
            result = subprocess.run([NAMNDATA.encode(), b"export", b"--db", str(self.database).encode(), b"--view",
                                     b"reports", b"-o", bytes(folder) + b"/" + text], capture_output=True, check=False)
            self.assertEqual(result.returncode, 0, result)
            self.assertIn(text, [bytes(path.name.encode("utf-8", "surrogateescape")) for path in folder.iterdir()])

    def check_form(self, value, name):
        form = json.loads((pathlib.Path(SCHEMAS) / name).read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(form)
        jsonschema.Draft202012Validator(form).validate(value)


if __name__ == "__main__":
    csv.field_size_limit(10**8)
    unittest.main(argv=sys.argv[:1])
