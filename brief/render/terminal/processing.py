"""What came of processing the files of reviewers, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.compare import differences
from brief.render.terminal.messages import visible
from brief.render.terminal.words import BREEDTE, folded, in_regels
from brief.rounds.processing.settling import Soort
from brief.text import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.domain.opmerking import Opmerking
    from brief.rounds.processing.gathered import Listed
    from brief.rounds.processing.run import Bestand, Verwerkt
    from brief.rounds.processing.settling import Vraag

_INDENT = 6


def processed_lines(done: Verwerkt, *, proef: bool) -> list[str]:
    """Say what was read in each file, what became of every edit, and what is left for a person."""
    return list(_lines(done, proef=proef))


def _lines(done: Verwerkt, *, proef: bool) -> Iterator[str]:
    yield from (_file(each) for each in done.bestanden)
    if done.failed:
        return
    if done.regels:
        yield ""
        yield "Zou worden overgenomen:" if proef else "Overgenomen:"
        yield from (visible(f"  {each}") for each in done.regels)
    if done.vragen:
        yield ""
        yield f"Gevraagd ({len(done.vragen)}):"
        for each in done.vragen:
            yield from question_lines(each)
            yield from (visible(line) for line in _how(each))
    if done.lijst:
        yield ""
        yield f"Zelf te doen ({len(done.lijst)}):"
        for listed in done.lijst:
            yield from _listed(listed)
    if done.opmerkingen:
        yield ""
        yield f"Opmerkingen ({len(done.opmerkingen)}), {'voor' if proef else 'bewaard in'} opmerkingen.yaml:"
        for remark in done.opmerkingen:
            yield from _remark(remark)
    yield ""
    yield _sum(done)
    if done.paden:
        yield from (visible(f"Geschreven: {path.as_posix()}") for path in done.paden)
        yield f"Terug: brief terugdraaien. Verder: {'brief stand' if done.vragen else 'brief opstellen'}"


def _file(each: Bestand) -> str:
    if each.document == "afstemming":
        return visible(f"{each.bestand}: antwoorden van {each.versie}, {each.wijzigingen} ingevuld")
    remarks = f", {_some(each.opmerkingen, 'opmerking', 'opmerkingen')}" if each.opmerkingen else ""
    how = "" if each.gemerkt else ", herkend op gelijkenis"
    changes = _some(each.wijzigingen, "wijziging", "wijzigingen")
    return visible(f"{each.bestand}: {each.document} van {each.versie}{how}, {changes}{remarks}")


def _some(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def question_lines(vraag: Vraag) -> list[str]:
    """Show a question: the texts side by side, each with whose it is."""
    if vraag.soort is Soort.KEUZE:
        lines = [visible(f"  {vraag.sleutel}: {vraag.plaats}: dezelfde woorden zijn anders gewijzigd")]
        for number, (name, text) in enumerate(vraag.teksten, 1):
            shown = "uw tekst nu" if name == "bron" else name
            lines += [visible(f"    {number}. {shown}:"), *_indented(text or "(weg)")]
        return lines
    if vraag.soort is Soort.TOEGEVOEGD:
        head = f"  {vraag.sleutel}: nieuwe afspraak {vraag.plaats}, van {vraag.wie}"
        return [visible(head), *_indented(vraag.teksten[-1][1])]
    what = "geschrapt" if vraag.soort is Soort.VERVALLEN else "gewijzigd"
    old, new = vraag.teksten[0][1], vraag.teksten[-1][1]
    return [visible(f"  {vraag.sleutel}: {what} door {vraag.wie}"), *in_regels(differences(old, new), _INDENT)]


def _how(vraag: Vraag) -> list[str]:
    answers = vraag.antwoorden
    if vraag.soort is Soort.KEUZE:
        return [f"    antwoord: --kies {vraag.sleutel}=1, of een van 1 tot en met {len(answers)}"]
    return [f"    antwoord: --kies {vraag.sleutel}=ja of --kies {vraag.sleutel}=nee"]


def _indented(text: str) -> list[str]:
    return [" " * _INDENT + line for line in folded(text, BREEDTE - _INDENT)]


def _listed(each: Listed) -> list[str]:
    who = f", {each.by}" if each.by else ""
    lines = [visible(f"  {each.file.rpartition('/')[2]}{who}: {each.where}")]
    lines += in_regels(differences(each.old, each.new), _INDENT)
    return [*lines, visible(f"    te doen: {each.advice}")]


def _remark(each: Opmerking) -> list[str]:
    state = "" if each.is_open else " (afgedaan)"
    about = f" bij '{shortened(each.woorden, 50)}'" if each.woorden else ""
    head = visible(f"  {each.plaats}, {each.wie}{', ' + each.wanneer if each.wanneer else ''}{about}{state}:")
    return [head, *_indented(each.tekst)]


def _sum(done: Verwerkt) -> str:
    parts = (
        f"{done.toegepast} overgenomen",
        f"{done.stond_er_al} stond{'en' if done.stond_er_al != 1 else ''} er al",
        f"{done.gevraagd} gevraagd",
        f"{done.niet_overgenomen} niet overgenomen",
        f"{done.te_doen} zelf te doen",
    )
    return f"{_some(done.gelezen, 'wijziging', 'wijzigingen')} gelezen = {' + '.join(parts)}."
