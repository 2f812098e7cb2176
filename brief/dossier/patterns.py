"""What a line of a dossier is, by its words: section title, placeholder, version note, remark, watermark.

The examples are of the kind found in draft dossiers; each pattern matches a whole line.
"""

from __future__ import annotations

import re

from brief.domain import Sectie
from brief.dossier.furniture import is_page_number, is_rule
from brief.text.invisible import place_in, visible
from brief.text.pasted import BROKEN

_LONGEST = 400
"""Characters of a line that are looked at; it keeps the patterns quick on a line of a million characters."""
_TITLE_LENGTH = 80
_TITLE_WITHIN = re.compile(r"\bvoorgestelde\s{1,3}afspra(?:ak|ken)\s{0,2}:")
_TITLES = {
    "in het kort": Sectie.IN_HET_KORT,
    "bespreekpunt": Sectie.BESPREEKPUNTEN,
    "bespreekpunten": Sectie.BESPREEKPUNTEN,
    "voorgestelde afspraak": Sectie.VOORGESTELDE_AFSPRAKEN,
    "voorgestelde afspraken": Sectie.VOORGESTELDE_AFSPRAKEN,
    "toelichting": Sectie.TOELICHTING,
}
_TITLE_WORDS = "|".join(sorted(_TITLES, key=len, reverse=True)).replace(" ", r"\s+")
# `2.3.1 `, `B. `, `ii) `, `• `: what may stand before the title of a section
_COUNTED = r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-z]|[ivx]{2,4})[.)]?\s+|[-–—•▪o]\s+)?"
# `Bespreekpunten (indien van toepassing):`, `Voorgestelde afspraken`, `2.3.2 Voorgestelde afspraken –`
_SECTION = re.compile(rf"^{_COUNTED}({_TITLE_WORDS})\s*(?:\([^()]{{0,80}}\))?\s*[:;.–—-]?$", re.IGNORECASE)
# `Voorgestelde afspraken Rijk en regio:`: more words than the title; only where it looks like one
_LONGER_SECTION = re.compile(rf"^{_COUNTED}(voorgestelde afspra(?:ak|ken))\b[^.;?!]{{0,70}}$", re.IGNORECASE)
# `Concept-afspraken`, `Voorstel voor afspraken:`, `Afspraken`: perhaps such a title, which is not for us to decide
_LIKE_AFSPRAKEN = re.compile(
    rf"^{_COUNTED}"
    r"(?:(?:concept|voorstel(?:len)?|voorgestelde|bestuurlijke|te maken|nieuwe)(?:\s+(?:voor|tot))?"
    r"[\s-]+){0,2}"
    r"(?:concept)?(?:afspra(?:ak|ken)|afsprakenlijst|besluit(?:en|vorming)?|beslispunt(?:en)?|voorstel(?:len)?)(?:\s*\([^()]{0,80}\))?\s*[:.–—-]?$",
    re.IGNORECASE,
)
# `Achtergrond:`, `Planning`: titles that a writer adds of his own
_OTHER_TITLE = re.compile(
    rf"^{_COUNTED}(?:toel\.|achtergrond(?:en|informatie)?|context|aanleiding|planning|proces|vervolg(?:proces|stappen)?"
    r"|stand van zaken|status|acties|actiepunten|financi[eë]n|kanttekeningen|risico.?s|bijlagen?|advies|inleiding"
    r"|bronnen|bronvermelding|annotatie|motivering|onderbouwing|aandachtspunt(?:en)?|contactperso(?:on|nen)"
    r"|ter informatie|communicatie|explanation|background|notes|erl[aä]uterung)"
    r"\s?[:.–—-]?$",
    re.IGNORECASE,
)
# `Toelichting op de afspraken:`, `Nadere toelichting`: more words than the title of such a section
_LIKE_TITLE = re.compile(r"\b(?:toelichting|bespreekpunt(?:en)?|in het kort)\b", re.IGNORECASE)
_WORDS_OF_TITLE = 6
_END_TITLE = re.compile(r"^(?:[A-H]\.\s+)?(?:bijlagen|deelnemers|agenda)[:.]?$", re.IGNORECASE)
_NOTHING = re.compile(
    r"^\(?(?:geen(?: (?:voorgestelde )?afspra(?:ak|ken))?|n\.?\s?v\.?\s?t\.?|niet van toepassing|[-–—]+)\)?\.?$",
    re.IGNORECASE,
)
# `Toelichting: de regio …`: the title and its text in one paragraph
_RUN_IN = re.compile(rf"^\s*{_COUNTED}(?:{_TITLE_WORDS})\s*(?:\([^()]{{0,80}}\))?\s*:\s+(?=\S)", re.IGNORECASE)
# `De dijk is te laag. Voorgestelde afspraken:`: the title at the end of the paragraph before its text
_TITLE_AT_END = re.compile(r"(?:\t|[.;:!?)]\s)\s*(Voorgestelde\s{1,3}afspra(?:ak|ken)\s?:)\s*$")
_PLACEHOLDERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"xx+\b.*",  # XX – Samenvatting …; XX.XX uur
        r"x",
        r"pm\b(?:\s*[.:;–-]?\s*|\s*[–:-]\s.*|\s+(?:volgt|mogelijk|nog|nader)\b.*)",  # PM; PM – tekst volgt
        r"(?:tijd|uur|[\s–-])*\btijd\b(?:tijd|uur|[\s–-])*",  # tijd – tijd uur; tijd uur; tijd –
        r"status\s*\?",
        r"n\.?\s?t\.?\s?b\.?|nader te bepalen\.?|nader in te vullen\.?|t\.?b\.?d\.?",
        r"(?:tekst )?volgt(?: nog| later)?\.?",
        r"[.…?_]+|\[\s*(?:…|\.\.\.|invullen|tekst|naam|datum|pm|xx?)\s*\]",
    )
)
_TEMPLATE = re.compile(
    r"^(?:als er geen bespreekpunten zijn|\(?in beginsel alleen een .in het kort|of \(optie \d\)"
    r"|klik (?:of tik )?om (?:hier )?tekst in te voeren)",
    re.IGNORECASE,
)
_TEMPLATE_TITLE = re.compile(r"\btitel agendapunt\b|\|\s*optie \d", re.IGNORECASE)
# `conceptversie 12 mei`, `Conceptieversie 1 mei 2026, …`, `V05 80% 19-5`, `Versie 0.3`, `Concept 4, 25 augustus`
_VERSION = re.compile(
    r"^(?:\(?concepti?e?[\s-]?versie\b.{0,140}|\(?(?:versie|concept)\s+\d.{0,140}|v\s?\d{1,2}(?:[.,]\d)?\b.{0,40})$",
    re.IGNORECASE,
)
_WATERMARK = re.compile(r"^(?:CONCEPT|VERTROUWELIJK|ONTWERP|DRAFT|INTERN)$")
# `10.30 – 11.00 uur`
_TIME = re.compile(r"^\d{1,2}[.:]\d{2}\s*(?:[–-]\s*\d{1,2}[.:]\d{2})?(?:\s*uur)?$")
# Remarks of an editor that no one takes for an afspraak: `+ Aandachtspunt: …`, `[nog afstemmen met …]`, `… volgt nog`
_REMARK = re.compile(
    r"^(?:\+\s.*|\[[^\]]*\]\.?|\(?idealiter\b.*|\(?(?:redactie|todo|to do|actie|opm\.?|opmerking)(?:\s+\w+)?\s*:.*"
    r"|.{0,160}\bvolgt nog\.?)$",
    re.IGNORECASE,
)
_SOFT_REMARK = re.compile(r"^\(?(?:aandachtspunt|let op|vraag|nb|n\.b\.)\s*[:!].*$", re.IGNORECASE)
_STATUS = re.compile(r"^status\s*:.*$", re.IGNORECASE)
_REMARK_LENGTH = 160
# `2.3 Deltaprogramma ..... 7`
_CONTENTS_LINE = re.compile(r"(?:\t|\.{2}|…)[.\s]{0,40}(?:\d{1,3}|[ivx]{1,5})\s*$")
_CONTENTS_TAIL = 60
_CONTENTS_TITLE = re.compile(r"^(?:inhoud(?:sopgave)?|(?:table of )?contents)[:.]?$", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,4}\.?")
_HAMERPUNT = re.compile(r"^\(?hamerpunt\)?[.:]?$", re.IGNORECASE)
# Words within a text that show it is not finished: `uiterlijk XX 2027`, `PM`
_MARK = re.compile(
    r"\b(?:X+(?:\.X+)?|x+|PM|[Tt]ijd(?:[\s–-]+tijd)?(?:\s+uur)?|[Ss]tatus\s*\?|n\.?t\.?b\.?|nader te bepalen|volgt)"
    r"(?![^\W_])"
)
_UNFINISHED = re.compile(r"\b(?:XX+|xx+|PM)\b")
# `Mededelingen tijd – tijd uur`: a placeholder after a title
_TITLE_TAIL = re.compile(r"\s+tijd\s*[–-]\s*tijd(?:\s+uur)?\s*$", re.IGNORECASE)


