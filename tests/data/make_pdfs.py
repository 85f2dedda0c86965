#!/usr/bin/env python3
"""Writes the small PDFs of this folder, each with one property that reading must get right.

    python3 make_pdfs.py            writes them beside this file

They are written as raw PDF syntax, so that what is tested stands in this file: content streams
below are what the reader meets. The same script always writes the same bytes. Helvetica is not
embedded: its widths are known to every reader.
"""

import hashlib
import pathlib

FOLDER = pathlib.Path(__file__).parent
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def rc4(key, data):
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) & 255
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + box[i]) & 255
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) & 255])
    return bytes(out)


class Encryption:
    """The standard security handler, version 2 (RC4, 128 bit)."""

    def __init__(self, user, owner, handler="Standard"):
        self.handler = handler
        self.file_id = hashlib.md5(b"namndata " + user).digest()
        pad = lambda password: (password + PADDING)[:32]
        key = hashlib.md5(pad(owner)).digest()
        for _ in range(50):
            key = hashlib.md5(key).digest()
        entry = pad(user)
        for i in range(20):
            entry = rc4(bytes(byte ^ i for byte in key), entry)
        self.owner_entry = entry
        self.permissions = -44
        key = hashlib.md5(pad(user) + entry + self.permissions.to_bytes(4, "little", signed=True)
                          + self.file_id).digest()
        for _ in range(50):
            key = hashlib.md5(key).digest()
        self.key = key
        check = hashlib.md5(PADDING + self.file_id).digest()
        for i in range(20):
            check = rc4(bytes(byte ^ i for byte in key), check)
        self.user_entry = check + bytes(16)

    def stream(self, number, data):
        key = hashlib.md5(self.key + number.to_bytes(3, "little") + b"\0\0").digest()
        return rc4(key, data)

    def dictionary(self):
        return (f"<</Filter/{self.handler}/V 2/R 3/Length 128/P {self.permissions}"
                f"/O<{self.owner_entry.hex()}>/U<{self.user_entry.hex()}>>>")


class Pdf:
    def __init__(self, encryption=None):
        self.objects = []
        self.encryption = encryption

    def add(self, text):
        self.objects.append(text if isinstance(text, bytes) else text.encode("latin-1"))
        return len(self.objects)

    def stream(self, data, entries=""):
        if isinstance(data, str):
            data = data.encode("latin-1")
        number = len(self.objects) + 1
        if self.encryption:
            data = self.encryption.stream(number, data)
        head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
        return self.add(head + data + b"\nendstream")

    def write(self, name, catalog, info=None):
        out = bytearray(b"%PDF-1.7\n%\xe5\xe4\xf6\xc5\n")
        offsets = []
        encrypt = self.add(self.encryption.dictionary()) if self.encryption else None
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
        for offset in offsets:
            out += f"{offset:010} 00000 n \n".encode()
        trailer = f"/Size {len(offsets) + 1}/Root {catalog} 0 R"
        if info:
            trailer += f"/Info {info} 0 R"
        if encrypt:
            file_id = self.encryption.file_id.hex()
            trailer += f"/Encrypt {encrypt} 0 R/ID[<{file_id}><{file_id}>]"
        out += f"trailer\n<<{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
        (FOLDER / name).write_bytes(out)
        return bytes(out)


HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
LIGATURES = ("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/BaseEncoding"
             "/WinAnsiEncoding/Differences[1/fi/ffi/ff/sfthyphen]>>>>")
BOLD = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"



# Advance widths of Helvetica, in thousandths, of the letters placed one by one below.
WIDTHS = {"A": 667, "B": 667, "E": 667, "I": 278, "K": 667, "N": 722, "R": 722, "S": 667,
          "T": 611, "U": 722, "a": 556, "d": 556, "e": 556, "f": 278, "g": 556, "l": 222,
          "m": 833, "t": 278, "u": 556} | {digit: 556 for digit in "0123456789"}


def width(string, size=10):
    return sum(WIDTHS[letter] for letter in string) * size / 1000


