"""A finished document as a value: what goes into a template, before any Word file exists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct, field

from brief.text.saying import Saying

if TYPE_CHECKING:
    from brief.diagnostics import Place
    from brief.text.model import Block, Note, Spans
    from brief.text.origin import Origin

FieldValue = str | bool | int | tuple["FieldValue", ...] | Mapping[str, "FieldValue"]
"""What a tag in a template may show: text, numbers, lists and named values. Data only, never code."""


class Role(StrEnum):
    """What an element is for; the template decides how each role looks."""

    TEKST = "tekst"
    AFSPRAAK = "afspraak"
    ONDERWERP = "onderwerp"
    VERWIJZING = "verwijzing"
    CONCEPT = "concept"


class Contents(StrEnum):
    """Which headings stand in the table of contents: the highest only, those and the subjects, or all of them."""

    DELEN = "landsdelen"
    ONDERWERPEN = "onderwerpen"
    ALLES = "alles"


class Element(Saying, frozen=True, eq=False):
    """One block of a document with what it stands for.

    `afspraak` is the id of the afspraak whose text this is. `anchor` is the name of a bookmark at this block, to which
    cross-references point: letters, digits and underscores, at most 40. An `ONDERWERP` is a heading numbered by Word;
    `restart` starts its numbering afresh. `dekt` are the ids of the afspraken that the text tells of in its own words.
    `source` finds the place in the file that the words come from; it is asked only when there is a message, and is no
    part of what the element says. `origin` is where the block comes from; where it is made of several texts, `pieces`
    are its spans in order, each with its own origin. Neither is part of what the element says. `kantlijn` is what
    stands in the margin beside it.
    """

    beside: ClassVar[int] = 3

    block: Block
    role: Role = Role.TEKST
    afspraak: str | None = None
    anchor: str | None = None
    restart: bool = False
    dekt: tuple[str, ...] = ()
    kantlijn: str = ""
    source: Callable[[], Place | None] | None = None
    origin: Origin | None = None
    pieces: tuple[tuple[Origin | None, Spans], ...] = ()


class Document(Struct, frozen=True):
    """A document: the template it fills, the values its tags show, its body, the notes that tags may ask for by key.

    `name` is the stem of the template and of the file written: `kamerbrief`, `afsprakenlijst`. `ronde` is the name of
    the round, which the file carries with its version. `contents` says how deep its table of contents goes, where the
    template has one.
    """

    name: str
    title: str
    fields: Mapping[str, FieldValue]
    body: tuple[Element, ...]
    notes: Mapping[str, Note] = field(default_factory=dict)
    ronde: str = ""
    contents: Contents = Contents.ONDERWERPEN
