"""What stands on a page and is no text of it: page numbers, rules, headers, captions, typed between the paragraphs.

What can be nothing else is set aside. What only looks like it stays where it is, and is reported.
"""

from __future__ import annotations

import re

from brief.text.invisible import visible

_LONGEST = 140
_WORDS = 12
_FEW = 4
"""Words of a line that may be a title or a name."""
_COUNT = r"\d{1,3}(?:\s*(?:van|of|uit|/|\|)\s*\d{1,3})?"
_WORD = r"(?:pagina|pag\.|blz\.?|bladzijde|blad|page|p\.)\s*"
# `Pagina 3 van 12`, `- pagina 3 -`, `blz. 3`, `- 3 -`: nothing else than the number of a page
_PAGE = re.compile(rf"(?:{_WORD}{_COUNT}|(?P<dash>[-–—])\s*(?:{_WORD})?{_COUNT}\s*(?P=dash))", re.IGNORECASE)
_BARE_PAGE = re.compile(_COUNT, re.IGNORECASE)
# `BO Leefomgeving Noord – concept – pagina 3`, `Ministerie | 4`: a number of a page behind what is set apart
_HEADER = re.compile(rf".*(?:\s[-–—]\s|[|\t•·])\s*(?:{_WORD}{_COUNT}|(?<=[|\t])\s*{_COUNT})\s*", re.IGNORECASE)
# `Dossier BO Noord    12`, `12    Dossier BO Noord`: a number of a page behind or before white space
_HEADER_WIDE = re.compile(rf".*\S\s{{3,}}{_COUNT}|\d{{1,3}}\s{{3,}}\S.*", re.IGNORECASE | re.DOTALL)
_NAMED = (
    r"(?:gezamenlijk |concept)?(?:dossier|agenda|afsprakenlijst|bol?|bestuurlijk(?:e)? overleg(?:gen)?|ministerie"
    r"|directie|provincie)\b"
)
_PAPER = re.compile(_NAMED, re.IGNORECASE)
# `Dossier BO Noord 12`, `Ministerie van BZK 3`: what names a paper or an office, and a number that counts nothing
_HEADER_NAMED = re.compile(
    rf"{_NAMED}[^.;:,?!]{{0,90}}"
    r"\s(?<!agendapunt )(?<!punt )(?<!nr )(?<!bijlage )(?<!fase )(?<!deel )\d{1,3}",
    re.IGNORECASE,
)
# `Dossier BO Noord, versie 19 mei, pagina 3`
_HEADER_COMMA = re.compile(rf"{_NAMED}[^.;:?!]{{0,90}},\s?{_WORD}{_COUNT}", re.IGNORECASE)
# `Pagina 3 – BO Leefomgeving Noord`
_HEADER_BEFORE = re.compile(rf"{_WORD}{_COUNT}(?:\s[-–—]\s|\s*[|\t•·]).*", re.IGNORECASE)
_LOOKS = tuple(
    (re.compile(pattern, re.IGNORECASE), what)
    for pattern, what in (
        (
            r"(?:figuur|afbeelding|tabel|grafiek|kaart|diagram|illustratie|schema)\s*\d{1,3}[a-z]?\s*[.:–-]\s.*"
            r"|(?:kaart|bron|foto|beeld|illustratie|legenda)\s*:\s.*",
            "een bijschrift",
        ),
        (r"\S+@\S+\.\w+|(?:https?://|www\.)\S+", "een adres"),
        (
            r"\(?\s*(?:vervolg (?:op|van) (?:de )?(?:vorige|volgende) (?:pagina|bladzijde)"
            r"|wordt vervolgd|zie ommezijde|zie (?:de )?volgende (?:pagina|bladzijde))\s*\)?\.?|\(vervolg[^()]{0,60}\)",
            "een verwijzing naar een andere bladzijde",
        ),
        (
            r"(?:contact(?:persoon|personen|gegevens)?|telefoon|tel\.?|e-?mail|opsteller|auteur|behandeld door)"
            r"\s*:\s.{0,100}",
            "een regel over een contactpersoon",
        ),
        (
            r"(?:[^\W\d_][\w' -]{1,30},\s*)?\d{1,2}\s(?:januari|februari|maart|april|mei|juni|juli|augustus|september"
            r"|oktober|november|december)\s20\d\d",
            "een datum",
        ),
        (r"(?:met (?:vriendelijke )?groet(?:en)?|hoogachtend|namens deze)\s*[,.]?", "het slot van een brief"),
        (r"bijlage\s+(?:\d{1,2}|[a-z])\b.{0,60}(?<![.;])", "een verwijzing naar een bijlage"),
        (r"(?:van|aan|cc|verzonden|onderwerp|datum|bijlagen?|kenmerk)\s*:\s.{0,100}", "de kop van een brief"),
        (r"(?:status|versie)\s*(?::|\d)[^;]{0,100}", "een aantekening over de versie"),
        (r"(?:strikt |departementaal )?(?:vertrouwelijk|embargo)\b[^.;]{0,50}", "een aanduiding op de bladzijde"),
        (r"(?:\d{1,2}|[a-z])[.)]", "een nummer zonder tekst"),
    )
)
_ACTS = re.compile(
    r"\b(?:worden|wordt|bouw|bouwen|bouwt|stelt|stellen|betaalt|betalen|maakt|maken|realise\w+|levert|leveren|is|zijn|heeft"
    r"|hebben|gaat|gaan|kan|kunnen|zal|zullen|doet|doen|krijgt|krijgen|komt|komen|plant|verhoogt|reserveert)\b",
    re.IGNORECASE,
)
"""Verbs: a line with one of these says something."""
_BEHIND = re.compile(r"([^\d.;:]+)\s(\d{1,3})")
_DIGITS = re.compile(r"\d+")


