"""Mellerud (1461), Socialnämnden: monthly reports of one unit over several years."""
from model import *

HEAD = "Melleruds kommun · Socialförvaltningen"
FOOT = "Postadress: 464 80 Mellerud   socialnamnd@mellerud.se"
BARN = '''
          | Barn och Unga | < | < | < | < | <
          | Anmälningar//Unga | Pågående//utredningar | Arvoderade//familjehem | Kontrakt.//familjehem | HVB/SiS | Bistånd//öppenvård
    ---
'''
VUXNA = '''
          | Vuxna | < | < | < | < | <
          | Ekonomiskt//bistånd//hushåll | Anmälningar//Vuxna | HVB/SiS | Bistånd//Öppenvård | Boendestöd | Kontakt-//person SoL
    ---
'''
VARD = '''
          | Hemtjänst | < | < | < | Säbo | <
          | Antal vårdtagare | Antal//trygghetslarm | Antal utförda//timmar* | Antal körda//mil | Beläggning//säbo i % | Beläggning//korttid i %
    ---
'''
VARD_COLUMNS = ["utfall . antal", "utfall . antal", "utfall . timmar", "utfall . mil", "utfall . procent",
                "utfall . procent"]

MARCH = Report(
    slug="mellerud-socialnamnden-2023-03", municipality="Mellerud", code="1461", board="Socialnämnden",
    title="Socialförvaltningen månadsrapport avseende verksamhet per mars månad 2023", period="2023-03",
    producer="chromium", header=HEAD, footer=FOOT, font="Carlito",
    hard="full grid; months without figures yet; two-level boxhead; `1*`; grouped and ungrouped thousands in one table",
    figures="seed (Mellerud 2023-12), cut at March",
    blocks=[
        Heading("Socialnämnden"),
        Text("Socialförvaltningen månadsrapport avseende verksamhet per mars månad 2023", bold=True),
        Text("I denna rapport finns socialförvaltningens verksamhetsstatistik sammanställd med kommentarer och kortare "
             "analyser för att ge en tydlig bild av verksamhetens utveckling."),
        Heading("Individ och familjeomsorg", 2),
        table("barn-och-unga", "Verksamhetsstatistik Individ och Familjeomsorg 2023", BARN + '''
            jan-23 | 45 | 63 | 27 | 11 | 1 | 65
            feb | 70 | 68 | 27 | 12 | 1 | 73
            mar | 36 | 57 | 28 | 12 | 1* | 63
            apr
            maj
            jun
            jul
            aug
            sept
            okt
            nov
            dec
        ''', rows=months(2023), section="Individ och familjeomsorg", notes=["*  Till familjehem 230324"],
              style=Style(align="center", widths=(20, 25, 25, 25, 25, 22, 25))),
        Text("Kommentar: Inflödet av orosanmälningar har minskat sedan februari. Utredningsmängden bedöms som hanterbar. "
             "Inga försenade förhandsbedömningar eller utredningar utifrån lagstadgad tid."),
        table("vuxna", "Verksamhetsstatistik Vuxna 2023", VUXNA + '''
            jan-23 | 60 | 15 | 4 | 18 | 31 | 17
            feb | 62 | 13 | 5 | 13 | 31 | 17
            mar | 57 | 14 | 5 | 12 | 31 | 18
            apr
            maj
            jun
            jul
            aug
            sept
            okt
            nov
            dec
        ''', rows=months(2023), section="Individ och familjeomsorg",
              style=Style(align="center", widths=(20, 25, 25, 25, 25, 25, 25))),
        PageBreak(),
        Heading("Vård och omsorg", 2),
        Text("Kort nuläge: Under mars har arbetet med nya scheman utifrån bemanningskrav fortsatt. Beläggningen på "
             "särskilt boende är fortsatt hög medan korttiden har lediga platser."),
        table("vard-och-omsorg", "Verksamhetsstatistik Vård och Omsorg 2023", VARD + '''
            jan-23 | 342 | 300 | 8060 | 7 345 | 92% | 85%
            feb | 333 | 304 | 7038 | 6 408 | 91% | 66%
            mar | 328 | 301 | 8268 | 7 400 | 93% | 58%
        ''', columns=VARD_COLUMNS, rows=months(2023, 1, 3), section="Vård och omsorg",
              style=Style(align="center", widths=(20, 25, 26, 27, 24, 24, 24))),
        Text("Andelen arbetad tid av timvikarier uppgick i mars till 11 %.",
             facts=[fact("Andelen arbetad tid av timvikarier", "11", "procent", "2023-03", "utfall",
                         "Andelen arbetad tid av timvikarier uppgick i mars till 11 %")]),
    ])

