"""The proof that nothing was lost: whatever goes missing, double or astray between source and dossier is an error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unittest.mock import patch

from msgspec.structs import replace

from brief.diagnostics import Severity
from brief.domain import Dossier, Sectie
from brief.dossier.outline import Outline, outline
from brief.dossier.proof import unproved
from brief.dossier.reader import _join, _source, read
from brief.dossier.split import split_blocks
from brief.text import ListItem, Paragraph, Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.dossier.blocks import SourceBlock
    from brief.text.model import Block

TEKST = """# BO Leefomgeving Noord

conceptversie 3

## 2.1 Water in Drenthe

*In het kort:*

Het water staat hoog.

*Voorgestelde afspraken:*

- Rijk en regio meten het peil.
- De provincie bouwt een dijk.

| Jaar | Peil |
|------|------|
| 2027 | 3 m  |

## 2.2 Wonen

*Voorgestelde afspraken:*

1. De gemeente bouwt.
"""


@dataclass
class Zaak:
    """A source, what was read of it in the middle, and the dossier that came of it."""

    blocks: tuple[SourceBlock, ...]
    result: Outline
    dossier: Dossier

    def messages(self) -> list[str]:
        """Give what the proof says."""
        found = unproved(self.blocks, self.result, self.dossier)
        assert {each.code for each in found} <= {"BR137"}
        assert all(each.severity is Severity.FOUT for each in found)
        return [each.message for each in found]


def zaak(text: str = TEKST) -> Zaak:
    blocks = split_blocks(_source(text.encode(), "noord.md")[0])
    result = outline(blocks)
    for each in result.agendapunten:
        _join(each)
    return Zaak(blocks, result, read(text.encode(), "noord.md"))


AFSPRAKEN = Sectie.VOORGESTELDE_AFSPRAKEN
PLAATS, VERANDERD = "deze tekst staat {} keer in het resultaat", "deze tekst is bij het lezen veranderd"
TEKEN, OVERAL = "het opsommingsteken van deze tekst", "niet alle tekst heeft een plaats"
GELIJK = "de afspraken zijn niet gelijk aan de voorgestelde afspraken"


def begint(case: Zaak, *heads: str) -> None:
    """Hold that the proof says these things and no others."""
    found = case.messages()
    assert len(found) == len(heads), found
    assert all(message.startswith(head) for message, head in zip(found, heads, strict=True)), found


def test_a_dossier_that_holds_all_of_its_source_is_proved() -> None:
    begint(zaak())
    begint(zaak(""))
    begint(zaak("# Alleen een titel\n"))


def test_a_block_that_is_set_aside_nowhere_is_lost_and_one_that_is_twice_is_too_many() -> None:
    case = zaak()
    gone = case.result.rest.pop()
    begint(case, PLAATS.format(0))
    case.result.rest += [gone, gone]
    begint(case, PLAATS.format(2))


def test_a_piece_that_is_lost_or_doubled_is_noticed() -> None:
    case = zaak()
    pieces = case.result.agendapunten[0].secties[AFSPRAKEN]
    gone = pieces.pop()
    begint(case, PLAATS.format(0))
    pieces += [gone, gone]
    begint(case, PLAATS.format(2))


def test_a_heading_that_is_no_agendapunt_is_lost() -> None:
    case = zaak()
    case.result.agendapunten.pop()
    begint(case, PLAATS.format(0), PLAATS.format(0), OVERAL)


def test_the_place_of_a_lost_text_is_told() -> None:
    case = zaak()
    gone, _ = case.result.rest.pop()
    (finding,) = unproved(case.blocks, case.result, case.dossier)
    assert finding.place == gone.place


def anders(block: Block, text: str) -> Block:
    assert isinstance(block, ListItem | Paragraph)
    return replace(block, spans=(Run(text),))


def test_a_piece_with_other_words_was_changed() -> None:
    case = zaak()
    pieces = case.result.agendapunten[0].secties[AFSPRAKEN]
    for text in ("Rijk en regio meten het peil!", "Rijk en regio meten het", "regio en Rijk meten het peil."):
        pieces[0] = replace(pieces[0], block=anders(pieces[0].block, text))
        begint(case, VERANDERD)
    pieces[0] = replace(pieces[0], block=anders(pieces[0].block, "Rijk en\nregio  meten het peil."))
    begint(case)


def test_marks_that_are_not_the_start_of_their_text_are_not_found_back() -> None:
    case = zaak()
    pieces = case.result.agendapunten[1].secties[AFSPRAKEN]
    (source,) = pieces[0].sources
    assert source.text.startswith(source.marks)
    wrong = replace(source, text="(" + source.text[1:] if source.marks else "x", marks=source.marks or "y")
    pieces[0] = replace(pieces[0], sources=(wrong,))
    assert any(message.startswith(TEKEN) for message in case.messages())


def test_marks_are_left_out_of_the_text_and_counted_in_the_whole() -> None:
    case = zaak()
    pieces = case.result.agendapunten[1].secties[AFSPRAKEN]
    (source,) = pieces[0].sources
    marked = replace(source, text=f"a) {source.text}", marks="a)")
    blocks = tuple(marked if each.index == source.index else each for each in case.blocks)
    pieces[0] = replace(pieces[0], sources=(marked,))
    begint(Zaak(blocks, case.result, case.dossier))
    pieces[0] = replace(pieces[0], sources=(replace(marked, marks="b)"),))
    assert Zaak(blocks, case.result, case.dossier).messages()[0].startswith(TEKEN)


def test_a_dossier_that_misses_text_or_has_too_much_is_not_all_of_the_source() -> None:
    case = zaak()
    rest = case.dossier.rest
    for wrong in (rest[:-1], (*rest, rest[0]), (replace(rest[0], tekst=rest[0].tekst[1:]), *rest[1:])):
        begint(Zaak(case.blocks, case.result, replace(case.dossier, rest=wrong)), OVERAL)
    (finding,) = unproved(case.blocks, case.result, replace(case.dossier, rest=rest[:-1]))
    assert str(finding.place) == "noord.md"
    (finding,) = unproved((), Outline(), replace(case.dossier, agendapunten=(), afspraken=()))
    assert (finding.place, "te veel" in finding.message) == (None, True)


def test_what_is_lost_and_what_is_too_much_are_named() -> None:
    case = zaak("# BO Noord\n\nQ\n")
    (finding,) = unproved(case.blocks, case.result, replace(case.dossier, rest=()))
    assert "te veel: ''" in finding.message
    assert "Q" in finding.message
    doubled = replace(case.dossier, rest=(*case.dossier.rest, replace(case.dossier.rest[0], tekst="XZ")))
    (finding,) = unproved(case.blocks, case.result, doubled)
    assert "(kwijt: '', te veel: 'XZ')" in finding.message


def test_of_much_that_is_lost_the_first_forty_characters_are_shown() -> None:
    case = zaak("k" * 50 + "\n")
    assert len(case.blocks) == 1
    (rest,) = case.dossier.rest
    (finding,) = unproved(case.blocks, case.result, replace(case.dossier, rest=(replace(rest, tekst="v" * 50),)))
    assert f"(kwijt: '{'k' * 40}', te veel: '{'v' * 40}')" in finding.message
    assert str(finding.place) == "noord.md"
    case = zaak(f"## 2.1 Water\n\n*Voorgestelde afspraken:*\n\n- {'k' * 50}\n")
    (finding,) = unproved(case.blocks, case.result, replace(case.dossier, afspraken=()))
    assert finding.message.endswith(f"vanaf '{'k' * 40}'")


def test_a_reader_that_loses_a_block_refuses_its_own_dossier() -> None:
    def careless(blocks: Iterable[SourceBlock]) -> Outline:
        result = outline(blocks)
        result.rest.pop()
        return result

    with patch("brief.dossier.reader.outline", careless):
        found = [each for each in read(TEKST.encode(), "noord.md").meldingen if each.is_error]
    assert {each.code for each in found} == {"BR137"}


def test_titles_and_tables_are_text_of_the_dossier_too() -> None:
    case = zaak()
    first, *others = case.dossier.agendapunten
    title = replace(first, titel="Water in Drente")
    begint(Zaak(case.blocks, case.result, replace(case.dossier, agendapunten=(title, *others))), OVERAL)
    secties = {**first.secties, Sectie.IN_HET_KORT: ()}
    short = replace(first, secties=secties)
    begint(Zaak(case.blocks, case.result, replace(case.dossier, agendapunten=(short, *others))), OVERAL)


def test_the_number_of_an_agendapunt_may_stand_in_its_heading_only() -> None:
    case = zaak()
    heading = case.result.agendapunten[0]
    assert len(heading.heading.text) > len(heading.titel)
    heading.titel = heading.heading.text
    begint(case, OVERAL)


def test_afspraken_that_are_not_the_proposed_ones_in_their_order_are_noticed() -> None:
    case = zaak()
    afspraken = case.dossier.afspraken
    swapped = (afspraken[1], afspraken[0], *afspraken[2:])
    for wrong in (afspraken[:-1], (*afspraken, afspraken[0]), swapped, ()):
        begint(Zaak(case.blocks, case.result, replace(case.dossier, afspraken=wrong)), GELIJK)
    found = Zaak(case.blocks, case.result, replace(case.dossier, afspraken=swapped)).messages()[0]
    assert "vanaf 'Rijkenregio" in found
    found = Zaak(case.blocks, case.result, replace(case.dossier, afspraken=afspraken[:-1])).messages()[0]
    assert "vanaf 'Degemeentebouwt.'" in found
    (finding,) = unproved(case.blocks, case.result, replace(case.dossier, afspraken=()))
    assert finding.place == case.dossier.agendapunten[0].place


def test_afspraken_without_an_agendapunt_are_noticed_too() -> None:
    case = zaak()
    alone = Dossier("noord", "", "", (), case.dossier.afspraken, ())
    found = unproved((), Outline(), alone)
    assert [(each.message[: len(GELIJK)], each.place) for each in found] == [(GELIJK, None)]
