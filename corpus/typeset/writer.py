"""Typesets a Report as a flat ODT and lets LibreOffice Writer export it, tagged or not."""
from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from edges import edges, fill
from expected import grid_cells
from model import Bullets, Contents, Heading, PageBreak, Report, Signatures, Table, Text

NAMESPACES = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible"),
    ("svg", "svg-compatible"), ("meta", "meta"))) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
BORDER = {"thin": "{w}pt solid #000000", "thick": "1.2pt solid #000000", "double": "2.5pt double #000000"}
TEXT_WIDTH = 170.0  # mm of an A4 page between margins of 20 mm


def marked(text):
    text = escape(text).replace("//", "<text:line-break/>").replace("\t", "<text:tab/>")
    return re.sub(r"\^(\d+)", r'<text:span text:style-name="raised">\1</text:span>', text)


class Body:
    """The body of the document with the automatic styles it needs."""

    def __init__(self, report: Report):
        self.report, self.styles, self.names, self.out, self.tables = report, [], {}, [], 0
        self.landscape = report.landscape

    def style(self, family, properties):
        key = (family, properties)
        if key not in self.names:
            self.names[key] = f"{family[:2]}{len(self.names)}"
            parent = ' style:parent-style-name="Standard"' if family == "paragraph" else ""
            self.styles.append(f'<style:style style:name="{self.names[key]}" style:family="{family}"{parent}>{properties}'
                               "</style:style>")
        return self.names[key]

    def paragraph(self, text, *, size=None, bold=False, align="start", before=0.0, after=0.0, extra="", raw=False):
        size = size or self.report.size
        weight = ' fo:font-weight="bold"' if bold else ""
        name = self.style("paragraph", f'<style:paragraph-properties fo:text-align="{align}" fo:margin-top="{before}pt" '
                          f'fo:margin-bottom="{after}pt" {extra}><style:tab-stops/></style:paragraph-properties>'
                          f'<style:text-properties fo:font-size="{size}pt"{weight}/>')
        return f'<text:p text:style-name="{name}">{text if raw else marked(text)}</text:p>'

    def block(self, block):
        if isinstance(block, Heading):
            self.out.append(f'<text:h text:style-name="Heading_20_{block.level}" text:outline-level="{block.level}">'
                            f"{marked(block.text)}</text:h>")
        elif isinstance(block, Text) and block.box:
            self.box(block)
        elif isinstance(block, Text):
            self.out.append(self.paragraph(block.text, bold=block.bold, after=6, size=8.5 if block.small else None))
        elif isinstance(block, Bullets):
            for item in block.items:
                self.out.append(self.paragraph("•  " + item, after=2, extra='fo:margin-left="10pt"'))
        elif isinstance(block, Contents):
            leader = ' style:leader-style="dotted" style:leader-text="."' if block.leaders else ""
            for text, page in block.entries:
                name = self.style("paragraph", '<style:paragraph-properties><style:tab-stops><style:tab-stop '
                                  f'style:type="right" style:position="{TEXT_WIDTH}mm"{leader}/></style:tab-stops>'
                                  "</style:paragraph-properties>")
                self.out.append(f'<text:p text:style-name="{name}">{marked(text)}<text:tab/>{page}</text:p>')
        elif isinstance(block, Table):
            self.table(block)
        elif isinstance(block, PageBreak):
            self.out.append(self.paragraph("", size=2, extra='fo:break-after="page"'))
        elif isinstance(block, Signatures):
            self.out.append(self.paragraph("", after=24))
            for name, role in block.names:
                self.out.append(self.paragraph(f"_______________________________//{name}//{role}", after=16))
        else:
            raise TypeError(block)

    def table(self, table: Table):
        if table.title:
            self.out.append(self.paragraph(table.title, bold=True, before=8, after=3, extra='fo:keep-with-next="always"'))
        if table.caption:
            self.out.append(self.paragraph(table.caption, size=8.5, after=2, extra='fo:keep-with-next="always"'))
        head = len(table.head)
        breaks = [i for i, row in enumerate(table.rows) if row.page_break]
        starts = [0] + breaks + [len(table.rows)]
        for first, end in zip(starts, starts[1:]):
            mode = table.rows[first].page_break if first else "head"
            rows = ([] if mode == "bare" else list(range(head))) + list(range(head + first, head + end))
            self.grid(table, rows, blank_head=mode == "blank", break_before=bool(first))
        for note in table.notes:
            self.out.append(self.paragraph(note, size=8.5, after=2))
        self.out.append(self.paragraph("", size=6))

    def grid(self, table: Table, rows, blank_head=False, break_before=False):
        self.tables += 1
        style, head, borders = table.style, len(table.head), edges(table)
        full = TEXT_WIDTH + (87 if self.landscape else 0)
        widths = style.widths or (55.0,) + ((full - 55.0) / (table.width - 1),) * (table.width - 1)
        broken = ' fo:break-before="page"' if break_before else ""
        name = self.style("table", f'<style:table-properties style:width="{sum(widths)}mm" table:align="left"{broken} '
                          'table:border-model="collapsing"/>')
        self.out.append(f'<table:table table:name="Tabell{self.tables}" table:style-name="{name}">')
        for width in widths:
            column = self.style("table-column", f'<style:table-column-properties style:column-width="{width}mm"/>')
            self.out.append(f'<table:table-column table:style-name="{column}"/>')
        cells = {(c[0], c[1]): c for c in grid_cells(table)}
        covered = {(r, c) for row, column, rs, cs, _ in cells.values()
                   for r in range(row, row + rs) for c in range(column, column + cs)} - set(cells)
        keep = self.style("table-row", '<style:table-row-properties fo:keep-together="always"/>')
        if rows and rows[0] == 0:
            self.out.append("<table:table-header-rows>")
        for row in rows:
            self.out.append(f'<table:table-row table:style-name="{keep}">')
            for column in range(table.width):
                if (row, column) in covered:
                    self.out.append("<table:covered-table-cell/>")
                elif (row, column) in cells:
                    self.cell(table, cells[row, column], borders.get((row, column), {}), blank_head)
            self.out.append("</table:table-row>")
            if row == head - 1:
                self.out.append("</table:table-header-rows>")
        self.out.append("</table:table>")

    def cell(self, table: Table, cell, border, blank_head):
        row, column, row_span, column_span, text = cell
        style, head = table.style, len(table.head)
        body = table.rows[row - head] if row >= head else None
        source = (table.head[row] if row < head else body.cells)[column] if text else ""
        if body is None and blank_head:
            source = ""
        drawn = "".join(f' fo:border-{side}="{BORDER[border[side]].format(w=style.rule_width)}"' if side in border
                        else f' fo:border-{side}="none"' for side in ("top", "bottom", "left", "right"))
        if "double" in border.values():
            drawn += "".join(f' style:border-line-width-{side}="0.5pt 1.5pt 0.5pt"' for side in border)
        background, colour = fill(table, row)
        stub = column < table.stub
        vertical = "top" if stub and body else "middle" if stub else style.valign if body else "bottom"
        name = self.style("table-cell", f'<style:table-cell-properties{drawn} style:vertical-align="{vertical}" '
                          f'fo:padding-top="{style.padding}pt" fo:padding-bottom="{style.padding}pt" '
                          f'fo:padding-left="{style.gap}pt" fo:padding-right="{style.gap}pt"'
                          + (f' fo:background-color="{background}"' if background else "") + "/>")
        align = "start" if stub or (body and body.group) else "center" if column_span > 1 else style.align
        align = {"right": "end", "left": "start"}.get(align, align)
        indent = 'fo:margin-left="12pt"' if body and body.indent and column == 0 else ""
        bold = body.bold if body else not style.plain_head
        weight = ' fo:font-weight="bold"' if bold else ""
        paint = f' fo:color="{colour}"' if colour else ""
        paragraph = self.style("paragraph", f'<style:paragraph-properties fo:text-align="{align}" fo:margin-top="0pt" '
                               f'fo:margin-bottom="0pt" {indent}/><style:text-properties fo:font-size="{style.size}pt"'
                               f"{weight}{paint}/>")
        spans = (f' table:number-rows-spanned="{row_span}"' if row_span > 1 else "") + (
            f' table:number-columns-spanned="{column_span}"' if column_span > 1 else "")
        self.out.append(f'<table:table-cell table:style-name="{name}"{spans} office:value-type="string">'
                        f'<text:p text:style-name="{paragraph}">{marked(source)}</text:p></table:table-cell>')

    def box(self, block: Text):
        """Prose in a ruled table of its own."""
        self.tables += 1
        rows = [part.split("|") for part in block.text.split("\n")]
        name = self.style("table", f'<style:table-properties style:width="{TEXT_WIDTH}mm" table:align="left"/>')
        label = TEXT_WIDTH / 4
        columns = [self.style("table-column", f'<style:table-column-properties style:column-width="{width}mm"/>')
                   for width in [label] + [(TEXT_WIDTH - label) / (len(rows[0]) - 1)] * (len(rows[0]) - 1)]
        cell = self.style("table-cell", '<style:table-cell-properties fo:border="0.6pt solid #000000" fo:padding="3pt"/>')
        self.out.append(f'<table:table table:name="Tabell{self.tables}" table:style-name="{name}">'
                        + "".join(f'<table:table-column table:style-name="{column}"/>' for column in columns))
        for row in rows:
            self.out.append("<table:table-row>" + "".join(
                f'<table:table-cell table:style-name="{cell}">{self.paragraph(text.strip())}</table:table-cell>'
                for text in row) + "</table:table-row>")
        self.out.append("</table:table>" + self.paragraph("", size=6))


