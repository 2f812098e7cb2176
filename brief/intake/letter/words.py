"""The words by which the parts of a letter are known: labels, salutation, addresses, who signs, dates."""

from __future__ import annotations

import datetime
import re

from brief.text.dates import MONTHS

# 14 september 2026 · maandag 14 sept. 2026 · Den Haag, 14 september 2026
_DATE = re.compile(
    r"^(?:[A-Z][\w' -]{1,30},\s+)?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?"
    r"(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})$",
    re.IGNORECASE,
)
# 14-09-2026 · 14/9/2026 · 2026-09-14
_NUMERIC = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")

_LABELS = {
    "datum": r"datum(?: brief)?",
    "betreft": r"betreft|onderwerp",
    "kenmerk": r"(?:ons |onze )?(?:kenmerk|referentie)",
    "uw kenmerk": r"uw (?:kenmerk|referentie|brief(?: van)?)",
    "aan": r"aan",
    "bijlagen": r"bijlage\(n\)|bijlagen?",
    "contactpersoon": r"contactpersoon|behandeld door|inlichtingen bij|telefoon|t|e-mail",
}
# `Datum 14 september 2026` · `Ons kenmerk: 2026-1` · `Bijlage(n)`
_LABEL = re.compile(
    "^(?:" + "|".join(f"(?P<l{n}>{pattern})" for n, pattern in enumerate(_LABELS.values())) + r")(?:\s*:\s*|\s+|$)",
    re.IGNORECASE,
)
_LONGEST = 90
# `Geachte voorzitter,` · `Geachte heer, mevrouw,`
_AANHEF = re.compile(r"^(?:zeer )?(?:hoog)?geachte\b[^.!?]{0,60}[,:]?$", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:hoogachtend|met (?:vriendelijke|hartelijke) groet(?:en)?|met de meeste hoogachting)\b[^.]{0,20}$", re.I
)
# `De minister van Volkshuisvesting en Ruimtelijke Ordening,`
_FUNCTIE = re.compile(
    r"^(?:namens )?(?:de |het )?"
    r"(?:(?:vice|demissionair)[- ]?)*(?:minister(?:-president)?|staatssecretaris)\b[^.;:?!]*$",
    re.IGNORECASE,
)
# the words of a name: `mr.`, `A.B.`, `(Anna)`, `van`, `Proef-Meting`
_NAAMDEEL = re.compile(r"\(?[A-ZÀ-Þ][\w.'’À-ÿ-]*\)?|van|de|der|den|ten|ter|het|['’]t|el|(?:dr|mr|drs|ir|ing|prof)\.")
_NAAMDELEN = 9
_PAGE = re.compile(r"^pagina \d{1,3} van \d{1,3}$", re.IGNORECASE)
MEDE_NAMENS = re.compile(r"^Deze brief (?:stuur ik|sturen wij) u mede namens (.+?)\.?$")
"""The sentence that a letter closes with when others send along: the template prints it from `mede_namens`."""


def read_date(text: str) -> datetime.date | None:
    """Read a text that is a date and nothing else, as letters write it; None when it is none."""
    line = " ".join(text.split()).rstrip(".")
    try:
        if found := _DATE.match(line):
            months = [n for n, month in enumerate(MONTHS, 1) if month.startswith(found[2].lower())]
            return datetime.date(int(found[3]), months[0], int(found[1])) if len(months) == 1 else None
        if found := _NUMERIC.match(line):
            return datetime.date(int(found[3]), int(found[2]), int(found[1]))
        if found := _ISO.match(line):
            return datetime.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return None


def label_of(text: str) -> tuple[str, int] | None:
    """Give the label that a line begins with, and where its value begins; None when it begins with none.

    Of a line that is longer than a subject can be only a label with a colon or tab is one.
    """
    found = _LABEL.match(text)
    if found is None:
        return None
    name = next(name for n, name in enumerate(_LABELS) if found[f"l{n}"])
    apart = found[0][len(found[0].rstrip()) :]
    is_word = ":" not in found[0] and "\t" not in apart and found.end() < len(text)
    if is_word and (name in ("contactpersoon", "aan") or not found[0][:1].isupper() or len(text) > _LONGEST + 60):
        return None
    return name, found.end()


def is_label(text: str) -> bool:
    """Tell whether a line begins with a label of a letterhead, in a few words."""
    line = text.strip()
    return len(line) <= _LONGEST and label_of(line) is not None


def is_aanhef(text: str) -> bool:
    """Tell whether a line is the salutation."""
    return _AANHEF.match(text.strip()) is not None


def is_closing(text: str) -> bool:
    """Tell whether a line is a closing formula, which the letter of today has not."""
    return _CLOSING.match(text.strip().rstrip(",")) is not None


def is_page_number(text: str) -> bool:
    """Tell whether a line is the number of a page and nothing else."""
    return _PAGE.match(text.strip()) is not None


def is_functie(text: str) -> bool:
    """Tell whether a line can be the function of who signs."""
    line = text.strip()
    return len(line) <= 2 * _LONGEST and _FUNCTIE.match(line) is not None


def is_naam(text: str) -> bool:
    """Tell whether a line can be the name of a person."""
    words = text.split()
    is_short = 0 < len(words) <= _NAAMDELEN and len(text) <= _LONGEST
    return is_short and all(_NAAMDEEL.fullmatch(word) for word in words) and not is_functie(text)
