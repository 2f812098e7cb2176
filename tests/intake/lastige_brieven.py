"""Awkward letters as people send them, each built from its XML, with what is right to make of it.

Written before the reading of letters was: what stands under `tekst` and `velden` is what a policy writer expects.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from word.reading.bouwdoos import OFFICE, cell, docx, level, listed, p, part, r, relation, row, table, zipped

if TYPE_CHECKING:
    from collections.abc import Sequence

KOPPEN = "".join(
    f'<w:style w:type="paragraph" w:styleId="Kop{n}"><w:name w:val="heading {n}"/><w:pPr>'
    f'<w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    for n in (1, 2, 3)
)
OPSOMMING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "bullet", "•")}{level(1, "bullet", "o")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2.")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "upperRoman", "%1.")}'
    f"{level(1, 'decimal', '(%1.%2)')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="3">{level(0, "decimal", "Artikel %1")}'
    f"{level(1, 'upperLetter', '%2)')}</w:abstractNum>"
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
VET, CURSIEF, HOOG = "<w:b/>", "<w:i/>", '<w:vertAlign w:val="superscript"/>'


def kop(niveau: int, tekst: str) -> str:
    """Give a heading with its style."""
    return p(r(tekst), f'<w:pStyle w:val="Kop{niveau}"/>')


def punt(tekst: str, diepte: int = 0, lijst: int = 1) -> str:
    """Give an item of one of Word's own lists."""
    return p(r(tekst), listed(lijst, diepte))


def noot(nummer: int, soort: str = "footnote") -> str:
    """Give the mark of a native note."""
    return f'<w:r><w:rPr>{HOOG}</w:rPr><w:{soort}Reference w:id="{nummer}"/></w:r>'


def noten(teksten: Sequence[str], soort: str = "footnote") -> dict[str, Any]:
    """Give the part with native notes, and its relation; the notes are 1, 2, 3 …"""
    inside = "".join(
        f'<w:{soort} w:id="{n}">' + p(f"<w:r><w:{soort}Ref/></w:r>" + r(" " + tekst)) + f"</w:{soort}>"
        for n, tekst in enumerate(teksten, 1)
    )
    return {
        "relations": relation(f"r{soort}", f"{soort}s", f"{soort}s.xml"),
        "parts": {f"word/{soort}s.xml": part(f"{soort}s", inside)},
    }


def brief(body: str, **more: Any) -> bytes:
    """Give a Word file with styles for headings and lists."""
    return docx(body, **{"styles": KOPPEN, "numbering": OPSOMMING, **more})


TER_ONDERTEKENING = p(r("De minister van Volkshuisvesting en Ruimtelijke Ordening,")) + p("") + p(r("A.B. Proef"))
MINISTER = [{"functie": "De minister van Volkshuisvesting en Ruimtelijke Ordening", "naam": "A.B. Proef"}]
AANHEF = p(r("Geachte voorzitter,"))
KOPVELDEN = {
    "datum": datetime.date(2026, 9, 14),
    "betreft": "Uitkomsten van de proefoverleggen 2026",
    "kenmerk": "2026-0000123456",
}


@dataclass(frozen=True)
class Geval:
    """A letter and what is right: its text in Markdown, fields of `ronde.yaml`, papers, reasons of what is left over.

    `meldingen` are codes that must be among the findings. A letter that must be refused has no `tekst`.
    """

    naam: str
    data: bytes
    tekst: str | None = ""
    velden: dict[str, Any] = field(default_factory=dict)
    stukken: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    meldingen: tuple[str, ...] = ()


