"""Het sjabloon van de Kamerbrief.

Maten in mm van linksboven op A4: retouradres op 57, referentiekolom op x = 150 vanaf 61,5, datum en betreft op 108,
tekst 130 mm breed zodat de referentiekolom op elke bladzijde vrij blijft, bladzijdenummer onder de referentiekolom.
"""

from __future__ import annotations

from tools.sjablonen.alinea import alinea, als, deel, regels, sectie
from tools.sjablonen.stijlen import afstand, kader, mm, nummering_xml, stijl, stijlen_xml, tekens, titelstijl

_BOVEN = 45
_RECHTS = 210 - 25 - 130
_KOLOM = f'<w:ind w:left="{mm(125)}" w:right="{-mm(43)}"/>'
"""Een alinea in kop- of voettekst ter hoogte van de referentiekolom: x = 150 mm, 48 mm breed."""

_ADRESHOOGTE = 9 + 9 + 3 * 12
"""Wat het retouradres en drie regels adres aan hoogte innemen, in punten: daarop rust de plaats van de datum."""

_REFERENTIE = kader(150, 61.5, 48)
_RETOUR, _DATUM = 57, 108


def _punten(millimeter: float) -> float:
    return millimeter / 25.4 * 72


def _stijlen() -> bytes:
    vast = "<w:suppressAutoHyphens/>"
    inspring = f'<w:tabs><w:tab w:val="left" w:pos="{mm(20)}"/></w:tabs>'
    hang = f'<w:ind w:left="{mm(20)}" w:right="{mm(8)}" w:hanging="{mm(20)}"/>'
    betreft = titelstijl("Aanhef", inspring + vast + afstand(0, 36) + hang)
    eigen = (
        stijl("Referentiekolom", "Referentiekolom", alinea=vast + afstand(0, 0, 9), teken=tekens(punten=6.5))
        + stijl("Referentiekop", "Referentiekop", op="Referentiekolom", teken=tekens(vet=True))
        + stijl("Referentielabel", "Referentielabel", op="Referentiekop", alinea="<w:keepNext/>" + afstand(9, 0, 9))
        + stijl(
            "Retouradres",
            "Retouradres",
            alinea=vast + afstand(_punten(_RETOUR - _BOVEN), 9, 9),
            teken=tekens(punten=6.5),
        )
        + stijl("Geadresseerde", "Geadresseerde", alinea=vast)
        + stijl(
            "Datumregel", "Datumregel", alinea=inspring + afstand(_punten(_DATUM - _RETOUR) - _ADRESHOOGTE, 0) + hang
        )
        + stijl("Aanhef", "Aanhef", volgt="Plattetekst", alinea=afstand(0, 12))
        + stijl("Ondertekening functie", "Ondertekeningfunctie", alinea="<w:keepNext/><w:keepLines/>" + afstand(12, 0))
        + stijl(
            "Bijlagenlijst",
            "Bijlagenlijst",
            op="Plattetekst",
            alinea='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>' + afstand(0, 0),
        )
        + stijl("Ondertekening naam", "Ondertekeningnaam", alinea="<w:keepNext/><w:keepLines/>" + afstand(60, 0))
        + stijl(
            "Vervolgkolom", "Vervolgkolom", op="Koptekst", alinea=afstand(0, 0, 9) + _KOLOM, teken=tekens(punten=6.5)
        )
        + stijl("Vervolgkop", "Vervolgkop", op="Vervolgkolom", teken=tekens(vet=True))
        + stijl("Vervolglabel", "Vervolglabel", op="Vervolgkop", alinea=afstand(6, 0, 9))
        + stijl(
            "Paginanummer", "Paginanummer", op="Voettekst", alinea=afstand(0, 0, 9) + _KOLOM, teken=tekens(punten=6.5)
        )
    )
    return stijlen_xml(breedte=mm(130), titel=betreft, kopgrootte=(9, 9, 9), nieuwe_bladzijde=False, eigen=eigen)


