"""Whatever goes or comes in a text: a remark or a note between two paragraphs stays, and no other line changes."""

from __future__ import annotations

from itertools import combinations

import pytest

from brief.intake.returned.lines import with_blocks
from brief.text import Paragraph, Run, parse

LETTER = """Een.

Twee woorden.

<!-- nog eens nazien,

met een lege regel erin -->

Drie woorden.

[^n]: Een noot.

- een punt
<!-- bij het punt -->
- nog een punt

::: {.dekt afspraken=n-4}
Vier.

<!-- in het blok -->

Vijf.[^n]
:::
"""
BLOKKEN = parse(LETTER).blocks
WEG = [gone for size in range(len(BLOKKEN) + 1) for gone in combinations(range(len(BLOKKEN)), size)]
NIEUW = Paragraph((Run("Heel iets anders."),))


@pytest.mark.parametrize("nieuw", [False, True], ids=["geschrapt", "met een nieuwe alinea erbij"])
def test_wat_tussen_de_alineas_staat_blijft_bij_elke_schrapping(nieuw: bool) -> None:
    assert len(BLOKKEN) == 7
    for gone in WEG:
        blocks = [block for number, block in enumerate(BLOKKEN) if number not in gone]
        blocks = [*blocks[: gone[0] if gone else 0], NIEUW, *blocks[gone[0] if gone else 0 :]] if nieuw else blocks
        text = with_blocks(LETTER, blocks)
        after = parse(text)
        assert list(after.blocks) == blocks, gone
        assert [words for _, words in after.remarks] == [words for _, words in parse(LETTER).remarks]
        assert after.notes == parse(LETTER).notes
        assert nieuw or (":::" in text) == (not {5, 6}.issubset(gone)), gone


def test_wat_blijft_houdt_zijn_regels() -> None:
    for gone in WEG:
        left = set(with_blocks(LETTER, [b for n, b in enumerate(BLOKKEN) if n not in gone]).split("\n"))
        assert left <= set(LETTER.split("\n")), gone
