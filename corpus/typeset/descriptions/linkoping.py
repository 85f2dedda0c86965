"""Linköping (0580), Social- och omsorgsnämnden: interim reports with accounts by räkenskapssammandrag code."""
from model import *

RS_PERIOD = '''
    100 - Nämnd- och styrelseverksamhet | 685 | -281 | -966 | 804
    130 - Övrig politisk verksamhet | 462 | 509 | 47 | 493
    267 - Alkoholtillstånd mm | 169 | -93 | -262 | 532
    513 - Insatser enligt LSS, SFB och HSL | 196 603 | 195 063 | -1 540 | 177 289
    520 - Insatser personer m funkt.nedsättn | 46 550 | 45 417 | -1 133 | 45 167
    559 - Vård för vuxna med missbruksproblem | 44 105 | 45 815 | 1 710 | 46 163
    569 - Barn och ungdomsvård | 110 620 | 110 285 | -335 | 105 276
    571 - Övriga insatser till vuxna | 1 077 | 863 | -214 | 1 075
    575 - Ekonomiskt bistånd | 715 | 677 | -38 | 707
    585 - Familjerätt och Familjerådgivn. | 2 849 | 2 592 | -257 | 2 482
    600 - Flyktingmottagande | 5 291 | 4 838 | -453 | 9 884
    920 - Gemensamma verksamheter | 1 856 | 1 228 | -628 | 1 330
    922 - Social- och omsorgsförvaltningen | 8 988 | 8 226 | -762 | 10 499
    * Summa | 419 970 | 415 139 | -4 831 | 401 701
'''
RS_YEAR = '''
    100 - Nämnd- och styrelseverksamhet | -1 124 | -1 124 | 0 | 3 041
    130 - Övrig politisk verksamhet | 1 932 | 1 932 | 0 | 1 300
    267 - Alkoholtillstånd mm | 29 | 29 | 0 | 1 291
    513 - Insatser enligt LSS, SFB och HSL | 781 314 | 779 314 | -2 000 | 763 257
    520 - Insatser personer m funkt.nedsättn | 181 084 | 181 084 | 0 | 174 254
    559 - Vård för vuxna med missbruksproblem | 181 552 | 181 552 | 0 | 169 546
    569 - Barn och ungdomsvård | 446 392 | 439 392 | -7 000 | 431 309
    571 - Övriga insatser till vuxna | 3 274 | 3 274 | 0 | 2 869
    575 - Ekonomiskt bistånd | 2 533 | 2 533 | 0 | 3 122
    585 - Familjerätt och Familjerådgivn. | 10 356 | 10 356 | 0 | 9 543
    600 - Flyktingmottagande | 20 943 | 18 943 | -2 000 | 29 587
    920 - Gemensamma verksamheter | 3 913 | 4 913 | 1 000 | 5 739
    922 - Social- och omsorgsförvaltningen | 31 808 | 31 808 | 0 | 29 120
    * Summa nettokostnader, tkr | 1 664 006 | 1 654 006 | -10 000 | 1 623 978
    > varav kostnader | 1 924 623 | 1 912 423 | -12 200 | 1 957 007
    > varav intäkter | 260 617 | 258 417 | 2 200 | 333 029
'''
VOLUMES = '''
    Antal familjerättsliga ärenden under året | stabilt | 251 | 539
    Antal pågående utredningar per månad barn och unga | ökning | 665 | 581
    Antal pågående utredningar per månad vuxna | stabilt | 518 | 550
    Antal avslutade LSS utredningar vuxna under året | ökning | 74 | 81
    Antal vuxna i dygnsvård under året | stabilt | 98 | 110
    Antal barn och unga i dygnsvård under året | stabilt | 345 (28) | 341(34)
    Antal personer med insats LSS ej boende under året | stabilt | 795 | 797
    Personer med insats boende LSS under året | stabilt | 529 | 543
    Antal barn och unga med biståndsbeslutad öppenvård under året | ökning | 502 | 465
    Antal vuxna med biståndsbeslutad öppenvård under året | stabilt | 226 | 301
'''
Q1, Q1_BEFORE = "2022-01/2022-03", "2021-01/2021-03"


