"""Read the points of a list below the line that names their dossier: `Dossier 32 847:`, `- nr. 1098 (motie)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.kamerstuk.grammar.numbers import Number, numbers_within
from brief.kamerstuk.grammar.words import OTHER_AFTER
from brief.text.later import compile_later

if TYPE_CHECKING:
    import re

_MOST_POINTS = 200
_LONGEST_LINE = 400
_MARK = r"(?:[-*+\u2022\u00b7\u25aa\u25cf\u25cb\u2013\u2014]|o(?=[ \t])|[0-9]{1,2}[.)](?=[ \t\u00a0])|[a-z][.)])"
# Dossier 32 847: \u00b7 Dossier 32 847 (Integrale visie): \u00b7 Bij wetsvoorstel 36 512 horen: \u00b7 Kamerstukken
# II 2023/24, 32 847
_HEADING = compile_later(
    r"\**(?:,?[ \u00a0]\([^()\n]{1,90}\))?(?:(?:,|[ \u00a0][-\u2013])?[ \u00a0][^\n:;.()0-9]{1,80})?\**"
    r":?\**[ \t\u00a0\r]{0,3}\n"
)
# Nr. | Onderwerp, below the line of the dossier: the numbers of the rows are of papers
_COLUMNS = compile_later(r"[ \u00a0]?(?:Nr\.?|Nummer|Stuk(?:nr\.?|nummer)?)[ \u00a0]?\t[^\n0-9]{1,120}\n")
# Moties bij het debat Natuur (dossier 33 576): a line that closes its bracket behind the dossier
_CLOSED = compile_later(r"[)\]][:.]?\**[ \t\u00a0\r]{0,3}\n")
# - nr. 1098 \u00b7 1. nrs. 1 en 2 \u00b7 \u2022 letter B; and with a mark before it a number alone: - 1098 (motie)
# \u00b7 - 12 de motie
_POINT = compile_later(
    rf"(?:[ \t\r]*\n)?[ \t]*(?P<teken>{_MARK}[ \t\u00a0]{{0,3}})?\**"
    r"(?:(?P<woord>(?=(?:(?:[Ss]tuk|[Oo]nder|[Mm]et)[ \u00a0])?(?:[Nn]rs?|[Nn]ummers?)\.?[ \u00a0]{0,2}[1-9]"
    r"|[Ll]etters? [A-Z]{1,3}(?![\w])))"
    r"|(?P<nummer>[1-9][0-9]{1,3})(?=\**[ \u00a0]?[(:,\u2013-]|[ \u00a0]?[\t|]|\**[ \t\r]*(?:\n|$)"
    r"|\**[ \u00a0](?:(?:de|het|een)[ \u00a0](?:[a-z]{3,14}[ \u00a0])?)?"
    r"(?:motie|amendement|[a-z]{0,20}brief|nota|[a-z]{0,12}verslag|memorie|advies|[a-z]{0,20}reactie)(?![a-z])))"
)
_PAPERS = compile_later(
    r"(?<![\w-])(?:[Mm]oties?|[Aa]mendement(?:en)?|[A-Za-z]{0,12}[Ss]tuk(?:ken)?|[A-Za-z]{0,12}[Bb]rie(?:f|ven)|[Nn]ota\W?s?"
    r"|[Vv]erslag(?:en)?)(?![a-z])"
)
_GOES_ON = compile_later(rf"[ \t]{{2,}}(?!{_MARK}[ \t])[^\n]{{1,300}}(?:\n|$)")


class Punten(Struct):
    """The numbers of a list below its dossier; `onzeker` holds what may be one, `tekens` the marks before points."""

    nummers: list[Number] = field(default_factory=list)
    tekens: list[tuple[int, int]] = field(default_factory=list)
    onzeker: list[tuple[int, int]] = field(default_factory=list)


def read_points(text: str, begin: int, stop: int) -> Punten:
    """Read the points below a line of which the dossier ends at `begin`; nothing from `stop` on."""
    points = Punten()
    heading = _HEADING.match(text, begin, stop) or _closed(text, begin, stop)
    pos = heading.end() if heading else stop
    columns = _COLUMNS.match(text, pos, stop)
    pos = columns.end() if columns else pos
    for _ in range(_MOST_POINTS):
        point = _POINT.match(text, pos, stop) if pos < stop else None
        if heading is None or point is None:
            return points
        is_sure = columns is not None or (point["teken"] is not None and ":" in heading.group())
        end = _take(text, point, points, is_sure=is_sure, stop=stop)
        if end is None:
            return points
        pos = _next_line(text, end, stop)
    return points


def _closed(text: str, begin: int, stop: int) -> re.Match[str] | None:
    """Match the end of `Afdoening van moties (dossier 34 682)`: only where the line names papers before its bracket."""
    closed = _CLOSED.match(text, begin, stop)
    floor = max(0, begin - _LONGEST_LINE)
    line = text[text.rfind("\n", floor, begin) + 1 if "\n" in text[floor:begin] else floor : begin]
    return closed if closed and "(" in line and _PAPERS.search(line.partition("(")[0]) else None


def _take(text: str, point: re.Match[str], points: Punten, *, is_sure: bool, stop: int) -> int | None:
    """Take the numbers of one point and give where they end; None when they are of something else.

    `is_sure` tells that a number without a word is one of a paper.
    """
    if point["woord"] is None:
        number = Number(point["nummer"], point.start("nummer"), point.end("nummer"))
        if is_sure:
            points.nummers.append(number)
        else:
            points.onzeker.append((number.begin, number.end))
    else:
        begin = point.end()
        found = numbers_within(text, begin, min(stop, begin + _LONGEST_LINE))
        if not found or OTHER_AFTER.match(text, found[-1].end):
            return None
        found[0].begin = begin
        points.nummers += found
    if point["teken"]:
        points.tekens.append(point.span("teken"))
    return (points.nummers[-1] if point["woord"] is not None else number).end


def _next_line(text: str, end: int, stop: int) -> int:
    """Say where the next point may begin: behind this line and the lines, further in, that go on with it."""
    line = text.find("\n", end, stop)
    if line < 0:
        return stop
    pos = line + 1
    while pos < stop and (more := _GOES_ON.match(text, pos, stop)):
        pos = more.end()
    return pos