def _gewoon(soort: str = "footnote") -> tuple[str, dict[str, Any]]:
    body = (
        p(r("> Retouradres Postbus 20011 2500 EA Den Haag"))
        + p(r("De voorzitter van de Tweede Kamer der Staten-Generaal"))
        + p(r("Postbus 20018"))
        + p(r("2500 EA DEN HAAG"))
        + p(r("Datum") + "<w:r><w:tab/></w:r>" + r("14 september 2026"))
        + p(r("Betreft") + "<w:r><w:tab/></w:r>" + r("Uitkomsten van de proefoverleggen 2026"))
        + p(r("Ons kenmerk: 2026-0000123456"))
        + AANHEF
        + p(
            r("In het overleg is het ")
            + r("ontwerp", CURSIEF)
            + r(" besproken")
            + noot(1, soort)
            + r(", per m")
            + r("2", HOOG)
            + r(".")
        )
        + kop(1, "Water")
        + p(r("Er komt ") + r("meer ruimte", VET) + r(" voor de beken") + noot(2, soort) + r(":"))
        + punt("in het noorden;")
        + punt("langs de kust,", 1)
        + punt("in het zuiden.")
        + kop(2, "Verdieping")
        + table(row(cell(p(r("Stap", VET))), cell(p(r("Wanneer", VET)))), row(cell(p(r("Plan"))), cell(p(r("2027")))))
        + p(r("Daarna volgt bericht."))
        + TER_ONDERTEKENING
    )
    return body, noten(
        ["Tweede Kamer, vergaderjaar 2023-2024, Kamerstuk 29 435, nr. 267", "Beken met een naam op de kaart."], soort
    )


GEWONE_TEKST = """\
In het overleg is het *ontwerp* besproken [@kst-29435-267], per m^2^.

# Water

Er komt **meer ruimte** voor de beken[^beken]:

- in het noorden;
  - langs de kust,
- in het zuiden.

## Verdieping

| Stap | Wanneer |
|---|---|
| Plan | 2027 |

Daarna volgt bericht.

[^beken]: Beken met een naam op de kaart.
"""
GEWONE_VELDEN = {**KOPVELDEN, "ondertekenaars": MINISTER}


def gewoon() -> Geval:
    body, more = _gewoon()
    return Geval("gewoon", brief(body, **more), GEWONE_TEKST, GEWONE_VELDEN, ("kst-29435-267",))


def word_online() -> Geval:
    """Word on the web calls the main part document2.xml, and writes its relations from the root."""
    body, more = _gewoon()
    types = (
        '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document2.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    wrap = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    related = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="/word/{name}2.xml"/>'
        for name in ("styles", "numbering", "footnotes")
    )
    data = zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": wrap.format(relation("rId1", "officeDocument", "/word/document2.xml")),
            "word/document2.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document2.xml.rels": wrap.format(related),
            "word/styles2.xml": part("styles", KOPPEN),
            "word/numbering2.xml": part("numbering", OPSOMMING),
            "word/footnotes2.xml": more["parts"]["word/footnotes.xml"],
        }
    )
    return Geval("Word Online", data, GEWONE_TEKST, GEWONE_VELDEN, ("kst-29435-267",))


def eindnoten() -> Geval:
    body, more = _gewoon("endnote")
    return Geval(
        "eindnoten", brief(body, **more), GEWONE_TEKST, GEWONE_VELDEN, ("kst-29435-267",), meldingen=("BR620",)
    )