def accounts_blocks(rules):
    return [
        table("driftsammandrag-utfall", "Resultat 31 mars 2022", '''
              Driftsammandrag, netto tkr | Redovisat//jan-mars//2022 | Budget//jan-mars//2022 | Avvikelse | Redovisat//samma period//föregående år
              ---''' + RS_PERIOD,
              columns=[f"utfall {Q1} tkr", f"budget {Q1} tkr", f"avvikelse {Q1} tkr", f"utfall {Q1_BEFORE} tkr"],
              kind="driftredovisning", section="Ekonomiska tabeller", style=Style(rules=rules, size=9)),
        table("driftsammandrag-prognos", "Prognos för helår 2022", '''
              Driftsammandrag, netto tkr | Prognos//helår | Budget//2022 | Avvikelse | Bokslut//2021
              ---''' + RS_YEAR,
              columns=["prognos 2022 tkr", "budget 2022 tkr", "avvikelse 2022 tkr", "utfall 2021 tkr"],
              kind="driftredovisning", section="Ekonomiska tabeller", style=Style(rules=rules, size=9)),
    ]


def volume_blocks(rules):
    return [
        table("volymutveckling", "Basuppdrag (volymmått)", '''
               | Prognos helår | Mars 2022 | Mars 2021
              ---''' + VOLUMES, columns=["prognos 2022 antal", "utfall 2022-03 antal", "utfall 2021-03 antal"],
              kind="volymutveckling", section="Volymutveckling",
              style=Style(rules=rules, valign="bottom", widths=(70, 27, 25, 25), padding=1)),
        table("personal", "Personal", '''
               | Målvärde//helår | Mars 2022 | Mars 2021
              ---
              Antal tillsvidare anställda |  | 416 | 543
              Total sjukfrånvaro | 5,5 | 6,0 % | 4,9 %
              > Män | | 6,2 % | 3,7 %
              > Kvinnor | | 6,0 % | 5,1 %
              Personalavgångar externt | 6,0 | 3,6 % | 3,5 %
              ''', columns=["målvärde 2022 .", "utfall 2022-03 .", "utfall 2021-03 ."], kind="personal",
              section="Personal", rows=[". . antal", ". . procent", ". . procent", ". . procent", ". . procent"],
              style=Style(rules=rules, widths=(70, 27, 25, 25))),
    ]


LATEX = Report(
    slug="linkoping-social-och-omsorgsnamnden-2022-03", municipality="Linköping", code="0580",
    board="Social- och omsorgsnämnden", title="Delårsrapport per den 31 mars 2022", period="2022-03-31",
    producer="latex", tagged=False, header="Linköpings kommun", footer="Social- och omsorgsnämnden, delårsrapport",
    font="Latin Modern",
    hard="booktabs; label wraps with figures on the last line; `345 (28)`; accounts by RS code; `varav` rows; contents "
         "with leaders",
    figures="seed (Linköping 2022-03)",
    blocks=[
        Heading("Delårsrapport per den 31 mars 2022"),
        Text("Social- och omsorgsnämnden", bold=True),
        Contents([("Ekonomi", "2"), ("Volymutveckling", "3"), ("Personal", "3"), ("Ekonomiska tabeller", "2")]),
        Text("Nämnden följer upp ekonomi, volymer och personal efter årets första tre månader. Prognosen för helåret visar "
             "ett underskott om 10,0 mnkr, som främst beror på ökade kostnader för placeringar av barn och unga.",
             facts=[fact("Prognosen för helåret visar ett underskott", "10.0", "mnkr", "2022", "prognos",
                         "Prognosen för helåret visar ett underskott om 10,0 mnkr")]),
        PageBreak(), Heading("Ekonomiska tabeller", 2), *accounts_blocks("booktabs"),
        PageBreak(), Heading("Volymutveckling", 2),
        Text("Volymerna är i stort oförändrade jämfört med föregående år. Inom barn och unga ökar de pågående "
             "utredningarna. Inom parentes anges antal placerade i stödboende."),
        *volume_blocks("none"),
    ])

REPORTS = [LATEX]
