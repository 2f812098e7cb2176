"""What a finished file says is held against what was agreed: each difference has its name, its place and its owner."""

from __future__ import annotations

import hashlib
from unittest.mock import patch

from brief.finishing.proof import leftover
from brief.finishing.proof.compare import BY_TAGS, ON_PAPER, Compared, Fault, Soort, compare, joined
from brief.finishing.proof.lines import Kind, Line

ANDERS = "Over iets heel anders schrijft niemand hier ooit."


def lijn(text: str, place: str = "", owner: str | None = None, kind: Kind = Kind.PUNT, level: int = 1) -> Line:
    return Line(kind, level, text, place, owner)


WANTED = tuple(
    lijn(text, owner=owner)
    for text, owner in (
        ("Rijk en regio maken een plan voor zoet water.", "n-1"),
        ("De provincie bouwt elk jaar duizend woningen.", "n-2"),
        ("Er komt meer ruimte voor de beken{noot: Kamerstuk 1, nr. 2}.", "n-3"),
        ("Per km{^2} wordt de uitstoot van CO{_2} gemeten.", "n-4"),
    )
)


def gevonden(*lines: Line | str) -> tuple[Line, ...]:
    """Give lines as a file has them: each with a place, and of nobody."""
    found = (each if isinstance(each, Line) else lijn(each) for each in lines)
    return tuple(Line(each.kind, each.level, each.text, f"alinea {n}") for n, each in enumerate(found, 1))


def vergeleken(*lines: Line | str, frame: tuple[str, ...] = ()) -> Compared:
    return compare("lijst.docx", WANTED, gevonden(*lines), frame)


def het_verschil(*lines: Line | str) -> tuple[Soort, str, str, str, str]:
    """Give the one difference that there is."""
    (fault,) = vergeleken(*lines).faults
    assert fault.bestand == "lijst.docx"
    return fault.soort, fault.owner, fault.place, fault.expected, fault.found


def test_a_file_that_says_it_all_has_no_difference_and_each_line_its_place() -> None:
    found = vergeleken(*WANTED)
    assert found == Compared((), ("alinea 1", "alinea 2", "alinea 3", "alinea 4"))


def test_another_word_is_named_with_what_was_expected_and_what_stands_there() -> None:
    other = "De provincie bouwt elk jaar honderd woningen."
    assert het_verschil(WANTED[0], other, *WANTED[2:]) == (
        Soort.GEWIJZIGD,
        "n-2",
        "alinea 2",
        WANTED[1].text,
        other,
    )
    assert vergeleken(WANTED[0], other, *WANTED[2:]).places == ("alinea 1", "alinea 2", "alinea 3", "alinea 4")


def test_a_line_that_is_gone_is_missing_and_has_no_place() -> None:
    assert het_verschil(WANTED[0], *WANTED[2:]) == (Soort.ONTBREEKT, "n-2", "", WANTED[1].text, "")
    assert vergeleken(WANTED[0], *WANTED[2:]).places == ("alinea 1", "", "alinea 2", "alinea 3")


def test_a_line_that_stands_there_twice_is_named_double_at_its_second_place() -> None:
    assert het_verschil(*WANTED, WANTED[0]) == (Soort.DUBBEL, "n-1", "alinea 5", WANTED[0].text, WANTED[0].text)


def test_a_line_that_nobody_agreed_has_no_source() -> None:
    assert het_verschil(*WANTED, ANDERS) == (Soort.ZONDER_BRON, "", "alinea 5", "", ANDERS)


def test_an_agreement_and_a_line_that_has_nothing_of_it_are_two_differences() -> None:
    found = vergeleken(WANTED[0], ANDERS, *WANTED[2:])
    assert [(each.soort, each.owner) for each in found.faults] == [(Soort.ONTBREEKT, "n-2"), (Soort.ZONDER_BRON, "")]


def test_a_line_that_moved_is_one_difference_at_its_new_place() -> None:
    moved = (WANTED[1], WANTED[2], WANTED[3], WANTED[0])
    assert het_verschil(*moved) == (Soort.VERPLAATST, "n-1", "alinea 4", WANTED[0].text, WANTED[0].text)
    assert vergeleken(*moved).places == ("alinea 4", "alinea 1", "alinea 2", "alinea 3")


def test_another_level_and_another_kind_are_named() -> None:
    for other in (lijn(WANTED[1].text, level=2), lijn(WANTED[1].text, kind=Kind.ALINEA)):
        assert het_verschil(WANTED[0], other, *WANTED[2:])[:3] == (Soort.NIVEAU, "n-2", "alinea 2")


