"""Texts made to be slow to read: the parts of references, repeated without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECES = (
    "Kamerstuk ",
    "Kamerstukken II ",
    "Tweede Kamer, ",
    "Tweede Kamer 2023-2024 ",
    "vergaderjaar 2023-2024, ",
    "2023-2024, ",
    "29 435 ",
    "29435, ",
    "29 435, 34 682, ",
    "29 435, nr. ",
    "29 435, nrs. 1-",
    "nr. 1, ",
    "1 en 2 en ",
    "p. 1, ",
    "1, 2, ",
    "(",
    " ",
    "\n",
    " \n ",
    "\u00a0",
    "-",
    "1",
    "12",
    "X",
    "CX",
    "A, ",
    "kst-",
    "kst-29435-",
    "kst-1-1-1-1-1-1-",
    "a-",
    "https://",
    "https://zoek.officielebekendmakingen.nl/kst-",
    "www.kst-29435-267/",
    "Bijlage bij ",
    "bijlagen 1, 2",
    "A, B en C TK 29435",
    "29 435 Nota Ruimte\n",
    "29 435 N\n\n\nAAA/ \n",
    "nr. 1 van Kamerstuk 29 435 ",
    "UCV 4",
    "zoek.officielebekendmakingen.nl/",
    "*_*Kamerstukken ",
    "[^a]: Idem.\n",
    "Bijlage IV van de ",
    "Handelingen II ",
    "Handelingen, blz. 1-2, ",
    "Aanhangsel van de ",
    "Aanhangsel Handelingen ",
    "motie van het lid Van der ",
    "motie A A ",
    "Idem, ",
    "zie noot 1 ",
    "1. Idem\n",
    "hoofdstuk ",
    "(R 1",
    "en e.v. ",
    "e. v. ",
    "herdruk ",
    "§\u00ad\u200b",
    ".ah-tk-",
    "kst-motie Jansen ",
    "vergaderjaar 2022-203 ",
    "vergaderjaar 2022-2023-2024 ",
    "29 435, nr. 5 6 ",
    "nrs. 1-60, ",
    "en nr. XX ",
    "(250, 250a); 2001/2002, 26 855 ",
    "Kamervragen (Aanhangsel) ",
    "resp. jo. en ",
    "nr. 5 (36 512) ",
    "motie (nr. 4) ",
    "dossier 36512 nr ",
    "wet (36 512), nr. 3 is nr. 4 ",
    "Dossier | Nr.\n29435 | 12\n",
    "Idem, nrs. 1 en 2 ",
    "26 2O5, nr. 3 nr",
    "stuk twintighonderd ",
    "CXXIV, F en ",
)
_STARTS = (
    "",
    "Kamerstuk 29 435, nr. 1, p. 1",
    "Kamerstukken II 2023/24, 29 435, nrs. 1",
    "Kamerstukken II ",
    "Handelingen II 2010/11, ",
)


def hostile_texts(characters: int) -> Iterator[tuple[str, str]]:
    """Give (name, text) pairs of about this many characters."""
    for start in _STARTS:
        for piece in _PIECES:
            yield f"{start!r} + {piece!r}", start + piece * (characters // len(piece))
