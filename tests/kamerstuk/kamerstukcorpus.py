"""The hand-made corpus of references in sentences: how it is read, and how what is found is compared with it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from brief.kamerstuk import find, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.kamerstuk import Referentie, Verwijzing

LABELLED_SETS = {
    "second reader": ("tweede-lezer", "tweede-lezer-geen"),
    "third reader": ("derde-lezer", "derde-lezer-geen"),
    "fourth reader": ("vierde-lezer", "vierde-lezer-geen"),
    "fifth reader": ("vijfde-lezer", "vijfde-lezer-geen"),
    "sixth reader": ("zesde-lezer", "zesde-lezer-geen"),
}
"""The sets of readers who had not seen the patterns with each place and part labelled, and their near misses."""
PAPER_SETS = {
    "seventh reader": ("zevende-lezer",),
    "eighth reader": (
        "achtste-lezer",
        "achtste-lezer-geen",
    ),
    "ninth reader": ("negende-lezer",),
    "tenth reader": ("tiende-lezer",),
    "eleventh reader": ("elfde-lezer",),
    "twelfth reader": ("twaalfde-lezer",),
    "thirteenth reader": ("dertiende-lezer",),
    "fourteenth reader": ("veertiende-lezer",),
    "fifteenth reader": ("vijftiende-lezer",),
    "sixteenth reader": ("zestiende-lezer",),
    "seventeenth reader": ("zeventiende-lezer",),
    "eighteenth reader": ("achttiende-lezer",),
    "nineteenth reader": ("negentiende-lezer",),
    "twentieth reader": ("twintigste-lezer",),
    "twenty-first reader": ("eenentwintigste-lezer",),
    "twenty-second reader": ("tweeentwintigste-lezer",),
    "twenty-third reader": ("drieentwintigste-lezer",),
    "twenty-fourth reader": ("vierentwintigste-lezer",),
    "twenty-fifth reader": ("vijfentwintigste-lezer",),
    "twenty-sixth reader": ("zesentwintigste-lezer",),
    "twenty-seventh reader": ("zevenentwintigste-lezer",),
    "twenty-eighth reader": ("achtentwintigste-lezer",),
    "twenty-ninth reader": ("negenentwintigste-lezer",),
    "thirtieth reader": ("dertigste-lezer",),
    "thirty-first reader": ("eenendertigste-lezer",),
    "thirty-second reader": ("tweeendertigste-lezer",),
    "thirty-third reader": ("drieendertigste-lezer",),
    "thirty-fourth reader": ("vierendertigste-lezer",),
    "thirty-fifth reader": ("vijfendertigste-lezer",),
    "thirty-sixth reader": ("zesendertigste-lezer",),
    "thirty-seventh reader": ("zevenendertigste-lezer",),
    "thirty-eighth reader": ("achtendertigste-lezer",),
    "thirty-ninth reader": ("negenendertigste-lezer",),
    "fortieth reader": ("veertigste-lezer",),
    "forty-first reader": ("eenenveertigste-lezer",),
}
"""The sets of which only the papers are labelled, in the order in which they were written."""
BEKENDE_FOUT = "bekende-fout"
CORPUS = Path(__file__).parent.parent / "corpus" / "kamerstuk"
_MARK = re.compile("[⟦⟧]")
_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[ntr])")


@dataclass(frozen=True, slots=True)
class Verwacht:
    """What must be found: the place and the parts by name, as text."""

    begin: int
    eind: int
    delen: tuple[tuple[str, str], ...]

    @property
    def delen_op_naam(self) -> tuple[tuple[str, str], ...]:
        """Give the parts in the order of their names."""
        return tuple(sorted(self.delen))


@dataclass(frozen=True, slots=True)
class Geval:
    """A sentence of the corpus, its class of form and what must be found in it."""

    klasse: str
    tekst: str
    verwacht: tuple[Verwacht, ...]


def cases(name: str = "verwijzingen") -> tuple[Geval, ...]:
    """Read the sentences with references: those of the author of the patterns, or with a name those of another."""
    found: list[Geval] = []
    klasse, sentence, labels = "", "", list[str]()
    for line in (CORPUS / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("> "):
            labels.append(line[2:])
            continue
        if labels:
            found.append(_case(klasse, sentence, labels))
            labels = []
        if line.startswith("[") and line.endswith("]") and "⟦" not in line:
            klasse = line[1:-1]
        elif line and not line.startswith("#"):
            sentence = line
    if labels:
        found.append(_case(klasse, sentence, labels))
    return tuple(found)


def near_misses(name: str = "geen-verwijzing") -> tuple[Geval, ...]:
    """Read the sentences in which nothing may be found."""
    found, klasse = [], ""
    for line in (CORPUS / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            klasse = line[1:-1]
        elif line and not line.startswith("#"):
            found.append(Geval(klasse, _plain(line), ()))
    return tuple(found)


def labelled(case: Geval) -> list[tuple[int, int, str, dict[str, str]]]:
    """Give what must be found in a sentence: each place, its words and its parts by name."""
    return [(each.begin, each.eind, case.tekst[each.begin : each.eind], dict(each.delen)) for each in case.verwacht]


def _case(klasse: str, sentence: str, labels: list[str]) -> Geval:
    text, begins, ends = "", [], []
    for piece in re.split("([⟦⟧])", sentence):
        if piece == "⟦":
            begins.append(len(text))
        elif piece == "⟧":
            ends.append(len(text))
        else:
            text += _plain(piece)
    if not len(begins) == len(ends) == len(labels):
        raise ValueError(sentence)
    parts = (tuple(_part(part) for part in label.split(" | ")) for label in labels)
    return Geval(klasse, text, tuple(Verwacht(*place) for place in zip(begins, ends, parts, strict=True)))


def _part(label: str) -> tuple[str, str]:
    name, _, value = label.partition(" ")
    return name, value


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda match: codecs.decode(match.group(), "unicode_escape"), text)


@cache
def found_and_followed(text: str) -> tuple[Verwijzing, ...]:
    """Find the references of a text and follow its short forms, in the order of their places."""
    found = find(text)
    both = (*found.verwijzingen, *resolve(text, found).verwijzingen)
    return tuple(sorted(both, key=lambda each: (each.begin, each.eind)))


def papers_named(name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Read a set of which only the papers are labelled: each text, and what it refers to."""
    return tuple((text, wanted) for text, wanted, _ in _records(name))


