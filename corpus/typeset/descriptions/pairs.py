"""Reports typeset twice with one difference: rules drawn or removed, tags written or not. All figures are invented."""
from dataclasses import replace

from model import *


def vaxjo_blocks(rules):
    common = dict(rules=rules, padding=2.5)
    return [
        Heading("Månadsuppföljning september 2023"),
        Text("Omsorgsnämnden i Växjö kommun redovisar ekonomi och volymer efter september månad. Prognosen för helåret "
             "bygger på utfallet till och med september och kända förändringar."),
        table("ekonomi", "Ekonomiskt läge, tkr", '''
             | Ack utfall//jan-sep | Ack budget//jan-sep | Avvikelse | Prognos//helår
            ---
            Ledning och stab | 21 406 | 22 300 | 894 | 29 100
            Hemtjänst | 231 877 | 224 610 | -7 267 | 308 000
            Särskilt boende | 342 019 | 340 155 | -1 864 | 455 500
            Hälso- och sjukvård | 98 344 | 99 270 | 926 | 131 900
            Funktionsnedsättning | 287 605 | 290 112 | 2 507 | 384 200
            * Summa | 981 251 | 976 447 | -4 804 | 1 308 700
            ''', columns=["utfall 2023-01/2023-09 tkr", "budget 2023-01/2023-09 tkr", "avvikelse 2023-01/2023-09 tkr",
                          "prognos 2023 tkr"], kind="driftredovisning", style=Style(**common, widths=(48, 28, 28, 26, 26))),
        table("volymer", "Volymer", '''
             | Sep 2023 | Aug 2023 | Sep 2022
            ---
            Personer med beslut om hemtjänst | 1 842 | 1 838 | 1 811
            Utförda timmar hemtjänst | 61 204 | 63 118 | 59 870
            Trygghetslarm | 2 467 | 2 459 | 2 390
            Belagda platser särskilt boende | 931 | 929 | 940
            Personer i kö till särskilt boende | 37 | 41 | 28
            ''', columns=["utfall 2023-09 antal", "utfall 2023-08 antal", "utfall 2022-09 antal"],
              rows=["", ". . timmar", "", "", ""], style=Style(**common, widths=(70, 26, 26, 26))),
        table("sjukfranvaro", "Sjukfrånvaro per månad, procent", '''
             | jan | feb | mar | apr | maj | jun | jul | aug | sep
            ---
            2022 | 11,2 | 10,4 | 9,1 | 8,0 | 7,1 | 6,8 | 6,2 | 7,0 | 8,3
            2023 | 8,9 | 8,8 | 8,1 | 7,2 | 6,6 | 6,1 | 5,8 | 6,4 | 7,7
            ''', columns=[f"utfall {m:02d} procent" for m in range(1, 10)], rows=[". 2022 .", ". 2023 ."], kind="personal",
              style=Style(**common, widths=(20,) + (16,) * 9)),
    ]


def vaxjo(suffix, rules, what):
    return Report(slug=f"vaxjo-omsorgsnamnden-2023-09-{suffix}", municipality="Växjö", code="0780", board="Omsorgsnämnden",
                  title="Månadsuppföljning september 2023", period="2023-09", producer="chromium", tagged=False,
                  header="Växjö kommun", footer="Omsorgsnämnden", hard=what, figures="invented", blocks=vaxjo_blocks(rules))


def pitea_blocks(rules):
    names = ["Förskola, barn- och familjestöd", "Försörjningsstöd", "Missbruksvård", "Familjehem", "HVB barn och unga",
             "HVB vuxna", "SiS", "Boendestöd", "Kontaktperson", "Familjerätt", "Familjerådgivning", "Konsumentrådgivning",
             "Budget- och skuldrådgivning", "Våld i nära relationer", "Ensamkommande", "Stab och administration"]
    budget = invented(11, 9000, 6000, len(names))
    outcome = [b + d for b, d in zip(budget, invented(12, 0, 700, len(names)))]
    return [
        Heading("Verksamhetsberättelse 2022"),
        Text("Socialnämndens verksamheter redovisas med budget och utfall. Avvikelsen är positiv när kostnaden blev lägre "
             "än budgeterat."),
        table("utfall", "Utfall per verksamhet 2022, tkr", "Verksamhet | Budget | Utfall | Avvikelse\n---\n"
              + accounts(list(zip(names, budget, outcome)), total="Totalt"),
              columns=["budget 2022 tkr", "utfall 2022 tkr", "avvikelse 2022 tkr"], kind="driftredovisning",
              style=Style(rules=rules, gap=8)),
        table("arenden", "Ärenden", '''
             | 2020 | 2021 | 2022
            ---
            Orosanmälningar barn och unga | 1 044 | 1 102 | 1 187
            Hushåll med ekonomiskt bistånd | 512 | 498 | 470
            Aktuella familjehemsplaceringar | 81 | 84 | 86
            ''', columns=["utfall 2020 antal", "utfall 2021 antal", "utfall 2022 antal"], style=Style(rules=rules, gap=8)),
    ]


