"""Habo (0643) and Håbo (0305), two municipalities that only a ring tells apart. The Habo report is typeset by four
producers from one description; its figures have to come out the same. All figures are invented."""
from dataclasses import replace

from model import *

MONTH = ["Januari", "Februari", "Mars", "April", "Maj", "Juni"]


def blocks(rules, **style):
    return [
        Heading("Halvårsuppföljning 2023"),
        Text("Socialnämnden i Habo kommun följer upp volymer, ekonomi och personal för januari till juni 2023."),
        Heading("Volymer", 2),
        table("volymer", "Volymer per månad 2023", '''
                | Individ och familj | < | Vård och omsorg | <
          Månad | Orosanmälningar | Hushåll med//försörjningsstöd | Trygghetslarm | Personer med//hemtjänst
          ---
        ''' + lines_of(MONTH, [41, 38, 47, 35, 44, 33], [74, 76, 73, 72, 70, 71], [301, 303, 302, 306, 308, 307],
                       [212, 214, 211, 215, 217, 216]),
              rows=months(2023, 1, 6), section="Volymer", style=Style(rules=rules, widths=(28, 32, 34, 32, 32), **style)),
        Heading("Ekonomi", 2),
        table("ekonomi", "Driftredovisning januari-juni 2023, tkr", "Verksamhet | Budget | Utfall | Avvikelse\n---\n"
              + accounts([("Nämndverksamhet", 1120, 1087), ("Individ- och familjeomsorg", 19840, 21312),
                          ("Äldreomsorg", 61300, 60944), ("Funktionshinderomsorg", 38210, 38995)], total="Summa"),
              columns=["budget 2023-01/2023-06 tkr", "utfall 2023-01/2023-06 tkr", "avvikelse 2023-01/2023-06 tkr"],
              kind="driftredovisning", section="Ekonomi", style=Style(rules=rules, widths=(60, 30, 30, 30), **style)),
        Heading("Personal", 2),
        table("sjukfranvaro", "Sjukfrånvaro, procent", '''
                | Jan-juni 2023 | Jan-juni 2022
            ---
            Total sjukfrånvaro | 6,4 | 7,9
            > Kvinnor | 6,7 | 8,3
            > Män | 4,9 | 5,8
        ''', columns=["utfall 2023-01/2023-06 procent", "utfall 2022-01/2022-06 procent"], kind="personal",
              section="Personal", style=Style(rules=rules, widths=(60, 30, 30), **style)),
    ]


def habo(producer, rules, what, **more):
    style = more.pop("style", {})
    return Report(
        slug=f"habo-socialnamnden-2023-06-{producer}", municipality="Habo", code="0643", board="Socialnämnden",
        title="Halvårsuppföljning 2023", period="2023-01/2023-06", producer=producer, header="Habo kommun",
        footer="Socialnämnden 2023", hard=f"one report by four producers; {what}", figures="invented",
        blocks=blocks(rules, **style), **more)


HAABO = Report(
    slug="haabo-vard-och-omsorgsnamnden-2023-12", municipality="Håbo", code="0305", board="Vård- och omsorgsnämnden",
    title="Uppföljning december 2023", period="2023-12", producer="calc", tagged=False, header="Håbo kommun",
    footer="Vård- och omsorgsnämnden", font="Carlito",
    hard="spreadsheet without tags; shaded sum rows; `Totalt` of a flow beside the last value of a stock; `Stängt`, `x`",
    figures="invented",
    blocks=[
        Heading("Uppföljning december 2023"),
        table("statistik", "Statistik vård och omsorg", '''
            Insats | Sep | Okt | Nov | Dec | Totalt 2023
            ---
            Brukare med hemtjänst | 318 | 321 | 324 | 322 |
            Trygghetslarm | 604 | 609 | 611 | 615 |
            Beläggning korttid, % | 88 | 91 | 94 | 90 |
            Beviljade timmar hemtjänst | 6 904 | 7 122 | 7 015 | 7 240 | 83 411
            Dagverksamhet, besök | 412 | 436 | 401 | Stängt | 4 512
            Betaldagar | - | 3 | x | 2 | 19
            ''', columns=["utfall 2023-09 antal", "utfall 2023-10 antal", "utfall 2023-11 antal", "utfall 2023-12 antal",
                          "utfall 2023 antal"], rows=["", "", ". . procent", ". . timmar", "", ""],
              style=Style(rules="grid", size=9, widths=(58, 20, 20, 20, 20, 26))),
        table("ekonomi", "Ekonomi, mnkr", '''
            | Budget | Utfall | Avvikelse | Prognos
            ---
            Äldreomsorg | 214,6 | 219,1 | -4,5 | 219,0
            Funktionsnedsättning | 131,2 | 128,7 | 2,5 | 129,0
            * Nettokostnad | 345,8 | 347,8 | -2,0 | 348,0
            ''', columns=["budget 2023 mnkr", "utfall 2023 mnkr", "avvikelse 2023 mnkr", "prognos 2023 mnkr"],
              kind="driftredovisning", style=Style(rules="grid", shade="#fce4d6", size=9, widths=(58, 20, 20, 20, 20))),
    ])

REPORTS = [
    habo("writer", "grid", "tagged grid"),
    habo("chromium", "horizontal", "horizontal rules, untagged", tagged=False, font="Liberation Serif"),
    habo("latex", "booktabs", "booktabs with part rules under the group headings", tagged=False, font="Times"),
    habo("groff", "header-total", "tbl with rules at header and total", tagged=False, font="Times"),
    HAABO,
]