def one_page(name, content, page="", resources=lambda pdf: "", encryption=None, info=None):
    """A document of one page, 400 by 300 points, fonts F1 (Helvetica) and F2 (bold)."""
    pdf = Pdf(encryption)
    fonts = f"/F1 {pdf.add(HELVETICA)} 0 R/F2 {pdf.add(BOLD)} 0 R/F3 {pdf.add(LIGATURES)} 0 R"
    more = resources(pdf)
    stream = pdf.stream(content)
    pages = len(pdf.objects) + 2
    number = pdf.add(f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 400 300]{page}"
                     f"/Resources<</Font<<{fonts}>>{more}>>/Contents {stream} 0 R>>")
    assert pdf.add(f"<</Type/Pages/Kids[{number} 0 R]/Count 1>>") == pages
    catalog = pdf.add(f"<</Type/Catalog/Pages {pages} 0 R>>")
    return pdf.write(name, catalog, pdf.add(info) if info else None)


def text(x, y, string, size=10, font="F1"):
    return f"BT /{font} {size} Tf 1 0 0 1 {x:.2f} {y} Tm ({string}) Tj ET\n"


def letters(x, y, string, gap=0.0):
    """Each letter placed on its own, `gap` points apart; a blank is three gaps more."""
    out = ""
    for letter in string:
        if letter == " ":
            x += 3 * gap
        else:
            out += text(x, y, letter)
            x += width(letter) + gap
    return out


# ---- words

one_page("gaps.pdf",
         # A group space as a space character, as a kerning gap of 0.28 em, as a no-break space.
         text(20, 250, "1 234")
         + "BT /F1 10 Tf 1 0 0 1 20 230 Tm [(1) -280 (234)] TJ ET\n"
         + text(20, 210, r"1\240234")
         # Kerning inside a word is no gap.
         + "BT /F1 10 Tf 1 0 0 1 20 190 Tm [(A) 70 (V) 60 (VIK) -40 (ELSE)] TJ ET\n"
         # Two columns 3 points apart.
         + text(20, 170, "567") + text(20 + width("567") + 3, 170, "890")
         # A raised footnote digit.
         + "BT /F1 10 Tf 1 0 0 1 20 150 Tm (471,5) Tj /F1 6 Tf 4 Ts (1) Tj ET\n"
         # Small capitals made of two sizes.
         + "BT /F1 12 Tf 1 0 0 1 20 130 Tm (S) Tj /F1 9 Tf (UMMA) Tj ET\n",
         info=r"<</Title(M\345nadsrapport)/Author(N. N.)/Producer(by hand)"
              "/CreationDate(D:20230214093000+01'00')>>")

one_page("drawing_order.pdf",
         letters(20, 250, "Summa")
         # The parts of two words, shuffled: "Utfall" and "Budget" side by side.
         + text(100 + width("Bud"), 230, "get") + text(20 + width("Ut"), 230, "fall")
         + text(100, 230, "Bud") + text(20, 230, "Ut"))

one_page("double_struck.pdf",
         # A string struck twice, 0.3 points apart; a word struck glyph by glyph; figures once.
         text(20, 250, "Totalt 45") + text(20.3, 250, "Totalt 45")
         + text(20, 230, "S") + text(20.25, 230, "S")
         + text(20 + width("S"), 230, "U") + text(20.25 + width("S"), 230, "U")
         + text(20, 210, "11 000"))

one_page("spaced_letters.pdf",
         letters(20, 250, "TRETTI ARENAN", gap=3)
         # Letter spacing asked for as such.
         + "BT /F1 10 Tf 4 Tc 1 0 0 1 20 230 Tm (BUDGET 2024) Tj 0 Tc ET\n"
         # Figures at equal gaps are no word.
         + letters(20, 210, "12345", gap=3))

