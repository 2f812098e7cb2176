"""When a reviewer changes words that tell afspraken, the letter still says which ones they tell."""

from __future__ import annotations

from brief.intake.returned.lines import with_blocks
from brief.text import parse

LETTER = """Vooraf.

De brief. [Drenthe houdt water vast.]{.dekt afspraken="n-1 n-2" nagekeken="v01"} En [Groningen ook.]{.dekt
afspraken=n-3}

::: {.dekt afspraken=n-4}
Een alinea.

- een punt
:::

Slot.
"""


def changed(old: str, new: str) -> str:
    """Give the letter after a reviewer typed `new` for `old`, as blocks that know nothing of what is told."""
    without = LETTER.replace(old, new)
    assert without != LETTER
    return with_blocks(LETTER, parse(without).blocks)


def told(text: str) -> list[tuple[str, ...]]:
    return [each.names for each in parse(text).told]


def test_a_change_beside_the_span_leaves_it_around_its_words() -> None:
    text = changed("De brief.", "Deze brief.")
    assert '[Drenthe houdt water vast.]{.dekt afspraken="n-1 n-2" nagekeken="v01"}' in text
    assert told(text) == told(LETTER)


def test_a_change_within_a_span_puts_one_around_the_paragraph_that_was_not_looked_at() -> None:
    text = changed("houdt water vast", "houdt veel water vast")
    assert told(text) == [("n-1", "n-2", "n-3"), ("n-4",)]
    assert "nagekeken" not in text
    assert "[De brief. Drenthe houdt veel water vast. En Groningen ook.]{.dekt" in text


def test_the_fences_stay_where_the_blocks_beside_them_change() -> None:
    for old, new in [
        ("En [Gron", "Ook [Gron"),
        ("Een alinea.", "Twee alineas."),
        ("een punt", "twee punten"),
        ("Slot.", "Einde."),
    ]:
        text = changed(old, new)
        assert told(text) == told(LETTER)
        assert text.count(":::") == 2


def test_what_is_gone_tells_nothing_more() -> None:
    paragraph = LETTER.split("\n\n")[1] + "\n\n"
    assert told(changed(paragraph, "")) == [("n-4",)]


def test_a_fence_goes_with_the_last_of_its_blocks_and_leaves_a_remark_in_it() -> None:
    assert told(changed("Een alinea.\n\n", "")) == told(LETTER)
    text = changed("::: {.dekt afspraken=n-4}\nEen alinea.\n\n- een punt\n:::\n\n", "")
    assert text == LETTER[: LETTER.index(":::")] + "Slot.\n"
    remarked = LETTER.replace("Een alinea.\n", "Een alinea.\n\n<!-- nog eens nazien -->\n")
    struck = with_blocks(remarked, [each for n, each in enumerate(parse(remarked).blocks) if n not in {2, 3}])
    assert ":::" not in struck
    assert "<!-- nog eens nazien -->" in struck