YEAR_2022 = Report(
    slug="mellerud-socialnamnden-2022-12", municipality="Mellerud", code="1461", board="Socialnämnden",
    title="Socialförvaltningen månadsrapport avseende verksamhet per december månad 2022", period="2022-12",
    producer="writer", header=HEAD, footer=FOOT, font="Carlito",
    hard="zebra without rules under a white-on-colour boxhead; a year of months; table over two pages with repeated boxhead",
    figures="invented (personal: seed)",
    blocks=[
        Heading("Socialnämnden"),
        Text("Socialförvaltningen månadsrapport avseende verksamhet per december månad 2022", bold=True),
        Text("Rapporten visar verksamheternas volymer under året. Siffrorna hämtas ur verksamhetssystemet den första "
             "vardagen i följande månad."),
        table("personalomsattning", "Personalomsättning", '''
                 | Antal avgångar | Antal tillsvidareanställda totalt | Personalomsättning i procent***
            ---
            2018 | 67 | 440 | 15,20%
            2019 | 74 | 423 | 17,40%
            2020 | 51 | 440 | 11,60%
            2021 | 51 | 453 | 11,30%
            2022 | 70 | 461 | 15,18%
        ''', rows=[f". {year} ." for year in range(2018, 2023)], kind="personal",
              notes=["*** tillsvidareanställningar endast"],
              style=Style(rules="none", band="#1f4e79", zebra="#dde8f3", widths=(25, 40, 50, 50))),
        Heading("Individ och familjeomsorg", 2),
        table("barn-och-unga", "Verksamhetsstatistik Individ och Familjeomsorg 2022", BARN + '''
            jan-22 | 38 | 55 | 25 | 10 | 2 | 58
            feb | 52 | 58 | 25 | 10 | 2 | 61
            mar | 49 | 61 | 26 | 10 | 2 | 60
            apr | 33 | 57 | 26 | 11 | 2 | 60
            maj | 47 | 60 | 26 | 11 | 1 | 63
            jun | 41 | 52 | 27 | 11 | 1 | 62
            jul | 19 | 47 | 27 | 11 | 1 | 60
            aug | 30 | 45 | 27 | 11 | 1 | 59
            sept | 55 | 51 | 27 | 11 | 1 | 61
            okt | 58 | 56 | 28 | 11 | 1 | 64
            nov | 61 | 62 | 28 | 11 | 1 | 66
            dec | 40 | 60 | 27 | 11 | 1 | 65
        ''', rows=months(2022), section="Individ och familjeomsorg",
              style=Style(rules="none", band="#1f4e79", zebra="#dde8f3", widths=(20, 25, 25, 25, 25, 22, 25))),
        Text("Kommentar: Antalet anmälningar varierar över året och är som lägst under sommaren."),
        table("vuxna", "Verksamhetsstatistik Vuxna 2022", VUXNA + '''
            jan-22 | 71 | 12 | 3 | 15 | 28 | 16
            feb | 70 | 9 | 3 | 14 | 28 | 16
            mar | 68 | 11 | 4 | 14 | 29 | 16
            apr | 66 | 7 | 4 | 16 | 29 | 17
            maj | 64 | 10 | 4 | 15 | 30 | 17
            jun | 63 | 8 | 3 | 11 | 30 | 17
            jul | 65 | 5 | 3 | 9 | 30 | 17
            @head aug | 66 | 9 | 3 | 12 | 30 | 17
            sept | 62 | 8 | 4 | 16 | 31 | 17
            okt | 61 | 10 | 4 | 17 | 31 | 17
            nov | 59 | 12 | 4 | 17 | 31 | 17
            dec | 60 | 9 | 4 | 17 | 31 | 17
        ''', rows=months(2022), section="Individ och familjeomsorg",
              style=Style(rules="none", band="#1f4e79", zebra="#dde8f3", widths=(20, 25, 25, 25, 25, 25, 25))),
        Heading("Vård och omsorg", 2),
        table("vard-och-omsorg", "Verksamhetsstatistik Vård och Omsorg 2022", VARD + '''
            jan-22 | 351 | 289 | 8 214 | 7 102 | 88% | 71%
            feb | 349 | 291 | 7 446 | 6 530 | 89% | 69%
            mar | 347 | 293 | 8 301 | 7 218 | 90% | 72%
            apr | 340 | 292 | 7 902 | 6 844 | 91% | 70%
            maj | 338 | 290 | 8 115 | 7 001 | 90% | 66%
            jun | 336 | 288 | 7 870 | 6 602 | 88% | 61%
            jul | 339 | 291 | 8 006 | 6 544 | 86% | 58%
            aug | 341 | 294 | 8 031 | 6 390 | 87% | 60%
            sept | 337 | 295 | 7 844 | 6 488 | 89% | 68%
            okt | 338 | 297 | 8 122 | 6 913 | 91% | 74%
            nov | 340 | 298 | 7 935 | 7 020 | 92% | 77%
            dec | 343 | 299 | 8 047 | 7 211 | 92,5% | 79%
        ''', columns=VARD_COLUMNS, rows=months(2022), section="Vård och omsorg",
              style=Style(rules="none", band="#1f4e79", zebra="#dde8f3", widths=(20, 25, 26, 27, 24, 24, 24))),
    ])

REPORTS = [MARCH, YEAR_2022]