one_page("turned_text.pdf",
         text(20, 20, "Rak")
         + r"BT /F1 10 Tf 0 1 -1 0 60 100 Tm (Upp\345t rad) Tj ET" + "\n"
         + r"BT /F1 10 Tf 0 -1 1 0 100 200 Tm (Ned\345t) Tj ET" + "\n"
         + r"BT /F1 10 Tf -1 0 0 -1 300 100 Tm (Bakv\344nd) Tj ET" + "\n"
         + "BT /F1 40 Tf 0.7071 0.7071 -0.7071 0.7071 200 100 Tm (UTKAST) Tj ET\n")

one_page("rotated_page.pdf", text(20, 250, "Antal") + "0 0 0 RG 1 w 20 240 m 120 240 l S\n",
         page="/Rotate 90")
one_page("crop_box.pdf", text(120, 150, "Inne") + text(20, 150, "Ute") + text(120, 290, "Ovan"),
         page="/CropBox[100 50 300 250]")

one_page("ligatures.pdf",
         text(20, 250, r"e\003ekt o\002cer A\001nitet", font="F3")
         # Soft hyphen, kept; an accent drawn before its letter, as TeX does.
         + text(20, 230, r"Kon\004takt", font="F3")
         + r"BT /F1 10 Tf 1 0 0 1 20 210 Tm [(M\250) 444 (angd)] TJ ET" + "\n")

one_page("actual_text.pdf",
         # Another text; a soft hyphen; nothing at all; on a tag that is no Span.
         "BT /F1 10 Tf 1 0 0 1 20 250 Tm /Span<</ActualText(Netto)>>BDC (N#tt0) Tj EMC"
         " ( 45) Tj ET\n"
         "BT /F1 10 Tf 1 0 0 1 20 230 Tm (Kontakt) Tj /Span<</ActualText<FEFF00AD>>>BDC (-) Tj EMC"
         " ET\n"
         "BT /F1 10 Tf 1 0 0 1 20 210 Tm (Sida) Tj /Span<</ActualText()>>BDC (....) Tj EMC ET\n"
         r"BT /F1 10 Tf 1 0 0 1 20 190 Tm /P<</MCID 0/ActualText(Hemtj\344nst timmar)>>BDC"
         " (hjt tim) Tj EMC ET\n"
         # Properties in the page's resources, inside other marked content that goes on after it.
         "/P<</MCID 1>>BDC BT /F1 10 Tf 1 0 0 1 200 250 Tm /Span/Sum BDC (E) Tj EMC"
         " ( 45) Tj ET EMC " + text(200, 230, "Fritt") +
         # A text for two lines cannot be placed.
         "/Span<</ActualText(En helt annan)>>BDC BT /F1 10 Tf 1 0 0 1 20 170 Tm (Rad ett) Tj"
         " 0 -15 Td (rad tre) Tj ET EMC\n",
         resources=lambda pdf: "/Properties<</Sum<</ActualText(Summa)>>>>")

one_page("invisible.pdf",
         "BT /F1 10 Tf 3 Tr 1 0 0 1 20 250 Tm (Osynlig) Tj 0 Tr ET\n"
         "q 200 200 50 50 re W n " + text(20, 230, "Bortklippt") + "Q\n"
         "q 10 200 300 30 re W n " + text(20, 210, "Synlig") + "Q\n"
         "/Artifact BMC " + text(20, 20, "Sidfot") + "EMC\n"
         "1 0 0 rg " + text(20, 190, r"R\366d") + text(20, 170, "Fet", font="F2"))

TYPE_3_LETTER = "750 0 0 0 750 750 d1 0 0 750 750 re f"


def type_3(pdf):
    a = pdf.stream(TYPE_3_LETTER)
    font = pdf.add(f"<</Type/Font/Subtype/Type3/FontBBox[0 -250 1000 750]/FontMatrix[.001 0 0 .001 0 0]"
                   f"/CharProcs<</A {a} 0 R/B {a} 0 R>>/Encoding<</Type/Encoding"
                   f"/Differences[65/A/B]>>/FirstChar 65/LastChar 66/Widths[750 750]>>")
    return f"/ExtGState<<>>/Font<</T3 {font} 0 R>>"