def document(report: Report):
    body = Body(report)
    for block in report.blocks:
        body.block(block)
    width, height = ("297mm", "210mm") if report.landscape else ("210mm", "297mm")
    headings = "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
        f'style:default-outline-level="{level}"><style:paragraph-properties fo:margin-top="{before}pt" '
        f'fo:margin-bottom="4pt" fo:keep-with-next="always"/><style:text-properties style:font-name="body" '
        f'fo:font-size="{size}pt" fo:font-weight="bold"/></style:style>'
        for level, size, before in ((1, 17, 0), (2, 13, 12), (3, 11, 9)))
    right = f"{TEXT_WIDTH + (87 if report.landscape else 0)}mm"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{escape(report.title)}</dc:title><dc:language>sv-SE</dc:language></office:meta>
<office:font-face-decls><style:font-face style:name="body" svg:font-family="'{report.font}'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="body"
 fo:font-size="{report.size}pt" fo:language="sv" fo:country="SE"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"><style:text-properties style:font-name="body"/></style:style>
{headings}<style:style style:name="furniture" style:family="paragraph"><style:paragraph-properties><style:tab-stops>
<style:tab-stop style:type="right" style:position="{right}"/></style:tab-stops></style:paragraph-properties>
<style:text-properties fo:font-size="8pt" fo:color="#444444"/></style:style>
<style:style style:name="raised" style:family="text"><style:text-properties style:text-position="super 60%"/></style:style>
</office:styles><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties
 fo:page-width="{width}" fo:page-height="{height}" fo:margin="15mm 20mm" fo:margin-left="20mm" fo:margin-right="20mm"
 fo:margin-top="12mm" fo:margin-bottom="12mm" style:print-orientation="{'landscape' if report.landscape else 'portrait'}"/>
