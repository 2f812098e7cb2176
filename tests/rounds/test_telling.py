"""The sum that is shown: as many afspraken stand in the list as it says, whatever the round."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from assemble.voorbeeld import VOLGORDE, afspraak, samen
from brief.domain import LANDSDELEN, Afspraak, Besluit, Status
from brief.render.terminal.todo import som
from brief.rounds import making
from brief.rounds.made.tally import Telling, proved, tally
from brief.rounds.making import Opdracht, make_and_write
from brief.versions.inhoud import afspraken_in
from rounds.rondemap import ronde

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEKSTEN = ("- Kennis nemen van de agenda.", "Kennis nemen van de agenda.", "Anders.", "Anders.\n\n- Met een punt.")
BESLUIT = Besluit(datetime.date(2026, 9, 14), "zo besloten", "Kennis nemen van de agenda.")


@st.composite
def rondes(draw: st.DrawFn) -> list[Afspraak]:
    """Draw the afspraken of a round: any status, closed or not, linked in any way, alike or not."""
    keys = [f"x-1-{number}" for number in range(draw(st.integers(0, 12)))]
    found = []
    for key in keys:
        status = draw(st.sampled_from(Status))
        found.append(
            afspraak(
                key,
                draw(st.sampled_from(sorted(LANDSDELEN))),
                draw(st.sampled_from(["1.1 Water", "1.2 Wonen"])),
                tekst=draw(st.sampled_from(TEKSTEN)),
                status=status,
                besluit=BESLUIT if status is Status.GEWIJZIGD else None,
                publiceren=draw(st.booleans()),
                landelijk=draw(st.booleans()),
                zie=tuple(draw(st.lists(st.sampled_from([*keys, "elders"]), max_size=3, unique=True))),
            )
        )
    return found


@given(rondes())
def test_as_many_afspraken_are_printed_as_the_sum_says(afspraken: list[Afspraak]) -> None:
    telling = tally(afspraken, VOLGORDE)
    lijst = samen(afspraken, "Tekst.").afsprakenlijst
    assert len(afspraken_in(lijst)) == telling.gedrukt
    assert proved(telling, lijst) == ()


@given(st.tuples(*[st.integers(0, 30)] * 5))
def test_the_sum_that_is_printed_can_be_done_again(counts: tuple[int, ...]) -> None:
    rest, dropped, adjourned, closed, together = counts
    telling = Telling(rest + together + dropped + adjourned + closed, dropped, adjourned, closed, together)
    first, _, more = som(telling).partition(" te publiceren")
    found = re.fullmatch(r"(\d+) afspra\w+((?: − \d+ [a-z ]+?)*) = (\d+)", first)
    assert found is not None
    left = int(found[3])
    assert int(found[1]) - sum(map(int, re.findall(r"\d+", found[2]))) == left
    if "=" in more:
        minus, printed = map(int, re.findall(r"− (\d+) .*? = (\d+)", more)[0])
        left -= minus
        assert left == printed
    assert left == telling.gedrukt


def test_a_list_with_another_number_is_refused() -> None:
    lijst = samen([afspraak("n-1-1", "noord"), afspraak("n-1-2", "noord")], "Tekst.").afsprakenlijst
    telling = tally([afspraak("n-1-1", "noord")], VOLGORDE)
    assert [each.code for each in proved(telling, lijst)] == ["BR447"]
    assert proved(replace(telling, totaal=2), lijst) == ()


def test_nothing_is_written_when_the_list_has_another_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ronde(tmp_path)

    def one_more(*given: object) -> Telling:
        telling = tally(*given)  # type: ignore[arg-type]
        return replace(telling, totaal=telling.totaal + 1)

    monkeypatch.setattr(making, "tally", one_more)
    result = make_and_write(Opdracht(folder))
    assert [each.code for each in result.findings if each.is_error] == ["BR447"]
    assert not result.is_written
    assert not (tmp_path / "output").exists()


def test_an_id_that_two_afspraken_have_is_told_as_that_and_not_as_a_fault_of_brief(tmp_path: Path) -> None:
    folder = ronde(tmp_path)
    file = folder / "afspraken" / "noord.yaml"
    text = file.read_text("utf-8")
    first = text[text.index("  - id:") :]
    file.write_text(text.rstrip("\n") + "\n" + first, "utf-8")
    result = make_and_write(Opdracht(folder))
    assert {each.code for each in result.findings if each.is_error} == {"BR412"}
    assert not result.is_written