# The page's first Font entry would hide this one, so the form brings its own resources.
def type_3_form(pdf):
    form = pdf.stream("BT /T3 10 Tf 1 0 0 1 20 250 Tm (AB) Tj ET",
                      f"/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Resources<<{type_3(pdf)}>>")
    return f"/XObject<</X {form} 0 R>>"


one_page("type3.pdf", "/X Do\n", resources=type_3_form)


def unmapped_font(pdf):
    """Text by glyph numbers, without a table of characters: what a reader cannot make out."""
    descendant = pdf.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Okand/CIDSystemInfo"
                         "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>")
    font = pdf.add("<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Okand/Encoding/Identity-H"
                   f"/DescendantFonts[{descendant} 0 R]>>")
    form = pdf.stream("BT /F0 10 Tf 1 0 0 1 20 250 Tm <" + "".join(f"{n:04x}" for n in range(3, 40))
                      + "> Tj ET",
                      "/Type/XObject/Subtype/Form/BBox[0 0 400 300]"
                      f"/Resources<</Font<</F0 {font} 0 R>>>>")
    return f"/XObject<</X {form} 0 R>>"


one_page("garbled.pdf", "/X Do\n", resources=unmapped_font)


def image(pdf):
    number = pdf.stream(bytes([0, 255, 255, 0]), "/Type/XObject/Subtype/Image/Width 2/Height 2"
                        "/ColorSpace/DeviceGray/BitsPerComponent 8")
    return f"/XObject<</I {number} 0 R>>"


one_page("scanned.pdf", "q 400 0 0 300 0 0 cm /I Do Q\n", resources=image)

# ---- rulings, fills, images

SHADING = ("/Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[20 0 120 0]/Function"
           "<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1>>/Extend[true true]>>>>")

one_page("rulings.pdf",
         "1 1 1 rg 0 0 400 300 re f\n"                       # the page's background
         "0 0 0 RG 1 w 20 280 m 220 280 l S\n"               # a stroke
         "20 200 100 50 re S\n"                              # a box: four rulings
         "0.5 w 150 200 m 150 250 l 250 250 l S\n"           # a line with a corner
         "0 0 0 rg 20 180 200 0.5 re f\n"                    # a thin fill
         "20 100 0.75 60 re f\n"                             # a thin upright fill
         "[2 2] 0 d 30 90 m 220 90 l S [] 0 d\n"             # dashed
         "1 1 1 RG 30 80 m 220 80 l S 0 0 0 RG\n"            # white
         "0.8 0.9 1 rg 240 100 100 20 re f\n"                # a band
         "1 w 300 200 m 350 250 l S\n"                       # a diagonal
         "300 150 m 320 190 340 190 360 150 c S\n"           # a curve
         "q 100 0 50 100 re W n 30 70 m 220 70 l S Q\n"      # cut to 50 points
         "q 100 0 50 100 re W n 20 200 m 90 200 l S Q\n"     # cut away
         "q 2 0 0 2 0 0 cm 0.5 w 20 25 m 60 25 l S Q\n"      # doubled by the transformation
         "q 100 0 0 1 250 60 cm /I Do Q\n"                   # an image as a line
         "q 80 0 0 40 250 10 cm /I Do Q\n"                   # an image
         "q 20 10 100 20 re W n /S sh Q\n",                  # a shading
         resources=lambda pdf: image(pdf) + SHADING)



def painted(pdf):
    """A tiling pattern, a soft mask whose own drawing is not seen, an image in a pattern's way."""
    tile = pdf.stream("0.5 g 0 0 2 2 re f", "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1"
                      "/BBox[0 0 4 4]/XStep 4/YStep 4/Resources<<>>")
    mask = pdf.stream("1 g 0 0 300 300 re f BT /F1 10 Tf 1 0 0 1 20 20 Tm (mask) Tj ET",
                      "/Type/XObject/Subtype/Form/BBox[0 0 400 300]"
                      "/Group<</S/Transparency/CS/DeviceGray>>"
                      f"/Resources<</Font<</F1 {pdf.add(HELVETICA)} 0 R>>>>")
    return (image(pdf) + f"/Pattern<</P {tile} 0 R>>"
            f"/ExtGState<</M<</SMask<</S/Luminosity/G {mask} 0 R>>>>/N<</SMask/None>>>>")