def _referentiekolom() -> str:
    def label(tekst: str, veld: str) -> str:
        inhoud = alinea(tekst, "Referentielabel", _REFERENTIE) + alinea(
            f"{{{{ {veld} }}}}", "Referentiekolom", _REFERENTIE
        )
        return als(veld, inhoud, "Referentiekolom", _REFERENTIE)

    website = alinea("{{ afzender.website }}", "Referentiekolom", _REFERENTIE)
    return (
        als(
            "afzender.ministerie",
            alinea("{{ afzender.ministerie|join(' ') }}", "Referentiekop", _REFERENTIE),
            "Referentiekop",
            _REFERENTIE,
        )
        + regels("afzender.directie", "Referentiekolom", _REFERENTIE)
        + regels("afzender.bezoekadres", "Referentiekolom", _REFERENTIE)
        + regels("afzender.postadres", "Referentiekolom", _REFERENTIE)
        + als("afzender.website", website, "Referentiekolom", _REFERENTIE)
        + label("Ons kenmerk", "kenmerk")
        + label("Bijlage(n)", "aantal_bijlagen")
    )


def _document() -> bytes:
    adres = alinea("> Retouradres {{ afzender.retouradres }}", "Retouradres")
    adres += regels("geadresseerde", "Geadresseerde")
    namens = alinea(
        "Deze brief {% if meer_ondertekenaars %}sturen wij{% else %}stuur ik{% endif %} u mede "
        "namens {{ mede_namens }}.",
        "Plattetekst",
        "<w:keepNext/><w:keepLines/>",
    )
    slot = (
        alinea("{%p for ondertekenaar in ondertekenaars %}", "Ondertekeningfunctie")
        + alinea("{{ ondertekenaar.functie }},", "Ondertekeningfunctie")
        + alinea("{{ ondertekenaar.naam }}", "Ondertekeningnaam")
        + alinea("{%p endfor %}", "Ondertekeningfunctie")
    )
    bijlagen = (
        alinea("Bijlagen", "Kop2", afstand(24, 3))
        + alinea("{%p for bijlage in bijlagen %}", "Bijlagenlijst")
        + alinea("{{ bijlage }}", "Bijlagenlijst")
        + alinea("{%p endfor %}", "Bijlagenlijst")
    )
    return deel(
        "document",
        "<w:body>"
        + _referentiekolom()
        + adres
        + alinea("Datum\t{{ datum }}", "Datumregel")
        + alinea("Betreft\t{{ betreft }}", "Kop1")
        + alinea("{{ aanhef }}", "Aanhef")
        + alinea("{{ tekst }}", "Plattetekst")
        + als("mede_namens", namens, "Plattetekst")
        + slot
        + als("bijlagen", bijlagen, "Plattetekst")
        + sectie(boven=_BOVEN, onder=30, rechts=_RECHTS, eerste_anders=True)
        + "</w:body>",
    )


def onderdelen() -> dict[str, bytes]:
    """Geef de eigen onderdelen van dit sjabloon, op naam."""
    concept = alinea("{% if concept %}CONCEPT – {{ versie }} – {{ versiedatum }}{% endif %}", "Conceptkop")
    vervolg = (
        concept
        + regels("afzender.ministerie", "Vervolgkop")
        + regels("afzender.directie", "Vervolgkolom")
        + als(
            "kenmerk", alinea("Ons kenmerk", "Vervolglabel") + alinea("{{ kenmerk }}", "Vervolgkolom"), "Vervolgkolom"
        )
    )
    pagina = alinea("Pagina {PAGE} van {NUMPAGES}", "Paginanummer")
    return {
        "word/document.xml": _document(),
        "word/styles.xml": _stijlen(),
        "word/numbering.xml": nummering_xml(),
        "word/headerfirst.xml": deel("hdr", concept),
        "word/headerdefault.xml": deel("hdr", vervolg),
        "word/footerfirst.xml": deel("ftr", pagina),
        "word/footerdefault.xml": deel("ftr", pagina),
    }
