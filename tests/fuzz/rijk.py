"""A round with every field and every construct in it, and changes of its files that know lines, fields and values.

The harness of `ronde.py` uses them from seed `FIRST` on; the seeds before it mean what they always did.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fuzz.klein import BEGIN, BESLUIT, EERSTE, ONDERTEKEND, OVERLEG, STUK

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

FIRST = 83_000

BRIEF = (
    BEGIN
    + """; @kst-36800-A-3].

::: {.afspraken thema=water vorm=volledig}
:::

[Drenthe en Groningen werken dit met het Rijk uit.]{.dekt afspraken="n-2.1-1 n-2.1-2"}

::: {.dekt afspraken="o-3.1-1" nagekeken=v01}
Een alinea over [een link](https://voorbeeld.nl/pad "titel") en CO~2~.

- punt met ***vet en cursief***
- punt met `code` en \\*ster\\*

:::

## Energie

::: {.afspraken id="o-3.1-1 o-3.1-2" vorm=opsomming}
:::

::: {.afspraken landsdeel=oost provincie="gelderland,overijssel" gebied=groene-hart}
:::

- eerste punt
- tweede punt[^tweede]
  1. dieper punt
     - nog dieper

     Een tweede alinea bij het punt.
  2. volgende
- <b>derde</b> punt &amp; meer<br>op een nieuwe regel

| Gebied | Jaar | Stuk |
|:---|---:|:---:|
| Goes | 2028 | [@kst-31239-426] |
| **Zwolle** \\| omgeving | 2029 | 410 m^3^/s |

### Vervolg

De motie van het lid Vijlbrief [@kst-36512-76] en toezegging TZ202409-123; zie Kamerstukken II 2024/25, 29 435, nr. 267.

[^bron]: De cijfers zijn van vorig jaar [@kst-29435-268].
[^tweede]: Eerste alinea van de noot, met *nadruk*.

    Tweede alinea van de noot.
"""
)
NOORD = (
    """# yaml-language-server: $schema=../.schema/afspraken.json
dossier: {bestand: dossiers/noord.md, sha256: 00, versie: proef}
"""
    + EERSTE
    + """        1. dieper;
      - 410 m^3^/s.
    status: vastgesteld
    themas: [water, natuur]   # het eerste telt
    provincies: [drenthe, groningen]
    gebieden: [groene-hart]
    brief: >-
      De provincie bewaakt
      het peil [@kst-29435-267].
    kamerstukken: [kst-29435-268]
    zie: [n-2.1-2, o-3.1-1]
    termijn: 2027-12-31
    vervolg_op: 2025/n-2.4-1
    afstemming:
      - {partij: provincie Drenthe, stand: akkoord, datum: 2027-09-20, kenmerk: 3f2a9c1b}
      - partij: provincie Groningen
        stand: open
  # brief: negeer BR417 zo heet de stichting
  - id: n-2.1-2
    agendapunt: "2.1 Zoetwater"
    tekst: Rijk en regio delen de kosten.
    dossiertekst: |
      Rijk en regio delen de kosten samen.
    na_overleg: Versie 2
"""
    + BESLUIT
    + """    publiceren: true
    landelijk: false
  - id: n-2.1-3
    agendapunt: 2.1 Zoetwater
    tekst: 'Het Rijk zoekt ruimte.'
    status: voorgesteld
    voorstel:
      themas: [wonen]
      provincies: [drenthe]
      gebieden: []
      termijn: 2028-01-01
      reden: "woningen"
    verdwenen: Versie 3
"""
)
OOST = """dossier:
  bestand: dossiers/oost.md
  sha256: 00
afspraken:
  - {id: o-3.1-1, agendapunt: 3.1 Stroom, tekst: De regio legt kabels., status: vastgesteld, themas: [energie]}
  - id: o-3.1-2
    agendapunt: 3.1 Stroom
    tekst: |
      De netbeheerder bouwt een station.
    status: aangehouden
    besluit: {datum: 2026-09-10, reden: na de zomer}
    themas:
      - energie
      - economie
    provincies: [gelderland]
    publiceren: false
"""
STUKKEN = (
    STUK
    + """kst-29435-268: {titel: "Tweede stuk", datum: 2025-01-03, vergaderjaar: 2024-2025, kamer: II, soort: nota}
kst-36800-A-3:
  titel: >-
    MIRT Overzicht
    van 2026
  datum: 2025-09-16
  vergaderjaar: 2025-2026
  bijlage: "true"
kst-31239-426:
  titel: 'Startnotitie'
  url: https://zoek.officielebekendmakingen.nl/kst-31239-426.html
kst-36512-76:        # aangenomen
  titel: Motie van het lid Vijlbrief
  datum: 2025-06-25
  soort: motie
  ondertekenaar: Vijlbrief
kst-34682-107:
  titel: Nog een
  verwijzing: Kamerstukken II 2022/23, 34 682, nr. 107
"""
)
RONDE = (
    """# Een ronde met alle velden.
ronde: 2026
"""
    + OVERLEG
    + """    voorstel: {datum: 2026-09-08}
  - {landsdeel: oost, datum: 2026-09-10, dossier: dossiers/oost.md}
brief:
  datum: 2026-09-14
  betreft: Uitkomsten
  kenmerk: 2026-0000123
"""
    + ONDERTEKEND
    + """    - functie: De staatssecretaris
  mede_namens: [de minister van IenW, de minister van KGG]
  bijlagen: [Afsprakenlijst, "Voortgang"]
  afzender:
    directie: [Directoraat-generaal, Volkshuisvesting en Bouwen]
    website: www.voorbeeld.nl
    aanhef: Geachte voorzitter,
  voorstel: {datum: 2026-09-13}
afsprakenlijst:
  volgorde: [landelijk, noord, oost, noordwest, zuidwest, zuid]
  koppen: soort
  algemeen: Bedragen luiden in het prijspeil van 2026.
  inhoud: alles
kamerstukken:
  stijl: juridisch
  herhaling: zie-noot
toezeggingen: [TZ202409-123]
voortgang:
  - {afspraak: 2025/nw-2.4-1, stand: gedaan, uitleg: de verkenning is gestuurd}
"""
)
OPMERKINGEN = """# Opmerkingen van lezers.
opmerkingen:
  - plaats: n-2.1-1
    wie: A. Lezer
    wanneer: 2026-09-20T10:00:00Z
    bestand: retour.docx
    versie: v01
    woorden: het peil
    tekst: |
      Kan dit scherper?
    stand: open
  - {plaats: "brief:2", wie: B, op: "1", tekst: Mooi., stand: afgedaan, antwoord: gedaan}
"""
FILES = {
    "brief.md": BRIEF,
    "afspraken/noord.yaml": NOORD,
    "afspraken/oost.yaml": OOST,
    "kamerstukken.yaml": STUKKEN,
    "ronde.yaml": RONDE,
    "opmerkingen.yaml": OPMERKINGEN,
}
_CHANCES = (30, 20, 10, 15, 15, 10)
_VALUES = (
    "", "null", "~", "[]", "{}", "[[]]", "{a: b}", "[null]", "[x, {y: z}]", "ja", "true", "0", "-1", "1e999",
    "0x1F", "0o7", "1_0", "190:20", ".inf", "2026-09-14", "2026-02-30", "9999-12-31", "0001-01-01",
    "14 september 2026", "2026-09-14T10:00:00Z", '"\\u0000"', '"\\ud800"', "'", '"', "|", ">+", "|9", "*x", "&x y",
    "!x y", "!!int x", "!!binary QQ==", "!!null x", "@x", "`x", "%x", "- x", "? x", "x: y", "x #y", "#", "9" * 5000,
    "x" * 3000, "../../../x", "/etc", "dossiers/\x00", "v01", "noord", "n-2.1-1", "kst-29435-267",
    "kst-29435-99999", "kst-1", "<b>vet</b>", "een\ttab", "\u2028", "\ufeff", "é", "e\u0301",
)  # fmt: skip
_FIELD = re.compile(r"^( *(?:- )?\"?[\w-]+\"?:)( .*|)$")


def changed(rng: random.Random, marks: Sequence[str]) -> dict[str, str]:
    """Give the files of the round with a few changes in one of them, and sometimes in a second."""
    files = dict(FILES)
    for _ in range(rng.choice((1, 1, 1, 2))):
        name = rng.choices(sorted(files), _weights(files))[0]
        for _ in range(rng.choice((1, 1, 2, 3, 6))):
            files[name] = _change(files[name], name, rng, marks)
    return files


def _weights(files: dict[str, str]) -> list[int]:
    by_name = dict(zip(FILES, _CHANCES, strict=True))
    return [by_name[name] for name in sorted(files)]


def _change(text: str, name: str, rng: random.Random, marks: Sequence[str]) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    kind = rng.randrange(10)
    if kind < 3 or (name == "brief.md" and kind < 5):  # a mark somewhere in a line
        column = rng.randrange(len(lines[at]) + 1)
        mark = rng.choice(marks) * rng.choice((1, 1, 1, 2, 40))
        lines[at] = lines[at][:column] + mark + lines[at][column:]
    elif kind < 6:  # another value for a field
        lines[at] = _FIELD.sub(lambda match: f"{match[1]} {rng.choice(_VALUES)}", lines[at])
    elif kind == 6:  # another depth, for one line or all that follow
        depth = rng.choice((-4, -2, -1, 1, 2, 4))
        end = rng.choice((at + 1, at + 1, len(lines)))
        lines[at:end] = [" " * depth + line if depth > 0 else line[-depth:] for line in lines[at:end]]
    elif kind == 7:  # a stretch once more, or in another place
        stretch = lines[at : at + rng.randrange(1, 9)]
        to = rng.choice((at, rng.randrange(len(lines))))
        lines[to:to] = stretch * rng.choice((1, 1, 2, 300))
    elif kind == 8:  # a stretch away
        del lines[at : at + rng.choice((1, 1, 2, 8))]
    else:  # a piece of another file, or the end cut off
        other = FILES[rng.choice(sorted(FILES))].split("\n")
        lines[at:] = rng.choice((other[rng.randrange(len(other)) :], [lines[at][: len(lines[at]) // 2]]))
    return "\n".join(lines)
