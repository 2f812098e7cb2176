"""Contents to compare, made by known operations, so that what must be told is known."""

from __future__ import annotations

from msgspec.structs import replace

from brief.compare.content import Blok, DocumentInhoud, Inhoud, Kenmerken, Noot

SUBJECTS = ("zoet water", "woningbouw", "het net", "natuur", "de haven", "defensie", "mobiliteit", "landbouw", "bodem")
VERBS = ("onderzoeken", "bekostigen", "versnellen", "verkennen", "begrenzen", "herzien", "beschermen", "verdelen")


def zin(number: int) -> str:
    """Give a sentence of its own for each number; no two of them are alike."""
    subject, verb = SUBJECTS[number % len(SUBJECTS)], VERBS[number // len(SUBJECTS) % len(VERBS)]
    return (
        f"Rijk en regio {verb} in jaar {2000 + number} samen {subject} rond plaats {number * 7 + 3}, "
        f"met een bijdrage van {number * 13 + 5} miljoen euro uit regeling {chr(65 + number % 26)}{number}."
    )


def afspraak(identity: str, tekst: str, *noten: Noot) -> Blok:
    """Give an afspraak of one paragraph; its notes stand behind it."""
    marks = "".join(f"[^{noot.sleutel}]" for noot in noten)
    return Blok("alinea", tekst + marks, tekst, afspraak=identity, noten=noten)


def kop(tekst: str, niveau: int = 1) -> Blok:
    """Give a heading."""
    return Blok("kop", tekst, tekst, niveau)


def alinea(tekst: str, *noten: Noot, dekt: tuple[str, ...] = ()) -> Blok:
    """Give a paragraph of the letter; its notes stand behind it."""
    marks = "".join(f"[^{noot.sleutel}]" for noot in noten)
    return Blok("alinea", tekst + marks, tekst, dekt=dekt, noten=noten)


def lijst(*blokken: Blok, naam: str = "lijst", document: str = "afsprakenlijst") -> Inhoud:
    """Give a content of one document; each afspraak in it is known by its landsdeel and as agreed."""
    ids = dict.fromkeys(blok.afspraak for blok in blokken if blok.afspraak)
    known = {each: Kenmerken("noord", "2.1 Onderwerp", "vastgesteld", ("water",), ("drenthe",)) for each in ids}
    return Inhoud(naam, (DocumentInhoud(document, blokken),), known)


def met(inhoud: Inhoud, identity: str, **kenmerken: object) -> Inhoud:
    """Give the content with other things known of one afspraak."""
    changed = replace(inhoud.afspraken[identity], **kenmerken)
    return replace(inhoud, afspraken={**inhoud.afspraken, identity: changed})