def _folded(line: str) -> str:
    return " ".join(visible(line[:_LONGEST]).split())


def section_of(line: str) -> Sectie | None:
    """Give the section that a line is the title of."""
    found = _SECTION.match(_folded(line))
    return _TITLES[" ".join(found[1].lower().split())] if found else None


def is_end_title(line: str) -> bool:
    """Tell whether a line can only be the title of a part after the agendapunten: `D. Bijlagen`."""
    return bool(_END_TITLE.match(line))


def longer_section_of(line: str) -> Sectie | None:
    """Give the section of a line that begins as its title and says more; that it looks like a title is given."""
    return Sectie.VOORGESTELDE_AFSPRAKEN if _LONGER_SECTION.match(_folded(line)) else None


def is_like_afspraken(line: str) -> bool:
    """Tell whether a line could be meant as the title above afspraken, though it is not the one that is agreed."""
    return bool(_LIKE_AFSPRAKEN.match(_folded(line)))


def is_like_title(line: str) -> bool:
    """Tell whether a short line could be meant as the title of a section that is not that of the afspraken."""
    words = line.split()
    if is_own_title(line):
        return True
    return len(words) <= _WORDS_OF_TITLE and bool(_LIKE_TITLE.search(line)) and not line.endswith((".", ";", ","))


