"""Gather the changes that a deed makes in the afspraken files of a round, and everything that stands in their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.rounds import named
from brief.rounds.plan import Plan
from brief.sources.edit import Edit

if TYPE_CHECKING:
    from brief.diagnostics import Diagnostic
    from brief.rounds.opening import Opened
    from brief.rounds.plan import Tekstwijziging, Vraag
    from brief.sources import RondeBestanden


class Gathering:
    """The changes so far, by landsdeel, with what is said of them, asked about them and found against them."""

    def __init__(self, opened: Opened, bestanden: RondeBestanden) -> None:
        self.opened = opened
        self.bestanden = bestanden
        self.edits: dict[str, Edit] = {}
        self.regels: list[str] = []
        self.findings: list[Diagnostic] = []
        self.vragen: list[Vraag] = []
        self.teksten: list[Tekstwijziging] = []

    def edit(self, landsdeel: str) -> Edit | None:
        """Give the changes of the file of a landsdeel; None and findings when it cannot be changed."""
        if landsdeel not in self.edits:
            file, found = named.afsprakenbestand(self.opened, self.bestanden, landsdeel)
            self.findings += found
            if file is None:
                return None
            self.edits[landsdeel] = Edit(file)
        return self.edits[landsdeel]

    def plan(self) -> Plan:
        """Give what was gathered; with findings or questions nothing changes."""
        stopped = self.findings or self.vragen
        edits = () if stopped else tuple(edit for edit in self.edits.values() if edit.changes)
        findings = tuple(dict.fromkeys(self.findings))
        texts = tuple(self.teksten) if edits else ()
        return Plan(self.opened.folder, edits, tuple(self.regels), findings, tuple(self.vragen), texts)
