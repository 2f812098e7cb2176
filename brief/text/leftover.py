r"""The last look: mark-up that was left over in finished blocks and notes, and so would be printed.

Independent of the reading: this looks at the text that came of it, and then for the place in what was typed. What the
writer escaped on purpose (`\*`) is no left-over. A kind is reported once a line.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.text.invisible import WITHOUT_WIDTH
from brief.text.later import compile_later
from brief.text.meant import WAVES
from brief.text.model import Citation, Insert, Run, Table
from brief.text.pasted import ADDRESS, BROKEN, COMMENT, EMOJI, ENTITY, PICTURE, SOURCE, is_pasted
from brief.text.scripts import LIGATURE, MANGLED, OTHER_DIGIT, OTHER_LETTER, odd_word
from brief.text.unknown import UnknownLine

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from brief.text.model import Block, Spans


class Kind(UnknownLine, frozen=True, kw_only=True):
    """A kind of mark: `pattern` is the whole of it, `piece` the part by which it is found again in what was typed."""

    piece: re.Pattern[str]


class Left(Struct, frozen=True):
    """A mark that was left over: in which row (from 0), from which character (from 0), and which characters."""

    kind: Kind
    row: int
    column: int
    mark: str


def _kind(name: str, hint: str, pattern: str, piece: str = "", code: str = "BR070") -> Kind:
    return Kind(name, hint, code, pattern=compile_later(pattern), piece=compile_later(piece or pattern))


STRAY = "\u0085\u0335\u0336\u2028\u2029\ufffc\ufffd\ue000-\uf8ff\u202a-\u202e\u2066-\u2069"
"""Characters of a set that Word shows as nothing or a box, or that turn the order of what is shown: what is left of
pasting from elsewhere."""
_LOW = r"(?=[^~\n]{1,60} )[^\s~][^~\n]{0,60}[^\s~]~"
_HIGH = r"(?=[^^\n]{1,60} )[^\s^\[][^^\n]{0,60}[^\s^]\^"
SPACED = compile_later(rf"(?<=\w)~{_LOW}|(?<=\w)\^{_HIGH}")
"""`CO~2 eq~`, which is neither low nor text to its writer; one without a space has been read by then."""
_LONE = rf"(?<=[^\W\d_])~(?!{_LOW})(?![^\s~]{{1,60}}~)\d|(?<=\w)\^(?!{_HIGH})(?![^\s^]{{1,60}}\^)[-−]?\d"
"""`CO~2` and `m^3`, whose second sign was forgotten."""
_ANCHOR = r"(?<=[ \n])\^[A-Za-z0-9-]{1,40}[ ]*(?=\n|\Z)"
"""The name of a paragraph at its end: `… afgesproken. ^besluit`."""
_UNREAD = compile_later(rf"{SPACED.pattern}|{_LONE}|{_ANCHOR}")
"""What of the signs for high and low is left to report in a sentence that holds no other mark-up."""
_OPEN = r"</?[A-Za-z][\w:-]{0,40}"
_TAG = rf"{_OPEN}(?:\s[^<>]{{0,400}})?/?>"
_KEY = r"(?:kst|blg|ah|h)-\w[\w-]{0,60}|\d{4}[DZ]\d{5}"
_MATHS = r"\$[^\s$](?:[^$\n]{0,200}[^\s$])?\$(?!\d)"
_CELL = r"\|[ \t]*:?-{3,}:?[ \t]*\|"
_BAR_RULE = compile_later(rf"(?<![^\s|]){_CELL}|{_CELL}[ \t]*:?-{{3}}")
"""The rule of a table, which is found sooner by itself than as one of all kinds; `0|---|` is none."""
_RULE = rf"{_BAR_RULE.pattern}|\+[-=]{{3,}}\+"
_BARS = "zet voor en na elke cel een streep |, en onder de kop |---|---|"
_PARTS = "geef elke verwijzing haar eigen teken, met een puntkomma ertussen: [@kst-1-2; zie ook @kst-1-3]"
_KINDS = (
    _kind(
        "HTML",
        "haal < en > weg; vet is **vet**, cursief *cursief*",
        rf"{_TAG}|<!--|<[!?][A-Za-z]",
        rf"{_OPEN}|<!--|<[!?]",
    ),
    _kind("doorhaling (`~~`)", "haal de doorgehaalde tekst en de tekens ~~ weg", r"~~"),
    _kind("een noot in de regel (`^[…]`)", "schrijf [^naam] en op een eigen regel [^naam]: de tekst", r"\^\["),
    _kind(
        "dit teken van een voetnoot",
        "de naam van een voetnoot heeft geen spaties: [^naam]",
        r"\[\^|\[[ ]{1,3}\^(?=\w)",
        r"\[[ ]{0,3}\^[^\]\n]{0,60}",
    ),
    _kind(
        "een link naar elders (`[tekst][naam]`)",
        "zet het adres bij de link: [tekst](https://…)",
        r"\]\[(?!\^|[^\]\n]{0,80}@)",
    ),
    _kind("deze link", "schrijf [tekst](https://…), zonder spaties in het adres", r"\]\("),
    _kind("een anker (`[]{#naam}`)", "haal het in zijn geheel weg, met haken en accolades", r"\[\]\{"),
    _kind("tekst met eigenschappen (`[tekst]{…}`)", "haal de accolades weg", r"(?<!\[)\]\{(?!index=)"),
    _kind(
        "een tag van een sjabloon",
        "schrijf de tekst zelf; een tag vult brief alleen in een sjabloon",
        r"\{\{|\{%|\{#[ ]",
    ),
    _kind(
        "een opmerking of wijziging in tekens (`{++…++}`)",
        "verwerk haar, en haal de tekens weg",
        r"\{(?:\+\+|--|>>|==)",
    ),
    _kind(
        "markering (`==…==`)", "haal de tekens == weg", r"(?<![=\w{])==(?=[^\s=])[^=\n]{1,400}(?<=\S)==(?![=\w])", r"=="
    ),
    _kind(
        "onderstreping (`++…++`)",
        "haal de tekens ++ weg",
        r"(?<![+\w{])\+\+(?=[^\s+])[^+\n]{1,400}(?<=\S)\+\+(?![+\w])",
        r"\+\+",
    ),
    _kind(
        "eigenschappen (`{…}`)",
        "haal de accolades weg",
        r"(?<!\])\{(?:[ \t]*(?:[#.][A-Za-z]|[A-Za-z][\w-]{0,40}=[^\s=]|:[ \t]*[#.A-Za-z])|-\})",
    ),
    _kind("code (`` ` ``)", "haal de tekens ` weg", r"(?<!`)`{1,2}(?!`)"),
    _kind("een formule (`$…$`)", "schrijf de formule uit, of zet \\ voor het dollarteken", _MATHS, r"\$[^\s$]"),
    _kind(
        "een opdracht van TeX",
        "schrijf de tekst zonder opdracht; hoort de \\ er te staan, typ er dan twee",
        r"\\[A-Za-z]{1,40}",
    ),
    _kind(
        "een losse `\\`",
        "haal het teken weg; hoort het er te staan, typ er dan twee",
        r"\\(?:\n|\Z)",
        r"\\(?=[ \t]*(?:[\n|]|\Z))",
    ),
    _kind("een link van een wiki (`[[…]]`)", "schrijf [tekst](https://…)", r"\[\[[^\[\]@^]{1,200}\]\]", r"\[\["),
    _kind("een lage of hoge stand met een spatie", "zet een \\ voor de spatie: CO~2\\ eq~", SPACED.pattern),
    _kind(
        "een lage of hoge stand zonder tweede teken",
        "zet het teken ook achter het cijfer: CO~2~, m^3^",
        _LONE,
    ),
    _kind("de naam van een alinea (`^naam`)", "haal haar weg", _ANCHOR, r"(?<=[ \n])\^[A-Za-z0-9-]{1,40}"),
    _kind(
        "dit teken", "het is een rest van knippen en plakken; typ wat er hoort te staan", rf"[{STRAY}]", code="BR079"
    ),
    _kind("een cijfer van een ander schrift", "typ het getal met de cijfers 0 tot en met 9", OTHER_DIGIT, code="BR079"),
    _kind("een letter van een ander schrift", "typ het woord opnieuw", OTHER_LETTER, code="BR079"),
    _kind("twee letters in één teken (`ﬁ`)", "typ de letters elk apart", LIGATURE, code="BR079"),
    _kind("een teken dat verkeerd is omgezet (`Ã«`)", "typ het teken dat hier hoort", MANGLED, code="BR079"),
    _kind("dit adres uit een e-mail", "typ het adres één keer, zonder mailto:, < en >", ADDRESS, r"mailto:|https?://"),
    _kind("een afbeelding uit een e-mail (`[cid:…]`)", "haal haar weg", PICTURE),
    _kind("een bronvermelding van een chatbot", "haal haar weg, en zet er een eigen voetnoot", SOURCE),
    _kind("het teken van een opmerking in Word (`[AB1]`)", "haal het weg", COMMENT),
    _kind(
        "een teken als code (`&eacute;`)",
        "typ het teken zelf",
        ENTITY,
        r"(?:(?<=&)|(?<=&amp;))(?!amp;)(?:[A-Za-z]{2,10}|#\d{1,6});",
    ),
    _kind("een emoji in woorden (`:naam:`)", "typ het teken zelf, of haal het weg", EMOJI),
    _kind("een tabel", _BARS, _RULE),
    _kind(
        "een noot in hoge stand (`^[…]^`)",
        "haal de twee tekens ^ weg: een noot staat vanzelf hoog",
        r"\^\n(?:[^\n^]{0,400}\n){0,20}\^",
        r"\^(?=\n|\[[^\[\]\n]{1,400}\]\^)",
    ),
    _kind(
        "een opdracht tussen haken (`[b]…[/b]`)",
        "haal de haken weg; vet is **vet**, cursief *cursief*",
        r"\[/(?:b|i|u|s|url|img|color|size|quote)\]",
    ),
    _kind("een opmerking (`%%…%%`)", "haal haar weg", r"%%[^%\n]{1,400}%%", r"%%"),
    _kind("een inhoudsopgave (`[TOC]`)", "haal haar weg; zij hoort in het sjabloon", r"\[_?TOC_?\]"),
    _kind("een blok", "zet `:::` op een eigen regel", r":::", r"(?<![\x00:]):::"),
    _kind(
        "losse `**`",
        "zet ** tegen het eerste en tegen het laatste woord",
        r"(?:(?<=\s)|\A)\*\*(?=[ \t])|\*\*(?=[^\s*])|(?<=[^\s*])\*\*",
    ),
)
UNSEEN = "een teken dat niemand ziet"
_CITING = (
    _kind(UNSEEN, "wis het woord en typ het opnieuw", rf"[{WITHOUT_WIDTH}]", code="BR079"),
    _kind(
        "een verwijzing met een spatie achter de apenstaart",
        "haal de spatie weg: [@kst-…]",
        rf"@[ \t\u00a0]+(?:{_KEY})",
        code="BR075",
    ),
    _kind("een verwijzing zonder apenstaart", "schrijf [@kst-…]", rf"\[(?:{_KEY})\]", code="BR075"),
    _kind("een verwijzing die niet te lezen is", _PARTS, r"\[(?:[^\[\]@]{0,200}[\s;(])?-?@\{?\w", code="BR075"),
    _kind("een verwijzing die Word niet vond", "schrijf uit waarnaar de zin verwijst", BROKEN.pattern),
    _kind("verwijzing zonder haken", "zet haar tussen haken: [@kst-…]", rf"(?<![\w@])@{{1,3}}(?:{_KEY})", code="BR075"),
)
_ANY = compile_later("|".join(f"(?:{kind.pattern.pattern})" for kind in (*_CITING, *_KINDS)))
# Every kind above holds one of these signs, with what is behind it, or `:::`: a text without any is passed over.
_SIGNS = compile_later(
    rf"[<{{`$@~^%\[\]\\|+=*&{STRAY}{WITHOUT_WIDTH}]"
    rf"(?:(?<=[<{{`$@{STRAY}{WITHOUT_WIDTH}])|(?<=%)%"
    rf"|(?<=\[)(?:[/\[^\d]|[ ]{{1,3}}\^|_?TOC|kst-|blg-|ah-|h-)|(?<=\])[\[({{]|(?<=&)#"
    rf"|(?<=~)~|(?<=\w~){_LOW}|(?<=\^)[\[\n]|(?<=\w\^){_HIGH}"
    rf"|(?<=[^\W\d_]~)(?!{_LOW})(?![^\s~]{{1,60}}~)\d|(?<=\w\^)(?!{_HIGH})(?![^\s^]{{1,60}}\^)[-−]?\d"
    r"|(?<=[ \n]\^)[A-Za-z0-9]"
    r"|(?<=\\)(?:[A-Za-z\n]|\Z)|(?<=\|)[ \t]*:?---|(?<=\+)[-=+]|(?<==)=|(?<=\*)\*)"
)
# a mark that is not escaped, where one that is may stand beside it: `**0\*\***`
_MARKED = "*=+~`$|"
_MARKS = compile_later(rf"(?<!\\)[{_MARKED}]")
_ESCAPE = compile_later(r"\\([!-/:-@\[-`{-~])")


def is_unread_at(text: str, at: int) -> bool:
    """Tell whether the sign for high or low at an index is one to report; those patterns begin with it."""
    return _UNREAD.match(text, at) is not None or WAVES.match(text, at) is not None


def has_suspects(text: str) -> bool:
    """Tell whether a text as typed holds anything that could be left over: most texts do not."""
    if is_pasted(text) or odd_word(text):
        return True
    if ":::" not in text and _SIGNS.search(text) is None:
        return False
    return "&#" in text or (_BAR_RULE.search(text) or _ANY.search(text)) is not None


def left_over(rows: Sequence[str], pieces: Sequence[tuple[int, str]], *, citations: bool) -> Iterator[Left]:
    """Give the marks that were left over.

    `pieces` are the finished texts, each with the row it begins on (from 0), in that order; a piece ends where the next
    begins. Without `citations` a reference is text like any other.
    """
    kinds = (*_CITING, *_KINDS) if citations else _KINDS
    for index, (start, text) in enumerate(pieces):
        if not has_suspects(text):
            continue
        end = pieces[index + 1][0] if index + 1 < len(pieces) else len(rows)
        region = rows[start : max(end, start + 1)]
        cited: set[int] = set()
        for kind in kinds:
            if kind.pattern.search(text) is None:
                continue
            for left in _typed(kind, text, region, start):
                if kind.code != "BR075" or left.row not in cited:
                    yield left
                cited.add(left.row)


def _typed(kind: Kind, shown: str, region: Sequence[str], start: int) -> Iterator[Left]:
    """Find in what was typed the marks that show, once a row; where nothing was escaped there is one at the start."""
    typed = "\n".join(region)
    masked = _ESCAPE.sub("\x00\x00", typed)
    marks = Counter(_folded(match[0]) for match in kind.piece.finditer(shown))
    if masked != typed:
        open_ones = Counter(_folded(match[0]) for match in kind.piece.finditer(masked))
        all_ones = Counter(_folded(match[0]) for match in kind.piece.finditer(_ESCAPE.sub(r"\1", typed)))
        escaped = _ESCAPE.sub(r"\1", _MARKS.sub("\x00", typed))
        alone = Counter(match[0] for match in kind.piece.finditer(escaped) if not match[0].strip(_MARKED))
        marks -= (all_ones - open_ones) | alone
    row = begin = 0
    last = -1
    for match in kind.piece.finditer(masked):
        row += typed.count("\n", begin, match.start())
        begin = match.start()
        if row != last and _folded(match[0]) in marks:
            last = row
            yield Left(kind, start + row, begin - typed.rfind("\n", 0, begin) - 1, match[0].split("\n")[0])
    if last < 0 and (kind.code == "BR079" or ("\\" not in typed and "&" not in typed)):
        yield Left(kind, start, 0, "")


def _folded(mark: str) -> str:
    return " ".join(mark.split())


def shown_text(block: Block) -> str:
    """Give the text of a block as it will be printed, the words of citations included, cells on lines of their own."""
    if isinstance(block, Insert):
        return ""
    if isinstance(block, Table):
        return "\n".join(shown_spans(cell) for row in block.rows for cell in row)
    return shown_spans(block.spans)


def shown_spans(spans: Spans) -> str:
    """Give the text of spans as it will be printed; what is no text parts it."""
    return "".join(_shown(span) for span in spans)


def _shown(span: object) -> str:
    if isinstance(span, Run):
        return span.text
    if isinstance(span, Citation):
        return "\n".join(["", *(f"{each.prefix}\n{each.suffix}" for each in span.references), ""])
    return "\n"