def is_page_number(line: str, *, listed: bool) -> bool:
    """Tell whether a line is nothing but the number of a page; an item of a list that is only a number may not be."""
    return bool(_PAGE.fullmatch(line)) or (not listed and bool(_BARE_PAGE.fullmatch(line)))


def is_rule(line: str) -> bool:
    """Tell whether a line is drawn with signs, `* * *` or `=====`: no letter or digit, and more signs than one."""
    signs = [sign for sign in line if not sign.isspace()]
    return len(signs) > 1 and not any(sign.isalnum() for sign in signs) and len(set(signs)) == 1


def looks_like(text: str) -> str:
    """Say what else than an afspraak a text looks like: `een bijschrift`; empty when nothing does."""
    text = visible(text[: 2 * _LONGEST]).strip()
    line = " ".join(text.split())
    if not line or len(line) > _LONGEST:
        return ""
    if not any(sign.isalnum() for sign in line) or (len(line) == 1 and line.isalpha()):
        return "een teken zonder tekst"
    words = len(line.split())
    if (
        words <= _WORDS
        and not line.endswith((".", ";"))
        and (_HEADER.fullmatch(text) or _HEADER_BEFORE.fullmatch(text) or _names_page(text, line))
    ):
        return "de kop of voet van een bladzijde"
    return next((what for pattern, what in _LOOKS if pattern.fullmatch(line)), "")


def is_loose(text: str) -> bool:
    """Tell whether a text is a few words and no sentence: `Motivering`, `J. de Boer`."""
    line = " ".join(visible(text[:_LONGEST]).split())
    ended = line.endswith((".", ";", "!", "?"))
    counts = any(sign.isdigit() for sign in line)  # `Fase 2`, `Woningen in Goor: 400`
    return 0 < len(line.split()) <= _FEW and not ended and not counts and not _ACTS.search(line)


def page_behind(text: str) -> list[str]:
    """Give the bare number that a short line ends in, as the header of a page does; nothing when it is a sentence."""
    found = _BEHIND.fullmatch(" ".join(visible(text[:_LONGEST]).split())) if len(text) <= _LONGEST else None
    return [found[2]] if found and 1 < len(found[1].split()) <= _WORDS and not _ACTS.search(found[1]) else []


def _names_page(text: str, line: str) -> bool:
    """Tell whether a line ends, or begins, in the bare number of a page."""
    named = _HEADER_NAMED.fullmatch(line) or _HEADER_COMMA.fullmatch(line)
    return bool(_HEADER_WIDE.fullmatch(text) or (named and not _ACTS.search(line)))


def names_paper(line: str) -> bool:
    """Tell whether a line begins as the name of a paper or an office does: `Gezamenlijk dossier BO Noord 2026`."""
    return bool(_PAPER.match(line[:_LONGEST])) and not _ACTS.search(line[:_LONGEST])


def masked(line: str) -> str:
    """Give a line without its numbers, by which the header of page 3 is that of page 4; empty when little is left."""
    plain = " ".join(_DIGITS.sub("#", visible(line[:_LONGEST])).casefold().split())
    return plain if len(plain.strip("# .-–|/")) > 3 and len(line) <= _LONGEST else ""
