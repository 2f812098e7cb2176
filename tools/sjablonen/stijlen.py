"""De stijlen van de sjablonen: Rijkshuisstijl voor brieven, voor zover bekend.

Verdana 9 punt op 12 punt regelafstand; retouradres en referentiekolom 6,5 op 9 (rijkshuisstijl.nl, correspondentie).
Koppen zijn herkenbaar aan vet en cursief, nooit aan kleur alleen.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LETTER = "Verdana"
STAP = 340
"""Inspringing per lijstniveau in twips (6 mm)."""


def mm(millimeter: float) -> int:
    """Reken millimeters om in twips (1440 per inch)."""
    return round(millimeter / 25.4 * 1440)


def tekens(*, vet: bool = False, cursief: bool = False, punten: float | None = None, extra: str = "") -> str:
    """Schrijf `w:rPr` in de volgorde van het schema."""
    delen = ("<w:b/>" if vet else "") + ("<w:i/>" if cursief else "")
    if punten is not None:
        half = round(punten * 2)
        delen += f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    delen += extra
    return f"<w:rPr>{delen}</w:rPr>" if delen else ""


def afstand(voor: float = 0, na: float = 0, regel: float | None = None) -> str:
    """Schrijf `w:spacing`; alles in punten."""
    hoogte = "" if regel is None else f' w:line="{round(regel * 20)}" w:lineRule="atLeast"'
    return f'<w:spacing w:before="{round(voor * 20)}" w:after="{round(na * 20)}"{hoogte}/>'


def stijl(
    naam: str,
    code: str,
    *,
    op: str | None = "Standaard",
    volgt: str | None = None,
    alinea: str = "",
    teken: str = "",
    soort: str = "paragraph",
    snel: bool = True,
    rest: str = "",
) -> str:
    """Schrijf één stijl; `op` is de stijl waarop ze rust, `volgt` die van de volgende alinea."""
    eigen = (
        ""
        if naam[0].islower() or naam.split()[0] in ("Body", "List", "Table", "Title", "Subtitle", "Hyperlink")
        else ' w:customStyle="1"'
    )
    delen = f"<w:name w:val={quoteattr(naam)}/>"
    delen += f'<w:basedOn w:val="{op}"/>' if op else ""
    delen += f'<w:next w:val="{volgt}"/>' if volgt else ""
    delen += rest
    delen += "<w:qFormat/>" if snel else ""
    delen += f"<w:pPr>{alinea}</w:pPr>" if alinea else ""
    return f'<w:style w:type="{soort}"{eigen} w:styleId="{code}">{delen}{teken}</w:style>'


def kader(x: float, y: float, breedte: float) -> str:
    """Schrijf een kader op een vaste plek van het blad, in mm van linksboven; gewone tekst, geen tekstvak."""
    return (
        f'<w:framePr w:w="{mm(breedte)}" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page"'
        f' w:x="{mm(x)}" w:y="{mm(y)}"/>'
    )


def _koppen(titel: str, punten: tuple[float, float, float], *, nieuwe_bladzijde: bool) -> str:
    """Schrijf de koppen: kop 1 is de titel van het stuk, kop 2 tot en met 4 zijn die van de tekst."""
    voor = "<w:pageBreakBefore/>" if nieuwe_bladzijde else ""
    lagen = (
        (2, tekens(vet=True, punten=punten[0]), voor, afstand(6, 6 if nieuwe_bladzijde else 0)),
        (
            3,
            tekens(vet=True, cursief=not nieuwe_bladzijde, punten=punten[1]),
            "",
            afstand(6, 3 if nieuwe_bladzijde else 0),
        ),
        (
            4,
            tekens(vet=nieuwe_bladzijde, cursief=not nieuwe_bladzijde, punten=punten[2]),
            "",
            afstand(6 if nieuwe_bladzijde else 0, 2 if nieuwe_bladzijde else 0),
        ),
    )
    return titel + "".join(
        stijl(
            f"heading {laag}",
            f"Kop{laag}",
            volgt="Plattetekst",
            alinea=f'<w:keepNext/><w:keepLines/>{breuk}{ruimte}<w:outlineLvl w:val="{laag - 1}"/>',
            teken=teken,
        )
        for laag, teken, breuk, ruimte in lagen
    )


def _lijsten(inspring: int) -> str:
    gemaakt = ""
    for naam, code, nummer in (("List Bullet", "Lijstopsomteken", 1), ("List Number", "Lijstnummering", 2)):
        for laag in range(1, 6):
            achter = "" if laag == 1 else f" {laag}"
            nummering = f'<w:numPr><w:ilvl w:val="{laag - 1}"/><w:numId w:val="{nummer}"/></w:numPr>'
            gemaakt += stijl(naam + achter, code + achter.strip(), op="Plattetekst", alinea=nummering + afstand(0, 3))
    for laag in range(1, 6):
        achter = "" if laag == 1 else f" {laag}"
        gemaakt += stijl(
            "List Continue" + achter,
            f"Lijstvoortzetting{achter.strip()}",
            op="Plattetekst",
            alinea=afstand(0, 3) + f'<w:ind w:left="{inspring + laag * STAP}"/>',
        )
    return gemaakt


def _noten() -> str:
    return stijl(
        "footnote text",
        "Voetnoottekst",
        alinea=afstand(0, 0, 9) + f'<w:ind w:left="{mm(3)}" w:hanging="{mm(3)}"/>',
        teken=tekens(punten=6.5),
        snel=False,
    ) + stijl(
        "footnote reference",
        "Voetnootmarkering",
        op="Standaardalinea-lettertype",
        soort="character",
        snel=False,
        teken=tekens(extra='<w:vertAlign w:val="superscript"/>'),
    )


def _tabellen() -> str:
    rand = "".join(
        f'<w:{kant} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for kant in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    lijn = "".join(
        f'<w:{kant} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for kant in ("top", "bottom", "insideH")
    )
    cel = '<w:tblCellMar><w:left w:w="{0}" w:type="dxa"/><w:right w:w="{0}" w:type="dxa"/></w:tblCellMar>'
    leeg = (
        '<w:style w:type="table" w:default="1" w:styleId="Standaardtabel"><w:name w:val="Normal '
        'Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd '
        'w:w="0" w:type="dxa"/>' + cel.format(108) + "</w:tblPr></w:style>"
    )
    kop = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tblPr/><w:tcPr><w:tcBorders>'
        '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/></w:tcBorders></w:tcPr>'
        "</w:tblStylePr>"
    )
    return (
        leeg
        + stijl(
            "Table Grid",
            "Tabelraster",
            op="Standaardtabel",
            soort="table",
            snel=False,
            teken=f"<w:tblPr><w:tblBorders>{rand}</w:tblBorders></w:tblPr>",
        )
        + stijl(
            "Brieftabel",
            "Brieftabel",
            op="Standaardtabel",
            soort="table",
            teken=f"<w:tblPr><w:tblBorders>{lijn}</w:tblBorders>{cel.format(85)}</w:tblPr>{kop}",
        )
        + stijl("Tabeltekst", "Tabeltekst", alinea=afstand(2, 2, 10), teken=tekens(punten=8))
        + stijl("Tabelkop", "Tabelkop", op="Tabeltekst", alinea="<w:keepNext/>", teken=tekens(vet=True))
    )


def _inhoud(breedte: int) -> str:
    gemaakt = ""
    for laag, inspringing in ((1, 0), (2, STAP), (3, 2 * STAP)):
        stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{breedte}"/></w:tabs>'
        hang = STAP if laag == 3 else 0
        links = inspringing + hang
        if hang:
            stop = (
                f'<w:tabs><w:tab w:val="left" w:pos="{links}"/><w:tab w:val="right" w:leader="dot" '
                f'w:pos="{breedte}"/></w:tabs>'
            )
        ruimte = afstand(6 if laag == 1 else 0, 0)
        inspring = f'<w:ind w:left="{links}" ' + (f' w:hanging="{hang}"/>' if hang else "/>")
        gemaakt += stijl(
            f"toc {laag}",
            f"Inhopg{laag}",
            volgt="Standaard",
            alinea=stop + ruimte + inspring,
            teken=tekens(vet=laag == 1),
            snel=False,
        )
    return gemaakt


def titelstijl(volgt: str, alinea: str, teken: str = "") -> str:
    """Schrijf kop 1: de stijl van de ene alinea die het hele stuk benoemt."""
    return stijl("heading 1", "Kop1", volgt=volgt, alinea=f'{alinea}<w:outlineLvl w:val="0"/>', teken=teken)


def stijlen_xml(
    *,
    breedte: int,
    titel: str,
    kopgrootte: tuple[float, float, float],
    nieuwe_bladzijde: bool,
    eigen: str,
    inspring: int = 0,
) -> bytes:
    """Schrijf `word/styles.xml`.

    `breedte` is die van de tekst in twips, `inspring` hoe ver lijsten inspringen; `eigen`: de stijlen van dit sjabloon.
    """
    letters = f'<w:rFonts w:ascii="{LETTER}" w:hAnsi="{LETTER}" w:eastAsia="{LETTER}" w:cs="{LETTER}"/>'
    standaard = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{letters}<w:sz w:val="18"/><w:szCs w:val="18"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:widowControl/>{afstand(0, 0, 12)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Standaardalinea-lettertype">'
        '<w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="Geenlijst"><w:name w:val="No '
        'List"/><w:uiPriority w:val="99"/>'
        "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
    )
    merk = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/>'
    gewoon = (
        stijl("Body Text", "Plattetekst", alinea=afstand(0, 12))
        + stijl("header", "Koptekst", snel=False)
        + stijl("footer", "Voettekst", snel=False)
        + stijl(
            "Hyperlink",
            "Hyperlink",
            op="Standaardalinea-lettertype",
            soort="character",
            snel=False,
            teken=tekens(extra='<w:u w:val="single"/>'),
        )
        + stijl("Verwijzing", "Verwijzing", op="Plattetekst", teken=tekens(cursief=True))
        + stijl(
            "Concepttekst",
            "Concepttekst",
            op="Plattetekst",
            rest='<w:link w:val="Conceptteken"/>',
            teken=tekens(cursief=True, extra=merk),
        )
        + stijl(
            "Concepttekst teken",
            "Conceptteken",
            op="Standaardalinea-lettertype",
            soort="character",
            rest='<w:link w:val="Concepttekst"/>',
            teken=tekens(cursief=True, extra=merk),
        )
        + stijl("Conceptkop", "Conceptkop", op="Koptekst", teken=tekens(vet=True))
        + '<w:style w:type="numbering" w:customStyle="1" w:styleId="Onderwerpen"><w:name '
        'w:val="Onderwerpen"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    )
    delen = (
        standaard
        + gewoon
        + _koppen(titel, kopgrootte, nieuwe_bladzijde=nieuwe_bladzijde)
        + _lijsten(inspring)
        + _noten()
        + _tabellen()
        + _inhoud(breedte)
        + eigen
    )
    return (
        f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<w:styles xmlns:w=\"{W}\">{delen}</w:styles>"
    ).encode()


def lettertypen_xml() -> bytes:
    """Schrijf `word/fontTable.xml`: wie Verdana niet heeft, weet hiermee wat erop lijkt."""
    return (
        f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<w:fonts xmlns:w=\"{W}\">"
        f'<w:font w:name="{LETTER}"><w:panose1 w:val="020B0604030504040204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()


def nummering_xml(inspring: int = 0) -> bytes:
    """Schrijf `word/numbering.xml`: opsomtekens (1), nummers (2), onderwerpen (3) en bijlagen (4).

    `inspring`: hoe ver lijsten inspringen, in twips.
    """
    streepjes = ("•", "–", "▪", "•", "–", "▪", "•", "–", "▪")
    vormen = ("decimal", "lowerLetter", "lowerRoman") * 3

    def laag(nummer: int, vorm: str, tekst: str, code: str | None, links: int, hang: int) -> str:
        gekoppeld = f'<w:pStyle w:val="{code}"/>' if code else ""
        return (
            f'<w:lvl w:ilvl="{nummer}"><w:start w:val="1"/><w:numFmt w:val="{vorm}"/>{gekoppeld}'
            f'<w:lvlText w:val="{tekst}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{links}" w:hanging="{hang}"/></w:pPr></w:lvl>'
        )

    def lijst(code: int, kenmerk: str, lagen: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{code}"><w:nsid w:val="{kenmerk}"/><w:multiLevelType '
            f'w:val="multilevel"/>{lagen}</w:abstractNum>'
        )

    def achter(naam: str, n: int) -> str | None:
        return None if n > 4 else naam + ("" if n == 0 else str(n + 1))

    opsom = "".join(
        laag(n, "bullet", streepjes[n], achter("Lijstopsomteken", n), inspring + (n + 1) * STAP, STAP) for n in range(9)
    )
    nummers = "".join(
        laag(n, vormen[n], f"%{n + 1}.", achter("Lijstnummering", n), inspring + (n + 1) * STAP, STAP) for n in range(9)
    )
    kenmerk = '<w:styleLink w:val="Onderwerpen"/>'
    onderwerp = laag(0, "decimal", "%1", None, 2 * STAP, 2 * STAP) + "".join(
        laag(n, "decimal", f"%{n + 1}", None, 2 * STAP, 2 * STAP) for n in range(1, 9)
    )
    derde = lijst(3, "1B2C3D03", onderwerp).replace(
        '<w:multiLevelType w:val="multilevel"/>', '<w:multiLevelType w:val="multilevel"/>' + kenmerk
    )
    bijlagen = lijst(4, "1B2C3D04", laag(0, "decimal", "%1.", None, STAP, STAP))
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3, 4))
    return (
        f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<w:numbering xmlns:w=\"{W}\">"
        f"{lijst(1, '1B2C3D01', opsom)}{lijst(2, '1B2C3D02', nummers)}{derde}{bijlagen}{nums}</w:numbering>"
    ).encode()
