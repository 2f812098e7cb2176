"""De bouwstenen van een sjabloon: alinea's, velden en bladspiegel."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tools.sjablonen.stijlen import W, mm

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KOP = f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<w:{{0}} xmlns:w=\"{W}\" xmlns:r=\"{R}\">"


def loop(tekst: str) -> str:
    """Schrijf runs; een tab in de tekst wordt een tab, `{PAGE}` en `{NUMPAGES}` worden velden."""
    gemaakt = ""
    for stuk in tekst.replace("{PAGE}", "\0PAGE\0").replace("{NUMPAGES}", "\0NUMPAGES\0").split("\0"):
        if stuk in ("PAGE", "NUMPAGES"):
            gemaakt += f'<w:fldSimple w:instr=" {stuk} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            continue
        for nummer, deel in enumerate(stuk.split("\t")):
            gemaakt += "<w:r><w:tab/></w:r>" if nummer else ""
            gemaakt += f'<w:r><w:t xml:space="preserve">{escape(deel)}</w:t></w:r>' if deel else ""
    return gemaakt


def alinea(tekst: str = "", stijl: str | None = None, extra: str = "") -> str:
    """Schrijf één alinea met een stijl en eventueel eigen `w:pPr`-delen."""
    kenmerken = (f'<w:pStyle w:val="{stijl}"/>' if stijl else "") + extra
    return f"<w:p>{f'<w:pPr>{kenmerken}</w:pPr>' if kenmerken else ''}{loop(tekst)}</w:p>"


def regels(naam: str, stijl: str, extra: str = "") -> str:
    """Schrijf een lus die elke regel van een veld in een eigen alinea zet."""
    stukken = (f"{{%p for regel in {naam} %}}", "{{ regel }}", "{%p endfor %}")
    return "".join(alinea(stuk, stijl, extra) for stuk in stukken)


def als(voorwaarde: str, inhoud: str, stijl: str | None = None, extra: str = "") -> str:
    """Schrijf alinea's die er alleen staan als het veld gevuld is."""
    return alinea(f"{{%p if {voorwaarde} %}}", stijl, extra) + inhoud + alinea("{%p endif %}", stijl, extra)


def deel(soort: str, inhoud: str) -> bytes:
    """Maak een onderdeel: `document`, `hdr` of `ftr`."""
    return (KOP.format(soort) + inhoud + f"</w:{soort}>").encode()


def sectie(*, boven: float, onder: float, rechts: float, eerste_anders: bool) -> str:
    """Schrijf de bladspiegel: A4 staand, linkermarge 25 mm; alles in mm."""
    verwijzingen = "".join(
        f'<w:{wat}Reference w:type="{soort}" r:id="rId{wat}{soort}"/>'
        for wat in ("header", "footer")
        for soort in (("default", "first") if eerste_anders else ("default",))
    )
    marges = (
        f'w:top="{mm(boven)}" w:right="{mm(rechts)}" w:bottom="{mm(onder)}" w:left="{mm(25)}" '
        f'w:header="{mm(12.5)}" w:footer="{mm(15)}" w:gutter="0"'
    )
    anders = "<w:titlePg/>" if eerste_anders else ""
    return f'<w:sectPr>{verwijzingen}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {marges}/>{anders}</w:sectPr>'
