"""Kleine sjablonen voor de toetsen: dat van de Kamerbrief, met een ander lijf of andere onderdelen."""

from __future__ import annotations

import io
import sys
import warnings
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

WORTEL = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(WORTEL))

from brief.word.opc.archive import write_archive  # noqa: E402
from tools.sjablonen.bouw import alle  # noqa: E402

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W}
SJABLONEN = alle()
_DOCUMENT = (
    f'<w:document xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<w:body>{}<w:sectPr><w:headerReference w:type="default" r:id="rIdheaderdefault"/>'
    '<w:footerReference w:type="default" r:id="rIdfooterdefault"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"'
    ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>'
)


def w(naam: str) -> str:
    return f"{{{W}}}{naam}"


def p(*stukken: str, stijl: str | None = None) -> str:
    """Een alinea; elk stuk is een eigen run, een stuk dat met `<` begint gaat er als XML in."""
    kop = f'<w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>' if stijl else ""
    runs = (s if s.startswith("<w:") else f'<w:r><w:t xml:space="preserve">{escape(s)}</w:t></w:r>' for s in stukken)
    return f"<w:p>{kop}{''.join(runs)}</w:p>"


def tabel(*rijen: tuple[str, ...]) -> str:
    """Een tabel; elke cel is de XML van haar alinea's."""
    cellen = (
        "".join(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{c}</w:tc>' for c in rij) for rij in rijen
    )
    rooster = '<w:gridCol w:w="2000"/>' * len(rijen[0])
    inhoud = "".join(f"<w:tr>{rij}</w:tr>" for rij in cellen)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{rooster}</w:tblGrid>{inhoud}</w:tbl>'


def sjabloon(lijf: str, **onderdelen: str | bytes | None) -> bytes:
    """Het sjabloon van de Kamerbrief met een ander lijf.

    Andere onderdelen gaan op naam: `headerdefault`, `styles`; een lege kop- en voettekst tenzij opgegeven.
    """
    delen = lees_zip(SJABLONEN["kamerbrief.docx"])
    delen["word/document.xml"] = _DOCUMENT.format(lijf).encode()
    leeg = f'<w:{{0}} xmlns:w="{W}"><w:p/></w:{{0}}>'
    for naam in ("headerfirst", "headerdefault", "footerfirst", "footerdefault"):
        delen[f"word/{naam}.xml"] = leeg.format("hdr" if "header" in naam else "ftr").encode()
    for naam, inhoud in onderdelen.items():
        if inhoud is None:
            del delen[f"word/{naam}.xml"]
        else:
            delen[f"word/{naam}.xml"] = inhoud.encode() if isinstance(inhoud, str) else inhoud
    return write_archive(delen)


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def met_deel(
    data: bytes, naam: str, inhoud: str | bytes, soort: str, *, bij: str = "word/document.xml", type_: str = ""
) -> bytes:
    """Hetzelfde bestand met een deel erbij: `soort` is het eind van het relatietype, `bij` wijst ernaar."""
    delen = lees_zip(data)
    delen[naam] = inhoud.encode() if isinstance(inhoud, str) else inhoud
    inhoudstype = type_ or SOORT.format(soort)
    delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/{naam}" ContentType="{inhoudstype}"/></Types>'.encode()
    )
    return met_relatie(write_archive(delen), f"/{naam}", soort, bij=bij)


def met_relatie(
    data: bytes, doel: str, soort: str, *, bij: str = "word/document.xml", buiten: bool = False, sleutel: str = ""
) -> bytes:
    """Hetzelfde bestand met een relatie erbij; `sleutel` is haar id, anders het woord zelf."""
    delen = lees_zip(data)
    map_, _, naam = bij.rpartition("/")
    pad = f"{map_}/_rels/{naam}.rels" if bij else "_rels/.rels"
    leeg = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    type_ = soort if "://" in soort else f"{OFFICE}/{soort}"
    extern = ' TargetMode="External"' if buiten else ""
    relatie = f'<Relationship Id="{sleutel or "rId" + soort[-12:]}" Type="{type_}" Target="{doel}"{extern}/>'
    delen[pad] = delen.get(pad, leeg).replace(b"</Relationships>", relatie.encode() + b"</Relationships>")
    return write_archive(delen)


def met_andere(data: bytes, naam: str, oud: str, nieuw: str) -> bytes:
    """Hetzelfde bestand met in één deel een stuk tekst anders."""
    delen = lees_zip(data)
    assert oud.encode() in delen[naam], oud
    delen[naam] = delen[naam].replace(oud.encode(), nieuw.encode(), 1)
    return write_archive(delen)


def kopdeel(*alineas: str, soort: str = "hdr") -> str:
    return f'<w:{soort} xmlns:w="{W}">{"".join(alineas)}</w:{soort}>'


def met_eigen_noten(lijf: str, noten: str) -> bytes:
    """Een sjabloon waarin iemand met de hand voetnoten heeft gezet."""
    delen = lees_zip(sjabloon(lijf))
    delen["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r>'
        "<w:separator/></w:r></w:p></w:footnote>"
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
        "<w:continuationSeparator/></w:r></w:p></w:footnote>"
        f"{noten}</w:footnotes>"
    ).encode()
    soort = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{soort}"/></Types>'.encode()
    )
    relatie = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    delen["word/_rels/document.xml.rels"] = delen["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdnoten" Type="{relatie}" Target="footnotes.xml"/></Relationships>'.encode(),
    )
    return write_archive(delen)


def eigen_noot(nummer: int, tekst: str) -> str:
    return (
        f'<w:footnote w:id="{nummer}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{escape(tekst)}</w:t>'
        "</w:r></w:p></w:footnote>"
    )


def eigen_verwijzing(nummer: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{nummer}"/></w:r>'


def lees_zip(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archief:
        return {naam: archief.read(naam) for naam in archief.namelist()}


def verdubbeld(data: bytes, naam: str) -> bytes:
    """Dezelfde zip met één onderdeel twee keer, zoals LibreOffice soms schrijft."""
    doel = io.BytesIO(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(doel, "a") as archief:
            archief.writestr(naam, lees_zip(data)[naam])
    return doel.getvalue()


def boom(data: bytes, deel: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(lees_zip(data)[deel])


def tekst(element: etree._Element) -> str:
    """De tekst zoals een lezer haar ziet: breuken en tabs zijn tekens, alinea's staan onder elkaar."""
    regels = []
    for alinea in element.iter(w("p")):
        regel = ""
        for deel in alinea.iter():
            if deel.tag == w("t"):
                regel += deel.text or ""
            elif deel.tag in (w("br"), w("tab"), w("softHyphen")):
                regel += {w("br"): "\n", w("tab"): "\t", w("softHyphen"): "\u00ad"}[str(deel.tag)]
        regels.append(regel)
    return "\n".join(regels)
