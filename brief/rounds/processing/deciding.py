"""Record in the files with afspraken what readers settled on: besluiten, sentences for the letter, new afspraken."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.domain import Afspraak, Besluit, Status
from brief.intake.basefile import gegeven_ids
from brief.intake.fitting import new_ids
from brief.intake.returned.stream import Token
from brief.rounds.processing.gathered import Doel
from brief.rounds.processing.texts import counted
from brief.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brief.intake.returned.hunks import Hunk
    from brief.intake.returned.stream import Tokens
    from brief.rounds.processing.gathered import Target
    from brief.rounds.processing.opdracht import Opdracht
    from brief.rounds.processing.texts import Texts
    from brief.sources.edit import Edit


class Deciding(Struct):
    """Changes the afspraken; `edit_of` gives the edit of the file of a landsdeel."""

    texts: Texts
    opdracht: Opdracht
    edit_of: Callable[[str], Edit]

    def run(self) -> None:
        """Record besluiten, change sentences, and add what is new."""
        for (doel, key), tokens in self.texts.settled.texts.items():
            if doel is Doel.AFSPRAAK:
                self._besluit(key, tokens)
            elif doel is Doel.ZIN:
                self._sentence(key, tokens)
        new = [target for target in self.texts.settled.texts if target[0] is Doel.NIEUW]
        for target, identity in self._ids(new).items():
            self._new(target, identity, self.texts.settled.texts[target])

    def _besluit(self, key: str, tokens: Tokens) -> None:
        afspraak = self.texts.today.afspraken[key]
        target: Target = (Doel.AFSPRAAK, key)
        hunks = self.texts.settled.hunks[target]
        edit = self.edit_of(afspraak.landsdeel)
        struck = not any(token.is_word and token.head is None and token.source != () for token in tokens)
        day, reason = self._day(afspraak.landsdeel, hunks), self._reason(hunks)
        if afspraak.na_overleg is not None:
            edit.remove(key, "na_overleg")
        if struck:
            edit.remove(key, "besluit.tekst")
            edit.set(key, "status", Status.VERVALLEN.value)
            edit.set(key, "besluit", {"datum": day, "reden": reason})
            self.texts.regels.append(f"{key}: vervallen op {day}, {reason}")
            return
        text = self.texts.text_of(afspraak.geldende_tekst, tokens, target)
        if text is None:
            return
        if afspraak.status is Status.TOEGEVOEGD and afspraak.besluit is not None and afspraak.besluit.tekst is None:
            edit.set(key, "tekst", text)
            edit.set(key, "besluit", {"datum": day, "reden": f"{afspraak.besluit.reden}; {reason}"})
        elif text == afspraak.tekst:
            edit.remove(key, "besluit")
            edit.set(key, "status", Status.VASTGESTELD.value)
        else:
            status = Status.TOEGEVOEGD if afspraak.status is Status.TOEGEVOEGD else Status.GEWIJZIGD
            earlier = f"{afspraak.besluit.reden}; " if afspraak.besluit is not None else ""
            edit.set(key, "status", status.value)
            edit.set(key, "besluit", {"datum": day, "reden": earlier + reason, "tekst": text})
        self.texts.regels.append(f"{key}: gewijzigd op {day}, {reason}")

    def _sentence(self, key: str, tokens: Tokens) -> None:
        afspraak = self.texts.today.afspraken[key]
        target: Target = (Doel.ZIN, key)
        head = Token(head=Paragraph(()), kind="alinea")
        body = [token for token in tokens if token.head is None]
        if not any(token.is_word and token.source != () for token in body):
            self.texts.unplaced(
                target, f"deze zin is geschrapt; haal 'brief' bij {key} zelf weg, dan komt er een conceptzin"
            )
            return
        text = self.texts.text_of(afspraak.brief or "", (head, *body), target)
        if text is None:
            return
        self.edit_of(afspraak.landsdeel).set(key, "brief", text)
        self.texts.regels.append(f"{key}: zin voor de brief, {counted(self.texts.settled.hunks[target])}")

    def _ids(self, targets: Sequence[Target]) -> dict[Target, str]:
        """Give each new afspraak an id that none has or had: the next of the agendapunt of the one that it is beside.

        One that is beside nothing gets none, and is listed.
        """
        afspraken = self.texts.today.afspraken
        beside: dict[str, dict[Target, str]] = {}
        for target in targets:
            neighbour = target[1].split("|")[0]
            if neighbour in afspraken:
                beside.setdefault(afspraken[neighbour].landsdeel, {})[target] = neighbour
            else:
                self.texts.unplaced(target, "voeg deze afspraak zelf toe: brief toevoegen")
        folder = self.texts.today.bestanden.folder
        found: dict[Target, str] = {}
        for landsdeel, own in beside.items():
            new = new_ids(own.values(), {*afspraken, *gegeven_ids(folder, landsdeel)})
            found |= dict(zip(own, new, strict=True))
        return found

    def _new(self, target: Target, identity: str, tokens: Tokens) -> None:
        neighbour, side = target[1].split("|")[:2]
        beside = self.texts.today.afspraken[neighbour]
        hunks = self.texts.settled.hunks[target]
        text = self.texts.text_of("", tokens, target)
        if not text:
            return
        day = self._day(beside.landsdeel, hunks)
        afspraak = Afspraak(
            identity,
            beside.landsdeel,
            beside.agendapunt,
            text,
            Status.TOEGEVOEGD,
            Besluit(day, self._reason(hunks)),
            beside.geldende_themas,
            beside.geldende_provincies,
            beside.geldende_gebieden,
            landelijk=beside.landelijk,
        )
        edit = self.edit_of(beside.landsdeel)
        names = [each.id for each in edit.file.afspraken]
        place = names.index(neighbour) - (side == "voor")
        if place < 0:
            edit.insert_first(afspraak)
        else:
            edit.insert_after(names[place], afspraak)
        self.texts.regels.append(f"{identity}: toegevoegd op {day}, {self._reason(hunks)}")

    def _day(self, landsdeel: str, hunks: Sequence[Hunk]) -> datetime.date:
        """Give the day of a besluit: as said, else the last day that the file gives; never before the meeting."""
        meeting = next(
            each.datum for each in self.texts.today.bestanden.ronde.overleggen if each.landsdeel == landsdeel
        )
        if self.opdracht.datum is not None:
            return max(meeting, self.opdracht.datum)
        days = [
            datetime.date.fromisoformat(each.moment) for each in hunks if re.fullmatch(r"\d{4}-\d\d-\d\d", each.moment)
        ]
        return max([meeting, *days])

    def _reason(self, hunks: Sequence[Hunk]) -> str:
        who = " en ".join(dict.fromkeys(each.by for each in hunks if each.by)) or "een lezer"
        files = ", ".join(dict.fromkeys(each.file.rpartition("/")[2] for each in hunks if each.file))
        return self.opdracht.reden or (f"wijziging van {who} ({files})" if who != files else f"wijziging in {files}")