def _tekstvak(*regels: str) -> str:
    return (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        + "".join(p(r(regel)) for regel in regels)
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def tekstvakken() -> Geval:
    """The letterhead stands in text boxes, as in the templates of several ministries."""
    vak = _tekstvak(
        "Ministerie van Proeven en Metingen", "Directie Metingen", "Proefweg 1", "1234 AB Proefstad", "www.proef.nl",
        "Contactpersoon", "drs. C. Proef", "Ons kenmerk", "2026-0000123456", "Bijlage(n)", "2",
    )  # fmt: skip
    body = (
        p(vak)
        + p(_tekstvak("Datum 14 september 2026", "Betreft Uitkomsten van de proefoverleggen 2026"))
        + AANHEF
        + p(r("Het overleg ging over metingen."))
        + TER_ONDERTEKENING
    )
    afzender = {
        "ministerie": ["Ministerie van Proeven en Metingen"],
        "directie": ["Directie Metingen"],
        "bezoekadres": ["Proefweg 1", "1234 AB Proefstad"],
        "website": "www.proef.nl",
    }
    velden = {**KOPVELDEN, "ondertekenaars": MINISTER, "afzender": afzender}
    rest = ("Contactpersoon", "drs. C. Proef", "Bijlage(n)", "2")
    return Geval("tekstvakken", brief(body), "Het overleg ging over metingen.\n", velden, rest=rest)


def tabel_als_briefhoofd() -> Geval:
    """Date, subject and mark stand in a table; labels above their values in another."""
    boven = table(
        row(*(cell(p(r(label))) for label in ("Datum", "Kenmerk", "Uw brief van"))),
        row(*(cell(p(r(waarde))) for waarde in ("14-09-2026", "2026-0000123456", "1 juni 2026"))),
    )
    naast = table(row(cell(p(r("Onderwerp", VET))), cell(p(r("Uitkomsten van de proefoverleggen 2026")))))
    body = boven + naast + AANHEF + p(r("Het overleg ging over metingen.")) + TER_ONDERTEKENING
    velden = {**KOPVELDEN, "ondertekenaars": MINISTER}
    return Geval(
        "tabel als briefhoofd",
        brief(body),
        "Het overleg ging over metingen.\n",
        velden,
        rest=("Uw brief van", "1 juni 2026"),
    )


def referentiekolom() -> Geval:
    """The whole letter is the left cell of a table, the reference column the right."""
    links = (
        p(r("Betreft: Uitkomsten van de proefoverleggen 2026"))
        + AANHEF
        + p(r("Het overleg ging over metingen."))
        + kop(1, "Metingen")
        + p(r("Er wordt gemeten."))
        + TER_ONDERTEKENING
    )
    rechts = p(r("Datum")) + p(r("14 september 2026")) + p(r("Onze referentie")) + p(r("2026-0000123456"))
    velden = {**KOPVELDEN, "ondertekenaars": MINISTER}
    tekst = "Het overleg ging over metingen.\n\n# Metingen\n\nEr wordt gemeten.\n"
    return Geval("referentiekolom", brief(table(row(cell(links), cell(rechts)))), tekst, velden)


def wijzigingen() -> Geval:
    """Tracked changes are read as accepted; what was deleted is told, not taken over."""
    wie = 'w:author="Redactie" w:date="2026-09-01T10:00:00Z"'
    weg = f'<w:del w:id="1" {wie}><w:r><w:delText xml:space="preserve">vijf </w:delText></w:r></w:del>'
    erbij = f'<w:ins w:id="2" {wie}>{r("zes ")}</w:ins>'
    body = AANHEF + p(r("Er zijn ") + weg + erbij + r("metingen gedaan.")) + TER_ONDERTEKENING
    return Geval(
        "bijgehouden wijzigingen",
        brief(body),
        "Er zijn zes metingen gedaan.\n",
        {"ondertekenaars": MINISTER},
        rest=("vijf",),
    )


def vette_koppen() -> Geval:
    """Headings are typed in bold, two with a number; the bold lead-in of a paragraph is no heading."""
    body = (
        AANHEF
        + p(r("Hieronder leest u de uitkomsten van het overleg."))
        + p(r("1. Voortgang van de metingen", VET))
        + p(r("Water", VET + CURSIEF))
        + p(r("Let op: ", VET) + r("het water stijgt elk jaar een klein beetje."))
        + p(r("2. Vervolg", VET))
        + p(r("Volgend jaar wordt er opnieuw gemeten.", VET))
        + p(r("Daarna ook."))
        + TER_ONDERTEKENING
    )
    tekst = (
        "Hieronder leest u de uitkomsten van het overleg.\n\n# 1. Voortgang van de metingen\n\n## Water\n\n"
        "**Let op:** het water stijgt elk jaar een klein beetje.\n\n# 2. Vervolg\n\n"
        "**Volgend jaar wordt er opnieuw gemeten.**\n\nDaarna ook.\n"
    )
    return Geval("vette koppen", brief(body), tekst, {"ondertekenaars": MINISTER}, meldingen=("BR607",))


def noten_met_meer_stukken() -> Geval:
    teksten = [
        "Zie ook Kamerstukken II 2023/24, 29 435, nr. 267, p. 3.",
        "Kamerstukken II 2022/23, 34 682, nr. 107; zie ook Kamerstukken II 2024/25, 34 682, nr. 195",
        "Motie van het lid Proef c.s., Kamerstukken II 2022/23, 29 383, nr. 378.",
        "Idem.",
    ]
    body = AANHEF + p("".join(r(f"Zin {n}") + noot(n) + r(". ") for n in (1, 2, 3, 4))) + TER_ONDERTEKENING
    tekst = (
        "Zin 1 [zie ook @kst-29435-267, p. 3]. Zin 2 [@kst-34682-107; zie ook @kst-34682-195]. Zin 3[^motie]. "
        "Zin 4 [@kst-29383-378].\n\n[^motie]: Motie van het lid Proef c.s., [@kst-29383-378].\n"
    )
    stukken = ("kst-29435-267", "kst-34682-107", "kst-34682-195", "kst-29383-378")
    return Geval("noten met meer stukken", brief(body, **noten(teksten)), tekst, {"ondertekenaars": MINISTER}, stukken)


def getypte_lijst() -> Geval:
    """A list typed with dashes, straight quotes, two hyphens and double spaces: told, not changed."""
    body = (
        AANHEF
        + p(r('In de BO\'s is afgesproken dat  er -- samen met de regio -- "snel" wordt gemeten:'))
        + p(r("- in het noorden;"))
        + p(r("- in het zuiden."))
        + p(r("Daarna volgt bericht."))
        + TER_ONDERTEKENING
    )
    tekst = (
        'In de BO\'s is afgesproken dat  er -- samen met de regio -- "snel" wordt gemeten:\n\n'
        "- in het noorden;\n- in het zuiden.\n\nDaarna volgt bericht.\n"
    )
    velden = {"ondertekenaars": MINISTER}
    return Geval("getypte lijst", brief(body), tekst, velden, meldingen=("BR614", "BR615", "BR616"))


_WEB_NOTEN = p(r("1. Tweede Kamer, vergaderjaar 2023-2024, Kamerstuk 29 435, nr. 267↩︎")) + p(
    r("2. Tweede Kamer, vergaderjaar 2022-2023, 34 682, nr. 107↩︎")
)


def geplakt_van_web() -> Geval:
    """Pasted from a web page: the numbers of notes are glued to words, and the notes are a list below the signature."""
    body = (
        p(r("Het ontwerp is eerder naar uw Kamer gestuurd1, met 16 kaarten van 3 km2 en versie 1.0 van het plan."))
        + p(r("Voortgang van de metingen"))
        + p(
            r("De metingen volgen uit het pakket Leefomgeving2 dat in 2022 is vastgesteld en sindsdien elk jaar geldt.")
        )
        + TER_ONDERTEKENING
        + kop(2, "Noten")
        + _WEB_NOTEN
    )
    tekst = (
        "Het ontwerp is eerder naar uw Kamer gestuurd [@kst-29435-267], met 16 kaarten van 3 km2 en versie 1.0 van "
        "het plan.\n\n# Voortgang van de metingen\n\nDe metingen volgen uit het pakket Leefomgeving [@kst-34682-107] "
        "dat in 2022 is vastgesteld en sindsdien elk jaar geldt.\n"
    )
    stukken = ("kst-29435-267", "kst-34682-107")
    return Geval(
        "geplakt van web", brief(body), tekst, {"ondertekenaars": MINISTER}, stukken, meldingen=("BR605", "BR607")
    )


def geplakt_met_hoge_cijfers() -> Geval:
    """Pasted with the numbers still raised; an m² is no note."""
    body = (
        AANHEF
        + p(
            r("Het ontwerp is gestuurd")
            + r("1", HOOG)
            + r(", voor 5 m")
            + r("2", HOOG)
            + r(" per huis, en vastgesteld.")
            + r("2", HOOG)
        )
        + TER_ONDERTEKENING
        + _WEB_NOTEN
    )
    tekst = "Het ontwerp is gestuurd [@kst-29435-267], voor 5 m^2^ per huis, en vastgesteld. [@kst-34682-107]\n"
    stukken = ("kst-29435-267", "kst-34682-107")
    return Geval("hoge cijfers", brief(body), tekst, {"ondertekenaars": MINISTER}, stukken, meldingen=("BR605",))


def geplakt_en_dubbelzinnig() -> Geval:
    """Note 2 fits on two words: refused, with the place, and never put on one of them."""
    body = (
        AANHEF
        + p(r("Het ontwerp is gestuurd1, het plan Leefomgeving2 is klaar en het pakket Wonen2 ook."))
        + TER_ONDERTEKENING
        + _WEB_NOTEN
    )
    return Geval("dubbelzinnig geplakt", brief(body), None, meldingen=("BR604",))


def twee_ondertekenaars() -> Geval:
    """Two signatories side by side in a table, after the sentence on who sends along."""
    namen = table(
        row(cell(p(r("DE MINISTER VAN PROEVEN,"))), cell(p(r("DE STAATSSECRETARIS VAN METINGEN,")))),
        row(cell(p("") + p(r("A.B. Proef"))), cell(p("") + p(r("C.D. Meting")))),
    )
    body = (
        AANHEF
        + p(r("Het overleg ging over metingen."))
        + p(r("Deze brief stuur ik u mede namens de minister van Klimaat en de staatssecretaris van Natuur."))
        + p(r("Hoogachtend,"))
        + namen
    )
    velden = {
        "ondertekenaars": [
            {"functie": "DE MINISTER VAN PROEVEN", "naam": "A.B. Proef"},
            {"functie": "DE STAATSSECRETARIS VAN METINGEN", "naam": "C.D. Meting"},
        ],
        "mede_namens": ["de minister van Klimaat", "de staatssecretaris van Natuur"],
    }
    return Geval(
        "twee ondertekenaars", brief(body), "Het overleg ging over metingen.\n", velden, rest=("Hoogachtend,",)
    )


def ondertekening_middenin() -> Geval:
    """After the signature comes an annex: its text is the letter's no more, and nobody throws it away in silence."""
    body = (
        AANHEF
        + p(r("Het overleg ging over metingen."))
        + TER_ONDERTEKENING
        + kop(1, "Bijlage")
        + p(r("In deze bijlage staan alle metingen van het afgelopen jaar, met de plaats en de datum erbij."))
    )
    tekst = (
        "Het overleg ging over metingen.\n\nDe minister van Volkshuisvesting en Ruimtelijke Ordening,\n\nA.B. Proef\n\n"
        "# Bijlage\n\nIn deze bijlage staan alle metingen van het afgelopen jaar, met de plaats en de datum erbij.\n"
    )
    return Geval("ondertekening middenin", brief(body), tekst, {}, meldingen=("BR612",))


def kop_en_opmerking() -> Geval:
    """A header on each page with the mark, and a comment in the margin."""
    kopregel = part("hdr", p(r("Onze referentie")) + p(r("2026-0000123456")) + p(r("Pagina 1 van 2")))
    gezegd = part("comments", f'<w:comment w:id="0" w:author="Redactie">{p(r("Klopt dit getal?"))}</w:comment>')
    more = {
        "relations": relation("rh", "header", "header1.xml") + relation("rc", "comments", "comments.xml"),
        "parts": {"word/header1.xml": kopregel, "word/comments.xml": gezegd},
    }
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    body = AANHEF + p(r("Er zijn zes metingen gedaan.") + mark) + TER_ONDERTEKENING
    velden = {"kenmerk": "2026-0000123456", "ondertekenaars": MINISTER}
    rest = ("Pagina 1 van 2", "Klopt dit getal?")
    return Geval("koptekst en opmerking", brief(body, **more), "Er zijn zes metingen gedaan.\n", velden, rest=rest)


def genummerde_koppen() -> Geval:
    """Word numbers the headings, which begin at the second level: the numbers that a reader sees become text."""
    body = (
        AANHEF
        + p(r("Water"), f'<w:pStyle w:val="Kop2"/>{listed(2)}')
        + p(r("Er wordt gemeten."))
        + p(r("Lucht"), f'<w:pStyle w:val="Kop2"/>{listed(2)}')
        + p(r("Ook daar."))
        + kop(3, "Fijnstof")
        + p(r("Zeker daar."))
        + TER_ONDERTEKENING
    )
    tekst = "# 1. Water\n\nEr wordt gemeten.\n\n# 2. Lucht\n\nOok daar.\n\n## Fijnstof\n\nZeker daar.\n"
    return Geval("genummerde koppen", brief(body), tekst, {"ondertekenaars": MINISTER}, meldingen=("BR608", "BR627"))


def kopteksten_met_tekstvakken() -> Geval:
    """The template of a ministry: the reference column in text boxes of the headers, a city alone on its line."""
    eerste = _tekstvak(
        "Ministerie van Proeven en Metingen", "DG Metingen", "Directie Water en Lucht", "Proefweg 1", "Proefstad",
        "Postbus 12345", "1234 AB  Proefstad", "www.proef.nl", "Onze referentie", "2026-0000123456", "Uw referentie",
        "-", "Bijlage(n)", "2",
    )  # fmt: skip
    verder = _tekstvak(
        "DG Metingen", "Directie Water en Lucht", "Datum", "14 september 2026", "Onze referentie", "2026-0000123456"
    )
    more = {
        "relations": relation("r1", "header", "header1.xml") + relation("r2", "header", "header2.xml"),
        "parts": {"word/header1.xml": part("hdr", p(eerste)), "word/header2.xml": part("hdr", p(verder))},
    }
    body = (
        p(r("> Retouradres Postbus 12345 1234 AB Proefstad"))
        + p(r("Aan de voorzitter van de Tweede Kamer der Staten-Generaal") + "<w:r><w:br/></w:r>" + r("Postbus 20018"))
        + p(r("2500 EA  DEN HAAG"))
        + table(
            row(cell(p(r("Datum"))), cell(p(r("14 september 2026")))),
            row(cell(p(r("Betreft"))), cell(p(r("Uitkomsten van de proefoverleggen 2026")))),
        )
        + AANHEF
        + p(r("Het overleg ging over metingen."))
        + p(
            r("DE MINISTER VAN PROEVEN EN METINGEN,")
            + "<w:r><w:br/></w:r>" * 4
            + r("mr. dr. A.B. (Anna) Proef-van der Meting")
        )
    )
    velden = {
        **KOPVELDEN,
        "ondertekenaars": [
            {"functie": "DE MINISTER VAN PROEVEN EN METINGEN", "naam": "mr. dr. A.B. (Anna) Proef-van der Meting"}
        ],
        "afzender": {
            "ministerie": ["Ministerie van Proeven en Metingen"],
            "directie": ["DG Metingen", "Directie Water en Lucht"],
            "bezoekadres": ["Proefweg 1", "Proefstad"],
            "postadres": ["Postbus 12345", "1234 AB  Proefstad"],
            "website": "www.proef.nl",
            "geadresseerde": [
                "Aan de voorzitter van de Tweede Kamer der Staten-Generaal", "Postbus 20018", "2500 EA  DEN HAAG"
            ],
        },
    }  # fmt: skip
    return Geval("kopteksten met tekstvakken", brief(body, **more), "Het overleg ging over metingen.\n", velden)


def aanhef_en_tekst_in_een() -> Geval:
    """Salutation and text are one paragraph, parted by line breaks, as mail programs do."""
    regel = "<w:r><w:br/></w:r>"
    body = (
        p(r("Onderwerp: Metingen van dit jaar"))
        + p(r("Geachte voorzitter,") + regel * 2 + r("Het overleg ging over ") + r("metingen", CURSIEF) + r("."))
        + p(r("Het tweede deel") + regel + r("staat op een nieuwe regel."))
        + TER_ONDERTEKENING
    )
    tekst = "Het overleg ging over *metingen*.\n\nHet tweede deel\\\nstaat op een nieuwe regel.\n"
    velden = {"betreft": "Metingen van dit jaar", "ondertekenaars": MINISTER}
    return Geval("aanhef en tekst in een", brief(body), tekst, velden)


def motie_in_de_zin() -> Geval:
    """The sentence says that the paper is a motie and of whom."""
    teksten = ["Tweede Kamer, vergaderjaar 2022-2023, 29 383, nr. 378", "Uitkomsten proef, 13 januari 2026, 2026D00874"]
    zin = p(r("De motie van het lid Proef") + noot(1) + r(" vroeg om metingen, zie de brief") + noot(2) + r("."))
    body = AANHEF + zin + TER_ONDERTEKENING
    tekst = "De motie van het lid Proef [@kst-29383-378] vroeg om metingen, zie de brief [@2026D00874].\n"
    stukken = ("kst-29383-378", "2026D00874")
    return Geval("motie in de zin", brief(body, **noten(teksten)), tekst, {"ondertekenaars": MINISTER}, stukken)


def afgebroken_regels() -> Geval:
    """Copied from a PDF: each line is a paragraph. Nobody joins them in silence; the writer is told."""
    body = (
        AANHEF
        + p(r("Het overleg ging dit jaar vooral over metingen van water en"))
        + p(r("lucht, en over de vraag wie er meet en wie er betaalt voor de"))
        + p(r("metingen. Daarover is veel gezegd, en dat heeft geleid tot een"))
        + p(r("afspraak."))
        + TER_ONDERTEKENING
    )
    tekst = (
        "Het overleg ging dit jaar vooral over metingen van water en\n\nlucht, en over de vraag wie er meet en wie er "
        "betaalt voor de\n\nmetingen. Daarover is veel gezegd, en dat heeft geleid tot een\n\nafspraak.\n"
    )
    return Geval("afgebroken regels", brief(body), tekst, {"ondertekenaars": MINISTER}, meldingen=("BR622",))


def bijlagen_onderaan() -> Geval:
    """Below the signature the annexes are named."""
    onder = p(r("Bijlagen")) + p(r("1. Afsprakenlijst")) + p(r("2. Beslisnota"))
    body = AANHEF + p(r("Het overleg ging over metingen.")) + TER_ONDERTEKENING + onder
    velden = {"ondertekenaars": MINISTER, "bijlagen": ["Afsprakenlijst", "Beslisnota"]}
    return Geval("bijlagen onderaan", brief(body), "Het overleg ging over metingen.\n", velden)


def naam_boven_functie() -> Geval:
    """The name stands above the function, below it a line that nobody knows."""
    onder = p(r("A.B. Proef")) + p(r("Minister van Proeven")) + p(r("cc: directie Metingen"))
    body = AANHEF + p(r("Het overleg ging over metingen.")) + onder
    velden = {"ondertekenaars": [{"functie": "Minister van Proeven", "naam": "A.B. Proef"}]}
    tekst = "Het overleg ging over metingen.\n"
    return Geval(
        "naam boven functie", brief(body), tekst, velden, rest=("cc: directie Metingen",), meldingen=("BR619",)
    )


def andere_nummers() -> Geval:
    """Word numbers a list in forms that Markdown has not: what a reader saw stands as text."""
    body = (
        AANHEF + p(r("Er geldt:")) + punt("Wie meet, weet.", 0, 4) + punt("Meten kost geld.", 0, 4) + TER_ONDERTEKENING
    )
    tekst = "Er geldt:\n\nArtikel 1 Wie meet, weet.\n\nArtikel 2 Meten kost geld.\n"
    return Geval("andere nummers", brief(body), tekst, {"ondertekenaars": MINISTER}, meldingen=("BR626",))


def losse_regels_zonder_labels() -> Geval:
    """Addressee and date are lines of their own; who signs has no name yet."""
    body = (
        p(r("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"))
        + p(r("Den Haag, 14 september 2026"))
        + p(r("Betreft: Uitkomsten van de proefoverleggen 2026"))
        + AANHEF
        + p(r("Het overleg ging over metingen."))
        + p(r("De minister van Proeven,"))
    )
    velden = {
        "datum": KOPVELDEN["datum"],
        "betreft": KOPVELDEN["betreft"],
        "ondertekenaars": [{"functie": "De minister van Proeven", "naam": ""}],
        "afzender": {"geadresseerde": ["Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"]},
    }
    return Geval("losse regels", brief(body), "Het overleg ging over metingen.\n", velden)


def nota_met_labels() -> Geval:
    """Labels with values of several lines, contents typed by hand, annexes under a heading, signed on behalf of."""
    rijen = (
        ("Aan", "De Voorzitter van de Tweede Kamer"),
        ("Datum", "14 september 2026"),
        ("Betreft", "Uitkomsten van de|proefoverleggen 2026"),
    )
    regel = "<w:r><w:br/></w:r>"
    hoofd = table(*(row(cell(p(r(a))), cell(p(regel.join(r(each) for each in b.split("|"))))) for a, b in rijen))
    body = (
        hoofd
        + AANHEF
        + p(r("Inhoud"))
        + p(r("1 Inleiding ........ 2"))
        + p(r("2 Vervolg ........ 3"))
        + p(r("Het overleg ging over metingen."))
        + p(r("Met vriendelijke groet,"))
        + p(r("Namens de minister van Proeven,"))
        + p(r("A.B. Proef"))
        + kop(2, "Bijlagen")
        + punt("Afsprakenlijst", 0, 2)
        + punt("Beslisnota", 0, 2)
    )
    velden = {
        "datum": KOPVELDEN["datum"],
        "betreft": KOPVELDEN["betreft"],
        "ondertekenaars": [{"functie": "Namens de minister van Proeven", "naam": "A.B. Proef"}],
        "bijlagen": ["Afsprakenlijst", "Beslisnota"],
        "afzender": {"geadresseerde": ["De Voorzitter van de Tweede Kamer"]},
    }
    rest = ("Inhoud", "Met vriendelijke groet,")
    return Geval("nota met labels", brief(body), "Het overleg ging over metingen.\n", velden, rest=rest)


def machten() -> Geval:
    """Raised digits that are powers, and a note list without marks: nothing is guessed."""
    body = (
        AANHEF
        + p(r("Het gaat om 10") + r("6", HOOG) + r(" liter en x") + r("2", HOOG) + r(" metingen van 5 km² per jaar."))
        + TER_ONDERTEKENING
    )
    tekst = "Het gaat om 10^6^ liter en x^2^ metingen van 5 km² per jaar.\n"
    return Geval("machten", brief(body), tekst, {"ondertekenaars": MINISTER})


GEVALLEN = tuple(
    maak()
    for maak in (
        gewoon,
        word_online,
        eindnoten,
        tekstvakken,
        tabel_als_briefhoofd,
        referentiekolom,
        wijzigingen,
        vette_koppen,
        noten_met_meer_stukken,
        getypte_lijst,
        geplakt_van_web,
        geplakt_met_hoge_cijfers,
        geplakt_en_dubbelzinnig,
        twee_ondertekenaars,
        ondertekening_middenin,
        kop_en_opmerking,
        genummerde_koppen,
        kopteksten_met_tekstvakken,
        aanhef_en_tekst_in_een,
        motie_in_de_zin,
        afgebroken_regels,
        bijlagen_onderaan,
        naam_boven_functie,
        machten,
        andere_nummers,
        losse_regels_zonder_labels,
        nota_met_labels,
    )
)
