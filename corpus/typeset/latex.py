"""Typesets a Report with pdfLaTeX: booktabs, longtable-free tabulars, Latin Modern or Times."""
from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from edges import fill
from expected import grid_cells
from model import Beside, Bullets, Chart, Contents, Heading, Newspaper, PageBreak, Report, Signatures, Table, Text

ESCAPES = str.maketrans({"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "−": r"$-$", "–": "--",
                         "·": r"\textperiodcentered{}", "\u00a0": "~", "\u202f": r"\,", "•": r"\textbullet{}", "−": r"\textminus{}"})


def marked(text):
    text = text.translate(ESCAPES)
    text = re.sub(r"\^(\d+)", r"\\textsuperscript{\1}", text)
    return text.replace("//", r"\newline ")


def stacked(text, align):
    """A cell of several lines in a column without a width."""
    if "//" not in text:
        return marked(text)
    letter = {"right": "r", "center": "c", "left": "l"}[align]
    lines = r"\\".join(marked(part) for part in text.split("//"))
    return rf"\begin{{tabular}}[b]{{@{{}}{letter}@{{}}}}{lines}\end{{tabular}}"


def tabular(table: Table):
    style, head = table.style, len(table.head)
    letter = {"right": "r", "center": "c", "left": "l"}[style.align]
    bar = "|" if style.rules == "grid" else "||" if style.rules == "double" else ""
    specification = []
    for column in range(table.width):
        if style.widths:
            side = r"\raggedright" if column < table.stub else {"right": r"\raggedleft", "center": r"\centering",
                                                                "left": r"\raggedright"}[style.align]
            kind = {"top": "p", "middle": "m", "bottom": "b"}[style.valign]
            specification.append(rf">{{{side}\arraybackslash}}{kind}{{{style.widths[column]}mm}}")
        else:
            specification.append("l" if column < table.stub else letter)
    columns = bar + bar.join(specification) + bar
    rule = r"\hline" if style.rules == "grid" else r"\hline\hline" if style.rules == "double" else ""
    cells = {}
    for cell in grid_cells(table):
        cells.setdefault(cell[0], []).append(cell)
    out = [rf"\begin{{tabular}}{{{columns}}}"]
    out.append({"booktabs": r"\toprule", "header-total": r"\hline", "horizontal": r"\hline"}.get(style.rules, rule))
    total = head + len(table.rows)
    for row in range(total):
        body = table.rows[row - head] if row >= head else None
        if body and body.bold and not body.group and style.rules in ("booktabs", "header-total"):
            out.append(r"\midrule" if style.rules == "booktabs" else r"\hline")
        line, part_rules = [], []
        for _, column, row_span, column_span, text in cells.get(row, []):
            while len(line) < column and sum(span for span, _ in line) < column:
                line.append((1, ""))  # below a cell of several rows
            source = (table.head[row] if body is None else body.cells)[column] if text else ""
            bold = body.bold if body else not style.plain_head
            content = marked(source) if style.widths else stacked(source, style.align)
            if text and bold:
                content = rf"\textbf{{{content}}}"
            if body and body.indent and column == 0:
                content = r"\quad " + content
            if row_span > 1:
                content = rf"\multirow{{{row_span}}}{{*}}{{{content}}}"
            if column_span > 1:
                content = rf"\multicolumn{{{column_span}}}{{{bar if column == 0 else ''}{'l' if body else 'c'}{bar}}}{{{content}}}"
                if body is None and text and style.rules == "booktabs":
                    part_rules.append(rf"\cmidrule(lr){{{column + 1}-{column + column_span}}}")
            line.append((column_span, content))
        background, _ = fill(table, row)
        colour = rf"\rowcolor[HTML]{{{background[1:].upper()}}}" if background else ""
        out.append(colour + " & ".join(content for _, content in line) + r" \\")
        out += part_rules
        if row == head - 1:
            out.append({"booktabs": r"\midrule", "header-total": r"\hline", "horizontal": r"\hline"}.get(style.rules, rule))
        elif row == total - 1:
            out.append({"booktabs": r"\bottomrule", "header-total": r"\hline", "horizontal": r"\hline"}.get(style.rules, rule))
        elif rule or style.rules == "horizontal":
            out.append(rule or r"\hline")
    out.append(r"\end{tabular}")
    size = f"\\fontsize{{{style.size}}}{{{style.size * 1.2}}}\\selectfont"
    return (rf"{{{size}\setlength{{\tabcolsep}}{{{style.gap}pt}}\renewcommand{{\arraystretch}}{{{1 + style.padding / 20}}}%"
            + "\n" + "\n".join(part for part in out if part) + "}")