<style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="5mm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="5mm"/></style:footer-style>
</style:page-layout>{''.join(body.styles)}</office:automatic-styles><office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="page"><style:header>
<text:p text:style-name="furniture">{escape(report.header)}</text:p></style:header><style:footer>
<text:p text:style-name="furniture">{escape(report.footer)}<text:tab/>Sida <text:page-number/> (<text:page-count/>)</text:p>
</style:footer></style:master-page></office:master-styles><office:body><office:text>{''.join(body.out)}</office:text>
</office:body></office:document>"""


def export(source: Path, target: Path, filter_name: str, tagged: bool):
    """Prints an office file with LibreOffice; shared with calc.py."""
    options = {"UseTaggedPDF": {"type": "boolean", "value": "true" if tagged else "false"},
               "ExportBookmarks": {"type": "boolean", "value": "false"}}
    folder = source.parent
    subprocess.run(["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--convert-to",
                    f"pdf:{filter_name}:{json.dumps(options)}", "--outdir", str(folder), str(source)],
                   check=True, capture_output=True, timeout=180)
    target.write_bytes(source.with_suffix(".pdf").read_bytes())


def typeset(report: Report, target: Path):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.fodt")
        source.write_text(document(report), encoding="utf-8")
        export(source, target, "writer_pdf_Export", report.tagged)