def is_own_title(line: str) -> bool:
    """Tell whether a line is a title that writers add of their own; it may stand in an afspraak too: `Planning`."""
    return bool(_OTHER_TITLE.match(_folded(line)))


def is_nothing(line: str) -> bool:
    """Tell whether a line only says that a section is empty: `Geen`, `n.v.t.`."""
    return bool(_NOTHING.match(line))


def is_section_title(line: str) -> bool:
    """Tell whether a line is the title of a section, alone or with text after it."""
    return section_of(line) is not None or run_in_title(line) > 0


def run_in_title(line: str) -> int:
    """Give the length of a section title that is followed by text in the same paragraph; 0 when there is none."""
    line = line[:_LONGEST]
    found = _RUN_IN.match(visible(line))
    return place_in(line, found.end()) if found else 0


def title_at_end(text: str) -> str:
    """Give the title of the afspraken where a paragraph ends in it, behind a sentence or tab; empty if it does not."""
    found = _TITLE_AT_END.search(text[-_TITLE_LENGTH:]) if text.rstrip().endswith(":") else None
    return found[1] if found else ""


def holds_title(text: str) -> bool:
    """Tell whether the title of the afspraken, with its colon, stands somewhere within a text."""
    low = text.lower()
    return "voorgestelde" in low and bool(_TITLE_WITHIN.search(low))


