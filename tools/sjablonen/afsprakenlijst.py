"""Het sjabloon van de afsprakenlijst, de bijlage bij de Kamerbrief: titel, overleggen, inhoudsopgave, afspraken."""

from __future__ import annotations

from tools.sjablonen.alinea import alinea, als, deel, regels, sectie
from tools.sjablonen.stijlen import STAP, afstand, mm, nummering_xml, stijl, stijlen_xml, tekens, titelstijl

_BREEDTE = mm(160)


def _stijlen() -> bytes:
    rechts = f'<w:tabs><w:tab w:val="right" w:pos="{_BREEDTE}"/></w:tabs>'
    titel = titelstijl("Ondertitel", "<w:keepNext/><w:keepLines/>" + afstand(60, 6, 22), tekens(vet=True, punten=18))
    eigen = (
        stijl(
            "Subtitle",
            "Ondertitel",
            volgt="Plattetekst",
            alinea="<w:keepNext/>" + afstand(0, 12, 14),
            teken=tekens(punten=11),
        )
        + stijl("Algemeen", "Algemeen", op="Plattetekst", alinea=afstand(12, 0))
        + stijl("Inhoudskop", "Inhoudskop", alinea="<w:keepNext/>" + afstand(18, 6), teken=tekens(vet=True, punten=11))
        + stijl("Kopregel", "Kopregel", op="Koptekst", alinea=rechts + afstand(0, 0, 9), teken=tekens(punten=6.5))
        + stijl(
            "Paginanummer", "Paginanummer", op="Voettekst", alinea=rechts + afstand(0, 0, 9), teken=tekens(punten=6.5)
        )
    )
    return stijlen_xml(
        breedte=_BREEDTE, titel=titel, kopgrootte=(14, 11, 9), nieuwe_bladzijde=True, eigen=eigen, inspring=STAP
    )


def _overleggen() -> str:
    helften = (round(_BREEDTE * 0.4), _BREEDTE - round(_BREEDTE * 0.4))

    def rij(links: str, rechts: str, stijl_: str, kop: str = "") -> str:
        cellen = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{breedte}" w:type="dxa"/></w:tcPr>{alinea(tekst, stijl_)}</w:tc>'
            for tekst, breedte in zip((links, rechts), helften, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{kop}</w:trPr>{cellen}</w:tr>"

    rooster = "".join(f'<w:gridCol w:w="{breedte}"/>' for breedte in helften)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Brieftabel"/><w:tblW w:w="{_BREEDTE}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="0"/></w:tblPr>'
        f"<w:tblGrid>{rooster}</w:tblGrid>"
        + rij("Bestuurlijk Overleg", "Datum", "Tabelkop", "<w:tblHeader/>")
        + rij("{%tr for overleg in overleggen %}", "", "Tabeltekst")
        + rij("{{ overleg.landsdeel }}", "{{ overleg.datum }}", "Tabeltekst")
        + rij("{%tr endfor %}", "", "Tabeltekst")
        + "</w:tbl>"
    )


def onderdelen() -> dict[str, bytes]:
    """Geef de eigen onderdelen van dit sjabloon, op naam."""
    # een bestand van brief afstemming is geen bijlage bij een brief: het heeft geen betreft, en geen inhoudsopgave
    concept = alinea("{% if concept %}CONCEPT – {{ versie }} – {{ versiedatum }}{% endif %}", "Conceptkop")
    document = (
        "<w:body>"
        + alinea("{{ titel }}", "Kop1")
        + als("ondertitel", alinea("{{ ondertitel }}", "Ondertitel"), "Ondertitel")
        + als(
            "betreft",
            alinea(
                "Bijlage {% if bijlagenummer %}{{ bijlagenummer }} van {{ aantal_bijlagen }} {% endif %}"
                "bij de brief {% if afzender.ministerie %}van het {{ afzender.ministerie|join(' ') }} {% endif %}"
                "van {{ datum }} over {{ betreft }}{% if kenmerk %} (kenmerk {{ kenmerk }}){% endif %}",
                "Plattetekst",
            ),
            "Plattetekst",
        )
        + als("overleggen", _overleggen(), "Plattetekst")
        + regels("algemeen", "Algemeen")
        + als("betreft", alinea("Inhoud", "Inhoudskop"), "Inhoudskop")
        + alinea("{{ inhoudsopgave }}", "Plattetekst")
        + alinea("{{ tekst }}", "Plattetekst")
        + sectie(boven=30, onder=30, rechts=25, eerste_anders=True)
        + "</w:body>"
    )
    pagina = alinea("\tPagina {PAGE} van {NUMPAGES}", "Paginanummer")
    return {
        "word/document.xml": deel("document", document),
        "word/styles.xml": _stijlen(),
        "word/numbering.xml": nummering_xml(inspring=STAP),
        "word/headerfirst.xml": deel(
            "hdr",
            concept
            + alinea("\t{% if afzender.ministerie %}{{ afzender.ministerie|join(' ') }}{% endif %}", "Kopregel"),
        ),
        "word/headerdefault.xml": deel("hdr", concept + alinea("\t{{ titel }}", "Kopregel")),
        "word/footerfirst.xml": deel("ftr", pagina),
        "word/footerdefault.xml": deel("ftr", pagina),
    }