one_page("painted.pdf",
         "/Pattern cs /P scn q 20 200 100 50 re f Q\n"        # a pattern
         "q 50 0 0 50 200 200 cm /I Do Q\n"                  # an image while the pattern is set
         "q 300 200 m 300 250 l 300 200 50 50 re W n q 100 0 0 100 300 200 cm /I Do Q Q\n"
         "0 0 0 rg q /M gs 20 100 100 50 re f Q\n"           # a box seen through a mask
         "q 60 0 0 30 200 100 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \001\002\003\004 EI Q\n"
         + text(20, 50, "Efter"),
         resources=painted,
         page="/Annots[<</Type/Annot/Subtype/Link/Rect[20 40 60 60]/Border[0 0 1]/C[1 0 0]>>]")


def layers():
    """A layer that is switched off."""
    pdf = Pdf()
    font = pdf.add(HELVETICA)
    off = pdf.add("<</Type/OCG/Name(Utkast)>>")
    stream = pdf.stream("/OC /L BDC " + text(20, 250, "Dold") + "20 240 m 90 240 l S EMC\n"
                        + text(20, 220, "Synlig"))
    pages = len(pdf.objects) + 2
    page = pdf.add(f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 400 300]/Resources<</Font<</F1"
                   f" {font} 0 R>>/Properties<</L {off} 0 R>>>>/Contents {stream} 0 R>>")
    pdf.add(f"<</Type/Pages/Kids[{page} 0 R]/Count 1>>")
    pdf.write("layers.pdf", pdf.add(f"<</Type/Catalog/Pages {pages} 0 R/OCProperties<</OCGs[{off} 0 R]"
                                    f"/D<</OFF[{off} 0 R]>>>>>>"))


layers()

# ---- tags


def tagged():
    """Two tables over two pages: spans, a class, a mapped role, a form, a nested table, a cycle."""
    pdf = Pdf()
    fonts = f"/Font<</F1 {pdf.add(HELVETICA)} 0 R>>"
    form = pdf.stream("BT /F1 10 Tf 1 0 0 1 120 210 Tm /Span<</MCID 0>>BDC (7) Tj EMC ET",
                      "/Type/XObject/Subtype/Form/BBox[0 0 400 300]/StructParents 1"
                      f"/Resources<<{fonts}>>")

    def content(items):
        return "".join(f"/P<</MCID {mcid}>>BDC {text(x, y, string)}EMC\n"
                       for mcid, x, y, string in items)

    first = pdf.stream(content([(0, 20, 250, "2023"), (1, 20, 230, "Antal"), (2, 120, 230, "5"),
                                (3, 20, 210, "Timmar"), (4, 200, 230, "inre")]) + "/X Do\n"
                       + "/Artifact BMC " + text(20, 20, "1") + "EMC\n")
    second = pdf.stream(content([(0, 20, 250, "Dygn"), (1, 120, 250, "9")]))
    base = len(pdf.objects)
    page1, page2, pages, root, catalog = (base + i for i in range(1, 6))
    table, nested, loop = (base + i for i in range(6, 9))
    resources = f"/Resources<<{fonts}/XObject<</X {form} 0 R>>>>"
    page = f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 400 300]{resources}"
    assert pdf.add(f"{page}/StructParents 0/Contents {first} 0 R>>") == page1
    assert pdf.add(f"{page}/StructParents 2/Contents {second} 0 R>>") == page2
    pdf.add(f"<</Type/Pages/Kids[{page1} 0 R {page2} 0 R]/Count 2>>")
    pdf.add(f"<</Type/StructTreeRoot/K[{table} 0 R {loop} 0 R]/RoleMap<</Huvud/TH/Celltyp/Huvud>>"
            "/ClassMap<</Bred<</O/Table/ColSpan 2>>>>>>")
    pdf.add(f"<</Type/Catalog/Pages {pages} 0 R/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R"
            "/Lang(sv-SE)>>")
    on1, on2 = f"/Pg {page1} 0 R", f"/Pg {page2} 0 R"
    pdf.add(
        f"<</S/Table/K[<</S/THead/K<</S/TR/K<</S/Celltyp/C/Bred{on1}/K 0>>>>>>"
        f"<</S/TBody/K[<</S/TR/K[<</S/TH/A[<</O/Layout>> <</O/Table/RowSpan 2>>]{on1}/K 1>>"
        f"<</S/TD{on1}/K[2 {nested} 0 R]>>]>>"
        f"<</S/TR/K[<</S/TD{on1}/K<</S/P/K 3>>>>"
        f"<</S/TD{on1}/K<</Type/MCR{on1}/Stm {form} 0 R/MCID 0>>>>]>>"
        f"<</S/TR/K[<</S/TD>><</S/TD>>]>>"
        f"<</S/TR/K[<</S/TD{on2}/K 0>><</S/TD{on2}/K 1>>]>>]>>]>>")
    pdf.add(f"<</S/Table/K<</S/TR/K<</S/TD{on1}/K 4>>>>>>")
    pdf.add(f"<</S/Sect/K[{loop} 0 R {table} 0 R]>>")
    pdf.write("tagged.pdf", catalog)


