"""Lines of Markdown that brief does not know: what each is called, and what to type instead.

This is the first look, line by line as typed; `leftover` looks at what came of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from brief.text.later import compile_later
from brief.text.left_marks import BULLET_LETTERS

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence


class Unknown(Struct, frozen=True):
    """A kind of thing that is read as text: its name in a message, and the hint."""

    name: str
    hint: str
    code: str = "BR070"


class UnknownLine(Unknown, frozen=True, kw_only=True):
    """One that is told by a line: `pattern` is what such a line holds."""

    pattern: re.Pattern[str]


def _line(pattern: str, name: str, hint: str, code: str = "BR070") -> UnknownLine:
    return UnknownLine(name, hint, code, pattern=compile_later(pattern))


_PLAIN = "gebruik gewone alinea's, koppen, lijsten, tabellen, vet en cursief"
_BULLETS = "begin elk punt met een streepje en een spatie: `- punt`"
_NUMBERS = "begin elk punt met `1. `, `a. ` of `i. `"
_BARS = "schrijf een tabel met strepen: `| kop | kop |`, daaronder `|---|---|`"
_HASH = "schrijf een kop als `# Kop`, met een tot zes hekjes en een spatie"

_UNSEEN = "[\u00a0\u00ad\u2000-\u200f\u202f\u2060-\u2064\u3000\ufeff]"
"""Characters that nobody sees at the start of a line, and that keep what follows from being mark-up."""
_HARD_SPACE = "[\u00a0\u2000-\u200b\u202f\ufeff]"
"""Spaces that are not the one of the keyboard: mark-up does not count them."""

TYPED_NOTE = Unknown("een getypte voetnoot", "zet [^naam] achter het woord, en [^naam]: voor de tekst")
TABLE_ROW = _line(r"^[ \t]*\|.*\|[ \t]*$", "een rij van een tabel", "zet elke rij op één regel, onder de andere")
CODE = _line(r"^ {0,3}(?:```|~~~)", "een codeblok", _PLAIN)
_ANYWHERE = (
    _line(r"^[ \t]*>", "een citaatblok (`>`)", _PLAIN),
    _line(
        r"^(?: {0,3}\t| {4})[ \t]*#{1,6}[ \t]+\S",
        "een kop met vier spaties of een tab ervoor",
        "begin de regel met het hekje",
    ),
    CODE,
    _line(
        r"^[ \t]*(?:-{2,}(?:[ \t]+-{2,})+|={2,}(?:[ \t]+={2,})+)[ \t]*$",
        "een tabel van streepjes",
        _BARS,
    ),
    _line(
        r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$",
        "een horizontale lijn",
        "haal de regel weg",
    ),
    TABLE_ROW,
    _line(r"^ {0,3}={3,}[ \t]*$", "een streep onder een regel", _HASH),
    _line(r"^[ \t]*\+(?:[-=:]{3,}\+)+[ \t]*$", "een tabel van plussen en streepjes", _BARS),
    _line(r"^ {0,3}[:~][ \t]+\S", "een omschrijving (`: tekst`)", _PLAIN),
    _line(
        r"^ {0,3}\[[^\]\[^@]{1,200}\]:[ \t]+\S",
        "een adres onder de tekst (`[naam]: adres`)",
        "zet het adres bij de link: [tekst](https://…)",
    ),
    _line(
        r"^ {0,3}\*\[[^\]\[]{1,60}\]:",
        "een afkorting met uitleg (`*[naam]: tekst`)",
        "schrijf de afkorting de eerste keer uit in de zin",
    ),
    _line(
        r"^[ \t]*\^(?:[\d*†‡]{1,3}|[a-z])\^[ \t]*(?!\[[\^@])\S",
        "een getypte voetnoot (`^1^ tekst`)",
        TYPED_NOTE.hint,
    ),
    _line(r"^ {0,3}Table:[ \t]+\S", "een onderschrift (`Table: tekst`)", _PLAIN),
    _line(r"^ {0,3}#{1,6}(?:[ \t]+#+)?[ \t]*$", "een kop zonder tekst", "typ de kop, of haal de regel weg"),
    _line(r"^ {0,3}={2,6}[ \t]+[^\s=]", "een kop met `=`", _HASH),
    _line(r"^ {0,3}(?:!!!|\?\?\?\+?)[ \t]+\w", "een kader (`!!! tekst`)", _PLAIN),
    _line(
        rf"^[ \t]*{_UNSEEN}(?:[ \t]|{_UNSEEN})*"
        r"(?:#{1,6}[ \t]|[-+*•][ \t]|\d{1,3}[.)][ \t]|\|.*\||:::|\[\^[^\s\]]+\]:|>)",
        "een onzichtbaar teken of vaste spatie voor opmaak",
        "wis alles voor het eerste teken van de regel dat u ziet",
    ),
    _line(r"^ {0,3}#{7,}(?:[ \t]|$)", "een kop met meer dan zes hekjes", _HASH),
    _line(rf"^ {{0,3}}#{{1,6}}(?:[^\W\d_]|{_HARD_SPACE})", "een kop zonder spatie na het hekje", _HASH),
    _line(r"^[ \t]*#\.[ \t]+\S", "een lijst met `#.`", _NUMBERS),
    _line(r"^[ \t]*\(@[\w-]{0,60}\)", "een genummerd voorbeeld (`(@)`)", _NUMBERS),
    _line(
        r"^ {0,3}:{2,}",
        "deze regel met `::`",
        "schrijf een blok als `::: {.afspraken thema=water}` met op de volgende regel `:::`",
        "BR073",
    ),
)
_DASHES = "‐‑−–—―‒"
_SIGNS = "‐‑−–—―‒·∙⁃‧○◦▪▫■□●◆◇‣➢➤➔→✓✔☐☑☒★☆\u2460-\u249b"
"""Signs that people begin a line of a list with, or that Word does."""
_BY_HAND = (
    _line(rf"^[ \t]*[{_SIGNS}](?:[ \t]|{_HARD_SPACE})+\S", "een lijst met dit teken", _BULLETS, "BR078"),
    _line(rf"^[ \t]*[-+*]{_HARD_SPACE}+\S", "een punt met een vaste spatie", _BULLETS, "BR078"),
    _line(rf"^[ \t]*[0-9]{{1,3}}[.)]{_HARD_SPACE}+\S", "een punt met een vaste spatie", _NUMBERS, "BR078"),
    _line(r"^[ \t]*--[ \t]+\S", "een lijst met dit teken", _BULLETS, "BR078"),
    _line(
        rf"^[ \t]*[{BULLET_LETTERS}](?:[ \t]|{_HARD_SPACE})+[^\W\d_]", "een lijst met deze letter", _BULLETS, "BR078"
    ),
    _line(r"^[ \t]*(?:[-+*•]|[0-9]{1,3}[.)])[ \t]*$", "een punt zonder tekst", "haal de regel weg", "BR078"),
    _line(
        r"^[ \t]*\((?:[0-9]{1,3}|[a-zA-Z]|[ivxlc]{1,6})\)[ \t]+\S",
        "een lijst met haakjes",
        _NUMBERS,
        "BR078",
    ),
    _line(r"^[ \t]*[IVXLC]{2,6}[.)][ \t]+\S", "een lijst met Romeinse hoofdletters", _NUMBERS, "BR078"),
)
# the bullets of Word: a sentence that goes on in a next line does not begin with these, as it may with a dash
_WINGDINGS = "\uf0b7\uf0a7\uf0d8"
_BULLET = rf"[{_SIGNS.lstrip(_DASHES)}{_WINGDINGS}]|o|§(?=\t)"
_OF_WORD = compile_later(rf"^[ \t]*(?:{_BULLET})(?:[ \t]|{_HARD_SPACE})+\S")
_IN_LIST = compile_later(rf"^[ \t]*(?:{_BULLET}|[-+*•{_DASHES}]|[0-9]{{1,3}}[.)])(?:[ \t]|{_HARD_SPACE})+\S")
_TABS = _line(r"\S\t+\S", "een tabel met tabs", _BARS)
_DOTTED = _line(r"^[ \t]*\d{1,2}(?:\.\d{1,2})+\.?[ \t]+\S", "een lijst met 1.1", _NUMBERS)
_OUTER = compile_later(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.\d")
"""The number of the point that a point with a dotted number is part of."""
_GLUED = (
    _line(r"^[ \t]*(?:-[^\W\d_]|\d{1,3}\.[^\W\d_])", "een punt zonder spatie", _BULLETS),
    _line(r"^[ \t]*(?:[•–—]\w|\*\w[^*]*$)", "een punt zonder spatie", _BULLETS),
    _line(
        r"^[ \t]*[A-Z]\.[ \t]\S",
        "een lijst met hoofdletters",
        "schrijf `A) punt`, of een witregel ertussen",
    ),
    _line(r"^[ \t]*[IVXLC]{1,6}[.)][ \t]+\S", "een lijst met Romeinse hoofdletters", _NUMBERS, "BR078"),
    _line(
        r"^[ \t]*\[\d{1,3}\][ \t]+\S",
        "een lijst van noten",
        "schrijf in de tekst [^1], en hier [^1]: de tekst van de noot",
    ),
    _line(r"^[ \t]*\d{1,2}(?::|,|\.-)[ \t]+\S", "een lijst met 1:", _NUMBERS),
    _DOTTED,
    _line(r"^[ \t]*o\t+\S", "een lijst met dit teken", _BULLETS),
    _line(
        r"^[ \t]*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})[ \t]+[-–—)][ \t]+\S",
        "een lijst met een los streepje of haakje",
        _NUMBERS,
    ),
    _line(
        r"^[ \t]*[¹²³⁰⁴-⁹]+[ \t]*\S",
        "een lijst van noten",
        "schrijf in de tekst [^1], en hier [^1]: de tekst van de noot",
    ),
    _line(r"^[ \t]*[\u2500-\u257f]", "een tabel van lijntjes", _BARS),
    _TABS,
)
_LONE = compile_later(r"^[ \t]*[-+*•][ \t]*$")
_BROKEN = ("\\", "  ")
"""Ends of a line that keep the next one apart."""
# no line that begins otherwise is any of these
_FIRST_ANYWHERE = frozenset(">`~-=*_+:[#(!?T^|")
_FIRST_BY_HAND = frozenset(
    f"-+*•(IVXLC0123456789o§{BULLET_LETTERS}{_SIGNS}{_WINGDINGS}{''.join(map(chr, range(0x2460, 0x249C)))}"
)
_GLUED_START = compile_later("|".join(f"(?:{kind.pattern.pattern})" for kind in _GLUED if kind is not _TABS))

# `![schets](schets.png)`; but `Doe mee![^1]` and `Doe mee![zie @kst-1]` are a call with a note
IMAGE = _line(
    r"!\[(?!\^|[^\[\]\n]{0,400}@[^\[\]\n]{0,400}\](?!\())",
    "een afbeelding",
    "een afbeelding hoort in het sjabloon",
)
DEEP = Unknown("een lijst met meer dan negen niveaus", "Word kent er negen; maak de lijst minder diep")
WIDE = Unknown("een tabel met meer dan 63 kolommen", "Word kent er 63; maak er meer tabellen van")
EMPTY_TABLE = Unknown("een tabel zonder tekst", "haal de regel weg, of zet tekst tussen de strepen")
NOTE_LIST = Unknown("een lijst in een voetnoot", "schrijf in een voetnoot gewone zinnen")
NOTE_BLOCK = _line(
    r"^[ \t]*(?:#{1,6}[ \t]|>|```|~~~|\|.*\|[ \t]*$)",
    "een kop, citaat, tabel of codeblok in een voetnoot",
    "schrijf in een voetnoot gewone zinnen",
)
ESCAPED_MARK = Unknown("het teken van een voetnoot met `\\` ervoor", "haal de tekens \\ weg: [^naam]")
EMPTY_NOTE = Unknown("een voetnoot zonder tekst", "schrijf de tekst achter [^naam]:")
NESTED = _line(
    r"^(?:[-+*•][ \t]+\S|\[[ xX]\][ \t])",
    "een punt of vakje binnen een punt",
    "zet het diepere punt op een eigen regel, ingesprongen",
)
BLOCK_IN_ITEM = _line(
    r"^(?:#{1,6}[ \t]|>|```|~~~)",
    "een kop, citaat of codeblok binnen een punt",
    "zet het op een eigen regel, zonder streepje of nummer",
)
RULE = _line(
    r"^(?=.*?(?:---|===|[–—−]))[ \t|+:=–—−-]+$",
    "een tabel",
    _BARS,
)
GLUED_TABLE = _line(r"\|[ \t]*\|[ \t]*:?-{3,}:?[ \t]*\|", "een tabel op één regel", "zet elke rij op een eigen regel")
SILENCER = _line(
    r"^brief:\s*negeer\b",
    "een opmerking `# brief: negeer …` in deze tekst",
    "haal de regel weg: zo'n opmerking werkt alleen in de YAML-bestanden",
)
BROKEN_WORD = _line(
    r"[^\W\d_]{2}-$",
    "een woord dat aan het eind van de regel is afgebroken",
    "zet het woord op één regel, zonder koppelteken en zonder witregel erin",
)
_ELLIPSIS = compile_later(r"^[ \t]*(?:en|of|en/of|als|dan|noch|tot|dan wel|c\.q\.|resp\.)(?![^\W\d_])")
"""What follows a hyphen that stands for the rest of a word: `woon- / en werklocaties`."""
METADATA = Unknown("een blok met gegevens boven de tekst", "zet deze gegevens in ronde.yaml")


def unknown_line(row: str) -> UnknownLine | None:
    """Tell what a line of running text is that brief does not know; None for an ordinary line."""
    first = row.lstrip(" \t")[:1]
    if first not in _FIRST_ANYWHERE and first.isprintable():
        return None
    return next((kind for kind in _ANYWHERE if kind.pattern.search(row)), None)


def broken_above(rows: Sequence[str], number: int) -> int | None:
    """Give the line before this one, empty lines aside, that ends in the first half of a word which goes on here.

    A line end is a space, and would stand within the word; an empty line would part it over two paragraphs.
    """
    row = rows[number].lstrip(" \t")
    above = number - 1 if row[:1].islower() else -1
    while above >= 0 and not rows[above].strip():
        above -= 1
    before = rows[above].rstrip(" \t") if above >= 0 else ""
    is_broken = before.endswith("-") and BROKEN_WORD.pattern.search(before) and _ELLIPSIS.match(row) is None
    return above if is_broken else None


def hand_made_item(row: str, before: str, after: str) -> UnknownLine | None:
    """Tell whether a line is an item of a list made by hand: `– een` or `(a) een`, at the start or beside another."""
    if row.lstrip(" \t")[:1] not in _FIRST_BY_HAND:
        return None
    for kind in _BY_HAND:
        if kind.pattern.search(row) and (
            _LONE.match(row) or not before.strip() or any(map(kind.pattern.search, (before, after)))
        ):
            return kind
    return _BY_HAND[0] if _OF_WORD.match(row) and (_IN_LIST.match(before) or _IN_LIST.match(after)) else None


def glued_line(row: str, before: str, after: str) -> UnknownLine | None:
    """Tell whether a line stands in a list or table that brief reads as one paragraph: one beside another alike."""
    if "\t" not in row and _GLUED_START.match(row) is None:
        return None
    above, below = not before.endswith(_BROKEN), not row.endswith(_BROKEN)
    if above and _DOTTED.pattern.match(row) and (outer := _OUTER.match(row.lstrip(" \t"))) is not None:
        number = before.lstrip(" \t").split(" ")[0]
        if number.rstrip(".)") == outer[1] and number != outer[1]:
            return _DOTTED
    for kind in _GLUED:
        if not kind.pattern.search(row):
            continue
        if (above and kind.pattern.search(before)) or (below and kind.pattern.search(after)):
            return kind
    return None
