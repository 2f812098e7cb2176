"""The tables of the state count what is there, at any width, and cut nothing off."""

from __future__ import annotations

import io
import re

import pytest
from msgspec.structs import replace

from assemble.voorbeeld import ronde
from brief.diagnostics import Diagnostic, Place, Severity
from brief.domain import Afspraak, Status, Voorstel
from brief.render.json.stand import stand_as_json
from brief.render.terminal.stand import print_stand
from brief.rounds.made.todo import TeBeslissen
from brief.rounds.state import Stand, stand_van

AFSPRAKEN = [
    Afspraak("nw-1-1", "noordwest", "1 A", "x", Status.VASTGESTELD, themas=("water", "wonen"), provincies=("utrecht",)),
    Afspraak("nw-1-2", "noordwest", "1 A", "x", themas=("verstedelijking",), provincies=("utrecht", "flevoland")),
    Afspraak("n-1-1", "noord", "1 A", "x", voorstel=Voorstel(themas=("energie",), provincies=("fryslan",), reden="r")),
    Afspraak("n-1-2", "noord", "1 A", "x", Status.VERVALLEN, themas=("water",)),
    Afspraak("n-1-3", "noord", "1 A", "x", themas=("[bold]raar",), landelijk=True),
    Afspraak("z-1-1", "zuid", "1 A", "x", publiceren=False),
]
PLACEHOLDER = Diagnostic("BR401", Severity.WAARSCHUWING, "hier staat nog 'PM'", Place("nw.yaml", 3, 5))


def _stand() -> Stand:
    return stand_van(replace(ronde(), titel="Uitkomsten [red]2026"), AFSPRAKEN, [PLACEHOLDER], TeBeslissen())


def _printed(width: int) -> str:
    stream = io.StringIO()
    print_stand(_stand(), stream, width)
    return stream.getvalue()


def test_the_counts() -> None:
    stand = _stand()
    assert stand.landsdelen["noordwest"] == {"totaal": 2, "verstedelijking": 1, "water": 1, "wonen": 1}
    assert stand.landsdelen["noord"] == {"totaal": 2, "[bold]raar": 1, "energie": 1}
    assert stand.landsdelen["zuid"] == {"totaal": 0}
    assert stand.provincies["utrecht"]["totaal"] == 2
    assert stand.provincies["fryslan"] == {"totaal": 1, "energie": 1}
    assert stand.status["noord"]["vervallen"] == 1
    assert stand.voorgesteld == ("nw-1-2", "n-1-1", "n-1-3", "z-1-1")
    assert stand.zonder_thema == ()
    assert stand.onbevestigd == ("n-1-1",)
    assert stand.zonder_plek == ()
    assert stand_as_json(stand)["plaatshouders"] == [{"tekst": "hier staat nog 'PM'", "plaats": "nw.yaml:3:5"}]


def test_where_nothing_is_to_be_published_there_are_no_empty_tables_of_it() -> None:
    stream = io.StringIO()
    print_stand(stand_van(ronde(), [], [], TeBeslissen()), stream, 80)
    assert "Te publiceren naar" not in stream.getvalue()
    assert "Te publiceren naar thema en provincie" in _printed(200)


def test_a_table_fits_in_eighty_columns() -> None:
    lines = _printed(80).splitlines()
    assert max(map(len, lines)) <= 80
    row = next(line for line in lines if line.strip().startswith("verstedelijking"))
    assert re.fullmatch(r"\s*verstedelijking\s+·\s+·\s+1\s+·\s+·\s+1\s*", row)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_nothing_is_cut_off_at_any_width(width: int) -> None:
    shown = "".join(_printed(width).split())
    assert "…" not in shown
    for words in ("Noordwest", "verstedelijking", "[bold]raar", "Uitkomsten[red]2026", "nw.yaml:3:5"):
        assert words in shown


def test_a_narrow_terminal_gets_a_list() -> None:
    assert "Noordwest: water 1, wonen 1," in " ".join(_printed(40).split())


def test_a_thousand_placeholders_are_counted_and_a_hundred_shown() -> None:
    many = stand_van(ronde(), AFSPRAKEN, [PLACEHOLDER] * 1_000, TeBeslissen())
    stream = io.StringIO()
    print_stand(many, stream, 100)
    shown = stream.getvalue()
    assert "1000  plaatshouders" in shown
    assert shown.count("hier staat nog 'PM'") == 100
    assert "en nog 900; alle met: brief stand --json" in shown
