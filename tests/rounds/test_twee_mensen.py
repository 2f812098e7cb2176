"""Two people in one round: what another saved is never overwritten, and the message says whose lines it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.rounds.deciding import Opdracht, Uitspraak, plan
from brief.rounds.plan import plan_and_save, save
from brief.rounds.processing import run
from brief.rounds.processing.opdracht import Opdracht as Verwerken
from brief.rounds.processing.settling import Keuzes
from rounds.processing.keten import maak, retour, stuk
from rounds.processing.lezer import Lezer
from rounds.rondemap import bestand, geopend, ronde, vervang

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

VERVALLEN = Opdracht(("nw-2.3-1",), Uitspraak.VERVALLEN, reden="gaat niet door")


def test_de_regels_van_een_ander_worden_genoemd_met_hun_afspraak(tmp_path: Path) -> None:
    folder = ronde(tmp_path)
    planned = plan(geopend(folder), VERVALLEN)
    path = bestand(folder, "noordwest")
    vervang(path, "drinkwater.", "drinkwater, ook in de zomer.")
    text = path.read_text("utf-8")
    (finding,) = save(planned).findings
    assert finding.code == "BR024"
    assert finding.place is not None
    assert finding.place.line == text.split("\n").index("        drinkwater, ook in de zomer.") + 1
    assert "(nw-2.3-3)" in str(finding.label)
    assert path.read_text("utf-8") == text


def test_wie_het_met_brief_deed_wordt_bij_naam_genoemd(tmp_path: Path) -> None:
    folder = ronde(tmp_path)
    planned = plan(geopend(folder), VERVALLEN)
    other = Opdracht(("nw-2.3-2",), Uitspraak.VERVALLEN, reden="ook niet", opnieuw=True)
    plan_and_save(folder, lambda opened: plan(opened, other))
    (finding,) = save(planned).findings
    assert "(nw-2.3-2)" in str(finding.label)
    assert "met brief (nw-2.3-2: vervallen" in str(finding.label)


def test_een_opslag_terwijl_verwerken_nadenkt_laat_alle_bestanden_zoals_ze_zijn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = maak(tmp_path)
    lezer = Lezer(stuk(folder))
    lezer.vervang("goede plannen", "uitgewerkte plannen").vervang("Het waterprogramma", "Dat programma")
    path = retour(folder, lezer.bytes())
    real = run._save

    def saved_by_another(*arguments: object) -> object:
        vervang(folder / "brief.md", "De woningmarkt", "De woningmarkt in het Noorden")
        monkeypatch.setattr(run, "_save", real)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "_save", saved_by_another)
    done = run.verwerk(folder, Verwerken([path], keuzes=Keuzes(alles=True)))
    assert [each.code for each in done.meldingen] == ["BR024"]
    assert "regel" in str(done.meldingen[0].label)
    assert done.paden == ()
    assert "Het waterprogramma" in bestand(folder, "noord").read_text("utf-8")
    assert "goede plannen" in (folder / "brief.md").read_text("utf-8")
    again = run.verwerk(folder, Verwerken([path], keuzes=Keuzes(alles=True)))
    assert (again.meldingen, len(again.paden)) == ((), 2)
