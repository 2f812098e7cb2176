"""Signs that a typewriter makes and a letter has otherwise: reported, and on request put right where that is safe.

Safe is what can mean one thing only: an apostrophe within or before a word, quotes in pairs within one paragraph, two
hyphens with spaces or words around them, and spaces in a row between words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Severity
from brief.text.binding import FIXED_HYPHEN, bind
from brief.text.dutch import FIXED_SPACE
from brief.text.model import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brief.diagnostics import Place
    from brief.text.model import Span, Spans

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<![\w'])'(?=[snt](?:\b|-))|(?<=s)'(?=\s|$)(?![^']*')")
_DOUBLE = re.compile(r'(?<![\w"])"(?=\S)([^"]*?)(?<=\S)"(?![\w"])')
_SINGLE = re.compile(r"(?<![\w'])'(?=\S)([^']*?)(?<=\S)'(?![\w'])")
_DASH = re.compile(r"(?<=\s)--(?=\s)|(?<=\w)--(?=\w)")
_SPACES = re.compile(r"(?<=\S)  +(?=\S)")


class Sign(Struct, frozen=True):
    """A kind of sign: how it is seen, how it is put right, and what to call it."""

    code: str
    seen: re.Pattern[str]
    name: str


SIGNS = (
    Sign("BR614", re.compile(r"['\"]"), "rechte aanhalingstekens of apostroffen"),
    Sign("BR615", re.compile(r"--"), "dubbele koppeltekens (--)"),
    Sign("BR616", re.compile(r"[ \u00a0]{2,}"), "dubbele spaties"),
)


def mended(text: str) -> str:
    """Give a text with what is safe put right."""
    text = _APOSTROPHE.sub("’", text)
    text = _SINGLE.sub("‘\\1’", _DOUBLE.sub("“\\1”", text))
    return _SPACES.sub(" ", _DASH.sub("–", text))


def loosened(text: str) -> str:
    """Give a text with ordinary spaces and hyphens for the fixed ones that printing the letter puts there itself.

    A fixed space of a person's own, which printing would not make, stays.
    """
    if FIXED_SPACE not in text and FIXED_HYPHEN not in text:
        return text
    loose = text.replace(FIXED_SPACE, " ").replace(FIXED_HYPHEN, "-")
    return "".join(
        plain if printed == own else own for own, plain, printed in zip(text, loose, bind(loose), strict=True)
    )


def loosened_spans(spans: Spans) -> Spans:
    """Give spans without the fixed spaces that printing makes."""
    return tuple(replace(span, text=loosened(span.text)) if isinstance(span, Run) else span for span in spans)


def folded(text: str) -> str:
    """Give the characters of a text with every form of a sign as one: equal before and after `mended`."""
    text = re.sub("[‘’']", "'", re.sub('[“”"]', '"', text)).replace("–", "--")
    text = text.replace(FIXED_HYPHEN, "-")
    return "".join(text.split())


def mended_spans(spans: Spans) -> Spans:
    """Give spans with what is safe put right; quotes pair across styles, not across a note."""
    runs = [span for span in spans if isinstance(span, Run)]
    whole = "".join(run.text for run in runs)
    right = mended(whole)
    if right == whole:
        return spans
    if len(runs) == 1 or len(right) != len(whole):
        return tuple(replace(span, text=mended(span.text)) if isinstance(span, Run) else span for span in spans)
    result: list[Span] = []
    at = 0
    for span in spans:
        if isinstance(span, Run):
            result.append(replace(span, text=right[at : at + len(span.text)]))
            at += len(span.text)
        else:
            result.append(span)
    return tuple(result)


def report(texts: Iterable[tuple[str, Place | None]], *, mended_counts: Mapping[str, int]) -> list[Diagnostic]:
    """Report each kind of sign once: how often, and the first place; what was put right is told beside it."""
    found: list[Diagnostic] = []
    every = list(texts)
    for sign in SIGNS:
        spots = [(match, text, place) for text, place in every for match in sign.seen.finditer(text)]
        if spots:
            match, text, place = spots[0]
            around = text[max(0, match.start() - 15) : match.end() + 15]
            message = f"{len(spots)} keer {sign.name}, het eerst in '{around}'"
            hint = "geef --verbeter om te herstellen wat veilig kan; de rest verbetert u in brief.md"
            if mended_counts.get(sign.code):
                hint = "dit kon niet veilig worden hersteld; verbeter het in brief.md"
            found.append(Diagnostic(sign.code, Severity.WAARSCHUWING, message, place, hint=hint))
    done = [f"{mended_counts[sign.code]} keer {sign.name}" for sign in SIGNS if mended_counts.get(sign.code)]
    if done:
        found.append(Diagnostic("BR617", Severity.INFO, "hersteld: " + ", ".join(done)))
    return found


def counts(texts: Iterable[str]) -> dict[str, int]:
    """Count each kind of sign."""
    every = list(texts)
    return {sign.code: sum(len(sign.seen.findall(text)) for text in every) for sign in SIGNS}
