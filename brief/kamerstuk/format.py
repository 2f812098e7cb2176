"""Write a reference in one style, so that `parse` reads the same reference back.

Ministry style is that of footnotes in Kamerbrieven; legal style follows Aanwijzing 3.43 (Aanwijzingen voor de
regelgeving). U+00A0 stands where a line break would hurt: between the digit groups of a dossier, after `nr.`, `p.` and
`Kamerstuk`.
"""

from __future__ import annotations

import re
from enum import StrEnum

from brief.kamerstuk.begroting import stands_alone
from brief.kamerstuk.model import Kamer, Referentie, Soort, evident_kamer
from brief.text.dutch import FIXED_SPACE as NBSP


class Stijl(StrEnum):
    """How references are written."""

    MINISTERIE = "ministerie"
    JURIDISCH = "juridisch"


_NAME = {
    Kamer.TWEEDE: "Tweede Kamer",
    Kamer.EERSTE: "Eerste Kamer",
    Kamer.VERENIGDE_VERGADERING: "Verenigde Vergadering",
}
_WORD = {
    Soort.KAMERSTUK: "Kamerstuk",
    Soort.HANDELINGEN: "Handelingen",
    Soort.AANHANGSEL: "Aanhangsel Handelingen",
}
_LEGAL_WORD = {**_WORD, Soort.KAMERSTUK: "Kamerstukken"}
_DOSSIER_DIGITS = re.compile(r"([0-9]{2})([0-9]{3})")


def format(reference: Referentie, stijl: Stijl = Stijl.MINISTERIE) -> str:  # noqa: A001
    """Write a reference in a style; no full stop at the end.

    `Tweede Kamer, vergaderjaar 2023-2024, Kamerstuk 29 435, nr. 267` or `Kamerstukken II 2023/24, 29435, nr. 267`.
    """
    core = _core(reference) if _has_opaque_id(reference) else _STYLES[stijl](reference)
    return _annex(reference, core) + core + _tail(reference)


def _has_opaque_id(reference: Referentie) -> bool:
    return reference.publicatie is not None or reference.soort in {Soort.DOCUMENT, Soort.ZAAK}


def _core(reference: Referentie) -> str:
    return reference.publicatie or reference.nummer or ""


def _annex(reference: Referentie, core: str) -> str:
    if not reference.bijlage or core.startswith("blg-"):
        return ""
    number = f"{NBSP}{reference.bijlagenummer}" if reference.bijlagenummer else ""
    word = "Bijlage" if (reference.bijlagenummer or "").isalnum() or not number else "Bijlagen"
    return f"{word}{number} bij "


def _tail(reference: Referentie) -> str:
    reprint = ", herdruk" + (f"{NBSP}{reference.herdruk}" if reference.herdruk > 1 else "") if reference.herdruk else ""
    page = f", {locator(f'p. {reference.pagina}')}" if reference.pagina else ""
    return reprint + page


def _ministry(reference: Referentie) -> str:
    lead = []
    if reference.kamer and (reference.vergaderjaar or not _kamer_is_evident(reference)):
        lead.append(_NAME[reference.kamer])
    if reference.vergaderjaar:
        last = f" tot en met {reference.tot_vergaderjaar}" if reference.tot_vergaderjaar else ""
        lead.append(f"{'vergaderjaar' if lead else 'Vergaderjaar'}{NBSP}{reference.vergaderjaar}{last}")
    word = _WORD[reference.soort]
    lead.append(f"{word}{NBSP}{_dossiers(reference, NBSP)}" if reference.dossier else word)
    return ", ".join(lead) + _number(reference)


def _legal(reference: Referentie) -> str:
    lead = _LEGAL_WORD[reference.soort]
    if reference.kamer:
        lead += NBSP + reference.kamer
    if reference.vergaderjaar:
        last = f"-{_short_year(reference.tot_vergaderjaar)}" if reference.tot_vergaderjaar else ""
        lead += f" {_short_year(reference.vergaderjaar)}{last}"
    if reference.dossier:
        lead += (", " if reference.vergaderjaar else " ") + _dossiers(reference, "")
    return lead + _number(reference)


_STYLES = {Stijl.MINISTERIE: _ministry, Stijl.JURIDISCH: _legal}


def _kamer_is_evident(reference: Referentie) -> bool:
    return reference.kamer == evident_kamer(reference.soort, reference.nummer)


def _short_year(vergaderjaar: str) -> str:
    first, _, last = vergaderjaar.partition("-")
    return f"{first}/{last[2:]}"


def _dossiers(reference: Referentie, gap: str) -> str:
    first = _with_gap(reference.dossier or "", gap) + _toevoeging(reference)
    if reference.rijkswet:
        first += f"{NBSP}({reference.rijkswet})"
    return ", ".join([first, *(_other_dossier(other, gap) for other in reference.nevendossiers)])


def _with_gap(dossier: str, gap: str) -> str:
    digits = _DOSSIER_DIGITS.fullmatch(dossier)
    return f"{digits[1]}{gap}{digits[2]}" if digits else dossier


def _other_dossier(full: str, gap: str) -> str:
    dossier, dash, toevoeging = full.partition("-")
    return _with_gap(dossier, gap) + dash + toevoeging


def _toevoeging(reference: Referentie) -> str:
    toevoeging, dossier = reference.toevoeging, reference.dossier or ""
    if toevoeging is None:
        return ""
    if toevoeging.isdecimal():
        return f"-{toevoeging}"
    number_follows = reference.nummer is not None and not reference.nevendossiers
    if not number_follows and not stands_alone(dossier, toevoeging):
        return f" hoofdstuk{NBSP}{toevoeging}"
    return f"{NBSP}{toevoeging}"


def _number(reference: Referentie) -> str:
    number = reference.nummer
    if number is None:
        return ""
    if number.startswith("UCV "):
        return f", {number.replace(' ', NBSP)}"
    is_letter = reference.soort is Soort.KAMERSTUK and number.isalpha()
    text = f", {number}" if is_letter else f", nr.{NBSP}{number}"
    return text + (f", item{NBSP}{reference.item}" if reference.item else "")


_LOCATOR_WORD = re.compile(
    r"\b(p\.|pp\.|blz\.|pag\.|nr\.|nrs\.|noot|bijlage|hoofdstuk|par\.|paragraaf|tabel|figuur|item) +(?=\w)"
)


def behind(place: str) -> str:
    """Put what follows a reference behind it: after a comma, but a full stop or bracket stands against it."""
    return f"{'' if place[0] in '.:;!?)' else ', '}{place}" if place else ""


def locator(suffix: str) -> str:
    """Write what follows a reference (`, p. 3`) without its leading comma and with fixed spaces: `p. 3`."""
    return _LOCATOR_WORD.sub(lambda match: match[1] + NBSP, suffix.strip().lstrip(",").strip())