def test_a_note_that_is_gone_moved_or_says_something_else_is_named() -> None:
    for text in (
        "Er komt meer ruimte voor de beken.",
        "Er komt meer ruimte{noot: Kamerstuk 1, nr. 2} voor de beken.",
        "Er komt meer ruimte voor de beken{noot: Kamerstuk 1, nr. 3}.",
    ):
        assert het_verschil(*WANTED[:2], text, WANTED[3]) == (Soort.VOETNOOT, "n-3", "alinea 3", WANTED[2].text, text)


def test_what_is_no_longer_raised_or_lowered_is_named() -> None:
    for text in (
        "Per km2 wordt de uitstoot van CO{_2} gemeten.",
        "Per km{^2} wordt de uitstoot van CO2 gemeten.",
        "Per km{_2} wordt de uitstoot van CO{^2} gemeten.",
    ):
        assert het_verschil(*WANTED[:3], text)[:3] == (Soort.HOOGTE, "n-4", "alinea 4")


def test_of_two_changed_lines_each_goes_with_the_one_that_it_is_most_like() -> None:
    water, homes = "Rijk en regio maken één plan voor zoet water.", "De provincie bouwt elk jaar honderd woningen."
    found = vergeleken(homes, water, *WANTED[2:])
    assert {(each.soort, each.owner, each.found) for each in found.faults} == {
        (Soort.GEWIJZIGD, "n-1", water),
        (Soort.GEWIJZIGD, "n-2", homes),
    }


def test_what_stands_around_the_body_may_stand_there_once_and_no_more() -> None:
    assert vergeleken(*WANTED, frame=("Ministerievan",)).faults == ()
    assert vergeleken(lijn("Ministerie van"), *WANTED, frame=("Ministerievan",)).faults == ()
    twice = vergeleken(lijn("Ministerie van"), *WANTED, lijn("Ministerie  van"), frame=("Ministerievan",))
    assert [(each.soort, each.place) for each in twice.faults] == [(Soort.ZONDER_BRON, "alinea 6")]


def test_what_stands_around_the_body_twice_may_stand_there_twice() -> None:
    name = lijn("Ministerie van")
    assert vergeleken(name, *WANTED, name, frame=("Ministerievan",) * 2).faults == ()
    assert len(vergeleken(name, *WANTED, name, name, frame=("Ministerievan",) * 2).faults) == 1


def test_words_around_the_body_never_stand_in_for_an_agreement() -> None:
    found = vergeleken(WANTED[0], *WANTED[2:], frame=("".join(WANTED[1].text.split()),))
    assert [(each.soort, each.owner) for each in found.faults] == [(Soort.ONTBREEKT, "n-2")]


def op_papier(*lines: Line, wanted: tuple[Line, ...]) -> tuple[Fault, ...]:
    return compare("lijst.pdf", wanted, gevonden(*lines), (), ON_PAPER).faults


def test_on_paper_the_number_before_a_heading_is_that_of_its_list_and_of_nothing_else() -> None:
    heading, item = lijn("Zoet water", kind=Kind.KOP), lijn("Zoet water")
    numbered = lijn("12 Zoet  water", kind=Kind.KOP)
    assert op_papier(numbered, wanted=(heading,)) == ()
    assert op_papier(lijn("12 Zoet water"), wanted=(item,)) != ()


def test_on_paper_the_number_of_a_note_stands_behind_its_word() -> None:
    wanted = Line(Kind.PUNT, 1, "Beken{noot: Kamerstuk 1}.", owner="n-1", numbers="Beken3.")
    assert op_papier(lijn("Beken3."), wanted=(wanted,)) == ()
    assert [each.owner for each in op_papier(lijn("Beken4."), wanted=(wanted,))] == ["n-1"]


def test_a_paragraph_over_two_pages_is_put_together_only_when_the_whole_is_expected() -> None:
    whole = lijn("Rijk en regio maken een plan.")
    first, second = lijn("Rijk en regio", "bladzijde 1"), lijn("maken een plan.", "bladzijde 2", kind=Kind.ALINEA)
    for how in (ON_PAPER, BY_TAGS):
        assert joined((first, second), (whole,), how) == (lijn("Rijk en regio maken een plan.", "bladzijde 1"),)
        assert joined((first, second), (lijn("Rijk en regio bouwen."),), how) == (first, second)
        assert joined((second, first), (whole,), how) == (second, first)
        assert joined((), (whole,), how) == ()


