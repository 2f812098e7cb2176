"""Dates as a content control shows them: written by the mask of the control, in its language (ECMA-376 17.5.2.7)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from brief.text.dates import MONTHS
from brief.word.opc.markup import W

if TYPE_CHECKING:
    from lxml import etree

_MONTHS = {
    "nl": MONTHS,
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
_SHORT_MONTHS = {
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
_DAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_SHORT_DAYS = {"nl": "ma di wo do vr za zo", "en": "Mon Tue Wed Thu Fri Sat Sun"}
_PIECE = re.compile(r"'([^']*)'|(d{1,4}|M{1,4}|yyyy|yy)|([^\w'])|(\w)")
_STORED = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]*(?:Z|[+-]\d\d:\d\d)?)?\s*")


def as_shown(control: etree._Element, value: str) -> str | None:
    """Write a stored date as a control (`w:date`) shows it; None when its mask, language or value is another kind."""
    found = _STORED.fullmatch(value)
    mask, language, calendar = (_said(control, name) for name in ("dateFormat", "lid", "calendar"))
    language = (language or "nl")[:2].lower()
    if found is None or not mask or language not in _MONTHS or (calendar or "gregorian") != "gregorian":
        return None
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        return None
    pieces = []
    for literal, code, mark, letter in _PIECE.findall(mask):
        if letter:  # hours, an era, or a word without quotes: what Word makes of it is not known here
            return None
        pieces.append(_part(day, code, language) if code else literal or mark)
    return "".join(pieces)


def _said(control: etree._Element, name: str) -> str:
    found = control.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def _part(day: date, code: str, language: str) -> str:
    month, weekday = day.month - 1, day.weekday()
    return {
        "d": f"{day.day}",
        "dd": f"{day.day:02d}",
        "ddd": _SHORT_DAYS[language].split()[weekday],
        "dddd": _DAYS[language].split()[weekday],
        "M": f"{day.month}",
        "MM": f"{day.month:02d}",
        "MMM": _SHORT_MONTHS[language].split()[month],
        "MMMM": _MONTHS[language][month],
        "yy": f"{day.year % 100:02d}",
        "yyyy": f"{day.year:04d}",
    }[code]
