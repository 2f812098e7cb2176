"""Take the fields out of a letterhead: date, subject, mark, sender, addressee, salutation.

A line that nobody knows is left over with a message; nothing is put in a field that only might belong there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Severity
from brief.domain import AFZENDER
from brief.intake.letter.model import Bestemming
from brief.intake.letter.words import is_aanhef, label_of, read_date
from brief.text.dutch import eerste

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brief.intake.letter.model import Deel, Regel

_RETOUR = re.compile(r"^>?\s*retouradres:?\s+(?=\S)", re.IGNORECASE)
_AAN = re.compile(r"^(?:aan )?(?:de|het) (?:voorzitter|president|griffier|leden)\b", re.IGNORECASE)
_ADDRESSEE = re.compile(
    r"^(?:postbus \d|binnenhof|der staten|van de (?:tweede|eerste) kamer|\d{4} ?[A-Z]{2}\b|den haag$|['’]s-gravenhage)",
    re.I,
)
_MINISTERIE = re.compile(r"^ministerie van\b", re.IGNORECASE)
_DIRECTIE = re.compile(
    r"^(?:directoraat|directie|programmadirectie|programma-?directoraat|afdeling|DG\b|dienst\b)", re.IGNORECASE
)
_POSTBUS = re.compile(r"^postbus \d+$", re.IGNORECASE)
_STREET = re.compile(r"^[A-ZÀ-Þ][\w .'’-]{2,40} \d{1,4} ?[a-zA-Z]?$")
_POSTCODE = re.compile(r"^\d{4} ?[A-Z]{2} +\S")
_CITY = re.compile(r"^(?:['’]s-)?[A-ZÀ-Þ][\w'’-]{2,24}(?: [A-ZÀ-Þ][\w'’-]{1,24})?$")
_WEBSITE = re.compile(r"^(?:https?://|www\.)\S+$")
_GOES_ON = re.compile(r"(?:\ben|,|\bvan|\bvoor|^directoraat-generaal)$", re.IGNORECASE)
_COUNT = re.compile(r"^(?:\d{1,3}|geen|-|een|één|twee|drie|vier|vijf)$", re.IGNORECASE)
_SEVERAL = ("betreft", "bijlagen", "aan")
"""Labels of which the value can take several lines."""
_FIELDS = {"aan": "afzender.geadresseerde"}
_UNUSED = {
    "uw kenmerk": "hiervoor is geen veld",
    "contactpersoon": "hiervoor is geen veld",
    "bijlagen": "het aantal volgt uit bijlagen in ronde.yaml",
}


class Letterhead(Struct):
    """Reads lines into fields; `fields` are their values as lines, by their name under `brief:` in `ronde.yaml`.

    `unknown` are the lines of the letter itself that nobody knows.
    """

    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    delen: list[Deel] = field(default_factory=list)
    unknown: list[Regel] = field(default_factory=list)
    meldingen: list[Diagnostic] = field(default_factory=list)

    def read(self, lines: Sequence[Regel], aside: str = "") -> None:
        """Read the lines of one part; with `aside` a line that nobody knows is left over for that reason, unsaid."""
        at, ordered = 0, _by_column(lines)
        while at < len(ordered):
            taken = self._taken(ordered, at)
            if not taken:
                line = ordered[at]
                self.delen.append(line.deel(Bestemming.REST, aside or "niet herkend"))
                self.unknown += [] if aside else [line]
            at += taken or 1

    def knows(self, lines: Sequence[Regel]) -> bool:
        """Tell whether every line of a block without salutation below it is surely of a letterhead."""
        trial, at = Letterhead(dict(self.fields)), 0
        ordered = _by_column(lines)
        while at < len(ordered):
            label = label_of(ordered[at].tekst)
            text = ordered[at].tekst
            if label is not None and ":" not in text[: label[1]] and label[1] < len(text) and label[0] == "betreft":
                return False
            taken = trial._taken(ordered, at)
            if not taken:
                return False
            at += taken
        return bool(ordered)

    def finish(self) -> None:
        """Report what was not known, in one message."""
        if self.unknown:
            count = len(self.unknown)
            words = eerste([f"'{line.tekst[:40]}'" for line in self.unknown], 5)
            which = "één regel" if count == 1 else f"{count} regels"
            message = f"{which} in briefhoofd, kolom of tekstvak niet herkend, en niet overgenomen: {words}"
            hint = "hoort er iets van in de brief? Vul het in ronde.yaml in, of zet het in brief.md"
            self.meldingen.append(
                Diagnostic("BR603", Severity.WAARSCHUWING, message, self.unknown[0].plaats, hint=hint)
            )

    def _taken(self, lines: Sequence[Regel], at: int) -> int:
        """Take what begins with a line, and say how many lines that were; 0 when nobody knows it."""
        line = lines[at]
        label = label_of(line.tekst)
        if label is not None:
            return self._labelled(lines, at, *label)
        if is_aanhef(line.tekst):
            return self._set("afzender.aanhef", [line])
        if found := _RETOUR.match(line.tekst):
            self.delen.append(line.deel(Bestemming.VELD, "afzender.retouradres", 0, found.end()))
            return self._set("afzender.retouradres", [line], found.end())
        if read_date(line.tekst) is not None:
            return self._set("datum", [line])
        return self._sender(lines, at)

    def _labelled(self, lines: Sequence[Regel], at: int, name: str, end: int) -> int:
        line = lines[at]
        inline = end < len(line.tekst)
        values = [line] if inline else _values(lines, at + 1, several=name in _SEVERAL)
        label_end = end if inline else None
        if name in _SEVERAL and inline:
            values += _same_cell(lines, at + 1, line)
        texts = [each.tekst[end:] if each is line else each.tekst for each in values]
        if name == "datum" and texts and read_date(texts[0]) is None:
            return self._unreadable_date(line, values, texts[0])
        reason = _UNUSED.get(name, "")
        if name == "bijlagen" and not all(_COUNT.match(text) for text in texts):
            reason = ""
        bestemming = Bestemming.REST if reason else Bestemming.VELD
        self.delen.append(line.deel(bestemming, reason or name, 0, label_end))
        if reason:
            self.delen += [each.deel(bestemming, reason, end if each is line else 0) for each in values]
        elif values:
            self._set(_FIELDS.get(name, name), values, end if inline else 0)
        return len(values) + (0 if inline else 1)

    def _unreadable_date(self, line: Regel, values: Sequence[Regel], text: str) -> int:
        message = f"de datum '{text[:40]}' is niet te lezen en niet overgenomen"
        hint = "vul in ronde.yaml in: datum: jjjj-mm-dd"
        self.meldingen.append(Diagnostic("BR621", Severity.WAARSCHUWING, message, line.plaats, hint=hint))
        whole = dict.fromkeys((line, *values))
        self.delen += [each.deel(Bestemming.REST, "niet te lezen als datum") for each in whole]
        return len(whole)

    def _sender(self, lines: Sequence[Regel], at: int) -> int:
        text = lines[at].tekst
        if _AAN.match(text):
            return self._set(
                "afzender.geadresseerde", _while(lines, at, lambda line: _ADDRESSEE.match(line.tekst) is not None)
            )
        if _MINISTERIE.match(text):
            return self._set("afzender.ministerie", _going_on(lines, at))
        if _DIRECTIE.match(text):
            return self._set("afzender.directie", _while(lines, at, _is_directie))
        if _WEBSITE.match(text):
            return self._set("afzender.website", [lines[at]])
        is_box = _POSTBUS.match(text) is not None
        if (is_box or _STREET.match(text)) and at + 1 < len(lines) and _is_city(lines[at + 1].tekst):
            return self._set(f"afzender.{'postadres' if is_box else 'bezoekadres'}", lines[at : at + 2])
        return 0

    def _set(self, name: str, lines: Sequence[Regel], begin: int = 0) -> int:
        """Give a field its lines; its value starts at `begin` in the first. A field that is set keeps its value."""
        texts = tuple(line.tekst[begin if not n else 0 :] for n, line in enumerate(lines))
        known = self.fields.get(name)
        bestemming, why = Bestemming.VELD, name
        if known is None:
            self.fields[name] = texts
        else:
            said = _folded(known) == _folded(texts)
            bestemming = Bestemming.REST
            why = f"staat al in {name}" if said else f"{name} is elders anders gezegd"
        self.delen += [line.deel(bestemming, why, begin if not n else 0) for n, line in enumerate(lines)]
        return len(lines)


def _is_city(text: str) -> bool:
    """Tell whether a line below a street names the place: with its postal code, or alone."""
    return _POSTCODE.match(text) is not None or (_CITY.match(text) is not None and label_of(text) is None)


def _folded(texts: Sequence[str]) -> str:
    return " ".join(" ".join(texts).split())


def _values(lines: Sequence[Regel], at: int, *, several: bool) -> list[Regel]:
    """Give the value below a label that stands alone: the next line, or several of the same cell."""
    if at >= len(lines) or label_of(lines[at].tekst) is not None or is_aanhef(lines[at].tekst):
        return []
    return [lines[at], *(_same_cell(lines, at + 1, lines[at]) if several else ())]


def _same_cell(lines: Sequence[Regel], at: int, first: Regel) -> list[Regel]:
    found = []
    while at < len(lines) and (lines[at].blok, lines[at].cel) == (first.blok, first.cel):
        if label_of(lines[at].tekst) is not None:
            break
        found.append(lines[at])
        at += 1
    return found


def _while(lines: Sequence[Regel], at: int, belongs: Callable[[Regel], bool]) -> list[Regel]:
    end = at + 1
    while end < len(lines) and (belongs(lines[end]) or _GOES_ON.search(lines[end - 1].tekst)):
        text = lines[end].tekst
        if label_of(text) is not None or is_aanhef(text) or read_date(text) is not None:
            break
        end += 1
    return list(lines[at:end])


def _going_on(lines: Sequence[Regel], at: int) -> list[Regel]:
    return _while(lines, at, lambda line: line.tekst in AFZENDER.ministerie[1:])


def _is_directie(line: Regel) -> bool:
    return _DIRECTIE.match(line.tekst) is not None or line.tekst in AFZENDER.directie[1:]


def _by_column(lines: Sequence[Regel]) -> list[Regel]:
    """Put the values of a table behind their labels, where a row of labels stands above a row of values."""
    rows: dict[tuple[int, int], list[Regel]] = {}
    for line in lines:
        if line.cel is not None:
            rows.setdefault((line.blok, line.cel[0]), []).append(line)
    ordered: list[Regel] = []
    done: set[tuple[int, int]] = set()
    for line in lines:
        row = (line.blok, line.cel[0]) if line.cel is not None else None
        if row is None:
            ordered.append(line)
        elif row not in done:
            below = (row[0], row[1] + 1)
            if len(rows[row]) > 1 and below in rows and all(_is_bare_label(each) for each in rows[row]):
                ordered += _paired(rows[row], rows[below])
                done.add(below)
            else:
                ordered += rows[row]
            done.add(row)
    return ordered


def _is_bare_label(line: Regel) -> bool:
    label = label_of(line.tekst)
    return label is not None and label[1] == len(line.tekst)


def _paired(labels: Sequence[Regel], values: Sequence[Regel]) -> list[Regel]:
    found: list[Regel] = []
    for label in labels:
        column = label.cel[1] if label.cel else 0
        found += [label, *(each for each in values if each.cel and each.cel[1] == column)]
    known = {each.cel[1] for each in labels if each.cel}
    return found + [each for each in values if each.cel and each.cel[1] not in known]
