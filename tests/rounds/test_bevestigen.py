"""What is confirmed stands in the fields, what is not stays a proposal, and nothing else of a file changes."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from brief.domain import Afspraak, DossierBron, Voorstel
from brief.domain.redenen import Reden, lees_redenen, schrijf_redenen
from brief.rounds.confirming import Antwoord, Invulling, Veld, _Beantwoord, groepen, vermoedens_van
from brief.sources.afspraken import Afsprakenbestand, read_afspraken
from brief.sources.edit import Edit
from brief.sources.source import decode
from brief.sources.write import afspraken_yaml
from keuring.eigenschap import tries

if TYPE_CHECKING:
    from brief.rounds.confirming import Keuze

THEMAS = st.lists(st.sampled_from(["water", "energie", "wonen", "natuur"]), unique=True, max_size=3)
PROVINCIES = st.lists(st.sampled_from(["groningen", "drenthe", "fryslan"]), unique=True, max_size=3)
GEBIEDEN = st.lists(st.sampled_from(["groningen", "lelylijn"]), unique=True, max_size=2)
WORD = st.text(st.sampled_from("abc é-"), min_size=1, max_size=9).map(str.strip).filter(bool)
REDEN = st.builds(
    Reden, WORD.map(lambda word: f"'{word}' in de tekst"), st.none() | st.integers(0, 99).map(lambda n: n / 100)
)


@st.composite
def _voorstel(draw: st.DrawFn) -> Voorstel:
    lists = [tuple(draw(each)) for each in (THEMAS, PROVINCIES, GEBIEDEN)]
    redenen = [(key, draw(REDEN)) for keys in lists for key in keys]
    day = draw(st.none() | st.dates(datetime.date(1000, 1, 1)))
    if day is not None:
        redenen.append((day.isoformat(), draw(REDEN)))
    return Voorstel(lists[0], lists[1], lists[2], schrijf_redenen(redenen), day)


@st.composite
def _afspraak(draw: st.DrawFn) -> Afspraak:
    filled = [tuple(draw(each)) if draw(st.booleans()) else () for each in (THEMAS, PROVINCIES, GEBIEDEN)]
    return Afspraak(
        "n-1-1",
        "noord",
        "1 Net",
        "een tekst",
        voorstel=draw(_voorstel()),
        themas=filled[0],
        provincies=filled[1],
        gebieden=filled[2],
    )


def _file(text: str) -> Afsprakenbestand:
    source, _ = decode("noord.yaml", text.encode())
    assert source is not None
    file, found = read_afspraken(source, "noord")
    assert found == ()
    return file


def _written(afspraak: Afspraak, style: int) -> str:
    text = afspraken_yaml(DossierBron("d.docx", ""), [afspraak]).replace("status:", "# van Anna\n    status:")
    if style:
        text = text.replace("    voorstel:\n      themas: [", "    voorstel: # kijk\n      themas: [")
    return text


@settings(max_examples=tries(100))
@given(_afspraak(), st.data())
def test_each_answer_changes_its_own_value_and_no_other(afspraak: Afspraak, data: st.DataObject) -> None:
    text = _written(afspraak, data.draw(st.integers(0, 1)))
    file = _file(text)
    vermoedens = list(vermoedens_van(file.afspraken[0]))
    answers = {each: data.draw(st.sampled_from([True, False, None])) for each in vermoedens}
    keuzes: list[Keuze] = [
        Antwoord(each.afspraak.id, each.veld, each.sleutel, answer)
        for each, answer in answers.items()
        if answer is not None
    ]
    edit = Edit(file)
    _Beantwoord(file.afspraken[0], keuzes).write(edit)
    edit.prove()
    (after,) = _file(edit.text()).afspraken
    open_ = {each for each, answer in answers.items() if answer is None}
    if any(each.leidt for each in open_):
        open_ |= {each for each in vermoedens if each.wacht_op and answers[each]}
    for each in vermoedens:
        field = getattr(after, each.veld.value)
        values = field if isinstance(field, tuple) else (field.isoformat(),) if field else ()
        before = getattr(afspraak, each.veld.value)
        confirmed = bool(answers[each]) and each not in open_
        assert (each.sleutel in values) == (confirmed or (before is not None and each.sleutel in before))
    left = list(vermoedens_van(after))
    assert {(each.veld, each.sleutel) for each in left} == {(each.veld, each.sleutel) for each in open_}
    reasons = {(each.veld, each.sleutel): str(each.reden) for each in open_}
    assert {(each.veld, each.sleutel): str(each.reden) for each in left} == reasons
    assert after.themas[: len(afspraak.themas)] == afspraak.themas
    assert "    # van Anna\n" in edit.text()


@given(st.lists(st.tuples(st.sampled_from(["water", "groningen", "lelylijn"]), REDEN), max_size=4))
def test_reasons_read_back(redenen: list[tuple[str, Reden]]) -> None:
    assert lees_redenen(schrijf_redenen(redenen), [key for key, _ in redenen])[:1] == [each for _, each in redenen][:1]


def test_a_reason_in_a_persons_own_words_is_that_of_every_value_and_stays() -> None:
    voorstel = Voorstel(("water",), ("drenthe",), (), "Anna denkt van wel; Piet ook")
    file = _file(_written(Afspraak("n-1-1", "noord", "1 Net", "een tekst", voorstel=voorstel), 0))
    assert [each.reden.woorden for each in vermoedens_van(file.afspraken[0])] == [voorstel.reden] * 2
    edit = Edit(file)
    _Beantwoord(file.afspraken[0], [Antwoord("n-1-1", Veld.THEMAS, "water", ja=True)]).write(edit)
    assert _file(edit.text()).afspraken[0].voorstel == Voorstel((), ("drenthe",), (), voorstel.reden)


def test_an_afspraak_between_brackets_is_answered_too() -> None:
    item = (
        "{id: n-1-1, agendapunt: 1 Net, tekst: x, voorstel: {themas: [water], provincies: [drenthe]}, landelijk: true}"
    )
    file = _file(f"dossier: {{bestand: d}}\nafspraken:\n  - {item}\n")
    edit = Edit(file)
    keuzes: list[Keuze] = [
        Antwoord("n-1-1", Veld.THEMAS, "water", ja=True),
        Invulling("n-1-1", Veld.PROVINCIES, ("fryslan", "drenthe")),
    ]
    _Beantwoord(file.afspraken[0], keuzes).write(edit)
    (after,) = _file(edit.text()).afspraken
    assert (after.themas, after.provincies, after.voorstel) == (("water",), ("fryslan", "drenthe"), None)
    assert after.landelijk


def test_proposals_for_one_reason_stand_together_and_leading_themes_come_first() -> None:
    def afspraak(number: int, reden: str, *themas: str) -> Afspraak:
        return Afspraak(f"n-1-{number}", "noord", "1 Net", "x", voorstel=Voorstel(themas, (), (), reden))

    many = [
        afspraak(1, "water: 'sloot' in de tekst (0,90)", "water"),
        afspraak(2, "energie: 'net' in de tekst (0,90); water: 'sloot' in de tekst (0,50)", "energie", "water"),
        afspraak(3, "water: 'sloot' in de tekst, 'beek' in de titel (0,80)", "water"),
        afspraak(4, "water: 'meer' in de titel (0,80)", "water"),
    ]
    found = groepen(one for each in many for one in vermoedens_van(each))
    assert [(groep.sleutel, groep.reden, [one.afspraak.id for one in groep.vermoedens]) for groep in found] == [
        ("water", "'sloot' in de tekst", ["n-1-1", "n-1-3"]),
        ("water", "'meer' in de titel", ["n-1-4"]),
        ("energie", "'net' in de tekst", ["n-1-2"]),
        ("water", "'sloot' in de tekst", ["n-1-2"]),
    ]
