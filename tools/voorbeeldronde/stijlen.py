"""The part `word/styles.xml`, with the style ids and names of a Dutch Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.voorbeeldronde.nummering import BULLETS, HEADINGS
from tools.voorbeeldronde.wordxml import part, val

if TYPE_CHECKING:
    from tools.voorbeeldronde.hand import Hand


def styles(hand: Hand) -> str:
    """Give the whole part for one hand."""
    return part("styles", _defaults(hand) + _basic() + _headings(hand) + _lists(hand) + _notes() + _tables())


def _defaults(hand: Hand) -> str:
    font = f'<w:rFonts w:ascii="{hand.font}" w:hAnsi="{hand.font}" w:eastAsia="{hand.font}" w:cs="{hand.font}"/>'
    size = f"{val('sz', hand.size)}{val('szCs', hand.size)}"
    language = '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
    spacing = '<w:spacing w:after="120" w:line="269" w:lineRule="auto"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font}{size}{language}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(
    style_id: str,
    name: str,
    *,
    kind: str = "paragraph",
    based_on: str = "Standaard",
    following: str = "",
    paragraph: str = "",
    run: str = "",
    default: bool = False,
    extra: str = "",
) -> str:
    standard = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{standard} w:styleId="{style_id}">{val("name", name)}'
        f"{val('basedOn', based_on) if based_on else ''}{val('next', following) if following else ''}"
        f"{'<w:qFormat/>' if kind == 'paragraph' else ''}"
        f"{f'<w:pPr>{paragraph}</w:pPr>' if paragraph else ''}{f'<w:rPr>{run}</w:rPr>' if run else ''}{extra}</w:style>"
    )


def _basic() -> str:
    right = '<w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9070"/></w:tabs>'
    dotted = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>'
    return "".join(
        (
            _style("Standaard", "Normal", based_on="", default=True),
            _style("Standaardalinea-lettertype", "Default Paragraph Font", kind="character", based_on="", default=True),
            _style("Geenlijst", "No List", kind="numbering", based_on="", default=True),
            _style("Koptekst", "header", paragraph=right, run='<w:color w:val="595959"/><w:sz w:val="15"/>'),
            _style("Voettekst", "footer", paragraph=right, run='<w:color w:val="595959"/><w:sz w:val="15"/>'),
            _style("Inhopg1", "toc 1", following="Standaard", paragraph=dotted + '<w:spacing w:after="60"/>'),
            _style("Kopvaninhoudsopgave", "TOC Heading", paragraph='<w:spacing w:before="480"/>', run="<w:b/>"),
        )
    )


def _headings(hand: Hand) -> str:
    colour = val("color", hand.colour)
    title = '<w:keepNext/><w:spacing w:before="1800" w:after="360"/>'
    made = [_style("Titel", "Title", following="Standaard", paragraph=title, run=f'<w:b/>{colour}<w:sz w:val="40"/>')]
    for level, larger in enumerate((8, 5, 2), start=1):
        number = ""
        if hand.headings == "genummerd":
            number = f"<w:numPr>{val('ilvl', level - 1)}{val('numId', HEADINGS)}</w:numPr>"
        layout = f'<w:keepNext/><w:keepLines/>{number}<w:spacing w:before="{400 - 60 * level}" w:after="120"/>'
        look = f"<w:b/>{colour}{val('sz', hand.size + larger)}"
        made.append(_heading(level, layout, look))
    layout = '<w:keepNext/><w:keepLines/><w:spacing w:before="160" w:after="60"/>'
    made.append(_heading(4, layout, f"<w:i/>{colour}"))
    made.append(_style("Sectie", "Sectie", following="Standaard", paragraph=layout, run=f"<w:b/><w:i/>{colour}"))
    return "".join(made)


def _heading(level: int, layout: str, look: str) -> str:
    layout += val("outlineLvl", level - 1)
    return _style(f"Kop{level}", f"heading {level}", following="Standaard", paragraph=layout, run=look)


def _lists(hand: Hand) -> str:
    close = '<w:spacing w:after="60"/>'
    made = [_style("Lijstalinea", "List Paragraph", paragraph=f'{close}<w:ind w:left="720"/>')]
    if hand.lists != "stijl":
        return made[0]
    for level in range(3):
        suffix = str(level + 1) if level else ""
        numbers = f"<w:numPr>{val('ilvl', level) if level else ''}{val('numId', BULLETS)}</w:numPr>"
        made.append(_style(f"Lijstopsomteken{suffix}", f"List Bullet {suffix}".strip(), paragraph=numbers + close))
    return "".join(made)


def _notes() -> str:
    small = '<w:sz w:val="15"/><w:szCs w:val="15"/>'
    raised = '<w:vertAlign w:val="superscript"/>'
    font = "Standaardalinea-lettertype"
    return "".join(
        (
            _style("Voetnoottekst", "footnote text", paragraph='<w:spacing w:after="0"/>', run=small),
            _style("Voetnootmarkering", "footnote reference", kind="character", based_on=font, run=raised),
            _style("Tekstopmerking", "annotation text", run='<w:sz w:val="20"/>'),
            _style(
                "Verwijzingopmerking", "annotation reference", kind="character", based_on=font, run='<w:sz w:val="16"/>'
            ),
        )
    )


def _tables() -> str:
    margins = (
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    )
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    plain = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margins}</w:tblPr>'
    grid = f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>"
    return "".join(
        (
            _style("Tabeltekst", "Tabeltekst", paragraph='<w:spacing w:before="40" w:after="40"/>'),
            _style("Standaardtabel", "Normal Table", kind="table", based_on="", default=True, extra=plain),
            _style("Tabelraster", "Table Grid", kind="table", based_on="Standaardtabel", extra=grid),
        )
    )
