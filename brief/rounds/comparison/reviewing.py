"""Hold a Word file that came back against the version of the round that it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brief.compare.content import NIETS_BEKEND
from brief.compare.model import Soort, Wijziging
from brief.diagnostics import Diagnostic, Place, Severity
from brief.disk.files import read_file
from brief.intake.review import Review, review
from brief.rounds.comparison.said import said_by
from brief.text import Bron
from brief.versions.folder import made_document
from brief.word.returned import names_nobody, read_returned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from brief.compare.content import Inhoud, Kenmerken
    from brief.compare.selecting import Keuze
    from brief.intake.review import Onderdeel
    from brief.word.returned import Returned


class Beoordeeld(Struct, frozen=True):
    """What a reviewer did to a document of a version.

    `afspraken` is what the round knows of each afspraak by its id, so that a reader sees whom a change concerns;
    `buiten_keuze` is how many things were touched that this reader did not ask for.
    """

    versie: str
    document: str
    review: Review
    afspraken: Mapping[str, Kenmerken]
    buiten_keuze: int = 0

    def kenmerken(self, identity: str) -> Kenmerken:
        """Give what is known of an afspraak."""
        return self.afspraken.get(identity, NIETS_BEKEND)

    def chosen(self, keuze: Keuze) -> Beoordeeld:
        """Give only the things that concern a reader, and how many there are beside these."""
        things = tuple(each for each in self.review.onderdelen if keuze.betreft(self._as_change(each)))
        left_out = len(self.review.onderdelen) - len(things)
        return replace(self, review=replace(self.review, onderdelen=things), buiten_keuze=left_out)

    def _as_change(self, each: Onderdeel) -> Wijziging:
        """Give a thing as a choice knows changes: by the part it is of, and whom it concerns."""
        part = _PARTS.get(each.sleutel.bron, "brief")
        known = self.kenmerken(each.sleutel.key)
        return Wijziging(Soort.GEWIJZIGD, part, "tekst", "", "", document=self.document, kenmerken=known)


_PARTS: Mapping[Bron | None, str] = {
    Bron.AFSPRAAK: "afspraak",
    Bron.NOOT: "voetnoot",
    Bron.KOP: "kop",
    Bron.VELD: "veld",
}
"""Of which part of the documents a thing is, as `--onderdeel` calls them."""


def reviewed(version: Path, document: Path, returned: Path) -> tuple[Beoordeeld | None, tuple[Diagnostic, ...]]:
    """Give what a reviewer did; `version` is the folder of the version, `document` the file in it that came back."""
    found = read_returned(read_file(returned), returned.as_posix())
    made = made_document(version.parent, version.name, document.name)
    base = read_returned(read_file(document) if made is None else made, document.as_posix())
    said = said_by(version)
    if found.failed or base.failed or isinstance(said, Diagnostic):
        wrong = [each for side in (found, base) if side.failed for each in side.diagnostics if each.is_error]
        return None, (*wrong, *((said,) if isinstance(said, Diagnostic) else ()))
    result = review(found, base, _keys(said))
    if result.zonder_merk and 2 * result.geplaatst < result.te_plaatsen:
        return None, ()  # another text altogether: two files side by side tell more
    told = Beoordeeld(version.name, document.stem, result, said.afspraken)
    return told, tuple(_findings(result, version, document, is_as_made=made is not None))


def _keys(said: Inhoud) -> Iterator[tuple[Bron, str]]:
    """Give the keys of all things of which a document may carry the mark."""
    for identity in said.afspraken:
        for bron in (Bron.AFSPRAAK, Bron.ZIN, Bron.CONCEPT, Bron.KOP, Bron.VERWIJZING, Bron.INHOUD):
            yield bron, identity
    for document in said.documenten:
        for blok in document.blokken:
            yield from ((Bron.NOOT, noot.sleutel) for noot in blok.noten)
        yield from ((Bron.VELD, name) for name in document.velden)


def _findings(result: Review, version: Path, document: Path, *, is_as_made: bool) -> Iterator[Diagnostic]:
    """Say what a reader must know before trusting what is told."""
    returned = result.returned
    place = Place(returned.file)
    if returned.versie and returned.versie != version.name:
        message = f"dit bestand is gemaakt van {returned.versie}, niet van {version.name}"
        instead = f"brief vergelijken {returned.versie} {returned.file}"
        hint = f"wat sindsdien is veranderd lijkt nu van de beoordelaar; typ: {instead}"
        yield Diagnostic("BR630", Severity.WAARSCHUWING, message, place, hint=hint)
    if result.zonder_merk:
        placed = f"{result.geplaatst} van {result.te_plaatsen} alinea's van {version.name} zijn erin teruggevonden"
        message = f"het bestand draagt geen merken van herkomst en is op gelijkenis gelezen: {placed}"
        hint = "kijk na wat hieronder als nieuwe tekst of geschrapt staat"
        yield Diagnostic("BR631", Severity.WAARSCHUWING, message, place, hint=hint)
    if returned.anonymous or _is_nameless(returned):
        message = "de namen van beoordelaars zijn uit het bestand gehaald"
        hint = "vraag van wie het komt; Word doet dit bij 'Persoonlijke gegevens verwijderen bij opslaan'"
        yield Diagnostic("BR632", Severity.WAARSCHUWING, message, place, hint=hint)
    if not is_as_made:
        message = f"{document.name} van {version.name} is gewijzigd nadat brief het maakte, en er is geen kopie van"
        hint = "er is vergeleken met hoe het nu is: een wijziging die in beide staat, is zo niet te zien"
        yield Diagnostic("BR633", Severity.WAARSCHUWING, message, Place(document.as_posix()), hint=hint)


def _is_nameless(returned: Returned) -> bool:
    """Tell whether all that was tracked is signed by nobody in particular."""
    authors = {each.author for each in returned.changes} | {each.author for each in returned.comments}
    return bool(authors) and all(map(names_nobody, authors))