def chart_tex(chart: Chart):
    """A bar chart in LaTeX's picture environment, 1 unit = 1 mm."""
    top = max(max(values) for values in chart.series.values())
    step = next(s for s in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000) if top / s <= 6)
    levels = int(top // step) + 1
    scale, slot = 50 / (levels * step), 130 / len(chart.categories)
    greys = [".25", ".6", ".8"]
    out = [r"\begin{picture}(150,62)(-12,-8)\scriptsize"]
    for level in range(levels + 1):
        y = level * step * scale
        out.append(rf"\put(0,{y:.1f}){{\color[gray]{{.8}}\line(1,0){{132}}}}\put(-2,{y - 1:.1f}){{\makebox(0,0)[br]{{{level * step}}}}}")
    bar = slot * .7 / len(chart.series)
    for i, category in enumerate(chart.categories):
        out.append(rf"\put({slot * (i + .5):.1f},-4){{\makebox(0,0)[b]{{{marked(category)}}}}}")
        for s, values in enumerate(chart.series.values()):
            if i < len(values):
                out.append(rf"\put({slot * i + slot * .15 + bar * s:.1f},0){{\color[gray]{{{greys[s]}}}"
                           rf"\rule{{{bar:.1f}mm}}{{{values[i] * scale:.1f}mm}}}}")
    for s, name in enumerate(chart.series):
        out.append(rf"\put({30 * s},-8){{\makebox(0,0)[bl]{{{{\color[gray]{{{greys[s]}}}\rule{{2mm}}{{2mm}}}} {marked(name)}}}}}")
    body = "".join(out) + r"\end{picture}"
    return rf"\bigskip\textbf{{{marked(chart.title)}}}\par\setlength{{\unitlength}}{{1mm}}{body}\par\medskip"


def block_tex(block):
    if isinstance(block, Heading):
        if block.spaced:
            return rf"\section*{{\textls[280]{{{marked(block.text)}}}}}"
        return rf"\{'sub' * (block.level - 1)}section*{{{marked(block.text)}}}"
    if isinstance(block, Text):
        if block.box:
            rows = [part.split("|") for part in block.text.split("\n")]
            width = 160 / len(rows[0])
            return (rf"\noindent\begin{{longtable}}{{|{'|'.join([f'p{{{width}mm}}'] * len(rows[0]))}|}}\hline"
                    + "\n".join(" & ".join(marked(cell.strip()) for cell in row) + r" \\ \hline" for row in rows)
                    + r"\end{longtable}")
        text = marked(block.text)
        return (rf"\textbf{{{text}}}" if block.bold else rf"{{\small {text}}}" if block.small else text) + "\n\n"
    if isinstance(block, Bullets):
        return r"\begin{itemize}" + "".join(rf"\item {marked(item)}" for item in block.items) + r"\end{itemize}"
    if isinstance(block, Contents):
        fill_ = r"\dotfill" if block.leaders else r"\hfill"
        return "".join(rf"\noindent {marked(text)}{fill_}{page}\par" for text, page in block.entries)
    if isinstance(block, Table):
        title = rf"\noindent\textbf{{{marked(block.title)}}}\nopagebreak\par\smallskip" if block.title else ""
        caption = rf"\noindent{{\small {marked(block.caption)}}}\nopagebreak\par\smallskip" if block.caption else ""
        notes = "".join(rf"\noindent{{\footnotesize {marked(note)}}}\par" for note in block.notes)
        return rf"\bigskip{title}{caption}\noindent{tabular(block)}\par\smallskip{notes}\medskip"
    if isinstance(block, Chart):
        return chart_tex(block)
    if isinstance(block, Beside):
        share = 0.97 / len(block.columns)
        return r"\noindent" + r"\hfill".join(
            rf"\begin{{minipage}}[t]{{{share:.2f}\textwidth}}{''.join(map(block_tex, column))}\end{{minipage}}"
            for column in block.columns) + r"\par"
    if isinstance(block, Newspaper):
        return r"\begin{multicols}{2}" + "\n".join(map(block_tex, block.blocks)) + r"\end{multicols}"
    if isinstance(block, Signatures):
        return r"\vspace{20mm}\noindent" + r"\hfill".join(
            rf"\begin{{minipage}}{{60mm}}\hrule\smallskip {marked(name)}\\{marked(role)}\end{{minipage}}"
            for name, role in block.names) + r"\par"
    if isinstance(block, PageBreak):
        return r"\clearpage "
    raise TypeError(block)


def document(report: Report):
    font = {"Times": r"\usepackage{mathptmx}", "Helvetica": r"\usepackage[scaled=.92]{helvet}\renewcommand{\familydefault}"
            r"{\sfdefault}"}.get(report.font, r"\usepackage{lmodern}")
    body = "\n".join(map(block_tex, report.blocks))
    if report.landscape:
        body = r"\begin{landscape}" + body + r"\end{landscape}"
    return rf"""\documentclass[a4paper,{round(report.size)}pt]{{article}}
\usepackage[T1]{{fontenc}}\usepackage[utf8]{{inputenc}}\usepackage[swedish]{{babel}}\usepackage{{textcomp}}
{font}\usepackage[tracking]{{microtype}}\usepackage[margin=22mm]{{geometry}}
\usepackage{{array,booktabs,multirow,longtable,multicol,fancyhdr,lastpage,pdflscape}}\usepackage[table]{{xcolor}}
\pagestyle{{fancy}}\fancyhf{{}}\lhead{{\small {marked(report.header)}}}\lfoot{{\footnotesize {marked(report.footer)}}}
\rfoot{{\footnotesize Sida \thepage{{}} (\pageref{{LastPage}})}}\renewcommand{{\headrulewidth}}{{0.4pt}}
\setlength{{\parindent}}{{0pt}}\setlength{{\parskip}}{{5pt}}\pdfinfo{{/Title ({report.title.encode('ascii', 'ignore').decode()})}}
\shorthandoff{{"}}
\begin{{document}}
{body}
\end{{document}}
"""


def typeset(report: Report, target: Path):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "report.tex").write_text(document(report), encoding="utf-8")
        for _ in range(2):
            done = subprocess.run(["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "report.tex"], cwd=folder,
                                  capture_output=True, timeout=120)
            if done.returncode:
                raise SystemExit(done.stdout.decode("latin-1")[-2500:])
        target.write_bytes(Path(folder, "report.pdf").read_bytes())
