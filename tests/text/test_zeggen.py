"""Values that know where they come from compare by what they say."""

from __future__ import annotations

import operator

from brief.diagnostics import Place
from brief.domain.opmerking import Opmerking
from brief.text import Bron, Element, Origin, Paragraph, Run


def test_where_a_value_comes_from_makes_no_difference() -> None:
    one = Element(Paragraph((Run("tekst"),)), origin=Origin(Bron.AFSPRAAK, "nw-1"))
    same = Element(Paragraph((Run("tekst"),)), origin=Origin(Bron.ZIN, "zw-2"))
    assert one == same
    assert not operator.ne(one, same)
    assert hash(one) == hash(same)
    assert repr(one) == repr(same)


def test_what_it_says_does() -> None:
    one = Element(Paragraph((Run("tekst"),)), kantlijn="nw-1")
    other = Element(Paragraph((Run("tekst"),)), kantlijn="nw-2")
    assert one != other
    assert not operator.eq(one, other)


def test_each_class_leaves_out_its_own() -> None:
    said = ("n-1.1-1", "Sanne", "2026-09-01", "Klopt dit?")
    one, same = (Opmerking(*said, herkomst=Place("opmerkingen.yaml", line)) for line in (1, 2))
    assert one == same
    assert one.said == (*said, "open", "", "", "", "", "")
    assert one != Paragraph(())
