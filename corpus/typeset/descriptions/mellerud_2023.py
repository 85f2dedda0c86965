"""Mellerud (1461), Socialnämnden: the year 2023 by month, and its accounts. Figures of the published reports."""
from model import *

from descriptions.mellerud import BARN, FOOT, HEAD, VARD, VARD_COLUMNS, VUXNA

MONTH_NAMES = ["jan-23", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sept", "okt", "nov", "dec"]
GRID = dict(rules="grid", align="center", padding=1.5)

DECEMBER = Report(
    slug="mellerud-socialnamnden-2023-12", municipality="Mellerud", code="1461", board="Socialnämnden",
    title="Socialförvaltningen månadsrapport avseende verksamhet per december månad 2023", period="2023-12",
    producer="writer", header=HEAD, footer=FOOT, font="Carlito",
    hard="full grid, tagged; three tables of months on two pages; a blank cell amid figures; unit marks `*`, `**`, `***` "
         "explained under the table",
    figures="seed (Mellerud 2023-12)",
    blocks=[
        Heading("Socialnämnden"),
        Text("Socialförvaltningen månadsrapport avseende verksamhet per december månad 2023", bold=True),
        Heading("Individ och familjeomsorg", 2),
        table("barn-och-unga", "Verksamhetsstatistik Individ och Familjeomsorg 2022/2023", BARN + lines_of(
            MONTH_NAMES, [45, 70, 36, 36, 44, 48, 17, 33, 51, 60, 66, 49], [63, 68, 57, 58, 64, 48, 44, 49, 41, 29, 32, 43],
            [27, 27, 28, 29, 29, 30, 31, 31, 29, 29, 28, 26], [11, 12, 12, 12, 12, 12, 10, 10, 9, 9, 9, 9],
            "1 1 1* 0 0 0 0 0 0 0 0 0".split(), [65, 73, 63, 66, 62, 66, 64, 64, 46, 46, 49, 53]),
              rows=months(2023), section="Individ och familjeomsorg", notes=["* Till familjehem 230324"],
              style=Style(**GRID, widths=(20, 25, 25, 25, 25, 22, 25))),
        Text("Kommentar: Inflödet av orosanmälningar minskade i december. Utredningsmängden bedöms som hanterbar."),
        table("vuxna", "Verksamhetsstatistik Vuxna 2022/2023", VUXNA + lines_of(
            MONTH_NAMES, [60, 62, 57, 60, 56, 59, 60, 61, 60, 55, 61, 56], [15, 13, 14, 5, 8, 8, 6, 13, 4, 6, 7, 6],
            [4, 5, 5, 5, 4, 3, 2, 1, 1, 1, 1, 1], [18, 13, 12, 11, 14, 7, 8, 10, 14, 13, 12, 11],
            [31, 31, 31, 32, 29, 29, 28, 27, 27, 29, 29, 29], [17, 17, 18, 17, 19, 19, 19, 19, 18, 17, 16, 17]),
              rows=months(2023), section="Individ och familjeomsorg",
              style=Style(**GRID, widths=(20, 25, 25, 25, 25, 25, 25))),
        PageBreak(), Heading("Vård och omsorg", 2),
        table("vard-och-omsorg", "Verksamhetsstatistik Vård och Omsorg 2022/2023", VARD + '''
            jan-23 | 342 | 300 | 8060 | 7 345 | 92% | 85%
            feb | 333 | 304 | 7038 | 6 408 | 91% | 66%
            mar | 328 | 301 | 8268 | 7 400 | 93% | 58%
            apr | 330 | 300 | 7579 | 6 925 | 93% | 59%
            maj | 345 | 296 | 8418 | 7 377 | 89% | 66%
            jun | 331 | 304 | 8167 | 6 457 | 90% | 65%
            jul | 345 | 311 | 8477 | 6 616 | 87% | 53%
            aug | 348 | 305 | 8101 | 5 812 | 84% | 56%
            sept | 334 | 308 | 8103 | 5 301 | 87% | 77%
            okt | 330 | 308 | 7825 | 7 406 | 92% | 78%
            nov | 343 | 311 | 8563 | 7 953 | 97% | 80%
            dec | 386 | 326 | 7293 | 7 318 | 91% | 81%
        ''', columns=VARD_COLUMNS, rows=months(2023), section="Vård och omsorg",
              style=Style(**GRID, widths=(20, 25, 26, 27, 24, 24, 24))),
        Heading("Stöd och service", 2),
        table("stod-och-service", "Verksamhetsstatistik Stöd och Service 2022/2023", '''
                | Boende//LSS* | Daglig//verksamhet* | Korttids-//vistelse*** | Avlösar-//service** | Kontaktperson//LSS* | Ledsagning** | Personlig//assistans//LSS* | Personlig//assistent//SFB*
            ---
            jan-23 | 52 | 49 | 13 | 170 | 19 | 132 | 6 | 10
            feb | 51 | 49 | 14 | 165 | 19 | 137 | 5 | 10
            mar | | 50 | 16 | 183 | 19 | 84 | 5 | 10
            apr | 51 | 51 | 19 | 170 | 18 | 88 | 5 | 10
            maj | 51 | 52 | 24 | 180 | 18 | 106 | 5 | 10
            jun | 50 | 51 | 24 | 168 | 18 | 91 | 5 | 10
            jul | 49 | 51 | 19 | 61 | 18 | 126 | 5 | 10
            aug | 49 | 51 | 21 | 134 | 19 | 135 | 5 | 10
            sept | 49 | 51 | 25 | 174 | 18 | 109 | 5 | 10
            okt | 49 | 51 | 17 | 174 | 16 | 125 | 5 | 10
            nov | 49 | 53 | 20 | 159 | 16 | 140 | 6 | 10
            dec | 49 | 53 | 21 | 161 | 17 | 131 | 5 | 10
        ''', columns=["utfall . antal", "utfall . antal", "utfall . dygn", "utfall . timmar", "utfall . antal",
                      "utfall . timmar", "utfall . antal", "utfall . antal"], rows=months(2023),
              section="Stöd och service", notes=["* Antal personer som har pågående insats", "** Antal verkställda timmar",
                                                 "*** Antal verkställda dygn"],
              style=Style(**GRID, size=8, widths=(16,) + (19.2,) * 8)),
    ])

ACCOUNTS = Report(
    slug="mellerud-socialnamnden-bokslut-2023", municipality="Mellerud", code="1461", board="Socialnämnden",
    title="Bokslut 2023", period="2023", producer="latex", tagged=False, header="Melleruds kommun",
    footer="Socialnämnden bokslut 2023", font="Helvetica",
    hard="`Budget` twice in one table; unit in the header cell; blank cells beside zeros; prose figures in mnkr",
    figures="seed (Mellerud bokslut 2023)",
    blocks=[
        Heading("Bokslut 2023"),
        Text("Socialnämnden redovisar ett underskott mot budget. Ökade kostnader för köpt vård inom IFO -4,7 mnkr och "
             "inhyrd personal -1,6 mnkr är de största posterna.",
             facts=[fact("Ökade kostnader för köpt vård inom IFO", "-4.7", "mnkr", "2023", "avvikelse",
                         "Ökade kostnader för köpt vård inom IFO -4,7 mnkr"),
                    fact("Inhyrd personal", "-1.6", "mnkr", "2023", "avvikelse", "inhyrd personal -1,6 mnkr")]),
        table("driftredovisning", "1.4 Driftredovisning", '''
              | Bokslut 2022//(tkr) | Bokslut 2023//(tkr) | Budget 2023//(tkr) | Avvikelse 2023//(tkr)
            ---
            Intäkter | -70 181 | -71 602 | -62 289 | 9 314
            Personalkostnader | 279 325 | 305 934 | 299 831 | -6 103
            Löpande//kostnader | 96 387 | 101 737 | 90 740 | -10 998
            * Sa kostnader | 375 712 | 407 671 | 390 571 | -17 100
            * Resultat | 305 531 | 336 069 | 328 282 | -7 787
        ''', columns=["utfall 2022 tkr", "utfall 2023 tkr", "budget 2023 tkr", "avvikelse 2023 tkr"],
              kind="driftredovisning", section="Bokslut 2023",
              style=Style(rules="grid", valign="top", widths=(34, 27, 27, 27, 27))),
        table("investeringsredovisning", "1.6 Investeringsredovisning", '''
            Projekt | Budget | Förslag till//omdispo-//nering | Budget//2023 | Utfall | Avvikelse//(tkr) | Slut-//redovisas
            ---
            Grundutrustning/Sängar VoO | 200 | -30 | 170 | 164 | 6 | Ja
            SN div inventarier | 400 | -400 | 0 | 0 | 0 | Ja
            Inventarier hemsjukvården | | 180 | 180 | 168 | 12 | Ja
            Inventarier administration och stab | | 220 | 220 | 238 | -18 | Ja
        ''', columns=["budget 2023 tkr", "omdisponering 2023 tkr", "budget 2023 tkr", "utfall 2023 tkr",
                      "avvikelse 2023 tkr", ". 2023 ."], kind="investeringsredovisning", section="Bokslut 2023",
              style=Style(rules="grid", widths=(40, 16, 22, 16, 15, 20, 20))),
        table("personalredovisning", "1.7 Personalredovisning/Arbetsmiljömål", '''
              | 2023 | 2022
            ---
            Sjukfrånvaro totalt % * | 6,78 | 8,06
            Sjuklönekostnad ** | 4 658 552 | 5 546 664
            Medarbetarskapsindex Engagemang | 75 | 78
        ''', columns=["utfall 2023 .", "utfall 2022 ."], rows=[". . procent", ". . kr", ". . index"], kind="personal",
              section="Bokslut 2023", notes=["* Andel av ordinarie arbetstid", "** Kronor, inklusive sociala avgifter"],
              style=Style(rules="grid", widths=(70, 30, 30))),
    ])

REPORTS = [DECEMBER, ACCOUNTS]