def pitea(suffix, rules, what):
    return Report(slug=f"pitea-socialnamnden-2022-{suffix}", municipality="Piteå", code="2581", board="Socialnämnden",
                  title="Verksamhetsberättelse 2022", period="2022", producer="latex", tagged=False, header="Piteå kommun",
                  footer="Socialnämnden 2022", font="Times", hard=what, figures="invented", blocks=pitea_blocks(rules))


UMEA = Report(
    slug="umea-aldrenamnden-2023-08-taggad", municipality="Umeå", code="2480", board="Äldrenämnden",
    title="Delårsrapport januari-augusti 2023", period="2023-01/2023-08", producer="writer", header="Umeå kommun",
    footer="Äldrenämnden, delårsrapport 2023", font="Liberation Sans",
    hard="the same export with tags; three-level boxhead; part spans; goals beside outcomes", figures="invented",
    blocks=[
        Heading("Delårsrapport januari-augusti 2023"),
        Text("Äldrenämnden redovisar ett resultat i nivå med budget. Sjukfrånvaron har minskat men är fortfarande högre "
             "än målet."),
        table("resultat", "Resultat, mnkr", '''
             | Januari-augusti | < | < | Helår | < | <
             | 2023 | < | 2022 | 2023 | < | 2022
             | Budget | Utfall | Utfall | Budget | Prognos | Bokslut
            ---
            Intäkter | 142,6 | 147,9 | 139,2 | 214,0 | 221,5 | 212,7
            Kostnader | -1 012,3 | -1 019,8 | -961,4 | -1 523,9 | -1 533,1 | -1 455,0
            * Nettokostnad | -869,7 | -871,9 | -822,2 | -1 309,9 | -1 311,6 | -1 242,3
            ''', columns=["budget 2023-01/2023-08 mnkr", "utfall 2023-01/2023-08 mnkr", "utfall 2022-01/2022-08 mnkr",
                          "budget 2023 mnkr", "prognos 2023 mnkr", "utfall 2022 mnkr"], kind="driftredovisning",
              style=Style(rules="grid", widths=(38, 22, 22, 22, 22, 22, 22))),
        table("indikatorer", "Indikatorer", '''
            Indikator | Mål 2023 | Utfall//augusti 2023 | Utfall 2022
            ---
            Personer med hemtjänst | | 2 918 | 2 874
            Trygghetslarm | | 4 120 | 4 033
            Sjukfrånvaro, procent | 7,0 | 8,4 | 9,6
            Personalkontinuitet, antal personal under 14 dagar | 12 | 14 | 15
            Andel nöjda brukare i hemtjänst, procent | 90 | i u | 88
            ''', columns=["målvärde 2023 antal", "utfall 2023-08 antal", "utfall 2022 antal"], kind="indikatorer",
              rows=["", "", ". . procent", "", ". . procent"],
              style=Style(rules="grid", widths=(80, 24, 30, 26))),
    ])

REPORTS = [
    vaxjo("linjer", "grid", "full grid; the same without rules is beside it"),
    vaxjo("utan-linjer", "none", "the same pages as vaxjo-omsorgsnamnden-2023-09-linjer without any rule"),
    pitea("linjer", "grid", "20 rows in a LaTeX grid; the same without rules is beside it"),
    pitea("utan-linjer", "none", "the same pages as pitea-socialnamnden-2022-linjer without any rule"),
    UMEA,
    replace(UMEA, slug="umea-aldrenamnden-2023-08-otaggad", tagged=False, hard="the same export without tags"),
]