def is_placeholder(line: str) -> bool:
    """Tell whether a line stands where text is still to come."""
    clean = _folded(line).strip("*_ ")
    return any(pattern.fullmatch(clean) for pattern in _PLACEHOLDERS)


def unfinished_word(text: str) -> str:
    """Give the first word that shows a text is not finished (`XX`, `PM`); empty when there is none."""
    found = _UNFINISHED.search(text)
    return found[0] if found else ""


def placeholder_mark(line: str) -> tuple[int, int]:
    """Give where in a line the mark stands by which it is a placeholder, begin and end; nothing when it has none."""
    found = _MARK.search(line[:_LONGEST])
    return found.span() if found else (0, 0)


def broken_references(text: str) -> list[str]:
    """List what Word shows for references to something that is gone, each once."""
    return list(dict.fromkeys(found[0] for found in BROKEN.finditer(text)))


def title_tail(title: str) -> int:
    """Give where a placeholder for a time begins at the end of a title; the title's length when there is none."""
    found = _TITLE_TAIL.search(visible(title)) if len(title) <= _LONGEST else None
    return place_in(title, found.start()) if found else len(title)


def is_template_title(title: str) -> bool:
    """Tell whether a heading is of the example in the template, not of an agendapunt."""
    return bool(_TEMPLATE_TITLE.search(title))


def is_hamerpunt_line(line: str) -> bool:
    """Tell whether a line only says that this is a hamerpunt."""
    return bool(_HAMERPUNT.match(line))


def is_contents_line(line: str) -> bool:
    """Tell whether a line ends as one of a table of contents: in dots or a tab, and a page."""
    return bool(_CONTENTS_LINE.search(line[-_CONTENTS_TAIL:]))


def is_bare_number(line: str) -> bool:
    """Tell whether a line is nothing but the number of an agendapunt, such as `2.1.`."""
    return bool(_BARE_NUMBER.fullmatch(_folded(line)))


def is_contents_title(line: str) -> bool:
    """Tell whether a line is the title of a table of contents."""
    return bool(_CONTENTS_TITLE.match(_folded(line)))


def is_version(line: str) -> bool:
    """Tell whether a line says which version this is."""
    return bool(_VERSION.match(line))


def reason_aside(line: str, *, listed: bool, section: Sectie | None) -> str:
    """Say why a line is no content of its section: `plaatshouder`, `watermerk`, …; empty when it is content.

    `listed` tells whether it is a list item. In *Voorgestelde afspraken* only what no one takes for an afspraak is set
    aside; before the first section (`section` is None) remarks are recognised more freely.
    """
    line = " ".join(line.split())
    if is_placeholder(line):
        return "plaatshouder"
    if _TEMPLATE.match(line):
        return "uitleg bij het sjabloon"
    if _REMARK.match(line):
        return "redactionele opmerking"
    if section is not Sectie.VOORGESTELDE_AFSPRAKEN and _SOFT_REMARK.match(line):
        return "redactionele opmerking"
    if is_page_number(line, listed=listed):
        return "paginanummer"
    if is_rule(line):
        return "streep"
    if listed:
        return ""
    return _reason_of_paragraph(line, section)


def _reason_of_paragraph(line: str, section: Sectie | None) -> str:
    if _WATERMARK.match(line):
        return "watermerk"
    if is_version(line) and not (section is Sectie.VOORGESTELDE_AFSPRAKEN and line.endswith(".")):
        return "versieaanduiding"
    if _TIME.match(line):
        return "tijdstip"
    if section is None and (_STATUS.match(line) or (len(line) <= _REMARK_LENGTH and "?" in line)):
        return "redactionele opmerking"
    return ""
