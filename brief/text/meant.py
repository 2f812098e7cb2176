r"""Marks that are read as Pandoc reads them, and were hardly meant so: `5*6*7`, `~vervallen~`, `[^1^]`.

They fall away from the text without a trace, so they are reported; a `\` before them makes them text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brief.text.later import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator

_STARS = compile_later(r"(?<=\d)\*(?=\d)[^*\n]{1,80}(?<=\d)\*(?=\d)")
WAVES = compile_later(r"(?<![\w\\~^*_)\]}>/=?&#:])~(?=[^\W\d_]{3}|[^\s~]{0,60}[/(),;])[^\s~]{1,60}~(?!~)")
"""A low text that begins a word: what other programs strike out, or twice "about"."""
_ADDRESS = compile_later(
    r"(?<![<(\"=])\bhttps?://[^\s<>()\[\]]{0,400}?(?<!\\)(?:\*[^\s*]{1,200}\*|~[^\s~]{1,200}~|\^[^\s^]{1,200}\^"
    r"|(?<![^\W_])_[^\s_<>]\S{0,200}?_(?![^\W_]))"
)
_HIGH_NOTE = compile_later(r"(?<!\\)\[\^[^\s\[\]^]{1,60}\^\]")
"""`[^1^]`, by which Bing and Copilot mean a note: a high text between brackets."""
_MATHS = compile_later(r"(?<!\\)\\\([^\n]{1,300}?\\\)")
r"""`\(x = 2\)`, by which TeX and a chatbot mean a formula: brackets that were escaped."""
_SHOWN_MATHS = compile_later(
    r"(?<![^\n])[ \t]{0,9}\\\[[ \t]{0,9}\n(?:[^\n]{0,400}\n){1,9}?[ \t]{0,9}\\\][ \t]{0,9}(?![^\n])"
)
_FORMULA = "schrijf de formule uit in gewone tekens; horen de haken er te staan, haal dan de \\ weg"
_KINDS = (
    (
        "://",
        _ADDRESS,
        "in dit adres zijn tekens als opmaak gelezen",
        "zet het adres tussen < en >: <https://…>",
    ),
    (
        "*",
        _STARS,
        "de sterretjes tussen deze cijfers zijn als cursief gelezen",
        "horen de sterretjes er te staan, typ dan \\*",
    ),
    (
        "[^",
        _HIGH_NOTE,
        "dit is als hoge stand gelezen en niet als voetnoot",
        "schrijf in de tekst [^1], en onderaan [^1]: de tekst van de noot",
    ),
    ("\\(", _MATHS, "deze formule is als gewone tekst gelezen, zonder de tekens \\", _FORMULA),
    ("\\[", _SHOWN_MATHS, "deze formule is als gewone tekst gelezen, zonder de tekens \\", _FORMULA),
    (
        "~",
        WAVES,
        "dit is als lage stand gelezen",
        "is het doorgehaald, haal het dan weg; horen de tekens er te staan (ongeveer), typ dan \\~",
    ),
)
"""Of each kind a sign that it cannot do without, which is far cheaper to look for, and then the pattern."""


class Meant(NamedTuple):
    """What was hardly meant: from which character (from 0), which characters, what came of it, what to type."""

    start: int
    mark: str
    message: str
    hint: str


def hardly_meant(text: str) -> Iterator[Meant]:
    """Find such marks in the text of a paragraph as typed; of what overlaps only the first kind."""
    taken = 0
    for sign, pattern, message, hint in _KINDS:
        for found in pattern.finditer(text) if sign in text else ():
            if pattern is _ADDRESS:
                taken = found.end()
            elif found.start() < taken:
                continue
            yield Meant(found.start(), found[0], message, hint)
