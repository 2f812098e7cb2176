"""The part `word/numbering.xml`: bullets, numbered headings and numbered lists that each start again at 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.voorbeeldronde.wordxml import part, val

if TYPE_CHECKING:
    from tools.voorbeeldronde.hand import Hand

BULLETS, HEADINGS, FIRST_OWN_LIST = 1, 2, 3  # numbers of lists (w:numId)


def numbering(hand: Hand, own_lists: int) -> str:
    """Give the whole part, with one list for each numbered list in the text."""
    abstract = _abstract(0, _bullet_levels(hand)) + _abstract(1, _heading_levels()) + _abstract(2, _number_levels())
    lists = _list(BULLETS, 0) + _list(HEADINGS, 1)
    restart = "".join(
        f'<w:lvlOverride w:ilvl="{level}">{val("startOverride", 1)}</w:lvlOverride>' for level in range(2)
    )
    own = "".join(_list(FIRST_OWN_LIST + index, 2, restart) for index in range(own_lists))
    return part("numbering", abstract + lists + own)


def _abstract(number: int, levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{val("multiLevelType", "multilevel")}{levels}</w:abstractNum>'


def _list(number: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}">{val("abstractNumId", abstract)}{override}</w:num>'


def _level(level: int, kind: str, text: str, indent: tuple[int, int], *, style: str = "", font: str = "") -> str:
    fonts = (
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:hint="default"/></w:rPr>' if font else ""
    )
    return (
        f'<w:lvl w:ilvl="{level}">{val("start", 1)}{val("numFmt", kind)}{val("pStyle", style) if style else ""}'
        f"{val('lvlText', text)}{val('lvlJc', 'left')}"
        f'<w:pPr><w:ind w:left="{indent[0]}" w:hanging="{indent[1]}"/></w:pPr>{fonts}</w:lvl>'
    )


def _bullet_levels(hand: Hand) -> str:
    styles = ("Lijstopsomteken", "Lijstopsomteken2", "Lijstopsomteken3") if hand.lists == "stijl" else ("", "", "")
    marks = (("•", hand.font), ("o", "Courier New"), ("▪", hand.font))
    return "".join(
        _level(level, "bullet", mark, (425 * (level + 1), 425), style=styles[level], font=font)
        for level, (mark, font) in enumerate(marks)
    )


def _heading_levels() -> str:
    texts = ("%1.", "%1.%2.", "%1.%2.%3.")
    return "".join(
        _level(level, "decimal", text, (851, 851), style=f"Kop{level + 1}") for level, text in enumerate(texts)
    )


def _number_levels() -> str:
    kinds = (("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3."))
    return "".join(_level(level, kind, text, (425 * (level + 1), 425)) for level, (kind, text) in enumerate(kinds))
