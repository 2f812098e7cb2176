"""What a newer dossier left open is asked for, on the terminal and by `brief controleren`."""

from __future__ import annotations

import click
from click.testing import CliRunner

from brief.commands.inlezen_vragen import stel_vragen
from brief.diagnostics import Severity
from brief.domain import Besluit, Status
from brief.intake.answers import Antwoorden
from brief.intake.plan import Kandidaat, Vraag
from brief.render.terminal.plan import plan_regels
from checks.voorbeeld import DAG, afspraak, gegevens, meldingen
from intake.bijwerkvoorbeeld import ENERGIE, WATER, WONEN, nieuwe_versie

TITEL = "Ruimtelijk arrangement van de drie provincies en de waterschappen, in twee delen"
VRAAG = Vraag(
    "nw-2.3-1",
    "2.3 Water",
    WATER,
    (Kandidaat("nw-2.4-1", "2.4 Water", f"{WATER} A", 0.9), Kandidaat("nw-2.4-2", "2.4 Water", f"{WATER} B", 0.9)),
)


def _antwoord(answers: str, *vragen: Vraag) -> tuple[Antwoorden, str]:
    given: list[Antwoorden] = []

    @click.command()
    def vraag() -> None:
        given.append(stel_vragen(vragen))

    shown = CliRunner().invoke(vraag, input=answers)
    assert shown.exit_code == 0, shown.output
    return given[0], shown.output


def test_a_person_is_asked_about_each_candidate_until_one_is_the_same() -> None:
    given, shown = _antwoord("misschien\nnee\nJa\n", VRAAG)
    assert given.zelfde == {"nw-2.3-1": "nw-2.4-2"}
    assert "typ ja of nee" in shown
    assert "{+A+}" in shown
    assert "[-…-] valt weg, {+…+} komt erbij" in shown


def test_no_to_all_means_it_is_another() -> None:
    given, _ = _antwoord("n\nn\n", VRAAG)
    assert given == Antwoorden({}, frozenset({"nw-2.3-1"}))


def test_a_candidate_that_was_given_away_is_not_offered_again() -> None:
    other = Vraag("nw-2.3-2", "2.3 Water", WONEN, VRAAG.kandidaten[:1])
    given, _ = _antwoord("j\n", VRAAG, other)
    assert given == Antwoorden({"nw-2.3-1": "nw-2.4-1"}, frozenset({"nw-2.3-2"}))


def test_a_text_that_waits_for_a_choice_is_one_finding() -> None:
    data = gegevens(afspraak(dossiertekst="Rijk en regio maken samen een plan."))
    (finding,) = meldingen(data)
    assert (finding.code, finding.severity) == ("BR433", Severity.WAARSCHUWING)


def test_an_afspraak_that_disappeared_is_asked_for_until_it_has_a_besluit() -> None:
    (finding,) = meldingen(gegevens(afspraak(verdwenen="v2")))
    assert finding.code == "BR434"
    assert "v2" in finding.message
    decided = afspraak(verdwenen="v2", status=Status.VERVALLEN, besluit=Besluit(DAG, "opgegaan in een andere"))
    assert [each.code for each in meldingen(gegevens(decided)) if each.code in {"BR409", "BR434"}] == []


def test_the_plan_fits_a_terminal_of_80_cells_and_shows_control_characters() -> None:
    long = f"{WATER} {WONEN}"
    done = nieuwe_versie(
        [("2.3", TITEL, long), ("2.4", "Wonen", WONEN)],
        [("2.4", TITEL, long.replace("hoge", "lage")), ("2.4", TITEL, f"{ENERGIE} \u202e\u0085")],
    )
    lines = plan_regels(done.plan)
    assert max(len(line) for line in lines) <= 80
    assert any("[-hoge-]{+lage+}" in line for line in lines)
    assert all(line.isprintable() for line in lines)
    assert lines[-1].strip() == "([-…-] valt weg, {+…+} komt erbij)"
