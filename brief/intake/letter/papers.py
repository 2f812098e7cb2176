"""The papers that a letter cites, as entries of `kamerstukken.yaml`: what a note says of them, and no more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.intake.letter.words import read_date
from brief.kamerstuk import Soort, Stijl, find, moties, note_text, velden_van
from brief.kamerstuk import stuk as make_stuk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.kamerstuk import Noot, Referentie, Stuk, Verwijzing

# `Uitkomsten BO's MIRT januari 2026 voor VRO, 13 januari 2026, ` before the number of a document
_TITLED = re.compile(r"^\s*(?P<titel>\S.*\S),\s*(?P<datum>\d{1,2}[\s\u00a0]\w+[\s\u00a0]\d{4}),\s*$")


def suffix_of(found: Verwijzing) -> str:
    """Give the page of a reference as `brief.md` writes it behind a key."""
    return f"p. {found.referentie.pagina}" if found.referentie.pagina else ""


class Papers(Struct):
    """Collects the papers; `known` are those that the round has already, which are left as they are."""

    known: Mapping[str, Stuk] = field(default_factory=dict)
    fields: dict[str, dict[str, str]] = field(default_factory=dict)
    made: dict[str, Stuk] = field(default_factory=dict)
    conflicts: list[tuple[str, str]] = field(default_factory=list)

    def titled(self, before: str, found: Verwijzing) -> str:
        """Take title and date that stand before the number of a paper without Kamerstuk number; "" when none do."""
        match = _TITLED.match(before)
        named = found.referentie.soort in {Soort.DOCUMENT, Soort.ZAAK} or found.referentie.publicatie is not None
        if match is None or not named or (day := read_date(match["datum"])) is None:
            return ""
        own = self.fields.setdefault(found.sleutel, velden_van(_whole(found.referentie)))
        own.update({"titel": match["titel"], "datum": day.isoformat()})
        return match["titel"]

    def take(self, found: Verwijzing) -> bool:
        """Take a paper; False when the key would print another paper than was cited, and must not stand for it."""
        reference = _whole(found.referentie)
        key = found.sleutel
        stuk = self.known.get(key) or self.made.get(key)
        if stuk is None:
            own = self.fields.setdefault(key, velden_van(reference))
            stuk, findings = make_stuk(key, own)
            if stuk is None or any(finding.is_error for finding in findings):
                self.fields.pop(key, None)
                return False
        same = _prints(stuk, reference)
        if not same and key in self.made and stuk.referentie.vergaderjaar is None and key not in self.known:
            return self._completed(key, reference)
        if same:
            if key not in self.known:
                self.made[key] = stuk
        else:
            self.conflicts.append((key, found.tekst))
            if key not in self.made:
                self.fields.pop(key, None)
        return same

    def name_moties(self, text: str, notes: Sequence[Noot]) -> None:
        """Say of each paper that the letter calls the motie of somebody that it is one, and whose."""
        for each in moties(text, find(text), notes):
            if each.verwijzing is not None and each.verwijzing.sleutel in self.made:
                own = self.fields[each.verwijzing.sleutel]
                own.setdefault("soort", "motie")
                own.setdefault("ondertekenaar", each.naam)

    def _completed(self, key: str, reference: Referentie) -> bool:
        """Let a later note say the vergaderjaar that the first did not."""
        own = velden_van(reference) | self.fields[key]
        stuk, _ = make_stuk(key, own)
        if stuk is None or not _prints(stuk, reference):
            return False
        self.fields[key], self.made[key] = own, stuk
        return True


def _whole(reference: Referentie) -> Referentie:
    return replace(reference, pagina=None) if reference.soort is Soort.KAMERSTUK else reference


def _prints(stuk: Stuk, reference: Referentie) -> bool:
    """Tell whether the note of a paper, read back, is the reference; a vergaderjaar that was not said may be added."""
    read = find(note_text(stuk, Stijl.MINISTERIE)).verwijzingen
    if len(read) != 1:
        return False
    printed = read[0].referentie
    if reference.vergaderjaar is None:
        printed = replace(printed, vergaderjaar=None)
    if reference.kamer is None:
        printed = replace(printed, kamer=None)
    return printed == reference
