"""Take the signature out of the end of a letter: who signs, in whose name too, and the annexes named below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from brief.diagnostics import Diagnostic, Severity
from brief.domain import Ondertekenaar
from brief.dossier.blocks import spans_of
from brief.intake.letter.lines import lines_of
from brief.intake.letter.model import Bestemming
from brief.intake.letter.words import MEDE_NAMENS, is_closing, is_functie, is_naam, label_of
from brief.text.dutch import opsomming
from brief.text.model import ListItem, NoteMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.dossier.blocks import SourceBlock
    from brief.intake.letter.model import Deel, Regel

_SHORT = 100
_FEW = 4
"""Short lines below a signature that are left out with a message; more text there is text of the letter."""


class Signature(Struct):
    """What the end of a letter gave. `end` is the number of blocks of the text before it, out of those given."""

    end: int
    ondertekenaars: tuple[Ondertekenaar, ...] = ()
    mede_namens: tuple[str, ...] = ()
    bijlagen: tuple[str, ...] = ()
    delen: list[Deel] = field(default_factory=list)
    meldingen: list[Diagnostic] = field(default_factory=list)


def take_signature(blocks: Sequence[SourceBlock]) -> Signature:
    """Find the last signature in the blocks of the text, and take it out when no text of the letter follows it."""
    found = _last(blocks)
    if found is None:
        return _without(blocks)
    start, stop, signatories, lines = found
    result = Signature(start, tuple(one for one, _ in signatories))
    if not _take_below(blocks[stop:], result):
        message = "onder deze ondertekening staat nog tekst; zij is daarom in de tekst gebleven"
        hint = "haal haar uit brief.md en vul ondertekenaars in ronde.yaml in; een bijlage hoort in een eigen bestand"
        melding = Diagnostic("BR612", Severity.WAARSCHUWING, message, blocks[start].place, hint=hint)
        return Signature(len(blocks), meldingen=[melding])
    used = {id(line) for _, own in signatories for line in own}
    for line in lines:
        reason = "" if id(line) in used else "bij de ondertekening; hiervoor is geen veld"
        bestemming = Bestemming.REST if reason else Bestemming.VELD
        result.delen.append(line.deel(bestemming, reason or "ondertekenaars"))
    _take_above(blocks, result)
    return result


def _without(blocks: Sequence[SourceBlock]) -> Signature:
    message = "er is geen ondertekening gevonden onder de tekst"
    hint = "vul ondertekenaars in ronde.yaml in"
    place = blocks[-1].place if blocks else None
    return Signature(len(blocks), meldingen=[Diagnostic("BR613", Severity.WAARSCHUWING, message, place, hint=hint)])


_Signed = list[tuple[Ondertekenaar, list["Regel"]]]


def _last(blocks: Sequence[SourceBlock]) -> tuple[int, int, _Signed, list[Regel]] | None:
    """Give the last signature: its first block, the block after it, who signs, and all its lines."""
    for start in range(len(blocks) - 1, -1, -1):
        if blocks[start].heading or not _is_signing(blocks, start):
            continue
        while start and _is_signing(blocks, start - 1):
            start -= 1
        stop = start
        lines: list[Regel] = []
        while stop < len(blocks) and not blocks[stop].heading and not blocks[stop].notes:
            own = lines_of(blocks[stop])
            if not all(is_functie(line.tekst) or is_naam(line.tekst) for line in own) or _is_more(own, lines):
                break
            lines += own
            stop += 1
        signed = _signatories(_down_the_columns(lines))
        if signed:
            return start, stop, signed, lines
    return None


def _is_signing(blocks: Sequence[SourceBlock], at: int) -> bool:
    """Tell whether a block holds a function line that stands as one: with a comma, or above a name, or at the end."""
    if blocks[at].heading or blocks[at].notes:
        return False
    lines = lines_of(blocks[at])
    if not lines or not all(is_functie(line.tekst) or is_naam(line.tekst) for line in lines):
        return False
    if not any(is_functie(line.tekst) for line in lines):
        below = lines_of(blocks[at + 1]) if at + 1 < len(blocks) else []
        return bool(below) and len(lines) == 1 and is_functie(below[0].tekst) and "," not in below[0].tekst
    following = lines_of(blocks[at + 1]) if at + 1 < len(blocks) else []
    is_last = at + 1 == len(blocks)
    return (
        lines[0].tekst.endswith(",") or len(lines) > 1 or is_last or (bool(following) and is_naam(following[0].tekst))
    )


def _is_more(own: Sequence[Regel], lines: Sequence[Regel]) -> bool:
    """Tell whether a line below a signature is one too many: a label, or a name where everyone has one."""
    if any(label_of(line.tekst) is not None for line in own):
        return True
    signing = sum(is_functie(line.tekst) for line in lines)
    return bool(own) and not any(is_functie(line.tekst) for line in own) and 0 < signing <= len(lines) - signing


def _down_the_columns(lines: Sequence[Regel]) -> list[Regel]:
    """Put the lines of a table in the order of its columns: function and name stand below each other."""
    return sorted(lines, key=lambda line: (line.blok if line.cel is None else -1, line.cel[1] if line.cel else 0))


def _signatories(lines: Sequence[Regel]) -> _Signed:
    """Pair each function with the name below it, or with the one above it when a name comes first."""
    found: _Signed = []
    name_first = bool(lines) and is_naam(lines[0].tekst)
    waiting: Regel | None = None
    for line in lines:
        if is_functie(line.tekst) == name_first:
            if waiting is not None:
                found.append(_signed(waiting, line) if not name_first else _signed(line, waiting))
                waiting = None
            elif not name_first:
                continue
        else:
            if waiting is not None and not name_first:
                found.append(_signed(waiting, None))
            waiting = line
    if waiting is not None and not name_first:
        found.append(_signed(waiting, None))
    return found


def _signed(functie: Regel, naam: Regel | None) -> tuple[Ondertekenaar, list[Regel]]:
    one = Ondertekenaar(functie.tekst.rstrip(",").rstrip(), naam.tekst.rstrip(",") if naam else "")
    return one, [functie, *([naam] if naam else [])]


def _take_below(blocks: Sequence[SourceBlock], result: Signature) -> bool:
    """Take what stands below a signature: the annexes, or a few short lines; False when it is text of the letter."""
    lines = [line for block in blocks for line in lines_of(block)]
    label = label_of(lines[0].tekst) if lines else None
    names_annexes = label is not None and label[0] == "bijlagen" and not any(map(_is_sentence, blocks))
    headed = any(block.heading for block in blocks[1 if names_annexes else 0 :])
    if headed or any(block.is_table for block in blocks) or any(len(line.tekst) > 2 * _SHORT for line in lines):
        return False
    if label is not None and names_annexes:
        first = lines[0]
        result.delen.append(first.deel(Bestemming.VELD, "bijlagen", 0, min(label[1], len(first.tekst))))
        named = [first.tekst[label[1] :]] if label[1] < len(first.tekst) else []
        if named:
            result.delen.append(first.deel(Bestemming.VELD, "bijlagen", label[1]))
        result.delen += [line.deel(Bestemming.VELD, "bijlagen") for line in lines[1:]]
        result.bijlagen = tuple(text.strip() for text in (*named, *(_unmarked(line.tekst) for line in lines[1:])))
        return True
    if len(lines) > _FEW or any(len(line.tekst) > _SHORT for line in lines) or any(block.notes for block in blocks):
        return False
    if lines:
        result.delen += [line.deel(Bestemming.REST, "onder de ondertekening") for line in lines]
        message = "onder de ondertekening staat nog: " + ", ".join(f"'{line.tekst[:40]}'" for line in lines)
        hint = "dit is niet overgenomen; hoort het in de brief, zet het dan in brief.md"
        result.meldingen.append(Diagnostic("BR619", Severity.WAARSCHUWING, message, lines[0].plaats, hint=hint))
    return True


def _is_sentence(block: SourceBlock) -> bool:
    """Tell whether a block is running text: no item of a list, and with an end."""
    return not isinstance(block.block, ListItem) and block.text.rstrip()[-1:] in {".", "!", "?"}


def _unmarked(text: str) -> str:
    return text.lstrip("-–—•0123456789.) \t\u00a0") or text


def _take_above(blocks: Sequence[SourceBlock], result: Signature) -> None:
    """Take the closing formula, and the sentence that the template prints from `mede_namens`."""
    while result.end:
        block = blocks[result.end - 1]
        text = " ".join(block.text.split())
        if is_closing(text):
            result.delen += [
                line.deel(Bestemming.REST, "een brief aan de Kamer heeft geen groet") for line in lines_of(block)
            ]
        elif not result.mede_namens and (names := _mede_namens(block, text)):
            result.mede_namens = names
            result.delen += [line.deel(Bestemming.VELD, "mede_namens") for line in lines_of(block)]
        else:
            return
        result.end -= 1


def _mede_namens(block: SourceBlock, text: str) -> tuple[str, ...]:
    """Give the names of the closing sentence when the template would print just that sentence; else none."""
    found = MEDE_NAMENS.match(text)
    if found is None or any(isinstance(span, NoteMark) for span in spans_of(block.block)):
        return ()
    *first, last = found[1].split(" en de ") if " en de " in found[1] else found[1].split(" en het ")
    joined = ", ".join(first)
    names = tuple(name.strip() for name in (*joined.split(", "), f"de {last}" if first else last) if name.strip())
    return names if opsomming(names) == found[1] else ()
