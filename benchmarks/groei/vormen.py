"""The shapes that grow: a normal round, and what a hostile or careless hand makes of each file."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.groei import tekstvormen, teruggekomen, wordvormen
from benchmarks.opstellen.inhoud import inhoud
from benchmarks.opstellen.ronde import write_round

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ZIN = "De regio en het Rijk werken samen aan een plan voor water, wonen en energie, en leggen dat voor aan de raden."


@dataclass(frozen=True, slots=True)
class Vorm:
    """A shape: how to write the round with `size` of it, the size to begin with, and the commands that meet it."""

    name: str
    write: Callable[[Path, int], None]
    size: int
    commands: tuple[str, ...] = ("controleren",)


def vormen() -> tuple[Vorm, ...]:
    """Give all shapes."""
    everything = ("controleren", "opstellen", "stand", "verwant")
    back = ("vergelijken retour", "verwerken")
    return (
        Vorm("gewone ronde", _normal, 250, everything),
        Vorm("gelijke afspraken", _same, 250, ("controleren", "opstellen", "verwant")),
        Vorm("afspraken met zie", _see, 120, ("controleren", "opstellen", "verwant")),
        Vorm("dezelfde fout", _mistakes, 1_250),
        Vorm("zie die er niet zijn", _see_nothing, 500, ("controleren", "opstellen")),
        Vorm("een afspraak met veel fouten", _see_nothing_at_once, 2_500, ("controleren", "opstellen")),
        Vorm("zin met stukken die er niet zijn", _cites_nothing, 800, ("controleren", "opstellen")),
        Vorm("opmerkingen die negeren", _ignoring, 10_000),
        Vorm("blokken om dezelfde afspraken", _blocks, 2_500, ("controleren", "opstellen")),
        Vorm("sjabloon met bijgehouden wijzigingen", _with(wordvormen.tracked), 1_250, ("opstellen",)),
        Vorm("sjabloon met velden", _with(wordvormen.fields), 1_250, ("opstellen",)),
        Vorm("brief met noten bij stukken", _with(wordvormen.cited), 500, ("overnemen",)),
        Vorm("alinea van veel woorden", _with(wordvormen.long_paragraphs), 6_250, ("vergelijken",)),
        Vorm("alinea's van een letter", _with(wordvormen.letters), 500, ("vergelijken",)),
        Vorm("alinea's van een letter van het alfabet", _with(wordvormen.alphabet), 500, ("vergelijken",)),
        Vorm("alinea van bijgehouden wijzigingen", _with(wordvormen.tracked_letter), 750, ("vergelijken behouden",)),
        Vorm("sleutels zonder stuk", _with(tekstvormen.keys), 2_500, ("kamerstuk controleer",)),
        Vorm("brief achterstevoren", _with(wordvormen.turned), 250, ("vergelijken",)),
        Vorm("formule van veel delen", _with(wordvormen.formula), 1_250, ("inlezen Word",)),
        Vorm("tweede vorm van veel stukken", _with(wordvormen.other_form), 4_000, ("inlezen Word",)),
        Vorm("tekstvak van veel alinea's", _with(wordvormen.box), 1_000, ("inlezen Word",)),
        Vorm("velden met een waarde van elders", _with(wordvormen.bound), 1_000, ("inlezen Word",)),
        Vorm("retour: om het woord gewijzigd", _with(teruggekomen.changed_words), 250, back),
        Vorm("retour: elke noot gewijzigd", _with(teruggekomen.changed_notes), 100, back),
        Vorm("retour: opmerkingen", _with(teruggekomen.commented), 500, back),
        Vorm("retour: nieuwe afspraken", _with(teruggekomen.new_agreements), 250, back),
        Vorm("opmerkingen op een woord", _with(teruggekomen.commented_twice), 1_000, ("vergelijken docx",)),
        Vorm("partijen", _parties, 800, ("afstemming", "controleren", "stand")),
        Vorm("register met fouten", _register, 500, ("voegtoe", "controleren")),
        *(Vorm(f"brief.md met {piece!r}", _letter(piece), 12_500, ("controleren", "opstellen")) for piece in _PIECES),
        *(Vorm(f"brief.md met regels {line!r}", _letter(line + "\n"), 2_500) for line in _LINES),
        *(Vorm(f"brief.md met alinea's {line!r}", _letter(line + "\n\n"), 1_250) for line in _LINES),
        Vorm("ronde.yaml met velden die lijken", _with(tekstvormen.fields_alike), 1_250),
        Vorm("opmerkingen bij wat er niet is", _with(tekstvormen.remarks), 1_250),
        Vorm("daad van veel bestanden", _with(tekstvormen.deed), 2_500, ("terugdraaien",)),
        Vorm("nieuwer dossier met afspraken", _with(tekstvormen.newer_dossier), 500, ("inlezen ronde",)),
        Vorm("voorgestelde afspraken", _with(tekstvormen.proposed), 500, ("vaststellen", "bevestigen")),
        Vorm("dossier met plaatsnamen", _with(tekstvormen.places), 1_250, ("inlezen ronde",)),
        Vorm("tabs achter een dossier", _with(tekstvormen.tabs), 12_500, ("kamerstuk controleer",)),
        Vorm("dossier met een lang woord", _with(tekstvormen.long_word), 25_000, ("inlezen",)),
        Vorm("dossier met koppen", _with(tekstvormen.headings), 1_250, ("inlezen",)),
        Vorm("dossier met noten", _notes, 2_500, ("inlezen",)),
        Vorm("dossier met afspraken", _dossier, 500, ("inlezen",)),
        *(Vorm(f"dossier met {piece!r}", _dossier_of(piece), 12_500, ("inlezen",)) for piece in _PIECES[:6]),
    )


_PIECES = (
    "[ x",
    "[a](",
    "![",
    "[@",
    "[^",
    "|",
    "[@kst-1-2 ",
    "<b",
    "<!-- ",
    "*a _b ",
    "~a",
    "`a ",
    "$a ",
    "::: {.afspraken ",
    '[a]{.dekt afspraken="n-9.9-9"} ',
)
_LINES = (
    "::: {.afspraken thema=water}",
    "::: {.afspraken",
    "[^a]: noot",
    "zie @kst-29435-267",
    "| a | b |",
    "1. punt",
    "– punt",
    "> citaat",
    "<!-- opmerking -->",
    "zie [@kst-29435-1] en [^x]",
)


def _empty(folder: Path) -> None:
    write_round(inhoud(10), folder)


def _normal(folder: Path, size: int) -> None:
    write_round(inhoud(size), folder)


def _afspraken(folder: Path, landsdeel: str, prefix: str, bodies: list[str]) -> None:
    digest = hashlib.sha256((folder / "dossiers" / f"{landsdeel}.md").read_bytes()).hexdigest()
    head = f"dossier: {{bestand: dossiers/{landsdeel}.md, sha256: {digest}, versie: meting}}\nafspraken:\n"
    items = (f"  - id: {prefix}-{n // 50 + 1}.1-{n % 50 + 1}\n{body}" for n, body in enumerate(bodies))
    (folder / "afspraken" / f"{landsdeel}.yaml").write_text(head + "".join(items), "utf-8")


def _body(n: int, tekst: str, more: str = "") -> str:
    return (
        f"    agendapunt: {n // 50 + 1}.1 Onderwerp\n    tekst: {tekst}\n    status: vastgesteld\n"
        f"    themas: [water]\n{more}    brief: De regio werkt samen.\n"
    )


def _same(folder: Path, size: int) -> None:
    _empty(folder)
    for landsdeel, prefix in (("noord", "n"), ("oost", "o")):
        _afspraken(folder, landsdeel, prefix, [_body(n, ZIN) for n in range(size // 2)])


def _see(folder: Path, size: int) -> None:
    """Every afspraak names every other; twice the size is twice the text, so 1.4 times as many afspraken."""
    _empty(folder)
    many = math.isqrt(size * 120)
    names = [f"n-{n // 50 + 1}.1-{n % 50 + 1}" for n in range(many)]
    more = f"    zie: [{', '.join(names)}]\n"
    _afspraken(folder, "noord", "n", [_body(n, f"{ZIN} Nummer {n}.", more) for n in range(many)])


def _mistakes(folder: Path, size: int) -> None:
    _empty(folder)
    _afspraken(folder, "noord", "n", [_body(n, f"{ZIN} {n}", "    provincies: [frieslan]\n") for n in range(size)])


def _see_nothing(folder: Path, size: int) -> None:
    _empty(folder)
    bodies = [_body(n, f"{ZIN} {n}", f"    zie: [o-9.9-{n}]\n") for n in range(size)]
    _afspraken(folder, "noord", "n", bodies)


def _see_nothing_at_once(folder: Path, size: int) -> None:
    _empty(folder)
    more = f"    zie: [{', '.join(f'o-9.9-{n}' for n in range(size))}]\n"
    _afspraken(folder, "noord", "n", [_body(0, ZIN, more)])


def _cites_nothing(folder: Path, size: int) -> None:
    """Give one afspraak of which the sentence for the letter cites papers that nobody registered."""
    _empty(folder)
    cited = "".join(f" [@kst-29435-{n}]" for n in range(size))
    body = _body(0, ZIN).replace("samen.\n", f"samen{cited}.\n")
    _afspraken(folder, "noord", "n", [body])


def _ignoring(folder: Path, size: int) -> None:
    _empty(folder)
    path = folder / "ronde.yaml"
    path.write_text("# brief: negeer BR417 zo heet de stichting\n" * size + path.read_text("utf-8"), "utf-8")


def _blocks(folder: Path, size: int) -> None:
    """Ask in many blocks for all afspraken; twice the size is twice the times an afspraak is asked for."""
    many = math.isqrt(size * 4)
    _normal(folder, many)
    block = "::: {.afspraken thema=water}\n:::\n\n"
    (folder / "brief.md").write_text(block * many, "utf-8")


def _with(write: Callable[[Path, int], None]) -> Callable[[Path, int], None]:
    def both(folder: Path, size: int) -> None:
        _empty(folder)
        write(folder, size)

    return both


def _parties(folder: Path, size: int) -> None:
    """As many parties at each afspraak as there are afspraken: twice the size is twice the text."""
    _empty(folder)
    many = math.isqrt(size)
    asked = [
        ", ".join(f"{{partij: partij {n * many + each}, stand: open}}" for each in range(many)) for n in range(many)
    ]
    _afspraken(folder, "noord", "n", [_body(n, ZIN, f"    afstemming: [{asked[n]}]\n") for n in range(many)])


def _register(folder: Path, size: int) -> None:
    _empty(folder)
    entries = (f"kst-29435-{n + 10}:\n  titel: Stuk\n  titl{n}: Stuk\n" for n in range(size))
    (folder / "kamerstukken.yaml").write_text("".join(entries), "utf-8")


def _letter(piece: str) -> Callable[[Path, int], None]:
    def write(folder: Path, size: int) -> None:
        _empty(folder)
        (folder / "brief.md").write_text(piece * size, "utf-8")

    return write


def _dossier_text(size: int) -> str:
    items = "".join(
        f"\n## 2.{n // 5 + 1} Onderwerp {n}\n\nVoorgestelde afspraken:\n\n" * (n % 5 == 0)
        + f"{n % 5 + 1}. {ZIN} Het gaat om nummer {n}.\n"
        for n in range(size)
    )
    return f"# BO Leefomgeving Noord\n\n# 2. Ruimte\n{items}"


def _dossier(folder: Path, size: int) -> None:
    _empty(folder)
    (folder / "dossier.md").write_text(_dossier_text(size), "utf-8")


def _notes(folder: Path, size: int) -> None:
    _empty(folder)
    notes = "".join(f"Zie{n}[^n{n}].\n\n[^n{n}]: Noot {n}.\n\n" for n in range(size))
    (folder / "dossier.md").write_text(_dossier_text(10) + "\nToelichting:\n\n" + notes, "utf-8")


def _dossier_of(piece: str) -> Callable[[Path, int], None]:
    def write(folder: Path, size: int) -> None:
        _empty(folder)
        (folder / "dossier.md").write_text(f"{_dossier_text(10)}\nToelichting:\n\n{piece * size}", "utf-8")

    return write