tagged()


def deep_tags(depth):
    """A table below more levels than any document has."""
    pdf = Pdf()
    font = pdf.add(HELVETICA)
    stream = pdf.stream(f"/P<</MCID 0>>BDC {text(20, 250, 'Djup')}EMC")
    base = len(pdf.objects)
    page, pages, root, catalog = (base + i for i in range(1, 5))
    pdf.add(f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 400 300]/Contents {stream} 0 R"
            f"/Resources<</Font<</F1 {font} 0 R>>>>>>")
    pdf.add(f"<</Type/Pages/Kids[{page} 0 R]/Count 1>>")
    table = f"<</S/Table/K<</S/TR/K<</S/TD/Pg {page} 0 R/K 0>>>>>>"
    pdf.add("<</Type/StructTreeRoot/K" + "<</S/Sect/K" * depth + table + ">>" * depth + ">>")
    pdf.write("deep_tags.pdf", pdf.add(f"<</Type/Catalog/Pages {pages} 0 R/StructTreeRoot {root} 0 R>>"))


deep_tags(400)

# ---- files that are refused, or nearly

one_page("encrypted_empty.pdf", text(20, 250, "Hemlig"), encryption=Encryption(b"", b"agare"))
one_page("encrypted_secret.pdf", text(20, 250, "Hemlig"), encryption=Encryption(b"las", b"agare"))
one_page("encrypted_other.pdf", text(20, 250, "Hemlig"),
         encryption=Encryption(b"las", b"agare", handler="Firmans.eget"))

whole = one_page("whole.pdf", text(20, 250, "Hel"))
(FOLDER / "whole.pdf").unlink()
# The last line is missing: readers rebuild what it points to.
(FOLDER / "truncated.pdf").write_bytes(whole[:whole.index(b"startxref")])
# The download broke off: there is nothing to rebuild from.
(FOLDER / "damaged.pdf").write_bytes(whole[:whole.index(b"xref")])

empty = Pdf()
pages_number = empty.add("<</Type/Pages/Kids[]/Count 0>>")
empty.write("no_pages.pdf", empty.add(f"<</Type/Catalog/Pages {pages_number} 0 R>>"))

# The first bytes of a JPEG, under the name of a report.
(FOLDER / "picture.pdf").write_bytes(bytes.fromhex("ffd8ffe000104a46494600010100000100010000"))