def papers_named_and_found(name: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Give for each text of such a set what it refers to and what is found, but for what its reader left out (OOK)."""
    for text, wanted, left_out in _records(name):
        yield wanted, frozenset(paper_of(each.referentie) for each in found_and_followed(text)) - left_out


def _records(name: str) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    for record in (CORPUS / f"{name}.txt").read_text("utf-8").split("\n\n"):
        lines = [line for line in record.splitlines() if not line.startswith("#")]
        if lines:
            text = lines[0].removeprefix("TEKST: ").replace("\\n", "\n").replace("\\t", "\t")
            yield text, _labelled(lines, "VERWACHT: "), _labelled(lines, "OOK: ")


def _labelled(lines: list[str], label: str) -> frozenset[str]:
    return frozenset(line.removeprefix(label) for line in lines[1:] if line.startswith(label))


def kinds_of_forms() -> dict[str, dict[str, str]]:
    """Read the forms by kind: each text with the keys of what is read, `!` for what is reported, `-` for neither."""
    kinds: dict[str, dict[str, str]] = {}
    kind: dict[str, str] = {}
    for line in (CORPUS / "soorten.txt").read_text("utf-8").split("\n"):
        if " => " in line:
            text, _, wanted = line.rpartition(" => ")
            kind[_plain(text)] = wanted
        elif line.startswith("["):
            kind = kinds.setdefault(line[1:-1], {})
    return kinds


def paper_of(reference: Referentie) -> str:
    """Name a paper as those sets do: `36410-XXII 45`, `34682 B`, `ah 2022-2023 844`, `h TK 2023-2024 12 5`."""
    chamber = "EK" if reference.kamer == "I" else "TK"
    named = {
        "aanhangsel": ("ah", reference.vergaderjaar, reference.nummer),
        "handelingen": ("h", chamber, reference.vergaderjaar, reference.nummer, reference.item),
    }.get(reference.soort, (reference.volledig_dossier, reference.nummer))
    return " ".join(part for part in named if part) or reference.publicatie or ""


def parts(reference: Referentie) -> dict[str, str]:
    """Give the parts of a reference by the names of the corpus, leaving out what is not there."""
    named = {
        "soort": reference.soort,
        "kamer": reference.kamer,
        "jaar": reference.vergaderjaar,
        "dossier": reference.dossier,
        "toevoeging": reference.toevoeging,
        "rijkswet": reference.rijkswet,
        "nummer": reference.nummer,
        "item": reference.item,
        "pagina": reference.pagina,
        "publicatie": reference.publicatie,
        "bijlage": "ja" if reference.bijlage else None,
        "herdruk": str(reference.herdruk) if reference.herdruk else None,
    }
    return {name: str(value) for name, value in named.items() if value is not None}


def all_parts(reference: Referentie) -> dict[str, str]:
    """Give the parts that the second reader labelled: also the other dossiers, the last year and the annex's number."""
    more = {
        "neven": "+".join(reference.nevendossiers),
        "tot": reference.tot_vergaderjaar,
        "bijlagenummer": reference.bijlagenummer,
    }
    return parts(reference) | {name: value for name, value in more.items() if value}