def test_a_line_that_is_whole_by_itself_is_not_put_together_with_the_next() -> None:
    lines = (lijn("Rijk en regio", "bladzijde 1"), lijn("maken een plan.", "bladzijde 2"))
    for how in (ON_PAPER, BY_TAGS):
        assert joined(lines, (lijn("Rijk en regio"), lijn("Rijk en regio maken een plan.")), how) == lines


def test_the_halves_of_a_paragraph_keep_the_numbers_of_their_notes() -> None:
    first = Line(Kind.PUNT, 1, "Beken", "bladzijde 1", numbers="Beken3")
    second = Line(Kind.PUNT, 1, "en vennen.", "bladzijde 2", numbers="en vennen4.")
    whole = Line(Kind.PUNT, 1, "Beken en vennen.", owner="n-1", numbers="Beken3 en vennen4.")
    (both,) = joined((first, second), (whole,), ON_PAPER)
    assert (both.numbers, both.place) == ("Beken3 en vennen4.", "bladzijde 1")
    assert joined((first, second), (lijn("Beken en vennen."),), ON_PAPER) == (first, second)
    assert joined((first, second), (whole,), BY_TAGS)[0].text == "Beken en vennen."


def test_by_the_tags_of_a_pdf_white_space_and_kinds_of_hyphens_say_nothing_and_all_else_does() -> None:
    found = (lijn("Rijk en regio maken een\u00a0plan voor zoet  water."), *WANTED[1:])
    assert compare("lijst.pdf", WANTED, found, (), BY_TAGS).faults == ()
    for other, soort in (
        (lijn(WANTED[1].text, level=2), Soort.NIVEAU),
        (lijn("De provincie bouwt elk jaar duizend woningen{noot: Kamerstuk 9}."), Soort.VOETNOOT),
        (lijn("De provincie bouwt elk jaar {^duizend} woningen."), Soort.HOOGTE),
        (lijn("De provincie bouwt elk jaar honderd woningen."), Soort.GEWIJZIGD),
        (lijn(WANTED[1].text, kind=Kind.ALINEA), Soort.NIVEAU),
    ):
        (fault,) = compare("lijst.pdf", WANTED, (WANTED[0], other, *WANTED[2:]), (), BY_TAGS).faults
        assert (fault.soort, fault.owner) == (soort, "n-2")


def test_of_a_lesser_pdf_is_said_what_cannot_be_seen_in_it() -> None:
    assert compare("lijst.pdf", WANTED, WANTED, (), BY_TAGS).unseen == ()
    unseen = ("de tekst van de voetnoten", "superscript en subscript", "het niveau van lijsten en koppen")
    assert compare("lijst.pdf", WANTED, WANTED, (), ON_PAPER).unseen == unseen


def test_of_more_lines_that_changed_than_can_all_be_held_together_each_goes_with_its_own() -> None:
    wanted = tuple(lijn(f"{hashlib.sha256(b'%d' % n).hexdigest()}.") for n in range(250))
    found = gevonden(*(f"{line.text[:-1]} en straat." for line in wanted if line is not wanted[7]), ANDERS)
    faults = compare("lijst.docx", wanted, found, ()).faults
    assert [each.soort for each in faults] == [
        *[Soort.GEWIJZIGD] * 7,
        Soort.ONTBREEKT,
        *[Soort.GEWIJZIGD] * 242,
        Soort.ZONDER_BRON,
    ]
    assert all(each.found == f"{each.expected[:-1]} en straat." for each in faults if each.soort is Soort.GEWIJZIGD)


def test_where_very_much_fails_a_changed_line_is_looked_for_behind_the_line_before_it() -> None:
    """There only the twenty lines behind that one are held against a line."""
    one, two, three, four = WANTED
    first, second = "Rijk en regio maken nu een plan voor zoet water.", "De provincie bouwt elk jaar honderd woningen."
    vreemd = [hashlib.sha256(b"%d" % n).hexdigest() for n in range(30)]
    files = (
        ((one, two), [*vreemd, one, second]),  # it kept its place
        ((one, two), [*vreemd[:15], first, *vreemd[15:26], second]),  # it changed too
        ((one, two), [*vreemd, lijn(one.text, level=2), second]),  # its level is another
        ((three, two, one, four), [second, one, four, *vreemd, three]),  # it moved: then the one before that counts
    )
    for wanted, found in files:
        with patch.object(leftover, "_MOST_PAIRS", 0):
            faults = compare("lijst.docx", wanted, gevonden(*found), ()).faults
        assert Soort.ONTBREEKT not in {each.soort for each in faults}, found
        assert (two.text, second) in {(each.expected, each.found) for each in faults}, found
