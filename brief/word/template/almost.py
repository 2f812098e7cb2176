"""Find what was meant as a tag and is none: `{ datum }`, `«datum»`. It would be printed as it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Severity
from brief.word.opc.names import w
from brief.word.template.scan import Spot, find_tags, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_SIGN = re.compile(r"[{｛«]|\[\[|<<|[}%]_\}")
# `{ datum }`, `{ {datum} }`, `｛｛ datum ｝｝`, `{ % if concept % }`, `[[datum]]`, `«datum»`, `<<datum>>`
_ALMOST = re.compile(
    r"(?:[{｛](?:\s*[{｛%])?|\[\[|«|<<)\s*(?P<name>[A-Za-z_]\w{0,40})(?:[\s.][^{}｛｝\[\]«»<>]{0,80})?"
    r"\s*(?:(?:[}｝%]\s*)?[}｝]|\]\]|»|>>)"
)
# what docxtpl prints as `{{` and `}}`
_UNMADE = re.compile(r"\{_[{%]|[}%]_\}")
_WORDS = frozenset({"if", "elif", "else", "endif", "for", "endfor"})


def check_almost(root: etree._Element, file: str, part: str, names: frozenset[str]) -> Iterator[Diagnostic]:
    """Report texts of a part that are a tag but for their braces; `names` are those of the fields."""
    for number, paragraph in enumerate(root.iter(w("p")), 1):
        text = "".join(element.text or "" for element in texts_of(paragraph))
        if _SIGN.search(text) is None:
            continue
        masked = _without_tags(text)
        spot = Spot(file, part, number, paragraph, text)
        for found in _ALMOST.finditer(masked):
            if found["name"] in names or found["name"] in _WORDS:
                yield _almost(
                    spot, found, "schrijf {{ datum }} of {% if concept %}: twee tekens, zonder spatie ertussen"
                )
        for found in _UNMADE.finditer(masked):
            yield _almost(spot, found, "haal het streepje tussen de accolades weg; zo wordt de tag niet gevuld")


def _without_tags(text: str) -> str:
    pieces, position = [], 0
    for start, end in find_tags(text):
        pieces += [text[position:start], " " * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


def _almost(spot: Spot, found: re.Match[str], hint: str) -> Diagnostic:
    message = f"'{found[0]}' lijkt op een tag en is er geen; het komt zo in het document"
    return Diagnostic("BR304", Severity.FOUT, message, spot.place(found.start(), found.end()), hint=hint)
